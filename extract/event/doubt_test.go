package event

import "testing"

// TestDoubtful holds which dates are too weakly grounded for a timeline.
func TestDoubtful(t *testing.T) {
	src := &source{}
	for _, tc := range []struct {
		what   string
		d      decision
		likely float64
		status Status
		want   bool
	}{
		{"a likely event with a date of its own", decision{source: src, p: 0.5}, 0.9, Happened, false},
		{"a date that hardly anything speaks for", decision{source: src, p: 0.25}, 0.9, Happened, true},
		{"a head that is hardly an event", decision{source: src, p: 0.5}, 0.1, Happened, true},
		{"a statement is no event of its own", decision{source: src, p: 0.5}, 0.1, Statement, false},
		{"a surely inherited date", decision{p: 0.7}, 0.9, Happened, false},
		{"a date inherited on weak ground", decision{p: 0.4}, 0.9, Happened, true},
		{"a count since the event before", decision{p: 0.1, from: candidate{since: true}}, 0.1, Ongoing, false},
	} {
		tc.d.h = &head{likely: tc.likely}
		if got := tc.d.doubtful(tc.status); got != tc.want {
			t.Errorf("%s: doubtful is %v", tc.what, got)
		}
	}
}
