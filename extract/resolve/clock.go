package resolve

import "dateline/extract/timex"

// clockFamily finds times of day by the clock, with the day where one stands
// with them: 5 p.m., 17:30 GMT on Tuesday, noon, 0600 UTC, half past nine.
func clockFamily() *family {
	return &family{name: "clock", lead: classDigits | classApprox | classCardinal | classPart | classArticle | classHalf,
		need: classDigits | classMeridiem | classPart | classZone | classHalf, match: (*scan).matchClock}
}

func (s *scan) matchClock(i int, e *expr) int {
	j := i
	if t := s.tok(j); t.class&classApprox != 0 {
		switch t.value {
		case approxAbout:
			e.mod = timex.Approx
			j++
		case approxLess:
			if !s.isWord(j, "nearly") && !s.isWord(j, "almost") {
				return 0
			}
			e.mod = timex.LessThan
			j++
		case approxExact, approxOnly:
			j++
			if j == i+1 && !s.is(j, classDigits) {
				return 0
			}
		default:
			return 0
		}
	}
	end := s.minutesPast(j, e)
	if end == 0 {
		end = s.clockAt(j, e)
	}
	if end == 0 {
		end = s.hourAlone(j, e)
	}
	if end == 0 {
		return 0
	}
	e.kind = timeExpr
	if after := s.dayOfClock(end, e); after > end || e.kind != timeExpr {
		return after
	}
	s.dayOfRange(end, e)
	return end
}

// dayOfRange gives the time by the clock e, which ends before token i, the day
// that stands with the second time of its range: from 9am to 1pm on Tuesday.
func (s *scan) dayOfRange(i int, e *expr) {
	if !s.isLink(i, linkTo) && !s.isLink(i, linkUntil) && !(s.isMark(i, '-') && s.glued(i)) {
		return
	}
	second := expr{start: i + 1}
	end := s.clockAt(i+1, &second)
	if end == 0 || !second.hasClock || s.dayOfClock(end, &second) == end || second.kind == timeExpr || second.kind == holidayExpr ||
		second.hour*60+second.minute <= e.hour*60+e.minute {
		return
	}
	day := second
	day.start, day.end, day.mod = e.start, e.end, e.mod
	day.hour, day.minute, day.second, day.clockDigits = e.hour, e.minute, e.second, e.clockDigits
	day.zone, day.zoneKind, day.pmGuess, day.meridiemSaid = e.zone, e.zoneKind, e.pmGuess, e.meridiemSaid
	*e = day
}

