package resolve

import "dateline/extract/timex"

// What joins a day and a time of it: Tuesday evening, Tuesday at 5 p.m., 5 p.m. on Tuesday.

// trailingTime reads the part of the day or the time by the clock that
// stands behind a day: Tuesday evening, Tuesday at 5 p.m.
func (s *scan) trailingTime(i int, e *expr) int {
	j := i
	if s.is(j, classPart) && e.part == timex.NoPart && !s.isWord(j, "overnight") {
		if s.text[s.tok(j).end-1] != 's' {
			switch {
			case s.isWord(j, "noon"), s.isWord(j, "midday"), s.isWord(j, "midnight"):
				return s.clockAt(j, e)
			}
			e.part = timex.Part(s.tok(j).value)
			j++
			if s.isMark(j, ',') && s.isWord(j+1, "local") && s.isWord(j+2, "time") {
				return j + 3
			}
			if s.isWord(j, "local") && s.isWord(j+1, "time") {
				return j + 2
			}
		}
	} else if s.isLink(j, linkIn) && s.isThe(j+1) && s.is(j+2, classPart) && e.part == timex.NoPart && (e.hasDay || e.kind == weekdayExpr) {
		e.part = timex.Part(s.tok(j + 2).value)
		return j + 3
	} else if s.isWord(j, "local") && s.isWord(j+1, "time") {
		return j + 2
	}
	if e.kind == dateExpr && !e.hasDay {
		return j
	}
	return s.trailingClock(j, e)
}

// trailingClock reads the time by the clock behind a day or a part of one.
func (s *scan) trailingClock(i int, e *expr) int {
	j := i
	if s.isMark(j, ',') {
		j++
	}
	mod := e.mod
	at := false
	if s.isLink(j, linkAt) {
		at = true
		j++
	}
	if t := s.tok(j); t.class&classApprox != 0 && t.value == approxAbout {
		mod = timex.Approx
		at = true
		j++
	}
	t := s.tok(j)
	if t.form != numberForm && t.class&(classCardinal|classPart|classHalf) == 0 || t.glued || t.class&classPart != 0 && !at {
		if t.form != numberForm || !s.isTimeT(j-1) {
			if !(s.isTimeT(j) && s.tok(j+1).form == numberForm && s.glued(j+1)) {
				return i
			}
			j++
		}
	}
	if end := s.clockAt(j, e); end > 0 {
		e.part = timex.NoPart
		e.mod = mod
		return end
	}
	return i
}

