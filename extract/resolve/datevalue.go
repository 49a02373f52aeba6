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
	if !e.ambiguous || e.hasYear {
		return s.checkWeekday(e, s.dateNamed(e))
	}
	before, swapped := s.result, *e
	swapped.month, swapped.day = e.day, e.month
	other := timex.Value{}
	if swapped.possible() {
		other = s.dateNamed(&swapped)
	}
	otherResult := s.result
	s.result = before
	v := s.dateNamed(e)
	switch fits, otherFits := fallsOn(v, e.weekday), fallsOn(other, e.weekday); {
	case fits && !otherFits:
		return v
	case otherFits && !fits:
		s.result = otherResult
		return other
	}
	s.bothOrders(other)
	return s.checkWeekday(e, v)
}

// fallsOn reports whether v is a day that falls on the weekday w.
func fallsOn(v timex.Value, w timex.Weekday) bool {
	d, ok := v.Day()
	return ok && w != 0 && d.Weekday() == w
}

// bothOrders notes that day and month of a numeric date may change places.
func (s *scan) bothOrders(other timex.Value) {
	s.result.Confidence = timex.Ambiguous
	s.because(whyMonthFirst)
	if s.opts.DayFirst {
		s.because(whyDayFirst)
	}
	if !other.IsZero() {
		s.otherwise(other, whyOtherOrder)
	}
}

// checkWeekday makes a date doubtful whose weekday, which stands beside it,
// is that of another day. The day that it may have been meant for is the
// nearest one of that name.
func (s *scan) checkWeekday(e *expr, v timex.Value) timex.Value {
	d, ok := v.Day()
	if !ok || e.weekday == 0 || d.Weekday() == e.weekday {
		return v
	}
	s.result.Confidence = timex.Ambiguous
	s.because(whyWeekdayClash)
	s.otherwise(timex.DayValue(d.Nearest(e.weekday)), whyNearestWeekday)
	return v
}

// dateNamed resolves a date that the calendar can have.
func (s *scan) dateNamed(e *expr) timex.Value {
	if e.hasYear {
		s.because(whyWritten)
		if e.ambiguous {
			other, v := timex.Value{}, dateOf(e.year, e.month, e.day)
			if e.month <= timex.DaysIn(e.year, e.otherMonth) {
				other = dateOf(e.year, e.otherMonth, e.month)
			}
			switch fits, otherFits := fallsOn(v, e.weekday), fallsOn(other, e.weekday); {
			case fits && !otherFits:
				return v
			case otherFits && !fits:
				return other
			}
			s.bothOrders(other)
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
	if y, ok := s.yearBeside(e); ok {
		return dateOf(y, e.month, e.day)
	}
	if e.dir == 0 || e.dir == dirThat || e.dir == dirSame || e.dir == dirFollowing || e.dir == dirPrevious || s.nextOfStory(e) {
		if v, ok := s.weekdayInFocus(e); ok {
			return v
		}
		if v, ok := s.dateInFocus(e); ok {
			return v
		}
		if v, ok := s.goesOn(e); ok {
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
	if s.focus.hasYear && (!s.dct.Known || e.yearDir == dirThat || e.yearDir == dirSame || e.yearDir == dirFollowing || e.yearDir == dirPrevious) {
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

// besideSpan is how many bytes before "the previous April" the date may stand
// that it is counted from.
const besideSpan = 160

// yearBeside returns the year of the month that follows the date named just
// before, or lies before it: resigned in the fall of 1988 … the following
// February; in April … the previous April.
func (s *scan) yearBeside(e *expr) (int, bool) {
	f := &s.focus
	if s.mode != news || !s.dct.Known || e.hasDay || e.dir != dirFollowing && e.dir != dirPrevious || !f.hasYear || s.behind(f.at) > besideSpan {
		return 0, false
	}
	first, last, ok := f.value.Days()
	if !ok || f.value.Kind() == timex.DayKind && f.month == 0 {
		return 0, false
	}
	year, month, _ := last.Civil()
	if e.dir == dirFollowing {
		if e.month <= month {
			year++
		}
	} else if year, month, _ = first.Civil(); e.month >= month {
		year--
	}
	s.anchorAt(f.index)
	s.result.Confidence = timex.Inferred
	s.because(whyUnit)
	s.setRule(ruleFocus)
	return year, true
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
	if s.mode == news && e.weekday != 0 && e.hasDay && !falls(e, y) {
		return timex.Value{}, false // another year's
	}
	if v, ok := s.dayGoesOn(e, y); ok {
		return v, true
	}
	m := s.focus.month
	if _, last, ok := s.focus.value.Days(); ok && m == 0 && e.dir == 0 && s.focus.value.Kind() == timex.SeasonKind {
		_, m, _ = last.Civil() // in the autumn of 1942 … in February
	}
	if s.mode == news && e.dir == 0 && s.years.near > 0 && m > e.month && m-e.month <= wrapBack && !s.pluperfect(e) && y < s.dctYear() {
		return timex.Value{}, false // a story goes on, it does not go back
	}
	s.anchorAt(index)
	s.result.Confidence = timex.Inferred
	s.because(whyYearInFocus)
	s.setRule(ruleFocus)
	other := 0
	switch {
	case e.dir == dirNext && m == 0 && s.focus.value.Kind() != timex.DayKind:
		if first, _, ok := s.focus.value.Days(); ok {
			if _, in, _ := first.Civil(); e.month <= in {
				y++
			}
		}
	case (e.dir == dirFollowing || e.dir == dirNext) && m > 0 && e.month <= m, (e.dir == dirFollowing || e.dir == dirNext) && m == 0:
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

// nextReach is how many days after the last day told of the next one lies at
// most that goes on from it, though a year was named in between.
const nextReach = 60

// dayGoesOn resolves the day of a month that goes on from the last day told
// of, where a year far from it, in which nothing was dated, was only named in passing:
// on 5 September 1916 … which he regretted in 1922 … 10 September.
func (s *scan) dayGoesOn(e *expr, year int) (timex.Value, bool) {
	f := &s.focus
	if s.mode != narrative || !e.hasDay || e.dir != 0 || !f.hasDay || f.month != 0 {
		return timex.Value{}, false
	}
	y, _, _ := f.day.Civil()
	d, ok := timex.DayOf(y, e.month, e.day)
	if !ok || year <= y+nearYears && year >= y-nearYears || d <= f.day || d > f.day+nextReach {
		return timex.Value{}, false
	}
	s.anchorAt(f.dayIndex)
	s.result.Confidence = timex.Inferred
	s.because(whyYearInFocus)
	s.setRule(ruleFocus)
	return timex.DayValue(d), true
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

// nextOfStory reports whether "the next" before a month counts from the story
// that is told, and not from publication.
func (s *scan) nextOfStory(e *expr) bool {
	return e.dir == dirNext && s.isThe(e.start) && s.storyInFocus() && s.clause(e).Tense == english.Past
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
		if e.month > month || e.month == month && (e.day > today || e.day == today && e.dir == dirLast) {
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
	switch fa, fb := falls(e, a), falls(e, b); {
	case fa && !fb:
		return a, true
	case fb && !fa:
		return b, true
	}
	return 0, false
}

// falls reports whether the day of e falls in year y on the weekday that stands beside it.
func falls(e *expr, y int) bool {
	d, ok := timex.DayOf(y, e.month, e.day)
	return ok && d.Weekday() == e.weekday
}
