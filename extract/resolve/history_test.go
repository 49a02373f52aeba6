package resolve

import (
	"strings"
	"testing"
)

// TestChronicles runs the cases of long histories: each goes on from a text
// that is long enough to be one.
func TestChronicles(t *testing.T) {
	told := "The war was fought in 1801, 1802, 1803, 1804, 1805 and 1806.\n\n" +
		strings.Repeat("The army marched along the river, burned the mills and went home.\n\n", longHistory/60)
	path := "testdata/chronicle/events.txt"
	lines, numbers := caseLines(t, path)
	if len(lines) == 0 {
		t.Fatal("no cases")
	}
	r := New(Options{})
	for i, line := range lines {
		dct, text, want, err := readCase(line)
		if err != nil {
			t.Errorf("%s:%d: %v", path, numbers[i], err)
			continue
		}
		var found []Timex
		for _, x := range r.Find(told+text, dct) {
			if x.Start >= len(told) {
				x.Start -= len(told)
				x.End -= len(told)
				found = append(found, x)
			}
		}
		if got := show(text, found); strings.Join(got, "\n") != strings.Join(want, "\n") {
			t.Errorf("%s:%d: %s\n got %s\nwant %s", path, numbers[i], line, strings.Join(got, "; "), strings.Join(want, "; "))
		}
	}
}

// TestShortHistories says that a text too short for a history leaves events
// out of its times.
func TestShortHistories(t *testing.T) {
	dct, text, want, err := readCase("2009-12-19 | The war was fought in [1801], [1802], [1803], [1804], [1805] and [1806]. After [four years] of war, [two days] after the fall of the city, they made peace. | DATE 1801; DATE 1802; DATE 1803; DATE 1804; DATE 1805; DATE 1806; DURATION P4Y; DURATION P2D")
	if err != nil {
		t.Fatal(err)
	}
	if got := show(text, New(Options{}).Find(text, dct)); strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got %q, want %q", got, want)
	}
}
