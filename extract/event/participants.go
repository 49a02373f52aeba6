package event

import "slices"

// participantsOf returns who takes part in the event: the names in subject,
// object and after "by", "with", "between", "against" and "of" in the clause
// of the head, in order, in their fullest form, and countries for the
// governments that their capitals stand for.
func (f *finder) participantsOf(h *head) []string {
	s := h.s
	var found []string
	add := func(p int) {
		first := s.leftmost(p)
		for q := first; q <= max(p, s.rightmost(p)); q++ {
			if name := f.actor(s, q); name != "" && !slices.Contains(found, name) {
				found = append(found, name)
			}
		}
	}
	g := -1
	switch {
	case h.group >= 0:
		g = h.group
	case h.phrase >= 0:
		if v := s.groupBefore(h.word); v >= 0 && (s.groups[v].object == h.phrase || s.cuts(s.groups[v].head, h.word) == 0) {
			g = v
		}
	}
	if g >= 0 {
		if p := s.groups[g].subject; p >= 0 {
			if s.phrases[p].pronoun {
				if name := f.antecedent(s, s.phrases[p].head); name != "" {
					found = append(found, name)
				}
			} else {
				add(s.appositive(p))
			}
		}
		if p := s.groups[g].object; p >= 0 && p != h.phrase {
			add(p)
		}
	}
	for i := range s.phrases {
		p := &s.phrases[i]
		if p.prep < 0 || s.cuts(h.word, p.first) > 0 || p.first < h.word {
			continue
		}
		switch s.lower(p.prep) {
		case "by", "with", "between", "against", "of", "to", "from":
			add(i)
		}
	}
	return found
}

// actor returns the name of phrase p if it can act: a person, an
// organization or a country.
func (f *finder) actor(s *sentence, p int) string {
	ph := &s.phrases[p]
	if s.words[ph.first].timex >= 0 {
		return ""
	}
	name, _ := f.names.nameIn(s, ph)
	if name == "" {
		return ""
	}
	if class, _ := classOfNoun(lastWordLower(name)); class == listedEvent {
		return ""
	}
	if ph.prep < 0 || !placePrepositions[s.words[ph.prep].Lower] {
		if country := capitals[name]; country != "" {
			return country
		}
		if country := geography[name]; country != "" {
			return country
		}
	}
	return f.names.fullest(name)
}
