package resolve

import "dateline/extract/timex"

// yearFamily finds years: 2014, mid-2019, the year 1938, '98, 2014-16, 264 BC.
func yearFamily() *family {
	return &family{name: "year", lead: classDigits | classEdge | classApprox | classArticle | classMark | classEra | classLink,
		need: classDigits, match: (*scan).matchYear}
}

// firstYear and lastYear bound what a number of four digits may mean by
// itself; outside them a preposition or a date must speak for it.
const (
	firstYear = 1900
	lastYear  = 2040
)

func (s *scan) matchYear(i int, e *expr) int {
	if s.is(i, classLink) && !s.isLink(i, linkVery) {
		return 0
	}
	j := s.edge(i, e)
	edged := j > i
	if s.isThe(j) && s.isWord(j+1, "year") {
		j += 2
	}
	if end := s.secondYear(j, e); end > 0 && !edged {
		return end
	}
	if s.isThe(j) && s.plainYear(j+1) && s.isWord(j+2, "period") && s.isLink(j-1, linkIn) && !s.notYear(j+1, true) {
		e.kind, e.hasYear, e.year = dateExpr, true, int(s.tok(j+1).value)
		return j + 3 // in the 1988 period
	}
	t := s.tok(j)
	e.kind = dateExpr
	if t.form == numberForm && t.digits == 4 && !t.comma && t.value >= 2200 && t.value < 3000 && s.isWord(j-1, "year") && s.endsNoun(j+1) {
		e.hasYear, e.year = true, int(t.value)
		return j + 1
	}
	if s.plainYear(j) {
		if end := s.yearAndNext(j, e); end > 0 {
			return end
		}
		y := int(t.value)
		if s.notYear(j, j > i && s.isWord(j-1, "year")) || s.decadeSuffix(j) > 0 {
			return 0
		}
		if (y < firstYear || y > lastYear) && !s.statedYear(j, edged) {
			return 0
		}
		if s.isFiscalRange(j) {
			return 0
		}
		e.hasYear, e.year = true, y
		if n := s.tok(j + 1); edged && e.mod == timex.Approx && n.class == 0 && n.form == wordForm && !s.afterYear(j+1) {
			return 0 // about 2000 demonstrators
		}
		if end := s.eraAfter(j+1, e); end > j+1 {
			return end
		}
		return j + 1
	}
	if y, end := s.shortYear(j); end > 0 {
		p := s.tok(j - 1)
		if !edged && p.class&classLink == 0 && p.class&classSeason == 0 && !s.isWord(j-1, "since") && !s.isWord(j-1, "class") && !s.isMark(j-1, '-') {
			return 0
		}
		e.hasYear, e.year, e.twoDigitYear = true, y, true
		return end
	}
	return s.eraYear(j, e)
}

// afterYear reports whether the lower-case word at i may follow a year that
// is not counting anything.
func (s *scan) afterYear(i int) bool {
	return s.endsNoun(i) || s.isWord(i, "when") || s.isWord(i, "before") || s.isWord(i, "after") || s.isWord(i, "and") || s.isWord(i, "or")
}

// plainYear reports whether token i is a number of four digits that can be a year.
func (s *scan) plainYear(i int) bool {
	t := s.tok(i)
	return t.class&classYearDigits != 0 && t.value >= 1000 && t.value <= 2199
}

// statedYear reports whether the words around the four digits at i make them
// a year though they lie far from now.
func (s *scan) statedYear(i int, edged bool) bool {
	if edged || s.mode == narrative {
		return true
	}
	if i == 0 && (s.isMark(1, ':') || s.isMark(1, '-') && !s.glued(1)) {
		return true // a line of a chronology
	}
	p := s.tok(i - 1)
	if s.isLink(i-1, linkOf) && (s.tok(i+1).form != wordForm || s.isLink(i+1, linkAnd) || s.isLink(i+1, linkTo)) && !s.isMark(i+1, '%') {
		return true // the war of 1870
	}
	if p.class&classLink != 0 {
		switch p.value {
		case linkIn, linkFrom, linkBy, linkUntil, linkBetween, linkDuring:
			return true
		case linkTo, linkAnd, linkOf, linkOr:
			if p.value == linkTo && (s.isWord(i-2, "dates") || s.isWord(i-2, "back") || s.isWord(i-2, "dated") || s.isWord(i-2, "dating")) {
				return true
			}
			return s.hasLast && s.last.hasYear || p.value == linkOf && (s.is(i-2, classEdge) || s.is(i-2, classSeason))
		}
	}
	switch s.word(i - 1) {
	case "born", "died", "built", "founded", "established", "completed":
		return true
	}
	if s.isWord(i-1, "since") || s.isWord(i-1, "before") || s.isWord(i-1, "after") || s.isWord(i-1, "circa") || s.isWord(i-1, "year") {
		return true
	}
	if s.isMark(i-1, '(') || s.isMark(i-1, '-') && s.plainYear(i-2) {
		return s.isMark(i+1, ')') || s.isMark(i+1, '-') || s.isMark(i-1, '-')
	}
	return s.is(i+1, classEra) && s.tok(i+1).upper
}

