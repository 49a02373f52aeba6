package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
)

// server is a site that counts what it is asked for.
type server struct {
	*httptest.Server
	mu    sync.Mutex
	asked []string
}

// serve starts a site without robots.txt unless pages has one. A page is a
// string or a handler.
func serve(t *testing.T, pages map[string]any) *server {
	t.Helper()
	s := &server{}
	s.Server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		s.mu.Lock()
		s.asked = append(s.asked, r.URL.Path)
		s.mu.Unlock()
		switch page := pages[r.URL.Path].(type) {
		case string:
			io.WriteString(w, page)
		case func(http.ResponseWriter, *http.Request):
			page(w, r)
		default:
			http.NotFound(w, r)
		}
	}))
	t.Cleanup(s.Close)
	return s
}

// client returns a client for local servers that waits without time passing,
// and the waits it made.
func client() (*Client, *[]time.Duration) {
	var waits []time.Duration
	return &Client{UserAgent: "dateline/test", AllowPrivate: true, Wait: func(ctx context.Context, d time.Duration) error {
		waits = append(waits, d)
		return ctx.Err()
	}}, &waits
}

func TestGet(t *testing.T) {
	s := serve(t, map[string]any{
		"/a": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
			fmt.Fprint(w, r.UserAgent())
		},
		"/packed": func(w http.ResponseWriter, r *http.Request) {
			w.Header().Set("Content-Encoding", "gzip")
			z := gzip.NewWriter(w)
			io.WriteString(z, "unpacked")
			z.Close()
		},
	})
	c, waits := client()
	page, err := c.Get(context.Background(), s.URL+"/a#part")
	if err != nil {
		t.Fatal(err)
	}
	want := Page{URL: s.URL + "/a", ContentType: "text/html; charset=iso-8859-1", Body: []byte("dateline/test")}
	if diff := cmp.Diff(want, page); diff != "" {
		t.Error(diff)
	}
	if page, err := c.Get(context.Background(), s.URL+"/packed"); err != nil || string(page.Body) != "unpacked" {
		t.Errorf("%q, %v", page.Body, err)
	}
	if diff := cmp.Diff([]string{"/robots.txt", "/a", "/packed"}, s.asked); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]time.Duration{DefaultDelay, DefaultDelay}, *waits); diff != "" {
		t.Errorf("waits between requests to one host: %s", diff)
	}
}

func TestRedirects(t *testing.T) {
	to := func(target string) func(http.ResponseWriter, *http.Request) {
		return func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, target, http.StatusFound) }
	}
	other := serve(t, map[string]any{"/page": "there", "/robots.txt": "User-agent: *\nDisallow: /closed\n", "/closed": "secret"})
	s := serve(t, map[string]any{
		"/short": to("/middle"), "/middle": to(other.URL + "/page"), "/loop": to("/loop"),
		"/file": to("file:///etc/hostname"), "/closed": to(other.URL + "/closed"),
	})
	c, _ := client()
	page, err := c.Get(context.Background(), s.URL+"/short")
	if err != nil || page.URL != other.URL+"/page" || string(page.Body) != "there" {
		t.Errorf("%+v, %v", page, err)
	}
	if _, err := c.Get(context.Background(), s.URL+"/loop"); !errors.Is(err, errRedirects) {
		t.Errorf("a loop: %v", err)
	}
	if _, err := c.Get(context.Background(), s.URL+"/file"); err == nil || !strings.Contains(err.Error(), "file:///etc/hostname") {
		t.Errorf("a redirect to a file: %v", err)
	}
	if _, err := c.Get(context.Background(), s.URL+"/closed"); !errors.Is(err, ErrRobots) {
		t.Errorf("a redirect to what robots.txt forbids: %v", err)
	}
}

func TestLimits(t *testing.T) {
	endless := func(w http.ResponseWriter, r *http.Request) {
		for {
			if _, err := w.Write(bytes.Repeat([]byte("x"), 1000)); err != nil {
				return
			}
		}
	}
	bomb := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Encoding", "gzip")
		z := gzip.NewWriter(w)
		z.Write(make([]byte, 1<<20))
		z.Close()
	}
	hangs := func(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }
	s := serve(t, map[string]any{
		"/stated": strings.Repeat("x", 2000), "/endless": endless, "/bomb": bomb, "/hangs": hangs, "/fits": strings.Repeat("x", 1000),
	})
	c, _ := client()
	c.MaxBytes = 1000
	for _, path := range []string{"/stated", "/endless", "/bomb"} {
		if _, err := c.Get(context.Background(), s.URL+path); !errors.Is(err, ErrTooLarge) {
			t.Errorf("%s: %v", path, err)
		}
	}
	if page, err := c.Get(context.Background(), s.URL+"/fits"); err != nil || len(page.Body) != 1000 {
		t.Errorf("/fits: %d bytes, %v", len(page.Body), err)
	}
	quick, _ := client()
	quick.Timeout, quick.Attempts, quick.IgnoreRobots = 20*time.Millisecond, 1, true
	if _, err := quick.Get(context.Background(), s.URL+"/hangs"); err == nil || !strings.Contains(err.Error(), "no answer in time") {
		t.Errorf("/hangs: %v", err)
	}
}

