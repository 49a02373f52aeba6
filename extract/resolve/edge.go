package resolve

import "dateline/extract/timex"

// edge reads what may stand before a date and changes it: "early", "the end
// of", "mid-", "about", "later in". It sets the modifier of e, and returns
// the token after it, which is i where nothing of the kind stands there.
func (s *scan) edge(i int, e *expr) int {
	j := i
	if t := s.tok(j); t.class&classApprox != 0 {
		switch t.value {
		case approxAbout:
			if s.isWord(j, "about") && (s.is(j+1, classMonth|classWeekday|classHoliday) && !s.is(j+2, classDigits) || s.is(j+1, classDir) && s.is(j+2, classPart)) {
				return i // the debate about June
			}
			e.mod = timex.Approx
			j++
			if s.isMark(j, '.') && s.glued(j) {
				j++
			}
		case approxExact:
			j++
		}
	}
	return s.placeEdge(j, e)
}

// placeEdge reads "early", "the end of" and the like.
func (s *scan) placeEdge(i int, e *expr) int {
	j := i
	if s.isLink(j, linkVery) {
		j++
	}
	article := s.isThe(j)
	if article {
		j++
		if s.isWord(j, "very") {
			j++
		}
	}
	t := s.tok(j)
	if article {
		if end := s.edgeDays(j, e); end > 0 {
			return end
		}
	}
	if t.class&classEdge == 0 {
		return i
	}
	switch t.value {
	case shiftEarlier, shiftLater:
		if t.class&classShift == 0 {
			break
		}
		// "earlier this year", "later in the month": the plain year or month
		n := s.tok(j + 1)
		switch {
		case article:
			return i
		case n.class&classLink != 0 && (n.value == linkIn || n.value == linkOn):
			e.edge = edgeEarlier
			return j + 2
		case n.class&(classDir|classDay|classWeekday|classMonth|classPart) != 0 && n.value != 0:
			e.edge = edgeEarlier
			return j + 1
		}
		return i
	}
	if k := s.joinedEdge(j); k > j { // mid-to-late
		j = k
		t = s.tok(j)
	}
	mod := timex.NoMod
	of := false
	switch t.value {
	case edgeEarly:
		mod = timex.Start
	case edgeMid:
		mod, of = timex.Mid, !s.isWord(j, "mid")
	case edgeLate:
		mod = timex.End
	case edgeStart:
		mod, of = timex.Start, true
	case edgeEnd:
		mod, of = timex.End, true
	case edgeRest:
		if !article {
			return i
		}
		of = true
	default:
		return i
	}
	j++
	n := s.tok(j)
	switch {
	case of && (s.isWord(j-1, "end") || s.isWord(j-1, "start")) && n.form == markForm && n.mark == '-' && n.glued && s.glued(j+1) && s.is(j+1, classMonth|classYearDigits):
		j++ // end-September
	case of:
		if !s.isLink(j, linkOf) {
			return i
		}
		j++
	case n.form == markForm && n.mark == '-' && n.glued:
		j++
	case n.class&classLink != 0 && (n.value == linkIn || n.value == linkOn) && !article:
		j++
	}
	e.mod, e.edge = mod, uint8(t.value)
	return j
}

// edgeDays reads the days or weeks that a month or year begins or ends with,
// behind their article: the last days of the year, the first weeks of 1871.
func (s *scan) edgeDays(i int, e *expr) int {
	if !s.isWord(i+1, "days") && !s.isWord(i+1, "weeks") && !s.isWord(i+1, "hours") || !s.isLink(i+2, linkOf) {
		return 0
	}
	switch {
	case s.isWord(i, "first"), s.isWord(i, "opening"), s.isWord(i, "early"):
		e.mod, e.edge = timex.Start, edgeStart
	case s.isWord(i, "last"), s.isWord(i, "closing"), s.isWord(i, "final"), s.isWord(i, "dying"):
		e.mod, e.edge = timex.End, edgeEnd
	default:
		return 0
	}
	j := i + 3
	if s.is(j, classMonth) && s.isName(j) || s.plainYear(j) || s.isThe(j) && (s.isWord(j+1, "month") || s.isWord(j+1, "year")) {
		return j
	}
	e.mod, e.edge = timex.NoMod, 0
	return 0
}

// joinedEdge returns the second of two edges that are joined, mid-to-late,
// early to mid-, whose first is at i; i where no second stands.
func (s *scan) joinedEdge(i int) int {
	k := i + 1
	if s.isMark(k, '-') && s.glued(k) {
		k++
	}
	if !s.isLink(k, linkTo) {
		return i
	}
	k++
	if s.isMark(k, '-') && s.glued(k) {
		k++
	}
	if t := s.tok(k); t.class&classEdge != 0 && t.value <= edgeLate && s.tok(i).value <= edgeLate {
		return k
	}
	return i
}

