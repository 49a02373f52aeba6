package event

import (
	"strings"

	"dateline/extract/english"
)

// placePrepositions go before places.
var placePrepositions = words(`in at near outside across around off inside`)

// placeOf returns where the event is said to be, "" when nothing says it: a
// name after "in", "at" or "near" in the clause of the head, after the head or
// at the beginning of the clause.
func (f *finder) placeOf(h *head) string {
	s := h.s
	best := -1
	for i := range s.phrases {
		p := &s.phrases[i]
		if s.words[p.first].clause != s.words[h.word].clause || !f.isPlace(s, i) {
			continue
		}
		if p.first > h.word && s.cuts(h.word, p.first) == 0 {
			// Not past another date or event: that is where this one was.
			if best < 0 || s.phrases[best].first < h.word {
				best = i
			}
		} else if best < 0 && p.prep >= 0 && (p.prep == 0 || s.words[p.prep].cut) && s.cuts(p.first, h.word) == 0 {
			best = i
		}
	}
	if best < 0 {
		return ""
	}
	for i := h.word + 1; i < s.phrases[best].prep; i++ { // another event stands between
		if s.words[i].group >= 0 && s.words[i].group != h.group {
			return ""
		}
	}
	place := s.string(s.phrases[best].first, s.phrases[best].last)
	// "Calabasas, California"
	for i := s.phrases[best].last + 1; s.is(i, ",") && s.phraseOf(i+1) >= 0; {
		p := &s.phrases[s.words[i+1].phrase]
		if p.first != i+1 || !s.words[p.last].Tag.Name() || s.words[p.first].timex >= 0 || s.words[p.first].Tag != english.NNP || p.last-p.first > 2 || s.is(p.last+1, "and") {
			break
		}
		if _, titled := s.nameOf(p); titled || f.names.person[f.names.fullest(s.string(p.first, p.last))] {
			break
		}
		place += ", " + s.string(p.first, p.last)
		i = p.last + 1
		if !s.is(i, ",") {
			break
		}
	}
	return strings.TrimPrefix(strings.TrimPrefix(place, "the "), "The ")
}

// isPlace reports whether phrase i names a place: a name after a preposition
// of place that is no person, no organization and no event.
func (f *finder) isPlace(s *sentence, i int) bool {
	p := &s.phrases[i]
	if p.prep < 0 || !placePrepositions[s.words[p.prep].Lower] || s.words[p.first].timex >= 0 {
		return false
	}
	name, titled := f.names.nameIn(s, p)
	if name == "" || titled || f.names.person[f.names.fullest(name)] {
		return false
	}
	last := lastWordLower(name)
	if class, _ := classOfNoun(last); class == listedEvent {
		return false
	}
	switch last {
	case "hospital", "university", "museum", "church", "club", "school", "college", "center", "centre", "house", "court", "city":
		return true
	case "twitter", "facebook", "english", "spanish", "french", "german":
		return false
	}
	if organizationWords.has(last) || strings.ContainsAny(name, "0123456789") {
		return false
	}
	return places[name] || !strings.Contains(name, " of ") && wordsIn(name) <= 3
}
