package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// shifted reads what makes a date of the length just read: ago, later,
// earlier, before, from now, from Friday. Without it the length stands.
func (s *scan) shifted(j int, e *expr) int {
	t := s.tok(j)
	if s.isLink(j, linkFrom) {
		switch {
		case s.isWord(j+1, "today") && !e.vague && !e.half && e.unit > timex.DayUnit:
			e.kind, e.shift, e.toTheDay = shiftExpr, shiftHence, true
			return j + 2
		case s.isWord(j+1, "now"), s.isWord(j+1, "today") && !e.vague:
			e.kind, e.shift, e.shiftTo = shiftExpr, shiftHence, nil
			return j + 2
		case !e.vague && s.is(j+1, classWeekday|classMonth|classDay) && e.unit >= timex.DayUnit:
			s.aside = expr{}
			end := s.dayDate(j+1, &s.aside)
			if end == 0 && s.is(j+1, classWeekday) && s.isName(j+1) {
				s.aside.kind, s.aside.weekday = weekdayExpr, timex.Weekday(s.tok(j+1).value)
				end = j + 2
			} else if end == 0 && s.is(j+1, classDay) {
				s.aside.kind, s.aside.deictic = deicticExpr, uint8(s.tok(j+1).value)
				end = j + 2
			}
			if end > 0 {
				e.kind, e.shift, e.shiftTo = shiftExpr, shiftFrom, &s.aside
				return end
			}
		}
		return j
	}
	if e.unit == timex.WeekUnit && !e.vague && !e.half && s.isWord(j, "tomorrow") { // a week tomorrow
		s.aside = expr{kind: deicticExpr, deictic: deicticTomorrow}
		e.kind, e.shift, e.shiftTo = shiftExpr, shiftFrom, &s.aside
		return j + 1
	}
	if s.isLink(j, linkOn) && e.unit == timex.WeekUnit && !e.vague && !e.half && e.n <= 2 && s.is(j+1, classWeekday) && s.isFullWeekday(j+1) && !s.isPlural(j+1) &&
		s.tenseAt(j+1, j+2) != english.Past { // a week on Saturday
		n := e.n
		*e = expr{start: e.start, kind: weekdayExpr, weekday: timex.Weekday(s.tok(j + 1).value), weekOffset: n}
		return j + 2
	}
	if s.isLink(j, linkOn) && s.isMark(j+1, ',') && e.unit >= timex.DayUnit && !e.vague && e.dir == 0 && (e.start == 0 || s.tok(e.start-1).form == markForm) && s.focus.hasYear { // ten months on, he
		e.kind, e.shift = shiftExpr, shiftLater
		return j + 1
	}
	if t.class&classShift == 0 {
		return j
	}
	switch t.value {
	case shiftAgo, shiftHence:
		e.kind, e.shift = shiftExpr, uint8(t.value)
		if t.value == shiftAgo && e.unit >= timex.WeekUnit && e.unit != timex.WeekendUnit && !e.vague && !e.half {
			k := j + 1
			if s.isLink(k, linkOn) {
				k++
			}
			if s.is(k, classWeekday) && s.isFullWeekday(k) && !s.isPlural(k) && s.isName(k) && (s.endsNoun(k+1) || s.is(k+1, classPart)) { // two weeks ago Thursday
				e.toTheDay, e.weekday = true, timex.Weekday(s.tok(k).value)
				return s.trailingTime(k+1, e)
			}
		}
		if t.value == shiftAgo && e.unit > timex.DayUnit && !e.vague && !e.half && s.isWord(j+1, "today") {
			e.toTheDay = true // thirty years ago today
			return j + 2
		}
		return j + 1
	case shiftBack:
		if !s.endsClause(j+1) || e.unit < timex.DayUnit {
			return j
		}
		e.kind, e.shift = shiftExpr, shiftAgo
		return j + 1
	case shiftLater, shiftEarlier:
		if s.isWord(j+1, "than") {
			return j
		}
		e.kind, e.shift = shiftExpr, uint8(t.value)
		return j + 1
	case shiftBefore, shiftAfter:
		if s.isWord(j+1, "that") && e.mod != timex.NoMod && e.mod != timex.Approx {
			return j // at least eight months after that
		}
		if s.isWord(j+1, "that") && (s.endsClause(j+2) || pronouns[s.word(j+2)]) {
			e.kind, e.shift = shiftExpr, uint8(t.value)
			return j + 2
		}
		if !s.endsClause(j + 1) {
			return j
		}
		e.kind, e.shift = shiftExpr, uint8(t.value)
		return j + 1
	}
	return j
}

// pronouns begin a clause behind "that": eight days after that he was dead.
var pronouns = setOf("he", "she", "it", "they", "we", "I", "there")

// besideReach is how many days a date may lie from the day that the shift
// before it gives, and still be what that shift means.
const besideReach = 31

