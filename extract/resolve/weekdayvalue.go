package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// weekdayReach is how many bytes back a history must have named a day for a
// weekday to hang on it.
const weekdayReach = 250

// dayCarries reports whether a day of the week hangs on the day told before:
// in a history on one of the same paragraph, in news on one of an old story.
// This, last and next Monday hang on publication everywhere.
func (s *scan) dayCarries(e *expr) bool {
	f := &s.focus
	if !f.hasDay || s.dct.Known && (e.dir == dirThis || e.dir == dirLast || e.dir == dirNext) {
		return false
	}
	if s.mode == narrative {
		y, _, _ := f.day.Civil()
		return s.behind(f.dayAt) < weekdayReach && (!s.dct.Known || f.dayAt > s.paragraph && y == f.year)
	}
	return s.storyInFocus() && s.dct.Day-f.day > 360 && s.lean(e) != ahead
}

// apposedValue returns the date just before, which is said in other words.
func (s *scan) apposedValue() timex.Value {
	s.anchorAt(len(s.out) - 1)
	s.because(whyBeside)
	return s.out[len(s.out)-1].Value
}

// weekdayValue resolves a day of the week.
func (s *scan) weekdayValue(e *expr) timex.Value {
	if e.shift == 0 && s.dayCarries(e) {
		d := s.focus.day
		s.anchorAt(s.focus.dayIndex)
		s.result.Confidence = timex.Inferred
		s.because(whyDayInFocus)
		s.setRule(ruleFocus)
		switch e.dir {
		case dirPrevious:
			return timex.DayValue(d.Previous(e.weekday, false))
		case dirFollowing:
			return timex.DayValue(d.Next(e.weekday, false))
		}
		if e.dir == 0 && s.pluperfect(e) {
			return timex.DayValue(d.Previous(e.weekday, false))
		}
		return timex.DayValue(d.Next(e.weekday, true))
	}
	if !s.dct.Known {
		s.because(whyNoDCT)
		return timex.WeekdaySetValue(e.weekday)
	}
	base := s.dct.Day
	s.result.Anchor, s.result.Confidence = DCTAnchor, timex.Inferred
	if e.yearDir != 0 { // Tuesday of last week
		monday := base.Previous(timex.Monday, true)
		switch e.yearDir {
		case dirLast, dirPrevious:
			monday -= 7
		case dirNext, dirFollowing:
			monday += 7
		}
		s.because(whyWeekSaid)
		s.result.Confidence = timex.Explicit
		return timex.DayValue(monday + timex.Day(e.weekday-timex.Monday))
	}
	if e.shift == shiftAgo { // two Sundays ago
		s.because(whyShift)
		return timex.DayValue(base.Previous(e.weekday, false) - timex.Day(7*(e.n-1)))
	}
	if e.weekOffset != 0 {
		s.because(whyWeekOn)
		return timex.DayValue(base.Next(e.weekday, false) + timex.Day(7*e.weekOffset))
	}
	before, after := base.Previous(e.weekday, true), base.Next(e.weekday, true)
	switch e.dir {
	case dirLast:
		before = base.Previous(e.weekday, false)
		s.because(whyLastSaid)
		s.setRule(ruleLast)
		if e.further {
			return timex.DayValue(before - 7)
		}
		if s.is(e.start, classDir) && base-before < 4 {
			s.otherwise(timex.DayValue(before-7), whyWeekBefore)
		}
		return timex.DayValue(before)
	case dirNext:
		after = base.Next(e.weekday, false)
		s.because(whyNextSaid)
		s.setRule(ruleNext)
		if e.further {
			return timex.DayValue(after + 7)
		}
		if after-base < 4 {
			s.otherwise(timex.DayValue(after+7), whyWeekAfter)
		}
		return timex.DayValue(after)
	case dirThis:
		s.setRule(ruleThis)
		s.because(whyThisSaid)
		if s.lean(e) == back {
			return timex.DayValue(before)
		}
		return timex.DayValue(after)
	case dirFollowing, dirPrevious, dirThat, dirSame:
		if s.focus.hasDay {
			s.anchorAt(s.focus.dayIndex)
			s.because(whyDayInFocus)
			s.setRule(ruleFocus)
			switch e.dir {
			case dirFollowing:
				return timex.DayValue(s.focus.day.Next(e.weekday, false))
			case dirPrevious:
				return timex.DayValue(s.focus.day.Previous(e.weekday, false))
			}
			return timex.DayValue(s.focus.day.Next(e.weekday, true))
		}
	}
	if d, ok := s.listStart(e); ok { // next Thursday and Friday
		s.anchorAt(len(s.out) - 1)
		s.setRule(ruleFrom)
		s.because(whyBesideList)
		return timex.DayValue(d.Next(e.weekday, false))
	}
	if d, ok := s.rangeStart(e); ok { // Wednesday through Friday
		s.anchorAt(len(s.out) - 1)
		s.setRule(ruleFrom)
		s.because(whyRangeEnd)
		return timex.DayValue(d.Next(e.weekday, false))
	}
	if s.lean(e); s.clause(e).Tense == english.Expected || s.isMark(e.end, '\'') && s.isWord(e.end+1, "s") && s.clause(e).Tense == english.Present && s.present(s.clause(e)) {
		s.result.Confidence = timex.Ambiguous
		if s.thwarted(e) {
			s.setRule(rulePast)
			s.because(whyThwarted)
			s.otherwise(timex.DayValue(after), whyNextOne)
			return timex.DayValue(before)
		}
		s.setRule(ruleNear)
		s.because(whyNearer)
		if after-base < base-before {
			s.otherwise(timex.DayValue(before), whyLatest)
			return timex.DayValue(after)
		}
		s.otherwise(timex.DayValue(after), whyNextOne)
		return timex.DayValue(before)
	}
	if s.lean(e) == ahead {
		s.setRule(ruleFuture)
		s.because(whyTense)
		s.otherwise(timex.DayValue(before), whyLatest)
		if before == after {
			s.otherwise(timex.DayValue(after+7), whyNextOne)
		}
		return timex.DayValue(after)
	}
	s.setRule(rulePast)
	s.because(whyTense)
	if s.lean(e) == unknown {
		s.because(whyLatest)
		s.result.Confidence = timex.Guess
	}
	if before == after {
		after += 7
	}
	s.otherwise(timex.DayValue(after), whyNextOne)
	return timex.DayValue(before)
}

