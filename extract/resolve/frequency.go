package resolve

import "dateline/extract/timex"

// frequencyFamily finds sets: daily, every Monday, every two weeks, twice a
// year, Sundays, per month.
func frequencyFamily() *family {
	return &family{name: "frequency", lead: classFrequent | classEvery | classWeekday | classUnit | classVague | classCardinal | classDigits | classPart | classLink | classApprox,
		need: classFrequent | classEvery | classWeekday | classUnit | classPart, match: (*scan).matchFrequency}
}

func (s *scan) matchFrequency(i int, e *expr) int {
	t := s.tok(i)
	switch {
	case t.class&classEvery != 0:
		return s.every(i, e)
	case t.class&classFrequent != 0:
		n, p := s.tok(i+1), s.tok(i-1)
		if t.capital && !t.upper && (n.capital && n.form == wordForm || p.capital && p.form == wordForm && p.class == 0) {
			return 0 // Daily Mail, Newsweek Weekly
		}
		if s.isMark(i-1, '-') && s.glued(i) && !(s.isWord(i, "yearly") && s.is(i-2, classHalf)) || s.isMark(i+1, '-') && s.glued(i+1) && s.isLink(i+2, linkOld) {
			return 0
		}
		if u := timex.Unit(t.value); u == timex.YearUnit && s.isWord(i, "annual") && i+1 < len(s.toks) && n.form == wordForm && n.capital {
			return 0 // the 5th Annual Awards
		}
		e.kind, e.n, e.unit = setExpr, 1, timex.Unit(t.value)
		switch {
		case s.isWord(i, "fortnightly"), s.isWord(i, "biweekly"):
			e.n = 2
		case s.isWord(i, "semiannually"), s.isWord(i, "biannually"), s.isWord(i, "semiannual"):
			e.n = 6
		case s.isWord(i, "yearly") && s.isMark(i-1, '-') && s.is(i-2, classHalf):
			e.n, e.unit, e.before = 6, timex.MonthUnit, 2
		case e.unit == timex.NightUnit:
			e.everyDay, e.part = true, timex.Night
		}
		return i + 1
	case t.class&classWeekday != 0 && t.capital && s.hasLast && s.last.openWeekdays && s.last.part == timex.NoPart && !s.isPlural(s.last.end-1) && s.joins(s.last.end, i):
		e.kind, e.openWeekdays, e.weekday = setExpr, true, timex.Weekday(t.value)
		return i + 1 // every Tuesday and Thursday
	case t.class&classWeekday != 0 && t.capital && s.isFullWeekday(i) && s.is(i+1, classPart) && s.text[s.tok(i+1).end-1] == 's': // Sunday mornings
		e.kind, e.openWeekdays, e.weekday, e.part = setExpr, true, timex.Weekday(t.value), timex.Part(s.tok(i+1).value)
		return i + 2
	case t.class&classWeekday != 0 && s.isPlural(i) && t.capital:
		e.kind, e.openWeekdays, e.weekday = setExpr, true, timex.Weekday(t.value)
		return i + 1
	case t.class&classUnit != 0 && s.isWord(i, "weekends") && (s.isLink(i-1, linkOn) || s.isLink(i-1, linkAt)):
		e.kind, e.n, e.unit = setExpr, 1, timex.WeekendUnit
		return i + 1
	case s.isWord(i, "weekdays"):
		return 0
	}
	return s.timesPer(i, e)
}

// every reads every day, every two weeks, every other Tuesday, each year, per month.
func (s *scan) every(i int, e *expr) int {
	per := s.tok(i).value == 3
	j := i + 1
	if s.isLink(j, linkOther) && !per {
		e.alternate = true
		j++
	} else if s.isWord(j, "single") && !per {
		j++
	}
	e.kind, e.n = setExpr, 1
	if e.alternate {
		e.n = 2
	}
	t := s.tok(j)
	if end := s.quartersOfHour(j, e); end > 0 && !per {
		e.kind = setExpr
		return end
	}
	if s.is(j, classHalf) && !per {
		k := j + 1
		if s.isMark(k, '-') || s.isArticle(k) && !s.isThe(k) {
			k++
		}
		if s.isWord(k, "hour") {
			e.n, e.half, e.unit = 0, true, timex.HourUnit
			return k + 1
		}
	}
	switch {
	case per && s.isWord(j, "annum"):
		e.unit = timex.YearUnit
		return j + 1
	case t.class&classUnit != 0 && !s.isPluralUnit(j) && !(t.class&classOrdinal != 0 && !per):
		e.unit = timex.Unit(t.value)
		if e.unit == timex.QuarterUnit && s.isLink(j+1, linkOf) {
			return 0
		}
		return j + 1
	case per:
		return 0
	case t.class&classWeekday != 0:
		e.openWeekdays, e.weekday = true, timex.Weekday(t.value)
		if s.is(j+1, classPart) {
			e.part = timex.Part(s.tok(j + 1).value)
			j++
		}
		return j + 1
	case t.class&classPart != 0:
		e.everyDay, e.part = true, timex.Part(t.value)
		return j + 1
	case t.class&classMonth != 0 && t.capital:
		e.month, e.hasMonth = int(t.value), true
		if d, end := s.dayNumber(j + 1); d > 0 && s.tok(j+1).form == numberForm {
			e.day, e.hasDay = d, true
			return end
		}
		return j + 1
	case t.class&classSeason != 0:
		e.season = timex.Season(t.value)
		return j + 1
	case s.isWord(j, "few") || s.isWord(j, "several") || s.isWord(j, "couple"):
		if s.isLink(j+1, linkOf) {
			j++
		}
		if !s.is(j+1, classUnit) {
			return 0
		}
		e.vague, e.unit = true, timex.Unit(s.tok(j+1).value)
		return j + 2
	}
	if n, end := s.dayNumber(j); n > 0 && (s.is(j, classOrdinal) || end > j+1) && s.is(end, classUnit) { // every third year
		e.n, e.unit = n, timex.Unit(s.tok(end).value)
		return end + 1
	}
	if n, end := s.dayNumber(j); n > 0 && (s.is(j, classOrdinal) || end > j+1) && s.is(end, classWeekday) && s.tok(end).capital { // every third Sunday
		e.n, e.openWeekdays, e.weekday = n, true, timex.Weekday(s.tok(end).value)
		return end + 1
	}
	if n, end := s.cardinal(j); end > 0 && s.is(end, classUnit) && n > 0 {
		e.n, e.unit = n, timex.Unit(s.tok(end).value)
		return end + 1
	}
	return 0
}

