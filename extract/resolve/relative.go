package resolve

import "dateline/extract/timex"

// relativeFamily finds units that are placed by a direction: last week, next
// month, this year, the following day, that night, the end of the month.
func relativeFamily() *family {
	return &family{name: "relative", lead: classDir | classEdge | classApprox | classArticle | classLink | classUnit | classOrdinal,
		need: classUnit | classPart, match: (*scan).matchRelative}
}

func (s *scan) matchRelative(i int, e *expr) int {
	if s.is(i, classLink) && !s.isLink(i, linkVery) || s.is(i, classUnit) && !s.isWord(i+1, "s") && !s.is(i, classOrdinal) {
		if !s.isWord(i, "year") && !s.isWord(i, "month") {
			return 0
		}
	}
	if end := s.unitEnd(i, e); end > 0 {
		return end
	}
	if end := s.monthWeek(i, e); end > 0 {
		return end
	}
	if s.lastIsVerb(i) {
		return 0
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
	e.kind = unitExpr
	if n := s.tok(j + 1); n.form == wordForm && n.class == 0 && e.dir == dirThat && u == timex.DayUnit && s.tok(j+1).capital {
		return j + 1
	}
	if u == timex.DayUnit || u == timex.WeekendUnit {
		return s.trailingTime(j+1, e)
	}
	return j + 1
}

// relativePart reads a part of the day that a direction places: last night,
// this morning, that evening, the following afternoon.
func (s *scan) relativePart(j int, e *expr) int {
	t := s.tok(j)
	if n := t.end - t.start; s.text[t.end-1] == 's' && n > 5 || e.dir == dirThese {
		return 0
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
	e.kind, e.unit, e.dir, e.mod = unitExpr, timex.Unit(t.value), dirSame, timex.End
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
