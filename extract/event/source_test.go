package event

import "testing"

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
	} {
		in := input(t, "2022-03-10", text)
		f := newFinder(in)
		h, src := &f.heads[len(f.heads)-1], &f.sources[0][0]
		if got := src.dateOf(h).String(); got != want {
			t.Errorf("%s: %s dated %s, want %s", in.Text, h.text(), got, want)
		}
	}
}
