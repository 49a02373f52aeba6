package event

// negativeWords deny what their verb says when they are its subject, part of
// it, or stand right before the verb.
var negativeWords = newWordSet(`no none nobody nothing neither nowhere hardly barely scarcely few never not n't n’t without cannot`)

// negations returns the words that deny what group i says, in order.
func (s *sentence) negations(i int) []string {
	g := &s.groups[i]
	var found []string
	if p := g.subject; p >= 0 && g.governor < 0 {
		top := s.outermost(p)
		from := s.phrases[top].first
		if from > 0 && s.phrases[top].prep == from-1 && s.is(from-1, "of") && s.words[max(from-2, 0)].phrase < 0 {
			from = max(from-2, 0) // "none of the candidates"
		}
		for j := from; j <= s.phrases[top].last; j++ {
			w := s.words[j].Lower
			if negativeWords.has(w) && (w != "few" || !s.is(j-1, "a")) {
				found = append(found, s.words[j].Text)
				break
			}
		}
	}
	for j := max(0, g.first-1); j < g.head; j++ {
		if w := s.words[j].Lower; negativeWords.has(w) && s.words[j].phrase < 0 && w != "no" {
			found = append(found, s.words[j].Text)
		}
	}
	if j := g.last + 1; s.is(j, "nothing") || s.is(j, "nobody") || s.is(j, "none") {
		found = append(found, s.words[j].Text)
	}
	if g.infinitive && g.governor >= 0 {
		over := &s.groups[g.governor]
		if (over.lemma == "have" || over.lemma == "be") && s.is(g.first-1, "yet") {
			found = append(found, "yet to")
		}
	}
	return found
}

// negativeSubject reports whether the subject of group i is what denies it.
func (s *sentence) negativeSubject(i int) bool {
	g := &s.groups[i]
	if g.subject < 0 {
		return false
	}
	for j := s.phrases[g.subject].first; j <= s.phrases[g.subject].last; j++ {
		if negativeWords.has(s.words[j].Lower) {
			return true
		}
	}
	p := s.outermost(g.subject)
	for j := max(0, s.phrases[p].first-2); j <= s.phrases[p].last; j++ {
		if w := s.words[j].Lower; w == "none" || w == "neither" || w == "nobody" || w == "few" || w == "hardly" {
			return true
		}
	}
	return false
}
