package resolve

import "dateline/extract/timex"

// yearToDate reads "year to date": the year so far.
func (s *scan) yearToDate(i int, e *expr) int {
	if !s.isWord(i, "year") && !s.isWord(i, "month") || !s.isLink(i+1, linkTo) || !s.isWord(i+2, "date") {
		return 0
	}
	e.kind, e.unit, e.dir = unitExpr, timex.Unit(s.tok(i).value), dirThis
	return i + 3
}

// endedPeriod reads a period of account that the day on which it ends stands
// behind: the quarter ended Sept. 30, the year ended 31 January 2015, the
// fiscal year ended July 2, 2016.
func (s *scan) endedPeriod(i int, e *expr) int {
	if !s.isThe(i) {
		return 0
	}
	j := i + 1
	fiscal := s.is(j, classFiscal)
	if fiscal {
		j++
	}
	if !s.isWord(j, "quarter") && !s.isWord(j, "year") || !s.isWord(j+1, "ended") && !s.isWord(j+1, "ending") && !s.isLink(j+1, linkTo) {
		return 0
	}
	k := j + 2
	if s.isLink(k, linkOn) {
		k++
	}
	var end expr
	if s.dayDate(k, &end) == 0 || !end.hasMonth || !end.hasDay || end.ambiguous {
		return 0
	}
	switch {
	case s.isWord(j, "quarter"):
		e.kind = quarterExpr
		e.sub, e.year = quarterEnding(end.year, end.month, end.day)
		e.hasYear = end.hasYear
	case fiscal:
		e.kind, e.hasYear, e.year = fiscalExpr, end.hasYear, end.year-1
		if !e.hasYear {
			e.dir = dirThis
		}
	default:
		e.kind, e.n, e.unit = lengthExpr, 1, timex.YearUnit
	}
	return j + 1
}

// quarterEnding returns the quarter of the calendar, and its year, whose end
// lies nearest to a day.
func quarterEnding(year, month, day int) (quarter, of int) {
	if day < 15 {
		month-- // 2 May is the end of April
	}
	switch quarter = (month + 1) / 3; quarter {
	case 0:
		return 4, year - 1
	default:
		return quarter, year
	}
}

// quarterSpokenOf reads "the quarter", tokens[i:j+1], as the one that the text
// gives accounts of.
func (s *scan) quarterSpokenOf(i, j int, e *expr) bool {
	if !s.isWord(j, "quarter") || !s.isLink(i-1, linkIn) && !s.isLink(i-1, linkDuring) && !s.isLink(i-1, linkFor) || s.isLink(j+1, linkOf) || s.isMark(j+1, '-') {
		return false
	}
	v, _, ok := s.quarterNamed(s.tok(i).start)
	if !ok {
		return false
	}
	first, _, _ := v.Days()
	y, m, _ := first.Civil()
	e.kind, e.sub, e.hasYear, e.year, e.twoDigitYear = quarterExpr, (m+2)/3, true, y, true
	return true
}

// quarterReach is how many bytes back a quarter that was named is the one that
// "the quarter" and "the year-ago quarter" speak of.
const quarterReach = 600

// quarterInFocus returns the quarter that the text named last, not long before.
func (s *scan) quarterInFocus() (v timex.Value, index int, ok bool) {
	return s.quarterNamed(s.toks[s.best.start].start)
}

// quarterNamed returns the quarter that the text named last before byte at.
func (s *scan) quarterNamed(at int32) (v timex.Value, index int, ok bool) {
	for i := len(s.out) - 1; i >= 0 && int(at)-s.out[i].End < quarterReach; i-- {
		if s.out[i].Value.Kind() == timex.QuarterKind {
			return s.out[i].Value, i, true
		}
	}
	return timex.Value{}, 0, false
}
