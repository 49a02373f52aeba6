package resolve

import "dateline/extract/timex"

// weekdayFamily finds days of the week: Tuesday, next Friday, Tuesday
// evening, late on Tuesday, Friday week.
func weekdayFamily() *family {
	return &family{name: "weekday", lead: classWeekday | classEdge | classApprox | classDir | classArticle | classLink, need: classWeekday,
		match: (*scan).matchWeekday}
}

func (s *scan) matchWeekday(i int, e *expr) int {
	if s.is(i, classLink) && !s.isLink(i, linkVery) {
		return 0
	}
	if end := s.monthWeekday(i, e); end > 0 {
		return end
	}
	if s.lastIsVerb(i) {
		return 0
	}
	if s.apposed(i) { // 28 June 1914, a Sunday
		e.kind, e.weekday = apposedExpr, timex.Weekday(s.tok(i+1).value)
		return i + 2
	}
	j := s.edge(i, e)
	if s.isThe(j) && s.is(j+1, classDir) {
		j++
	}
	for s.is(j, classDir) && j < i+5 {
		switch d := uint8(s.tok(j).value); d {
		case dirThis, dirLast, dirNext, dirFollowing, dirPrevious, dirThat, dirSame:
			if d != dirThis || e.dir == 0 {
				e.dir = d
			}
		default:
			return 0
		}
		j++
	}
	t := s.tok(j)
	if t.class&classWeekday == 0 || !s.isName(j) || s.isPlural(j) {
		return 0
	}
	abbreviated := t.end-t.start <= 5 && !s.isFullWeekday(j)
	k := j + 1
	if abbreviated {
		if s.isMark(k, '.') && s.glued(k) {
			if s.abbreviationPoint(k) {
				k++
			}
		} else if e.dir == 0 && !t.upper && !s.weekdayRange(j) && !s.isMark(k, ',') && !s.is(k, classPart|classDigits|classMonth) && !(s.is(j-1, classLink) && !s.isLink(j-1, linkOf) && s.endsNoun(k)) {
			return 0
		}
		if s.isWord(j, "sun") || s.isWord(j, "sat") || s.isWord(j, "wed") || s.isWord(j, "mon") {
			if s.isThe(j-1) || !t.capital || !s.weekdayRange(j) && i == 0 && !s.isMark(j+1, '.') && !s.isMark(j+1, ',') || s.tok(k).capital && !s.is(k, classMonth) {
				return 0
			}
		}
	}
	if s.inTitle(j, k) || (s.isArticle(j-1) && !s.isThe(j-1) || s.is(j-1, classEvery)) && s.isThe(k) && s.is(k+1, classDigits) && s.is(k+2, classSuffix) {
		return 0 // a Friday the 13th
	}
	if (s.isArticle(j-1) && !s.isThe(j-1) || s.isWord(j-1, "one")) && (s.endsNoun(k) || s.is(k, classDir) && !s.isLink(k, linkIn) || s.is(k, classPart) && s.endsNoun(k+1)) {
		return 0 // fell on a Monday
	}
	if s.inMonth(j) {
		return 0
	}
	e.kind, e.weekday = weekdayExpr, timex.Weekday(t.value)
	if s.isWord(k, "week") && !s.is(k+1, classShift) && e.dir == 0 && !(s.isMark(k+1, '-') && s.glued(k+1)) { // Friday week
		e.weekOffset = 1
		return k + 1
	}
	if end := s.weekOf(k, e); end > k {
		return s.trailingTime(end, e)
	}
	if (s.isLink(k, linkTo) || s.isLink(k, linkAnd) || s.isMark(k, '-')) && s.is(k+1, classWeekday) && s.isFullWeekday(k+1) && e.dir == 0 {
		s.weekOf(k+2, e) // Monday to Wednesday next week
	}
	return s.trailingTime(k, e)
}

// weekdayRange reports whether the weekday at i begins or ends a range of
// days, Mon-Wed, Thu to Sun: its abbreviation means nothing else there.
func (s *scan) weekdayRange(i int) bool {
	link := func(j int) bool { return s.isMark(j, '-') || s.isMark(j, '/') || s.isLink(j, linkTo) }
	return s.tok(i).capital && (link(i+1) && s.is(i+2, classWeekday) && s.tok(i+2).capital || link(i-1) && s.is(i-2, classWeekday) && s.tok(i-2).capital)
}

