package site

import "testing"

// TestPlainSlug holds what slug takes as it is against what it makes of it.
func TestPlainSlug(t *testing.T) {
	for _, s := range []string{"e-1a2b", "e-", "e--1", "e-A", "e-1a-2", "e-1a-", "e-é", "e-1.2", "index", "e-part of", ""} {
		if made := slug("·" + s); plainSlug(s) && made != s {
			t.Errorf("%q is taken as it is, and would be %q", s, made)
		}
	}
	if !plainSlug("e-w1brk5rb") || !plainSlug("e-w1brk5rb-2") {
		t.Error("the ID of an event is worked out anew")
	}
}
