package intake

import "testing"

func TestParseStamp(t *testing.T) {
	for _, test := range []struct{ in, want string }{
		{"2021-12-05", "2021-12-05"},
		{"2021-12-05T18:30:00.000Z", "2021-12-05T18:30Z"},
		{"2021-12-05T18:30:00+0200", "2021-12-05T18:30+02:00"},
		{"2021-12-05 18:30:05 UTC", "2021-12-05T18:30:05Z"},
		{"2021-12-05 18:30:05 GMT+2", "2021-12-05T18:30:05+02:00"},
		{"2021-12-05T18:30", "2021-12-05T18:30"},
		{"2021-12-05T00:00:00+01:00", "2021-12-05"},
		{"Sun, 05 Dec 2021 18:30:00 GMT", "2021-12-05T18:30Z"},
		{"Sun Dec 05 2021 18:30:00 GMT+0200 (EET)", "2021-12-05T18:30+02:00"},
		{"1638729000", "2021-12-05T18:30Z"},
		{"1638729000000", "2021-12-05T18:30Z"},
		{"20211205", "2021-12-05"},
		{"December 5, 2021", "2021-12-05"},
		{"Sunday 5 December 2021 18.30 GMT", "2021-12-05T18:30Z"},
		{"2021/12/05", "2021-12-05"},
		{"0001-01-01T00:00:00", ""},
		{"1970-01-01T00:00:00Z", ""},
		{"2021-13-05", ""},
		{"2 hours ago", ""},
		{"December 2021", ""},
		{"", ""},
	} {
		got, err := ParseStamp(test.in)
		if got.String() != test.want || (err == nil) != (test.want != "") {
			t.Errorf("%q: %s (%v), want %s", test.in, got, err, test.want)
		}
	}
}

func TestReadVisible(t *testing.T) {
	for _, test := range []struct {
		in       string
		dayFirst bool
		want     string
		is       string // labels that are true
	}{
		{"Published: 18:30, 5 December 2021", false, "2021-12-05T18:30", "labeled"},
		{"Updated 6:32 PM EST, Tue December 7, 2021", false, "2021-12-07T18:32-05:00", "updated"},
		{"Published 5 Dec 2021, updated 6 Dec 2021", false, "2021-12-05", "labeled"},
		{"Posted on Monday, 6th of December 2021 at 9 a.m.", false, "2021-12-06T09:00", "labeled"},
		{"Dec. 5, 2021, 12:05 a.m. ET", false, "2021-12-05T00:05", "whole"},
		{"Sun 5 Dec 2021 18.30 BST", false, "2021-12-05T18:30+01:00", "whole"},
		{"5 December 2021 | 07:05 UTC+05:30", false, "2021-12-05T07:05+05:30", "whole"},
		{"By Ada Brook, 2021-12-05 18:30", false, "2021-12-05T18:30", ""},
		{"12/05/2021", false, "2021-12-05", "ambiguous whole"},
		{"12/05/2021", true, "2021-05-12", "ambiguous whole"},
		{"25.12.2021", false, "2021-12-25", "whole"},
		{"12/25/2021", true, "2021-12-25", "whole"},
		{"Wed, 12/08/2021 - 19:42", true, "2021-12-08T19:42", "whole"},
		{"May 3, 2021 5 comments", false, "2021-05-03", ""},
		{"3 May 2021 at 25:10", false, "2021-05-03", ""},
		{"31 February 2021", false, "", ""},
		{"In December 2021", false, "", ""},
		{"7 December", false, "", ""},
		{"room 2021-12-05-17 of mayhem", false, "2021-12-05", ""},
	} {
		v, ok := readVisible(test.in, test.dayFirst)
		is := ""
		for _, label := range []struct {
			name string
			is   bool
		}{{"labeled", v.labeled}, {"updated", v.updated}, {"ambiguous", v.ambiguous}, {"whole", v.whole}} {
			if label.is {
				is += " " + label.name
			}
		}
		if is != "" {
			is = is[1:]
		}
		if v.time.String() != test.want || is != test.is || ok != (test.want != "") {
			t.Errorf("%q: %s %q, want %s %q", test.in, v.time, is, test.want, test.is)
		}
	}
}

func FuzzReadVisible(f *testing.F) {
	f.Add("Updated 6:32 PM EST, Tue December 7, 2021")
	f.Add("12/05/2021 18.30 GMT+2")
	f.Fuzz(func(t *testing.T, s string) {
		if v, ok := readVisible(s, false); ok && (v.end <= 0 || v.end > len(s) || !v.time.Known) {
			t.Errorf("%q: %+v", s, v)
		}
	})
}
