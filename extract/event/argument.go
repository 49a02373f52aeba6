package event

import "dateline/extract/english"

// objectControl verbs give the subject of their infinitive as an object: the
// court in "asked the court to rule".
var objectControl = words(`ask tell order urge force allow permit require request direct instruct lead cause enable
	encourage invite persuade advise compel appoint elect help want expect`)

// linkArguments finds subject and object of each verb group.
func (s *sentence) linkArguments() {
	for i := range s.groups {
		s.groups[i].object = s.objectOf(i)
	}
	for i := range s.groups {
		if p := s.inverted(i); p >= 0 {
			s.groups[i].subject, s.groups[i].object = p, -1
			continue
		}
		s.groups[i].subject = s.subjectOf(i)
		if k := s.saidAlready(i); k >= 0 {
			s.groups[i].subject = s.groups[k].subject
		}
		if s.close {
			s.agree(i)
		}
	}
}

// adverbsBefore returns the first of the adverbs right before word i.
func (s *sentence) adverbsBefore(i int) int {
	for i > 0 && (s.words[i-1].Tag == english.RB || s.words[i-1].Tag == english.RBR) {
		i--
	}
	return i
}

// objectOf returns the noun phrase right after the group, -1 when there is
// none or when it is the subject of another verb.
func (s *sentence) objectOf(i int) int {
	g := &s.groups[i]
	j := s.skipAdverbs(g.last + 1)
	for j < len(s.words) && s.words[j].timex >= 0 && s.words[j].phrase < 0 {
		j++ // "announced Tuesday a plan"
	}
	if j < len(s.words) && (s.words[j].Text == "\"" || s.words[j].Text == "“") {
		j++
	}
	if j >= len(s.words) || s.words[j].phrase < 0 {
		return -1
	}
	p := s.words[j].phrase
	if s.phrases[p].prep >= 0 || s.words[j].cut && s.finiteAfter(s.phrases[p].last+1) {
		return -1
	}
	return p
}

