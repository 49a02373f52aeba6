package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// dateValue resolves a date that names a year, a month or the day of a month.
// A day that the calendar does not have gives no value.
func (s *scan) dateValue(e *expr) timex.Value {
	if !e.possible() {
		return timex.Value{}
	}
	if e.hasYear {
		s.because(whyWritten)
		if e.ambiguous {
			s.result.Confidence = timex.Ambiguous
			s.because(whyMonthFirst)
			if s.opts.DayFirst {
				s.because(whyDayFirst)
			}
			if e.otherMonth <= 12 && e.month <= timex.DaysIn(e.year, e.otherMonth) {
				s.otherwise(dateOf(e.year, e.otherMonth, e.month), whyOtherOrder)
			}
		} else if e.twoDigitYear {
			s.result.Confidence = timex.Inferred
			s.because(whyShortYear)
		}
		return dateOf(e.year, e.month, e.day)
	}
	if !e.hasMonth {
		return s.bareDay(e)
	}
	if y, ok := s.yearSaid(e); ok {
		return dateOf(y, e.month, e.day)
	}
	if y, ok := s.yearOfRange(e); ok {
		s.anchorAt(len(s.out) - 1)
		s.because(whyYearInFocus)
		s.setRule(ruleFrom)
		return dateOf(y, e.month, e.day)
	}
	if e.dir == 0 || e.dir == dirThat || e.dir == dirSame || e.dir == dirFollowing || e.dir == dirPrevious {
		if v, ok := s.weekdayInFocus(e); ok {
			return v
		}
		if v, ok := s.dateInFocus(e); ok {
			return v
		}
	}
	if !s.dct.Known {
		s.because(whyNoDCT)
		if e.hasDay {
			return timex.OpenMonthDay(e.month, e.day)
		}
		return timex.OpenMonth(e.month)
	}
	s.result.Anchor, s.result.Confidence = DCTAnchor, timex.Inferred
	year := s.yearOfDate(e)
	if year == 0 {
		return timex.Value{}
	}
	return dateOf(year, e.month, e.day)
}

// dateOf returns the value of a year, month or day.
func dateOf(year, month, day int) timex.Value {
	return timex.PointValue(timex.Point{Year: year, Month: month, Day: day})
}

// yearSaid returns the year that "last year", "of that year" names behind a date.
func (s *scan) yearSaid(e *expr) (int, bool) {
	if e.yearDir == 0 {
		return 0, false
	}
	s.result.Confidence = timex.Inferred
	now, anchor := s.dctYear(), DCTAnchor
	if s.focus.hasYear && (s.mode == narrative || e.yearDir == dirThat || e.yearDir == dirSame || e.yearDir == dirFollowing || e.yearDir == dirPrevious) {
		now, anchor = s.focus.year, s.focus.yearIndex
	}
	s.anchorAt(anchor)
	s.because(whyYearSaid)
	switch e.yearDir {
	case dirLast, dirPrevious:
		return now - 1, true
	case dirNext, dirFollowing:
		return now + 1, true
	}
	return now, true
}

// focusYearReach is how many bytes back, in news, a year that was spelled out
// still carries the months behind it in the same sentence.
const focusYearReach = 220

// storyAge is how many years before publication a bare year must lie to be
// taken for the time of a story that is being told.
const storyAge = 30

// storyReach is how many bytes back, in news, a date of an earlier year
// begins a story that the dates behind it belong to.
const storyReach = 600

// storyInFocus reports whether a text that names nothing of its own time tells
// what happened in an earlier year, spelled out not long before.
func (s *scan) storyInFocus() bool {
	f := &s.focus
	return s.dct.Known && s.years.near == 0 && f.hasYear && f.year < s.dctYear() && s.at_(f.yearAt) <= storyReach && s.out[f.yearIndex].spelled
}

// storyInParagraph reports whether the paragraph tells what happened in an
// earlier year, and e goes on with it: a date with its month was spelled out
// before, nothing of publication's own time came between, and the verb is past.
func (s *scan) storyInParagraph(e *expr) bool {
	f := &s.focus
	return s.dct.Known && f.hasYear && (f.month > 0 || f.value.Kind() == timex.SeasonKind) && f.year < s.dctYear()-1 && f.yearAt > s.paragraph && s.out[f.yearIndex].spelled &&
		s.clause(e).Tense == english.Past
}

