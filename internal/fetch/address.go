package fetch

import (
	"context"
	"fmt"
	"net/netip"
	"net/url"
	"strings"
	"syscall"
)

// viaProxy marks the context of a request that goes to a proxy, whose own
// address may be private.
type viaProxy struct{}

// reserved are the ranges that net/netip has no method for: shared address
// space (RFC 6598), documentation, benchmarking, protocol assignments and the
// future use block, NAT64 and 6to4, which carry IPv4 addresses of any kind,
// and what was site-local once.
func reserved() []netip.Prefix {
	var prefixes []netip.Prefix
	for _, s := range []string{
		"0.0.0.0/8", "100.64.0.0/10", "192.0.0.0/24", "192.0.2.0/24", "198.18.0.0/15", "198.51.100.0/24",
		"203.0.113.0/24", "240.0.0.0/4", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32", "2002::/16", "fec0::/10",
	} {
		prefixes = append(prefixes, netip.MustParsePrefix(s))
	}
	return prefixes
}

// public reports whether an IP address is one of the public internet.
func public(ip netip.Addr) bool {
	ip = ip.Unmap()
	if !ip.IsGlobalUnicast() || ip.IsPrivate() || ip.IsLoopback() || ip.IsLinkLocalUnicast() {
		return false
	}
	for _, p := range reserved() {
		if p.Contains(ip) {
			return false
		}
	}
	return true
}

// checkHost refuses the names and literal addresses of private networks
// before any request; it is what stands guard where a proxy connects for us.
func (c *Client) checkHost(u *url.URL) error {
	if c.AllowPrivate {
		return nil
	}
	name := strings.ToLower(strings.TrimSuffix(u.Hostname(), "."))
	ip, err := netip.ParseAddr(name)
	switch {
	case err == nil && !public(ip), name == "localhost",
		strings.HasSuffix(name, ".localhost"), strings.HasSuffix(name, ".local"), strings.HasSuffix(name, ".internal"):
		return fmt.Errorf("%w: %s", ErrPrivate, u.Hostname())
	}
	return nil
}

// control runs after a name was resolved and before the connection is made,
// so a name that resolves to a private address does not get through, however
// often it changes its mind.
func (c *Client) control(ctx context.Context, _, address string, _ syscall.RawConn) error {
	if c.AllowPrivate || ctx.Value(viaProxy{}) != nil {
		return nil
	}
	to, err := netip.ParseAddrPort(address)
	if err != nil || !public(to.Addr()) {
		return fmt.Errorf("%w: %s", ErrPrivate, address)
	}
	return nil
}
