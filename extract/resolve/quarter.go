package resolve

import "dateline/extract/timex"

// quarterFamily finds quarters, halves and years of account: the third
// quarter of 2020, Q3 2020, first-half, the 2019/20 fiscal year, FY2021.
func quarterFamily() *family {
	return &family{name: "quarter", lead: classOrdinal | classArticle | classFiscal | classDigits | classDir | classEdge | classLink | classMonth | classQuarterName, need: classUnit | classHalf | classFiscal | classQuarterName,
		match: (*scan).matchQuarter}
}

func (s *scan) matchQuarter(i int, e *expr) int {
	if s.is(i, classLink) && !s.isLink(i, linkVery) {
		return 0
	}
	if end := s.openFiscalYear(i, e); end > 0 {
		return end
	}
	j := i
	if s.isThe(j) {
		j++
	}
	if end := s.fiscalYear(i, j, e); end > 0 {
		return end
	}
	if end := s.shortQuarter(j, e); end > 0 {
		return end
	}
	if s.is(j, classMonth) && s.tok(j).capital && s.tok(j).value%3 == 0 && s.isWord(j+1, "quarter") && !(s.isMark(j+2, '-') && s.glued(j+2)) { // the December quarter
		e.kind, e.sub = quarterExpr, int(s.tok(j).value)/3
		return s.yearOfPart(j+2, e)
	}
	if s.is(j, classMonth) && s.tok(j).capital {
		k := j + 1
		if s.isMark(k, '.') && s.glued(k) {
			k++
		}
		if (s.isMark(k, '-') || s.isLink(k, linkTo)) && s.is(k+1, classMonth) && s.tok(k+1).value == s.tok(j).value+2 && s.tok(k+1).value%3 == 0 && s.isWord(k+2, "quarter") { // the January-March quarter
			e.kind, e.sub = quarterExpr, int(s.tok(k+1).value)/3
			return s.yearOfPart(k+3, e)
		}
	}
	if s.plainYear(j) && !s.notYear(j, true) { // the 1988 third quarter, 1988's third quarter
		k := j + 1
		if s.isMark(k, '\'') && s.isWord(k+1, "s") {
			k += 2
		}
		if end := s.matchQuarter(k, e); (s.is(k, classOrdinal|classQuarterName) || s.isWord(k, "final")) && end > 0 && !e.hasYear && e.yearDir == 0 {
			e.hasYear, e.year = true, int(s.tok(j).value)
			return end
		}
		*e = expr{start: e.start}
		return 0
	}
	if s.is(j, classQuarterName) { // Q3, H1
		n := s.tok(j + 1)
		if !s.tok(j).capital || !n.glued || n.form != numberForm || n.value < 1 || n.value > 4 || n.digits != 1 {
			return 0
		}
		e.kind, e.sub = quarterExpr, int(n.value)
		if s.tok(j).value == 2 {
			if e.kind = halfExpr; e.sub > 2 || !s.endsNoun(j+2) && !s.plainYear(j+2) {
				return 0
			}
		}
		return s.yearOfPart(j+2, e)
	}
	if s.isThe(i) && s.is(j, classFiscal) && (s.is(j+1, classOrdinal) || s.isWord(j+1, "final")) && s.isWord(j+2, "quarter") { // the fiscal first quarter
		j++
	}
	if s.is(j, classDir) && !(s.isWord(j, "last") && s.isWord(j+1, "quarter") && s.isLink(j+2, linkOf) && s.partOfYear(j+3)) {
		return 0
	}
	t := s.tok(j)
	n := 0
	switch {
	case s.isWord(j, "second"):
		n = 2
	case t.class&classOrdinal != 0:
		n = int(t.value)
	case s.isWord(j, "final"), s.isWord(j, "last"):
		n = 4
	case t.form == numberForm && t.digits == 1 && s.glued(j+1) && s.is(j+1, classSuffix):
		n = int(t.value)
		j++
	}
	if n == 0 || n > 4 {
		return 0
	}
	if (s.isLink(j+1, linkAnd) || s.isLink(j+1, linkOr) || s.isLink(j+1, linkTo)) && s.is(j+2, classOrdinal) && s.isWord(j+3, "quarters") { // the second and third quarters
		var last expr
		s.yearOfPart(j+4, &last)
		e.kind, e.sub, e.hasYear, e.year, e.yearDir = quarterExpr, n, last.hasYear, last.year, last.yearDir
		return j + 1
	}
	if s.isWord(j+1, "quarters") && s.hasLast && s.last.kind == quarterExpr && s.last.end == j-1 {
		e.kind, e.sub = quarterExpr, n
		return s.yearOfPart(j+2, e)
	}
	j++
	hyphen := s.isMark(j, '-') && s.glued(j)
	if hyphen {
		j++
	}
	if s.is(j, classFiscal) {
		j++
	}
	e.sub = n
	switch {
	case s.isWord(j, "quarter"):
		if s.isLink(j+1, linkOf) && !s.partOfYear(j+2) || s.isMark(j+1, '-') && s.glued(j+1) && !hyphen || s.gameQuarter(j) {
			return 0
		}
		e.kind = quarterExpr
	case s.isWord(j, "half") && n <= 2:
		if !s.isLink(j+1, linkOf) || !s.partOfYear(j+2) {
			if (!hyphen || !figures[s.word(j+1)]) && !s.halfOfAccounts(i, j) {
				return 0
			}
		}
		if s.century(j + 2) {
			return 0
		}
		e.kind = halfExpr
	default:
		return 0
	}
	return s.yearOfPart(j+1, e)
}