// quantityEdge reads what stands before a quantity: "about", "more than",
// "at least", "up to", "just under", "a maximum of".
func (s *scan) quantityEdge(i int, e *expr) int {
	j := i
	if s.isWord(j, "just") || s.isWord(j, "only") {
		j++ // just under, just over; just days
		if t := s.tok(j); t.class&classApprox == 0 || t.value != approxLess && t.value != approxMore {
			if s.isPluralUnit(j) || s.chronicle() && s.is(j, classDigits|classCardinal) {
				return j
			}
			return i
		}
	} else if s.isWord(j, "well") || s.isWord(j, "slightly") {
		j++
	} else if s.isWord(j, "little") && s.tok(j+1).class&classApprox != 0 {
		j++ // little more than
	} else if s.isArticle(j) && !s.isThe(j) && s.isWord(j+1, "little") && s.tok(j+2).class&classApprox != 0 {
		j += 2 // a little over
	} else if s.tok(j).class&classArticle != 0 && s.tok(j+1).class&classApprox != 0 && s.isLink(j+2, linkOf) {
		switch s.tok(j + 1).value {
		case approxAtLeast:
			e.mod = timex.EqualOrMore
			return j + 3
		case approxUpTo:
			e.mod = timex.EqualOrLess
			return j + 3
		}
		return i
	}
	t := s.tok(j)
	switch {
	case t.class&classApprox != 0 && t.value == approxAbout:
		e.mod = timex.Approx
		return j + 1
	case t.class&classApprox != 0 && t.value == approxExact:
		return j + 1
	case t.class&classApprox != 0 && t.value == approxLess:
		if s.isWord(j, "within") {
			return i
		}
		if s.isWord(j, "less") || s.isWord(j, "fewer") {
			if !s.isWord(j+1, "than") {
				return i
			}
			j++
		}
		e.mod = timex.LessThan
		return j + 1
	case t.class&classApprox != 0 && t.value == approxMore:
		if s.isWord(j, "over") && (s.isThe(j+1) || s.is(j+1, classDir) || s.spansOver(j)) {
			return i // over the next two weeks
		}
		if s.isWord(j, "more") || s.isWord(j, "longer") {
			if !s.isWord(j+1, "than") {
				return i
			}
			j++
		}
		e.mod = timex.MoreThan
		return j + 1
	case s.isLink(j, linkAt) && s.tok(j+1).class&classApprox != 0 && s.tok(j+1).value == approxAtLeast:
		e.mod = timex.EqualOrMore
		return j + 2
	case s.isLink(j, linkAt) && s.isWord(j+1, "most"), s.isWord(j, "up") && s.isLink(j+1, linkTo):
		e.mod = timex.EqualOrLess
		return j + 2
	case s.isWord(j, "as") && s.isWord(j+2, "as"):
		switch {
		case s.isWord(j+1, "long") || s.isWord(j+1, "many") || s.isWord(j+1, "much"):
			e.mod = timex.EqualOrLess
			return j + 3
		case s.isWord(j+1, "little") || s.isWord(j+1, "few"):
			e.mod = timex.EqualOrMore
			return j + 3
		}
	case s.isWord(j, "no") && s.isWord(j+2, "than"):
		switch {
		case s.isWord(j+1, "more") || s.isWord(j+1, "longer"):
			e.mod = timex.EqualOrLess
			return j + 3
		case s.isWord(j+1, "less") || s.isWord(j+1, "fewer"):
			e.mod = timex.EqualOrMore
			return j + 3
		}
	case s.isWord(j, "close") && s.isLink(j+1, linkTo):
		e.mod = timex.LessThan
		return j + 2
	case s.isWord(j, "some") && s.is(j+1, classDigits|classCardinal):
		e.mod = timex.Approx
		return j + 1
	}
	return i
}

// yearDirection reads a year that is given by a direction, after a month, a
// season or a holiday: "last year", "of that year", "of the same year".
func (s *scan) yearDirection(i int, e *expr) int {
	j := i
	if s.isLink(j, linkOf) {
		j++
	}
	if s.isThe(j) {
		j++
	}
	dir := uint8(0)
	for s.is(j, classDir) {
		dir = uint8(s.tok(j).value)
		j++
	}
	if dir == 0 || !s.isWord(j, "year") {
		return i
	}
	e.yearDir = dir
	return j + 1
}

// spansOver reports whether "over" at j says in which time something was done
// and not that it took longer: eleven hours over two days, 226 sorties over 42
// days; but "for over two days", "over two days ago", "it took over a week".
func (s *scan) spansOver(j int) bool {
	p := s.tok(j - 1)
	if p.form != wordForm || p.class&(classLink|classApprox|classShift|classArticle|classDir) != 0 || outlasts[s.word(j-1)] {
		return false
	}
	for k := j + 1; k < j+6; k++ {
		if s.is(k, classUnit) {
			n := s.tok(k + 1)
			return s.isPluralUnit(k) && n.class&classShift == 0 && !s.isOld(k+1) && p.class&^classUnit == 0 && s.text[p.end-1] == 's'
		}
	}
	return false
}

// outlasts are words behind which "over" says that something takes longer.
var outlasts = setOf("lasts", "was", "is", "takes", "spends", "has", "needs", "serves", "runs", "does", "goes", "continues", "remains")
