package resolve

import "dateline/extract/timex"

// relativeFamily finds units that are placed by a direction: last week, next
// month, this year, the following day, that night, the end of the month.
func relativeFamily() *family {
	return &family{name: "relative", lead: classDir | classEdge | classApprox | classArticle | classLink | classUnit | classOrdinal,
		need: classUnit | classPart | classPeriod | classMeridiem, match: (*scan).matchRelative}
}

func (s *scan) matchRelative(i int, e *expr) int {
	if !s.beginsRelative(i) {
		return 0
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
	if end := s.currentUnit(i, e); end > 0 {
		return end
	}
	if end := s.thisDayOf(i, e); end > 0 {
		return end
	}
	if end := s.weekendOf(i, e); end > 0 {
		return end
	}
	if end := s.edgeDay(i, e); end != 0 {
		return max(end, 0)
	}
	return s.placedUnit(i, e)
}

// beginsRelative reports whether an expression of the family may begin at
// token i: links and units begin few.
func (s *scan) beginsRelative(i int) bool {
	switch {
	case s.is(i, classLink) && !s.isLink(i, linkVery), s.is(i, classUnit) && !s.isWord(i+1, "s") && !s.is(i, classOrdinal):
		return s.isWord(i, "year") || s.isWord(i, "month") || s.isWord(i, "week") || s.isWord(i, "quarter")
	}
	return true
}

// currentUnit reads the current year, the latest week.
func (s *scan) currentUnit(i int, e *expr) int {
	if !s.isThe(i) {
		return 0
	}
	switch {
	case s.isWord(i+1, "current") && s.is(i+2, classUnit) && !s.isPluralUnit(i+2) && s.tok(i+2).value >= int32(timex.WeekUnit) && !s.hyphenAt(i+3):
		e.dir = dirThis
	case s.isWord(i+1, "latest") && (s.isWord(i+2, "week") || s.isWord(i+2, "month") || s.isWord(i+2, "quarter")):
		e.dir = dirLast
	default:
		return 0
	}
	e.kind, e.unit = unitExpr, timex.Unit(s.tok(i+2).value)
	return i + 3
}

// hyphenAt reports whether token i is a hyphen that joins the words beside it.
func (s *scan) hyphenAt(i int) bool { return s.isMark(i, '-') && s.glued(i) }

// directions are the words before a unit that place it: this past, the same.
type directions struct {
	end        int // the token after them
	past, same bool
}

// directionsAt reads the directions at token i; ok is false for "these".
func (s *scan) directionsAt(i int, e *expr) (d directions, ok bool) {
	j := i
	for ; s.is(j, classDir) && j < i+maxDirections; j++ {
		dir := uint8(s.tok(j).value)
		if dir == dirThese {
			return d, false
		}
		d.past = d.past || dir == dirLast && s.isWord(j, "past")
		d.same = d.same || dir == dirSame
		if e.dir == 0 || dir != dirThis && dir != dirSame {
			e.dir = dir
		}
	}
	if s.isWord(j, "very") && e.dir != 0 { // that very day
		j++
	}
	d.end = j
	return d, true
}

// maxDirections is how many directions stand before one unit at most.
const maxDirections = 3

// placedUnit reads a unit behind its directions or edge: last week, the end of
// the month, the following day, that night.
func (s *scan) placedUnit(i int, e *expr) int {
	j := s.edge(i, e)
	edged := j > i
	the := s.isThe(j)
	if the {
		j++
	}
	if j == i && !s.is(j, classDir) {
		return 0
	}
	d, ok := s.directionsAt(j, e)
	if !ok {
		return 0
	}
	j = d.end
	t := s.tok(j)
	switch {
	case t.class&classPart != 0 && e.dir != 0:
		return s.relativePart(j, e)
	case t.class&classMeridiem != 0 && e.dir == dirThis && t.value < 3 && !s.isWord(j, "am"): // this a.m.
		e.kind, e.unit, e.part = unitExpr, timex.DayUnit, timex.Morning
		if t.value == 2 {
			e.part = timex.Afternoon
		}
		return j + 1
	case t.class&classUnit == 0 || s.isPluralUnit(j), s.joinedToNoun(j), s.inName(j):
		return 0
	}
	u := timex.Unit(t.value)
	if u == timex.QuarterUnit && s.isLink(j+1, linkOf) && s.partOfYear(j+2) || u <= timex.NightUnit {
		return 0
	}
	e.unit = u
	switch {
	case e.dir == 0:
		return s.undirectedUnit(i, j, the, edged, e)
	case u == timex.DayUnit && e.dir == dirThis && !d.same && !the:
		// this day
	case s.spansUnit(j, d, the, edged, e):
		e.kind, e.n = lengthExpr, 1
		return s.andHalf(j+1, e)
	}
	if u == timex.DayUnit && (e.dir == dirThis && the || e.dir == dirLast && s.isLink(j+1, linkOf)) {
		return 0
	}
	if u == timex.DayUnit && (e.dir == dirThis || e.dir == dirSame) && s.isLink(j+1, linkIn) && s.plainYear(j+2) && !s.notYear(j+2, true) { // this day in 1969
		e.kind, e.inYear = unitExpr, int(s.tok(j+2).value)
		return j + 3
	}
	return s.unitAndTime(j, e)
}

// joinedToNoun reports whether a hyphen joins the unit at j to a noun: this year-long.
func (s *scan) joinedToNoun(j int) bool {
	return s.hyphenAt(j+1) && s.glued(j+2) && s.tok(j+2).form == wordForm
}

// inName reports whether the unit at j is a part of a name: Fashion Week.
func (s *scan) inName(j int) bool {
	t := s.tok(j)
	return t.capital && s.tok(j-1).capital && j-1 > 0 && !t.upper && !s.isThe(j-1)
}

// undirectedUnit reads a unit that no direction places, tokens[i:j+1]: the
// end of the year, later in the month, the weekend, the quarter.
func (s *scan) undirectedUnit(i, j int, the, edged bool, e *expr) int {
	u := e.unit
	switch {
	case u == timex.WeekendUnit && the && !edged && s.weekendAlone(i, j):
		e.kind = unitExpr
		return s.trailingTime(j+1, e)
	case the && !edged && s.quarterSpokenOf(i, j, e):
		return j + 1
	case !edged || !the || e.mod == timex.Approx, u == timex.WeekendUnit:
		return 0
	case u == timex.DayUnit && e.edge != edgeEarlier && e.edge != edgeEnd && e.edge != edgeStart:
		return 0
	case s.isLink(j+1, linkOf) && !s.is(j+2, classDir):
		return 0
	}
	e.dir = dirSame
	return s.unitAndTime(j, e)
}

// spansUnit reports whether the directions d before the unit at j make a
// length of it: the last year, the past decade.
func (s *scan) spansUnit(j int, d directions, the, edged bool, e *expr) bool {
	if edged || e.unit < timex.DayUnit || e.dir != dirLast && !d.past {
		return false
	}
	if !(the && !d.same || d.past && !s.is(j-2, classDir)) {
		return false
	}
	if e.unit == timex.QuarterUnit || e.unit == timex.WeekendUnit || e.unit == timex.DayUnit && !d.past {
		return false
	}
	ended := e.unit == timex.CenturyUnit || e.unit == timex.MillenniumUnit || s.isLink(j+1, linkOf)
	return e.dir != dirLast || d.past || !ended
}

// unitAndTime makes e the unit at token j, with the time of day behind a day.
func (s *scan) unitAndTime(j int, e *expr) int {
	e.kind = unitExpr
	if n := s.tok(j + 1); n.form == wordForm && n.class == 0 && e.dir == dirThat && e.unit == timex.DayUnit && s.tok(j+1).capital {
		return j + 1
	}
	if e.unit == timex.DayUnit || e.unit == timex.WeekendUnit {
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
	if (e.dir == dirThat || s.isWord(j-1, "past")) && (s.isWord(j, "noon") || s.isWord(j, "midnight") || s.isWord(j, "midday")) {
		return 0 // make that noon, until past noon
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
