package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// lengthFamily finds lengths, and the dates that lie a length away: three
// days, a three-day visit, several weeks, two weeks ago, a year earlier.
func lengthFamily() *family {
	return &family{name: "length",
		lead: classDigits | classCardinal | classArticle | classVague | classUnit | classHalf | classApprox | classDir | classLink | classEdge,
		need: classUnit | classPart | classWeekday | classPeriod | classMonth | classSeason | classQuarterName, match: (*scan).matchLength}
}

func (s *scan) matchLength(i int, e *expr) int {
	end := s.lengthAt(i, e)
	if end > i && e.kind == lengthExpr && s.chronicle() && !s.isMark(end-1, '-') {
		after := s.eventBehind(end)
		e.byEvent = after > end
		end = after
	}
	return end
}

// lengthAt reads a length, or a date that lies a length away, at token i.
func (s *scan) lengthAt(i int, e *expr) int {
	if end := s.beforeAfter(i, e); end > 0 {
		return end
	}
	if end := s.periodOfTime(i, e); end > 0 {
		return end
	}
	if s.is(i, classLink) && !s.isLink(i, linkAt) && !s.isLink(i, linkGlue) || s.is(i, classEdge) && !s.isWord(i, "close") {
		if !s.isLink(i, linkAt) || s.tok(i+1).class&classApprox == 0 {
			if !s.isWord(i, "up") {
				return 0
			}
		}
	}
	if s.lastIsVerb(i) {
		return 0
	}
	if end := s.quartersOfHour(i, e); end > 0 {
		if after := s.shifted(end, e); e.kind == shiftExpr {
			return after
		}
		return end
	}
	if end := s.qualifiedUnits(i, e); end > 0 {
		return end
	}
	j := s.quantityEdge(i, e)
	edged := j > i
	// the last two years, the next few days, these four days, the first two hours, another seven months
	the := s.isThe(j)
	k := j
	if the || s.is(k, classDir) && s.tok(k).value != dirSame {
		if the {
			k++
		}
		for s.is(k, classDir) {
			e.dir = uint8(s.tok(k).value)
			k++
		}
		if s.isLink(i-1, linkIn) && s.isWord(k, "early") && s.isWord(k+1, "hours") {
			return 0 // in the early hours
		}
		if t := s.tok(k); the && k == j+1 && t.class&classEdge != 0 && (t.value == edgeEarly || t.value == edgeLate) && s.is(k+1, classUnit) && s.isPluralUnit(k+1) {
			e.mod = timex.Start // the early weeks
			if t.value == edgeLate {
				e.mod = timex.End
			}
			e.kind, e.unit, e.vague = lengthExpr, timex.Unit(s.tok(k+1).value), true
			return k + 2
		}
		if s.is(k, classOrdinal) && s.isWord(k, "first") || s.isWord(k, "final") || s.isWord(k, "opening") || s.isWord(k, "closing") {
			k++
		}
	} else if t := s.tok(k); t.class&classApprox != 0 && t.value == approxOnly && (s.isWord(k, "another") || s.isWord(k, "further")) {
		if s.isWord(k, "another") && s.is(k+1, classUnit) && !s.isPluralUnit(k+1) {
			e.n = 1
			e.unit = timex.Unit(s.tok(k + 1).value)
			e.kind = lengthExpr
			if e.unit <= timex.SecondUnit || e.unit == timex.DayUnit || e.unit == timex.QuarterUnit {
				return 0
			}
			return k + 2
		}
		k++
	}
	if k > j && s.is(k, classUnit) && s.isPluralUnit(k) {
		return s.barePlural(k, the, e)
	}
	if k > j && (s.isWord(k, "entire") || s.isWord(k, "whole") || s.isWord(k, "full")) && s.is(k+1, classUnit) && the {
		e.kind, e.n, e.unit = lengthExpr, 1, timex.Unit(s.tok(k+1).value)
		return k + 2
	}
	m := s.quantity(k, e)
	if m == 0 {
		if s.is(k, classUnit) && s.isPluralUnit(k) && (k == i || edged && e.mod == timex.NoMod) {
			return s.barePlural(k, false, e)
		}
		return 0
	}
	if (the || e.dir != 0) && s.isArticle(k) {
		return 0
	}
	if s.ageBefore(i) {
		return 0
	}
	return s.lengthUnit(k, m, e, edged, the)
}

