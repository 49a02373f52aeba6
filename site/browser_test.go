package site

import (
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dateline/internal/browser"
)

func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }

// serve returns the address of a server for a built site. Like a host of
// static sites it answers with 404.html where there is no file.
func serve(t *testing.T, out afero.Fs) string { return serveUnder(t, out, "/") }

// serveUnder is serve for a site that is under a path of its host.
func serveUnder(t *testing.T, out afero.Fs, path string) string {
	files := http.StripPrefix(path, http.FileServer(afero.NewHttpFs(out).Dir(".")))
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.TrimPrefix(r.URL.Path, path)
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if _, err := out.Stat(name); err == nil {
			files.ServeHTTP(w, r)
			return
		}
		content, err := afero.ReadFile(out, "404.html")
		if err != nil {
			t.Error(err)
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		// A status of 404 would count as an error of the page.
		w.Write(content)
	}))
	t.Cleanup(server.Close)
	return server.URL + path
}

// onDisk builds a site into a folder and returns its file address.
func onDisk(t *testing.T, build func(afero.Fs)) string {
	dir := t.TempDir()
	build(afero.NewBasePathFs(afero.NewOsFs(), dir))
	return "file://" + filepath.ToSlash(dir) + "/"
}

// pageTypes are one page of every kind of the site of harbor, and the states
// of a page that look different.
var pageTypes = []string{
	"index.html", "index.html#embed", "index.html?q=harbor&sort=new", "index.html?status=planned,wasplanned&disputed=1", "index.html?q=nowhere",
	"years/index.html", "years/2024.html", "years/2024.html#embed",
	"events/index.html",
	"events/e-001.html",       // about a year
	"events/e-002.html",       // ongoing, with an open end
	"events/e-003.html",       // known to the month
	"events/e-004.html",       // a span of days
	"events/e-005.html",       // disputed, was planned
	"events/e-005.html#embed", // in a frame
	"events/e-006.html",       // did not happen
	"events/e-007.html",       // a statement, corrected by a reviewer
	"events/e-008.html",       // possible
	"events/e-900.html",       // withdrawn
	"articles/index.html",
	"articles/bridge-vote.html",   // the whole text
	"articles/bridge-result.html", // excerpts
	"topics/index.html", "topics/city-council.html", "topics/town-hall.html", "topics/harbor-wire.html", "topics/bridges.html",
	"az/index.html", "undated.html", "disputed.html", "changes.html", "about.html", "data/index.html",
	"404.html", "404.html?q=harbor", "events/gone.html", // where a host shows 404.html
}

func TestEveryPageTypeIsThere(t *testing.T) {
	out := afero.NewMemMapFs()
	build(t, harborConfig, harbor(t), out)
	files := tree(t, out)
	kinds := map[string]bool{} // folders of the pages that are audited
	for _, name := range pageTypes {
		name, _, _ = strings.Cut(name, "#")
		name, _, _ = strings.Cut(name, "?")
		if _, ok := files[name]; !ok && name != "events/gone.html" {
			t.Errorf("the site of the tests has no %s", name)
		}
		kinds[filepath.Dir(name)] = true
	}
	for name := range files {
		if strings.HasSuffix(name, ".html") && !kinds[filepath.Dir(name)] {
			t.Errorf("%s is a page of a kind that nobody audits", name)
		}
	}
}
