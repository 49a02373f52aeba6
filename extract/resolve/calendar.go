package resolve

import "dateline/extract/timex"

// calendarFamily finds dates that name a month or the day of a month: 9 May
// 2014, Tuesday, January 21, Dec. 14, the 3rd of May, June, 3–6 March.
func calendarFamily() *family {
	return &family{
		name: "calendar",
		lead: classMonth | classDigits | classWeekday | classEdge | classApprox | classArticle | classOrdinal | classDir | classLink | classCardinal,
		need: classMonth | classDigits, match: (*scan).matchCalendar,
	}
}

func (s *scan) matchCalendar(i int, e *expr) int {
	if s.tok(i).class&classLink != 0 && !s.isLink(i, linkVery) {
		return 0
	}
	if end := s.matchSecondDay(i, e); end > 0 {
		return end
	}
	j := s.edge(i, e)
	end := s.dayDate(j, e)
	if end == 0 || s.inAddress(e, end) {
		return 0
	}
	return s.trailingTime(end, e)
}

// dayDate reads a date, with the weekday in front of it where one stands there.
func (s *scan) dayDate(i int, e *expr) int {
	j := i
	if s.is(j, classWeekday) && s.isName(j) {
		j++
		if s.isMark(j, '.') {
			j++
		}
		if s.isMark(j, ',') {
			j++
		}
		if s.isLink(j, linkOn) || s.isLink(j, linkIn) {
			return 0
		}
		if s.isThe(j) && !(s.is(j+1, classDigits) && s.is(j+2, classSuffix) && !s.isLink(j+3, linkOf) && !s.is(j+3, classMonth)) {
			j++
		}
		end := s.dateBody(j, e, 0)
		if end == 0 || !e.hasDay {
			return 0
		}
		e.weekday = timex.Weekday(s.tok(i).value)
		return end
	}
	return s.dateBody(j, e, 0)
}

// maxLookahead bounds how many dates of a list are read to find the year
// that the last of them carries.
const maxLookahead = 6

// dateBody reads a date at i: its kind, month, day and year go to e.
func (s *scan) dateBody(i int, e *expr, depth int) int {
	if depth > maxLookahead {
		return 0
	}
	j := i
	the := s.isThe(j)
	if the {
		j++
	}
	if s.isWord(j, "this") && s.is(j+1, classDigits) && s.is(j+2, classSuffix) && s.isWord(j+3, "day") {
		return s.dayFirst(j+1, true, e, depth)
	}
	if s.is(j, classDir) && s.is(j+1, classMonth) && !the {
		switch d := s.tok(j).value; d {
		case dirThis:
			e.dir = dirThis
			j++
			if s.is(j, classDir) && (s.tok(j).value == dirLast || s.tok(j).value == dirNext) {
				e.dir = uint8(s.tok(j).value)
				j++
			}
		case dirLast, dirNext, dirThat, dirSame, dirFollowing, dirPrevious:
			e.dir = uint8(d)
			j++
		}
	} else if s.is(j, classDir) && s.is(j+1, classDir) && s.is(j+2, classMonth) || the && s.is(j, classDir) && s.is(j+1, classMonth) {
		// "this past May", "the following April"
		for s.is(j, classDir) {
			e.dir = uint8(s.tok(j).value)
			j++
		}
	}
	switch {
	case s.is(j, classDigits) && s.tok(j).form == numberForm:
		if e.dir != 0 {
			return 0
		}
		if end := s.numericDate(j, e); end > 0 {
			return end
		}
		return s.dayFirst(j, the, e, depth)
	case s.is(j, classOrdinal) && the:
		return s.dayFirst(j, the, e, depth)
	case s.is(j, classMonth) && (!the || e.dir != 0):
		return s.monthFirst(j, e, depth)
	case s.is(j, classMonth) && the && s.isNumber(j+1, 2): // the June 3 summit
		return 0
	}
	return 0
}

