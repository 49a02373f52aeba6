package resolve

import "dateline/extract/timex"

// focus is what a text was speaking of last: the dates that "that day", "two
// months later" and, in histories, bare months and days hang on.
type focus struct {
	year, month int
	hasYear     bool
	yearIndex   int // of the Timex that gave the year, in scan.out
	yearAt      int // where it ends, in bytes

	day      timex.Day // the last day spoken of
	hasDay   bool
	dayIndex int
	dayAt    int

	ahead      timex.Day // the last day spoken of that lies ahead of publication
	hasAhead   bool
	aheadIndex int
	aheadAt    int

	value timex.Value // the last calendar value spoken of, of any granularity
	index int
	at    int

	bc bool // the text speaks of years BCE
}

// note makes v, the value of the expression kept as out[index], what the text
// speaks of.
func (s *scan) note(v timex.Value, e *expr, index, at int) {
	f := &s.focus
	y, ok := v.Year()
	if !ok {
		return
	}
	switch v.Kind() {
	case timex.DayKind, timex.SeasonKind, timex.QuarterKind, timex.HalfKind, timex.WeekKind:
	default:
		return
	}
	if e.eraBC || y <= 0 {
		f.bc = true
	} else if y > 1000 {
		f.bc = false
	}
	f.value, f.index, f.at = v, index, at
	f.year, f.month, f.hasYear, f.yearIndex, f.yearAt = y, v.Month(), true, index, at
	if d, ok := v.Day(); ok {
		f.day, f.hasDay, f.dayIndex, f.dayAt = d, true, index, at
		if s.dct.Known && d > s.dct.Day {
			f.ahead, f.hasAhead, f.aheadIndex, f.aheadAt = d, true, index, at
		}
	}
}

func (s *scan) dctYear() int {
	if !s.dct.Known {
		if s.focus.hasYear {
			return s.focus.year
		}
		return 2000
	}
	y, _, _ := s.dct.Day.Civil()
	return y
}

// dayInFocus returns the day that "the evening", "that day" or "5 p.m." mean:
// the last day spoken of, a day ahead where the clause looks ahead; else
// publication.
func (s *scan) dayInFocus(e *expr) (d timex.Day, anchor int) {
	f := &s.focus
	if f.hasAhead && s.at_(f.aheadAt) < focusReach && s.clause(e).Tense.Ahead() {
		return f.ahead, f.aheadIndex
	}
	if f.hasDay && (s.mode == narrative || s.at_(f.dayAt) < focusReach) {
		return f.day, f.dayIndex
	}
	return s.dct.Day, DCTAnchor
}

// focusReach is how many bytes back a day stays in focus in news.
const focusReach = 1500

// at_ returns how many bytes lie between offset at and the expression that is
// being resolved.
func (s *scan) at_(at int) int { return int(s.toks[s.best.start].start) - at }
