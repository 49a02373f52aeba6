// Package fetch gets pages and feeds from the web as a guest should: under
// its own name, one request at a time for each host, within limits of time,
// size and redirects, as robots.txt allows, and never from the private
// network that it runs in.
package fetch

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/url"
	"strings"
	"sync"
	"time"
)

// The limits that a zero Client has.
const (
	DefaultTimeout   = 30 * time.Second // for one request, its body included
	DefaultMaxBytes  = 10 << 20         // of one decoded body
	DefaultRedirects = 5
	DefaultAttempts  = 3
	DefaultDelay     = time.Second // between two requests to one host
)

// Client gets pages. UserAgent is required; the other zero values stand for
// the defaults. It is safe for concurrent use, but not to be copied.
type Client struct {
	UserAgent    string // product first, as in "dateline/v1.0 (+https://example.org)"; robots.txt is asked for the product
	Timeout      time.Duration
	MaxBytes     int64
	MaxRedirects int
	Attempts     int           // how often a request that may succeed later is made
	Delay        time.Duration // below 0: none
	AllowPrivate bool          // loopback and private addresses may be asked
	IgnoreRobots bool
	Proxy        func(*http.Request) (*url.URL, error) // nil: none

	// Wait pauses for a time or until ctx is done. nil: a timer.
	Wait func(ctx context.Context, d time.Duration) error

	once  sync.Once
	http  *http.Client
	mu    sync.Mutex
	hosts map[string]*host // by scheme and authority
}

// host is what is known of a server.
type host struct {
	mu     sync.Mutex // held during a request
	robots *robots    // nil until asked for
	fault  error      // why robots.txt could not be read
	asked  bool       // a request was made, so the next one waits
}

// Page is what was got.
type Page struct {
	URL         string // after redirects
	ContentType string // as stated by the server
	Body        []byte // decoded from its transfer encoding
}

// StatusError is an answer other than success.
type StatusError struct {
	Code int
}

// Error returns "the server answered 404 Not Found".
func (e *StatusError) Error() string {
	return fmt.Sprintf("the server answered %d %s", e.Code, http.StatusText(e.Code))
}

// ErrRobots is wrapped when robots.txt does not allow an address.
var ErrRobots = errors.New("robots.txt of the site does not allow it")

// ErrPrivate is wrapped when an address is not on the public internet.
var ErrPrivate = errors.New("the address is private")

// ErrTooLarge is wrapped when a page is larger than Client.MaxBytes.
var ErrTooLarge = errors.New("the page is too large")

var errRedirects = errors.New("too many redirects")

// Get returns the page at an address. The error says why there is none; it
// does not name the address.
func (c *Client) Get(ctx context.Context, address string) (Page, error) {
	c.once.Do(c.start)
	u, err := parse(address)
	if err != nil {
		return Page{}, err
	}
	for range c.MaxRedirects + 1 {
		h := c.host(u)
		page, next, err := c.visit(ctx, h, u)
		if err != nil || next == nil {
			return page, err
		}
		u = next
	}
	return Page{}, fmt.Errorf("%w: more than %d", errRedirects, c.MaxRedirects)
}

// parse returns an address that can be asked for.
func parse(address string) (*url.URL, error) {
	u, err := url.Parse(strings.TrimSpace(address))
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, errors.New("not an address that begins with https:// or http://")
	}
	u.Fragment = ""
	return u, nil
}

func (c *Client) start() {
	set(&c.Timeout, DefaultTimeout)
	set(&c.MaxBytes, DefaultMaxBytes)
	set(&c.MaxRedirects, DefaultRedirects)
	set(&c.Attempts, DefaultAttempts)
	set(&c.Delay, DefaultDelay)
	if c.Wait == nil {
		c.Wait = wait
	}
	c.hosts = map[string]*host{}
	dialer := &net.Dialer{Timeout: 10 * time.Second, ControlContext: c.control}
	c.http = &http.Client{
		Timeout: c.Timeout,
		Transport: &http.Transport{
			Proxy: c.Proxy, DialContext: dialer.DialContext, ForceAttemptHTTP2: true,
			MaxIdleConnsPerHost: 1, IdleConnTimeout: 30 * time.Second, TLSHandshakeTimeout: 10 * time.Second,
			ResponseHeaderTimeout: c.Timeout, MaxResponseHeaderBytes: 1 << 20,
		},
		// Redirects are followed by Get, which asks robots.txt of each host.
		CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse },
	}
}

