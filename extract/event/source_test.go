package event

import (
	"testing"

	"dateline/extract/timex"
)

// The preposition of a date decides what it bounds.
func TestDateOf(t *testing.T) {
	for text, want := range map[string]string{
		"The road has been closed since [2019|2019].":                           "2019/..",
		"The road will be closed until [2025|2025].":                            "../2025",
		"The road must be repaired by [2025|2025].":                             "../2025",
		"The road was closed between [2015|2015] and [2019|2019].":              "2015/2019",
		"The road was closed from [2015|2015] to [2019|2019].":                  "2015/2019",
		"The road was closed on [5 March|2022-03-05] and [6 March|2022-03-06].": "2022-03-05/2022-03-06",
		"The road was not closed until [2019|2019].":                            "2019",
		"The road was closed in [2019|2019].":                                   "2019",
		"The road was closed in [2018|2018] and [2019|2019].":                   "2018/2019",
		"The road is not expected to open before [2025|2025].":                  "2025/..",
		"The road will not open before [2025|2025].":                            "2025/..",
		"The road opened before [2019|2019].":                                   "../2019",
		"The road will be used from [2025|2025].":                               "2025/..",
		"Nobody has come since [1973|1973], when the bones were counted.":       "1973",
	} {
		in := input(t, "2022-03-10", text)
		f := newFinder(in)
		h, src := &f.heads[len(f.heads)-1], &f.sources[0][0]
		if got := src.dateOf(h).String(); got != want {
			t.Errorf("%s: %s dated %s, want %s", in.Text, h.text(), got, want)
		}
	}
}

// A time of day is that of what happened by then, and the end of what is to be
// done by then.
func TestDateOfTimes(t *testing.T) {
	for text, want := range map[string]string{
		"The guard was told to leave by [noon|2022-03-11].": "../2022-03-11",
		"By [noon|2022-03-09] the fire reached the harbor.": "2022-03-09",
		"The curfew holds until [noon|2022-03-11].":         "../2022-03-11",
		"The guard slept until [noon|2022-03-09].":          "2022-03-09",
	} {
		in := input(t, "2022-03-10", text)
		in.Timexes[0].Type = timex.Time
		f := newFinder(in)
		h, src := &f.heads[len(f.heads)-1], &f.sources[0][0]
		if got := src.dateOf(h).String(); got != want {
			t.Errorf("%s: %s dated %s, want %s", in.Text, h.text(), got, want)
		}
	}
}

// What is compared with a date is not of it.
func TestComparedDates(t *testing.T) {
	for text, want := range map[string]string{
		"Twice as many voted as in [2012|2012].": "than",
		"More voted than in [2012|2012].":        "than",
		"Many voted in [2012|2012].":             "in",
	} {
		if got := newFinder(input(t, "2022-03-10", text)).sources[0][0].prep; got != want {
			t.Errorf("%s: %q, want %q", text, got, want)
		}
	}
}
