package site

import (
	"testing"

	"dateline/extract/timex"
	"dateline/templates"
)

func TestGaps(t *testing.T) {
	for _, c := range []struct {
		name  string
		dates []string
		want  []string // before each date after the first
	}{
		{"days", []string{"2021-01-31", "2021-04-30", "2021-09-01"}, []string{"", "No events for 4 months"}},
		{"a month counts to its last day, and from its first", []string{"2021-01", "2021-05"}, []string{"No events for 3 months"}},
		{"a year is no silence within itself", []string{"2020", "2020-11-03"}, []string{""}},
		{"nor is a span", []string{"2020-01-05/2020-12-20", "2020-02-01", "2020-12-24"}, []string{"", ""}},
		{"an open end counts by its begin", []string{"2014-03/..", "2016-02-01"}, []string{"No events for 22 months"}},
		{"an open begin counts by its end", []string{"2014-03-01", "../2016-05-01"}, []string{"No events for 2 years"}},
		{"years are rounded down", []string{"1163", "1859", "1869-11-17"}, []string{"No events for 695 years", "No events for 9 years"}},
		{"across the year before 1", []string{"-0001-03-15", "0001-03-15"}, []string{"No events for 23 months"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			m, err := readMessages(templates.FS, templates.FS, "en")
			if err != nil {
				t.Fatal(err)
			}
			var told reach
			for i, d := range c.dates {
				e, err := timex.ParseEDTF(d)
				if err != nil {
					t.Fatal(err)
				}
				got := speaker{m: m}.gap(told.add(e))
				if i == 0 {
					if got != "" {
						t.Errorf("before the first: %q", got)
					}
				} else if got != c.want[i-1] {
					t.Errorf("before %s: %q, want %q", d, got, c.want[i-1])
				}
			}
		})
	}
}