// subjectOf returns the noun phrase that is the subject of the group, -1 when
// none can be made out.
func (s *sentence) subjectOf(i int) int {
	g := &s.groups[i]
	if p := s.phraseOf(g.first - 1); s.close && g.infinitive && g.passive && p >= 0 && !s.phrases[p].pronoun && !s.is(s.phrases[p].prep, "by") && s.words[s.phrases[p].first].timex < 0 {
		return p // "a candidate for the election to be held"
	}
	if p := s.phraseOf(g.first - 1); s.close && g.infinitive && p >= 0 && s.is(s.phrases[p].prep, "for") && s.phrases[p].pronoun {
		return p // "a pleasure for me to open"
	}
	if g.governor >= 0 {
		if over := &s.groups[g.governor]; g.infinitive && over.object >= 0 && objectControl[over.lemma] && !over.passive {
			return over.object
		} else {
			return over.subject
		}
	}
	if g.participle && g.passive && g.first > 0 {
		if p := s.phraseOf(g.first - 1); p >= 0 {
			return p // "the law imposed by"
		}
		if p := s.phraseOf(g.first - 2); p >= 0 && s.is(g.first-1, ",") {
			return s.outermost(p) // "the ban, introduced in"
		}
	}
	if s.close && !g.infinitive && !g.participle {
		// "as the day drew near"
		if j := s.adverbsBefore(g.first) - 1; j >= 0 && s.words[j].timex >= 0 {
			for j > 0 && s.words[j-1].timex == s.words[j].timex {
				j--
			}
			if j == 0 || subordinators.has(s.lower(j-1)) && s.words[j-1].cut || j == 1 && subordinators.has(s.lower(0)) {
				return -1
			}
		}
	}
	if p := s.interrupted(g); p >= 0 {
		return p
	}
	if p := s.absolute(g); p >= 0 {
		return p
	}
	if s.close && g.participle && !g.passive && i > 0 {
		p := s.phraseOf(g.first - 1)
		if s.is(g.first-1, ",") || s.tag(g.first-1) == english.CC || p >= 0 && s.phrases[p].prep > 0 && placePrepositions[s.lower(s.phrases[p].prep)] || p >= 0 && s.phrases[p].prep > 0 && (s.is(s.phrases[p].prep, "on") || s.is(s.phrases[p].prep, "to")) {
			// "cut costs, closing shops", "landed on the lawn carrying mail": who does both.
			for k := i - 1; k >= 0; k-- {
				v := &s.groups[k]
				if v.infinitive || v.participle || v.relative || k > 0 && (clausal[s.groups[k-1].lemma] || reporting[s.groups[k-1].lemma] && reporting[g.lemma]) && s.words[v.first].clause != s.words[s.groups[k-1].first].clause {
					continue // "the court decided that it did not apply, reversing": the court does
				}
				return v.subject
			}
		}
	}
	if g.participle && !g.passive && g.first > 0 && s.words[g.first-1].phrase >= 0 {
		return s.words[g.first-1].phrase // "troops fighting in"
	}
	for j := g.first - 1; j >= 0; j-- {
		w := &s.words[j]
		switch {
		case s.relativeAt(j) && w.clause == s.words[g.first].clause:
			// The antecedent: the last phrase before the clause.
			g.relative = true
			for k := j - 1; k >= 0; k-- {
				if t := s.tag(k); s.close && s.words[k].phrase < 0 && s.words[k].timex < 0 && (t.Adjective() || t.Noun() || t.Verb()) {
					return -1 // "fish that died": what it is said of was not read
				}
				if p := s.words[k].phrase; p >= 0 && s.close && s.is(j, "which") && s.datedBetween(k, j) {
					return -1 // "died on Friday, which became known": not who died
				} else if p >= 0 && s.close && reporting[g.lemma] && s.words[s.phrases[p].last].Tag.Name() {
					return p // "an invasion of Ukraine, which warned": who can speak
				} else if p >= 0 && s.close {
					return s.antecedentOf(p, j)
				} else if p >= 0 {
					return s.outermost(p)
				}
			}
			return -1
		case w.phrase >= 0 && w.clause == s.words[g.first].clause:
			if s.words[s.phrases[w.phrase].head].Tag == english.CD && s.is(s.phrases[w.phrase].first-1, ",") && s.is(j+1, ",") {
				continue // an age: "Ann Lee, 20, was"
			}
			if p := s.outermost(w.phrase); s.phrases[p].prep < 0 || s.is(s.phrases[p].prep, "of") {
				if s.isObject(p, i) {
					if v := s.lastGroupBefore(j); s.close && s.groups[v].participle && !s.groups[v].passive && (s.words[s.groups[v].first].cut || s.is(s.groups[v].first-1, "that")) && s.groups[v].object == p && s.phrases[p].last+1 == g.first {
						return p // "that wearing a mask would become": the mask, as near as a name comes
					}
					return s.groups[s.finiteBefore(g, s.lastGroupBefore(j))].subject
				}
				return p
			}
			j = s.phrases[w.phrase].first
		case w.group >= 0 && w.clause == s.words[g.first].clause:
			return s.groups[w.group].subject // coordinated: "met and agreed"
		case w.cut && w.clause == s.words[g.first].clause:
			// The clause has no subject of its own: that of the one before.
			if k := s.finiteBefore(g, s.lastGroupBefore(j)); k >= 0 && !(w.Tag == english.IN && !g.participle) {
				return s.groups[k].subject
			}
			return -1
		}
	}
	return s.participantAhead(i)
}

// finiteBefore returns verb v or, where a conjunction joins the finite g to it
// and it only tells more of a noun, the one before: "spoke of people buying guns
// and warned".
func (s *sentence) finiteBefore(g *group, v int) int {
	if !s.close || g.participle || g.infinitive || s.tag(s.adverbsBefore(g.first)-1) != english.CC {
		return v
	}
	for v > 0 && s.groups[v].participle && s.phraseOf(s.groups[v].first-1) >= 0 {
		v--
	}
	return v
}

