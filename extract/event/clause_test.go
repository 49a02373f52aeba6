package event

import "testing"

// The clause that a word stands in goes on after what interrupts it, and one
// that a date opens begins with the date.
func TestClauses(t *testing.T) {
	for _, tc := range []struct {
		text, verb string // the verb and the date of the sentence stand
		together   bool   // in one clause
	}{
		{"The mill, built in [1873|1873], burned.", "burned", false},
		{"The mill, built in [1873|1873], burned.", "built", true},
		{"The mill ban, introduced in [2018|2018], also hurt sales.", "hurt", false},
		{"Ann Lee, who left in [2018|2018], then returned.", "returned", false},
		{"Ann Lee worked for a firm that rebuilt mills, and in [1951|1951] opened a bank.", "opened", true},
		{"Ann Lee worked for a firm that rebuilt mills, and in [1951|1951] opened a bank.", "rebuilt", false},
	} {
		f := newFinder(input(t, "2022-03-10", tc.text))
		src := &f.sources[0][0]
		for i := range f.heads {
			if h := &f.heads[i]; h.text() == tc.verb {
				if got := h.s.words[h.word].clause == h.s.words[src.first].clause; got != tc.together {
					t.Errorf("%s: the date is in the clause of %s: %v", tc.text, tc.verb, got)
				}
			}
		}
	}
}
