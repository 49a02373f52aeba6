package resolve

import "dateline/extract/timex"

// shifted reads what makes a date of the length just read: ago, later,
// earlier, before, from now, from Friday. Without it the length stands.
func (s *scan) shifted(j int, e *expr) int {
	t := s.tok(j)
	if s.isLink(j, linkFrom) {
		switch {
		case s.isWord(j+1, "now"), s.isWord(j+1, "today") && !e.vague:
			e.kind, e.shift, e.shiftTo = shiftExpr, shiftHence, nil
			return j + 2
		case !e.vague && s.is(j+1, classWeekday|classMonth|classDay) && e.unit >= timex.DayUnit:
			s.aside = expr{}
			end := s.dayDate(j+1, &s.aside)
			if end == 0 && s.is(j+1, classWeekday) && s.isName(j+1) {
				s.aside.kind, s.aside.weekday = weekdayExpr, timex.Weekday(s.tok(j+1).value)
				end = j + 2
			} else if end == 0 && s.is(j+1, classDay) {
				s.aside.kind, s.aside.deictic = deicticExpr, uint8(s.tok(j+1).value)
				end = j + 2
			}
			if end > 0 {
				e.kind, e.shift, e.shiftTo = shiftExpr, shiftFrom, &s.aside
				return end
			}
		}
		return j
	}
	if t.class&classShift == 0 {
		return j
	}
	switch t.value {
	case shiftAgo, shiftHence:
		e.kind, e.shift = shiftExpr, uint8(t.value)
		return j + 1
	case shiftBack:
		if !s.endsClause(j+1) || e.unit < timex.DayUnit {
			return j
		}
		e.kind, e.shift = shiftExpr, shiftAgo
		return j + 1
	case shiftLater, shiftEarlier:
		if s.isWord(j+1, "than") {
			return j
		}
		e.kind, e.shift = shiftExpr, uint8(t.value)
		return j + 1
	case shiftBefore, shiftAfter:
		if s.isWord(j+1, "that") && s.endsClause(j+2) {
			e.kind, e.shift = shiftExpr, uint8(t.value)
			return j + 2
		}
		if !s.endsClause(j + 1) {
			return j
		}
		e.kind, e.shift = shiftExpr, uint8(t.value)
		return j + 1
	}
	return j
}

// endsClause reports whether token i begins no noun phrase or clause, so that
// "before" in front of it stands alone.
func (s *scan) endsClause(i int) bool {
	t := s.tok(i)
	switch {
	case t.form == 0:
		return true
	case t.form == markForm:
		return t.mark != '"' && t.mark != '\'' && t.mark != '('
	}
	return t.class&classLink != 0 && (t.value == linkIn || t.value == linkAt || t.value == linkAnd || t.value == linkOn || t.value == linkTo || t.value == linkFor)
}

// beforeAfter reads "the day before", "the following" with no unit aside, "the year after".
func (s *scan) beforeAfter(i int, e *expr) int {
	if !s.isThe(i) || !s.is(i+1, classUnit|classPart) || !s.is(i+2, classShift) {
		return 0
	}
	shift := s.tok(i + 2).value
	if shift != shiftBefore && shift != shiftAfter || !s.endsClause(i+3) {
		return 0
	}
	t := s.tok(i + 1)
	e.shift, e.n = uint8(shift), 1
	if t.class&classUnit != 0 {
		u := timex.Unit(t.value)
		if u < timex.DayUnit || s.isPluralUnit(i+1) || u == timex.SeasonUnit {
			return 0
		}
		e.kind, e.unit = shiftExpr, u
		return i + 3
	}
	e.kind, e.unit, e.part = shiftExpr, timex.DayUnit, timex.Part(t.value)
	return i + 3
}