// dayOfClock reads the day behind a time by the clock: 5 p.m. Friday, 5 p.m.
// on Tuesday, 9 a.m. this morning.
func (s *scan) dayOfClock(i int, e *expr) int {
	j := i
	if s.isMark(j, ',') {
		j++
	}
	if s.isLink(j, linkAt) && s.isWord(j+1, "night") && s.endsNoun(j+2) && !e.meridiemSaid && e.hour >= 6 && e.hour < 12 {
		e.hour, e.meridiemSaid, e.pmGuess = e.hour+12, true, false // 10:30 at night
		return j + 2
	}
	on := s.isLink(j, linkOn)
	if on {
		j++
	}
	clock := *e
	s.aside = expr{}
	d := &s.aside
	end := 0
	said := timex.NoPart // of the day
	switch {
	case s.isThe(j) && s.is(j+1, classPart) && s.isLink(j+2, linkOf): // on the evening of 4 May
		day := expr{start: j}
		if end = s.matchPart(j, &day); end <= j+2 || day.kind == timeExpr {
			return i
		}
		s.aside = day
		said, d.part = d.part, timex.NoPart
	case s.isThe(j) && (s.isWord(j+1, "next") || s.isWord(j+1, "following")) && (s.isWord(j+2, "day") || s.is(j+2, classPart) && s.text[s.tok(j+2).end-1] != 's') && !on: // 8 o'clock the next morning
		d.kind, d.unit, d.dir = unitExpr, timex.DayUnit, dirFollowing
		if s.is(j+2, classPart) {
			said = timex.Part(s.tok(j + 2).value)
		}
		end = j + 3
	case s.startsHoliday(j):
		d.kind = holidayExpr
		d.holiday, end = s.holidayAt(j)
	case s.is(j, classDay) && !on:
		d.kind, d.deictic = deicticExpr, uint8(s.tok(j).value)
		if end = j + 1; s.is(end, classPart) {
			said = timex.Part(s.tok(end).value)
			end++
		} else if d.deictic == deicticTonight && clock.hour >= 5 {
			said = timex.Night
		} else if d.deictic == deicticTonight && !clock.pmGuess {
			d.dayStep = 1 // midnight tonight
		}
		// 9.99am today, 9 September: the day is said twice
		if s.isMark(end, ',') {
			var twice expr
			if e := s.dayDate(end+1, &twice); e > 0 && twice.hasDay {
				*d, end = twice, e
			}
		}
	case s.is(j, classDir) && s.is(j+1, classPart) && !on:
		d.kind, d.unit, d.dir = unitExpr, timex.DayUnit, uint8(s.tok(j).value)
		if d.dir == dirLast {
			d.part = timex.Night
		} else {
			said = timex.Part(s.tok(j + 1).value)
		}
		end = j + 2
	case s.isLink(j, linkIn) && s.isThe(j+1) && s.is(j+2, classPart) && e.meridiemSaid:
		return j + 3
	case s.isLink(j, linkIn) && s.isThe(j+1) && s.is(j+2, classPart) && e.pmGuess && e.hour <= 12: // 3 o'clock in the morning
		switch timex.Part(s.tok(j + 2).value) {
		case timex.Morning:
			e.hour %= 12
		case timex.Afternoon, timex.Evening:
			e.hour = e.hour%12 + 12
		default:
			return i
		}
		e.pmGuess, e.meridiemSaid = false, true
		return j + 3
	case s.is(j, classDigits|classMonth|classWeekday|classArticle|classOrdinal):
		if !on && s.isMark(j-1, ',') && !s.is(j, classWeekday|classMonth) {
			return i
		}
		end = s.dayDate(j, d)
		if end == 0 || !d.hasDay {
			*d = expr{}
			end = 0
			if s.is(j, classWeekday) && s.isName(j) && !s.isPlural(j) {
				d.kind, d.weekday = weekdayExpr, timex.Weekday(s.tok(j).value)
				if end = j + 1; s.is(end, classPart) {
					said = timex.Part(s.tok(end).value)
					end++
				}
				// 11.15 on Sunday morning, 3 September 1939
				if s.isMark(end, ',') && said != timex.NoPart {
					twice := expr{start: d.start}
					if after := s.dateBody(end+1, &twice, 0); after > 0 && twice.hasDay && twice.hasMonth {
						twice.weekday = d.weekday
						*d, end = twice, after
					}
				}
			}
		}
	}
	if end == 0 {
		return i
	}
	if said != timex.NoPart && !clock.meridiemSaid && clock.hour <= 12 {
		if afternoon := said == timex.Afternoon || said == timex.Evening || said == timex.Night && clock.hour >= 6; afternoon && clock.hour < 12 {
			clock.hour += 12
		}
		clock.pmGuess, clock.meridiemSaid = false, true
	}
	d.start, d.hasClock, d.hour, d.minute, d.second, d.clockDigits = clock.start, true, clock.hour, clock.minute, clock.second, clock.clockDigits
	d.zone, d.zoneKind, d.mod, d.pmGuess, d.meridiemSaid = clock.zone, clock.zoneKind, clock.mod, clock.pmGuess, clock.meridiemSaid
	if d.part == timex.Night && d.dir == dirLast && d.hour < 12 {
		d.part = timex.NoPart
	}
	*e = *d
	return end
}