// dayNumber reads the number of a day of a month: 3, 3rd, third.
func (s *scan) dayNumber(i int) (day, end int) {
	t := s.tok(i)
	switch {
	case t.form == numberForm && t.digits <= 2 && t.value >= 1 && t.value <= 31:
		if n := s.tok(i + 1); n.glued && n.form == wordForm {
			if n.class&classSuffix == 0 || n.value != 1 && !s.isWord(i+1, "d") {
				return 0, 0
			}
			return int(t.value), i + 2
		}
		return int(t.value), i + 1
	case t.class&classOrdinal != 0:
		n := int(t.value)
		if s.isWord(i, "second") {
			n = 2
		}
		return n, i + 1
	case t.class&classCardinal != 0 && (t.value == 20 || t.value == 30) && s.isMark(i+1, '-') && s.is(i+2, classOrdinal):
		n := int(s.tok(i + 2).value)
		if s.isWord(i+2, "second") {
			n = 2
		}
		return int(t.value) + n, i + 3
	}
	return 0, 0
}

// noSuchDay reports whether the number at i is one that no month counts to,
// where a day of the month may stand: May 32, 2020.
func (s *scan) noSuchDay(i int) bool {
	t := s.tok(i)
	return t.form == numberForm && t.digits == 2 && t.value > 31 && !s.partOfNumber(i)
}

// fullDate makes e the date of a year, month and day, and returns end.
func (s *scan) fullDate(year, month, day, end int, e *expr) int {
	e.kind, e.hasYear, e.hasMonth, e.hasDay = dateExpr, true, true, true
	e.year, e.month, e.day = year, month, day
	return end
}

// dayFirst reads 3 May 2014, the 2nd of May, the 5th, and the first day of 3–6 March.
func (s *scan) dayFirst(i int, the bool, e *expr, depth int) int {
	if s.noSuchDay(i) && s.is(i+1, classMonth) && s.isName(i+1) && s.plainYear(i+2) {
		return s.fullDate(int(s.tok(i+2).value), int(s.tok(i+1).value), int(s.tok(i).value), i+3, e)
	}
	day, j := s.dayNumber(i)
	if day == 0 || s.partOfNumber(i) {
		return 0
	}
	suffixed := j > i+1 || s.is(i, classOrdinal)
	k := j
	if suffixed && s.isWord(k, "day") && s.isLink(k+1, linkOf) && s.is(k+2, classMonth) { // this 5th day of November
		k++
	}
	if s.isLink(k, linkOf) && (suffixed || the) {
		k++
	}
	e.day, e.hasDay = day, true
	if s.is(k, classMonth) && s.isName(k) {
		return s.afterDayMonth(k, e, depth)
	}
	if s.isLink(j, linkOf) && suffixed && the { // the 5th of the month
		m := j + 1
		if s.isThe(m) {
			m++
		}
		dir := uint8(dirSame)
		for s.is(m, classDir) {
			dir = uint8(s.tok(m).value)
			m++
		}
		if s.isWord(m, "month") {
			e.kind, e.dir = dateExpr, dir
			return m + 1
		}
	}
	// 14-Mar-2021
	if s.isMark(j, '-') && s.glued(j) && s.is(j+1, classMonth) && s.glued(j+1) && s.isMark(j+2, '-') && s.plainYear(j+3) && s.glued(j+3) {
		e.kind, e.month, e.hasMonth, e.year, e.hasYear = dateExpr, int(s.tok(j+1).value), true, int(s.tok(j+3).value), true
		return j + 4
	}
	if s.isMark(j, '-') && s.glued(j) && s.is(j+1, classMonth) && s.glued(j+1) && s.isMark(j+2, '-') && s.glued(j+2) && !suffixed { // 20-Nov-13
		if t := s.tok(j + 3); t.form == numberForm && t.digits == 2 && t.glued && !(s.glued(j+4) && s.tok(j+4).form != markForm) {
			e.twoDigitYear = true
			return s.fullDate(s.fullYear(int(t.value)), int(s.tok(j+1).value), day, j+4, e)
		}
	}
	// 3–6 March, 10 and 11 October
	if k, ok := s.rangeLink(j); ok {
		var second expr
		if s.isThe(k) {
			k++
		}
		if d, after := s.dayNumber(k); d > 0 {
			if s.isLink(after, linkOf) {
				after++
			}
			if s.is(after, classMonth) && s.isName(after) {
				second.day, second.hasDay = d, true
				if s.afterDayMonth(after, &second, depth+1) > 0 && !s.is(i, classOrdinal) {
					e.kind, e.month, e.hasMonth, e.year, e.hasYear, e.dir = dateExpr, second.month, true, second.year, second.hasYear, second.dir
					e.yearDir = second.yearDir
					return j
				}
			}
		}
	}
	if suffixed && !the && s.tok(i).form == numberForm && s.endsNoun(j) && s.is(i-1, classWeekday) && s.isName(i-1) { // Monday 25th
		e.kind = dateExpr
		return j
	}
	// on the 5th, but not from the 11th to the 13th century
	if century := (expr{}); s.centuryAt(i, the, &century) > 0 {
		return 0
	}
	if the && suffixed && s.tok(i).form == numberForm && s.endsNoun(j) && (s.afterDayPreposition(i-2) || s.is(i-2, classWeekday) && !s.isArticle(i-3) && !s.is(i-3, classEvery)) {
		e.kind = dateExpr
		return j
	}
	return 0
}

