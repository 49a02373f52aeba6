package review

import "testing"

// The words around a lost quotation are often half there in another sentence
// of the same story. Property tests found these.
func TestFindLeavesLostSentencesLost(t *testing.T) {
	for _, c := range []struct {
		name, text string
		quote      Quote
	}{
		{"another subject", "The minister met on Tuesday.\n\nArden spoke on Tuesday.\n\nArden met on Tuesday.",
			Quote{Exact: "spoke", Prefix: "Tuesday. The minister ", Suffix: " on Tuesday. Arden"}},
		{"same form, other names", "The head of Brava port council met on behalf of Brava port council on the second day of the talks.",
			Quote{Exact: "met", Prefix: "The head of Orlo mine district ", Suffix: " on behalf of Orlo mine district on the second day of the talks."}},
		{"same form and small words, other names", "The envoy of the union of Brava port council voted of Brava port council after the vote last month.",
			Quote{Exact: "voted", Prefix: "The envoy of the union of Orlo mine district ", Suffix: " of Orlo mine district after the vote last month."}},
		{"other figures", "In 2014 the 12 of them and 30 others met on the 7th day of it, at 9.",
			Quote{Exact: "met", Prefix: "In 2019 the 15 of them and 30 others ", Suffix: " on the 7th day of it, at 9."}},
	} {
		if m := c.quote.Find(c.text); m.Found != Gone || !m.Near {
			t.Errorf("%s: found is %v, near is %v, want it gone and the place shown", c.name, m.Found, m.Near)
		}
	}
}

func TestFindKnowsAnEditedSentence(t *testing.T) {
	q := Quote{Exact: "spoke", Prefix: "On Monday the old minister ", Suffix: " about the harbor and its debts."}
	if m := q.Find("On Monday the new minister spoke about the harbor and all its debts."); m.Found != Changed {
		t.Errorf("found is %v, want it changed", m.Found)
	}
}