// set gives *field a value unless it has one.
func set[T comparable](field *T, value T) {
	var zero T
	if *field == zero {
		*field = value
	}
}

func (c *Client) host(u *url.URL) *host {
	c.mu.Lock()
	defer c.mu.Unlock()
	key := u.Scheme + "://" + strings.ToLower(u.Host)
	h := c.hosts[key]
	if h == nil {
		h = &host{}
		c.hosts[key] = h
	}
	return h
}

// visit asks one host for one address: it returns a page, or where to look next.
func (c *Client) visit(ctx context.Context, h *host, u *url.URL) (Page, *url.URL, error) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !c.IgnoreRobots {
		if err := c.askRobots(ctx, h, u); err != nil {
			return Page{}, nil, err
		}
		if !h.robots.allows(u) {
			return Page{}, nil, ErrRobots
		}
	}
	return c.attempt(ctx, h, u, c.MaxBytes)
}

// ask makes one request. A redirect is returned as the address it leads to.
func (c *Client) ask(ctx context.Context, u *url.URL, limit int64) (page Page, next *url.URL, retryAfter time.Duration, err error) {
	if err := c.checkHost(u); err != nil {
		return Page{}, nil, 0, err
	}
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, u.String(), nil)
	if err != nil {
		return Page{}, nil, 0, err
	}
	if c.Proxy != nil {
		if proxy, err := c.Proxy(req); err == nil && proxy != nil {
			req = req.WithContext(context.WithValue(ctx, viaProxy{}, true))
		}
	}
	req.Header.Set("User-Agent", c.UserAgent)
	req.Header.Set("Accept", "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json,application/xml;q=0.9,*/*;q=0.5")
	req.Header.Set("Accept-Language", "en;q=1, *;q=0.5")
	resp, err := c.http.Do(req)
	if err != nil {
		return Page{}, nil, 0, plainly(err)
	}
	defer resp.Body.Close()
	switch {
	case resp.StatusCode >= 300 && resp.StatusCode < 400 && resp.Header.Get("Location") != "":
		next, err := u.Parse(resp.Header.Get("Location"))
		if err == nil {
			next, err = parse(next.String())
		}
		if err != nil {
			return Page{}, nil, 0, fmt.Errorf("redirected to %q, %w", resp.Header.Get("Location"), err)
		}
		return Page{}, next, 0, nil
	case resp.StatusCode != http.StatusOK:
		return Page{}, nil, retryTime(resp.Header.Get("Retry-After")), &StatusError{resp.StatusCode}
	case resp.ContentLength > limit:
		return Page{}, nil, 0, fmt.Errorf("%w: %d bytes, at most %d are read", ErrTooLarge, resp.ContentLength, limit)
	}
	body, err := io.ReadAll(io.LimitReader(resp.Body, limit+1))
	if err != nil {
		return Page{}, nil, 0, plainly(err)
	}
	if int64(len(body)) > limit {
		return Page{}, nil, 0, fmt.Errorf("%w: at most %d bytes are read", ErrTooLarge, limit)
	}
	return Page{URL: u.String(), ContentType: resp.Header.Get("Content-Type"), Body: body}, nil, 0, nil
}

// plainly takes the method and the address out of an error of net/http, for
// the caller names the address already.
func plainly(err error) error {
	var wrapped *url.Error
	if errors.As(err, &wrapped) {
		if wrapped.Timeout() && !errors.Is(err, context.Canceled) {
			return fmt.Errorf("no answer in time: %w", wrapped.Err)
		}
		return wrapped.Err
	}
	return err
}
