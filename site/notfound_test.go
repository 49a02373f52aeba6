package site

import (
	"slices"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/spf13/afero"

	"dateline/internal/browser"
)

// TestMissingPageLeadsOn opens addresses that lead nowhere: the search and the
// links lead to pages of the site from any depth, whether the site knows its
// address or not.
func TestMissingPageLeadsOn(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		base, path string
		missing    []string
	}{
		{"", "/", []string{"gone.html", "events/gone.html", "topics/gone.html?q=pier"}},
		{"", "/port/", []string{"gone.html", "years/1850.html"}},
		{"https://example.org/port/", "/port/", []string{"gone.html", "events/gone.html", "a/b/c/gone.html"}},
	} {
		cfg := harborConfig
		cfg.BaseURL = test.base
		out := afero.NewMemMapFs()
		build(t, cfg, harbor(t), out)
		top := serveUnder(t, out, test.path)
		b := browser.Open(t)
		for _, name := range test.missing {
			b.Visit(top+name, 390, "light")
			b.Do(chromedp.WaitVisible(chromedp.CSS("input[type=search]")), chromedp.SendKeys(chromedp.CSS("input[type=search]"), " pier"))
			const found = `new Promise(done => { const look = () => { const a = document.querySelector(".found a"); a ? done(a.href) : setTimeout(look, 20); }; look(); })`
			if got := browser.Eval[string](b, found); got != top+"events/e-002.html" && got != top+"events/e-001.html" {
				t.Errorf("%s%s: a search leads to %s", test.path, name, got)
			}
			ways := browser.Eval[[]string](b, `[...document.querySelectorAll("main .ways a, nav a")].map(a => a.href)`)
			for _, want := range []string{"az/index.html", "years/index.html", "index.html", "data/index.html"} {
				if !slices.Contains(ways, top+want) {
					t.Errorf("%s%s: no link leads to %s, but to %q", test.path, name, want, ways)
				}
			}
		}
		if _, faults := b.Seen(); len(faults) > 0 {
			t.Errorf("under %s with the address %q: %q", test.path, test.base, faults)
		}
		if test.base == "" {
			continue
		}
		b.Script(false)
		b.Visit(top+"a/b/c/gone.html", 390, "light")
		b.Script(true)
		if ways := browser.Eval[[]string](b, `[...document.querySelectorAll("main .ways a")].map(a => a.href)`); !slices.Contains(ways, top+"az/index.html") || !slices.Contains(ways, top+"years/index.html") {
			t.Errorf("without script the links lead to %q", ways)
		}
	}
}
