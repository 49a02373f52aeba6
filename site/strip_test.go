package site

import (
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dateline/internal/browser"
	"dateline/timeline"
)

// TestStripTellsOfEveryEvent adds up what the columns of overviews say, wide and
// narrow: every event is in one of them or known less closely, each column can
// be hit by a finger, and the highest has its label.
func TestStripTellsOfEveryEvent(t *testing.T) {
	for name, tl := range map[string]*timeline.Timeline{"samples": sampleTimeline(t), "60 articles": many(t, 60, 10), "500 articles": many(t, 500, 10), "one year": many(t, 2, 100)} {
		b, err := newBuilder(harborConfig, tl)
		if err != nil {
			t.Fatal(err)
		}
		strips := b.strips(b.everything(), headingLink, "")
		if len(strips) != 2 || strips[1].Help == "" {
			t.Errorf("%s: %d overviews, read by %q", name, len(strips), strips[len(strips)-1].Help)
		}
		for _, s := range strips {
			told, labeled := 0, 0
			for i, c := range s.Columns {
				told += c.Count
				if c.W < room {
					t.Errorf("%s, %s: column %s is %d wide", name, s.Class, c.Label, c.W)
				}
				if i > 0 && c.X < s.Columns[i-1].X+s.Columns[i-1].W {
					t.Errorf("%s, %s: column %s lies over the one before", name, s.Class, c.Label)
				}
				if !c.Hushed {
					labeled++
				}
			}
			if s.Vague != nil {
				told += leadingNumber(s.Vague.Label)
			}
			if told != len(tl.Events) {
				t.Errorf("%s, %s: %d of %d events are told of", name, s.Class, told, len(tl.Events))
			}
			highest := slices.MaxFunc(s.Columns, func(x, y column) int { return x.Count - y.Count })
			if highest.Hushed || labeled < 2 {
				t.Errorf("%s, %s: %d labels, that of the highest column left out: %v", name, s.Class, labeled, highest.Hushed)
			}
		}
	}
}

// leadingNumber returns the number that a text begins with.
func leadingNumber(s string) int {
	n := 0
	for _, r := range strings.ReplaceAll(s, ",", "") {
		if r < '0' || r > '9' {
			break
		}
		n = n*10 + int(r-'0')
	}
	return n
}

// TestStripLabelsStandApart looks at overviews in Chromium: no label lies over
// another of its line, and all are within the page.
func TestStripLabelsStandApart(t *testing.T) {
	t.Parallel()
	b := browser.Open(t)
	for year, tl := range map[string]*timeline.Timeline{"2021": sampleTimeline(t), "2000": many(t, 60, 10)} {
		for _, lang := range []string{"en", "de"} {
			cfg := harborConfig
			cfg.Lang = lang
			top := onDisk(t, func(out afero.Fs) { build(t, cfg, tl, out) })
			for _, page := range []string{"index.html", "years/index.html", "years/" + year + ".html"} {
				b.Visit(top+page, 320, "light")
				for _, width := range []int64{320, 390, 1280} {
					b.Look(width, "light")
					for _, wrong := range browser.Eval[[]string](b, `(svg => { if (!svg) return [];
						const all = [...svg.querySelectorAll("text:not(.z)")].map(e => [e.textContent, e.getBoundingClientRect()]), wrong = [];
						all.forEach(([a, r], i) => {
							if (r.left < -1 || r.right > innerWidth + 1) wrong.push(a + " sticks out");
							all.slice(i + 1).forEach(([b, q]) => { if (Math.abs(r.top - q.top) < 2 && r.left < q.right - 1 && q.left < r.right - 1) wrong.push(a + " lies over " + b); });
						});
						return wrong; })([...document.querySelectorAll(".strip")].find(e => e.checkVisibility()))`) {
						t.Errorf("%s in %s at %d px: %s", page, lang, width, wrong)
					}
				}
			}
		}
	}
}
