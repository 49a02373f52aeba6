package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// direction says on which side of its anchor a date lies.
type direction int8

const (
	unknown direction = iota
	back
	ahead
)

// clause returns the clause that the expression e dates, read once.
func (s *scan) clause(e *expr) english.Clause {
	if !s.read {
		s.tense = english.ReadClause(s.text, s.sentence, s.spanOf(e))
		s.read = true
	}
	return s.tense
}

// spanOf returns the bytes of e.
func (s *scan) spanOf(e *expr) timex.Span {
	return timex.Span{Start: int(s.toks[e.start].start), End: int(s.toks[e.end-1].end)}
}

// lean returns the direction that the clause of e gives, with nothing said
// in the expression itself.
func (s *scan) lean(e *expr) direction {
	// "ahead of Tuesday's vote", "by Friday": words that look ahead whatever the verb
	i := e.start - 1
	if s.isThe(i) {
		i--
	}
	if s.isLink(i, linkOf) && s.isWord(i-1, "ahead") {
		s.tense = english.Clause{Tense: english.Future, Cue: timex.Span{Start: int(s.toks[i-1].start), End: int(s.toks[i].end)}}
		s.read = true
		return ahead
	}
	if e.kind == dateExpr && !e.hasDay && s.tok(e.end).form == wordForm && deliveries[s.word(e.end)] {
		s.tense = english.Clause{Tense: english.Future, Cue: timex.Span{Start: int(s.toks[e.end].start), End: int(s.toks[e.end].end)}}
		s.read = true
		return ahead
	}
	if e.kind == dateExpr && e.hasDay && s.isMark(e.end, ':') && s.glued(e.end) {
		return unknown // a line of a chronology
	}
	c := s.clause(e)
	if since, ok := s.behindSince(e); ok && (!c.Tense.Ahead() || c.Cue.Start < since.Start) {
		s.tense = english.Clause{Tense: english.Past, Cue: since}
		return back
	}
	if s.isLink(e.start-1, linkFor) && e.kind == weekdayExpr && !s.isMark(e.end, '\'') && (c.Tense == english.NoTense || c.Tense == english.Present) {
		return ahead // a strike for Monday
	}
	if (s.isLink(i, linkUntil) || s.isLink(i, linkBy)) && (c.Tense == english.NoTense || c.Tense == english.Present) {
		return ahead // in force until 31 December
	}
	switch t := c.Tense; {
	case t.Ahead():
		return ahead
	case t == english.Past, t == english.Present:
		return back
	}
	return unknown
}

// deliveries are what a month is named for that lies ahead when it is traded:
// December delivery, the January contract.
var deliveries = setOf("delivery", "contract", "contracts", "futures", "settlement", "expiry", "expiration")

// sinceReach is how many words may stand between "since" and the date of
// what it names.
const sinceReach = 6

// behindSince returns the "since" that looks back to e: since July, since a
// meeting in July.
func (s *scan) behindSince(e *expr) (timex.Span, bool) {
	for i := e.start - 1; i >= 0 && i >= e.start-1-sinceReach; i-- {
		switch t := s.tok(i); {
		case t.form == markForm && t.mark != '-':
			return timex.Span{}, false
		case s.isWord(i, "since"):
			return timex.Span{Start: int(t.start), End: int(t.end)}, true
		}
	}
	return timex.Span{}, false
}
