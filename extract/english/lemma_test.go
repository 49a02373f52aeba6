package english

import "testing"

func TestLemma(t *testing.T) {
	for _, tc := range [...][2]string{
		{"annexed", "annex"}, {"annexes", "annex"}, {"announced", "announce"}, {"planned", "plan"}, {"killed", "kill"},
		{"controlled", "control"}, {"declared", "declare"}, {"visited", "visit"}, {"voted", "vote"}, {"voting", "vote"},
		{"carried", "carry"}, {"held", "hold"}, {"struck", "strike"}, {"releases", "release"}, {"launches", "launch"},
		{"decided", "decide"}, {"treated", "treat"}, {"created", "create"}, {"developed", "develop"}, {"required", "require"},
		{"charged", "charge"}, {"closing", "close"}, {"resumed", "resume"}, {"won", "win"}, {"postponed", "postpone"},
		{"injured", "injure"}, {"scheduled", "schedule"}, {"convicted", "convict"}, {"succeeded", "succeed"}, {"dying", "die"},
		{"opened", "open"}, {"merged", "merge"}, {"invaded", "invade"}, {"agreed", "agree"}, {"retired", "retire"},
		{"met", "meet"}, {"targeted", "target"}, {"banned", "ban"}, {"hanged", "hang"}, {"issued", "issue"}, {"passes", "pass"},
		{"elected", "elect"}, {"defeated", "defeat"}, {"joined", "join"}, {"explained", "explain"}, {"appeared", "appear"},
		{"collapsed", "collapse"}, {"endorsed", "endorse"}, {"arrested", "arrest"}, {"moved", "move"}, {"imposed", "impose"},
		{"confirmed", "confirm"}, {"reported", "report"}, {"ended", "end"}, {"warned", "warn"}, {"flooded", "flood"},
		{"appointed", "appoint"}, {"returned", "return"}, {"graduated", "graduate"}, {"negotiated", "negotiate"}, {"recorded", "record"}, {"sentenced", "sentence"}, {"used", "use"},
	} {
		if got := Lemma(tc[0]); got != tc[1] {
			t.Errorf("Lemma(%q) = %q, want %q", tc[0], got, tc[1])
		}
	}
}

// Every base comes back from its own regular forms.
func TestLemmaUndoesForms(t *testing.T) {
	for _, base := range []string{"annex", "hold", "carry", "push", "strike", "agree", "plan", "control", "visit", "launch"} {
		for _, form := range []string{ThirdPerson(base), Participle(base)} {
			if got := Lemma(form); got != base {
				t.Errorf("Lemma(%q) = %q, want %q", form, got, base)
			}
		}
	}
}