// shortQuarter reads 3Q, 4Q18, 1H 2019: the number first, as analysts do.
func (s *scan) shortQuarter(i int, e *expr) int {
	t, n := s.tok(i), s.tok(i+1)
	if t.form != numberForm || t.digits != 1 || t.value < 1 || t.value > 4 || s.partOfNumber(i) || n.class&classQuarterName == 0 || !n.glued || !n.capital {
		return 0
	}
	e.kind, e.sub = quarterExpr, int(t.value)
	end := s.yearOfPart(i+2, e)
	if n.value == 2 {
		if e.kind = halfExpr; e.sub > 2 || !e.hasYear && !figures[s.word(i+2)] {
			return 0
		}
	}
	return end
}

// figures are what is told of a half or quarter.
var figures = setOf("profit", "profits", "results", "earnings", "sales", "revenue", "revenues", "guidance", "margin", "EBITDA", "EPS")

// accounts are words that a half of a year is spoken of with, and no half of a match.
var accounts = setOf("profit", "profits", "earnings", "sales", "revenue", "revenues", "guidance", "outlook", "forecast", "forecasts", "EBITDA", "margin", "margins", "growth", "demand", "orders", "inflation", "turnover")

// accountsReach is how many words before "the second half" may say what it is the half of.
const accountsReach = 12

// halfOfAccounts reports whether "the first half", tokens[i:j+1], is one of
// the year: behind a preposition, in a sentence that gives accounts.
func (s *scan) halfOfAccounts(i, j int) bool {
	if !s.isThe(i) || !s.isLink(i-1, linkIn) && !s.isLink(i-1, linkFor) || s.isLink(j+1, linkOf) || !s.endsNoun(j+1) || s.gameQuarter(j) {
		return false
	}
	for k := i - 1; k >= 0 && k > i-accountsReach; k-- {
		if accounts[s.word(k)] {
			return true
		}
	}
	return false
}

// gameQuarter reports whether the quarter at j is one of a match.
func (s *scan) gameQuarter(j int) bool {
	for k := j - 9; k < j+8; k++ {
		switch s.word(k) {
		case "score", "touchdown", "yards", "quarterback", "basket", "scored", "goal", "halftime", "pointer", "NBA", "NFL", "punt", "interception":
			return true
		}
	}
	return false
}

// century reports whether a century is named at i.
func (s *scan) century(i int) bool {
	for k := i; k < i+4; k++ {
		if s.isWord(k, "century") || s.isWord(k, "decade") || s.isWord(k, "month") {
			return true
		}
	}
	return false
}

// partOfYear reports whether a year is named at i.
func (s *scan) partOfYear(i int) bool {
	for s.isArticle(i) || s.is(i, classDir) || s.is(i, classFiscal) {
		i++
	}
	return s.plainYear(i) || s.isWord(i, "year")
}

