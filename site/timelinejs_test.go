package site

import (
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"dateline/extract/event"
	"dateline/internal/browser"
)

// TestTimelineJSLoads gives both exports for TimelineJS to TimelineJS itself,
// and looks for every event among its slides.
func TestTimelineJSLoads(t *testing.T) {
	t.Parallel()
	program := filepath.Dir(filepath.Dir(browser.Modules(t, "@knight-lab/timelinejs/dist/js/timeline.js")))
	b := browser.Open(t)
	tl := harbor(t)
	out := afero.NewMemMapFs()
	build(t, harborConfig, tl, out)
	mux := http.NewServeMux()
	mux.Handle("/data/", http.FileServer(afero.NewHttpFs(out).Dir(".")))
	mux.Handle("/timelinejs/", http.StripPrefix("/timelinejs/", http.FileServer(http.Dir(program))))
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		// It asks for fonts of others by itself, which is no concern of ours.
		w.Header().Set("Content-Security-Policy", "default-src 'self' 'unsafe-inline' data: blob:")
		fmt.Fprintf(w, `<!doctype html><title>TimelineJS</title><link rel="stylesheet" href="/timelinejs/css/timeline.css">
<div id="timeline" style="width: 100%%; height: 600px"></div><script src="/timelinejs/js/timeline.js"></script>
<script>window.timeline = new TL.Timeline("timeline", "/data/%s", {font: null, script_path: "/timelinejs/js/"})</script>`, r.URL.Query().Get("data"))
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	var want []string
	for _, e := range tl.Events {
		want = append(want, e.Label+map[event.Status]string{event.Ongoing: " (ongoing)", event.Planned: " (was planned)",
			event.Negated: " (did not happen)", event.Statement: " (statement)", event.Possible: " (possible)"}[e.Status])
	}
	for _, name := range []string{"timelinejs.json", "timelinejs.csv"} {
		b.Visit(server.URL+"/page?data="+name, 1280, "light")
		const ready = `new Promise(done => { const end = Date.now() + 20000; const look = () => document.querySelectorAll(".tl-slide h2.tl-headline").length > 1 || Date.now() > end ? done(true) : setTimeout(look, 50); look(); })`
		browser.Eval[bool](b, ready)
		slides := browser.Eval[[]string](b, `[...document.querySelectorAll(".tl-slide h2.tl-headline")].map(e => e.innerHTML)`)
		var got []string
		for _, s := range slides {
			got = append(got, html.UnescapeString(s))
		}
		if len(got) == 0 {
			_, faults := b.Seen()
			t.Errorf("%s shows nothing: %s, %q", name, browser.Eval[string](b, `document.body.innerText`), faults)
			continue
		}
		if got[0] != harborConfig.Title {
			t.Errorf("%s: the title slide says %q", name, got[0])
		}
		if diff := cmp.Diff(want, got[1:]); diff != "" {
			t.Errorf("%s: slides (-want +got):\n%s", name, diff)
		}
		if said := browser.Eval[string](b, `document.body.innerText`); !strings.Contains(said, "June 2023") {
			t.Errorf("%s: the month became something else", name)
		}
	}
}