// clockAt reads a time of day by the clock.
func (s *scan) clockAt(i int, e *expr) int {
	t := s.tok(i)
	switch {
	case t.class&classPart != 0:
		switch {
		case s.isWord(i, "noon"), s.isWord(i, "midday"):
			return s.zoneAt(i+1, e, 12, 0, 0, 2)
		case s.isWord(i, "midnight"):
			return s.zoneAt(i+1, e, 0, 0, 0, 2)
		}
		return 0
	case t.class&classHalf != 0 && s.is(i+1, classCardinal):
		return s.halfHour(i, e)
	case t.class&classHalf != 0 && s.isWord(i+1, "past"), s.isArticle(i) && s.isWord(i+1, "quarter"), s.isWord(i, "quarter"):
		return s.pastHour(i, e)
	case t.class&classCardinal != 0:
		if t.value < 1 || t.value > 12 {
			return 0
		}
		if end := s.hourOfPart(i+1, int(t.value), e); end > 0 {
			return end
		}
		if s.hourOfDayPart(i) {
			e.pmGuess = true
			return s.zoneAt(i+1, e, int(t.value), 0, 0, 2)
		}
		if s.is(i+1, classMeridiem) && (s.tok(i+1).value == 3 || s.endsNoun(i+2) || s.is(i+2, classDay|classWeekday|classZone)) {
			return s.meridiem(i+1, e, int(t.value), 0, 0, 2)
		}
		return 0
	case t.form != numberForm || t.comma || t.glued && i > 0 && !s.isMark(i-1, '(') && !s.isMark(i-1, '-') && !s.isMark(i-1, '"') && !s.isMark(i-1, '[') && !s.isTimeT(i-1):
		return 0
	}
	hour := int(t.value)
	m := s.tok(i + 1)
	// 17:30, 7:37 p.m., 9.30am
	if m.form == markForm && m.glued && (m.mark == ':' || m.mark == '.') && s.tok(i+2).form == numberForm && s.glued(i+2) && s.tok(i+2).digits == 2 && t.digits <= 2 {
		minute, second, digits, end := int(s.tok(i+2).value), 0, 2, i+3
		if s.isMark(end, m.mark) && s.glued(end) && s.isNumber(end+1, 2) && s.tok(end+1).digits == 2 && s.glued(end+1) && s.tok(end+1).value < 60 {
			second, digits, end = int(s.tok(end+1).value), 3, end+2
		}
		if minute > 59 || hour > 24 || s.isMark(i-1, ':') {
			return 0
		}
		if s.is(end, classMeridiem) && s.tok(end).value < 3 && hour <= 12 && hour > 0 {
			return s.meridiem(end, e, hour, minute, second, digits)
		}
		if m.mark == '.' && !s.partFollows(end) && !s.is(end, classZone) && !s.isWord(end, "hours") && !s.isWord(end, "hrs") && !s.isWord(end, "local") {
			return 0
		}
		if n := s.tok(end); n.glued && (n.form == numberForm || n.form == wordForm && !s.is(end, classZone) && !s.isWord(end, "h") && !s.isWord(end, "hrs") && !s.isWord(end, "z") || n.mark == '%' || n.mark == ':' && s.glued(end+1) || n.mark == '.' && s.tok(end+1).form == numberForm && s.glued(end+1)) {
			return 0
		}
		if hour == 24 {
			hour = 0
		}
		if m.mark == ':' && !s.plausibleClock(i, end, t.digits) {
			return 0
		}
		if s.isWord(end, "hours") || s.isWord(end, "hrs") || s.isWord(end, "hr") || s.isWord(end, "h") {
			end++
		} else if t.digits == 1 {
			e.halfOpen = true
		}
		return s.zoneAt(end, e, hour, minute, second, digits)
	}
	// 5 p.m., 9 o'clock
	if n := s.tok(i + 1); n.class&classMeridiem != 0 && t.digits <= 2 && hour >= 1 && hour <= 12 {
		if s.isWord(i+1, "am") && !n.upper && !n.glued && s.is(i+2, classArticle) {
			return 0
		}
		return s.meridiem(i+1, e, hour, 0, 0, 2)
	}
	if t.digits <= 2 && hour >= 1 && hour <= 12 && s.hourOfDayPart(i) {
		e.pmGuess = true
		return s.zoneAt(i+1, e, hour, 0, 0, 2)
	}
	if t.digits <= 2 && hour >= 1 && hour <= 12 {
		if end := s.hourOfPart(i+1, hour, e); end > 0 {
			return end
		}
	}
	// 0600 UTC, 1800 hours
	if t.digits == 4 && hour < 2400 && hour%100 < 60 {
		end := i + 1
		switch {
		case s.isWord(end, "hours") || s.isWord(end, "hrs"):
			if s.isWord(i-1, "than") || hour%100 != 0 && hour%5 != 0 && !s.isLink(i-1, linkAt) {
				return 0
			}
			end++
		case s.is(end, classZone) && s.tok(end).upper, s.isWord(end, "local") && s.isWord(end+1, "time"), s.tok(end).capital && s.isWord(end+1, "time") && !s.isWord(end+2, "zone"), s.isWord(end, "h") && s.glued(end), s.isWord(end, "z") && s.glued(end):
			if s.isWord(end, "h") {
				end++
			}
		case s.fourDigits(i):
		default:
			return 0
		}
		return s.zoneAt(end, e, hour/100, hour%100, 0, 2)
	}
	// 9 to 11 a.m.: the half of the day stands with the second
	if t.digits <= 2 && hour >= 1 && hour <= 12 {
		k := i + 1
		if s.isMark(k, '-') && s.glued(k) || s.isLink(k, linkTo) || s.isLink(k, linkAnd) && s.isLink(i-1, linkBetween) || s.isLink(k, linkOr) {
			k++
			var next expr
			if s.tok(k).form == numberForm && s.tok(k).digits <= 2 && (s.is(k+1, classMeridiem) || s.isMark(k+1, ':') || s.isMark(k+1, '.')) && s.clockAt(k, &next) > 0 && next.hasClock && next.meridiemSaid {
				e.hasClock, e.hour, e.minute, e.clockDigits = true, hour%12, 0, 2
				if next.hour >= 12 && hour%12 <= next.hour-12 {
					e.hour += 12
				}
				e.zone, e.zoneKind = next.zone, next.zoneKind
				return i + 1
			}
		}
	}
	return 0
}

