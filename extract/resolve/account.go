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

// sameUnit reads a period that is set against another one: the same week last
// year, the same period of the previous year, the year-ago quarter.
func (s *scan) sameUnit(i int, e *expr) int {
	j := i
	if s.isThe(j) {
		j++
	}
	if s.isWord(j, "year") && s.isMark(j+1, '-') && s.glued(j+1) && (s.isWord(j+2, "ago") || s.isWord(j+2, "earlier")) {
		e.kind, e.shift, e.n, e.unit = shiftExpr, shiftEarlier, 1, timex.YearUnit
		j += 3
		if u, ok := s.accountPeriod(j); ok {
			e.asUnit = u
			return j + 1
		}
		e.start = j - 3
		return j
	}
	if j == i || !s.isWord(j, "same") {
		return 0
	}
	u, ok := s.accountPeriod(j + 1)
	if s.isWord(j+1, "day") {
		return s.sameDayOfYear(j+2, e)
	}
	if !ok {
		return 0
	}
	end := s.yearDirection(j+2, e)
	if end > j+2 && (e.yearDir == dirLast || e.yearDir == dirPrevious) {
		e.yearDir = 0
	} else if k := j + 2; (s.isLink(k, linkOf) || s.isLink(k, linkIn)) && s.plainYear(k+1) && !s.notYear(k+1, true) && s.isThe(i) && !s.isWord(j+1, "time") {
		e.yearDir = 0
		e.kind, e.shift, e.n, e.unit, e.asUnit, e.inYear = shiftExpr, shiftEarlier, 1, timex.YearUnit, u, int(s.tok(k+1).value)
		return k + 2
	} else if e.yearDir = 0; s.isArticle(j+2) && !s.isThe(j+2) && s.isWord(j+3, "year") && (s.isWord(j+4, "ago") || s.isWord(j+4, "earlier")) {
		end = j + 5
	} else {
		return 0
	}
	e.kind, e.shift, e.n, e.unit, e.asUnit = shiftExpr, shiftEarlier, 1, timex.YearUnit, u
	return end
}

// sameDayOfYear reads the year behind "the same day", which ends before token
// i: the same day a year ago, the same day last year.
func (s *scan) sameDayOfYear(i int, e *expr) int {
	end := 0
	switch {
	case s.isArticle(i) && !s.isThe(i) && s.isWord(i+1, "year") && (s.isWord(i+2, "ago") || s.isWord(i+2, "earlier")):
		end = i + 3
	case s.isWord(i, "last") && s.isWord(i+1, "year"):
		end = i + 2
	default:
		return 0
	}
	e.kind, e.shift, e.n, e.unit, e.toTheDay = shiftExpr, shiftAgo, 1, timex.YearUnit, true
	if s.isWord(end-1, "earlier") {
		e.shift = shiftEarlier
	}
	return end
}

// accountPeriod reads the period at i that figures are given for. The period
// itself is the year that it lies in.
func (s *scan) accountPeriod(i int) (timex.Unit, bool) {
	switch {
	case s.isWord(i, "period"), s.isWord(i, "time"), s.isWord(i, "stage"), s.isWord(i, "point"):
		return timex.YearUnit, true
	case s.isWord(i, "week"), s.isWord(i, "month"), s.isWord(i, "quarter"):
		return timex.Unit(s.tok(i).value), true
	}
	return 0, false
}
