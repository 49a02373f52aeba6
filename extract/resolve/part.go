package resolve

import "dateline/extract/timex"

// partFamily finds parts of the day that stand by themselves or before their
// day: the evening, the night of 3 March, in the morning, overnight.
func partFamily() *family {
	return &family{name: "part", lead: classPart | classArticle | classEdge | classApprox, need: classPart | classUnit, match: (*scan).matchPart}
}

func (s *scan) matchPart(i int, e *expr) int {
	j := s.edge(i, e)
	edged := j > i
	the := s.isThe(j)
	if the {
		j++
		for t := s.tok(j); t.class&classEdge != 0 && t.value <= edgeLate; t = s.tok(j) {
			e.mod = [...]timex.Mod{edgeEarly: timex.Start, edgeMid: timex.Mid, edgeLate: timex.End}[t.value]
			j++
			if s.isMark(j, '-') {
				j++
			}
		}
	} else if s.isArticle(j) {
		return 0
	}
	if end := s.smallHours(i, e); end > 0 {
		return end
	}
	t := s.tok(j)
	if t.class&classPart == 0 || s.isWord(j, "noon") || s.isWord(j, "midnight") || s.isWord(j, "midday") {
		return 0
	}
	if t.capital && (s.tok(j+1).capital && s.tok(j+1).class&(classMonth|classWeekday|classDay|classMeridiem) == 0 && !t.upper || !s.is(j-1, classPart) && j > 0 && s.tok(j-1).capital && s.tok(j-1).class == 0) {
		return 0
	}
	e.kind, e.part = timeExpr, timex.Part(t.value)
	plural := s.text[t.end-1] == 's' && t.end-t.start > 4
	k := j + 1
	if s.isWord(k, "hours") {
		k++
	}
	if s.isLink(k, linkOf) {
		d := k + 1
		if end := s.dayDate(d, e); end > 0 && e.hasDay {
			if after := s.nextMorning(end, e); after > end {
				return after
			}
			return s.trailingClock(end, e)
		}
		if s.isThe(d) && s.is(d+1, classDigits) && s.is(d+2, classSuffix) && s.glued(d+2) && (s.endsNoun(d+3) || s.tok(d+3).capital && !s.tok(d+4).capital) { // the afternoon of the 5th
			if day, end := s.dayNumber(d + 1); day > 0 {
				e.kind, e.day, e.hasDay = dateExpr, day, true
				return end
			}
		}
		if s.isThe(d) && s.is(d+1, classDir) {
			d++
		}
		for s.is(d, classDir) {
			e.dir = uint8(s.tok(d).value)
			d++
		}
		if s.is(d, classWeekday) {
			e.kind, e.weekday = weekdayExpr, timex.Weekday(s.tok(d).value)
			return d + 1
		}
		if s.is(d, classDay) {
			e.kind, e.deictic = deicticExpr, uint8(s.tok(d).value)
			return d + 1
		}
		if e.dir != 0 && s.isWord(d, "day") {
			e.kind, e.unit = unitExpr, timex.DayUnit
			return d + 1
		}
		if h, end := s.holidayAt(d); h != nil {
			e.kind, e.holiday = holidayExpr, h
			return end
		}
		e.kind, e.dir = timeExpr, 0
	}
	if end := s.partOn(j, k, e); end > 0 {
		return end
	}
	if n := s.tok(k); n.glued && n.form == wordForm || s.isMark(k, '-') && s.glued(k) && s.tok(k+1).form == wordForm {
		return 0
	}
	if s.isWord(j, "daytime") && !the {
		e.kind, e.everyDay = timeExpr, true
		return k
	}
	switch {
	case plural:
		return 0
	case s.isWord(j, "overnight"):
		return s.overnight(j)
	case the, edged && e.mod != timex.Approx:
		if the && !edged && s.tok(k).form == wordForm && !s.endsNoun(k) && s.tok(k).class&(classShift|classLink|classDir|classVague|classCardinal|classApprox) == 0 {
			return 0 // the morning session
		}
		return k
	case s.isLink(j-1, linkBy) || s.isWord(j-1, "before") || s.isLink(j-1, linkUntil) || s.isWord(j-1, "after"), s.isLink(j-1, linkAt) && e.part != timex.Daytime:
		if s.isLink(j-1, linkBy) || s.isWord(j-1, "before") || s.isWord(j-1, "after") {
			if !s.endsNoun(k) || e.part == timex.Night && !s.isWord(j, "nightfall") {
				return 0
			}
		}
		return k
	}
	return 0
}