// beside returns the day that stands behind a shift in apposition, which
// says what it gives: twelve days earlier, on 3 March. v is what the shift
// gives by itself.
func (s *scan) beside(e *expr, v timex.Value) timex.Value {
	counted, ok := v.Day()
	if !ok || !s.isMark(e.end, ',') || !s.isLink(e.end+1, linkOn) {
		return v
	}
	if w := s.tok(e.end + 2); w.class&classWeekday != 0 && s.isName(e.end+2) && s.isMark(e.end+3, ',') {
		s.because(whyBeside)
		return timex.DayValue(counted.Nearest(timex.Weekday(w.value)))
	}
	s.aside = expr{}
	if s.dayDate(e.end+2, &s.aside) == 0 || !s.aside.hasMonth || !s.aside.hasDay {
		return v
	}
	year, _, _ := counted.Civil()
	for y := year - 1; y <= year+1; y++ {
		d, ok := timex.DayOf(y, s.aside.month, s.aside.day)
		if ok && d-counted <= besideReach && counted-d <= besideReach && (!s.aside.hasYear || s.aside.year == y) {
			s.because(whyBeside)
			return timex.DayValue(d)
		}
	}
	return v
}

// endsClause reports whether token i begins no noun phrase or clause, so that
// "before" in front of it stands alone.
func (s *scan) endsClause(i int) bool {
	t := s.tok(i)
	switch {
	case t.form == 0:
		return true
	case t.form == markForm:
		return t.mark != '"' && t.mark != '\'' && t.mark != '('
	}
	return t.class&classLink != 0 && (t.value == linkIn || t.value == linkAt || t.value == linkAnd || t.value == linkOn || t.value == linkTo || t.value == linkFor)
}

// oneFurther reads "the week before last", "the Sunday after next".
func (s *scan) oneFurther(i int, e *expr) int {
	if !s.isThe(i) || !(s.isWord(i+2, "before") && s.isWord(i+3, "last") || s.isWord(i+2, "after") && s.isWord(i+3, "next")) || !s.endsClause(i+4) {
		return 0
	}
	e.dir = dirLast
	if s.isWord(i+3, "next") {
		e.dir = dirNext
	}
	switch t := s.tok(i + 1); {
	case t.class&classWeekday != 0:
		e.kind, e.weekday = weekdayExpr, timex.Weekday(t.value)
	case t.class&classUnit != 0 && t.value >= int32(timex.DayUnit) && !s.isPluralUnit(i+1):
		e.kind, e.unit = unitExpr, timex.Unit(t.value)
	case t.class&classPart != 0 && timex.Part(t.value) == timex.Night:
		e.kind, e.unit, e.part = unitExpr, timex.DayUnit, timex.Night
	default:
		return 0
	}
	e.further = true
	return i + 4
}

// seasonBeside reads the month or season that follows what was told, or lies
// before it: the January after, the autumn before.
func (s *scan) seasonBeside(i int, e *expr) int {
	if !s.isThe(i) || !s.is(i+1, classMonth|classSeason) || !s.isWord(i+2, "before") && !s.isWord(i+2, "after") || !s.endsClause(i+3) {
		return 0
	}
	e.dir = dirFollowing
	if s.isWord(i+2, "before") {
		e.dir = dirPrevious
	}
	if t := s.tok(i + 1); t.class&classSeason != 0 {
		e.kind, e.season = seasonExpr, timex.Season(t.value)
	} else {
		e.kind, e.month, e.hasMonth = dateExpr, int(t.value), true
	}
	return i + 3
}

// beforeAfter reads "the day before", "the following" with no unit aside, "the year after".
func (s *scan) beforeAfter(i int, e *expr) int {
	if end := s.oneFurther(i, e); end > 0 {
		return end
	}
	if end := s.seasonBeside(i, e); end > 0 {
		return end
	}
	if !s.isThe(i) || !s.is(i+1, classUnit|classPart) || !s.is(i+2, classShift) {
		return 0
	}
	shift := s.tok(i + 2).value
	that := s.isWord(i+3, "that") && (s.endsClause(i+4) || pronouns[s.word(i+4)])
	if shift != shiftBefore && shift != shiftAfter || !that && !s.endsClause(i+3) {
		return 0
	}
	end := i + 3 + b2i(that)
	t := s.tok(i + 1)
	e.shift, e.n = uint8(shift), 1
	if t.class&classUnit != 0 {
		u := timex.Unit(t.value)
		if u < timex.DayUnit || s.isPluralUnit(i+1) || u == timex.SeasonUnit {
			return 0
		}
		e.kind, e.unit = shiftExpr, u
		if u == timex.WeekUnit && !that {
			e.kind, e.dir = unitExpr, dirFollowing
			if shift == shiftBefore {
				e.dir = dirPrevious
			}
		}
		return end
	}
	e.kind, e.unit, e.part = shiftExpr, timex.DayUnit, timex.Part(t.value)
	return end
}
