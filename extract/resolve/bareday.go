package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// Days of a month that is not named: on the 5th, Monday the 25th.

// leavesFocus reports whether the day e of the month in focus is over while its
// clause looks ahead: last month … they meet again on the 23rd.
func (s *scan) leavesFocus(e *expr) bool {
	f := &s.focus
	if s.mode != news || !s.dct.Known || e.dir != 0 {
		return false
	}
	d, ok := timex.DayOf(f.year, f.month, e.day)
	return ok && d < s.dct.Day && (s.lean(e) == ahead || s.clause(e).Tense == english.Present)
}

// bareDay resolves the day of a month that is not named: on the 5th.
func (s *scan) bareDay(e *expr) timex.Value {
	s.result.Confidence = timex.Inferred
	f := &s.focus
	if s.mode == narrative && f.month == 0 && f.hasDay && e.weekday == 0 { // of the month of the last day told of
		if y, m, d := f.day.Civil(); (f.year > y+nearYears || f.year < y-nearYears) && e.day > d && e.day <= timex.DaysIn(y, m) {
			s.anchorAt(f.dayIndex)
			s.because(whyMonthInFocus)
			s.setRule(ruleFocus)
			return dateOf(y, m, e.day)
		}
	}
	if f.hasYear && f.month > 0 && !s.leavesFocus(e) && (e.weekday == 0 || falls(&expr{month: f.month, day: e.day, weekday: e.weekday}, f.year)) && (s.mode == narrative || e.dir == dirSame || e.dir == dirThat || s.behind(f.at) < focusYearReach) && e.day <= timex.DaysIn(f.year, f.month) {
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
	} else if side == back && s.clause(e).Tense == english.Present && e.day > today {
		side = ahead // they meet on the 23rd
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
	if e.weekday != 0 && e.dir == 0 {
		if v, ok := s.weekdayOfMonth(e, side); ok {
			return v
		}
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

// weekdayOfMonth returns the day of a month that is not named, Monday the
// 25th, in the month nearest to publication in which it falls on its weekday,
// on the side that the clause tells where two lie as near.
func (s *scan) weekdayOfMonth(e *expr, side direction) (timex.Value, bool) {
	y, m, _ := s.dct.Day.Civil()
	first, _ := timex.DayOf(y, m, 1)
	sign := 1
	if side == back {
		sign = -1
	}
	for n := range 4 {
		for _, months := range [...]int{sign * n, -sign * n} {
			y, m, _ := first.AddMonths(months).Civil()
			if d, ok := timex.DayOf(y, m, e.day); ok && d.Weekday() == e.weekday {
				s.because(whyWeekdayFits)
				return timex.DayValue(d), true
			}
		}
	}
	return timex.Value{}, false
}
