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
