package fetch

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"strconv"
	"strings"
	"time"
)

// maxRobots is how much of a robots.txt is read: what RFC 9309, section 2.5,
// asks of every crawler.
const maxRobots = 500 << 10

// robots is what a robots.txt says to us.
type robots struct {
	rules []rule
	delay time.Duration // Crawl-delay, 0 when not stated
}

// rule allows or forbids the addresses that its pattern matches.
type rule struct {
	pattern string
	allow   bool
}

// askRobots reads the robots.txt of a host, once. As RFC 9309 has it, a site
// without one allows everything, and a site that fails to answer nothing.
func (c *Client) askRobots(ctx context.Context, h *host, u *url.URL) error {
	if h.robots != nil || h.fault != nil {
		return h.fault
	}
	at := &url.URL{Scheme: u.Scheme, Host: u.Host, Path: "/robots.txt"}
	for range c.MaxRedirects + 1 {
		page, next, err := c.attempt(ctx, h, at, maxRobots)
		var status *StatusError
		switch {
		case errors.As(err, &status) && status.Code >= 400 && status.Code < 500 && status.Code != http.StatusTooManyRequests,
			errors.Is(err, ErrTooLarge):
			h.robots = &robots{}
			return nil
		case err != nil && ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			h.fault = fmt.Errorf("reading robots.txt: %w", err)
			return h.fault
		case next == nil:
			h.robots = parseRobots(string(page.Body), product(c.UserAgent))
			return nil
		}
		at = next
	}
	h.robots = &robots{} // a chain of redirects is no robots.txt
	return nil
}

// product returns the name that groups of a robots.txt are looked up by.
func product(userAgent string) string {
	name, _, _ := strings.Cut(userAgent, "/")
	return strings.ToLower(strings.TrimSpace(name))
}

// parseRobots returns the rules of the groups for an agent, or of those for
// all agents when there are none.
func parseRobots(text, agent string) *robots {
	var own, general robots
	var named bool   // some group is for the agent
	var to []*robots // whom the current group is for
	heading := false // the last line named an agent
	for line := range strings.Lines(text) {
		line, _, _ = strings.Cut(line, "#")
		key, value, found := strings.Cut(line, ":")
		if !found {
			continue
		}
		key, value = strings.ToLower(strings.TrimSpace(key)), strings.TrimSpace(value)
		if key == "user-agent" {
			if !heading {
				to = nil
			}
			heading = true
			switch strings.ToLower(value) {
			case "*":
				to = append(to, &general)
			case agent:
				to, named = append(to, &own), true
			}
			continue
		}
		heading = heading && key != "allow" && key != "disallow" && key != "crawl-delay"
		for _, r := range to {
			switch key {
			case "allow", "disallow":
				if value != "" {
					r.rules = append(r.rules, rule{value, key == "allow"})
				}
			case "crawl-delay":
				if seconds, err := strconv.ParseFloat(value, 64); err == nil && seconds > 0 && seconds < 86400 {
					r.delay = time.Duration(seconds * float64(time.Second))
				}
			}
		}
	}
	if named {
		return &own
	}
	return &general
}

// allows reports whether an address may be asked for: the longest matching
// pattern decides, and of two of one length the one that allows.
func (r *robots) allows(u *url.URL) bool {
	path := u.EscapedPath()
	if path == "" {
		path = "/"
	}
	if path == "/robots.txt" {
		return true
	}
	if u.RawQuery != "" {
		path += "?" + u.RawQuery
	}
	longest, allowed := -1, true
	for _, rule := range r.rules {
		n := len(rule.pattern)
		if (n > longest || n == longest && rule.allow) && matches(rule.pattern, path) {
			longest, allowed = n, rule.allow
		}
	}
	return allowed
}

// matches reports whether a pattern with * for anything and a $ for the end
// matches the beginning of path.
func matches(pattern, path string) bool {
	pattern, whole := strings.CutSuffix(pattern, "$")
	parts := strings.Split(pattern, "*")
	if !strings.HasPrefix(path, parts[0]) {
		return false
	}
	rest := path[len(parts[0]):]
	for i, part := range parts[1:] {
		if whole && i == len(parts)-2 {
			return strings.HasSuffix(rest, part)
		}
		at := strings.Index(rest, part)
		if at < 0 {
			return false
		}
		rest = rest[at+len(part):]
	}
	return !whole || rest == ""
}
