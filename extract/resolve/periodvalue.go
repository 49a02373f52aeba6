package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// seasonValue resolves a season to that of its year.
func (s *scan) seasonValue(e *expr) timex.Value {
	if e.hasYear {
		s.because(whyWritten)
		return timex.SeasonValue(e.year, e.season)
	}
	if y, ok := s.yearSaid(e); ok {
		return timex.SeasonValue(y, e.season)
	}
	if e.dir == 0 || e.dir == dirThat || e.dir == dirSame || e.dir == dirFollowing || e.dir == dirPrevious || e.dir == dirNext && s.isThe(e.start) || !s.dct.Known {
		if y, i, ok := s.yearInFocus(e); ok {
			s.anchorAt(i)
			s.result.Confidence = timex.Inferred
			s.because(whyYearInFocus)
			s.setRule(ruleFocus)
			in := s.focus.month
			if first, _, ok := s.focus.value.Days(); ok && in == 0 && s.focus.value.Kind() != timex.DayKind {
				_, in, _ = first.Civil()
			}
			if in == 0 && s.focus.index >= 0 && s.out[s.focus.index].Mod == timex.End {
				in = 12 // late 1806
			}
			switch month := 3 * int(e.season); {
			case (e.dir == dirFollowing || e.dir == dirNext) && in >= month:
				y++
			case (e.dir == dirPrevious || e.dir == dirLast) && in < month+2:
				y--
			case e.dir == 0 && e.season == timex.Spring && in >= 11:
				y++
			}
			return timex.SeasonValue(y, e.season)
		}
	}
	if !s.dct.Known {
		s.because(whyNoDCT)
		return timex.OpenSeason(e.season)
	}
	s.result.Anchor, s.result.Confidence = DCTAnchor, timex.Inferred
	now, month, today := s.dct.Day.Civil()
	first, last := 3*int(e.season), 3*int(e.season)+2
	if e.season == timex.Winter && month <= 2 {
		now--
		month += 12
	}
	before, after := now, now
	if month < first || month == first && today <= seasonYoung && e.dir == 0 && s.clause(e).Tense == english.Past {
		before-- // in the spring, told on 3 March
	}
	if month > last {
		after++
	}
	inside := month >= first && month <= last
	switch {
	case inside && (e.dir == dirLast || e.dir == dirPrevious):
		before--
	case inside && (e.dir == dirNext || e.dir == dirFollowing):
		after++
	case e.dir == dirThis:
		s.because(whyThisSaid)
		s.setRule(ruleThis)
		return timex.SeasonValue(now, e.season)
	}
	daysBack, daysAhead := max(0, 30*(month-last+12*(now-before))), max(0, 30*(first-month+12*(after-now)))
	if s.side(e, e.dir, func() bool { return daysAhead < daysBack }, daysBack, daysAhead) == ahead {
		if e.dir == 0 && before != after {
			s.otherwise(timex.SeasonValue(before, e.season), whyLatest)
		}
		return timex.SeasonValue(after, e.season)
	}
	if e.dir == 0 && before != after {
		s.otherwise(timex.SeasonValue(after, e.season), whyNextOne)
	}
	return timex.SeasonValue(before, e.season)
}

// seasonYoung is up to which day of its first month a season is too young for
// what is told of it in the past.
const seasonYoung = 20

// quarterValue resolves a quarter or a half of a year.
func (s *scan) quarterValue(e *expr) timex.Value {
	value, months := timex.QuarterValue, 3
	if e.kind == halfExpr {
		value, months = timex.HalfValue, 6
	}
	if e.hasYear {
		s.because(whyWritten)
		if e.twoDigitYear {
			s.result.Confidence = timex.Inferred
		}
		return value(e.year, e.sub)
	}
	if y, ok := s.yearSaid(e); ok {
		return value(y, e.sub)
	}
	if y, i, ok := s.yearInFocus(e); ok && s.accounts() {
		s.anchorAt(i)
		s.result.Confidence = timex.Inferred
		s.because(whyYearInFocus)
		s.setRule(ruleFocus)
		return value(y, e.sub)
	}
	if !s.dct.Known {
		return timex.Value{}
	}
	s.result.Anchor, s.result.Confidence = DCTAnchor, timex.Inferred
	y, month, _ := s.dct.Day.Civil()
	first := months*(e.sub-1) + 1
	side := s.lean(e)
	if s.isWord(e.end, "ended") {
		side = back
	}
	s.because(whyTense)
	switch {
	case side == ahead && first+months-1 < month:
		s.otherwise(value(y, e.sub), whyLatest)
		y++
	case side != ahead && first > month:
		s.otherwise(value(y, e.sub), whyNextOne)
		y--
	}
	return value(y, e.sub)
}

// accounts reports whether the year in focus is one that quarters and halves
// hang on: in news only one that the text gives accounts of, and not the year
// of some event.
func (s *scan) accounts() bool {
	if s.mode == narrative {
		return true
	}
	switch s.focus.value.Kind() {
	case timex.QuarterKind, timex.HalfKind:
		return true
	}
	return s.focus.month == 0
}

// fiscalValue resolves a year of account; one of a single number is named
// for the year in which it ends.
func (s *scan) fiscalValue(e *expr) timex.Value {
	if e.hasYear {
		s.because(whyWritten)
		s.result.Confidence = timex.Inferred // when it began is not said
		return timex.FiscalValue(e.year)
	}
	s.result.Confidence = timex.Guess
	s.because(whyNearer)
	if !s.dct.Known {
		return timex.Value{}
	}
	s.result.Anchor = DCTAnchor
	year, month, _ := s.dct.Day.Civil()
	if e.dir == 0 || month < fiscalStart {
		year--
	}
	switch e.dir {
	case dirLast, dirPrevious:
		year--
	case dirNext, dirFollowing:
		year++
	}
	return timex.FiscalValue(year)
}

// fiscalStart is the month from which on "this fiscal year" is taken to be
// the one that ends in the next year. Years of account begin between April and October.
const fiscalStart = 7

// decadeValue resolves a decade, a century or a millennium.
func (s *scan) decadeValue(e *expr) timex.Value {
	s.because(whyWritten)
	if e.kind == centuryExpr {
		n := e.year - 1
		if e.eraBC {
			n = -e.year
		}
		if e.unit == timex.MillenniumUnit {
			return timex.MillenniumValue(1000 * n)
		}
		return timex.CenturyValue(100 * n)
	}
	y := e.year
	if e.decadeOnly {
		s.result.Confidence = timex.Inferred
		s.because(whyShortYear)
		y = s.dctYear()/100*100 + e.year
		if s.mode == narrative && s.focus.hasYear {
			y = s.focus.year/100*100 + e.year
		} else if y > s.dctYear() {
			y -= 100
		}
	}
	return timex.DecadeValue(y)
}
