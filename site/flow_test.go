package site

import (
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/internal/browser"
	"dateline/templates"
)

// told builds a timeline of one event of the given date, published on a day.
func told(t *testing.T, date, published string, status event.Status) *builder {
	t.Helper()
	s := newStory(t)
	s.article("a", "A report", published, "The ferry ran then.")
	s.event("Ferry runs", "", "", mention{0, "The ferry ran then.", "", "ran", "", date, status, timex.Explicit})
	b, err := newBuilder(harborConfig, s.tl)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// TestLagIsNoFinerThanTheDate says how long it took to the first report, for
// dates of every precision.
func TestLagIsNoFinerThanTheDate(t *testing.T) {
	for _, test := range []struct{ date, published, want string }{
		{"2024-03-12", "2024-03-12", "First report: the same day."},
		{"2024-03-12", "2024-03-13", "First report: 1 day after."},
		{"2024-03-12", "2024-03-10", "First report: 2 days before."},
		{"2024-03-12T18", "2024-03-12T09:00:00Z", "First report: the same day."},
		{"2024-01-31", "2024-03-14", "First report: 1 month after."},
		{"2020-03-15", "2024-03-14", "First report: 3 years after."},
		{"2024-03", "2024-03-14", "First report: the same month."},
		{"2024-03", "2024-04-01", "First report: 1 month after."},
		{"2021-06", "2024-03-14", "First report: 2 years after."},
		{"2024", "2024-03-14", "First report: the same year."},
		{"2023", "2024-01-01", "First report: 1 year after."},
		{"1931~", "2024-03-14", "First report: about 93 years after."},
		{"-0043", "2024-03-14", "First report: 2,067 years after."},
		{"2024-03-04/2024-03-08", "2024-03-06", "First report: while it went on."},
		{"2024-03-04/2024-03-08", "2024-03-10", "First report: 2 days after."},
		{"2019/..", "2024-03-14", "First report: while it went on."},
		{"2025/..", "2024-03-14", "First report: 9 months before."},
		{"../2024-03-10", "2024-03-14", "First report: 4 days after."},
		{"../2024-03-20", "2024-03-14", "First report: before that date."},
	} {
		if got := told(t, test.date, test.published, event.Happened).lag(0); got != test.want {
			t.Errorf("%s, published %s: %q, want %q", test.date, test.published, got, test.want)
		}
	}
}

// TestFlowSaysBothDates looks at the drawing for dates of every kind: its words
// have both dates, and nothing is drawn where both are one day.
func TestFlowSaysBothDates(t *testing.T) {
	for _, date := range []string{"2024-03-12", "2024-03", "2024", "1931~", "-0043", "2024-03-04/2024-03-08", "2019/..", "2025/..", "../2020", "../2030"} {
		for _, status := range []event.Status{event.Happened, event.Planned, event.Negated} {
			b := told(t, date, "2024-03-14", status)
			f := b.flow(0)
			if f == nil {
				t.Fatalf("%s is not drawn", date)
			}
			e := b.t.Events[0]
			for _, words := range []string{b.dateLabel(e) + " " + b.say.fullAs(e.Date, status).String(), "Published 14 March 2024"} {
				if !strings.Contains(f.Alt, words) {
					t.Errorf("%s, %s: the drawing is said to be %q, without %q", date, status, f.Alt, words)
				}
			}
			if d := f.Dates[0]; d.X1 < 0 || d.X2 > f.Width || d.X1 > d.X2 {
				t.Errorf("%s is drawn from %d to %d", date, d.X1, d.X2)
			}
			if d := f.Dates[0]; d.Open == (status == event.Happened) {
				t.Errorf("%s, %s: drawn as what did not happen yet: %v", date, status, d.Open)
			}
			if strings.Count(f.Ticks, "M") > 60 {
				t.Errorf("%s has %d ticks", date, strings.Count(f.Ticks, "M"))
			}
		}
	}
	if f := told(t, "2024-03-14", "2024-03-14", event.Happened).flow(0); f != nil {
		t.Errorf("one day is drawn: %q", f.Alt)
	}
	if m, err := readMessages(templates.FS, templates.FS, "de"); err != nil || m["flow.after"] == "" {
		t.Errorf("no German words: %v", err)
	}
}

// TestFlowCanBeRead measures the drawing on a phone, in both directions of
// script: all of its words are within it and no smaller than small print, and
// time runs from left to right.
func TestFlowCanBeRead(t *testing.T) {
	t.Parallel()
	b := browser.Open(t)
	own := afero.NewMemMapFs()
	words := "lang.dir: rtl\npublished: نُشر\nwhen.wasplanned: كان مقرراً في\n"
	if err := afero.WriteFile(own, "messages/ar.yaml", []byte(words), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, lang := range []string{"en", "de", "ar"} {
		cfg := harborConfig
		cfg.Lang, cfg.Templates = lang, own
		top := onDisk(t, func(out afero.Fs) { build(t, cfg, harbor(t), out) })
		for _, name := range []string{"events/e-001.html", "events/e-002.html", "events/e-004.html", "events/e-005.html", "events/e-008.html", "disputed.html"} {
			for _, width := range []int64{320, 390, 1280} {
				b.Visit(top+name, width, "light")
				wrong := browser.Eval[[]string](b, `(svg => { if (!svg) return ["no drawing"];
					const all = svg.getBoundingClientRect(), wrong = [];
					for (const text of svg.querySelectorAll("text")) {
						const r = text.getBoundingClientRect(), size = parseFloat(getComputedStyle(text).fontSize) * all.width / svg.viewBox.baseVal.width;
						if (r.left < all.left - 4 || r.right > all.right + 4) wrong.push(text.textContent + " sticks out");
						if (size < 10.5) wrong.push(text.textContent + " is " + size + " px high");
					}
					return wrong; })(document.querySelector(".flow"))`)
				for _, w := range wrong {
					t.Errorf("%s in %s at %d px: %s", name, lang, width, w)
				}
			}
		}
		b.Visit(top+"events/e-001.html", 390, "light")
		if !browser.Eval[bool](b, `document.querySelector(".flow .vague").getBoundingClientRect().right < document.querySelector(".flow .told").getBoundingClientRect().left`) {
			t.Errorf("in %s what was reported later stands before what happened", lang)
		}
	}
}
