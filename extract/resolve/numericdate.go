package resolve

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
		return s.dayAndMonth(i, e)
	}
	end := i + 5
	if n := s.tok(end); n.glued && (n.form == numberForm || n.form == markForm && (n.mark == '/' || n.mark == '-')) {
		return 0
	}
	set := func(y, mo, d int) int {
		s.fullDate(y, mo, d, end, e)
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
		if !s.plainYear(i) || b.value > 31 || b.value < 1 || c.value < 1 || c.value > 31 {
			return 0
		}
		return set(int(a.value), int(b.value), int(c.value))
	case a.digits <= 2 && b.digits <= 2 && (c.digits == 4 && s.plainYear(i+4) || c.digits == 2 && m.mark == '/'):
		year := int(c.value)
		if c.digits == 2 {
			year = s.fullYear(year)
		}
		if a.value < 1 || b.value < 1 || a.value > 31 || b.value > 31 {
			return 0
		}
		month, day := s.ordered(e, int(a.value), int(b.value), m.mark == '.')
		return set(year, month, day)
	}
	return 0
}

// ordered returns the month and the day of a numeric date that begins a, b.
// Where both orders are possible e is ambiguous, unless dots tell.
func (s *scan) ordered(e *expr, a, b int, dots bool) (month, day int) {
	month, day = a, b
	if s.opts.DayFirst || dots {
		month, day = day, month
	}
	if month > 12 && day <= 12 {
		month, day = day, month
	} else if day <= 12 && month != day && !dots {
		e.ambiguous, e.otherMonth = true, day
	}
	return month, day
}

// dayAndMonth reads a day and a month without a year, on 12/07, where a
// preposition of days stands before and no noun behind that a fraction, a
// score or the hours of 24/7 would go with. A fraction is seldom written with a zero in front.
func (s *scan) dayAndMonth(i int, e *expr) int {
	a, m, b := s.tok(i), s.tok(i+1), s.tok(i+2)
	padded := a.digits == 2 && a.value < 10 || b.digits == 2 && b.value < 10
	switch {
	case m.mark != '/' || a.digits > 2 || b.digits > 2 || a.value < 1 || b.value < 1 || a.value > 31 || b.value > 31,
		a.value == 24 && b.value == 7,
		!s.isLink(i-1, linkOn) && !((padded || a.value > 12 || b.value > 12) && s.afterDayPreposition(i-1)) && !s.is(i-1, classWeekday) && !((s.isMark(i-1, ',') || s.isMark(i-1, '.')) && s.is(i-2, classWeekday)),
		!s.endsNoun(i + 3):
		return 0
	}
	if n := s.tok(i + 3); n.glued && n.form == markForm && (n.mark == '/' || n.mark == '-' || n.mark == '%') {
		return 0
	}
	e.kind, e.hasMonth, e.hasDay = dateExpr, true, true
	e.month, e.day = s.ordered(e, int(a.value), int(b.value), false)
	return i + 3
}

// nineEleven reads 9/11, the day of the attacks, by its usual name.
func (s *scan) nineEleven(i int, e *expr) int {
	if a, b := s.tok(i), s.tok(i+2); a.value == 9 && a.digits == 1 && b.value == 11 && b.digits == 2 && s.isMark(i+1, '/') && s.glued(i+1) && s.glued(i+2) &&
		!(s.isMark(i+3, '/') && s.glued(i+3)) && !s.glued(i) {
		return s.fullDate(2001, 9, 11, i+3, e)
	}
	return 0
}
