package timex

import (
	"testing"

	"pgregory.net/rapid"
)

func TestParseEDTF(t *testing.T) {
	for _, c := range []struct{ in, first, last, words string }{
		{"2014", "2014-01-01", "2014-12-31", "2014"},
		{"2021-06", "2021-06-01", "2021-06-30", "June 2021"},
		{"2021-12-07", "2021-12-07", "2021-12-07", "7 December 2021"},
		{"2021-12-07T20", "2021-12-07", "2021-12-07", "7 December 2021, 20:00"},
		{"2021-12-07T20:30", "2021-12-07", "2021-12-07", "7 December 2021, 20:30"},
		{"2014/..", "2014-01-01", "", "since 2014"},
		{"../2020-08-04", "", "2020-08-04", "by 4 August 2020"},
		{"2014-02/2014-03", "2014-02-01", "2014-03-31", "February to March 2014"},
		{"2014-03-03/2014-03-06", "2014-03-03", "2014-03-06", "3–6 March 2014"},
		{"2014-03-30/2014-04-02", "2014-03-30", "2014-04-02", "30 March to 2 April 2014"},
		{"2013-12/2014-01", "2013-12-01", "2014-01-31", "December 2013 to January 2014"},
		{"2021-12~", "2021-12-01", "2021-12-31", "about December 2021"},
		{"2021-12-07?", "2021-12-07", "2021-12-07", "7 December 2021 (uncertain)"},
		{"1850%", "1850-01-01", "1850-12-31", "about 1850 (uncertain)"},
		{"-0663", "-0663-01-01", "-0663-12-31", "664 BCE"},
		{"0000-03", "0000-03-01", "0000-03-31", "March 1 BCE"},
	} {
		e, err := ParseEDTF(c.in)
		if err != nil {
			t.Errorf("ParseEDTF(%q): %v", c.in, err)
			continue
		}
		if e.String() != c.in {
			t.Errorf("ParseEDTF(%q).String() = %q", c.in, e)
		}
		first, last, hasFirst, hasLast := e.Bounds()
		if hasFirst != (c.first != "") || hasFirst && first.String() != c.first {
			t.Errorf("%s begins on %s (%v), want %q", c.in, first, hasFirst, c.first)
		}
		if hasLast != (c.last != "") || hasLast && last.String() != c.last {
			t.Errorf("%s ends on %s (%v), want %q", c.in, last, hasLast, c.last)
		}
		if got := e.Words(); got != c.words {
			t.Errorf("%s in words is %q, want %q", c.in, got, c.words)
		}
	}
	for _, in := range []string{"", "0000", "/", "../..", "21", "2021-13", "2021-02-30", "2021-1-1", "2021-12-07T24", "2021-12T20",
		"2021-12-07T7", "2021-12-07T20:60", "2014/2013", "2014-05/2014-03", "yesterday", "2021-12-07-01", "+2021-01", "2021-06~x"} {
		if e, err := ParseEDTF(in); err == nil {
			t.Errorf("ParseEDTF(%q) = %q, want an error", in, e)
		}
	}
}

func TestEDTFReadsBack(t *testing.T) {
	point := rapid.Custom(func(t *rapid.T) Point {
		d := Day(rapid.IntRange(-900_000, 900_000).Draw(t, "day"))
		p := Point{Approximate: rapid.Bool().Draw(t, "about"), Uncertain: rapid.Bool().Draw(t, "doubtful")}
		var m, day int
		p.Year, m, day = d.Civil()
		switch rapid.IntRange(0, 3).Draw(t, "granularity") {
		case 1:
			p.Month = m
		case 2:
			p.Month, p.Day = m, day
		case 3:
			p.Month, p.Day, p.Clock = m, day, "07:05"
		}
		return p
	})
	rapid.Check(t, func(t *rapid.T) {
		e := EDTF{From: point.Draw(t, "from")}
		if e.IsZero() {
			t.Skip("1 BCE alone cannot be written")
		}
		if rapid.Bool().Draw(t, "interval") {
			e.Interval = true
			if rapid.Bool().Draw(t, "open") {
				e.OpenTo = true
			} else {
				e.To = e.From
				e.To.Year++
				if e.To.Day == 29 {
					e.To.Day = 28
				}
			}
		}
		back, err := ParseEDTF(e.String())
		if err != nil || back != e {
			t.Fatalf("%q reads back as %q, %v", e, back, err)
		}
	})
}

func FuzzParseEDTF(f *testing.F) {
	for _, s := range []string{"2014", "2021-12-07T20:30", "2014/..", "../2020-08-04", "2021-12~", "-0663-02-28%"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		e, err := ParseEDTF(s)
		if err != nil {
			return
		}
		if back, err := ParseEDTF(e.String()); err != nil || back != e {
			t.Fatalf("ParseEDTF(%q) = %q, which reads back as %q, %v", s, e, back, err)
		}
	})
}
