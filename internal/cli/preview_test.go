package cli

import (
	"bufio"
	"context"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// files returns a file system in memory that holds what is given as name, text, name, text.
func files(t *testing.T, namesAndTexts ...string) afero.Fs {
	t.Helper()
	fs := afero.NewMemMapFs()
	for i := 0; i+1 < len(namesAndTexts); i += 2 {
		if err := afero.WriteFile(fs, namesAndTexts[i], []byte(namesAndTexts[i+1]), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return fs
}

func TestPreviewAnswers(t *testing.T) {
	const page = `<html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'"></head><body>Home</body></html>`
	p := &preview{}
	p.show(files(t, "index.html", page, "articles/index.html", "<body>List", "404.html", "<body>Lost</body>",
		"style.css", "p{}", ".dateline-manifest", "secret"), "")
	for _, c := range []struct {
		name, method, path, host string
		status                   int
		has, hasNot              string
	}{
		{"the home page, with the script and without its policy", "GET", "/", "localhost:1313", 200, "Home<script src=\"/-/dateline/reload.js\"></script></body>", "Content-Security-Policy"},
		{"a page without an end", "GET", "/articles/", "127.0.0.1", 200, "List<script", ""},
		{"a folder without its slash", "GET", "/articles", "[::1]:80", 302, "", ""},
		{"another file as it is", "GET", "/style.css", "localhost", 200, "p{}", "<script"},
		{"the page for what is missing", "GET", "/nothing.html", "localhost", 404, "Lost", ""},
		{"a way out of the site", "GET", "/../../etc/passwd", "localhost", 404, "Lost", ""},
		{"a file that is not public", "GET", "/.dateline-manifest", "localhost", 404, "Lost", "secret"},
		{"the script", "GET", "/-/dateline/reload.js", "localhost", 200, "EventSource", ""},
		{"another method", "POST", "/", "localhost", 405, "", "Home"},
		{"another name of this machine", "GET", "/", "news.example", 403, "", "Home"},
	} {
		t.Run(c.name, func(t *testing.T) {
			r := httptest.NewRequest(c.method, "http://"+c.host+c.path, nil)
			w := httptest.NewRecorder()
			p.ServeHTTP(w, r)
			body := w.Body.String()
			if w.Code != c.status || !strings.Contains(body, c.has) || c.hasNot != "" && strings.Contains(body, c.hasNot) {
				t.Errorf("status %d, want %d; body %q", w.Code, c.status, body)
			}
		})
	}
}

func TestPreviewShowsProblems(t *testing.T) {
	get := func(p *preview) string {
		w := httptest.NewRecorder()
		p.ServeHTTP(w, httptest.NewRequest("GET", "http://localhost/", nil))
		return w.Body.String()
	}
	p := &preview{}
	p.show(nil, "a.md:3: <date>")
	if body := get(p); !strings.Contains(body, "could not be built") || !strings.Contains(body, "a.md:3: &lt;date&gt;") || !strings.Contains(body, reloadScript) {
		t.Errorf("without a good build: %q", body)
	}
	p.show(files(t, "index.html", "<body>Good</body>"), "")
	if body := get(p); !strings.Contains(body, "Good") || strings.Contains(body, "last good build") {
		t.Errorf("after a good build: %q", body)
	}
	p.show(nil, "a.md:3: <date>")
	if body := get(p); !strings.Contains(body, "Good") || !strings.Contains(body, "a.md:3: &lt;date&gt;") {
		t.Errorf("after a bad build: %q", body)
	}
}

func TestPreviewTellsOfReloads(t *testing.T) {
	p := &preview{}
	server := httptest.NewServer(p)
	defer server.Close()
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	r, err := http.NewRequestWithContext(ctx, "GET", server.URL+reloadEvents, nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(r)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	lines := bufio.NewScanner(answer.Body)
	lines.Scan() // ": connected"
	for range 3 {
		p.show(files(t), "")
		for lines.Scan() && lines.Text() != "event: reload" {
		}
		if lines.Err() != nil {
			t.Fatal(lines.Err())
		}
	}
}