// unmeasured are what a period of time is called whose length is left open.
var unmeasured = setOf("long", "short", "extended", "brief", "lengthy", "prolonged", "indefinite", "undetermined", "unspecified", "limited", "considerable")

// periodOfTime reads a length of no unit: an extended period of time. It is
// counted in days, as nothing else is said.
func (s *scan) periodOfTime(i int, e *expr) int {
	if !s.isArticle(i) || s.isThe(i) {
		return 0
	}
	j := i + 1
	if unmeasured[s.word(j)] {
		j++
	}
	if !s.isWord(j, "period") || !s.isLink(j+1, linkOf) || !s.isWord(j+2, "time") {
		return 0
	}
	e.kind, e.unit, e.vague = lengthExpr, timex.DayUnit, true
	return j + 3
}

// quartersOfHour reads a quarter of an hour, three quarters of an hour.
func (s *scan) quartersOfHour(i int, e *expr) int {
	j, n := i, 1
	switch {
	case s.isArticle(j) && !s.isThe(j):
		j++
	case s.isWord(j, "three"):
		n = 3
		if j++; s.isMark(j, '-') {
			j++
		}
	}
	if !s.isWord(j, "quarter") && !s.isWord(j, "quarters") || !s.isLink(j+1, linkOf) || !s.isArticle(j+2) || !s.isWord(j+3, "hour") {
		return 0
	}
	e.kind, e.n, e.unit = lengthExpr, 15*n, timex.MinuteUnit
	return j + 4
}

