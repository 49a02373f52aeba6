package resolve

// Times by the clock in words: half past nine, ten past eight, half five.

// minutesPast reads 14 minutes past four, one minute to midnight.
func (s *scan) minutesPast(i int, e *expr) int {
	if !s.is(i+1, classUnit) && !s.is(i, classCardinal) {
		return 0
	}
	if s.isMark(i+1, '-') && !s.is(i+2, classCardinal) {
		return 0
	}
	n, j := s.cardinal(i)
	if j == 0 || n < 1 || n > 59 {
		return 0
	}
	switch {
	case s.isWord(j, "minutes"), s.isWord(j, "minute"):
		j++
	case n%5 != 0 || n > 25 || !s.is(i, classCardinal) || !s.isWord(j, "past") && !(s.isLink(j, linkTo) && s.isLink(i-1, linkAt)):
		return 0 // ten past eight
	}
	before := s.isLink(j, linkTo) || s.isWord(j, "before")
	if !before && !s.isWord(j, "past") && !s.isWord(j, "after") {
		return 0
	}
	j++
	hour, end := s.cardinal(j)
	switch {
	case s.isWord(j, "midnight"):
		hour, end = 0, j+1
	case s.isWord(j, "noon") || s.isWord(j, "midday"):
		hour, end = 12, j+1
	case end == 0 || hour < 1 || hour > 12 || !s.endsNoun(end) && !s.is(end, classMeridiem|classDay|classDir|classWeekday):
		return 0
	case s.is(end, classMeridiem):
		end = s.meridiem(end, e, hour, 0, 0, 2)
		hour = e.hour
	default:
		e.pmGuess = true
	}
	minutes := hour*60 + n
	if before {
		minutes = hour*60 - n
	}
	minutes = (minutes + 1440) % 1440
	return s.zoneAt(end, e, minutes/60, minutes%60, 0, 2)
}

// halfHour reads "half five", which is half past five, where a time by the
// clock stands.
func (s *scan) halfHour(i int, e *expr) int {
	p, t := s.tok(i-1), s.tok(i+1)
	if t.class&classCardinal == 0 || t.value < 1 || t.value > 12 || !s.endsHour(i+2) && !s.is(i+2, classDay|classDir) && !s.isLink(i+2, linkTo) ||
		!(p.class&classLink != 0 && (p.value == linkAt || p.value == linkBy || p.value == linkFrom || p.value == linkUntil || p.value == linkBetween || p.value == linkAnd && s.hasLast && s.last.hasClock)) {
		return 0
	}
	e.pmGuess = true
	hour := int(t.value) % 12
	if hour <= 6 && s.byAfternoon(i-2) {
		hour += 12
	}
	return s.zoneAt(i+2, e, hour, 30, 0, 2)
}

// pastHour reads half past nine, a quarter to ten, a quarter before 11 a.m.
func (s *scan) pastHour(i int, e *expr) int {
	j, minutes := i, 30
	if s.isArticle(j) {
		j++
	}
	if s.isWord(j, "quarter") {
		minutes = 15
	} else if !s.is(j, classHalf) {
		return 0
	}
	j++
	before := false
	switch {
	case s.isWord(j, "past"), s.isWord(j, "after") && minutes == 15:
	case s.isLink(j, linkTo), s.isWord(j, "before"):
		before = true
	default:
		return 0
	}
	n, end := s.cardinal(j + 1)
	if end == 0 || n < 1 || n > 12 || minutes == 30 && before {
		return 0
	}
	if s.is(end, classMeridiem) {
		end = s.meridiem(end, e, n, 0, 0, 2)
	} else {
		if before && !s.endsClause(end) {
			return 0
		}
		e.pmGuess = true
		end = s.zoneAt(end, e, n, 0, 0, 2)
	}
	total := e.hour*60 + minutes
	if before {
		total = e.hour*60 - minutes
	}
	total = (total + 1440) % 1440
	e.hour, e.minute = total/60, total%60
	return end
}
