package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// eraBefore returns the first day of the decade or century named just before
// e, from which e counts decades or centuries: in the 17th century … a century later.
func (s *scan) eraBefore(e *expr) (timex.Day, bool) {
	if e.unit < timex.DecadeUnit || e.shift == shiftAgo || e.shift == shiftFrom || e.half || len(s.out) == 0 {
		return 0, false
	}
	last := &s.out[len(s.out)-1]
	if k := last.Value.Kind(); k != timex.DecadeKind && k != timex.CenturyKind || s.behind(last.End) > focusYearReach {
		return 0, false
	}
	first, _, ok := last.Value.Days()
	return first, ok
}

// mostYears is how many years, decades or centuries are counted: what lies
// millions of years back has no year.
const mostYears = 9999

// behindNow reports whether a shift counts up to now: now, 83 years later; today,
// ten years on.
func (s *scan) behindNow(e *expr) bool {
	i := e.start - 1
	if s.isMark(i, ',') || s.isMark(i, '-') {
		i--
	}
	return s.isWord(i, "now") || s.isWord(i, "today")
}

// yearApposed returns the year in which, behind a comma, the clause goes on
// that a shift by years begins: eight years earlier, at the 1972 convention.
func (s *scan) yearApposed(e *expr) (int, bool) {
	i := e.end
	if e.unit != timex.YearUnit || e.half || e.n2 != 0 || !s.isMark(i, ',') || !s.isLink(i+1, linkIn) && !s.isLink(i+1, linkAt) {
		return 0, false
	}
	if i += 2; s.isThe(i) {
		i++
	}
	return int(s.tok(i).value), s.plainYear(i) && !s.notYear(i, true)
}

// shiftValue resolves a date that lies a length away from another.
func (s *scan) shiftValue(e *expr) timex.Value {
	later := e.shift == shiftLater || e.shift == shiftAfter || e.shift == shiftHence || e.shift == shiftFrom
	if e.vague || e.unit >= timex.YearUnit && e.n > mostYears {
		s.because(whyVague)
		s.result.Anchor, s.result.Confidence = DCTAnchor, timex.Inferred
		if later {
			return timex.RefValue(timex.FutureRef)
		}
		return timex.RefValue(timex.PastRef)
	}
	base, anchor := s.dct.Day, DCTAnchor
	known := s.dct.Known
	if known && later && s.behindNow(e) {
		s.result.Anchor = DCTAnchor
		s.because(whyShift)
		s.result.Confidence = timex.Inferred
		return s.unitAt(base, e.unit, 0, DCTAnchor)
	}
	if y, ok := s.yearApposed(e); ok {
		s.because(whyBeside)
		return timex.YearValue(y)
	}
	if d, ok := s.eraBefore(e); ok {
		s.anchorAt(len(s.out) - 1)
		s.result.Confidence = timex.Inferred
		s.setRule(ruleFocus)
		s.because(whyShift)
		n := e.n
		if !later {
			n = -n
		}
		return s.unitAt(d, e.unit, n, DCTAnchor)
	}
	switch e.shift {
	case shiftLater, shiftEarlier, shiftBefore, shiftAfter:
		f := &s.focus
		if e.unit <= timex.WeekUnit && f.hasDay && (s.mode == narrative || s.behind(f.dayAt) < 2*focusReach) {
			base, anchor, known = f.day, f.dayIndex, true
			if s.mode == news && f.hasPast && s.behind(f.pastAt) < 2*focusReach && s.clause(e).Tense == english.Past {
				base, anchor = f.past, f.pastIndex // not from what was planned
			}
		} else if first, _, ok := f.value.Days(); ok && f.hasYear && e.unit > timex.WeekUnit {
			base, anchor, known = first, f.index, true
		} else if s.mode == narrative || later && s.clause(e).Tense == english.Past {
			s.because(whyVague) // later than what is not told
			s.result.Confidence = timex.Guess
			return timex.OpenDay()
		} else {
			s.result.Confidence = timex.Inferred
		}
	case shiftAgo:
		if d, i, ok := s.spokenOn(e); ok && e.unit >= timex.DayUnit {
			base, anchor = d, i
		}
	case shiftFrom:
		to := *e.shiftTo
		to.start, to.end = e.start, e.end
		v := s.valueOf(&to)
		d, _, ok := v.Days()
		if !ok {
			return timex.Value{}
		}
		base = d
		s.setRule(ruleFrom)
	}
	if !known {
		s.because(whyNoDCT)
		if later {
			return timex.RefValue(timex.FutureRef)
		}
		return timex.RefValue(timex.PastRef)
	}
	s.anchorAt(anchor)
	s.because(whyShift)
	if anchor != DCTAnchor {
		s.result.Confidence = timex.Inferred
		s.setRule(ruleFocus)
	}
	sign := -1
	if later {
		sign = 1
	}
	if e.toTheDay {
		s.because(whyToTheDay)
		if e.weekday != 0 {
			base = base.Nearest(e.weekday)
			s.result.Confidence = timex.Inferred
		}
		return timex.DayValue(sameDay(base, e.unit, sign*e.n))
	}
	if e.asUnit != 0 {
		return s.yearBefore(e, base, anchor)
	}
	return s.beside(e, s.shiftBy(base, e, sign, anchor))
}

