package event

import "strings"

// nounLabel makes a label of an event noun: its phrase and what hangs on it,
// with who took part when the phrase alone says too little.
func (f *finder) nounLabel(h *head, status Status) string {
	if h.phrase < 0 {
		return ""
	}
	s := h.s
	p := &s.phrases[h.phrase]
	verb, asObject := -1, false
	for i := range s.groups {
		if g := &s.groups[i]; g.object == h.phrase {
			verb, asObject = i, true
			break
		} else if g.subject == h.phrase && verb < 0 {
			verb = i
		}
	}
	core := s.render(p.first, h.word, f.names)
	t := newTail(f, s, maxWords-wordsIn(core))
	if h.word == p.head {
		t.nounTail(p)
	}
	noun := core + t.text()
	if status == Possible && !possibleMods[strings.ToLower(strings.SplitN(core, " ", 2)[0])] {
		noun = "possible " + noun
	}
	if who := f.gathered(h); who != "" {
		// "met at a summit in Geneva": the Geneva summit of those who met.
		if place, ok := strings.CutPrefix(strings.TrimSpace(t.text()), "in "); ok && wordsIn(place) <= 2 {
			noun = place + " " + core
		}
		if joined := noun + " of " + who; wordsIn(joined) <= maxWords {
			return joined
		}
	}
	if asObject && s.groups[verb].subject >= 0 {
		// "Putin and Biden hold talks": the clause says who, unless the phrase does.
		if wordsIn(core) < 3 {
			if l := f.clauseLabel(s, verb, status); wellFormed(polish(l)) {
				return l
			}
		}
	}
	if wordsIn(noun) >= minWords {
		return noun
	}
	if verb >= 0 && s.carriesNoun(&s.groups[verb]) {
		if place := f.placeOf(h); place != "" && !strings.Contains(noun, place) {
			place, _, _ = strings.Cut(place, ",")
			return noun + " in " + place
		}
		if wordsIn(noun) == 2 && status == Planned {
			return noun + " to be held"
		}
	}
	if verb >= 0 && !asObject && !occurring[s.groups[verb].lemma] && s.groups[verb].lemma != "be" {
		if l := f.clauseLabel(s, verb, status); wellFormed(polish(l)) {
			return l
		}
	}
	// "met at a summit": the people of the clause.
	if g := s.groupBefore(h.word); g >= 0 {
		if who, _ := f.subjectText(s, g); who != "" && startsUpper(who) {
			if joined := noun + " of " + who; wordsIn(joined) <= maxWords {
				return joined
			}
		}
	}
	if place := f.placeOf(h); place != "" && !strings.Contains(noun, place) {
		return noun + " in " + place
	}
	return noun
}

// gathered returns who met at the event that h names, "" when the sentence
// does not say so.
func (f *finder) gathered(h *head) string {
	s := h.s
	p := s.phrases[h.phrase].prep
	if p < 0 || !s.is(p, "at") && !s.is(p, "in") && !s.is(p, "for") && !s.is(p, "during") {
		return ""
	}
	g := s.groupBefore(h.word)
	if g < 0 || s.groups[g].lemma != "meet" && s.groups[g].lemma != "gather" {
		return ""
	}
	who, _ := f.subjectText(s, g)
	if o := s.groups[g].object; o >= 0 && who != "" {
		who += " and " + f.phraseText(s, o, o)
	}
	return who
}

// nounTail collects the phrases that hang on p.
func (t *tail) nounTail(p *phrase) {
	s := t.s
	if p.last > p.head { // a name that goes on: "Battle of Verdun"
		if !t.put(s.render(p.head+1, p.last, nil), true) {
			return
		}
	}
	i := p.last + 1
	for i < len(s.words) {
		w := &s.words[i]
		if s.datePreposition(i) || w.timex >= 0 && w.phrase < 0 {
			i++
			continue
		}
		q := s.phraseOf(i + 1)
		if w.phrase >= 0 || q < 0 || s.phrases[q].prep != i || s.words[i+1].timex >= 0 || s.phrases[q].pronoun {
			return
		}
		last := s.rightmost(q)
		piece := w.Lower + " " + s.render(s.phrases[q].first, s.phrases[last].last, t.f.names)
		if !t.put(piece, true) {
			return
		}
		i = s.phrases[last].last + 1
	}
}

// groupBefore returns the verb group nearest before word i in its clause, -1.
func (s *sentence) groupBefore(i int) int {
	for j := i; j >= 0; j-- {
		if g := s.words[j].group; g >= 0 && s.words[j].clause == s.words[i].clause {
			return g
		}
	}
	return -1
}