// nextMorning reads the second day of a night, whose first, e, ends before
// token i: the night of 3–4 March, the night of 30 June/1 July 1916.
func (s *scan) nextMorning(i int, e *expr) int {
	if e.part != timex.Night && e.part != timex.NoPart || !s.isMark(i, '-') && !s.isMark(i, '/') {
		return 0
	}
	var next expr
	day, end := s.dayNumber(i + 1)
	if after := s.dayDate(i+1, &next); after > 0 && next.hasDay {
		day, end = next.day, after
	}
	if day != e.day+1 && day != 1 || day == 1 && e.day < 28 {
		return 0
	}
	if next.hasYear && !e.hasYear {
		e.hasYear, e.year = true, next.year
	}
	return end
}

// smallHours reads the early hours of a day, which are its morning: the small
// hours of Sunday, 6 April.
func (s *scan) smallHours(i int, e *expr) int {
	if !s.isThe(i) || !s.isWord(i+1, "early") && !s.isWord(i+1, "small") || !s.isWord(i+2, "hours") {
		return 0
	}
	if !s.isLink(i+3, linkOf) {
		if !s.isLink(i-1, linkIn) && !s.isLink(i-1, linkUntil) || !s.endsNoun(i+3) {
			return 0
		}
		e.kind, e.part, e.mod = timeExpr, timex.Morning, timex.NoMod
		return i + 3
	}
	day := expr{start: e.start}
	end := s.dayDate(i+4, &day)
	switch {
	case end > 0 && day.hasDay:
	case s.is(i+4, classWeekday) && s.isFullWeekday(i+4) && !s.isPlural(i+4):
		day = expr{start: e.start, kind: weekdayExpr, weekday: timex.Weekday(s.tok(i + 4).value)}
		end = i + 5
	case s.isWord(i+4, "yesterday"), s.isWord(i+4, "today"):
		day = expr{start: e.start, kind: deicticExpr, deictic: uint8(s.tok(i + 4).value)}
		end = i + 5
	default:
		return 0
	}
	*e = day
	e.part = timex.Morning
	return end
}

// partOn reads the day that the part at token j hangs on: dawn on Monday,
// nightfall on 3 May. A part with an article, and one like "night", stand by themselves.
func (s *scan) partOn(j, k int, e *expr) int {
	if !s.isLink(k, linkOn) || s.isThe(j-1) || s.isArticle(j-1) {
		return 0
	}
	switch s.text[s.tok(j).start:s.tok(j).end] {
	case "dawn", "daybreak", "sunrise", "sunup", "dusk", "sunset", "nightfall":
	case "morning", "afternoon":
		if e.mod != timex.Mid {
			return 0
		}
	default:
		return 0
	}
	day, part, mod := expr{start: e.start}, e.part, e.mod
	end := s.dayDate(k+1, &day)
	if end == 0 || !day.hasDay {
		if !s.is(k+1, classWeekday) || !s.isFullWeekday(k+1) || s.isPlural(k+1) || s.inTitle(k+1, k+2) {
			return 0
		}
		day = expr{start: e.start, kind: weekdayExpr, weekday: timex.Weekday(s.tok(k + 1).value)}
		end = k + 2
	}
	*e = day
	e.part, e.mod = part, mod
	return end
}

// overnight decides whether "overnight" at j says when something happened.
func (s *scan) overnight(j int) int {
	n := s.tok(j + 1)
	if s.isArticle(j-1) || n.form == wordForm && !s.endsNoun(j+1) && n.class == 0 && !s.tok(j-1).capital && s.is(j-1, classLink) {
		return 0 // an overnight stay
	}
	return j + 1
}