// afterDayMonth reads the month at i, and the year after it.
func (s *scan) afterDayMonth(i int, e *expr, depth int) int {
	e.kind, e.month, e.hasMonth = dateExpr, int(s.tok(i).value), true
	j := i + 1
	if s.abbreviationPoint(j) && s.abbreviatedMonth(i) {
		j++
	}
	if t := s.tok(j); e.hasDay && s.is(i-1, classDigits) && t.form == numberForm && t.digits == 2 && t.value > 31 && !t.glued && s.endsNoun(j+1) && !s.partOfNumber(j) { // 3 May 98
		e.hasYear, e.year, e.twoDigitYear = true, s.fullYear(int(t.value)), true
		return j + 1
	}
	return s.yearAfter(j, e, depth)
}

// abbreviationPoint reports whether token i is the point of the abbreviation
// before it. Behind the last word of a sentence it is the sentence's.
func (s *scan) abbreviationPoint(i int) bool {
	return s.isMark(i, '.') && s.glued(i) && (i < len(s.toks)-1 || i <= 2) // 10 Sept. Two regiments taken away
}

// yearAfter reads the year of a date whose month and day have been read, or
// takes over that of the next date of a range or list.
func (s *scan) yearAfter(j int, e *expr, depth int) int {
	k := j
	if s.isMark(k, ',') || s.isLink(k, linkOf) {
		k++
	}
	if s.plainYear(k) && !(s.isMark(j, ',') && s.listOfYears(k)) {
		e.hasYear, e.year = true, int(s.tok(k).value)
		return s.eraAfter(k+1, e)
	}
	if y, end := s.shortYear(k); end > 0 {
		e.hasYear, e.year, e.twoDigitYear = true, y, true
		return end
	}
	if end := s.eraYear(k, e); end > 0 {
		return end
	}
	if end := s.yearDirection(j, e); end > j {
		return end
	}
	if k, ok := s.rangeLink(j); ok {
		var next expr
		k = s.placeEdge(k, &next)
		if s.isThe(k) {
			k++
		}
		if s.is(k, classMonth|classDigits) && s.dateBody(k, &next, depth+1) > 0 && next.kind == dateExpr && next.hasMonth && next.hasYear && !next.twoDigitYear {
			e.hasYear, e.year = true, next.year
			if next.month < e.month {
				e.year--
			}
		}
	}
	return j
}

// rangeLink reads what joins two dates, and returns the token after it.
func (s *scan) rangeLink(j int) (int, bool) {
	t := s.tok(j)
	switch {
	case t.form == markForm && (t.mark == '-' || t.mark == ',' || t.mark == '/'):
		if t.mark == ',' && (s.isLink(j+1, linkAnd) || s.isLink(j+1, linkOr)) {
			return j + 2, true
		}
		return j + 1, true
	case t.class&classLink != 0 && (t.value == linkTo || t.value == linkAnd || t.value == linkOr || t.value == linkUntil):
		return j + 1, true
	}
	return j, false
}

