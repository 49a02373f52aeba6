package timeline

import "testing"

func TestHeadsOfOneFamily(t *testing.T) {
	for _, test := range []struct {
		a, b string
		same bool
	}{
		{"attacked", "attack", true}, {"talks", "Summit", true}, {"met", "call", true}, {"annexed", "annexation", true},
		{"passed away", "died", true}, {"dropped out", "withdrawal", true}, {"presidential election", "vote", true},
		{"took into custody", "arrested", true}, {"sworn in", "inauguration", true}, {"marched", "demonstrations", true},
		{"defeated", "lost", true}, {"won", "lost", false}, {"attacked", "defended", false}, {"arrested", "released", false},
		{"opened", "closed", false}, {"began", "ended", false}, {"bought", "sold", false},
	} {
		r := newReader(&numbers{of: map[string]word{}})
		read := func(head string) mention {
			m := mention{lemma: r.word(headLemma(head))}
			for _, f := range familiesOf(headLemma(head)) {
				m.families = append(m.families, r.word(f))
			}
			return m
		}
		a, b := read(test.a), read(test.b)
		if got := headLikeness(&a, &b) > 0; got != test.same {
			t.Errorf("%q and %q: one family is %v, want %v", test.a, test.b, got, test.same)
		}
	}
}
