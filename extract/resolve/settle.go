package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// resolve works out the value of e and puts it, with the reasons, into s.result.
func (s *scan) resolve(e *expr) {
	e.start -= e.before
	s.result = Timex{Span: s.spanOf(e), Type: timex.Date, Mod: e.mod, Anchor: NoAnchor, Confidence: timex.Explicit, Rule: s.bestFamily.name}
	s.result.source = s.source
	v := s.valueOf(e)
	if v.IsZero() {
		s.result.Value = v
		return
	}
	if e.hasClock {
		s.halfOfDay(e)
		if e.pmGuess {
			s.result.Confidence = timex.Ambiguous
			s.otherwise(v.WithClock((e.hour+12)%24, e.minute, 0, 2), whyOtherHalf)
		}
		v = v.WithClock(e.hour, e.minute, e.second, e.clockDigits)
		switch e.zoneKind {
		case zoneUTC:
			v = v.WithUTC()
		case zoneOffset:
			v = v.WithZone(e.zone)
		}
		s.result.Type = timex.Time
	} else if e.part != timex.NoPart {
		v = v.WithPart(e.part)
		if e.kind != setExpr {
			s.result.Type = timex.Time
		}
	}
	s.result.spelled = e.hasYear || s.result.Anchor >= 0 && s.out[s.result.Anchor].spelled
	s.result.Value = v
	if s.result.why != whySpoken {
		s.note(v, e, len(s.out), s.result.End)
	}
}

// valueOf works out the day, month or whatever e names, without its time of day.
func (s *scan) valueOf(e *expr) timex.Value {
	v := s.wholeValue(e)
	switch d, ok := v.Day(); {
	case e.placed != 0:
		return placedWeekday(v, e)
	case ok && e.weekend:
		return timex.WeekendValue((d).ISOWeek())
	case ok && e.week != 0:
		return timex.WeekValue((d + timex.Day(7*int(e.week))).ISOWeek())
	}
	return v
}

// wholeValue is valueOf, for a weekday in a month that month.
func (s *scan) wholeValue(e *expr) timex.Value {
	switch e.kind {
	case dateExpr:
		return s.dateValue(e)
	case weekdayExpr:
		return s.weekdayValue(e)
	case deicticExpr:
		return s.deicticValue(e)
	case unitExpr:
		return s.unitValue(e)
	case shiftExpr:
		return s.shiftValue(e)
	case lengthExpr:
		s.result.Type = timex.Duration
		s.because(whyLength)
		if e.byEvent {
			s.result.Confidence = timex.Inferred
		}
		return e.length()
	case setExpr:
		return s.setValue(e)
	case monthWeekExpr:
		return s.monthWeekValue(e)
	case seasonExpr:
		return s.seasonValue(e)
	case quarterExpr, halfExpr:
		return s.quarterValue(e)
	case fiscalExpr:
		return s.fiscalValue(e)
	case decadeExpr, centuryExpr:
		return s.decadeValue(e)
	case holidayExpr:
		return s.holidayValue(e)
	case refExpr:
		s.because(whyVague)
		return timex.RefValue(e.ref)
	case timeRefExpr:
		s.anchorAt(s.focus.index)
		s.result.Confidence = timex.Guess
		s.because(whyDayInFocus)
		return s.focus.value
	case timeExpr:
		return s.timeValue(e)
	case apposedExpr:
		return s.apposedValue()
	case newYearExpr:
		return s.newYearValue(e)
	}
	return timex.Value{}
}

// deicticValue resolves yesterday, today and tomorrow: from publication, or
// from the time of speaking in a quotation.
func (s *scan) deicticValue(e *expr) timex.Value {
	if !s.dct.Known {
		s.because(whyNoDCT)
		return timex.RefValue(timex.PresentRef)
	}
	if e.deictic == deicticToday && s.isLink(e.start-1, linkOf) && !s.isMark(e.end, '\'') && !s.is(e.start-2, classPart|classShift) && !s.isWord(e.start-2, "as") && e.part == timex.NoPart && !e.hasClock {
		s.because(whyVague) // the women of today
		return timex.RefValue(timex.PresentRef)
	}
	base := s.dct.Day
	s.result.Anchor = DCTAnchor
	s.because(whyDeictic)
	if s.mode == narrative {
		s.result.Confidence = timex.Inferred
	}
	if d, i, ok := s.spokenOn(e); ok {
		base = d
		s.anchorAt(i)
		s.result.Confidence = timex.Inferred
		s.setRule(ruleQuoted)
		s.because(whySpoken)
		s.otherwise(timex.DayValue(s.dct.Day+deicticOffset(e)), whyDeictic)
	}
	return timex.DayValue(base + deicticOffset(e))
}

