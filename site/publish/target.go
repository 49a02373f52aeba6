package publish

import (
	"context"
	"fmt"
	"net/url"
	"strings"
)

// Target returns the address, ending in "/", at which GitHub Pages serves a
// repository with this remote, or "" when the remote is not on GitHub. A
// custom domain is served at its root; so is a repository that is named
// OWNER.github.io; any other is served under its name.
func Target(remote, domain string) string {
	if domain != "" {
		return "https://" + domain + "/"
	}
	owner, name, ok := ownerAndName(remote)
	if !ok {
		return ""
	}
	host := strings.ToLower(owner) + ".github.io"
	if strings.ToLower(name) == host {
		return "https://" + host + "/"
	}
	return "https://" + host + "/" + name + "/"
}

// Address returns the address of a remote of the repository that dir lies in.
func Address(ctx context.Context, dir, remote string) (string, error) {
	r, err := openRepository(ctx, dir, "")
	if err != nil {
		return "", err
	}
	return r.line(ctx, "remote", "get-url", remote)
}

// ownerAndName reads the forms of a GitHub remote: https://, ssh://, git://
// and git@github.com:OWNER/NAME.git.
func ownerAndName(remote string) (owner, name string, ok bool) {
	host, path := "", ""
	if u, err := url.Parse(remote); err == nil && u.Host != "" {
		host, path = u.Hostname(), u.Path
	} else if before, after, found := strings.Cut(remote, ":"); found {
		host, path = before[strings.LastIndexByte(before, '@')+1:], after
	}
	if !strings.EqualFold(host, "github.com") && !strings.EqualFold(host, "ssh.github.com") {
		return "", "", false
	}
	owner, name, ok = strings.Cut(strings.Trim(path, "/"), "/")
	name = strings.TrimSuffix(name, ".git")
	if !ok || owner == "" || name == "" || strings.ContainsRune(name, '/') {
		return "", "", false
	}
	return owner, name, true
}

// withoutSecret returns the address of a remote without a password or token,
// which some people put there.
func withoutSecret(remote string) string {
	u, err := url.Parse(remote)
	if err != nil || u.User == nil || u.Scheme == "ssh" {
		return remote
	}
	u.User = nil
	return u.String()
}

// checkDomain returns an error unless domain is "" or one bare host name,
// which is all that a CNAME file may hold.
func checkDomain(domain string) error {
	if domain == "" {
		return nil
	}
	bad := len(domain) > 253 || !strings.ContainsRune(domain, '.')
	for _, label := range strings.Split(domain, ".") {
		bad = bad || label == "" || len(label) > 63 || label[0] == '-' || label[len(label)-1] == '-'
		for _, r := range label {
			bad = bad || !(r == '-' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z')
		}
	}
	if bad {
		return fmt.Errorf("publish: %q is no domain; write it without https:// and slashes, such as timeline.example.org", domain)
	}
	return nil
}