// weekdaysAgo reads a weekday that is counted, two Sundays ago, behind whose
// number i stands.
func (s *scan) weekdaysAgo(i int, e *expr) int {
	if !s.isPlural(i) && e.n != 1 || !s.is(i+1, classShift) || s.tok(i+1).value != shiftAgo {
		return 0
	}
	e.kind, e.weekday, e.shift = weekdayExpr, timex.Weekday(s.tok(i).value), shiftAgo
	return i + 2
}

// inMonth reports whether the weekday at i is one by its place in every
// month: the first Monday of each month.
func (s *scan) inMonth(i int) bool {
	return (s.is(i-1, classOrdinal) || s.isWord(i-1, "last")) && s.isLink(i+1, linkOf) && (s.is(i+2, classEvery) || s.isThe(i+2) && s.isWord(i+3, "month")) && !s.is(i-2, classDir)
}

// apposed reports whether "a Sunday" at i tells which day of the week the day
// before it was.
func (s *scan) apposed(i int) bool {
	if !s.isArticle(i) || s.isThe(i) || !s.is(i+1, classWeekday) || !s.isFullWeekday(i+1) || !s.isMark(i-1, ',') || !s.hasLast || s.last.end != i-1 || len(s.out) == 0 {
		return false
	}
	return (s.tok(i+2).form == markForm || s.tok(i+2).form == 0) && fallsOn(s.out[len(s.out)-1].Value, timex.Weekday(s.tok(i+1).value))
}

// weekOf reads the week that a weekday is said to lie in: "Tuesday of last
// week", "Friday this week", "Monday next week".
func (s *scan) weekOf(i int, e *expr) int {
	j := i
	if s.isLink(j, linkOf) {
		j++
	}
	if s.isThe(j) {
		j++
	}
	if !s.is(j, classDir) || !s.isWord(j+1, "week") {
		return i
	}
	e.yearDir = uint8(s.tok(j).value)
	return j + 2
}

func (s *scan) isFullWeekday(i int) bool {
	t := s.tok(i)
	return t.end-t.start >= 6
}

// isPlural reports whether the word at i ends in s: Mondays.
func (s *scan) isPlural(i int) bool {
	t := s.tok(i)
	return t.end-t.start > 6 && s.text[t.end-1] == 's' && s.text[t.end-2] == 'y'
}

// inTitle reports whether the weekday tokens[i:k] is a part of a name: The
// Sunday Times, Bloody Sunday, Sheffield Wednesday.
func (s *scan) inTitle(i, k int) bool {
	if s.isMark(k, '.') && s.glued(k) && s.glued(k+1) && s.tok(k+1).form == wordForm {
		return true // Monday.com
	}
	if p := s.tok(i - 1); i > 1 && p.capital && !p.upper && s.isThe(i-1) && s.tok(k).capital {
		return true // called The Thursday Murder Club
	}
	if s.is(k, classPart) && s.tok(k).capital && !s.tok(k).upper && s.tok(k+1).capital {
		return true // Friday Night Lights
	}
	if n := s.tok(k); n.form == wordForm && n.capital {
		switch s.word(k) {
		case "Times", "Telegraph", "Mirror", "Post", "Express", "Mail", "Herald", "Night", "Afternoon", "Morning", "Independent", "People",
			"Sun", "World", "Tribune", "Star", "Mass", "School", "Club", "FC", "Evening", "Football", "Prayer", "Prayers", "Harbor", "Harbour", "Island", "Creek", "Bay", "River", "Street", "Business", "Group", "Times's":
			return !s.is(k, classPart) && (!s.tok(k).upper || s.isWord(k, "FC"))
		}
	}
	switch s.word(i - 1) {
	case "Bloody", "Sheffield", "Ruby", "Fat", "Casual", "Freaky", "Manic", "Blue", "Taco", "Super", "Magic", "Holy", "Palm", "Good", "Ash", "Shrove", "Giving", "Man", "Girl":
		return i > 0
	}
	return false
}
