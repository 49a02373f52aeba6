package review

import (
	"dateline/extract/event"
	"dateline/extract/resolve"
	"dateline/extract/timex"
	"dateline/timeline"
)

// Propose returns the record of an event as the machine now has it, ready for
// an action, a name and a day.
func Propose(r *timeline.Reading, e *event.Event) Decision {
	p := Proposed{
		Facts:      Facts{Date: e.Date, Status: e.Status, Label: e.Label},
		Confidence: e.Confidence.String(),
	}
	p.Words, p.Rule = timexWords(r, e), rule(r, e)
	if Relative(r, e) {
		p.Against = r.Article.Published.String()
	}
	return Decision{ID: e.ID, Quote: NewQuote(r.Article.Text, e.Head, e.Sentence), Proposed: p}
}

// Relative reports whether the date of e is counted from the publication
// time: directly, through an earlier expression, or because nothing else in
// the text dates it.
func Relative(r *timeline.Reading, e *event.Event) bool {
	if e.Date.IsZero() {
		return false
	}
	t := timexOf(r, e)
	return t == nil || fromPublication(r, t)
}

// fromPublication reports whether t is counted from the publication time,
// directly or through earlier expressions.
func fromPublication(r *timeline.Reading, t *resolve.Timex) bool {
	// A chain of anchors is no longer than there are expressions.
	for range r.Timexes {
		switch {
		case t.Anchor == resolve.DCTAnchor:
			return true
		case t.Anchor < 0 || t.Anchor >= len(r.Timexes):
			return false
		}
		t = &r.Timexes[t.Anchor]
	}
	return true
}

// timexOf returns the expression that dates e, nil when none does.
func timexOf(r *timeline.Reading, e *event.Event) *resolve.Timex {
	if e.Timex < 0 || e.Timex >= len(r.Timexes) {
		return nil
	}
	return &r.Timexes[e.Timex]
}

// timexWords returns the words that date e, "" when none do.
func timexWords(r *timeline.Reading, e *event.Event) string {
	if t := timexOf(r, e); t != nil {
		return newPlain(r.Article.Text[t.Start:t.End]).s
	}
	return ""
}

// rule returns the rule that resolved the date of e, "" when none did.
func rule(r *timeline.Reading, e *event.Event) string {
	if t := timexOf(r, e); t != nil {
		return t.Rule
	}
	return ""
}

// overlap reports whether two spans share a byte.
func overlap(a, b timex.Span) bool { return a.Start < b.End && b.Start < a.End }
