package resolve

import "dateline/extract/timex"

// relativeFamily finds units that are placed by a direction: last week, next
// month, this year, the following day, that night, the end of the month.
func relativeFamily() *family {
	return &family{name: "relative", lead: classDir | classEdge | classApprox | classArticle | classLink | classUnit | classOrdinal,
		need: classUnit | classPart | classPeriod, match: (*scan).matchRelative}
}

func (s *scan) matchRelative(i int, e *expr) int {
	if s.is(i, classLink) && !s.isLink(i, linkVery) || s.is(i, classUnit) && !s.isWord(i+1, "s") && !s.is(i, classOrdinal) {
		if !s.isWord(i, "year") && !s.isWord(i, "month") && !s.isWord(i, "week") && !s.isWord(i, "quarter") {
			return 0
		}
	}
	if end := s.unitEnd(i, e); end > 0 {
		return end
	}
	if end := s.yearToDate(i, e); end > 0 {
		return end
	}
	if end := s.endedPeriod(i, e); end > 0 {
		return end
	}
	if end := s.monthWeek(i, e); end > 0 {
		return end
	}
	if s.lastIsVerb(i) {
		return 0
	}
	if end := s.sameUnit(i, e); end > 0 {
		return end
	}
	if s.isThe(i) && s.isWord(i+1, "current") && s.is(i+2, classUnit) && !s.isPluralUnit(i+2) && s.tok(i+2).value >= int32(timex.WeekUnit) && !(s.isMark(i+3, '-') && s.glued(i+3)) {
		e.kind, e.unit, e.dir = unitExpr, timex.Unit(s.tok(i+2).value), dirThis
		return i + 3
	}
	if s.isThe(i) && s.isWord(i+1, "latest") && (s.isWord(i+2, "week") || s.isWord(i+2, "month") || s.isWord(i+2, "quarter")) {
		e.kind, e.unit, e.dir = unitExpr, timex.Unit(s.tok(i+2).value), dirLast
		return i + 3
	}
	j := s.edge(i, e)
	edged := j > i
	the := s.isThe(j)
	if the {
		j++
	}
	if j == i && !s.is(j, classDir) {
		return 0
	}
	dirs, past := 0, false
	same := false
	for s.is(j, classDir) && dirs < 3 {
		d := uint8(s.tok(j).value)
		if d == dirThese {
			return 0
		}
		if d == dirLast && s.isWord(j, "past") {
			past = true
		}
		if d == dirSame {
			same = true
		}
		if e.dir == 0 || d != dirThis && d != dirSame {
			e.dir = d
		}
		dirs++
		j++
	}
	if s.isWord(j, "very") && e.dir != 0 { // that very day
		j++
	}
	t := s.tok(j)
	switch {
	case t.class&classPart != 0 && e.dir != 0:
		return s.relativePart(j, e)
	case t.class&classUnit == 0 || s.isPluralUnit(j):
		return 0
	case s.isMark(j+1, '-') && s.glued(j+1) && s.glued(j+2) && s.tok(j+2).form == wordForm:
		return 0 // this year-long
	case t.capital && s.tok(j-1).capital && j-1 > 0 && !t.upper && !s.isThe(j-1):
		return 0
	}
	u := timex.Unit(t.value)
	if u == timex.QuarterUnit && s.isLink(j+1, linkOf) && s.partOfYear(j+2) || u <= timex.NightUnit {
		return 0
	}
	e.unit = u
	switch {
	case e.dir == 0:
		// the end of the year, later in the month
		if u == timex.WeekendUnit && the && !edged && s.weekendAlone(i, j) {
			e.kind = unitExpr
			return s.trailingTime(j+1, e)
		}
		if the && !edged && s.quarterSpokenOf(i, j, e) {
			return j + 1
		}
		if !edged || !the || e.mod == timex.Approx {
			return 0
		}
		if u == timex.DayUnit && e.edge != edgeEarlier && e.edge != edgeEnd && e.edge != edgeStart || u == timex.WeekendUnit {
			return 0
		}
		if s.isLink(j+1, linkOf) && !s.is(j+2, classDir) {
			return 0
		}
		e.dir = dirSame
	case u == timex.DayUnit && e.dir == dirThis && !same && !the:
		// this day
	case (e.dir == dirLast || past) && (the && !same || past && !s.is(j-2, classDir)) && u >= timex.DayUnit && !edged:
		// the last year, the past decade: a length
		if u == timex.QuarterUnit || u == timex.WeekendUnit || u == timex.DayUnit && !past {
			break
		}
		if e.dir == dirLast && !past && (u == timex.CenturyUnit || u == timex.MillenniumUnit || s.isLink(j+1, linkOf)) {
			break
		}
		e.kind, e.n = lengthExpr, 1
		return s.andHalf(j+1, e)
	}
	if e.dir == dirThis && u == timex.DayUnit && the {
		return 0
	}
	if u == timex.DayUnit && (e.dir == dirThis || e.dir == dirSame) && s.isLink(j+1, linkIn) && s.plainYear(j+2) && !s.notYear(j+2, true) { // this day in 1969
		e.kind, e.inYear = unitExpr, int(s.tok(j+2).value)
		return j + 3
	}
	e.kind = unitExpr
	if n := s.tok(j + 1); n.form == wordForm && n.class == 0 && e.dir == dirThat && u == timex.DayUnit && s.tok(j+1).capital {
		return j + 1
	}
	if u == timex.DayUnit || u == timex.WeekendUnit {
		return s.trailingTime(j+1, e)
	}
	return j + 1
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

// relativePart reads a part of the day that a direction places: last night,
// this morning, that evening, the following afternoon.
func (s *scan) relativePart(j int, e *expr) int {
	t := s.tok(j)
	if n := t.end - t.start; s.text[t.end-1] == 's' && n > 5 || e.dir == dirThese {
		return 0
	}
	if e.dir == dirThat && (s.isWord(j, "noon") || s.isWord(j, "midnight") || s.isWord(j, "midday")) {
		return 0 // make that noon
	}
	e.kind, e.unit, e.part = unitExpr, timex.DayUnit, timex.Part(t.value)
	if s.isWord(j+1, "hours") {
		j++
	}
	return s.trailingClock(j+1, e)
}

// weekendAlone reports whether "the weekend", tokens[i:j+1], says when
// something happens.
func (s *scan) weekendAlone(i, j int) bool {
	p := s.tok(i - 1)
	return (p.class&classLink != 0 || s.isWord(i-1, "over") || s.isWord(i-1, "this") || s.isWord(i-1, "before") || s.isWord(i-1, "after")) &&
		(s.endsNoun(j+1) || s.isMark(j+1, '\'') || s.isLink(j+1, linkOf))
}

// unitEnd reads "year-end", "month's end", "year's end".
func (s *scan) unitEnd(i int, e *expr) int {
	t := s.tok(i)
	if t.class&classUnit == 0 || t.value < int32(timex.WeekUnit) {
		return 0
	}
	j := i + 1
	switch {
	case s.isMark(j, '-') && s.glued(j) && s.isWord(j+1, "end"):
		j += 2
	case s.isMark(j, '\'') && s.isWord(j+1, "s") && s.isWord(j+2, "end"):
		j += 3
	default:
		return 0
	}
	if n := s.tok(j); n.form == wordForm && !s.endsNoun(j) {
		return 0
	}
	e.kind, e.unit, e.dir, e.mod, e.edge = unitExpr, timex.Unit(t.value), dirSame, timex.End, edgeEnd
	return j
}

// isPluralUnit reports whether the unit at i is in the plural.
func (s *scan) isPluralUnit(i int) bool {
	t := s.tok(i)
	if t.class&classUnit == 0 {
		return false
	}
	return s.text[t.end-1]|0x20 == 's' || s.isWord(i, "millennia")
}
