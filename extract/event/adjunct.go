package event

import (
	"dateline/extract/english"
)

// aside reports whether what stands between the commas at i and j can go.
func (s *sentence) aside(i, j int) bool {
	if s.phraseOf(i-1) < 0 {
		return false
	}
	next := s.tag(j + 1)
	goesOn := next.Verb() || next == english.MD || next == english.TO || next == english.IN && !s.words[j+1].cut || next == english.RB
	if s.relativeAt(i + 1) {
		return goesOn
	}
	p := s.phraseOf(i + 1)
	g := s.words[i+1].group
	switch {
	case p >= 0 && s.phrases[p].first == i+1 || g >= 0 && s.groups[g].participle || s.tag(i+1) == english.RB || s.tag(i+1) == english.IN && !s.words[i+1].cut:
		for k := i + 1; k < j; k++ {
			if v := s.words[k].group; v >= 0 && !s.groups[v].participle && !s.groups[v].infinitive && !s.groups[v].relative {
				return false
			}
		}
		return goesOn && !s.is(j+1, "and")
	}
	return false
}

// startsAdjunct reports whether what begins at word i can be left out to the
// end of the sentence.
func (s *sentence) startsAdjunct(i, in int) bool {
	w := &s.words[i]
	switch {
	case w.Text == "," || w.Text == ";" || w.Text == "—":
		return !s.inList(i)
	case w.cut && s.relativeAt(i):
		return true
	case w.cut && subordinators.has(w.Lower):
		switch w.Lower {
		case "that", "whether", "if", "unless", "how", "why", "where", "until":
			return false
		}
		return true
	case w.Tag == english.CC && w.cut, w.Lower == "so" && w.phrase < 0 && s.phraseOf(i+1) >= 0 && s.finiteAfter(s.phrases[s.phraseOf(i+1)].last+1):
		return true
	case w.Tag == english.IN && w.phrase < 0:
		p := s.phraseOf(i + 1)
		if p < 0 || s.phrases[p].prep != i || s.words[i-1].group >= 0 || s.tag(i-1).Adjective() || s.tag(i-1) == english.IN || s.tag(i-1) == english.CC || s.tag(i-1) == english.RP {
			return false
		}
		switch w.Lower {
		case "of", "than", "between", "to", "from", "with", "as", "into", "without", "until", "per":
			return false
		}
		return true
	case w.group >= 0 && s.groups[w.group].first == i && s.groups[w.group].participle && s.words[i-1].phrase >= 0 && !s.relativeAt(i-1):
		if w.Tag == english.VBG && s.tag(i+1).Noun() {
			return false // "a money laundering probe"
		}
		return !s.groups[w.group].passive || s.groups[w.group].last+1 < len(s.words) && s.tag(s.groups[w.group].last+1) == english.IN
	}
	return false
}

// finiteBetween reports whether a finite verb stands in words first to last-1.
func (s *sentence) finiteBetween(first, last int) bool {
	for i := first; i < last; i++ {
		if k := s.words[i].group; k >= 0 && !s.groups[k].participle && !s.groups[k].infinitive {
			return true
		}
	}
	return false
}

// inList reports whether the comma at i goes on a list of names or things, or
// parts a place from the country it is in.
func (s *sentence) inList(i int) bool {
	p := s.phraseOf(i - 1)
	if p < 0 {
		return s.tag(i-1) == english.RB
	}
	return s.listEnd(p) > p
}
