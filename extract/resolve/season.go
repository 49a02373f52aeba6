package resolve

import "dateline/extract/timex"

// seasonFamily finds seasons: last summer, winter 2019, the spring of 1939,
// early summer, summer.
func seasonFamily() *family {
	return &family{name: "season", lead: classSeason | classDir | classArticle | classEdge | classApprox | classLink | classDigits, need: classSeason,
		match: (*scan).matchSeason}
}

func (s *scan) matchSeason(i int, e *expr) int {
	if s.is(i, classLink) && !s.isLink(i, linkVery) {
		return 0
	}
	j := s.edge(i, e)
	edged := j > i
	the := s.isThe(j)
	if the {
		j++
		if p := s.tok(j); p.class&classEdge != 0 && p.value == edgeLate && s.is(j+1, classSeason) {
			e.mod = timex.End
			j++
		}
	}
	for s.is(j, classDir) && j < i+6 {
		if d := uint8(s.tok(j).value); e.dir == 0 || d != dirThis {
			e.dir = d
		}
		j++
	}
	if s.plainYear(j) && s.is(j+1, classSeason) && !s.is(j+2, classDigits) { // 2014 summer
		if w := s.tok(j + 2); w.capital && w.form == wordForm {
			return 0 // the 2014 Winter Olympics
		}
		e.kind, e.season, e.hasYear, e.year = seasonExpr, timex.Season(s.tok(j+1).value), true, int(s.tok(j).value)
		return j + 2
	}
	t := s.tok(j)
	if t.class&classSeason == 0 || e.dir == dirThese {
		return 0
	}
	if s.text[t.end-1] == 's' {
		return 0
	}
	e.kind, e.season = seasonExpr, timex.Season(t.value)
	k := j + 1
	if s.isLink(k, linkOf) || s.isMark(k, ',') {
		k++
	}
	if s.plainYear(k) && !s.notYear(k, true) {
		e.hasYear, e.year = true, int(s.tok(k).value)
		if s.isMark(k+1, '-') || s.isMark(k+1, '/') {
			if s.glued(k+1) && s.isNumber(k+2, 2) && s.tok(k+2).digits == 2 && e.season == timex.Winter { // the winter of 1939–40
				return k + 3
			}
		}
		return k + 1
	}
	if y, end := s.shortYear(k); end > 0 {
		e.hasYear, e.year = true, y
		return end
	}
	if end := s.eraYear(k, e); end > 0 {
		e.kind = seasonExpr
		return end
	}
	verb := (s.isWord(j, "fall") || s.isWord(j, "spring")) && !the && !edged && e.dir == 0 && !s.is(j-1, classLink)
	if end := s.yearDirection(j+1, e); end > j+1 && !verb {
		return end
	}
	if e.dir != 0 {
		if e.season == timex.Fall && s.isWord(j, "fall") && s.is(j+1, classLink) && s.isLink(j+1, linkIn) && e.dir != dirLast && e.dir != dirNext {
			return 0 // this fall in prices
		}
		return j + 1
	}
	if edged && e.mod != timex.Approx {
		return j + 1
	}
	return s.bareSeason(j, the)
}

// ofSpring are nouns that are named for the spring.
var ofSpring = setOf("term", "semester", "session", "sessions", "collection", "collections", "game", "games", "league", "election", "elections", "training", "break", "sale", "sales",
	"statement", "budget", "meeting", "meetings", "tour", "championship", "championships", "season", "sitting", "offensive", "campaign", "issue", "edition", "program", "programme", "festival", "water", "waters")

// bareSeason decides whether the season at j, with no year and no direction,
// is one: "fall" and "spring" are verbs and nouns too.
func (s *scan) bareSeason(j int, the bool) int {
	t, n := s.tok(j), s.tok(j+1)
	if n.glued && n.form == wordForm || s.isMark(j+1, '-') && s.glued(j+1) && s.tok(j+2).form == wordForm {
		return 0
	}
	k := j - 1
	if the {
		k--
	}
	if t.capital && s.mode == news && (n.capital && n.form == wordForm || !s.is(k, classLink) && k >= 0 && s.tok(k).capital) {
		return 0 // Prague Spring, Summer Olympics
	}
	p := s.tok(k)
	preposition := p.class&classLink != 0 && (p.value == linkIn || p.value == linkBy || p.value == linkUntil || p.value == linkDuring || p.value == linkFrom || p.value == linkTo || p.value == linkFor) ||
		s.isWord(k, "over") && the || s.isWord(k, "since") || s.isWord(k, "before") && s.endsNoun(j+1) || s.isWord(k, "after") && s.endsNoun(j+1)
	switch {
	case s.mode == narrative && s.focus.hasYear && t.capital && n.capital && s.isWord(j, "spring"):
		return j + 1 // the Spring Offensive
	case s.isWord(j, "fall"), s.isWord(j, "spring"):
		if preposition && s.isLink(j+1, linkOf) {
			return 0
		}
		if preposition && (the || s.isLink(k, linkIn) && s.isWord(j, "spring") || s.isLink(k, linkBy) || s.isLink(k, linkUntil) || s.isWord(k, "since")) &&
			(n.form != wordForm || s.endsNoun(j+1) || n.class != 0 || the && s.isWord(j, "spring") && s.isLink(k, linkIn) && !n.capital && !ofSpring[s.word(j+1)]) {
			return j + 1
		}
		return 0
	}
	if s.mode == narrative && s.focus.hasYear && !s.isWord(j+1, "olympics") && !s.isWord(j+1, "palace") && !s.isWord(j+1, "games") {
		return j + 1 // winter quarters, the summer invasion
	}
	if !preposition {
		return 0
	}
	if n.form == wordForm && n.class == 0 && !s.endsNoun(j+1) && !the {
		return 0
	}
	return j + 1
}
