package resolve

import (
	"testing"

	"dateline/extract/timex"
)

// TestImpossible holds dates that no calendar has: each is told, and nothing
// of it becomes another day, month or year.
func TestImpossible(t *testing.T) {
	dct, err := timex.ParseDCT("2021-12-05")
	if err != nil {
		t.Fatal(err)
	}
	r := New(Options{})
	for _, c := range []struct{ text, span, why string }{
		{"The clerk wrote 30 February 2019 on the envelope.", "30 February 2019", "February has at most 29 days"},
		{"The clerk wrote February 30 on the envelope.", "February 30", "February has at most 29 days"},
		{"The clerk wrote 29 February 2019 on the envelope.", "29 February 2019", "February had 28 days in 2019"},
		{"The deadline of 31 June passed unnoticed.", "31 June", "June has 30 days"},
		{"The deadline of the 31st of November passed.", "the 31st of November", "November has 30 days"},
		{"The office opened on April 31, 2020.", "April 31, 2020", "April has 30 days"},
		{"The office opened on May 32, 2020.", "May 32, 2020", "May has 31 days"},
		{"The office opened on 45 May 2020.", "45 May 2020", "May has 31 days"},
		{"The office opened on 31/04/2019.", "31/04/2019", "April has 30 days"},
		{"The office opened on 31/04.", "31/04", "April has 30 days"},
		{"The office opened on 2019-02-30.", "2019-02-30", "February has at most 29 days"},
		{"The office opened on 2019-13-05.", "2019-13-05", "there is no month 13"},
		{"The office opened on 13/13/2019.", "13/13/2019", "there is no month 13"},
		{"The office opened on 31.06.2019.", "31.06.2019", "June has 30 days"},
	} {
		found, impossible := r.FindAll(c.text, dct)
		if len(found) != 0 {
			t.Errorf("%s: read as %s", c.text, c.text[found[0].Start:found[0].End])
		}
		if len(impossible) != 1 {
			t.Errorf("%s: %d dates told, want 1", c.text, len(impossible))
			continue
		}
		if got := c.text[impossible[0].Start:impossible[0].End]; got != c.span || impossible[0].Why() != c.why {
			t.Errorf("%s: %q, %q; want %q, %q", c.text, got, impossible[0].Why(), c.span, c.why)
		}
	}
	for _, text := range []string{
		"The office opened on 29 February 2020.", "It is open on 24/7 terms.", "The seam held on 1/2 acre.", "The vote on 50/50 shares failed.",
		"Call 2019-45-99 for help.", "They won 31/40 of the seats.", "He drew 32 May flowers.", "Shares rose by 03/32 of a point.",
	} {
		if _, impossible := r.FindAll(text, dct); len(impossible) != 0 {
			t.Errorf("%s: %q is told to be no date", text, text[impossible[0].Start:impossible[0].End])
		}
	}
}

// TestDoubtfulDates holds dates that say less than they seem to.
func TestDoubtfulDates(t *testing.T) {
	dct, err := timex.ParseDCT("2021-12-05")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		text         string
		dayFirst     bool
		value, other string // other is the alternative, "" for none
		confidence   timex.Confidence
	}{
		{"The office opened on Sunday, 5 December 2021.", false, "2021-12-05", "", timex.Explicit},
		{"The office opened on Monday, 5 December 2021.", false, "2021-12-05", "2021-12-06", timex.Ambiguous},
		{"The office opened on Friday, November 5.", false, "2021-11-05", "", timex.Explicit},
		{"The office opened on Wednesday, November 5.", false, "2021-11-05", "2021-11-03", timex.Ambiguous},
		{"The office opened on 12/07.", false, "2020-12-07", "2021-07-12", timex.Ambiguous},
		{"The office opened on 12/07.", true, "2021-07-12", "2020-12-07", timex.Ambiguous},
		{"The office will open on 02/07.", true, "2022-07-02", "2022-02-07", timex.Ambiguous},
		{"The office opened on 30/04.", false, "2021-04-30", "2022-04-30", timex.Inferred},
		{"The office will open by 07/07.", false, "2022-07-07", "2021-07-07", timex.Inferred},
	} {
		found := New(Options{DayFirst: c.dayFirst}).Find(c.text, dct)
		if len(found) != 1 {
			t.Errorf("%s: %d expressions", c.text, len(found))
			continue
		}
		other := ""
		if a := found[0].Alternatives(); len(a) > 0 {
			other = a[0].Value
		}
		if got := found[0].Value.String(); got != c.value || other != c.other || found[0].Confidence != c.confidence {
			t.Errorf("%s: %s or %q, %s; want %s or %q, %s", c.text, got, other, found[0].Confidence, c.value, c.other, c.confidence)
		}
	}
}