// planInParagraph reports whether the paragraph speaks of what is planned for a
// later year, spelled out with its month, and e goes on with it.
func (s *scan) planInParagraph(e *expr) bool {
	f := &s.focus
	return s.dct.Known && f.hasYear && f.month > 0 && f.year > s.dctYear() && f.yearAt > s.paragraph && s.out[f.yearIndex].spelled && s.lean(e) == ahead
}

// yearOfRange returns the year of a date that ends a range whose beginning
// has its year said: from 23 July 2021 to 8 August.
func (s *scan) yearOfRange(e *expr) (int, bool) {
	l := &s.last
	if !s.hasLast || l.kind != dateExpr || !l.hasYear || !l.hasMonth || len(s.out) == 0 || l.end != e.start-1 {
		return 0, false
	}
	if !s.isLink(l.end, linkTo) && !s.isLink(l.end, linkUntil) && !s.isMark(l.end, '-') {
		return 0, false
	}
	if e.month < l.month {
		return l.year + 1, true
	}
	return l.year, true
}

// yearInFocus returns the year that the text speaks of, when it is that and
// not publication which bare dates hang on.
func (s *scan) yearInFocus(e *expr) (year, index int, ok bool) {
	f := &s.focus
	if !f.hasYear {
		return s.years.first, NoAnchor, s.mode == narrative && s.years.total > 0
	}
	if s.mode == narrative {
		return f.year, f.yearIndex, true
	}
	if s.storyInParagraph(e) || s.planInParagraph(e) {
		return f.year, f.yearIndex, true
	}
	if !s.storyInFocus() || s.lean(e) == ahead || s.clause(e).Tense == english.Present {
		return 0, 0, false
	}
	if age := s.dctYear() - f.year; age > storyAge || age > 9 && f.month > 0 || age > 1 && f.yearAt == f.dayAt {
		return f.year, f.yearIndex, true
	}
	// a bare year carries only within its sentence, and not into a noun phrase
	if f.yearAt < s.sentence.Start || s.at_(f.yearAt) > focusYearReach || e.hasDay || s.clause(e).Tense != english.Past {
		return 0, 0, false
	}
	if p := s.tok(e.start - 1); !s.isLink(e.start-1, linkIn) && !s.isLink(e.start-1, linkUntil) && p.class&classEdge == 0 {
		return 0, 0, false
	}
	return f.year, f.yearIndex, true
}

// Months that a bare month may lie before or after the month in focus and
// still be of the same year.
const (
	wrapBack  = 7
	wrapAhead = 9
)

// dateInFocus resolves a month or the day of a month in the year that the text speaks of.
func (s *scan) dateInFocus(e *expr) (timex.Value, bool) {
	y, index, ok := s.yearInFocus(e)
	if !ok {
		return timex.Value{}, false
	}
	m := s.focus.month
	s.anchorAt(index)
	s.result.Confidence = timex.Inferred
	s.because(whyYearInFocus)
	s.setRule(ruleFocus)
	other := 0
	switch {
	case e.dir == dirFollowing && m > 0 && e.month <= m, e.dir == dirFollowing && m == 0:
		y++
	case e.dir == dirPrevious && m > 0 && e.month >= m:
		y--
	case e.dir != 0:
	case m > 0 && m-e.month > wrapBack && !s.pluperfect(e):
		y++
		other = y - 1
	case m > 0 && e.month-m > wrapAhead && s.pluperfect(e):
		y--
		other = y + 1
	}
	if other != 0 {
		s.result.Confidence = timex.Ambiguous
		s.otherwise(dateOf(other, e.month, e.day), whyYearInFocus)
	}
	if e.day > timex.DaysIn(y, e.month) {
		return timex.Value{}, false
	}
	return dateOf(y, e.month, e.day), true
}

// weekdayInFocus resolves a day of a month with its weekday to the year that
// the text speaks of, when the weekday fits that year and not publication's.
func (s *scan) weekdayInFocus(e *expr) (timex.Value, bool) {
	f := &s.focus
	if e.weekday == 0 || !e.hasDay || !f.hasYear || !s.dct.Known || f.year == s.dctYear() {
		return timex.Value{}, false
	}
	y, ok := fitting(e, f.year, s.dctYear())
	if !ok || y != f.year {
		return timex.Value{}, false
	}
	s.anchorAt(f.yearIndex)
	s.result.Confidence = timex.Inferred
	s.because(whyWeekdayFits)
	s.setRule(ruleFocus)
	return dateOf(y, e.month, e.day), true
}

