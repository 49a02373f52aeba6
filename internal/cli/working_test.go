package cli

import (
	"bufio"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/extract"
	"dateline/extract/timex"
)

// laidOut returns what a layout prints on a line of 70 columns.
func laidOut(layout func(w *working)) string {
	var out strings.Builder
	w := &working{out: bufio.NewWriter(&out), width: 70}
	layout(w)
	w.flush()
	return out.String()
}

func TestWorkingOfAnArticle(t *testing.T) {
	dct, err := timex.ParseDCT("2021-12-05T18:30+02:00")
	if err != nil {
		t.Fatal(err)
	}
	first := 0
	x := &articleExplanation{
		File: "content/talks.md", dct: dct,
		Timexes: []explainedTimex{
			{5, 5, 0, extract.TimexRecord{Text: "Tuesday", Value: "2021-12-07", From: "2021-12-07", To: "2021-12-07", Anchor: "dct",
				Rule: "weekday-future", Confidence: "inferred", Why: "“Tuesday” → “will hold” is future → the next one → 7 December 2021",
				Alternatives: []timex.Reading{{Value: "2021-11-30", Why: "the latest one before publication, that day included"}}}},
			{6, 7, 1, extract.TimexRecord{Text: "the week\nafter", Value: "2021-W50", From: "2021-12-13", To: "2021-12-19", Anchor: "t0",
				Mod: "START", Rule: "relative", Confidence: "explicit"}},
		},
		Events: []explainedEvent{{5, extract.EventRecord{ID: "e-1", Text: "hold talks", Date: "2021-12-07", Status: "planned", Label: "Talks of the two presidents",
			Timex: &first, Quote: "The two presidents will hold talks by video link on Tuesday,\nboth capitals said.", Why: "“hold talks” is the verb that “on Tuesday” touches"}}},
	}
	x.all = x
	want := `content/talks.md, published Sunday 5 December 2021, 18:30 +02:00

line 5: “Tuesday” is 7 December 2021 (2021-12-07)
  rule        weekday-future (inferred)
  because     “will hold” is future
              → the next one
              → 7 December 2021
  or else     2021-11-30: the latest one before publication, that day
              included

line 6: “the week after” is 2021-W50, 13–19 December 2021, START
  rule        relative (explicit)
  counts from “Tuesday” on line 5, 7 December 2021 (2021-12-07)

line 5: Talks of the two presidents
  date        7 December 2021 (2021-12-07), planned
  word        “hold talks”
  dated by    “Tuesday”
  sentence    “The two presidents will hold talks by video link on
              Tuesday, both capitals said.”
  because     “hold talks” is the verb that “on Tuesday” touches
  id          e-1
`
	if diff := cmp.Diff(want, laidOut(func(w *working) { w.article(x) })); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
	if part := x.only(7); len(part.Timexes) != 1 || part.Timexes[0].Index != 1 || len(part.Events) != 0 {
		t.Errorf("line 7 has %+v", part)
	}
	if part := x.only(5); len(part.Timexes) != 1 || len(part.Events) != 1 {
		t.Errorf("line 5 has %+v", part)
	}
	if got := x.only(1).elsewhere(); got != "; there are some on line 5, 6" {
		t.Errorf("elsewhere: %q", got)
	}
}

func TestPublishedWords(t *testing.T) {
	for in, want := range map[string]string{
		"2021-12-05":                "Sunday 5 December 2021",
		"2021-12-05T18:30":          "Sunday 5 December 2021, 18:30",
		"2021-12-05T08:05:10Z":      "Sunday 5 December 2021, 08:05 UTC",
		"2021-12-05T18:30:00-05:00": "Sunday 5 December 2021, 18:30 -05:00",
	} {
		dct, err := timex.ParseDCT(in)
		if err != nil {
			t.Fatal(err)
		}
		if got := publishedWords(dct); got != want {
			t.Errorf("%s is %q, want %q", in, got, want)
		}
	}
}

func TestProgress(t *testing.T) {
	var out strings.Builder
	p := &progress{w: &out}
	for range 250 {
		p.step("reading", 250)
	}
	p.clear()
	if s := out.String(); strings.Count(s, "\r") != 102 || !strings.Contains(s, "reading: 250 of 250") || !strings.HasSuffix(s, "\r\x1b[K") {
		t.Errorf("%d lines, %.300q", strings.Count(s, "\r"), s)
	}
	out.Reset()
	p = &progress{w: &out}
	for range 250 {
		p.tick("articles")
	}
	p.clear()
	if s := out.String(); s != "\r\x1b[K100 articles\r\x1b[K200 articles\r\x1b[K" {
		t.Errorf("%q", s)
	}
	out.Reset()
	p = newProgress(&out) // not a terminal
	p.step("reading", 1)
	p.tick("articles")
	p.clear()
	if out.Len() != 0 {
		t.Errorf("not on a terminal: %q", out.String())
	}
}