// shortYear reads '98 at token i.
func (s *scan) shortYear(i int) (year, end int) {
	t := s.tok(i + 1)
	if !s.isMark(i, '\'') || t.form != numberForm || t.digits != 2 || t.comma || !t.glued || s.glued(i) && s.tok(i-1).form != markForm {
		return 0, 0
	}
	if n := s.tok(i + 2); n.glued && (n.form != markForm || n.mark == '\'') {
		return 0, 0
	}
	return s.fullYear(int(t.value)), i + 2
}

// fullYear returns the year that two digits mean: the latest that is not far
// after the publication.
func (s *scan) fullYear(two int) int {
	now := s.dctYear()
	if s.mode == narrative && s.focus.hasYear && s.focus.year > 1000 {
		return s.focus.year/100*100 + two
	}
	y := now/100*100 + two
	if y > now+10 {
		y -= 100
	}
	return y
}

// secondYear reads the short end of a range of years: 2014-16, 1939/40.
func (s *scan) secondYear(i int, e *expr) int {
	t := s.tok(i)
	if !s.hasLast || s.last.kind != dateExpr || !s.last.hasYear || s.last.hasMonth || s.last.end != i-1 || t.form != numberForm || t.digits != 2 ||
		!(s.isMark(i-1, '-') || s.isMark(i-1, '/')) || !s.tok(i-1).glued || !t.glued || s.partOfNumber(i) {
		return 0
	}
	y := s.last.year/100*100 + int(t.value)
	if y <= s.last.year || s.counts(i+1) {
		return 0
	}
	if n := s.tok(i + 1); n.glued && n.form == wordForm {
		return 0
	}
	e.kind, e.hasYear, e.year = dateExpr, true, y
	return i + 1
}

// eraYear reads a year with its era: 264 BC, AD 79.
func (s *scan) eraYear(i int, e *expr) int {
	if s.is(i, classEra) && s.tok(i).upper && s.tok(i).value == 2 && s.isNumber(i+1, 4) && s.tok(i+1).value > 0 && s.text[s.tok(i).start]|0x20 == 'a' {
		e.kind, e.hasYear, e.year = dateExpr, true, int(s.tok(i+1).value)
		return i + 2
	}
	t := s.tok(i)
	if t.form != numberForm || t.digits > 4 || t.value == 0 || s.partOfNumber(i) {
		return 0
	}
	if end := s.eraAfter(i+1, e); end > i+1 {
		e.kind, e.hasYear = dateExpr, true
		e.year = int(t.value)
		if e.eraBC {
			e.year = 1 - e.year
		}
		return end
	}
	// 264-146 BC, "in 218 and 201 BC": the first takes over the era of the second
	if k, ok := s.rangeLink(i + 1); ok && t.digits <= 4 {
		n := s.tok(k)
		var next expr
		if n.form == numberForm && n.value > 0 && n.digits <= 4 && n.value < t.value && s.eraAfter(k+1, &next) > k+1 && next.eraBC {
			e.kind, e.hasYear, e.year, e.eraBC = dateExpr, true, 1-int(t.value), true
			return i + 1
		}
	}
	// in narrative of such times: "in 218"
	if s.mode == narrative && s.focus.bc && t.digits == 3 && !s.counts(i+1) && s.afterYearPreposition(i-1) && (s.endsNoun(i+1) || s.tok(i+1).form == 0) {
		e.kind, e.hasYear, e.year, e.eraBC, e.twoDigitYear = dateExpr, true, 1-int(t.value), true, true
		return i + 1
	}
	return 0
}

func (s *scan) afterYearPreposition(i int) bool {
	return s.isLink(i, linkIn) || s.isLink(i, linkBy) || s.isLink(i, linkUntil) || s.isWord(i, "since") || s.isLink(i, linkFrom)
}

// eraAfter reads BC or AD after a year.
func (s *scan) eraAfter(i int, e *expr) int {
	t := s.tok(i)
	if t.class&classEra == 0 || !t.capital {
		return i
	}
	if t.value == 1 {
		if e.hasYear && !e.eraBC {
			e.year = 1 - e.year
		}
		e.eraBC = true
	}
	return i + 1
}

// yearAndNext reads a year of account, of school or of sport that is written
// by both years that it lies in: 2022/23. A history means two years by it.
func (s *scan) yearAndNext(i int, e *expr) int {
	y, n := s.tok(i).value, s.tok(i+2)
	if s.mode != news || !s.isMark(i+1, '/') || !s.glued(i+1) || s.isFiscalRange(i) || s.partOfNumber(i) && s.glued(i) || n.form != numberForm || !n.glued || s.glued(i+3) && s.tok(i+3).form != markForm || s.isMark(i+3, '/') {
		return 0
	}
	if n.digits == 2 && n.value == (y+1)%100 || n.digits == 4 && n.value == y+1 {
		e.kind, e.hasYear, e.year = fiscalExpr, true, int(y)
		return i + 3
	}
	return 0
}

// isFiscalRange reports whether the year at i begins a year of account or a
// season of sport that the quarter family reads: 2019/20 fiscal year.
func (s *scan) isFiscalRange(i int) bool {
	return (s.isMark(i+1, '/') || s.isMark(i+1, '-')) && s.is(i+3, classFiscal)
}
