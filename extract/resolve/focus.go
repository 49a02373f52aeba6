package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// focus is what a text was speaking of last: the dates that "that day", "two
// months later" and, in histories, bare months and days hang on.
type focus struct {
	year, month int
	hasYear     bool
	yearIndex   int  // of the Timex that gave the year, in scan.out
	yearAt      int  // where it ends, in bytes
	passing     bool // the year was named in passing

	day      timex.Day // the last day spoken of
	hasDay   bool
	dayIndex int
	dayAt    int

	past      timex.Day // the last day spoken of that publication does not lie before
	hasPast   bool
	pastIndex int
	pastAt    int

	told      timex.Day // the last such day that the text itself names, and nobody it quotes
	hasTold   bool
	toldIndex int
	toldAt    int

	ahead      timex.Day // the last day spoken of that lies ahead of publication
	hasAhead   bool
	aheadIndex int
	aheadAt    int

	value timex.Value // the last calendar value spoken of, of any granularity
	index int
	at    int

	bc bool // the text speaks of years BCE
}

// note makes v, the value of the expression kept as out[index], what the text
// speaks of.
func (s *scan) note(v timex.Value, e *expr, index, at int) {
	f := &s.focus
	y, ok := v.Year()
	if !ok {
		return
	}
	if e.kind == shiftExpr && v.Kind() == timex.WeekKind && s.result.Anchor >= 0 {
		v = timex.DayValue(s.counted) // what is told goes on from that day
	}
	switch v.Kind() {
	case timex.DayKind, timex.SeasonKind, timex.QuarterKind, timex.HalfKind, timex.WeekKind:
	default:
		return
	}
	if e.eraBC || y <= 0 {
		f.bc = true
	} else if y > 1000 {
		f.bc = false
	}
	if s.mode == narrative && s.digression(y, v, e) || s.mode == news && (s.looksBack(e) || s.overtaken(e, v)) {
		return
	}
	f.value, f.index, f.at = v, index, at
	f.year, f.month, f.hasYear, f.yearIndex, f.yearAt = y, v.Month(), true, index, at
	f.passing = s.mode == news && s.dct.Known && y < s.dctYear()-1 && s.background(e)
	if d, ok := v.Day(); ok {
		f.day, f.hasDay, f.dayIndex, f.dayAt = d, true, index, at
		s.noteHeading(d, e, index)
		if s.dct.Known && d <= s.dct.Day {
			f.past, f.hasPast, f.pastIndex, f.pastAt = d, true, index, at
			if !s.quoted(e) {
				f.told, f.hasTold, f.toldIndex, f.toldAt = d, true, index, at
			}
		}
		if s.dct.Known && d > s.dct.Day {
			f.ahead, f.hasAhead, f.aheadIndex, f.aheadAt = d, true, index, at
		}
	}
}

// looksBack reports whether e only looks back, beside what is being told:
// the day before, two days earlier.
func (s *scan) looksBack(e *expr) bool {
	if (s.isWord(e.start-1, "since") || s.isWord(e.start-1, "before") && e.hasYear) && s.dct.Known && s.focus.hasYear && (!e.hasYear || e.year < s.dctYear()) {
		return true
	}
	return e.kind == shiftExpr && (e.shift == shiftEarlier || e.shift == shiftBefore) && s.result.Anchor >= 0
}

// overtaken reports whether v is what something was put off to, and is over:
// "in May the start was postponed to the autumn, a month later to the spring"
// goes on from May.
func (s *scan) overtaken(e *expr, v timex.Value) bool {
	if first, _, ok := v.Days(); !ok || first > s.dct.Day {
		return false
	}
	i := e.start - 1
	if s.isThe(i) {
		i--
	}
	if !s.isLink(i, linkTo) && !s.isLink(i, linkUntil) {
		return false
	}
	c := s.clause(e).Cue
	switch s.text[c.Start:c.End] {
	case "postponed", "delayed", "rescheduled", "deferred":
		return true
	}
	return false
}

// digression reports whether a history names the year y, of the value v, only
// in passing: looking back, in brackets, behind "since", or a year that it hardly names else
// and that lies far from what it speaks of.
func (s *scan) digression(y int, v timex.Value, e *expr) bool {
	f := &s.focus
	if s.result.Anchor == DCTAnchor || e.dir == dirPrevious || e.kind == unitExpr && e.dir == dirLast || e.shift == shiftEarlier || e.shift == shiftBefore || e.kind == timeRefExpr {
		return true // what it looks back to
	}
	if d, ok := v.Day(); ok && e.kind == weekdayExpr && f.hasDay && d < f.day && s.pluperfect(e) {
		return true // he had been told on Monday
	}
	if !f.hasYear || !e.hasYear || y <= 0 {
		return false
	}
	if s.isWord(e.start-1, "since") && y < f.year {
		return true
	}
	if s.bracketed(e) && y != f.year || y > f.year+nearYears && s.clause(e).Tense == english.Would {
		return true // he would say in 1922 that
	}
	return (y > f.year+nearYears || y < f.year-nearYears) && s.years.around(y)*20 < s.years.total && s.years.around(y) < 4
}

// nearYears is how far a history may move from one year to the next without
// being taken to digress.
const nearYears = 4

// bracketed reports whether e stands in round brackets within its sentence.
func (s *scan) bracketed(e *expr) bool {
	for i := e.start - 1; i >= 0 && i > e.start-40; i-- {
		switch t := &s.toks[i]; {
		case t.form == markForm && t.mark == ')':
			return false
		case t.form == markForm && t.mark == '(':
			return true
		}
	}
	return false
}

func (s *scan) dctYear() int {
	if !s.dct.Known {
		if s.focus.hasYear {
			return s.focus.year
		}
		return 2000
	}
	y, _, _ := s.dct.Day.Civil()
	return y
}

// dayInFocus returns the day that "the evening", "that day" or "5 p.m." mean:
// the last day spoken of, a day ahead where the clause looks ahead; else
// publication.
func (s *scan) dayInFocus(e *expr) (d timex.Day, anchor int) {
	f := &s.focus
	if f.hasAhead && s.behind(f.aheadAt) < focusReach && (s.clause(e).Tense.Ahead() || s.verblessNotice(e)) {
		return f.ahead, f.aheadIndex
	}
	if s.mode == news {
		if f.hasPast && s.behind(f.pastAt) < focusReach && !s.clause(e).Tense.Ahead() {
			return f.past, f.pastIndex
		}
		if f.hasDay && s.behind(f.dayAt) < focusReach {
			return f.day, f.dayIndex
		}
	} else if f.hasDay {
		return f.day, f.dayIndex
	}
	return s.dct.Day, DCTAnchor
}

// focusReach is how many bytes back a day stays in focus in news.
const focusReach = 1500

// behind returns how many bytes lie between offset at and the expression that is
// being resolved.
func (s *scan) behind(at int) int { return int(s.toks[s.best.start].start) - at }
