package browser

import (
	"os"
	"strings"
	"testing"
)

// axeRun reports violations of WCAG 2.2 AA and of what axe calls best
// practice, one a line. Selectors of what passes, and a second reading of the
// stylesheet, would double the time.
const axeRun = `axe.run(document, {resultTypes: ["violations"], preload: false, runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}).then(r =>
	r.violations.flatMap(v => v.nodes.map(n => v.id + ": " + n.target + " " + n.failureSummary.split("\n").slice(1, 3).join(" "))))`

// overflowing reports the elements that stick out at the side.
const overflowing = `document.documentElement.scrollWidth > innerWidth
	? [...document.querySelectorAll("body *")].filter(e => e.getBoundingClientRect().right > innerWidth + 1).slice(0, 3).map(e => e.tagName + "." + e.className + " " + e.textContent.slice(0, 40))
	: []`

// Axe is the source of axe-core. A file of it that is installed elsewhere can
// be named in DATELINE_AXE. Without it the test is Missing it.
func Axe(t testing.TB) string {
	t.Helper()
	at := os.Getenv("DATELINE_AXE")
	if at == "" {
		at = Modules(t, "axe-core/axe.min.js")
	}
	src, err := os.ReadFile(at)
	if err != nil {
		Missing(t, "there is no axe-core at "+at+" (npm ci --prefix internal/browser)")
	}
	return string(src)
}

// View is a window: its width in CSS pixels and its scheme, "light" or "dark".
type View struct {
	Width  int64
	Scheme string
}

// Views are the windows in which a page is audited.
var Views = []View{{320, "light"}, {320, "dark"}, {390, "light"}, {390, "dark"}, {1280, "light"}, {1280, "dark"}}

// Audit looks at the page that is open in several windows, such as Views:
// nothing sticks out at the side, and axe finds nothing. The page must have
// asked for no addresses but those that begin with own, and have met no error,
// since the last call of Seen. where names the page in messages.
func (b *Tab) Audit(axe, where, own string, views ...View) {
	b.t.Helper()
	Eval[bool](b, axe+";true")
	for _, v := range views {
		b.Look(v.Width, v.Scheme)
		for _, out := range Eval[[]string](b, overflowing) {
			b.t.Errorf("%s at %d px: sticks out: %s", where, v.Width, out)
		}
		for _, found := range Eval[[]string](b, axeRun) {
			b.t.Errorf("%s at %d px, %s: %s", where, v.Width, v.Scheme, found)
		}
	}
	requests, faults := b.Seen()
	for _, r := range requests {
		if !strings.HasPrefix(r, own) && !strings.HasPrefix(r, "data:") && !strings.HasPrefix(r, "blob:") {
			b.t.Errorf("%s asks for %s", where, r)
		}
	}
	for _, f := range faults {
		b.t.Errorf("%s: %s", where, f)
	}
}

// Overflowing returns what sticks out at the side of the page as it is.
func (b *Tab) Overflowing() []string {
	b.t.Helper()
	return Eval[[]string](b, overflowing)
}
