package resolve

import "dateline/extract/timex"

// lastWeek stands for the last week of a month in expr.sub.
const lastWeek = 5

// monthWeek reads a week by its place in a month: the last week of August,
// the first week of March 2014.
func (s *scan) monthWeek(i int, e *expr) int {
	if !s.isThe(i) || !s.isWord(i+2, "week") || !s.isLink(i+3, linkOf) {
		return 0
	}
	n := 0
	switch t := s.tok(i + 1); {
	case s.isWord(i+1, "last"), s.isWord(i+1, "final"):
		n = lastWeek
	case s.isWord(i+1, "second"):
		n = 2
	case t.class&classOrdinal != 0 && t.value < lastWeek:
		n = int(t.value)
	default:
		return 0
	}
	var month expr
	end := s.dateBody(i+4, &month, 1)
	if end == 0 || month.kind != dateExpr || !month.hasMonth || month.hasDay {
		return 0
	}
	start := e.start
	*e = month
	e.start, e.kind, e.sub = start, monthWeekExpr, n
	return end
}

// monthWeekday reads a weekday by its place in a month: the first Monday in
// September, the last Thursday of November 2015, the second Tuesday of next month.
func (s *scan) monthWeekday(i int, e *expr) int {
	if !s.isThe(i) && s.is(i, classOrdinal) && !s.isThe(i-1) {
		i-- // Next: first Tuesday in February
	} else if !s.isThe(i) {
		return 0
	}
	if !s.is(i+2, classWeekday) || !s.isFullWeekday(i+2) || s.isPlural(i+2) || !s.isLink(i+3, linkOf) && !s.isLink(i+3, linkIn) {
		return 0
	}
	n := 0
	switch t := s.tok(i + 1); {
	case s.isWord(i+1, "last"), s.isWord(i+1, "final"):
		n = -1
	case s.isWord(i+1, "second"):
		n = 2
	case t.class&classOrdinal != 0 && t.value <= 5:
		n = int(t.value)
	default:
		return 0
	}
	w := timex.Weekday(s.tok(i + 2).value)
	month := expr{start: e.start}
	end := s.dateBody(i+4, &month, 1)
	if end == 0 {
		j := i + 4
		if s.is(j, classDir) && s.isWord(j+1, "month") {
			month.kind, month.unit, month.dir = unitExpr, timex.MonthUnit, uint8(s.tok(j).value)
			end = j + 2
		}
	} else if month.kind != dateExpr || !month.hasMonth || month.hasDay {
		return 0
	}
	if end == 0 {
		return 0
	}
	*e = month
	e.placed, e.weekday = n, w
	return s.trailingTime(end, e)
}

// placedWeekday returns the weekday of e by its place in the month v.
func placedWeekday(v timex.Value, e *expr) timex.Value {
	first, last, ok := v.Days()
	if !ok {
		return timex.Value{}
	}
	day := last.Previous(e.weekday, true)
	if e.placed > 0 {
		day = first.Next(e.weekday, true) + timex.Day(7*(e.placed-1))
	}
	if day > last {
		return timex.Value{} // there is no fifth
	}
	return timex.DayValue(day)
}

// monthWeekValue returns the ISO week that holds the first day of that week
// of the month, or the month's last day.
func (s *scan) monthWeekValue(e *expr) timex.Value {
	first, last, ok := s.dateValue(e).Days()
	if !ok {
		return timex.Value{}
	}
	if e.sub != lastWeek {
		last = first + timex.Day(7*(e.sub-1))
	}
	return timex.WeekValue(last.ISOWeek())
}
