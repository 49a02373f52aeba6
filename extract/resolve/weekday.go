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
	if s.lastIsVerb(i) {
		return 0
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
			k++
		} else if e.dir == 0 && !t.upper && !s.isMark(k, ',') && !s.is(k, classPart|classDigits|classMonth) && !(s.is(j-1, classLink) && s.endsNoun(k)) {
			return 0
		}
		if s.isWord(j, "sun") || s.isWord(j, "sat") || s.isWord(j, "wed") || s.isWord(j, "mon") {
			if s.isThe(j-1) || !t.capital || i == 0 && !s.isMark(j+1, '.') && !s.isMark(j+1, ',') || s.tok(k).capital && !s.is(k, classMonth) {
				return 0
			}
		}
	}
	if s.inTitle(j, k) {
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
	return s.trailingTime(k, e)
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