// inverted returns the phrase after a verb of saying that is its subject:
// "“It is late”, said Ann Lee"; -1 where there is none.
func (s *sentence) inverted(i int) int {
	g := &s.groups[i]
	if !s.close || !reporting[g.lemma] || g.object < 0 || g.passive || g.infinitive || g.participle || g.first != g.last || g.first < 2 {
		return -1
	}
	before := g.first - 1
	for before > 0 && (s.words[before].Text == "," || isQuote(s.words[before].Text)) {
		before--
	}
	if before == g.first-1 || s.words[g.head].quoted || !s.words[before].quoted && g.first <= 4 {
		return -1
	}
	p := &s.phrases[g.object]
	if p.pronoun || !s.words[p.last].Tag.Name() && !titleNouns.has(s.words[p.head].Lower) && !humans[s.words[p.head].Lower] || s.finiteAfter(p.last+1) {
		return -1
	}
	if g.first > 1 && s.is(g.first-1, ",") && s.phraseOf(g.first-2) >= 0 && !s.words[g.first-2].quoted && s.interrupted(g) >= 0 {
		return -1
	}
	return g.object
}

// participantAhead returns the subject of the first finite group after a
// participle that opens the sentence: "Speaking in Rome, the Pope said".
func (s *sentence) participantAhead(i int) int {
	if !s.groups[i].participle || i+1 >= len(s.groups) {
		return -1
	}
	g := &s.groups[i+1]
	for j := g.first - 1; j > s.groups[i].last; j-- {
		if p := s.words[j].phrase; p >= 0 && s.phrases[p].prep < 0 {
			return p
		}
	}
	return -1
}

// isObject reports whether phrase p is the object of a group before group i.
func (s *sentence) isObject(p, i int) bool {
	for j := range i {
		if s.groups[j].object == p && !s.groups[j].relative {
			return true
		}
	}
	return false
}

func (s *sentence) lastGroupBefore(word int) int {
	for j := word; j >= 0; j-- {
		if s.words[j].group >= 0 {
			return s.words[j].group
		}
	}
	return -1
}

// outermost climbs from a phrase that hangs on another by "of", "in", "for"
// or "from" to the one that it hangs on: "the government of Burundi".
func (s *sentence) outermost(p int) int {
	if i := s.phrases[p].first - 1; s.is(i, "and") && p > 0 && s.phraseOf(i-1) == p-1 && s.phrases[p-1].prep >= 0 && !s.words[i].cut {
		// "the debate between Ann Lee and Bo Kim", but "President Lee of Peru and Prime Minister Kim met"
		if _, titled := s.nameOf(&s.phrases[p]); !titled || s.is(s.phrases[p-1].prep, "between") {
			p--
		}
	}
	if i := s.phrases[p].first - 1; s.close && s.is(i, ",") && s.phraseOf(i-1) >= 0 && s.phrases[p].first >= s.phrases[p].last-1 && (geography[s.string(s.phrases[p].first, s.phrases[p].last)] != "" || places[s.string(s.phrases[p].first, s.phrases[p].last)]) {
		if q := s.phraseOf(i - 1); s.phrases[q].prep > 0 && placePrepositions[s.lower(s.phrases[q].prep)] && s.words[i-1].Tag.Name() && !s.is(s.phrases[p].last+1, "and") {
			p = q // "the opening in Orlo, Canada"
		}
	}
	for s.phrases[p].prep > 0 {
		before := s.phrases[p].prep - 1
		if s.words[before].phrase < 0 || s.words[before].clause != s.words[s.phrases[p].first].clause {
			return p
		}
		p = s.words[before].phrase
	}
	return p
}