func TestRetries(t *testing.T) {
	fails := 0
	busy := func(w http.ResponseWriter, r *http.Request) {
		if fails++; fails < 3 {
			w.Header().Set("Retry-After", "7")
			w.WriteHeader(http.StatusTooManyRequests)
			return
		}
		io.WriteString(w, "at last")
	}
	cut := 0
	broken := func(w http.ResponseWriter, r *http.Request) {
		if cut++; cut == 1 {
			conn, _, _ := w.(http.Hijacker).Hijack()
			conn.Close()
			return
		}
		io.WriteString(w, "whole")
	}
	down := func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusServiceUnavailable) }
	s := serve(t, map[string]any{"/busy": busy, "/broken": broken, "/down": down})
	c, waits := client()
	c.Delay = -1
	get := func(path string) string {
		page, err := c.Get(context.Background(), s.URL+path)
		if err != nil {
			return err.Error()
		}
		return string(page.Body)
	}
	if got := get("/busy"); got != "at last" {
		t.Errorf("/busy: %s", got)
	}
	if diff := cmp.Diff([]time.Duration{7 * time.Second, 7 * time.Second}, *waits); diff != "" {
		t.Errorf("the server's wish was not heard: %s", diff)
	}
	if got := get("/broken"); got != "whole" {
		t.Errorf("/broken: %s", got)
	}
	*waits = nil
	if got := get("/down"); got != "the server answered 503 Service Unavailable" {
		t.Errorf("/down: %s", got)
	}
	if diff := cmp.Diff([]time.Duration{time.Second, 2 * time.Second}, *waits); diff != "" {
		t.Errorf("waits between attempts: %s", diff)
	}
	s.asked = nil
	if got := get("/none"); got != "the server answered 404 Not Found" || len(s.asked) != 1 {
		t.Errorf("/none: %s after %v", got, s.asked)
	}
}

func TestPrivateAddresses(t *testing.T) {
	s := serve(t, map[string]any{"/": "secret"})
	c, _ := client()
	c.AllowPrivate = false
	for _, address := range []string{
		s.URL, strings.Replace(s.URL, "127.0.0.1", "localhost", 1), strings.Replace(s.URL, "127.0.0.1", "[::ffff:127.0.0.1]", 1),
		"http://10.0.0.1/", "http://169.254.169.254/latest/meta-data", "http://[fd00::1]/", "http://[::1]/", "http://0.0.0.0/",
		"http://printer.local/", "http://metadata.google.internal/", "http://[64:ff9b::7f00:1]/",
	} {
		if _, err := c.Get(context.Background(), address); !errors.Is(err, ErrPrivate) {
			t.Errorf("%s: %v", address, err)
		}
	}
	if len(s.asked) != 0 {
		t.Errorf("the server was asked for %v", s.asked)
	}
	// A name that looks public and resolves to a private address is stopped
	// when the connection is made.
	if err := c.control(context.Background(), "tcp", "192.168.0.7:80", nil); !errors.Is(err, ErrPrivate) {
		t.Errorf("192.168.0.7: %v", err)
	}
	if err := c.control(context.Background(), "tcp", "93.184.216.34:443", nil); err != nil {
		t.Errorf("93.184.216.34: %v", err)
	}
}

// A proxy may have a private address; what it is asked for may not.
func TestProxy(t *testing.T) {
	proxy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		fmt.Fprint(w, "by proxy: "+r.URL.String())
	}))
	defer proxy.Close()
	at, _ := url.Parse(proxy.URL)
	c, _ := client()
	c.AllowPrivate, c.Proxy = false, http.ProxyURL(at)
	page, err := c.Get(context.Background(), "http://example.org/a")
	if err != nil || string(page.Body) != "by proxy: http://example.org/a" {
		t.Errorf("%q, %v", page.Body, err)
	}
	if _, err := c.Get(context.Background(), "http://192.168.0.1/"); !errors.Is(err, ErrPrivate) {
		t.Errorf("a private address by proxy: %v", err)
	}
}

func TestBadAddresses(t *testing.T) {
	c, _ := client()
	for _, address := range []string{"", "example.org", "ftp://example.org/", "http://", "javascript:alert(1)", "http://a b/"} {
		if _, err := c.Get(context.Background(), address); err == nil {
			t.Errorf("%q was asked for", address)
		}
	}
}

func TestCancel(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	s := serve(t, map[string]any{"/a": func(w http.ResponseWriter, r *http.Request) { cancel(); <-r.Context().Done() }})
	c, _ := client()
	if _, err := c.Get(ctx, s.URL+"/a"); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v, want context.Canceled", err)
	}
}

func TestNoServer(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	l.Close()
	c, waits := client()
	if _, err := c.Get(context.Background(), "http://"+l.Addr().String()+"/"); err == nil || !strings.Contains(err.Error(), "refused") {
		t.Errorf("error %v", err)
	}
	if len(*waits) == 0 {
		t.Error("a refused connection was not tried again")
	}
}