// lengthUnit reads the unit of the quantity tokens[k:m], and what follows it.
func (s *scan) lengthUnit(k, m int, e *expr, edged, the bool) int {
	hyphen := s.isMark(m, '-') && s.glued(m) && s.is(m+1, classUnit)
	if s.isMark(m, '-') && s.isLink(m+1, linkAnd) && s.is(m+5, classHalf) { // three-and-a-half
		e.half = true
		m += 6
		if s.isMark(m, '-') {
			m++
		}
	} else if s.isLink(m, linkAnd) && s.is(m+1, classArticle) && s.is(m+2, classHalf) { // two and a half years
		e.half = true
		m += 3
		if s.isMark(m, '-') {
			m++
		}
	} else if s.isLink(m, linkAnd) && s.is(m+1, classHalf) {
		e.half = true
		m += 2
	} else if s.isMark(m, '.') && s.isNumber(m+1, 1) && s.glued(m+1) { // 2.5 hours
		if e.half = s.tok(m+1).value == 5; !e.half {
			e.tenths = int(s.tok(m + 1).value)
		}
		if m += 2; s.isMark(m, '-') && s.glued(m) {
			hyphen = true
			m++
		}
	} else if hyphen {
		m++
	} else if s.glued(m) && s.word(m) == "½" { // 5½ hours
		e.half = true
		m++
	}
	t := s.tok(m)
	if t.class&classWeekday != 0 && e.n > 0 && !e.half && !hyphen {
		return s.weekdaysAgo(m, e)
	}
	if s.isWord(m, "h") && t.glued && !t.capital && s.tok(k).form == numberForm && !e.vague && !hyphen && !s.isLink(k-1, linkAt) && !(s.glued(m+1) && s.tok(m+1).form != markForm) { // 48h
		e.kind, e.unit = lengthExpr, timex.HourUnit
		return m + 1
	}
	if t.class&classUnit == 0 {
		if t.class&classPart != 0 && timex.Part(t.value) == timex.Night && !e.vague && (s.isWord(m, "nights") || s.isWord(m, "night")) && e.n > 1 {
			e.kind, e.unit = lengthExpr, timex.NightUnit
			if end := s.shifted(m+1, e); e.kind == shiftExpr {
				e.part = timex.Night // two nights later
				return end
			}
			return m + 1
		}
		return s.sharedUnit(k, m, e)
	}
	e.unit = timex.Unit(t.value)
	plural := s.isPluralUnit(m)
	single := e.n == 1 && !e.half && !e.vague
	switch {
	case e.unit == timex.DayUnit && !plural && !hyphen && t.glued && e.n > 1:
		return 0 // 2day
	case e.unit == timex.SecondUnit && (!plural || s.isWord(m, "sec") || single):
		return 0
	case e.unit == timex.QuarterUnit && (!plural && !hyphen || single || e.vague):
		return 0
	case !plural && !single && !hyphen && !e.half && e.n > 0 && !s.isHyphenless(m):
		return 0
	case e.n > 1 && s.isWord(m, "fortnights"), s.isWord(m, "fortnight"):
		e.n, e.unit = 2*e.n, timex.WeekUnit
	case !plural && e.vague && !s.isWord(k, "many"):
		return 0
	case e.unit == timex.WeekendUnit && single && !s.isWord(m+1, "long"):
		return 0
	case t.capital && !t.upper && (!s.tok(k).capital || s.mode == news && s.isWord(m+1, "war") && s.tok(m+1).capital):
		return 0 // the Thirty Years War
	}
	end := m + 1
	if s.mode == news && t.capital && s.isMark(end, '\'') && s.isWord(end+1, "war") && s.tok(end+1).capital {
		return 0
	}
	if hyphen && childWords[s.word(end)] || s.isLink(end, linkOf) && e.unit <= timex.HourUnit && recorded[s.word(end+1)] {
		return 0
	}
	if s.isOld(end) || s.isMark(end, '\'') && s.isOld(end+1) {
		return 0
	}
	if single && s.isArticle(k) && !s.isMark(end, '-') { // a day: three times a day, $5 a day
		if end := s.rate(k, end, e); end > 0 && !s.compares(end) {
			return end
		}
		if e.unit < timex.DayUnit && (s.tok(k-1).form == numberForm || s.isWord(k-1, "dollars") || s.isWord(k-1, "miles") || s.isWord(k-1, "kilometers") || s.isWord(k-1, "km")) {
			return 0 // 15 dollars an hour
		}
		if e.unit == timex.DayUnit && !edged && !s.is(end, classShift) && !s.isMark(end, '-') && !s.dayIsLength(k, end) {
			return 0
		}
	}
	if end := s.outOf(end, e); end > 0 {
		return end
	}
	if single && e.unit == timex.DayUnit && s.isWord(k, "one") && !edged && s.someDay(k, end) {
		if s.chronicle() {
			e.kind, e.everyDay = timeExpr, true
			return end
		}
		return 0
	}
	e.kind = lengthExpr
	end = s.andHalf(end, e)
	if (s.isMark(end, '-') || s.isLink(end, linkLong)) && s.isLink(end+b2i(s.isMark(end, '-')), linkLong) {
		if s.isArticle(k) && single {
			e.start = k + 1
			e.vague = plural
		}
		return end + 1 + b2i(s.isMark(end, '-'))
	}
	if s.isLink(end, linkOr) && s.isWord(end+1, "so") || s.isLink(end, linkOr) && s.isWord(end+1, "more") {
		if s.isWord(end+1, "so") {
			e.mod = timex.Approx
		} else {
			e.mod = timex.EqualOrMore
		}
		end += 2
	}
	if the && e.dir == 0 && !s.is(k-1, classOrdinal) && s.is(end, classShift) {
		return 0
	}
	if end := s.shifted(end, e); e.kind != lengthExpr {
		return end
	}
	if end, ok := s.monthsOfYear(k, end, e); ok && the {
		return end
	}
	if the && s.isLink(end, linkOf) && (s.is(k-1, classOrdinal) || e.dir == dirLast || s.isWord(k-1, "final")) {
		var month expr
		if after := s.dateBody(end+1, &month, 1); after > 0 && !month.hasDay && month.kind == dateExpr {
			return after // the last two weeks of February 1951
		}
	}
	if e.kind == lengthExpr && !edged && !the && e.dir == 0 && !e.vague && e.unit >= timex.DayUnit && s.isLink(k-1, linkIn) && s.endsNoun(end) && s.aheadIn(k, end) {
		e.kind, e.shift = shiftExpr, shiftHence // will close in three months
	}
	return end
}

