package resolve

import "dateline/extract/timex"

// historyFamily finds what only histories are read for: times that are named
// by an event, as the corpora of histories mark them. The first day of the
// war, the day after the battle, the duration of the siege, some time.
func historyFamily() *family {
	return &family{name: "history", lead: classArticle | classLink | classVague | classCardinal | classPeriod | classDir | classUnit, need: classUnit | classPart | classPeriod,
		match: (*scan).matchHistory}
}

func (s *scan) matchHistory(i int, e *expr) int {
	if !s.chronicle() || !s.focus.hasYear {
		return 0
	}
	for _, read := range [...]func(*scan, int, *expr) int{
		(*scan).dayOfEvent, (*scan).superlativeDay, (*scan).orderedUnit, (*scan).dayBesideEvent, (*scan).unitsOfEvent, (*scan).durationOf, (*scan).timeOf,
		(*scan).openTime, (*scan).anaphor, (*scan).onePart,
	} {
		if end := read(s, i, e); end > 0 {
			e.byEvent = true
			return end
		}
		*e = expr{start: i}
	}
	return 0
}

// longHistory is how many bytes a history has at least that is read as the
// corpora of histories are marked. Reports that look back are shorter, and
// leave events out of their times.
const longHistory = 6000

// chronicle reports whether the text is a history of some length.
func (s *scan) chronicle() bool {
	return s.mode == narrative && len(s.text) >= longHistory && s.years.near*10 <= s.years.total
}

// How many words the name of an event, or a clause that tells of it, has at most.
const (
	eventReach  = 9
	clauseReach = 14
)

// eventEnd returns the token after the noun phrase or clause that names an
// event and begins at token i; 0 when it runs on, or names a time itself.
// A clause, which a verb may stand in, must run up to a mark.
func (s *scan) eventEnd(i int, clause bool) int {
	reach := eventReach
	if clause {
		reach = clauseReach
	}
	for k := i; k < i+reach; k++ {
		t := s.tok(k)
		switch {
		case t.form == 0, t.form == markForm && (t.mark == ',' || t.mark == '.' || t.mark == ';' || t.mark == ')' || t.mark == '(' || t.mark == ':'):
			if k > i {
				return k
			}
			return 0
		case t.form == markForm && t.mark != '-' && t.mark != '\'':
			return 0
		case t.class&classTrigger&^(classZone|classHoliday) != 0 && t.class&classOrdinal == 0 && !s.isWord(k, "fall") && !(t.form == numberForm && s.glued(k+1) && s.is(k+1, classSuffix)):
			return 0
		case k > i && !clause && s.endsNounPhrase(k):
			return k
		case k > i && clause && (s.isLink(k, linkAnd) || s.beginsClause(k)):
			return k
		}
	}
	return 0
}

// beginsClause reports whether token i begins another clause, behind a noun:
// the day after the battle | the general resigned.
func (s *scan) beginsClause(i int) bool {
	p := s.tok(i - 1)
	if n := p.end - p.start; p.form != wordForm || p.class != 0 || p.capital || n > 2 && s.text[p.end-2:p.end] == "ed" || n > 3 && s.text[p.end-3:p.end] == "ing" {
		return false
	}
	return s.isArticle(i) || pronouns[s.word(i)]
}

// endsNounPhrase reports whether the word at i stands behind the noun phrase
// that ends before it: a preposition, an adverb, a verb, a name.
func (s *scan) endsNounPhrase(i int) bool {
	t, p := s.tok(i), s.tok(i-1)
	noun := p.class == 0 && p.form == wordForm
	switch w := s.word(i); {
	case t.class&classLink != 0:
		return !s.isLink(i, linkOf) && !s.isLink(i, linkGlue)
	case verbsOfBeing[w]:
		return true
	case noun && len(w) > 4 && (w[len(w)-2:] == "ed" || w[len(w)-2:] == "ly"):
		return true
	}
	return noun && t.capital && !p.capital
}

// verbsOfBeing end a noun phrase.
var verbsOfBeing = setOf("was", "were", "is", "are", "had", "has", "have", "would", "could", "did", "became", "came", "led", "when", "that", "which", "who")

