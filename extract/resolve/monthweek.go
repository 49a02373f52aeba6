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
