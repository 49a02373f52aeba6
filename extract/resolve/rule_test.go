package resolve

import (
	"strings"
	"testing"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules"
	"github.com/olebedev/when/rules/en"

	"dateline/extract/timex"
)

// TestFamiliesAreRules tries single families in a parser of their own, on
// texts that no scan has read.
func TestFamiliesAreRules(t *testing.T) {
	for _, c := range []struct {
		family *family
		text   string
		left   int
		match  string // "" for none
	}{
		{weekdayFamily(), "The shop opens late on Friday evening.", 15, "late on Friday evening"},
		{weekdayFamily(), "The shop opens late.", 0, ""},
		{calendarFamily(), "It closed on 9 May 2014.", 13, "9 May 2014"},
		{lengthFamily(), "It closed two weeks ago.", 10, "two weeks ago"},
		{clockFamily(), "Doors open at 5 p.m. sharp.", 14, "5 p.m."},
		{seasonFamily(), "Prices will fall and spring back.", 0, ""},
		{holidayFamily(), "It is shut on New Year's Day.", 14, "New Year's Day"},
	} {
		c.family.scan = newScan(Options{})
		var rule rules.Rule = c.family
		switch m := rule.Find(c.text); {
		case m == nil && c.match != "":
			t.Errorf("%s finds nothing in %q", c.family.name, c.text)
		case m != nil && (m.Text != c.match || m.Left != c.left || m.Right != c.left+len(c.match)):
			t.Errorf("%s finds %q at %d in %q, want %q at %d", c.family.name, m.Text, m.Left, c.text, c.match, c.left)
		}
	}
}

// TestContextHasTheFirstMoment checks that the time which the parser makes
// of the Context is the first moment of the value that is kept.
func TestContextHasTheFirstMoment(t *testing.T) {
	dct, _ := timex.ParseDCT("2021-12-05")
	base := time.Date(2021, 12, 5, 0, 0, 0, 0, time.UTC)
	for _, c := range []struct{ text, want string }{
		{"9 May 2014", "2014-05-09T00:00"},
		{"May 2014", "2014-05-01T00:00"},
		{"31 January 2020", "2020-01-31T00:00"},
		{"29 February 2020", "2020-02-29T00:00"},
		{"last week", "2021-11-22T00:00"},
		{"the third quarter of 2020", "2020-07-01T00:00"},
		{"yesterday at 3:15 a.m.", "2021-12-04T03:15"},
		{"the 1990s", "1990-01-01T00:00"},
		{"two weeks ago", "2021-11-15T00:00"},
	} {
		s := newScan(Options{})
		s.dct = dct
		r, err := s.parser.Parse(c.text, base)
		if err != nil || r == nil {
			t.Errorf("%q: %v, %v", c.text, r, err)
			continue
		}
		if got := r.Time.Format("2006-01-02T15:04"); got != c.want || r.Index != 0 {
			t.Errorf("%q: the parser says %s at %d, want %s (value %s)", c.text, got, r.Index, c.want, s.result.Value)
		}
	}
}

// TestClockAgreesWithWhen reads times of day by the rules that come with when,
// where these read them, and by ours.
func TestClockAgreesWithWhen(t *testing.T) {
	hours, minutes := when.New(nil), when.New(nil)
	hours.Add(en.Hour(rules.Override))
	minutes.Add(en.HourMinute(rules.Override))
	dct, _ := timex.ParseDCT("2021-12-05")
	base := time.Date(2021, 12, 5, 0, 0, 0, 0, time.UTC)
	r := New(Options{})
	for hour := 1; hour <= 12; hour++ {
		for _, form := range []string{"H:30 pm", "H:05 am", "Hpm", "H am", "H p.m.", "H:45 p.m."} {
			clock := strings.Replace(form, "H", time.Date(0, 1, 1, hour, 0, 0, 0, time.UTC).Format("3"), 1)
			if hour == 12 && strings.Contains(form, "a") {
				continue // when takes 12 a.m. for noon
			}
			text := "It opened at " + clock + " as planned."
			stock := hours
			if strings.Contains(clock, ":") {
				stock = minutes
			}
			want, err := stock.Parse(text, base)
			if err != nil || want == nil {
				t.Fatalf("%q: %v", text, err)
			}
			found := r.Find(text, dct)
			if len(found) != 1 || text[found[0].Start:found[0].End] != clock || found[0].Value.String() != want.Time.Format("2006-01-02T15:04") {
				t.Errorf("%q: %v, when says %s", text, show(text, found), want.Time.Format("2006-01-02T15:04"))
			}
		}
	}
}
