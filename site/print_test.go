package site

import (
	"bytes"
	"strings"
	"testing"
	"unicode"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
	"github.com/google/go-cmp/cmp"
	"github.com/ledongthuc/pdf"
	"github.com/spf13/afero"
	"golang.org/x/text/unicode/norm"

	"dateline/internal/browser"
	"dateline/timeline"
)

// letters returns the letters and digits of s alone: a page on paper breaks
// lines and words where it has to.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return r
		}
		return -1
	}, norm.NFKC.String(s)) // a font may join f and l
}

// printed returns the letters and digits of the page that is open as it is
// printed, as a reader of PDF finds them.
func printed(t *testing.T, b *browser.Tab) string {
	t.Helper()
	content, err := chromedp.Run(b.Context, chromedp.PrintToPDF())
	if err != nil {
		t.Fatal(err)
	}
	file, err := pdf.NewReader(bytes.NewReader(content), int64(len(content)))
	if err != nil {
		t.Fatal(err)
	}
	text, err := file.GetPlainText()
	if err != nil {
		t.Fatal(err)
	}
	var all bytes.Buffer
	if _, err := all.ReadFrom(text); err != nil {
		t.Fatal(err)
	}
	return letters(all.String())
}

// TestPrintHasEveryEvent prints timelines to PDF and looks for the label of
// every event in it.
func TestPrintHasEveryEvent(t *testing.T) {
	for name, tl := range map[string]*timeline.Timeline{"harbor": harbor(t), "samples": sampleTimeline(t)} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			b := browser.Open(t)
			top := onDisk(t, func(out afero.Fs) { build(t, harborConfig, tl, out) })
			b.Visit(top+"index.html", 1280, "light")
			screen := browser.Eval[[]string](b, labels)
			if len(screen) != len(tl.Events) {
				t.Fatalf("%d of %d events are on the screen", len(screen), len(tl.Events))
			}
			paper := printed(t, b)
			for _, e := range tl.Events {
				if !strings.Contains(paper, letters(e.Label)) {
					t.Errorf("the event %q is not printed", e.Label)
				}
			}
			if _, err := chromedp.Call(b.Context, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{Media: "print"}); err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(screen, browser.Eval[[]string](b, labels)); diff != "" {
				t.Errorf("events on paper differ from those on the screen (-screen +paper):\n%s", diff)
			}
			if browser.Eval[bool](b, `[...document.querySelectorAll(".filter, .keys, button")].some(e => e.checkVisibility())`) {
				t.Error("the filters are printed")
			}
			// The working of a date is printed as well.
			e := tl.Events[len(tl.Events)-1]
			b.Visit(top+"events/"+slug(e.ID)+".html", 1280, "light")
			_, m := tl.Of(e.Evidence[0])
			if paper := printed(t, b); !strings.Contains(paper, letters(m.Quote)) || !strings.Contains(paper, "Howthisdatewasworkedout") {
				t.Errorf("the evidence of %q is not printed: %s", e.Label, paper)
			}
		})
	}
}
