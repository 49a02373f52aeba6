package resolve

import "dateline/extract/timex"

// deicticFamily finds yesterday, today, tomorrow and tonight, with what
// modifies them: early today, tomorrow night.
func deicticFamily() *family {
	return &family{name: "day", lead: classDay | classEdge | classApprox | classArticle | classLink | classDigits, need: classDay | classPart, match: (*scan).matchDeictic}
}

// Values of the words for days that hang on the day of speaking.
const (
	deicticYesterday = 1 + iota
	deicticToday
	deicticTomorrow
	deicticTonight
)

// twoDay reads 2nite and 2moro, as short posts write them.
func (s *scan) twoDay(i int, e *expr) int {
	t := s.tok(i)
	if t.value != 2 || t.digits != 1 || !s.glued(i+1) || s.tok(i+1).class&classDay == 0 && !s.isWord(i+1, "night") {
		return 0
	}
	e.kind, e.deictic = deicticExpr, deicticTonight
	if s.is(i+1, classDay) {
		e.deictic = uint8(s.tok(i + 1).value)
	}
	if e.deictic == deicticTonight {
		e.part = timex.Night
	}
	return s.trailingTime(i+2, e)
}

func (s *scan) matchDeictic(i int, e *expr) int {
	if s.is(i, classLink) && !s.isLink(i, linkVery) {
		return 0
	}
	if s.is(i, classDigits) {
		return s.twoDay(i, e)
	}
	// the day before yesterday, the day after tomorrow
	if s.isThe(i) && s.isWord(i+1, "day") && s.is(i+2, classShift) && s.is(i+3, classDay) {
		switch {
		case s.tok(i+2).value == shiftBefore && s.tok(i+3).value == deicticYesterday:
			e.kind, e.deictic, e.dayStep = deicticExpr, deicticYesterday, -1
			return i + 4
		case s.tok(i+2).value == shiftAfter && s.tok(i+3).value == deicticTomorrow:
			e.kind, e.deictic, e.dayStep = deicticExpr, deicticTomorrow, 1
			return i + 4
		}
	}
	if t := s.tok(i); t.class&classApprox != 0 && t.value == approxAbout {
		return 0 // a decision about tomorrow
	}
	j := s.edge(i, e)
	t := s.tok(j)
	if t.class&classDay == 0 || s.isWord(j, "nite") || s.isWord(j, "moro") || s.isWord(j, "morro") {
		return 0
	}
	if n := s.tok(j + 1); t.capital && n.capital && n.class == 0 && n.form == wordForm && !t.upper && j > 0 && s.tok(j-1).capital && !s.isMark(j-1, '"') {
		return 0 // USA Today, Today Programme
	}
	if p := s.tok(j - 1); t.capital && p.capital && p.form == wordForm && p.class == 0 && !t.upper {
		return 0
	}
	e.kind, e.deictic = deicticExpr, uint8(t.value)
	if e.deictic == deicticTonight {
		e.part = timex.Night
	} else if j == i && s.isWord(i-1, "thing") && s.isWord(i-2, "first") && !s.is(j+1, classPart) { // first thing tomorrow
		e.before, e.part = 2, timex.Morning
	}
	// "9.99am today, 9 September" is read by the clock; "today, 9 September" is one mark with its date
	return s.trailingTime(j+1, e)
}
