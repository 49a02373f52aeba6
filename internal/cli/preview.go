package cli

import (
	"bytes"
	"fmt"
	"html"
	"io/fs"
	"mime"
	"net"
	"net/http"
	"path"
	"regexp"
	"strings"
	"sync"

	"github.com/spf13/afero"
)

// preview serves a site from memory, with live reload. What it adds to the
// pages is never in a file.
type preview struct {
	anyHost bool // answer whatever name the browser used, not only this machine's

	mu        sync.Mutex
	site      afero.Fs // nil before the first good build
	problem   string   // why the last build failed, "" when it did not
	listeners map[chan struct{}]struct{}
}

// The addresses of the preview itself.
const (
	reloadEvents = "/-/dateline/events"
	reloadScript = "/-/dateline/reload.js"
)

// script reloads the page when the server says so, and after it was away.
const script = `(() => {
  const events = new EventSource("` + reloadEvents + `");
  let lost = false;
  events.addEventListener("reload", () => location.reload());
  events.addEventListener("error", () => { lost = true; });
  events.addEventListener("open", () => { if (lost) location.reload(); });
})();
`

// show makes a new site the one that is served and reloads the pages.
// A failed build, with its problem, leaves the last good site in place.
func (p *preview) show(site afero.Fs, problem string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if site != nil {
		p.site = site
	}
	p.problem = problem
	for c := range p.listeners {
		select {
		case c <- struct{}{}:
		default: // one is waiting already
		}
	}
}

func (p *preview) state() (afero.Fs, string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.site, p.problem
}

// ServeHTTP answers with a page, a file, the reload script or its events.
func (p *preview) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Content-Type-Options", "nosniff")
	switch {
	case !p.anyHost && !isLoopback(r.Host):
		// A page elsewhere must not read drafts through a name that it points here.
		http.Error(w, "this preview answers to localhost only", http.StatusForbidden)
	case r.Method != http.MethodGet && r.Method != http.MethodHead:
		w.Header().Set("Allow", "GET, HEAD")
		http.Error(w, "only GET and HEAD", http.StatusMethodNotAllowed)
	case r.URL.Path == reloadEvents:
		p.events(w, r)
	case r.URL.Path == reloadScript:
		w.Header().Set("Content-Type", "text/javascript; charset=utf-8")
		w.Write([]byte(script))
	default:
		p.file(w, r)
	}
}

// isLoopback reports whether a Host header names this machine.
func isLoopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.Trim(host, "[]")
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}

// events keeps a line open on which reloads are told.
func (p *preview) events(w http.ResponseWriter, r *http.Request) {
	changed := make(chan struct{}, 1)
	p.mu.Lock()
	if p.listeners == nil {
		p.listeners = map[chan struct{}]struct{}{}
	}
	p.listeners[changed] = struct{}{}
	p.mu.Unlock()
	defer func() {
		p.mu.Lock()
		delete(p.listeners, changed)
		p.mu.Unlock()
	}()
	out := http.NewResponseController(w)
	w.Header().Set("Content-Type", "text/event-stream")
	fmt.Fprint(w, ": connected\n\n")
	if out.Flush() != nil {
		return
	}
	for {
		select {
		case <-r.Context().Done():
			return
		case <-changed:
			fmt.Fprint(w, "event: reload\ndata: {}\n\n")
			if out.Flush() != nil {
				return
			}
		}
	}
}

// file answers with a file of the site, or with its page for what is missing.
func (p *preview) file(w http.ResponseWriter, r *http.Request) {
	site, problem := p.state()
	if site == nil {
		p.page(w, http.StatusInternalServerError, problemPage(problem))
		return
	}
	name := strings.TrimPrefix(path.Clean("/"+r.URL.Path), "/")
	if strings.HasSuffix(r.URL.Path, "/") {
		name = path.Join(name, "index.html")
	} else if isDir, err := afero.DirExists(site, name); err == nil && isDir {
		http.Redirect(w, r, path.Base(r.URL.Path)+"/", http.StatusFound)
		return
	}
	status := http.StatusOK
	src, err := readPublic(site, name)
	if err != nil {
		status, name = http.StatusNotFound, "404.html"
		if src, err = readPublic(site, name); err != nil {
			http.Error(w, "not found", status)
			return
		}
	}
	if path.Ext(name) == ".html" {
		p.page(w, status, withBanner(src, problem))
		return
	}
	if kind := mime.TypeByExtension(path.Ext(name)); kind != "" {
		w.Header().Set("Content-Type", kind)
	}
	w.WriteHeader(status)
	w.Write(src)
}

// readPublic reads a file of the site; what begins with a dot is not public.
func readPublic(site afero.Fs, name string) ([]byte, error) {
	if strings.HasPrefix(path.Base(name), ".") {
		return nil, fs.ErrNotExist
	}
	return afero.ReadFile(site, name)
}

func (p *preview) page(w http.ResponseWriter, status int, src []byte) {
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	w.Write(withReload(src))
}

// policy is the Content-Security-Policy of a page, which would keep the
// preview's own script from running.
var policy = regexp.MustCompile(`(?i)<meta\s+http-equiv="?content-security-policy"?[^>]*>`)

// withReload returns a page with the script that reloads it.
func withReload(src []byte) []byte {
	return beforeEnd(policy.ReplaceAll(src, nil), `<script src="`+reloadScript+`"></script>`)
}

// withBanner returns a page that says above all that it is out of date, when
// the last build failed.
func withBanner(src []byte, problem string) []byte {
	if problem == "" {
		return src
	}
	return beforeEnd(src, `<div role="alert" style="position:fixed;inset:auto 0 0 0;z-index:9;max-height:40vh;overflow:auto;padding:1em;background:#fff;color:#000;border-top:4px solid #b00">`+
		`<strong>This is the last good build.</strong><pre style="white-space:pre-wrap">`+html.EscapeString(problem)+`</pre></div>`)
}

// beforeEnd puts markup before the end of the body.
func beforeEnd(src []byte, markup string) []byte {
	at := bytes.LastIndex(src, []byte("</body>"))
	if at < 0 {
		at = len(src)
	}
	return append(append(append(make([]byte, 0, len(src)+len(markup)), src[:at]...), markup...), src[at:]...)
}

// problemPage is what is served while there is no good build.
func problemPage(problem string) []byte {
	return []byte(`<!doctype html><html lang="en"><meta charset="utf-8"><title>Not built</title>` +
		`<meta name="viewport" content="width=device-width"><body><h1>The site could not be built</h1><pre style="white-space:pre-wrap">` +
		html.EscapeString(problem) + `</pre></body></html>`)
}
