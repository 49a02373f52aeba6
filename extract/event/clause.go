package event

import "dateline/extract/english"

// subordinators begin a clause when a subject and a verb, or a gerund, follow.
var subordinators = newWordSet(`after before when while as since until if unless because although though whereas once
	whether where why how that`)

// cutClauses marks where clauses begin and numbers them. It cuts at semicolons
// and dashes, at complementisers and relative pronouns, at subordinators that
// a clause follows, at coordinated verbs after a comma, at participles after a
// comma, and where a reporting verb is followed by a subject and its verb.
// Nothing is cut between "between" or "from" and what closes it.
func (s *sentence) cutClauses() {
	for i := range s.words {
		if s.cutsAt(i) {
			s.words[i].cut = true
			// "after the court ruled": what looked like a preposition is none.
			if p := s.phraseOf(i + 1); p >= 0 && s.phrases[p].prep == i && subordinators.has(s.words[i].Lower) {
				s.phrases[p].prep = -1
			}
		}
	}
	if p := s.phraseOf(1); s.close && p >= 0 && s.phrases[p].prep == 0 && subordinators.has(s.words[0].Lower) && s.clauseFollows(1, s.words[0].Lower) {
		s.phrases[p].prep = -1 // "As the price fell"
	}
	clause := 0
	var open []relative // that have not ended
	bracket := -1       // the clause that a bracket interrupts
	for i := range s.words {
		w := &s.words[i]
		if s.close && w.Text == "(" && bracket < 0 && i > 0 {
			bracket = s.words[i-1].clause
		}
		finite := w.group >= 0 && s.groups[w.group].first == i && !s.groups[w.group].participle && !s.groups[w.group].infinitive
		if w.cut {
			clause++
			if n := len(open); n > 0 && open[n-1].verb && w.Tag == english.CC && s.is(i-1, ",") && s.skipDate(i+1) > i+1 {
				open = open[:n-1] // "a firm that built mills, and in 1951 opened a bank"
			}
			if i > 0 && (s.relativeAt(i) || s.is(i, "that") && s.words[i-1].phrase >= 0) {
				open = append(open, relative{outer: s.words[i-1].clause, comma: s.is(i-1, ","), full: s.close && s.finiteIn(s.words[i-1].clause, i)})
			} else if s.close && i > 0 && (s.is(i, "when") || s.is(i, "while") || s.is(i, "where")) && s.phraseOf(i-1) >= 0 && !s.verbSince(i-1) {
				open = append(open, relative{outer: s.words[i-1].clause, comma: true}) // "the driver, at home when it rang, said"
			} else if s.is(i-1, ",") && w.group >= 0 && s.groups[w.group].participle && !s.finiteIn(s.words[i-1].clause, i) {
				open = append(open, relative{outer: s.words[i-1].clause, comma: true, verb: true}) // "The mill, built in 1873, burned"
			}
		}
		if n := len(open); n > 0 && finite && !w.cut {
			// A comma and then a finite verb, or a second finite verb without
			// a comma: the clause that was interrupted goes on.
			r := &open[n-1]
			if r.full && r.verb && s.words[i-1].phrase >= 0 {
				open = open[:n-1] // a clause of its own: the outer one has its verb
				continue
			}
			if r.verb && (s.close && r.comma && s.tag(i-1) == english.CC && s.is(i-2, ",") || s.is(s.adverbsBefore(i)-1, ",") || !r.comma && s.words[i-1].Tag != english.CC) {
				w.cut = true
				clause++
				for j := i; j < len(s.words) && (j == i || !s.words[j].cut); j++ {
					s.words[j].clause = r.outer
				}
				open = open[:n-1]
				continue
			}
			r.verb = true
		}
		if w.clause < 0 {
			w.clause = clause
		}
		if bracket >= 0 && s.is(i-1, ")") {
			// What comes after the bracket goes on with what came before it.
			for j := i; j < len(s.words) && (j == i || !s.words[j].cut); j++ {
				s.words[j].clause = bracket
			}
			bracket = -1
		}
	}
}

// finiteIn reports whether a finite verb of the clause stands before word i.
func (s *sentence) finiteIn(clause, i int) bool {
	for k := range s.groups {
		if g := &s.groups[k]; g.head < i && !g.infinitive && !g.participle && s.words[g.head].clause == clause {
			return true
		}
	}
	return false
}

