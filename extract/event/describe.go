package event

import "dateline/extract/english"

// kindNow names the form of a head.
func (h *head) kindNow() *value {
	g := h.verb()
	if g == nil {
		switch {
		case h.lemma == "according":
			return &accordingValue
		case h.carried():
			return &carriedValue
		case h.class == listedEvent:
			return &nounValue
		}
		return &nominalValue
	}
	switch {
	case g.infinitive:
		return &infinitiveValue
	case g.participle && g.passive:
		return &participleValue
	case g.participle:
		return &gerundValue
	case g.tense == modal:
		return &modalValue
	case g.tense == future:
		return &futureValue
	case g.tense == present && !g.perfect:
		return &presentValue
	case g.perfect:
		return &perfectValue
	}
	return &pastValue
}

// role says what a noun does in its clause.
func (h *head) role() string {
	if h.phrase < 0 {
		return "-"
	}
	if h.carried() {
		return "carried"
	}
	s, p := h.s, &h.s.phrases[h.phrase]
	for i := range s.groups {
		g := &s.groups[i]
		switch {
		case g.object == h.phrase && light[g.lemma]:
			return "light"
		case g.object == h.phrase && aspectual[g.lemma]:
			return "aspect"
		case g.object == h.phrase:
			return "object"
		case g.subject == h.phrase && (occurring[g.lemma] || g.lemma == "take" && s.is(g.last+1, "place")):
			return "occurs"
		case g.subject == h.phrase && aspectual[g.lemma]:
			return "aspect"
		case g.subject == h.phrase && g.lemma == "be":
			return "copula"
		case g.subject == h.phrase && g.passive && light[g.lemma]:
			return "light"
		case g.subject == h.phrase:
			return "subject"
		}
	}
	if p.prep >= 0 {
		return s.words[p.prep].Lower
	}
	return "none"
}

// clauseKind says what sort of clause h stands in: what word opens it.
func (h *head) clauseKind() string {
	s := h.s
	c := s.words[h.word].clause
	for i := h.word; i >= 0; i-- {
		if s.words[i].clause == c && (i == 0 || s.words[i-1].clause != c) {
			if i == 0 {
				return "main"
			}
			switch w := &s.words[i]; {
			case s.relativeAt(i):
				return "relative"
			case subordinators.has(w.Lower):
				return w.Lower
			case w.Tag == english.CC:
				return "and"
			case w.Text == "(" || w.Text == "—" || w.Text == ":" || w.Text == ";":
				return w.Text
			case w.group >= 0 && s.groups[w.group].participle:
				return "gerund"
			}
			return "other"
		}
	}
	return "main"
}

// determiner says how the phrase of a noun is introduced.
func (h *head) determiner() string {
	if h.phrase < 0 {
		return "-"
	}
	p := &h.s.phrases[h.phrase]
	w := &h.s.words[p.first]
	switch {
	case w.Lower == "the", w.Lower == "a", w.Lower == "an", w.Lower == "this", w.Lower == "that", w.Lower == "no":
		return w.Lower
	case w.Tag == english.PRPS:
		return "possessive"
	case w.Tag == english.CD:
		return "number"
	case p.first == p.head:
		return "bare"
	}
	for i := p.first; i < p.head; i++ {
		if h.s.words[i].Tag == english.POS {
			return "genitive"
		}
	}
	return "other"
}

// describe notes the features of a head that do not depend on a date.
func (h *head) describe(f *features) {
	s, kind, is := h.s, h.kind, h.traits
	g := h.verb()
	f.add("kind", kind)
	lemma := f.of(h.lemma)
	f.add("lemma", lemma)
	f.add("kindlemma", kind, lemma)
	f.when(s.words[h.word].quoted, "quoted", kind)
	ck := f.of(h.clauseKind())
	f.add("clause", ck)
	f.add("clausekind", ck, kind)
	f.when(is.statement, "statement", kind)
	if g != nil {
		for k := range is.kinds {
			f.add("verbkind", &is.kinds[k])
			f.add("verbkindkind", &is.kinds[k], kind)
		}
		f.when(len(is.kinds) == 0, "verbkind", &noneValue, kind)
	}
	f.when(is.reporting, "reporting", kind)
	if g != nil {
		f.when(g.passive, "passive", kind)
		f.when(g.perfect, "perfect", kind)
		f.when(g.progressive, "progressive", kind)
		f.when(g.negated, "negated", kind)
		if g.auxiliary != "" {
			f.add("auxiliary", f.of(g.auxiliary))
		}
		f.when(is.stative, "stative", kind)
		f.when(is.light, "lightverb", kind)
		f.when(is.aspectual, "aspectual", kind)
		f.when(g.particle >= 0, "particle")
		if g.governor >= 0 {
			f.add("governor", f.of(s.groups[g.governor].lemma))
			f.add("governorkind", kind, f.of(tenseName(s.groups[g.governor].tense)))
		} else if g.infinitive {
			f.add("governor", &noneValue)
		}
		f.when(g.subject < 0, "nosubject", kind)
		if g.subject >= 0 {
			sp := &s.phrases[g.subject]
			switch {
			case sp.pronoun:
				f.add("subject", f.of(s.words[sp.head].Lower))
			case s.words[sp.head].Tag.Name():
				f.add("subject", &nameValue)
			default:
				f.add("subject", &nounValue)
			}
		}
		if g.object >= 0 {
			class, _ := classOfNoun(s.words[s.phrases[g.object].head].Lower)
			f.when(class == listedEvent, "eventobject", kind)
			f.when(class == listedEvent && is.light, "lightobject")
		} else {
			f.add("noobject", kind)
		}
		f.when(h.word > 0 && s.firstFinite() == h.group, "firstfinite")
	} else {
		f.add("role", f.of(h.role()))
		f.add("determiner", f.of(h.determiner()))
		f.when(s.words[h.word].Tag.Name(), "capital")
		f.when(s.words[h.word].Tag == english.NNS, "plural")
		if p := h.phrase; p >= 0 {
			f.when(s.phrases[p].first < s.phrases[p].head-1, "longphrase")
		}
	}
}

func tenseName(t tense) string {
	return [...]string{"none", "past", "present", "future", "modal"}[t]
}

// firstFinite returns the first finite verb group of s, -1 when there is none.
func (s *sentence) firstFinite() int {
	for i := range s.groups {
		if g := &s.groups[i]; !g.infinitive && !g.participle {
			return i
		}
	}
	return -1
}