// pluperfect reports whether the clause of e looks back with "had".
func (s *scan) pluperfect(e *expr) bool {
	c := s.clause(e).Cue
	return c.End-c.Start == 3 && s.text[c.Start:c.End] == "had"
}

// yearOfDate returns the year of a month, or of the day of a month, that
// hangs on publication; 0 when no year has the day.
func (s *scan) yearOfDate(e *expr) int {
	now, month, today := s.dct.Day.Civil()
	before, after := now, now
	if e.hasDay {
		if e.month > month || e.month == month && e.day > today {
			before--
		} else if e.month < month || e.day < today {
			after++
		}
		for e.day > timex.DaysIn(before, e.month) {
			before--
		}
		for e.day > timex.DaysIn(after, e.month) {
			after++
		}
	} else {
		if e.month > month {
			before--
		} else if e.month < month {
			after++
		}
		switch {
		case (e.dir == dirLast || e.dir == dirPrevious) && e.month == month:
			before--
		case (e.dir == dirNext || e.dir == dirFollowing) && e.month == month:
			after++
		}
	}
	if e.dir == dirThis {
		s.because(whyThisSaid)
		return now
	}
	first := func(y int) int {
		d, _ := timex.DayOf(y, e.month, max(e.day, 1))
		return int(d)
	}
	last := func(y int) int {
		day := e.day
		if !e.hasDay {
			day = timex.DaysIn(y, e.month)
		}
		d, _ := timex.DayOf(y, e.month, day)
		return int(d)
	}
	daysBack, daysAhead := max(int(s.dct.Day)-last(before), 0), max(first(after)-int(s.dct.Day), 0)
	nearerAhead := func() bool { return daysAhead < daysBack }
	if e.weekday != 0 && before != after {
		if y, ok := fitting(e, before, after); ok {
			s.because(whyWeekdayFits)
			s.setRule(ruleNear)
			s.result.Confidence = timex.Explicit
			return y
		}
	}
	chosen, other, why := before, after, whyNextOne
	if s.side(e, e.dir, nearerAhead, daysBack, daysAhead) == ahead {
		chosen, other, why = after, before, whyLatest
	}
	if other != chosen && e.dir == 0 {
		s.otherwise(dateOf(other, e.month, e.day), why)
	}
	return chosen
}

// fitting returns the one of two years in which the day of e falls on the
// weekday that stands beside it.
func fitting(e *expr, a, b int) (year int, ok bool) {
	falls := func(y int) bool {
		d, ok := timex.DayOf(y, e.month, e.day)
		return ok && d.Weekday() == e.weekday
	}
	switch fa, fb := falls(a), falls(b); {
	case fa && !fb:
		return a, true
	case fb && !fa:
		return b, true
	}
	return 0, false
}

// bareDay resolves the day of a month that is not named: on the 5th.
func (s *scan) bareDay(e *expr) timex.Value {
	s.result.Confidence = timex.Inferred
	f := &s.focus
	if f.hasYear && f.month > 0 && (s.mode == narrative || e.dir == dirSame || e.dir == dirThat || s.at_(f.at) < focusYearReach) && e.day <= timex.DaysIn(f.year, f.month) {
		s.anchorAt(f.yearIndex)
		s.because(whyMonthInFocus)
		s.setRule(ruleFocus)
		return dateOf(f.year, f.month, e.day)
	}
	if !s.dct.Known {
		return timex.Value{}
	}
	s.result.Anchor = DCTAnchor
	y, m, today := s.dct.Day.Civil()
	side := s.lean(e)
	s.because(whyTense)
	if e.dir != 0 || side == unknown {
		side = back
		s.because(whyLatest)
	}
	if e.dir == dirThis {
		s.because(whyThisSaid)
		return dateOf(y, m, e.day)
	}
	step := 0
	if side == ahead && e.day < today || e.dir == dirNext {
		step = 1
	} else if side == back && e.day > today || e.dir == dirLast {
		step = -1
	}
	for range 12 {
		first, _ := timex.DayOf(y, m, 1)
		y, m, _ = first.AddMonths(step).Civil()
		if e.day <= timex.DaysIn(y, m) {
			return dateOf(y, m, e.day)
		}
		if step == 0 {
			step = int(side)*2 - 3
		}
	}
	return timex.Value{}
}
