package event

import "dateline/extract/english"

// agree gives a coordinated verb that its subject does not agree with the
// subject of an earlier verb: "The builder said its permits were in order, and
// has stopped work".
func (s *sentence) agree(i int) {
	g := &s.groups[i]
	if g.subject >= 0 && !g.participle && !s.words[g.head].quoted && s.words[s.phrases[g.subject].head].quoted && s.phrases[g.subject].last < g.first {
		for k := i - 1; k >= 0; k-- { // "Lee said “they sell out” and called it a pity"
			if v := &s.groups[k]; !s.words[v.head].quoted && v.subject >= 0 && !s.words[s.phrases[v.subject].head].quoted {
				g.subject = v.subject
				return
			}
		}
	}
	if i == 0 || g.subject < 0 || g.infinitive || g.participle || s.tag(s.adverbsBefore(g.first)-1) != english.CC {
		return
	}
	if g.object >= 0 && !g.passive && s.sameCountry(g.subject, g.object) {
		for k := i - 1; k >= 0; k-- { // "Bern says that Rome has left and accuses Italy"
			if p := s.groups[k].subject; p >= 0 && p != g.subject && !s.sameCountry(p, g.object) {
				g.subject = p
				return
			}
		}
	}
	many, said := s.numberOf(g)
	if !said || s.plural(s.leftmost(g.subject), g.subject) == many {
		return
	}
	for k := i - 1; k >= 0; k-- {
		if p := s.groups[k].subject; p >= 0 && p != g.subject && !s.phrases[p].pronoun && s.plural(s.leftmost(p), p) == many {
			g.subject = p
			return
		}
	}
}

// sameCountry reports whether both phrases name one country, or its capital.
func (s *sentence) sameCountry(p, q int) bool {
	a, b := s.countryOf(p), s.countryOf(q)
	return a != "" && a == b
}

func (s *sentence) countryOf(p int) string {
	name, _ := s.nameOf(&s.phrases[p])
	if seat := capitals[name]; seat != "" {
		return seat
	}
	return geography[name]
}

// numberOf returns whether the first word of g is plural, and whether it says so.
func (s *sentence) numberOf(g *group) (many, said bool) {
	switch s.words[g.first].Lower {
	case "has", "is", "was", "does":
		return false, true
	case "have", "are", "were", "do":
		return true, true
	}
	return false, s.words[g.first].Tag == english.VBZ
}

// saidAlready returns the verb of saying that a conjunction joins group i with:
// "Lee admitted that the plan had failed and said that"; -1 where there is none.
func (s *sentence) saidAlready(i int) int {
	g := &s.groups[i]
	if !s.close || !reporting[g.lemma] || g.infinitive || g.participle || g.passive || g.subject < 0 || s.tag(s.adverbsBefore(g.first)-1) != english.CC {
		return -1
	}
	for k := i - 1; k >= 0; k-- {
		v := &s.groups[k]
		if reporting[v.lemma] && !v.infinitive && !v.participle && v.subject >= 0 && v.subject != g.subject && s.phrases[v.subject].first < v.first && s.phrases[g.subject].first > v.last &&
			s.words[v.head].quoted == s.words[g.head].quoted {
			return k
		}
	}
	return -1
}
