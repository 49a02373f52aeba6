package resolve

import (
	"strings"
	"testing"
)

// TestLookUp finds every word of the lexicon in any case, and no other.
func TestLookUp(t *testing.T) {
	words := buildLexicon()
	for w, want := range words {
		for _, written := range []string{w, strings.ToUpper(w), strings.ToUpper(w[:1]) + w[1:]} {
			if strings.ToLower(written) != w {
				continue // no ASCII
			}
			class, value, upper := lookUp(written)
			if class != want.class || value != want.value || upper != (strings.ToUpper(written) == written) {
				t.Errorf("%q: %x %d %v, want %x %d", written, class, value, upper, want.class, want.value)
			}
		}
		for _, other := range []string{w + "x", "x" + w, w[:len(w)-1]} {
			if class, value, _ := lookUp(other); class != words[other].class || value != words[other].value {
				t.Errorf("%q: %x %d, want %+v", other, class, value, words[other])
			}
		}
	}
	if len(words) > slots/2 {
		t.Errorf("%d words in %d slots: they are to be more than half empty", len(words), slots)
	}
}
