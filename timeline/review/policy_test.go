package review

import (
	"testing"

	"dateline/extract/event"
	"dateline/extract/timex"
)

// TestShown holds what becomes of dates that nobody decided on: a guess is
// shown as a date under All alone, a doubtful one under no policy, and neither is lost.
func TestShown(t *testing.T) {
	guess := event.Event{ID: "e-1", Label: "Depot burns", Date: timex.EDTF{From: timex.Point{Year: 2019}}, Timex: 3, Why: "told of beside it", Confidence: timex.Guess}
	sure := guess
	sure.Confidence = timex.Inferred
	if got := Likely.shown(sure); got.Date != sure.Date || got.Timex != 3 {
		t.Errorf("an inferred date becomes %q", got.Date)
	}
	for _, p := range []Policy{All, AcceptedExplicit, AcceptedOnly} {
		if got := p.shown(guess); got.Date != guess.Date {
			t.Errorf("under %s a guess becomes %q", p, got.Date)
		}
	}
	doubtful := guess
	doubtful.Doubtful = true
	if got := All.shown(doubtful); !got.Date.IsZero() || len(got.Alternatives) != 1 {
		t.Errorf("a doubtful date stays %q, with the readings %v", got.Date, got.Alternatives)
	}
	got := Likely.shown(guess)
	if !got.Date.IsZero() || got.Timex != -1 || got.Label != guess.Label {
		t.Errorf("a guess stays %q, dated by %d", got.Date, got.Timex)
	}
	if len(got.Alternatives) != 1 || got.Alternatives[0].Value != "2019" {
		t.Errorf("the guess is lost: %v", got.Alternatives)
	}
	if len(guess.Alternatives) != 0 || guess.Date.IsZero() {
		t.Error("what was read changed")
	}
}

// TestParsePolicy reads the names of dateline.yaml.
func TestParsePolicy(t *testing.T) {
	for name, want := range map[string]Policy{"": All, "likely": Likely, "all": All, "accepted+explicit": AcceptedExplicit, "accepted": AcceptedOnly} {
		if got, err := ParsePolicy(name); err != nil || got != want || name != "" && got.String() != name {
			t.Errorf("%q: %s, %v", name, got, err)
		}
	}
	if _, err := ParsePolicy("some"); err == nil {
		t.Error("a policy of no name is one")
	}
}
