package resolve

import "dateline/extract/timex"

// decadeFamily finds decades, centuries and millennia: the 1990s, the '60s,
// the late nineties, the 19th century, eighteenth-century, the third millennium BC.
func decadeFamily() *family {
	return &family{name: "decade", lead: classDigits | classArticle | classEdge | classApprox | classOrdinal | classPeriod | classLink | classMark | classDir | classCardinal,
		need: classDigits | classPeriod | classUnit, match: (*scan).matchDecade}
}

func (s *scan) matchDecade(i int, e *expr) int {
	if s.is(i, classLink) && !s.isLink(i, linkVery) {
		return 0
	}
	j := s.edge(i, e)
	the := s.isThe(j)
	if the {
		j++
		for t := s.tok(j); t.class&classEdge != 0 && t.value <= edgeLate; t = s.tok(j) {
			e.mod = [...]timex.Mod{edgeEarly: timex.Start, edgeMid: timex.Mid, edgeLate: timex.End}[t.value]
			j++
			if s.isMark(j, '-') {
				j++
			}
		}
	}
	if e.mod == timex.NoMod && j-1 > i && s.isThe(j-2) {
		the = true
	}
	if end := s.decadeDigits(j, the || j > i, e); end > 0 {
		return end
	}
	t := s.tok(j)
	if t.class&classPeriod != 0 && t.value >= 20 && s.text[t.start]|0x20 != 'p' {
		if !the && j == i || t.value < 20 {
			return 0
		}
		e.kind, e.year, e.decadeOnly = decadeExpr, int(t.value), true
		return j + 1
	}
	return s.centuryAt(j, the || j > i, e)
}

// decadeSuffix returns the token after the s of a decade whose number is at
// i, else 0.
func (s *scan) decadeSuffix(i int) int {
	if s.isWord(i+1, "s") && s.glued(i+1) {
		return i + 2
	}
	if s.isMark(i+1, '\'') && s.glued(i+1) && s.isWord(i+2, "s") && s.glued(i+2) && s.tok(i).value%10 == 0 {
		return i + 3
	}
	return 0
}

// decadeDigits reads 1990s, '90s and, behind an article, 90s.
func (s *scan) decadeDigits(i int, led bool, e *expr) int {
	j := i
	apostrophe := s.isMark(j, '\'')
	if apostrophe {
		j++
	}
	t := s.tok(j)
	if t.form != numberForm || t.value%10 != 0 || t.comma {
		return 0
	}
	end := s.decadeSuffix(j)
	if end == 0 {
		if t.digits == 2 && s.hasLast && s.last.kind == decadeExpr {
			return 0
		}
		return 0
	}
	if end == j+3 && t.digits == 4 && !led && !s.isLink(i-1, linkIn) && !s.isWord(i-1, "since") {
		return 0 // 1990's is a possessive more often than a decade
	}
	switch {
	case t.digits == 4 && !apostrophe && t.value >= 1000 && t.value < 2100:
		e.kind, e.year = decadeExpr, int(t.value)
		return end
	case t.digits == 2 && t.value >= 20 && (apostrophe || led):
		if s.warm() {
			return 0 // highs in the 80s
		}
		if s.isWord(i-1, "his") || s.isWord(i-1, "her") || s.isWord(i-1, "their") || s.isWord(i-1, "my") {
			return 0
		}
		e.kind, e.year, e.decadeOnly = decadeExpr, int(t.value), true
		return end
	}
	return 0
}

// warm reports whether the sentence tells of the weather, whose tens are degrees.
func (s *scan) warm() bool {
	for i := range s.toks {
		switch s.word(i) {
		case "temperature", "temperatures", "Temperatures", "degrees", "highs", "Highs", "lows", "Lows", "Fahrenheit":
			return true
		}
	}
	return false
}

// centuryAt reads the 19th century, eighteenth-century, the third millennium.
func (s *scan) centuryAt(i int, led bool, e *expr) int {
	n, j := s.dayNumber(i)
	if n == 0 {
		if t := s.tok(i); t.form == numberForm && t.digits <= 2 {
			return 0
		}
		return 0
	}
	if !s.is(i, classOrdinal) && j == i+1 && !s.is(i, classCardinal) {
		return 0
	}
	k := j
	if s.isMark(k, '-') && s.glued(k) {
		k++
	}
	if s.isLink(k, linkAnd) || s.isLink(k, linkOr) || s.isLink(k, linkTo) { // 19th and 20th centuries
		var next expr
		m := k + 1
		if s.isThe(m) {
			m++
		}
		if s.isWord(m, "early") || s.isWord(m, "late") {
			m++
		}
		_, unit := s.dayNumber(m)
		if s.isMark(unit, '-') {
			unit++
		}
		if unit > 0 && s.is(unit, classUnit) && s.centuryAt(m, true, &next) > 0 && next.kind == centuryExpr {
			e.kind, e.year, e.eraBC, e.unit = centuryExpr, n, next.eraBC, next.unit
			return j
		}
		return 0
	}
	t := s.tok(k)
	if t.class&classUnit == 0 || t.value < int32(timex.CenturyUnit) {
		return 0
	}
	e.kind, e.year, e.unit = centuryExpr, n, timex.Unit(t.value)
	if s.is(k+1, classEra) && s.tok(k+1).upper {
		e.eraBC = s.tok(k+1).value == 1
		return k + 2
	}
	return k + 1
}