// yearOfPart reads the year of a quarter or half.
func (s *scan) yearOfPart(j int, e *expr) int {
	if y, end := s.gluedYear(j); end > 0 { // Q1'19, 4Q18
		e.hasYear, e.year = true, y
		return end
	}
	k := j
	if s.isLink(k, linkOf) || s.isLink(k, linkIn) || s.isMark(k, ',') || s.isMark(k, '-') && s.glued(k) {
		k++
	}
	if s.is(k, classFiscal) {
		if y, end := s.gluedYear(k + 1); end > 0 { // Q2 FY19
			e.hasYear, e.year = true, y
			return end
		}
		if s.isWord(k+1, "year") {
			k++
		}
		k++
	}
	if s.plainYear(k) && !s.notYear(k, true) {
		e.hasYear, e.year = true, int(s.tok(k).value)
		return k + 1
	}
	if y, end := s.shortYear(k); end > 0 {
		e.hasYear, e.year = true, y
		return end
	}
	if end := s.yearDirection(j, e); end > j {
		return end
	}
	if s.isLink(j, linkOf) && s.isThe(j+1) && s.isWord(j+2, "year") {
		e.yearDir = dirSame
		return j + 3
	}
	return j
}

// gluedYear reads the two digits of a year that follow a letter without a
// space: the 18 of 4Q18, the '19 of Q1'19.
func (s *scan) gluedYear(i int) (year, end int) {
	if s.isMark(i, '\'') && s.glued(i) {
		i++
	}
	t := s.tok(i)
	end = i + 1
	if s.isWord(end, "e") && s.glued(end) { // FY13E, as estimated
		end++
	}
	if t.form != numberForm || t.digits != 2 && t.digits != 4 || !t.glued || s.glued(end) && s.tok(end).form != markForm {
		return 0, 0
	}
	if t.digits == 4 { // FY2018
		if !s.plainYear(i) {
			return 0, 0
		}
		return int(t.value), end
	}
	return s.fullYear(int(t.value)), end
}

// openFiscalYear reads a year of account that is placed by a direction or
// that something begins or ends with: this fiscal year, the end of the
// financial year.
func (s *scan) openFiscalYear(i int, e *expr) int {
	j := s.placeEdge(i, e)
	edged := j > i
	the := s.isThe(j)
	if the {
		j++
	}
	dir := uint8(0)
	switch {
	case s.isWord(j, "current"):
		dir = dirThis
		j++
	case s.is(j, classDir):
		dir = uint8(s.tok(j).value)
		j++
	}
	if !s.is(j, classFiscal) || !s.isWord(j+1, "year") || s.isMark(j+2, '-') || s.plainYear(j+2) || dir == 0 && !(edged && the) || dir == dirThese || dir == dirThat {
		e.mod, e.edge = timex.NoMod, 0
		return 0
	}
	if dir == 0 {
		dir = dirThis
	}
	e.kind, e.dir = fiscalExpr, dir
	return j + 2
}

// fiscalYear reads the 2019/20 fiscal year, fiscal 2021, FY2021, fiscal
// year-end, fiscal year 2021.
func (s *scan) fiscalYear(i, j int, e *expr) int {
	if s.plainYear(j) && (s.isMark(j+1, '/') || s.isMark(j+1, '-')) && s.tok(j+2).form == numberForm && s.is(j+3, classFiscal) {
		e.kind, e.hasYear, e.year = fiscalExpr, true, int(s.tok(j).value)
		if s.isWord(j+4, "year") {
			return j + 5
		}
		return j + 4
	}
	if s.plainYear(j) && s.is(j+1, classFiscal) && s.isWord(j+2, "year") {
		e.kind, e.hasYear, e.year = fiscalExpr, true, int(s.tok(j).value)-1
		return j + 3
	}
	if !s.is(j, classFiscal) {
		return 0
	}
	k := j + 1
	if y, end := s.gluedYear(k); end > 0 && s.tok(j).upper && !(s.isMark(end, '/') && s.glued(end)) { // FY19
		e.kind, e.hasYear, e.year = fiscalExpr, true, y-1
		if s.isWord(j, "cy") {
			e.kind, e.year = dateExpr, y
		}
		return end
	}
	if s.isWord(j, "cy") {
		if !s.tok(j).upper || !s.plainYear(k) {
			return 0
		}
		e.kind, e.hasYear, e.year = dateExpr, true, int(s.tok(k).value)
		return k + 1
	}
	if s.isWord(k, "year") {
		k++
		if s.isMark(k, '-') && s.isWord(k+1, "end") {
			e.kind, e.mod = fiscalExpr, timex.End
			return k + 2
		}
	}
	if s.plainYear(k) {
		e.kind, e.hasYear, e.year = fiscalExpr, true, int(s.tok(k).value)-1
		if s.isMark(k+1, '/') || s.isMark(k+1, '-') {
			if n := s.tok(k + 2); n.form == numberForm && n.glued {
				e.year++
				return k + 3
			}
		}
		return k + 1
	}
	return 0
}
