package extract

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/extract/timex"
)

// FuzzDocument checks that no text brings the extractor down, and that every
// place it names is in the text and reads as it says.
func FuzzDocument(f *testing.F) {
	for _, s := range []string{
		"Talks will be held on Tuesday evening, the ministry said on 3 May 1998.",
		"“We met last week,” she said. Two days later – on the 31st – they left at 5 p.m. EST.",
		"From June to August 2014; the 1990s; Q3 2020; early next month; 12/07/2021; 664 BC; every Monday",
		"the second half of the 19th century\n\nLONDON, Feb 30 (Agency) — It's 24:61 o'clock, the year 99999999999999999999.",
		"\u00a05\u202fJune\u200b2014 ½ ´ ＪＵＮＥ １２ 三月", "last last next week ago ago in in 0 days", "'' \" “ ” « „ ( [ {",
	} {
		f.Add(s, "2021-12-05T18:30:00Z")
	}
	f.Add("the day before the first of January", "0001-01-01")
	f.Add("in 9000 years", "9999-12-31")
	x := New(Options{})
	f.Fuzz(func(t *testing.T, text, published string) {
		dct, err := timex.ParseDCT(published)
		if err != nil || !utf8.ValidString(text) || len(text) > 5000 {
			return
		}
		r := x.Document(Document{ID: "a", Title: text[:strings.IndexByte(text+"\n", '\n')], Published: dct, Text: text})
		rec := r.Record(true)
		runes := []rune(text)
		within := func(start, end int) string {
			if start < 0 || start > end || end > len(runes) {
				t.Fatalf("%d to %d is outside of %q", start, end, text)
			}
			return string(runes[start:end])
		}
		last := 0
		for i, e := range rec.Timexes {
			if within(e.Start, e.End) != e.Text || e.Text == "" || e.Start < last || e.Value == "" || e.Type == "" || e.Rule == "" || e.Why == "" {
				t.Fatalf("expression %d %+v of %q", i, e, text)
			}
			last = e.End
			if a := r.Timexes[i].Anchor; a >= i {
				t.Fatalf("expression %d counts from %d, which comes later", i, a)
			}
		}
		for i, e := range rec.Events {
			if within(e.Start, e.End) != e.Text || e.Text == "" || within(e.Sentence.Start, e.Sentence.End) != e.Quote || e.Status == "" || e.ID == "" {
				t.Fatalf("event %d %+v of %q", i, e, text)
			}
			if e.Timex != nil && *e.Timex >= len(rec.Timexes) {
				t.Fatalf("event %d is dated by expression %d of %d", i, *e.Timex, len(rec.Timexes))
			}
			if _, err := timex.ParseEDTF(e.Date); e.Date != "" && err != nil {
				t.Fatalf("event %d of %q: %v", i, text, err)
			}
		}
	})
}
