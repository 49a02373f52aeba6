package resolve

import "dateline/extract/timex"

// vagueFamily finds vague references: now, currently, recently, in recent
// years, at the moment, these days, in the future.
func vagueFamily() *family {
	return &family{name: "vague", lead: classNow | classPeriod | classDir | classArticle | classApprox | classEdge | classDay | classUnit | classLink,
		need: classNow | classPeriod | classUnit | classDay, match: (*scan).matchVague}
}

func (s *scan) matchVague(i int, e *expr) int {
	t := s.tok(i)
	e.kind = refExpr
	switch {
	case t.class&classNow != 0:
		if t.value == nowPresent {
			if s.isWord(i, "now") && (s.isMark(i+1, '-') && s.glued(i+1) || s.isLink(i+1, linkAnd) && s.isWord(i+2, "then")) {
				return 0
			}
			if t.capital && i > 0 && !t.upper && s.tok(i-1).capital && !s.isMark(i-1, '"') {
				return 0
			}
			e.ref = timex.PresentRef
			if s.isWord(i, "now") && s.isWord(i-1, "right") && !(s.hasLast && s.last.end > i-1) {
				e.before = 1 // right now
			}
			return i + 1
		}
		if s.isWord(i, "formerly") || s.isWord(i, "previously") || s.isWord(i-1, "as") && s.isWord(i+1, "as") {
			return 0
		}
		e.ref = timex.PastRef
		return i + 1
	case (s.isWord(i, "more") || s.isWord(i, "most")) && s.isWord(i+1, "recently"):
		e.ref = timex.PastRef
		return i + 2
	case s.isWord(i, "recent") && s.isPluralUnit(i+1):
		e.ref = timex.PastRef
		return i + 2
	case t.class&classDir != 0 && t.value == dirThese && s.isWord(i, "these") && s.isWord(i+1, "days"):
		e.ref = timex.PresentRef
		return i + 2
	case s.isThe(i) && s.isWord(i+1, "time") && s.isWord(i+2, "being") && s.isLink(i-1, linkFor):
		e.ref = timex.PresentRef
		return i + 3
	case s.isWord(i, "that") && (s.isWord(i+1, "date") && s.endsNoun(i+2) || s.isWord(i+1, "same") && s.isWord(i+2, "date")):
		e.kind, e.unit, e.dir = unitExpr, timex.DayUnit, dirThat
		if s.isWord(i+1, "same") {
			return i + 3
		}
		return i + 2
	case s.isThe(i) && s.isWord(i+1, "same") && s.isWord(i+2, "date") && s.isLink(i+3, linkIn) && s.plainYear(i+4) && !s.notYear(i+4, true):
		e.kind, e.unit, e.dir, e.inYear = unitExpr, timex.DayUnit, dirSame, int(s.tok(i+4).value)
		return i + 5
	case s.isThe(i) && s.isWord(i+1, "moment") && s.isLink(i-1, linkAt) && !s.isLink(i+2, linkOf):
		e.ref = timex.PresentRef
		return i + 2
	case s.isThe(i) && s.isWord(i+1, "present") && s.isWord(i+2, "time"), s.isThe(i) && s.isWord(i+1, "present") && s.isWord(i+2, "day"):
		e.ref = timex.PresentRef
		return i + 3
	case s.isWord(i, "this") && s.isWord(i+1, "time") && s.isLink(i-1, linkAt):
		e.ref = timex.PresentRef
		return i + 2
	case s.mode == narrative && s.focus.hasYear && s.timeInFocus(i) > 0:
		e.kind, e.dir = timeRefExpr, dirThat
		return s.timeInFocus(i)
	case s.isWord(i, "present") && s.isLink(i-1, linkAt) && s.endsNoun(i+1), s.isWord(i, "present") && s.isMark(i+1, '-') && s.isWord(i+2, "day"):
		e.ref = timex.PresentRef
		if s.isMark(i+1, '-') && s.isWord(i+2, "day") {
			return i + 3
		}
		return i + 1
	case s.isThe(i) && (s.isWord(i+1, "future") || s.isWord(i+2, "future") && (s.isWord(i+1, "near") || s.isWord(i+1, "foreseeable") || s.isWord(i+1, "distant"))):
		if !s.isLink(i-1, linkIn) && !s.isLink(i-1, linkFor) {
			return 0
		}
		e.ref = timex.FutureRef
		end := i + 2
		if !s.isWord(i+1, "future") {
			end++
		}
		if s.isLink(end, linkOf) {
			return 0
		}
		return end
	case s.isArticle(i) && !s.isThe(i) && s.isWord(i+1, "later") && (s.isWord(i+2, "date") || s.isWord(i+2, "time") || s.isWord(i+2, "stage")) && s.endsNoun(i+3):
		e.ref = timex.FutureRef
		return i + 3
	case s.isThe(i) && s.isWord(i+1, "past") && s.isLink(i-1, linkIn) && s.endsNoun(i+2) && !s.isLink(i+2, linkOf):
		e.ref = timex.PastRef
		return i + 2
	}
	return 0
}

// timeInFocus reads "that time", "the same time" behind a preposition: in a
// history they stand for the date that it speaks of.
func (s *scan) timeInFocus(i int) int {
	if p := s.tok(i - 1); p.class&(classLink|classApprox) == 0 || s.isLink(i-1, linkOf) || s.isLink(i-1, linkFor) {
		return 0
	}
	j := i
	if s.isThe(j) {
		if s.isLink(i-1, linkBy) && s.tok(i+2).form == wordForm {
			return 0 // by the time they came
		}
		j++
	}
	if s.is(j, classDir) && (s.tok(j).value == dirThat || s.tok(j).value == dirThis || s.tok(j).value == dirSame) {
		j++
	}
	if j == i || !s.isWord(j, "time") && (!s.isWord(j, "period") || s.isThe(i)) || s.isLink(j+1, linkOf) || !s.endsNoun(j+1) && s.isThe(j-1) {
		return 0
	}
	return j + 1
}