// monthsOfYear reads three or six months, tokens[k:end], as the first or last
// quarter or half of a year: the first three months of 2011.
func (s *scan) monthsOfYear(k, end int, e *expr) (int, bool) {
	if e.unit != timex.MonthUnit || e.vague || e.half || e.n2 != 0 || e.n != 3 && e.n != 6 || !s.isLink(end, linkOf) || !s.partOfYear(end+1) {
		return 0, false
	}
	last := s.isWord(k-1, "last") || s.isWord(k-1, "final")
	if !last && !s.isWord(k-1, "first") && !s.isWord(k-1, "opening") {
		return 0, false
	}
	part := expr{start: e.start, kind: quarterExpr, sub: 1}
	if e.n == 6 {
		part.kind = halfExpr
	}
	if last {
		part.sub = 12 / e.n
	}
	after := s.yearOfPart(end, &part)
	if after == end {
		return 0, false
	}
	*e = part
	return after, true
}

// aheadIn reports whether the clause of the length tokens[k:end] looks ahead,
// so that "in three months" is a date.
func (s *scan) aheadIn(k, end int) bool {
	t := s.tenseAt(k, end)
	return t == english.Future || t == english.Would || t == english.Expected
}

// tenseAt returns the tense of the clause that tokens[k:end] stand in.
func (s *scan) tenseAt(k, end int) english.Tense {
	return english.ReadClause(s.text, s.sentence, timex.Span{Start: int(s.toks[k].start), End: int(s.toks[end-1].end)}).Tense
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// isHyphenless reports whether the singular unit at i follows a number without
// a hyphen where one is usual: "a 44 year career".
func (s *scan) isHyphenless(i int) bool {
	n := s.tok(i + 1)
	return s.is(i-1, classDigits|classCardinal) && (n.form == wordForm && n.class&(classLink|classShift) == 0 || s.isLink(i+1, linkLong) || n.mark == '-' && n.glued)
}

// dayIsLength reports whether "a day", tokens[k:end], is a length and no
// figure of speech.
func (s *scan) dayIsLength(k, end int) bool {
	return s.isLink(k-1, linkFor) || s.isLink(k-1, linkIn) || s.isLink(k-1, linkBy) && s.endsNoun(end) || s.isWord(k-1, "within") || s.isLink(end, linkOf) || s.isLink(end, linkLong) ||
		s.isWord(k-1, "than") || s.isWord(k-1, "just") || s.isWord(k-1, "only") || s.isWord(k-1, "lasted") || s.isWord(k-1, "took")
}

// someDay reports whether "one day", tokens[k:end], is a day that is not told
// and no length: will one day rise, one day soon, One day he left.
func (s *scan) someDay(k, end int) bool {
	switch s.word(k - 1) {
	case "will", "would", "may", "might", "could", "can", "should", "must", "and":
		return !s.is(end, classShift)
	}
	return s.isWord(end, "soon") || k == 0 && s.tok(end).form != 0 && s.tok(end).class&(classShift|classLink) == 0 && !s.isMark(end, '-')
}

// sharedUnit reads an amount whose unit stands with a later one: "two" of "two
// or three weeks", "10" of "10 to 15 minutes".
func (s *scan) sharedUnit(k, m int, e *expr) int {
	if s.isArticle(k) || e.vague || e.half {
		return 0
	}
	j := m
	switch {
	case s.isLink(j, linkOr), s.isLink(j, linkTo), s.isLink(j, linkAnd) && s.isLink(k-1, linkBetween), s.isMark(j, '-') && s.glued(j):
		j++
	default:
		return 0
	}
	n, end := s.cardinal(j)
	if end == 0 || n <= e.n {
		return 0
	}
	if s.isMark(end, '-') && s.glued(end) {
		end++
	}
	if !s.is(end, classUnit) || s.isOld(end+1) || !s.isPluralUnit(end) && !s.isMark(end-1, '-') {
		return 0
	}
	e.unit = timex.Unit(s.tok(end).value)
	if e.unit == timex.QuarterUnit {
		return 0
	}
	e.kind = lengthExpr
	return m
}

// recorded is what hours and minutes measure the amount of, and no time that passes.
var recorded = setOf("video", "videos", "footage", "audio", "music", "tape", "tapes", "recordings", "film", "material", "programming")

// childWords are nouns whose length of time is an age: an 11-month daughter.
var childWords = setOf("daughter", "son", "baby", "girl", "boy", "infant", "child", "toddler", "puppy")

// ageBefore reports whether the number at i is an age: aged 27 years, at the age of.
func (s *scan) ageBefore(i int) bool {
	return s.isWord(i-1, "aged") || s.isWord(i-1, "age") || s.isLink(i-1, linkOf) && s.isWord(i-2, "age") || s.isWord(i-1, "ages")
}
