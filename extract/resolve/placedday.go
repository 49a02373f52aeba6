package resolve

import "dateline/extract/timex"

// Days and weekends by their place: the last day of 1898, the weekend of 12–13
// September, on this day last month.

// edgeDay reads the first or last day of a month or year: the last day of 1898,
// the first day of March 2014. end is negative for "the last day" of something else.
func (s *scan) edgeDay(i int, e *expr) (end int) {
	if !s.isThe(i) || !s.isWord(i+1, "last") && !s.isWord(i+1, "first") && !s.isWord(i+1, "final") || !s.isWord(i+2, "day") {
		return 0
	}
	if !s.isLink(i+3, linkOf) {
		return 0
	}
	last := !s.isWord(i+1, "first")
	day := expr{start: e.start}
	switch end = s.dateBody(i+4, &day, 1); {
	case end > 0 && day.kind == dateExpr && day.hasMonth && !day.hasDay && !day.eraBC:
		if day.hasDay, day.day = true, 1; last {
			day.day = timex.DaysIn(2001, day.month)
			if day.hasYear {
				day.day = timex.DaysIn(day.year, day.month)
			}
		}
	case s.plainYear(i+4) && !s.notYear(i+4, true):
		if end = s.fullDate(int(s.tok(i+4).value), 1, 1, i+5, &day); last {
			day.month, day.day = 12, 31
		}
	default:
		return -1
	}
	*e = day
	return end
}

// weekendOf reads a weekend by its days: the weekend of 12–13 September.
func (s *scan) weekendOf(i int, e *expr) int {
	if !s.isThe(i) || !s.isWord(i+1, "weekend") || !s.isLink(i+2, linkOf) {
		return 0
	}
	day := expr{start: e.start}
	end := s.dayDate(i+3, &day)
	if end == 0 || !day.hasDay || !day.hasMonth || day.ambiguous {
		return 0
	}
	// the second day, with its month where the first has none of its own
	if s.isMark(end, '-') || s.isLink(end, linkTo) || s.isLink(end, linkAnd) {
		if d, after := s.dayNumber(end + 1); d == day.day+1 || d == 1 && day.day >= 28 || d == day.day+2 {
			if end = after; s.is(end, classMonth) {
				var last expr
				if after := s.afterDayMonth(end, &last, maxLookahead); after > 0 {
					end = after
				}
			}
			if s.isMark(end, ',') && s.plainYear(end+1) && day.hasYear {
				end += 2
			}
		}
	}
	*e = day
	e.weekend = true
	return end
}

// thisDayOf reads the day of another month or year that is publication's: on
// this day last month; and the unit of "this time last week".
func (s *scan) thisDayOf(i int, e *expr) int {
	if !s.isWord(i, "this") || !s.isWord(i+1, "day") && !s.isWord(i+1, "time") || !s.isWord(i+2, "last") && !s.isWord(i+2, "next") || !s.is(i+3, classUnit) || s.isPluralUnit(i+3) {
		return 0
	}
	u := timex.Unit(s.tok(i + 3).value)
	if u != timex.WeekUnit && u != timex.MonthUnit && u != timex.YearUnit {
		return 0
	}
	if s.isWord(i+1, "time") {
		e.kind, e.unit, e.dir = unitExpr, u, uint8(s.tok(i+2).value)
		return i + 4
	}
	e.kind, e.n, e.unit, e.toTheDay, e.shift = shiftExpr, 1, u, true, shiftAgo
	if s.isWord(i+2, "next") {
		e.shift = shiftHence
	}
	return i + 4
}