// partFollows reports whether a day and its part stand at i, so that the
// number before them is a time by the clock: 7.10 yesterday morning.
func (s *scan) partFollows(i int) bool {
	if s.isWord(i, "tonight") || s.isWord(i, "today") || s.isWord(i, "tomorrow") || s.isWord(i, "yesterday") {
		return true // 22.00 tonight
	}
	if s.isLink(i, linkOn) {
		if i++; s.isThe(i) && s.is(i+1, classDigits) && s.is(i+2, classSuffix) && s.glued(i+2) && s.endsNoun(i+3) {
			return true // 17.00 on the 29th
		}
	}
	return s.is(i, classDay|classWeekday) && s.is(i+1, classPart) || s.isThe(i) && s.is(i+1, classPart) && s.isLink(i+2, linkOf)
}

// fourDigits reports whether the four digits at i are a time by the clock
// though no zone stands with them: 0600 on Tuesday, from 0700 on Sunday to 2200.
func (s *scan) fourDigits(i int) bool {
	if s.isLink(i-1, linkTo) && s.hasLast && s.last.hasClock && s.last.end == i-1 && s.text[s.tok(s.last.start).start] == '0' {
		return s.endsNoun(i + 1)
	}
	if s.text[s.tok(i).start] != '0' {
		return false
	}
	j := i + 1
	if s.isLink(j, linkOn) {
		j++
	}
	return s.is(j, classDay|classWeekday) && (s.is(i-1, classLink|classShift|classApprox) || i == 0)
}

// hourOfPart reads the part of the day behind an hour: four in the afternoon.
func (s *scan) hourOfPart(i, hour int, e *expr) int {
	if !s.isLink(i, linkIn) || !s.isThe(i+1) || !s.is(i+2, classPart) || !s.isLink(i-2, linkAt) && !s.isLink(i-2, linkFrom) && !s.isLink(i-2, linkTo) && !s.isLink(i-2, linkUntil) && !s.isLink(i-2, linkBy) {
		return 0
	}
	hour %= 12
	switch timex.Part(s.tok(i + 2).value) {
	case timex.Morning:
	case timex.Afternoon, timex.Evening:
		hour += 12
	default:
		return 0
	}
	e.meridiemSaid = true
	return s.zoneAt(i+3, e, hour, 0, 0, 2)
}

// isTimeT reports whether token i is the T of 2021-12-05T18:30.
func (s *scan) isTimeT(i int) bool { return s.isWord(i, "t") && s.glued(i) }

