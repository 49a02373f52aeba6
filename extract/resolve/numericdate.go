package resolve

import "dateline/extract/timex"

// numericDate reads a date of digits alone: 2021-12-05, 12/07/2021,
// 5.12.2021, 20211205. What stands first in 12/07/2021 is the option
// DayFirst's to say; where both are possible the other is an alternative.
func (s *scan) numericDate(i int, e *expr) int {
	a, b, c := s.tok(i), s.tok(i+2), s.tok(i+4)
	m := s.tok(i + 1)
	if m.form != markForm || !m.glued || b.form != numberForm || !b.glued || m.mark != '-' && m.mark != '/' && m.mark != '.' || a.comma || b.comma {
		return s.nineEleven(i, e)
	}
	if a.glued && s.tok(i-1).form != markForm || s.isMark(i-1, '/') && a.glued {
		return 0
	}
	three := s.isMark(i+3, m.mark) && s.glued(i+3) && c.form == numberForm && c.glued && !c.comma
	if !three {
		if end := s.nineEleven(i, e); end > 0 {
			return end
		}
		if a.digits == 4 && b.digits == 2 && m.mark == '-' && s.plainYear(i) && b.value >= 1 && b.value <= 12 && s.text[m.start] == '-' &&
			!s.is(i-1, classLink) && b.value <= a.value%100 {
			e.kind, e.hasYear, e.hasMonth, e.year, e.month = dateExpr, true, true, int(a.value), int(b.value) // 2021-12
			return i + 3
		}
		return 0
	}
	end := i + 5
	if n := s.tok(end); n.glued && (n.form == numberForm || n.form == markForm && (n.mark == '/' || n.mark == '-')) {
		return 0
	}
	set := func(y, mo, d int) int {
		e.kind, e.hasYear, e.hasMonth, e.hasDay = dateExpr, true, true, true
		e.year, e.month, e.day = y, mo, d
		if n := s.tok(end); n.glued && n.form == wordForm { // 2021-12-05T18:30
			if !s.isWord(end, "t") {
				e.kind = noExpr
				return 0
			}
		}
		return end
	}
	switch {
	case a.digits == 4 && b.digits <= 2 && c.digits <= 2:
		if !s.plainYear(i) || b.value > 12 || b.value < 1 || c.value < 1 || c.value > 31 {
			return 0
		}
		return set(int(a.value), int(b.value), int(c.value))
	case a.digits <= 2 && b.digits <= 2 && (c.digits == 4 && s.plainYear(i+4) || c.digits == 2 && m.mark == '/'):
		year := int(c.value)
		if c.digits == 2 {
			year = s.fullYear(year)
		}
		month, day := int(a.value), int(b.value)
		if s.opts.DayFirst || m.mark == '.' {
			month, day = day, month
		}
		if month > 12 && day <= 12 {
			month, day = day, month
		} else if day <= 12 && month != day && m.mark != '.' {
			e.ambiguous, e.otherMonth = true, day
		}
		return set(year, month, day)
	}
	return 0
}

// nineEleven reads 9/11, the day of the attacks, by its usual name.
func (s *scan) nineEleven(i int, e *expr) int {
	if a, b := s.tok(i), s.tok(i+2); a.value == 9 && a.digits == 1 && b.value == 11 && b.digits == 2 && s.isMark(i+1, '/') && s.glued(i+1) && s.glued(i+2) &&
		!(s.isMark(i+3, '/') && s.glued(i+3)) && !s.glued(i) {
		e.kind, e.hasYear, e.hasMonth, e.hasDay, e.year, e.month, e.day = dateExpr, true, true, true, 2001, 9, 11
		return i + 3
	}
	return 0
}

// possible reports whether e names a day that the calendar has.
func (e *expr) possible() bool {
	if e.month < 0 || e.month > 12 || e.day < 0 {
		return false
	}
	if !e.hasDay || !e.hasMonth {
		return e.day <= 31
	}
	if e.hasYear {
		return e.day <= timex.DaysIn(e.year, e.month)
	}
	return e.day <= timex.DaysIn(2000, e.month)
}