// yearBefore returns the unit of base a year before. A quarter or month that
// nothing names is not known better than its year.
func (s *scan) yearBefore(e *expr, base timex.Day, anchor int) timex.Value {
	u := e.asUnit
	if e.inYear != 0 {
		return s.samePart(e.inYear, u)
	}
	s.result.Confidence = timex.Inferred
	kind := timex.NoKind
	if anchor >= 0 {
		kind = s.out[anchor].Value.Kind()
	}
	if v, i, ok := s.quarterInFocus(); ok && (u == timex.QuarterUnit || u == timex.YearUnit) {
		if first, _, ok := v.Days(); ok {
			s.anchorAt(i)
			y, m, _ := first.Civil()
			return timex.QuarterValue(y-1, (m+2)/3)
		}
	}
	switch {
	case u == timex.WeekUnit:
		return s.unitAt(base-52*7, u, 0, DCTAnchor)
	case u == timex.QuarterUnit && kind != timex.QuarterKind, u == timex.MonthUnit && s.focus.month == 0 && anchor >= 0:
		u = timex.YearUnit
	}
	return s.unitAt(base.AddMonths(-12), u, 0, DCTAnchor)
}

// samePart returns the quarter or half of a year that the text speaks of, in
// another year; the year itself where it speaks of none.
func (s *scan) samePart(year int, u timex.Unit) timex.Value {
	s.result.Confidence = timex.Inferred
	if first, _, ok := s.focus.value.Days(); ok {
		_, m, _ := first.Civil()
		switch k := s.focus.value.Kind(); {
		case k == timex.QuarterKind:
			return timex.QuarterValue(year, (m+2)/3)
		case k == timex.HalfKind && u == timex.YearUnit:
			return timex.HalfValue(year, (m+5)/6)
		case u == timex.MonthUnit && s.focus.month > 0:
			return timex.MonthValue(year, s.focus.month)
		}
	}
	return timex.YearValue(year)
}

// sameDay returns the day n units after base, to the day.
func sameDay(base timex.Day, u timex.Unit, n int) timex.Day {
	switch u {
	case timex.MonthUnit:
		return base.AddMonths(n)
	case timex.QuarterUnit:
		return base.AddMonths(3 * n)
	case timex.YearUnit:
		return base.AddMonths(12 * n)
	case timex.DecadeUnit:
		return base.AddMonths(120 * n)
	case timex.CenturyUnit:
		return base.AddMonths(1200 * n)
	}
	return base + timex.Day(7*n)
}

// shiftBy moves base by the length of e, and rounds to its unit.
func (s *scan) shiftBy(base timex.Day, e *expr, sign, anchor int) timex.Value {
	n := sign * e.n
	if e.half {
		switch e.unit {
		case timex.YearUnit:
			y, m, _ := base.AddMonths(12*n + 6*sign).Civil()
			return timex.MonthValue(y, m)
		case timex.DecadeUnit, timex.CenturyUnit:
			years := 5
			if e.unit == timex.CenturyUnit {
				years = 50
			}
			y, _, _ := base.Civil()
			return timex.YearValue(y + 2*years*n + years*sign)
		case timex.MonthUnit:
			return timex.WeekValue((base.AddMonths(n) + timex.Day(14*sign)).ISOWeek())
		}
	}
	switch e.unit {
	case timex.SecondUnit, timex.MinuteUnit, timex.HourUnit:
		return s.shiftClock(base, e, n, sign, anchor)
	case timex.DayUnit, timex.NightUnit:
		return timex.DayValue(base + timex.Day(n))
	case timex.WeekUnit:
		s.counted = base + timex.Day(7*n)
		if e.shift == shiftFrom {
			return timex.DayValue(s.counted)
		}
	case timex.WeekendUnit:
		return timex.WeekendValue((base + timex.Day(7*n)).ISOWeek())
	case timex.YearUnit:
		if e.unit2 == timex.MonthUnit {
			y, m, _ := base.AddMonths(12*n + sign*e.n2).Civil()
			return timex.MonthValue(y, m)
		}
	case timex.MonthUnit:
		if anchor >= 0 && s.focus.month == 0 {
			y, _, _ := base.AddMonths(n).Civil()
			return timex.YearValue(y)
		}
	}
	return s.unitAt(base, e.unit, n, DCTAnchor)
}

// shiftClock moves the time of publication, where it is known to the clock,
// by hours or minutes.
func (s *scan) shiftClock(base timex.Day, e *expr, n, sign, anchor int) timex.Value {
	hour, minute, clock := s.dct.Hour, s.dct.Minute, s.dct.HasClock && anchor == DCTAnchor
	if anchor >= 0 {
		if d, ok := s.out[anchor].Value.Day(); ok && d == base {
			hour, minute, clock = s.out[anchor].Value.Clock()
		}
	}
	if !clock {
		s.result.Confidence = timex.Guess
		if e.unit == timex.HourUnit && e.n >= 24 {
			return timex.DayValue(base + timex.Day(n/24))
		}
		return timex.DayValue(base)
	}
	minutes := hour*60 + minute
	digits := 1
	if anchor >= 0 {
		digits = 2
	}
	switch e.unit {
	case timex.HourUnit:
		minutes += 60 * n
		if e.half {
			minutes += 30 * sign
			digits = 2
		}
	case timex.MinuteUnit:
		minutes += n
		digits = 2
	}
	days := minutes / 1440
	if minutes -= 1440 * days; minutes < 0 {
		days, minutes = days-1, minutes+1440
	}
	base += timex.Day(days)
	s.result.Type = timex.Time
	v := timex.DayValue(base).WithClock(minutes/60, minutes%60, 0, digits)
	if anchor >= 0 {
		v = v.InZoneOf(s.out[anchor].Value)
	}
	return v
}
