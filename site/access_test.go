package site

import (
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// axeRun reports the violations of WCAG 2.2 AA, one a line.
const axeRun = `axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
	r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.target + " " + n.failureSummary.split("\n").slice(1, 3).join(" "))))`

// overflowing reports the elements that stick out at the side.
const overflowing = `document.documentElement.scrollWidth > innerWidth
	? [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.tagName + "." + e.className + " " + e.textContent.slice(0, 40))
	: []`

func TestPagesInChromium(t *testing.T) {
	axe := loadAxe(t)
	b := newBrowser(t)
	out := afero.NewMemMapFs()
	build(t, harborConfig, harbor(t), out)
	top := serve(t, out)
	for _, name := range pageTypes {
		// What axe finds depends on the scheme by its colors and on the width
		// by what is shown: two of the four views have both.
		for _, view := range []struct {
			width  int64
			scheme string
			axe    bool
		}{{320, "light", true}, {390, "dark", false}, {1280, "light", false}, {1280, "dark", true}} {
			where := name
			b.seen()
			b.show(top+name, view.width, view.scheme)
			for _, out := range eval[[]string](b, overflowing) {
				t.Errorf("%s at %d px: sticks out: %s", where, view.width, out)
			}
			requests, faults := b.seen()
			for _, r := range requests {
				if !strings.HasPrefix(r, top) && !strings.HasPrefix(r, "data:") {
					t.Errorf("%s asks for %s", where, r)
				}
			}
			for _, f := range faults {
				t.Errorf("%s: %s", where, f)
			}
			if !view.axe {
				continue
			}
			eval[bool](b, axe+";true")
			for _, v := range eval[[]string](b, axeRun) {
				t.Errorf("%s at %d px, %s: %s", where, view.width, view.scheme, v)
			}
		}
	}
}

// TestRightToLeft turns the interface round, as a language of the site's own
// may: nothing may stick out, and the date stands at the right of its event.
func TestRightToLeft(t *testing.T) {
	b := newBrowser(t)
	own := afero.NewMemMapFs()
	if err := afero.WriteFile(own, "messages/ar.yaml", []byte("lang.dir: rtl\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	cfg := harborConfig
	cfg.Lang, cfg.Templates = "ar", own
	out := afero.NewMemMapFs()
	build(t, cfg, harbor(t), out)
	top := serve(t, out)
	for _, name := range pageTypes {
		for _, width := range []int64{320, 1280} {
			b.show(top+name, width, "light")
			for _, out := range eval[[]string](b, overflowing) {
				t.Errorf("%s at %d px sticks out: %s", name, width, out)
			}
			if eval[bool](b, `[...document.querySelectorAll("body *")].some(e => e.checkVisibility() && !e.closest(".vh, .skip, .l") && e.getBoundingClientRect().left < -1)`) {
				t.Errorf("%s at %d px sticks out at the left", name, width)
			}
		}
	}
	b.show(top+"index.html", 1280, "light")
	if !eval[bool](b, `document.querySelector(".e .d").getBoundingClientRect().left > document.querySelector(".e .b").getBoundingClientRect().left`) {
		t.Error("the date does not stand at the right of its event")
	}
}