func deicticOffset(e *expr) timex.Day {
	switch e.deictic {
	case deicticYesterday:
		return timex.Day(-1 + e.dayStep)
	case deicticTomorrow:
		return timex.Day(1 + e.dayStep)
	}
	return timex.Day(e.dayStep)
}

// timeValue resolves a time of day whose day is not named.
func (s *scan) timeValue(e *expr) timex.Value {
	s.result.Confidence = timex.Inferred
	if e.everyDay || s.isLink(e.start-1, linkAt) && e.part == timex.Night && e.end-e.start == 1 && !e.hasClock {
		s.because(whyVague)
		return timex.OpenDay()
	}
	if !s.dct.Known && !s.focus.hasDay {
		s.because(whyNoDCT)
		return timex.OpenDay()
	}
	if e.hasClock {
		if v, ok := s.dayBehindGloss(e); ok {
			return v
		}
		if s.openHours(e) {
			s.because(whyVague)
			s.result.Anchor = NoAnchor
			return timex.OpenDay()
		}
	}
	d, anchor := s.dayInFocus(e)
	if s.mode == news && s.dct.Known && e.part == timex.Night && s.isWord(e.start, "overnight") && !(anchor != DCTAnchor && s.out[anchor].End > s.sentence.Start) {
		d, anchor = s.dct.Day, DCTAnchor
		if s.lean(e) == back {
			d-- // the night that is over
		}
	} else if e.hasClock && s.beginsLine(e) {
		d, anchor = s.dayOfLog(d, anchor)
	} else if e.hasClock && s.dct.HasClock && d == s.dct.Day && e.hour*60+e.minute < s.dct.Hour*60+s.dct.Minute && e.zoneKind != zoneOffset && e.zoneKind != zoneUTC && s.lean(e) == ahead {
		s.result.Anchor = DCTAnchor
		s.because(whyNextOne)
		return timex.DayValue(d + 1) // should declare at about 1am
	}
	s.anchorAt(anchor)
	s.because(whyDayInFocus)
	if anchor != DCTAnchor && d != s.dct.Day && s.dct.Known {
		s.otherwise(timex.DayValue(s.dct.Day), whyDCTDay)
	}
	return timex.DayValue(d)
}

// setValue returns the value of a frequency.
func (s *scan) setValue(e *expr) timex.Value {
	s.result.Type = timex.Set
	s.because(whySet)
	switch {
	case e.openWeekdays:
		return timex.WeekdaySetValue(e.weekday)
	case e.everyDay:
		return timex.WeekdaySetValue(0)
	case e.hasDay:
		return timex.OpenMonthDay(e.month, e.day)
	case e.hasMonth:
		return timex.OpenMonth(e.month)
	case e.season != 0:
		return timex.OpenSeason(e.season)
	case e.vague:
		return timex.VagueLength(e.unit)
	case e.half:
		return timex.HalfMore(e.n, e.unit)
	}
	return timex.Length(e.n, e.unit)
}

// seasonPast is how many days ahead a holiday must lie for "this Christmas",
// in the past tense, to be the one before.
const seasonPast = 240

