package review

import (
	"fmt"

	"dateline/timeline"
)

// Kind says what made a decision stale.
type Kind uint8

// The kinds.
const (
	Lost        Kind = 1 + iota // the quotation is gone: the decision is an orphan
	Edited                      // the sentence was edited
	Repeated                    // the quotation is there more than once
	Unfound                     // the words are there, but the machine no longer sees an event in them
	Reproposed                  // the machine now proposes something else
	Republished                 // the publication time changed, and the date is relative to it
)

var kindNames = [...]string{"", "orphan", "edited", "repeated", "unfound", "reproposed", "republished"}

// String returns the word, "edited" for Edited.
func (k Kind) String() string { return kindNames[k] }

// Stale is a reason for which a decision asks for another look. The decision
// stands until then, except that an orphan has nothing left to stand on.
type Stale struct {
	Kind Kind
	Why  string // in words, for a reader
}

// stale compares the decision that stands with the article and with what the
// machine proposes now.
func (i Item) stale() []Stale {
	d, decided := i.Standing()
	if !decided && d.Action != Note {
		return nil // a skip says nothing that could be out of date
	}
	if i.Match.Found == Gone {
		if d.Action == Reject {
			return nil
		}
		why := fmt.Sprintf("the words %q are no longer in the article", d.Quote.Exact)
		if i.Match.Near {
			why = fmt.Sprintf("the sentence of %q is gone or was changed too much to be sure of it", d.Quote.Exact)
		}
		return []Stale{{Lost, why}}
	}
	if !decided {
		return nil
	}
	var found []Stale
	add := func(k Kind, format string, args ...any) {
		found = append(found, Stale{k, fmt.Sprintf(format, args...)})
	}
	switch d.Quote.Find(i.Reading.Article.Text).Found {
	case Several:
		add(Repeated, "the sentence is there more than once; this is the first")
	case Changed, Gone:
		add(Edited, "the sentence was edited since the decision")
	}
	if published := i.Reading.Article.Published.String(); d.Proposed.Against != "" && d.Proposed.Against != published {
		add(Republished, "the date was counted from the publication time %s; the article now says %s", d.Proposed.Against, published)
	}
	if d.Action == Reject && d.Reason == noLonger {
		add(Edited, "the words are in the article again")
	}
	if d.Action == Add || d.Proposed.Facts.empty() {
		return found // the machine never had anything to say of it
	}
	e, said := i.Event, d.Proposed.Facts.Over(d.Facts)
	switch {
	case e == nil && d.Action == Reject:
	case e == nil:
		add(Unfound, "no event is found in this sentence any more")
	case d.Action == Reject && d.Reason != "wrong date":
		// What is no event, or is another one, is so on any date.
	case e.Date != d.Proposed.Date && (e.Date != said.Date || d.Action == Reject):
		add(Reproposed, "the date now worked out is %s; it was %s when this was decided", e.Date.Words(), d.Proposed.Date.Words())
	case e.Status != d.Proposed.Status && e.Status != said.Status && d.Proposed.Status != 0:
		add(Reproposed, "it is now read as %s; it was %s when this was decided", e.Status, d.Proposed.Status)
	}
	return found
}

// reasons returns the stale reasons in words.
func (i Item) reasons() []string {
	var why []string
	for _, s := range i.Stale {
		why = append(why, s.Why)
	}
	return why
}

// Open reports whether a person still has to decide: nobody did, or what was
// decided is stale. An event that was skipped is open.
func (i Item) Open() bool { return i.State() == timeline.Unreviewed || len(i.Stale) > 0 }
