package resolve

import "dateline/extract/timex"

// dayBehindGloss returns the day of a time by the clock that stands behind it
// and its gloss: "2 a.m. local time (0100 UTC) on Friday". Both take it.
func (s *scan) dayBehindGloss(e *expr) (timex.Value, bool) {
	i := e.end
	switch {
	case s.isMark(i, ')'):
		i++
	case s.isMark(i, '('):
		for i++; i < e.end+8 && !s.isMark(i, ')'); i++ {
		}
		i++
	default:
		return timex.Value{}, false
	}
	if s.isMark(i, ',') {
		i++
	}
	if s.isLink(i, linkOn) {
		i++
	}
	s.aside = expr{start: e.start, end: e.end}
	d := &s.aside
	switch {
	case s.is(i, classDay):
		d.kind, d.deictic = deicticExpr, uint8(s.tok(i).value)
	case s.dayDate(i, d) > 0 && d.hasDay:
	case s.is(i, classWeekday) && s.isName(i):
		*d = expr{start: e.start, end: e.end, kind: weekdayExpr, weekday: timex.Weekday(s.tok(i).value)}
	default:
		return timex.Value{}, false
	}
	return s.valueOf(d), true
}

// openHours reports whether the time by the clock e is an end of hours that
// hold on more than one day: between 3 p.m. and 6 a.m.
func (s *scan) openHours(e *expr) bool {
	f := &s.focus
	if f.hasDay && f.dayAt >= s.sentence.Start || f.hasAhead && f.aheadAt > s.paragraph && s.verblessNotice(e) {
		return false
	}
	hours := func(i int) bool {
		var other expr
		return s.clockAt(i, &other) > 0
	}
	if s.isLink(e.start-1, linkBetween) || s.isLink(e.start-1, linkFrom) {
		return (s.isLink(e.end, linkAnd) || s.isLink(e.end, linkTo) || s.isLink(e.end, linkUntil)) && hours(e.end+1)
	}
	if !s.isLink(e.start-1, linkAnd) && !s.isLink(e.start-1, linkTo) && !s.isLink(e.start-1, linkUntil) || !s.hasLast || !s.last.hasClock || s.last.end != e.start-1 {
		return false
	}
	return (s.isLink(s.last.start-1, linkBetween) || s.isLink(s.last.start-1, linkFrom)) && s.last.kind == timeExpr && s.out[len(s.out)-1].Value.IsOpen()
}
