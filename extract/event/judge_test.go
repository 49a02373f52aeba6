package event

import (
	"strings"
	"testing"
)

// Of two labels the judge takes the one that a reader would.
func TestJudge(t *testing.T) {
	for _, tc := range []struct{ text, good, bad string }{
		{"After a storm, Bo Kim *closed* the mill of Orlo on [Monday|2022-03-07].", "Bo Kim closes mill of Orlo", "After storm, Bo Kim closed mill"},
		{"The board *closed* the mill of Orlo on [Monday|2022-03-07].", "Board closes mill of Orlo", "Board closes mill"},
		{"Bo Kim *said* on [Monday|2022-03-07] that he had sold the mill.", "Bo Kim says he has sold mill", "He said that he had sold mill"},
		{"Bo Kim *asked* the board on [Monday|2022-03-07] to close the mill.", "Bo Kim asks board to close mill", "Bo Kim asks board"},
	} {
		in := input(t, "2022-03-10", strings.ReplaceAll(tc.text, "*", ""))
		f := newFinder(in)
		h := f.closely(&f.heads[len(f.heads)-1])
		for i := range f.heads {
			if f.heads[i].group >= 0 {
				h = f.closely(&f.heads[i])
				break
			}
		}
		if j := f.judgeOf(h); j.rate(tc.good) <= j.rate(tc.bad) {
			t.Errorf("%q is rated %.2f, %q %.2f", tc.good, j.rate(tc.good), tc.bad, j.rate(tc.bad))
		}
	}
}