// eventBehind takes in, in a history, the event behind a length that ends
// before token i: two years of war, two days after the fall of the city.
func (s *scan) eventBehind(i int) int {
	end := 0
	switch {
	case s.isLink(i, linkOf):
		end = s.eventEnd(i+1, false)
	case !s.isArticle(i+1) && !s.tok(i+1).capital && !possessives[s.word(i+1)]:
	case s.isWord(i, "after"), s.isWord(i, "before"), s.isWord(i, "since"), s.isWord(i, "following"):
		end = s.eventEnd(i+1, true)
	}
	return max(i, end)
}

// possessives begin a noun phrase.
var possessives = setOf("his", "her", "its", "their", "relieving", "taking", "losing", "crossing", "reaching", "leaving", "winning", "entering", "they")

// dayOfEvent reads the first day of the war, the bloodiest year of the siege.
// Beside a date it is that date.
func (s *scan) dayOfEvent(i int, e *expr) int {
	if !s.isThe(i) || !s.is(i+1, classOrdinal) {
		return 0
	}
	return s.unitOfEvent(i, e)
}

// superlativeDay reads the bloodiest day of the war, whose unit token i is.
func (s *scan) superlativeDay(i int, e *expr) int {
	if !s.is(i, classUnit) || !s.superlative(i-1) || !s.isThe(i-2) || s.hasLast && s.last.end > i-2 {
		return 0
	}
	e.before = 2
	return s.unitOfEvent(i-2, e)
}

// unitOfEvent reads the unit behind the two words at i, and the event that it is a part of.
func (s *scan) unitOfEvent(i int, e *expr) int {
	t := s.tok(i + 2)
	if t.class&classUnit == 0 || s.isPluralUnit(i+2) || !s.isLink(i+3, linkOf) && !s.isLink(i+3, linkIn) {
		return 0
	}
	end := s.eventEnd(i+4, false)
	if end == 0 {
		return 0
	}
	u := timex.Unit(t.value)
	switch {
	case u >= timex.DayUnit && s.apposes(i):
		e.kind = apposedExpr
	case u == timex.DayUnit:
		e.kind, e.everyDay = timeExpr, true
	case u == timex.HourUnit || u == timex.WeekUnit || u == timex.MonthUnit:
		e.kind, e.n, e.unit = lengthExpr, 1, u
	default:
		return 0
	}
	return end
}

// orderedUnit reads a unit that is counted from the beginning of something
// that the text has told of: in the second week, on the first day.
func (s *scan) orderedUnit(i int, e *expr) int {
	if !s.isThe(i) || !s.is(i+1, classOrdinal) || !s.is(i+2, classUnit) || s.isPluralUnit(i+2) || !s.endsNoun(i+3) && !s.isWord(i+3, "alone") {
		return 0
	}
	switch u := timex.Unit(s.tok(i + 2).value); {
	case u == timex.DayUnit && s.isLink(i-1, linkOn):
		e.kind, e.everyDay = timeExpr, true
	case (u == timex.WeekUnit || u == timex.MonthUnit || u == timex.YearUnit || u == timex.HourUnit) && (s.isLink(i-1, linkIn) || s.isLink(i-1, linkDuring)):
		e.kind, e.n, e.unit = lengthExpr, 1, u
	default:
		return 0
	}
	return i + 3
}

// unitsOfEvent reads the days of the siege, the years following the war.
func (s *scan) unitsOfEvent(i int, e *expr) int {
	if !s.isThe(i) || !s.isPluralUnit(i+1) || s.tok(i+1).value < int32(timex.DayUnit) || !s.isLink(i+2, linkOf) && !s.isWord(i+2, "following") && !s.isWord(i+2, "after") {
		return 0
	}
	e.kind, e.unit, e.vague = lengthExpr, timex.Unit(s.tok(i+1).value), true
	return s.eventEnd(i+3, false)
}