// monthFirst reads May 3, 2014, May 2014 and May.
func (s *scan) monthFirst(i int, e *expr, depth int) int {
	if !s.isName(i) {
		return 0
	}
	j := i + 1
	abbreviated := s.abbreviatedMonth(i)
	if abbreviated && s.abbreviationPoint(j) {
		j++
	}
	e.kind, e.month, e.hasMonth = dateExpr, int(s.tok(i).value), true
	k := j
	if s.noSuchDay(k) && s.isMark(k+1, ',') && s.plainYear(k+2) {
		return s.fullDate(int(s.tok(k+2).value), e.month, int(s.tok(k).value), k+3, e)
	}
	if s.isThe(k) && s.is(k+1, classDigits|classOrdinal) {
		k++
	}
	if day, end := s.dayNumber(k); day > 0 && !s.is(k, classOrdinal|classCardinal) && !s.partOfNumber(k) && !s.counts(end) &&
		!(s.isMark(end, ':') && s.glued(end) && s.glued(end+1)) {
		e.day, e.hasDay = day, true
		return s.yearAfter(end, e, depth)
	} else if s.is(k, classOrdinal) && day > 0 && s.endsNoun(end) && s.isThe(k-1) {
		e.day, e.hasDay = day, true
		return s.yearAfter(end, e, depth)
	}
	k = j
	if s.isMark(k, ',') || s.isLink(k, linkOf) {
		k++
	}
	if s.plainYear(k) && !(s.isMark(j, ',') && s.listOfYears(k)) && !s.notYear(k, true) {
		e.hasYear, e.year = true, int(s.tok(k).value)
		return s.eraAfter(k+1, e)
	}
	if y, end := s.shortYear(k); end > 0 && k == j {
		e.hasYear, e.year, e.twoDigitYear = true, y, true
		return end
	}
	if end := s.eraYear(k, e); end > 0 {
		return end
	}
	if end := s.yearDirection(j, e); end > j {
		return end
	}
	if e.dir == 0 && depth == 0 && e.mod == timex.NoMod && !s.bareMonth(i, j, abbreviated) {
		return 0
	}
	return s.yearAfter(j, e, depth)
}

// matchSecondDay reads the second day of a range that shares its month with
// the first: March 3–6, December 10 and 11, March 3, 5 and 7.
func (s *scan) matchSecondDay(i int, e *expr) int {
	l := &s.last
	the := s.isThe(i)
	k := i
	if the {
		k++
	}
	if !s.hasLast || l.kind != dateExpr || !l.hasMonth || !l.hasDay || !s.is(k, classDigits) || s.is(l.end-1, classMonth) {
		return 0
	}
	if n, ok := s.rangeLink(l.end); !ok || n != i {
		return 0
	}
	day, end := s.dayNumber(k)
	if day == 0 || s.partOfNumber(k) || s.counts(end) || s.is(end, classMonth|classMeridiem|classUnit) || s.isMark(end, ':') {
		return 0
	}
	if s.isLink(end, linkOf) && s.is(end+1, classMonth) {
		return 0
	}
	if !s.endsNoun(end) && !s.isMark(i-1, '-') && !s.isLink(i-1, linkTo) && s.tok(end).form != numberForm {
		return 0
	}
	if s.isMark(i-1, ',') && !the {
		if k, ok := s.rangeLink(end); !ok || !s.is(k, classDigits) {
			return 0
		}
	}
	e.kind, e.month, e.hasMonth, e.day, e.hasDay = dateExpr, l.month, true, day, true
	e.year, e.hasYear, e.dir, e.yearDir = l.year, l.hasYear, l.dir, l.yearDir
	k = end
	if s.isMark(k, ',') {
		k++
	}
	if s.plainYear(k) {
		e.year, e.hasYear = int(s.tok(k).value), true
		return k + 1
	}
	return s.trailingTime(end, e)
}
