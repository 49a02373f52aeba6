package resolve

import (
	"strings"
	"testing"

	"dateline/extract/timex"
)

func TestWhy(t *testing.T) {
	dct, _ := timex.ParseDCT("2021-12-05")
	r := New(Options{})
	for _, c := range []struct {
		text       string
		rule       string
		confidence timex.Confidence
		why        string
		others     string
	}{
		{"The ministers will hold talks on Tuesday.", "weekday-future", timex.Inferred,
			"“Tuesday” → published Sunday 5 December 2021 → “will hold” is future → the next Tuesday → 7 December 2021", "2021-11-30"},
		{"The ministers held talks on Tuesday.", "weekday-past", timex.Inferred,
			"“Tuesday” → published Sunday 5 December 2021 → “held” is past → the latest Tuesday, that day included → 30 November 2021", "2021-12-07"},
		{"The plant closed in March 2014.", "calendar", timex.Explicit, "“March 2014” → the words name it themselves → March 2014", ""},
		{"The ship sank on 3 May 2019. Two days later it was found.", "length-focus", timex.Inferred,
			"“Two days later” → after “3 May 2019” → counted, and rounded to the unit → 5 May 2019", ""},
		{"The form was dated 12/07/2021.", "calendar", timex.Ambiguous, "“12/07/2021” → read with the month first → 7 December 2021", "2021-07-12"},
		{"The bells rang at 9 o'clock.", "clock", timex.Ambiguous, "“9 o'clock” → published Sunday 5 December 2021 → the day that the text speaks of → 5 December 2021, 09:00", "2021-12-05T21:00"},
		{"The council meets annually.", "frequency", timex.Explicit, "“annually” → a frequency → P1Y", ""},
	} {
		found := r.Find(c.text, dct)
		if len(found) == 0 {
			t.Errorf("%s: nothing found", c.text)
			continue
		}
		x := found[len(found)-1]
		var others []string
		for _, a := range x.Alternatives() {
			others = append(others, a.Value)
			if a.Why == "" {
				t.Errorf("%s: %s has no reason", c.text, a.Value)
			}
		}
		if x.Rule != c.rule || x.Confidence != c.confidence || x.Why() != c.why || strings.Join(others, " ") != c.others {
			t.Errorf("%s:\n got %s %s %s, others %v\nwant %s %s %s, others %s", c.text, x.Rule, x.Confidence, x.Why(), others, c.rule, c.confidence, c.why, c.others)
		}
	}
}

func TestDayFirst(t *testing.T) {
	dct, _ := timex.ParseDCT("2021-12-05")
	found := New(Options{DayFirst: true}).Find("The form was dated 12/07/2021.", dct)
	if len(found) != 1 || found[0].Value.String() != "2021-07-12" || found[0].Alternatives()[0].Value != "2021-12-07" {
		t.Errorf("found %+v", found)
	}
}

// TestUnknownPublication checks that nothing is counted from a publication
// time that is not known.
func TestUnknownPublication(t *testing.T) {
	for text, want := range map[string]string{
		"It closed on Tuesday.":     "XXXX-WXX-2",
		"It closed on 3 March.":     "XXXX-03-03",
		"It closed on 3 March 2014": "2014-03-03",
	} {
		found := New(Options{}).Find(text, timex.DCT{})
		if len(found) != 1 || found[0].Value.String() != want {
			t.Errorf("%s: %v, want %s", text, show(text, found), want)
		}
	}
}