// timeOf reads the time of the revolution, which is the time that the text speaks of.
func (s *scan) timeOf(i int, e *expr) int {
	if !s.isThe(i) || !s.isWord(i+1, "time") || !s.isLink(i+2, linkOf) || !s.isLink(i-1, linkIn) && !s.isLink(i-1, linkAt) {
		return 0
	}
	e.kind, e.dir = timeRefExpr, dirThat
	return s.eventEnd(i+3, false)
}

// superlative reports whether token i is a superlative: bloodiest.
func (s *scan) superlative(i int) bool {
	t := s.tok(i)
	return t.form == wordForm && t.class == 0 && t.end-t.start > 5 && s.text[t.end-3:t.end] == "est"
}

// apposes reports whether the expression that begins at token i stands in
// apposition to the date before it.
func (s *scan) apposes(i int) bool {
	if !s.hasLast || len(s.out) == 0 || s.out[len(s.out)-1].Value.Kind() != timex.DayKind {
		return false
	}
	return s.last.end == i || s.last.end == i-1 && (s.isMark(i-1, ',') || s.isMark(i-1, '-') || s.isMark(i-1, '('))
}

// dayBesideEvent reads the day after the battle, the day before the election.
func (s *scan) dayBesideEvent(i int, e *expr) int {
	if !s.isThe(i) || !s.isWord(i+1, "day") || !s.isWord(i+2, "after") && !s.isWord(i+2, "before") {
		return 0
	}
	end := s.eventEnd(i+3, true)
	if end == 0 {
		end = s.eventEnd(i+3, false)
	}
	if end == 0 {
		return 0
	}
	if s.apposes(i) {
		e.kind = apposedExpr
		return end
	}
	e.kind, e.shift, e.n, e.unit = shiftExpr, uint8(s.tok(i+2).value), 1, timex.DayUnit
	return end
}

// durationOf reads the duration of the war. How long it took is not said.
func (s *scan) durationOf(i int, e *expr) int {
	if !s.isThe(i) || !s.isWord(i+1, "duration") || !s.isLink(i+2, linkOf) {
		return 0
	}
	e.kind, e.unit, e.vague = lengthExpr, timex.DayUnit, true
	return s.eventEnd(i+3, false)
}

// openTime reads a length of no unit: for some time, in a very short time.
func (s *scan) openTime(i int, e *expr) int {
	if !s.isLink(i-1, linkFor) && !s.isLink(i-1, linkIn) && !s.isWord(i-1, "after") && !s.isLink(i-1, linkDuring) {
		return 0
	}
	j := i
	switch {
	case s.isWord(j, "some"):
		j++
	case s.isArticle(j) && !s.isThe(j):
		if j++; s.isWord(j, "very") {
			j++
		}
		if !unmeasured[s.word(j)] {
			return 0
		}
		j++
	default:
		return 0
	}
	if !s.isWord(j, "time") || s.isLink(j+1, linkOf) {
		return 0
	}
	e.kind, e.unit, e.vague = lengthExpr, timex.DayUnit, true
	return j + 1
}

// anaphor reads "this period", "this date", which stand for the date that a
// history speaks of, and "to date", "modern day" for its own time.
func (s *scan) anaphor(i int, e *expr) int {
	switch {
	case s.isWord(i, "this") && (s.isWord(i+1, "period") || s.isWord(i+1, "date")):
		e.kind, e.dir = timeRefExpr, dirThat
		return i + 2
	case s.isWord(i, "day") && s.isWord(i-1, "modern"):
		e.kind, e.ref, e.before = refExpr, timex.PresentRef, 1
		return i + 1
	case s.isWord(i, "date") && s.isLink(i-1, linkTo) && s.tok(i+1).form != wordForm:
		e.kind, e.ref = refExpr, timex.PresentRef
		return i + 1
	}
	return 0
}

// onePart reads a single part of a day: in one night.
func (s *scan) onePart(i int, e *expr) int {
	if !s.isWord(i, "one") || !s.isLink(i-1, linkIn) || !s.is(i+1, classPart) {
		return 0
	}
	e.kind, e.part = timeExpr, timex.Part(s.tok(i+1).value)
	return i + 2
}
