package resolve

import "dateline/extract/timex"

// barePlural reads an unknown number of units: years of war, for decades, in
// recent weeks, the coming months, days-long.
func (s *scan) barePlural(i int, the bool, e *expr) int {
	u := timex.Unit(s.tok(i).value)
	if u == timex.SecondUnit || u == timex.QuarterUnit || u == timex.WeekendUnit || s.tok(i).capital && i > 0 && !s.tok(i).upper || s.isOld(i+1) {
		return 0
	}
	e.unit, e.vague, e.kind = u, true, lengthExpr
	end := i + 1
	if s.isMark(end, '-') && s.isLink(end+1, linkLong) {
		return end + 2
	}
	if e.dir != 0 {
		switch e.dir {
		case dirLast, dirNext, dirFollowing, dirPrevious:
			return end
		}
		return 0
	}
	if the {
		return 0
	}
	if s.isMark(i-1, '-') {
		return 0
	}
	if s.is(end, classShift) {
		if e := s.shifted(end, e); e > end {
			return e
		}
	}
	p := s.tok(i - 1)
	switch {
	case s.isWord(i-1, "with") && (s.isWord(end, "left") || s.isLink(end, linkTo) && s.isWord(end+1, "spare")):
		return end
	case s.isWord(end, "before") || s.isWord(end, "after"), s.isWord(i-1, "need"), s.isWord(i-1, "needs"), s.isWord(i-1, "require"), s.isWord(i-1, "requires"):
		return end
	case s.isLink(i-1, linkFor), s.isLink(i-1, linkIn) && !s.isLink(end, linkOf), s.isWord(i-1, "within"), s.isWord(i-1, "over") && u >= timex.DayUnit, s.isWord(i-1, "after") && s.isLink(end, linkOf),
		s.isLink(end, linkOf) && u >= timex.WeekUnit && p.class&classDigits == 0, s.isWord(i-1, "took"), s.isWord(i-1, "take"), s.isWord(i-1, "taken"), s.isWord(i-1, "lasted"), s.isWord(i-1, "just"), s.isWord(i-1, "only"), s.isWord(i-1, "spent"), s.isWord(i-1, "spend"):
		return end
	}
	return 0
}

// qualifiedUnits reads a length whose unit, token i, an adjective qualifies:
// ten brutal months, two tense days.
func (s *scan) qualifiedUnits(i int, e *expr) int {
	t, a := s.tok(i), s.tok(i-1)
	if !s.chronicle() || !s.isPluralUnit(i) || t.value < int32(timex.HourUnit) || timex.Unit(t.value) == timex.QuarterUnit || a.form != wordForm || a.class != 0 || a.capital || s.text[a.end-1] == 's' ||
		counted[s.word(i-1)] || s.is(i+1, classShift) || s.isOld(i+1) || s.hasLast && s.last.end > i-2 {
		return 0
	}
	n, end := s.cardinal(i - 2)
	if end != i-1 || n < 2 || n > 1000 || s.is(i-3, classDigits|classCardinal) || s.isMark(i-3, '-') || s.isMark(i-3, '$') {
		return 0
	}
	e.kind, e.before, e.n, e.unit = lengthExpr, 2, n, timex.Unit(t.value)
	return i + 1
}
