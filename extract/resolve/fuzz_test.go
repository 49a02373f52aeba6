package resolve

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/extract/timex"
)

// FuzzFind looks for texts that make the rules panic, or find expressions
// that lie outside the text, overlap, or cut a character in two.
func FuzzFind(f *testing.F) {
	for _, seed := range []string{
		"", "May", "5 p.m.", "the 3–6 March 2014–16 BC", "“Today”…\n\nTuesday", "9/11/'98 1990s' half past", "12,345,678 years ago",
		"\xff\xfe Monday \xe2\x80", "mañana, Tuesday — 3 März", "early late mid-the end of the of", "2021-12-05T18:30:59Z+99:99",
		"\u200bTuesday\u00a0evening\u2009\u202f5\u00a0p.m.", strings.Repeat("(", 50) + "2014", "a a a a week from Friday week from",
		"twenty-one hundred and six million thousand years", "between 3 and 5 p.m. and 31/02/2021 to 00/00/0000", "every other every third day",
		"日本 2021年12月 Tuesday", "İstanbul'da Monday", "00:00 24:00 99:99 0000 UTC+99", "the day before yesterday the day after tomorrow",
	} {
		f.Add(seed, 18966)
	}
	plain, dayFirst := New(Options{}), New(Options{DayFirst: true})
	f.Fuzz(func(t *testing.T, text string, day int) {
		if day < -3000000 || day > 3000000 {
			return
		}
		for _, r := range []*Resolver{plain, dayFirst} {
			for _, dct := range []timex.DCT{{Day: timex.Day(day), Known: true}, {}} {
				check(t, text, r.Find(text, dct))
			}
		}
	})
}

// check reports what is wrong with the spans, types and references of found.
func check(t *testing.T, text string, found []Timex) {
	t.Helper()
	end := 0
	for i, x := range found {
		switch {
		case x.Start < end || x.Start >= x.End || x.End > len(text):
			t.Fatalf("%q: span %d–%d after %d", text, x.Start, x.End, end)
		case utf8.ValidString(text) && !utf8.ValidString(text[x.Start:x.End]):
			t.Fatalf("%q: span %d–%d cuts a character", text, x.Start, x.End)
		case x.Anchor >= i || x.Anchor < NoAnchor:
			t.Fatalf("%q: expression %d counts from %d", text, i, x.Anchor)
		case x.Value.IsZero() || x.Value.String() == "" || x.Type == 0 || x.Confidence == 0 || x.Rule == "" || x.Why() == "":
			t.Fatalf("%q: expression %d is not whole: %+v", text, i, x)
		}
		if first, last, ok := x.Value.Days(); ok && last < first {
			t.Fatalf("%q: %s ends before it begins", text, x.Value)
		}
		x.Alternatives()
		end = x.End
	}
}

// TestOffsetsOnAnyUnicode checks that what stands around an expression does
// not change where it is found.
func TestOffsetsOnAnyUnicode(t *testing.T) {
	dct, _ := timex.ParseDCT("2021-12-05")
	r := New(Options{})
	for _, around := range []string{"", "é ", "日本 ", "\u200b ", "🙂 ", "— ", "\xff ", "İ ", "\u00a0"} {
		text := around + "Talks resume on Tuesday evening. " + around
		found := r.Find(text, dct)
		if len(found) != 1 || text[found[0].Start:found[0].End] != "Tuesday evening" || found[0].Value.String() != "2021-12-07TEV" {
			t.Errorf("%q: found %v", text, show(text, found))
		}
	}
}

// TestLongSentences checks that a text without any end of a sentence is read
// in time that grows with its length.
func TestLongSentences(t *testing.T) {
	dct, _ := timex.ParseDCT("2021-12-05")
	r := New(Options{})
	for _, piece := range []string{"and on Tuesday ", "... ", "2014, ", "the the the ", "(3 May ", "of of of ", "two ", "early ", "\"", "June and "} {
		text := strings.Repeat(piece, 20000)
		check(t, text, r.Find(text, dct))
	}
}
