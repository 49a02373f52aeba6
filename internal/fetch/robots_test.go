package fetch

import (
	"context"
	"errors"
	"net/http"
	"net/url"
	"testing"
	"time"
)

func TestRobotsRules(t *testing.T) {
	const text = `# ours
User-agent: otherbot
Disallow: /

User-Agent: Dateline
User-agent: friend
Disallow: /private/
Allow: /private/open
Disallow: /*.pdf$
Disallow: /search?q=
Crawl-delay: 2.5

User-agent: *
Disallow: /everyone
`
	r := parseRobots(text, product("dateline/v1.0 (+https://example.org)"))
	for path, want := range map[string]bool{
		"/": true, "/private/": false, "/private/open/a": true, "/private/shut": false, "/everyone": true,
		"/a.pdf": false, "/a.pdf?x": true, "/b/c.pdf": false, "/search?q=war": false, "/search": true, "/robots.txt": true,
	} {
		u, err := url.Parse("http://example.org" + path)
		if err != nil {
			t.Fatal(err)
		}
		if got := r.allows(u); got != want {
			t.Errorf("%s: %t, want %t", path, got, want)
		}
	}
	if r.delay != 2500*time.Millisecond {
		t.Errorf("delay %v", r.delay)
	}
	u, _ := url.Parse("http://example.org/everyone")
	if parseRobots(text, "unknown").allows(u) {
		t.Error("the rules for all do not bind an agent without its own")
	}
	if !parseRobots("User-agent: *\nDisallow:\n", "dateline").allows(u) {
		t.Error("an empty Disallow forbids")
	}
}

func TestRobotsAreRespected(t *testing.T) {
	s := serve(t, map[string]any{"/robots.txt": "User-agent: *\nDisallow: /shut\nCrawl-delay: 4\n", "/shut/a": "a", "/open": "b", "/too": "c"})
	c, waits := client()
	if _, err := c.Get(context.Background(), s.URL+"/shut/a"); !errors.Is(err, ErrRobots) {
		t.Errorf("error %v, want ErrRobots", err)
	}
	for _, path := range []string{"/open", "/too"} {
		if _, err := c.Get(context.Background(), s.URL+path); err != nil {
			t.Errorf("%s: %v", path, err)
		}
	}
	if got := *waits; len(got) != 2 || got[0] != 4*time.Second || got[1] != 4*time.Second {
		t.Errorf("waits %v, want the delay that the site asks for", got)
	}
	c.IgnoreRobots = true
	if page, err := c.Get(context.Background(), s.URL+"/shut/a"); err != nil || string(page.Body) != "a" {
		t.Errorf("%q, %v", page.Body, err)
	}
}

// A site that cannot say what it allows is left alone, and asked once.
func TestRobotsUnreachable(t *testing.T) {
	s := serve(t, map[string]any{
		"/robots.txt": func(w http.ResponseWriter, r *http.Request) { w.WriteHeader(http.StatusInternalServerError) },
		"/a":          "a",
	})
	c, _ := client()
	for range 2 {
		if _, err := c.Get(context.Background(), s.URL+"/a"); err == nil || err.Error() != "reading robots.txt: the server answered 500 Internal Server Error" {
			t.Errorf("error %v", err)
		}
	}
	if len(s.asked) != DefaultAttempts {
		t.Errorf("asked for %v", s.asked)
	}
}
