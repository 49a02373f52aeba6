package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// unitBase returns the day that the unit of e is counted from, and notes what
// names it; ok is false when nothing does.
func (s *scan) unitBase(e *expr) (base timex.Day, anchor int, ok bool) {
	base, anchor = s.unitAnchor(e)
	if anchor == DCTAnchor && !s.dct.Known {
		s.because(whyNoDCT)
		return 0, anchor, false
	}
	s.anchorAt(anchor)
	if anchor != DCTAnchor {
		s.result.Confidence = timex.Inferred
		s.setRule(ruleFocus)
	} else if e.dir >= dirThat {
		s.result.Confidence = timex.Inferred // nothing that it could hang on was found
	}
	s.because(whyUnit)
	return base, anchor, true
}

// newYearValue resolves the new year: the one that has just begun, or the next.
func (s *scan) newYearValue(e *expr) timex.Value {
	base, _, ok := s.unitBase(e)
	if !ok {
		return timex.RefValue(timex.PresentRef)
	}
	y, m, _ := base.Civil()
	if m > lastNewMonth {
		y++
	}
	return timex.YearValue(y)
}

// unitValue resolves a unit placed by a direction: last week, that year, the
// following day, last night.
func (s *scan) unitValue(e *expr) timex.Value {
	base, anchor, ok := s.unitBase(e)
	if !ok {
		return timex.RefValue(timex.PresentRef)
	}
	if e.inYear != 0 {
		_, m, d := base.Civil()
		if d > timex.DaysIn(e.inYear, m) {
			return timex.Value{}
		}
		return dateOf(e.inYear, m, d)
	}
	step := 0
	if e.unit == timex.WeekendUnit && (e.dir == 0 || e.dir == dirThis) && anchor == DCTAnchor && base.Weekday() < timex.Friday && s.weekendOver(e) {
		step = -1 // the weekend that is over
		s.result.Confidence = timex.Inferred
		s.because(whyTense)
	}
	switch e.dir {
	case dirLast, dirPrevious:
		step = -1
	case dirNext, dirFollowing:
		step = 1
	}
	if e.further {
		step *= 2
	}
	if anchor == DCTAnchor && e.dir == dirSame && e.mod == timex.Start && s.begun(base, e.unit) && s.lean(e) == ahead {
		step = 1 // by the start of the year it will
		s.result.Confidence = timex.Inferred
	}
	if anchor == DCTAnchor && (e.dir == dirThis || e.dir == dirLast || e.dir == dirNext) && e.unit <= timex.WeekUnit {
		if d, i, ok := s.spokenOn(e); ok {
			base = d
			s.anchorAt(i)
			s.result.Confidence = timex.Inferred
			s.because(whySpoken)
			s.setRule(ruleQuoted)
			anchor = i
			return s.unitAt(base, e.unit, step, DCTAnchor)
		}
	}
	return s.unitAt(base, e.unit, step, anchor)
}

// weekendOver reports whether "the weekend", told before Friday, is the one before.
func (s *scan) weekendOver(e *expr) bool {
	side := s.lean(e)
	if (s.isLink(e.start-1, linkFor) || s.isWord(e.start-1, "after")) && s.clause(e).Tense != english.Past {
		return false // the outlook for the weekend
	}
	return side == back || e.dir == 0 && side != ahead
}

// begun reports whether, on day d, the start of its month or year is over.
func (s *scan) begun(d timex.Day, u timex.Unit) bool {
	_, month, day := d.Civil()
	return u == timex.YearUnit && month > lastNewMonth || u == timex.MonthUnit && day > 10
}

// lastNewMonth is the last month in which "the new year" is the one that has begun.
const lastNewMonth = 3

// unitAnchor returns the day that a unit is counted from: publication, or
// what the text speaks of for "that", "the same", "the following".
func (s *scan) unitAnchor(e *expr) (timex.Day, int) {
	f := &s.focus
	fromFocus := s.mode == narrative
	switch e.dir {
	case dirThat, dirSame, dirFollowing, dirPrevious:
		fromFocus = true
	case dirNext:
		// "the next day", as against "next week"
		fromFocus = fromFocus || e.unit == timex.DayUnit || s.isThe(e.start) && f.hasYear && s.behind(f.at) < focusYearReach && s.lean(e) == back
	case dirLast:
		fromFocus = false
	case dirThis:
		// "this day" in a history is that day
		fromFocus = fromFocus && e.unit == timex.DayUnit && e.part == timex.NoPart
	}
	if !fromFocus || !f.hasYear {
		return s.dct.Day, DCTAnchor
	}
	if e.dir == dirSame && e.edge != 0 && s.mode == news && !s.storyInFocus() {
		return s.dct.Day, DCTAnchor
	}
	if e.unit == timex.DayUnit && e.dir == dirPrevious && s.mode == news && f.hasAhead && f.hasDay && f.day == f.ahead && s.lean(e) != ahead { // not from what is to come
		if f.hasPast && s.behind(f.pastAt) < focusReach {
			return f.past, f.pastIndex
		}
		return s.dct.Day, DCTAnchor
	}
	if e.unit <= timex.WeekUnit {
		if first, _, ok := f.value.Days(); ok && e.unit == timex.WeekUnit && f.value.Kind() == timex.WeekKind && s.behind(f.at) < focusReach && (!f.hasDay || f.at > f.dayAt) {
			return first, f.index
		}
		if f.hasDay && s.behind(f.dayAt) < 4*focusReach {
			return f.day, f.dayIndex
		}
		if s.mode == news {
			return s.dct.Day, DCTAnchor
		}
	}
	if e.unit == timex.MonthUnit && e.dir == dirPrevious && s.mode == news && s.dct.Known && f.month == 0 && f.value.Kind() == timex.DayKind {
		return s.dct.Day, DCTAnchor // no year has a month before it
	}
	first, _, ok := f.value.Days()
	if !ok {
		return s.dct.Day, DCTAnchor
	}
	return first, f.index
}

// unitAt returns the value of the unit that lies step units from that of base.
func (s *scan) unitAt(base timex.Day, u timex.Unit, step, anchor int) timex.Value {
	y, _, _ := base.Civil()
	switch u {
	case timex.DayUnit, timex.NightUnit:
		if anchor >= 0 && !s.focus.hasDay {
			return timex.OpenDay()
		}
		return timex.DayValue(base + timex.Day(step))
	case timex.WeekUnit:
		return timex.WeekValue((base + timex.Day(7*step)).ISOWeek())
	case timex.WeekendUnit:
		return timex.WeekendValue((base + timex.Day(7*step)).ISOWeek())
	case timex.MonthUnit:
		if anchor >= 0 && s.focus.month == 0 {
			return timex.YearValue(y)
		}
		y, m, _ := base.AddMonths(step).Civil()
		return timex.MonthValue(y, m)
	case timex.QuarterUnit:
		y, m, _ := base.AddMonths(3 * step).Civil()
		return timex.QuarterValue(y, (m+2)/3)
	case timex.YearUnit:
		return timex.YearValue(y + step)
	case timex.DecadeUnit:
		return timex.DecadeValue(y + 10*step)
	case timex.CenturyUnit:
		return timex.CenturyValue(y + 100*step)
	}
	return timex.MillenniumValue(y + 1000*step)
}
