package event

import "testing"

// TestWordSet checks that the shapes turn away nothing that is in the set.
func TestWordSet(t *testing.T) {
	for _, set := range []*wordSet{titleNouns, organizationWords, subordinators, negativeWords, newWordSet("a n’t Über")} {
		for w := range set.words {
			if !set.has(w) {
				t.Errorf("%q is in the set, and not found", w)
			}
		}
		for _, w := range []string{"", "x", "tje", "Before", "no ", "orlo"} {
			if set.has(w) != set.words[w] {
				t.Errorf("%q: %v, want %v", w, set.has(w), set.words[w])
			}
		}
	}
	for noun := range nounLemmas {
		if class, _ := classOfNoun(noun); class != listedEvent {
			t.Errorf("%q is a listed noun, and not found", noun)
		}
	}
}
