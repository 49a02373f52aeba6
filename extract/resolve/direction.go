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
	if e.kind == dateExpr && !e.hasDay && printed[s.word(e.end)] {
		return unknown // the April issue is out in March
	}
	if e.kind == dateExpr && e.hasDay && s.isMark(e.end, ':') && s.glued(e.end) {
		return unknown // a line of a chronology
	}
	if s.hasLast && s.besideAhead(e) && (s.joins(s.last.end, e.start) || s.isThe(e.start-1) && s.joins(s.last.end, e.start-1)) {
		return ahead // for Friday and the weekend
	}
	c := s.clause(e)
	if since, ok := s.behindSince(e); ok && (!c.Tense.Ahead() || c.Cue.Start < since.Start) {
		s.tense = english.Clause{Tense: english.Past, Cue: since}
		return back
	}
	if s.isLink(e.start-1, linkFor) && e.kind == weekdayExpr && !s.isMark(e.end, '\'') && (c.Tense == english.NoTense || c.Tense == english.Present) {
		return ahead // a strike for Monday
	}
	if e.kind == weekdayExpr && e.start == 0 && (s.isWord(e.end, "is") || s.isWord(e.end, "looks")) && c.Tense == english.Present {
		return ahead // Thursday is the pick of the week
	}
	if s.isLink(e.start-1, linkTo) && looks[s.word(e.start-2)] && s.isMark(e.end, '\'') {
		return ahead // dealers look to Friday's figures
	}
	if s.isLink(e.start-1, linkIn) && s.isWord(e.start-2, "back") && !c.Tense.Ahead() {
		return back // heard of it back in February
	}
	if s.isWord(e.start-1, "as") && s.isWord(e.start-2, "recently") {
		return back // as recently as Friday
	}
	if s.isLink(e.start-1, linkFor) && c.Tense == english.Past && s.arrangedBefore(e.start-1) {
		return ahead // had scheduled a hearing for Tuesday
	}
	if s.isLink(e.start-1, linkFor) && arranged[s.word(e.start-2)] || s.isThe(e.start-1) && s.isLink(e.start-2, linkFor) && arranged[s.word(e.start-3)] {
		return ahead // rain is forecast for Friday
	}
	if (s.isLink(i, linkUntil) || s.isLink(i, linkBy)) && (c.Tense == english.NoTense || c.Tense == english.Present) {
		return ahead // in force until 31 December
	}
	if s.noticed(e, c) || e.kind == weekdayExpr && c.Tense == english.Present && s.inPost() && !s.isLink(e.start-1, linkFrom) {
		return ahead
	}
	switch t := c.Tense; {
	case t.Ahead():
		return ahead
	case t == english.Past, t == english.Present:
		return back
	}
	if s.besideAhead(e) || s.announces(e) {
		return ahead
	}
	return unknown
}

// besideAhead reports whether e, with no verb of its own, stands beside a
// date ahead of publication: the primary is on June 3 and the runoff on
// the first Tuesday in August.
func (s *scan) besideAhead(e *expr) bool {
	if !s.hasLast || !s.dct.Known || len(s.out) == 0 {
		return false
	}
	last := &s.out[len(s.out)-1]
	first, _, ok := last.Value.Days()
	return ok && first > s.dct.Day && s.last.end < e.start && int(s.toks[e.start].start)-last.End < besideAheadReach
}

// besideAheadReach is how many bytes may lie between two dates that share the
// verb of the first.
const besideAheadReach = 60

// deliveries are what a month is named for that lies ahead when it is traded:
// December delivery, the January contract.
var deliveries = setOf("delivery", "contract", "contracts", "futures", "settlement", "expiry", "expiration")

// arranged are participles behind which "for" names the time of something to come.
var arranged = setOf("forecast", "predicted", "earmarked")

// looks are verbs behind which "to" names what is to come.
var looks = setOf("look", "looks", "looking", "looked", "turn", "turns")

// arrangedReach is how many words before "for" may tell that something was arranged.
const arrangedReach = 9

// arrangedBefore reports whether somebody arranged something, in the active
// voice, for what the "for" at token i names. What was arranged for a day in the passive
// may be over: was scheduled for Tuesday.
func (s *scan) arrangedBefore(i int) bool {
	for j := i - 1; j > 0 && j >= i-arrangedReach; j-- {
		if s.tok(j).form == markForm && !s.isMark(j, '-') && !s.isMark(j, '\'') {
			return false
		}
		switch s.word(j) {
		case "scheduled", "called", "planned", "arranged", "booked", "fixed":
			switch s.word(j - 1) {
			case "been", "was", "were", "is", "are", "be":
				return false
			}
			return j < i-1
		}
	}
	return false
}

// printed are what a month is named for that may be out before it begins.
var printed = setOf("issue", "issues", "edition", "cover")

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