// joins reports whether tokens[from:to] join two members of a list.
func (s *scan) joins(from, to int) bool {
	switch to - from {
	case 1:
		return s.isLink(from, linkAnd) || s.isLink(from, linkOr) || s.isMark(from, ',') || s.isMark(from, '&') || s.isMark(from, '/')
	case 2:
		return s.isMark(from, ',') && (s.isLink(from+1, linkAnd) || s.isLink(from+1, linkOr))
	}
	return false
}

// timesPer reads "twice a year", "three times a week".
func (s *scan) timesPer(i int, e *expr) int {
	j := i
	switch {
	case s.isWord(j, "once"), s.isWord(j, "twice"), s.isWord(j, "thrice"):
		j++
	default:
		_, end := s.cardinal(i)
		if s.is(i, classVague) {
			end = i + 1
		}
		if end == 0 || !s.isWord(end, "times") {
			return 0
		}
		j = end + 1
	}
	if s.is(j, classFrequent) && s.endsNoun(j+1) && !s.isWord(j, "annual") { // twice weekly
		e.kind, e.n, e.unit = setExpr, 1, timex.Unit(s.tok(j).value)
		return j + 1
	}
	if !(s.isArticle(j) && !s.isThe(j) || s.is(j, classEvery)) || !s.is(j+1, classUnit) || s.isPluralUnit(j+1) {
		return 0
	}
	e.kind, e.n, e.unit = setExpr, 1, timex.Unit(s.tok(j+1).value)
	return j + 2
}

// outOf reads the longer unit of which a length, e, recurs: five days a week,
// two hours every day.
func (s *scan) outOf(i int, e *expr) int {
	if !(s.isArticle(i) && !s.isThe(i) || s.is(i, classEvery)) || e.n == 0 || e.vague || e.half {
		return 0
	}
	t := s.tok(i + 1)
	if t.class&classUnit == 0 || s.isPluralUnit(i+1) || timex.Unit(t.value) <= e.unit || s.tok(i+2).class&classShift != 0 {
		return 0
	}
	e.kind, e.n, e.unit = setExpr, 1, timex.Unit(t.value)
	return i + 2
}

// compares reports whether the word at i makes a date of the unit before it,
// and no rate: $54 million a year earlier.
func (s *scan) compares(i int) bool {
	t := s.tok(i)
	return t.class&classShift != 0 && (t.value == shiftAgo || t.value == shiftEarlier || t.value == shiftLater)
}

// rate reads a unit that a price or a count is given for: $5 a day, 10 km an
// hour. tokens[k:end] are the article and the unit.
func (s *scan) rate(k, end int, e *expr) int {
	p := s.tok(k - 1)
	if s.isMark(k-1, ')') {
		p = s.tok(k - 2)
	}
	if s.isLink(end, linkFrom) && s.is(end+1, classWeekday|classMonth|classDay|classNow) {
		return 0 // is a week from Saturday
	}
	if e.unit < timex.DayUnit || p.form != numberForm && !counted[s.text[p.start:p.end]] && !s.countedBy(k-1) {
		return 0
	}
	e.kind, e.n = setExpr, 1
	return end
}

// countReach is how many words may lie between a count and the unit that it
// is given for: 190,000 tons of copper a year.
const countReach = 4

// countedBy reports whether the noun at token i, which a unit follows, is what a
// count before it counts: 12 boats a day, $9 million in cash a day.
func (s *scan) countedBy(i int) bool {
	p := s.tok(i)
	if p.form != wordForm || p.class != 0 || p.capital {
		return false
	}
	for j := i - 1; j >= i-countReach; j-- {
		switch t := s.tok(j); {
		case s.isWord(j, "million") && s.is(j-1, classDigits):
			return s.isMark(j-2, '$') || s.isMark(j-3, '.') || s.text[p.end-1] == 's'
		case t.class&(classDigits|classCardinal) != 0:
			return s.text[p.end-1] == 's' || s.isMark(j-1, '$') || j < i-1 && s.measured(j+1) || t.class&classCardinal != 0 && t.value >= 1000
		case t.form != wordForm || t.capital || t.class != 0 && !s.isLink(j, linkOf) && !s.isLink(j, linkIn):
			return false
		}
	}
	return false
}

// measured reports whether the word at i is a measure or an amount of money.
func (s *scan) measured(i int) bool { return counted[s.word(i)] }