// plausibleClock reports whether h:mm, tokens[i:end], is a time and no score,
// ratio, running time or verse.
func (s *scan) plausibleClock(i, end int, digits uint8) bool {
	n := s.tok(end)
	if s.isTimeT(i-1) || n.class&classZone != 0 && n.upper || n.class&(classDay|classWeekday|classPart) != 0 {
		return true
	}
	p := s.tok(i - 1)
	switch {
	case p.class&classLink != 0 && (p.value == linkAt || p.value == linkFrom || p.value == linkBy || p.value == linkUntil || p.value == linkTo || p.value == linkBetween || p.value == linkAnd):
		return !s.isWord(i-2, "ratio")
	case p.class&(classApprox|classDay|classWeekday|classPart|classYearDigits) != 0, s.isWord(i-1, "before"), s.isWord(i-1, "after"), s.isWord(i-1, "since"):
		return true
	case s.isWord(end, "local"), s.isWord(end, "hours"), s.isWord(end, "hrs"), s.isWord(end, "hr"), s.isWord(end, "h"):
		return true
	}
	switch s.word(i - 1) {
	case "in", "won", "lost", "beat", "time", "of", "drew", "v", "Psalm", "John", "Luke", "Mark", "Matthew", "Genesis":
		return false
	}
	if i == 0 && n.form == wordForm && !n.glued && (n.capital || digits == 2) {
		return true // a line of a log
	}
	return digits == 2 && (p.form != wordForm || p.class != 0)
}

// meridiem reads a.m., p.m. or o'clock at i.
func (s *scan) meridiem(i int, e *expr, hour, minute, second, digits int) int {
	switch s.tok(i).value {
	case 1:
		hour %= 12
		e.meridiemSaid = true
	case 2:
		hour = hour%12 + 12
		e.meridiemSaid = true
	case 3:
		e.pmGuess = true
		if hour <= 6 && s.byAfternoon(i-2) {
			hour += 12
		}
	}
	i++
	if s.isMark(i, '.') && s.glued(i) && s.tok(i-1).end-s.tok(i-1).start == 3 {
		i++
	}
	return s.zoneAt(i, e, hour, minute, second, digits)
}

// zoneAt finishes a time of day with its zone: GMT, Eastern time, local time.
func (s *scan) zoneAt(i int, e *expr, hour, minute, second, digits int) int {
	e.hasClock, e.hour, e.minute, e.second, e.clockDigits = true, hour, minute, second, digits
	j := i
	if s.isMark(j, ',') && s.isWord(j+1, "local") {
		j++
	}
	t := s.tok(j)
	switch {
	case t.class&classZone != 0 && t.upper:
		e.zoneKind, e.zone = zoneOffset, int(t.value)
		if t.value == 0 {
			e.zoneKind = zoneUTC
			if n := s.tok(j + 2); (s.isMark(j+1, '+') || s.isMark(j+1, '-')) && s.glued(j+1) && n.form == numberForm && n.glued {
				e.zoneKind, e.zone = zoneOffset, int(n.value)*60
				if n.digits == 4 {
					e.zone = int(n.value)/100*60 + int(n.value)%100
				}
				if s.isMark(j+1, '-') {
					e.zone = -e.zone
				}
				return j + 3
			}
		}
		return j + 1
	case s.isWord(j, "z") && t.glued && t.capital:
		e.zoneKind = zoneUTC
		return j + 1
	case s.isWord(j, "local") && s.isWord(j+1, "time"):
		e.zoneKind = zoneLocal
		return j + 2
	case s.isWord(j, "local") && !t.capital && s.tok(j+1).form != wordForm && !s.isMark(j+1, '-'):
		e.zoneKind = zoneLocal // at 11.20 local
		return j + 1
	case t.class&classLink != 0 && t.value == linkLocal || s.isWord(j, "us") || s.isWord(j, "greenwich"):
		k := j
		for k < j+5 && (s.isLink(k, linkLocal) || s.isWord(k, "us") || s.isWord(k, "greenwich") || s.isWord(k, "mean")) {
			k++
		}
		if s.isWord(k, "time") {
			e.zoneKind = zoneLocal
			return k + 1
		}
		if s.isWord(j, "eastern") && t.capital {
			return j + 1
		}
	case t.form == wordForm && t.capital && s.isWord(j+1, "time") && !s.glued(j+1) && t.class == 0:
		e.zoneKind = zoneLocal // 9 a.m. Moscow time
		return j + 2
	}
	return i
}