// relative is a relative clause that is being read.
type relative struct {
	outer int  // the clause that it interrupts
	comma bool // it began after a comma
	verb  bool // its finite verb has come
	full  bool // the clause that it interrupts had its verb before
}

// relativeAt reports whether a relative pronoun stands at i.
func (s *sentence) relativeAt(i int) bool {
	switch s.tag(i) {
	case english.WDT, english.WP, english.WPS:
		return true
	}
	switch s.lower(i) {
	case "who", "which", "whose", "whom":
		return true
	case "where":
		return i > 0
	}
	return false
}

func (s *sentence) cutsAt(i int) bool {
	if i == 0 {
		return false
	}
	w := &s.words[i]
	if w.phrase >= 0 && s.phrases[w.phrase].first < i {
		return false
	}
	switch w.Text {
	case ";", "—", ":", "(":
		return true
	case ")":
		return false
	}
	if s.is(i-1, ")") && !s.close {
		return true
	}
	if s.relativeAt(i) {
		return !(s.tag(i-1) == english.IN) // "in which" is cut before "in"
	}
	if w.Tag == english.IN && s.relativeAt(i+1) {
		return true
	}
	if subordinators.has(w.Lower) && w.phrase < 0 && s.clauseFollows(i+1, w.Lower) {
		return true
	}
	if w.Tag == english.CC && w.Lower != "&" {
		// ", and VERB", ", and in 1951 VERB", "and NOUN VERB"
		if p := s.phraseOf(i - 1); s.close && p >= 0 && s.phrases[p].prep >= 0 && s.is(s.phrases[p].prep, "between") && s.phraseOf(i+1) >= 0 {
			return false // "the border between Norway and Peru"
		}
		if p := s.phraseOf(i - 1); s.close && p >= 0 && s.phrases[p].pronoun && s.phraseOf(i+1) >= 0 && nominative[s.words[i-1].Lower] {
			return false // "reported he and his wife fell ill"
		}
		j := s.skipAdverbs(i + 1)
		if s.is(i-1, ",") {
			j = s.skipDate(j)
		}
		if j < len(s.words) && s.words[j].group >= 0 {
			g := &s.groups[s.words[j].group]
			return !g.infinitive && (!g.participle || s.is(i-1, ","))
		}
		return s.verbSince(i-1) && s.clauseFollows(i+1, w.Lower)
	}
	if s.is(i-1, ",") && w.group >= 0 && s.groups[w.group].first == i && s.groups[w.group].participle {
		return true
	}
	if s.close && s.is(i-1, ",") && w.phrase >= 0 && s.phrases[w.phrase].first == i && s.subordinate(i-1) && s.finiteAfter(s.phrases[w.phrase].last+1) {
		return true // "As the price fell, the mine closed"
	}
	// "came the same day the mine closed", "said on Monday no guard would go"
	if s.close && w.phrase >= 0 && s.phrases[w.phrase].first == i && s.words[i-1].timex >= 0 && s.words[i-1].timex != w.timex && s.phrases[w.phrase].prep < 0 &&
		s.verbSince(i-1) && s.finiteAfter(s.phrases[w.phrase].last+1) {
		return true
	}
	// "said he would", "announced face coverings would become"
	if w.phrase >= 0 && s.phrases[w.phrase].first == i && s.words[i-1].group >= 0 &&
		(reporting[s.groups[s.words[i-1].group].lemma] || s.close && clausal[s.groups[s.words[i-1].group].lemma]) && s.finiteAfter(s.phrases[w.phrase].last+1) {
		return true
	}
	// "Washington said, as tensions": the quote that a reporting verb brings.
	if w.quoted && !s.words[i-1].quoted && i > 1 && (s.is(i-2, ",") || s.is(i-2, ":") || s.words[max(i-2, 0)].group >= 0) {
		return true
	}
	return false
}