// present reports whether the cue of c is "is" or "are": Sunday's election is
// one that was or one that will be.
func (s *scan) present(c english.Clause) bool {
	w := s.text[c.Cue.Start:c.Cue.End]
	return w == "is" || w == "are"
}

// thwartReach is how many words behind "but" tell its tense.
const thwartReach = 8

// thwarted reports whether a "but" with a simple past behind e tells that what
// was intended for it is over: was to start on Monday, but was called off. What
// "has been" called off may still lie ahead.
func (s *scan) thwarted(e *expr) bool {
	i := e.end
	if s.isMark(i, ',') {
		i++
	}
	if !s.isWord(i, "but") {
		return false
	}
	for j := i + 1; j <= i+thwartReach; j++ {
		switch t := s.tok(j); {
		case t.form != wordForm:
			return false
		case s.isWord(j, "was"), s.isWord(j, "were"), s.isWord(j, "did"):
			return true
		case s.isWord(j, "has"), s.isWord(j, "have"), s.isWord(j, "is"), s.isWord(j, "are"), s.isWord(j, "will"), s.isWord(j, "may"):
			return false
		}
	}
	return false
}

// listReach is how many days after a weekday with a direction the next one of
// its list may lie.
const listReach = 3

// listStart returns the day that a list of weekdays begins with whose
// direction stands there: next Thursday and Friday.
func (s *scan) listStart(e *expr) (timex.Day, bool) {
	l := &s.last
	if !s.hasLast || l.kind != weekdayExpr || l.dir != dirNext && l.dir != dirLast || len(s.out) == 0 || !s.joins(l.end, e.start) {
		return 0, false
	}
	d, ok := s.out[len(s.out)-1].Value.Day()
	return d, ok && d.Next(e.weekday, false)-d <= listReach
}

// rangeStart returns the day on which the range begins that the weekday e ends.
func (s *scan) rangeStart(e *expr) (timex.Day, bool) {
	if !s.hasLast || s.last.kind != weekdayExpr || s.last.hasClock && s.last.weekday == e.weekday || s.last.end != e.start-1 || len(s.out) == 0 {
		return 0, false
	}
	l := s.last.start - 1
	if !s.isLink(e.start-1, linkTo) && !s.isLink(e.start-1, linkUntil) && !(s.isMark(e.start-1, '-') && s.glued(e.start)) &&
		!(s.isLink(e.start-1, linkAnd) && s.isLink(l, linkBetween)) {
		return 0, false
	}
	return s.out[len(s.out)-1].Value.Day()
}