// holidayValue resolves a named day to that of its year.
func (s *scan) holidayValue(e *expr) timex.Value {
	year, dir := e.year, e.dir
	value := func(y int) timex.Value {
		d, ok := e.holiday.date(y)
		if !ok {
			return timex.Value{}
		}
		return timex.DayValue(d)
	}
	if e.hasYear {
		s.because(whyHolidayYear)
		return value(year)
	}
	if y, ok := s.yearSaid(e); ok {
		return value(y)
	}
	if y, i, ok := s.yearInFocus(e); ok {
		s.anchorAt(i)
		s.result.Confidence = timex.Inferred
		s.setRule(ruleFocus)
		s.because(whyYearInFocus)
		if first, last, ok := s.focus.value.Days(); ok && (dir == dirFollowing || dir == dirNext || dir == dirPrevious) {
			return holidayBeside(e.holiday, first, last, dir)
		}
		return value(y)
	}
	if !s.dct.Known {
		s.because(whyNoDCT)
		return timex.OpenDay()
	}
	s.result.Anchor, s.result.Confidence = DCTAnchor, timex.Inferred
	now := s.dctYear()
	var before, after timex.Day
	hasBefore, hasAfter := false, false
	for y := now - 4; y <= now+4; y++ {
		d, ok := e.holiday.date(y)
		switch {
		case !ok:
		case d <= s.dct.Day:
			before, hasBefore = d, true
		case !hasAfter:
			after, hasAfter = d, true
		}
	}
	e.hasDay = true
	if d, ok := e.holiday.date(now); ok && dir == dirThis {
		s.because(whyThisSaid)
		if int(d-s.dct.Day) < seasonPast || !hasBefore || s.lean(e) != back {
			return timex.DayValue(d)
		}
		return timex.DayValue(before)
	}
	side := s.side(e, dir, func() bool { return hasAfter && (!hasBefore || after-s.dct.Day < s.dct.Day-before) },
		int(s.dct.Day-before), int(after-s.dct.Day))
	switch {
	case side == ahead && hasAfter:
		if hasBefore {
			s.otherwise(timex.DayValue(before), whyLatest)
		}
		return timex.DayValue(after)
	case hasBefore:
		if hasAfter {
			s.otherwise(timex.DayValue(after), whyNextOne)
		}
		return timex.DayValue(before)
	}
	return timex.OpenDay()
}

// holidayBeside returns the first holiday of its name after a time told
// before, its days given, or the last before it.
func holidayBeside(h *holiday, first, last timex.Day, dir uint8) timex.Value {
	step, year := 1, 0
	year, _, _ = last.Civil()
	if dir == dirPrevious {
		step = -1
		year, _, _ = first.Civil()
	}
	for range 5 {
		if d, ok := h.date(year); ok && (step > 0 && d > last || step < 0 && d < first) {
			return timex.DayValue(d)
		}
		year += step
	}
	return timex.OpenDay()
}

// lasts reports whether something will last until e, which cannot be over.
func (s *scan) lasts(e *expr) bool {
	return s.isLink(e.start-1, linkUntil) && s.clause(e).Tense == english.Future
}

// inLastYear reports whether the sentence names the year before publication
// ahead of e: in 2019 it was found on February 6.
func (s *scan) inLastYear() bool {
	return s.focus.hasYear && s.focus.yearAt > s.sentence.Start && s.focus.year == s.dctYear()-1
}

// approaches reports whether e is said to come: as Election Day drew closer.
func (s *scan) approaches(e *expr) bool {
	switch s.word(e.end) {
	case "draws", "drew", "nears", "neared", "approaches", "approached", "looms", "loomed", "nearing", "approaching", "looming":
		return true
	}
	return false
}

// side decides on which side of publication a date lies that comes round
// every year: by the word said, by the tense of its clause unless that puts
// it a whole year off while the other lies near, else the nearer.
func (s *scan) side(e *expr, dir uint8, nearerAhead func() bool, daysBack, daysAhead int) direction {
	switch dir {
	case dirLast, dirPrevious:
		s.because(whyLastSaid)
		s.setRule(ruleLast)
		return back
	case dirNext, dirFollowing:
		s.because(whyNextSaid)
		s.setRule(ruleNext)
		return ahead
	}
	if s.approaches(e) {
		s.because(whyNextOne)
		s.setRule(ruleFuture)
		return ahead
	}
	switch s.lean(e) {
	case back:
		if _, since := s.behindSince(e); !since && e.hasDay && !s.clause(e).Touches && !s.inLastYear() && (daysBack > 300 && daysAhead < 40 || daysBack > 240 && daysAhead < 20) {
			s.because(whyNearer)
			s.setRule(ruleNear)
			s.result.Confidence = timex.Ambiguous
			return ahead
		}
		s.because(whyTense)
		s.setRule(rulePast)
		return back
	case ahead:
		if daysAhead > 270 && daysBack < 60 && !s.lasts(e) || daysAhead > 200 && daysBack < 40 && s.clause(e).Tense != english.Future {
			s.because(whyNearer)
			s.setRule(ruleNear)
			s.result.Confidence = timex.Ambiguous
			return back
		}
		s.because(whyTense)
		s.setRule(ruleFuture)
		return ahead
	}
	s.because(whyNearer)
	s.setRule(ruleNear)
	if nearerAhead() {
		s.result.Confidence = timex.Ambiguous
		return ahead
	}
	return back
}