// skipDate returns the word after the time expression that begins at i, its
// preposition and what commas set it apart included; i where there is none.
func (s *sentence) skipDate(i int) int {
	j := i
	if s.is(j, ",") {
		j++
	}
	if s.tag(j) == english.IN {
		j++
	}
	if j >= len(s.words) || s.words[j].timex < 0 {
		return i
	}
	for j < len(s.words) && s.words[j].timex >= 0 {
		j++
	}
	if s.is(j, ",") {
		j++
	}
	return s.skipAdverbs(j)
}

// nominative pronouns are never what something is done to.
var nominative = words(`he she they we i`)

// clausal are further verbs that bring a clause without "that".
var clausal = words(`rule decide find show know learn discover ensure determine realize realise understand judge`)

// subordinate reports whether a clause that a subordinator opens, and that has
// its verb, ends before word i.
func (s *sentence) subordinate(i int) bool {
	verb := false
	for ; i >= 0; i-- {
		w := &s.words[i]
		if w.group >= 0 && !s.groups[w.group].infinitive && !s.groups[w.group].participle {
			verb = true
		}
		if subordinators.has(w.Lower) && w.phrase < 0 && (i == 0 || w.cut) {
			return verb
		}
		if w.cut {
			return false
		}
	}
	return false
}

// verbSince reports whether a verb stands between the last cut and word i;
// where none does, "and" joins subjects ("Russia and Iran signed").
func (s *sentence) verbSince(i int) bool {
	for ; i >= 0; i-- {
		if s.words[i].group >= 0 {
			return true
		}
		if s.words[i].cut {
			return false
		}
	}
	return false
}

// clauseFollows reports whether a clause begins at i: noun phrases and then a
// finite verb, or a gerund after a conjunction of time.
func (s *sentence) clauseFollows(i int, conjunction string) bool {
	switch conjunction {
	case "after", "before", "while", "when", "since", "until":
		if j := s.skipAdverbs(i); j < len(s.words) && s.words[j].group >= 0 {
			return true
		}
	case "that":
		if i >= 2 && s.words[i-2].group >= 0 && reporting[s.groups[s.words[i-2].group].lemma] {
			return true
		}
	}
	// At most one attached phrase ("the price of oil rose") before the verb.
	phrases := 0
	for j := i; j < len(s.words); j++ {
		w := &s.words[j]
		switch {
		case w.group >= 0:
			g := &s.groups[w.group]
			return phrases > 0 && !g.infinitive && !g.participle
		case w.phrase >= 0:
			phrases++
			j = s.phrases[w.phrase].last
			if q := s.phraseOf(j + 2); s.close && phrases == 1 && s.is(j+1, ",") && q >= 0 && s.phrases[q].prep < 0 {
				if end := s.phrases[s.attached(q, len(s.words))].last + 1; s.is(end, ",") {
					j = end // "after Bo Kim, a judge, ruled"
				}
			}
		case w.Tag == english.CC && j+1 < len(s.words) && s.words[j+1].group >= 0:
			return false // "as a fellow and admitted"
		case s.close && phrases > 0 && subordinators.has(w.Lower) && w.Tag == english.IN:
			return false // "as mayor after the vote was lost": that one begins the clause
		case w.timex >= 0 || w.Tag == english.IN || w.Tag == english.RB || w.Tag == english.CC && phrases > 0:
		default:
			return false
		}
	}
	return false
}

// finiteAfter reports whether a finite verb group begins at i, adverbs and
// one attached phrase skipped.
func (s *sentence) finiteAfter(i int) bool {
	for n := 0; i < len(s.words); {
		w := &s.words[i]
		switch {
		case w.group >= 0:
			g := &s.groups[w.group]
			return !g.infinitive && !g.participle
		case w.Tag == english.RB || w.timex >= 0 && w.phrase < 0:
			i++
		case s.close && (w.Text == "\"" || w.Text == "“"):
			i++ // "says Kim “has no plan”"
		case s.close && w.Tag == english.CC && s.tag(i+1) == english.RB:
			i += 2 // "and elsewhere"
		case s.close && w.Text == "(":
			for i < len(s.words) && s.words[i].Text != ")" {
				i++
			}
			i++
		case w.Tag == english.IN && i+1 < len(s.words) && s.words[i+1].phrase >= 0 && (n == 0 || s.close && n < 3):
			i = s.phrases[s.words[i+1].phrase].last + 1
			n++
		default:
			return false
		}
	}
	return false
}
