package intake

import (
	"net/url"
	"sort"
	"strings"
)

// tracking reports whether a query parameter says how a reader came to a
// page, and not which page it is.
func tracking(name string) bool {
	name = strings.ToLower(name)
	if strings.HasPrefix(name, "utm_") || strings.HasPrefix(name, "at_") || strings.HasPrefix(name, "mc_") || strings.HasPrefix(name, "ns_") {
		return true
	}
	switch name {
	case "fbclid", "gclid", "dclid", "msclkid", "igshid", "twclid", "yclid", "cmp", "cmpid", "ocid", "smid", "smtyp", "ref_src", "source", "partner",
		"xtor", "wt.mc_id", "ito", "guccounter", "guce_referrer", "sh", "amp", "outputtype", "feature":
		return true
	}
	return false
}

// cleanAddress returns an address without its fragment and without what only
// says how a reader came to it. What is no web address becomes "".
func cleanAddress(address string) string {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return ""
	}
	u.Fragment, u.RawFragment, u.User = "", "", nil
	if u.RawQuery != "" {
		var kept []string
		for _, part := range strings.Split(u.RawQuery, "&") {
			name, _, _ := strings.Cut(part, "=")
			if part != "" && !tracking(name) {
				kept = append(kept, part)
			}
		}
		u.RawQuery = strings.Join(kept, "&")
	}
	return u.String()
}

// addressKey returns what two addresses of one page have in common: they may
// differ by scheme, www, a mobile host, a closing slash, and the order of
// their parameters. It is "" for what is no address.
func addressKey(address string) string {
	u, err := url.Parse(cleanAddress(address))
	if err != nil || u.Host == "" {
		return ""
	}
	host := strings.ToLower(u.Hostname())
	for _, prefix := range []string{"www.", "m.", "mobile.", "amp."} {
		host = strings.TrimPrefix(host, prefix)
	}
	if port := u.Port(); port != "" && port != "80" && port != "443" {
		host += ":" + port
	}
	path := strings.TrimSuffix(strings.TrimSuffix(u.EscapedPath(), "/"), "/index.html")
	path = strings.TrimSuffix(path, "/amp")
	query := strings.Split(u.RawQuery, "&")
	sort.Strings(query)
	return strings.TrimSuffix(host+path+"?"+strings.Join(query, "&"), "?")
}
