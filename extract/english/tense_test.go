package english

import (
	"strings"
	"testing"

	"dateline/extract/timex"
)

// TestReadClause reads the tense of the clause that the words in brackets date.
func TestReadClause(t *testing.T) {
	for _, c := range []struct {
		text string
		want Tense
	}{
		{"The ministers will hold talks on [Tuesday].", Future},
		{"On [Tuesday], the ministers will hold talks.", Future},
		{"The ministers held talks on [Tuesday].", Past},
		{"The ministers have held talks since [Tuesday].", Past},
		{"The ministers are to hold talks on [Tuesday].", Future},
		{"The strike is now to run until [Tuesday].", Future},
		{"In [June] they'd said it would not.", Past},
		{"The ministers are due to hold talks on [Tuesday].", Future},
		{"The ministers plan to hold talks on [Tuesday].", Future},
		{"The ministers are holding talks on [Tuesday].", Future},
		{"The ministers were expected to hold talks on [Tuesday].", Expected},
		{"The ministers were to hold talks on [Tuesday].", Expected},
		{"The ministers said they would hold talks on [Tuesday].", Would},
		{"The ministers said on [Monday] that they would hold talks.", Past},
		{"The ministers could hold talks on [Tuesday].", Possible},
		{"The ministers could have held talks on [Tuesday].", Past},
		{"The ministers could not meet on [Tuesday].", Past},
		{"The ministers refused to meet on [Tuesday].", Past},
		{"Ministers to hold talks on [Tuesday]", Command},
		{"Fire kills nine on [Tuesday]", Present},
		{"The shop opens on [Tuesday].", Future},
		{"Talks scheduled for [Tuesday] were called off.", Expected},
		{"Talks planned for [Tuesday] were held in Vienna.", Past},
		{"The vote, set for [Tuesday], was put off.", Expected},
		{"The vote was moved to [Tuesday].", Future},
		{"The vote was put off until [Tuesday].", Future},
		{"She moved to Ghent on [Tuesday].", Past},
		{"Talks scheduled for [Tuesday] will be public.", Future},
		{"The vote was postponed until [Tuesday].", Future},
		{"The town has until [Tuesday] to pay.", Future},
		{"She would present the revised plan on [Tuesday].", Would},
		{"The airport will remain closed until [Tuesday].", Future},
		{"They hope to finish by [Tuesday].", Future},
		{"The election to be held on [Tuesday] worries nobody.", Future},
		{"The council building on [Tuesday]", NoTense},
		{"", NoTense},
	} {
		start := strings.Index(c.text, "[")
		end := strings.Index(c.text, "]") - 1
		text := strings.NewReplacer("[", "", "]", "").Replace(c.text)
		if start < 0 {
			start, end = 0, 0
		}
		got := ReadClause(text, timex.Span{End: len(text)}, timex.Span{Start: start, End: end})
		if got.Tense != c.want {
			t.Errorf("%s: %s, want %s (cue %q)", c.text, got.Tense, c.want, text[got.Cue.Start:got.Cue.End])
		}
	}
}

func TestReadClauseAllocatesNothing(t *testing.T) {
	text := "The ministers said on Monday that they would hold talks with the unions on Tuesday, if the snow let them."
	at := strings.Index(text, "Tuesday")
	n := testing.AllocsPerRun(100, func() {
		ReadClause(text, timex.Span{End: len(text)}, timex.Span{Start: at, End: at + 7})
	})
	if n != 0 {
		t.Errorf("%v allocations, want none", n)
	}
}
