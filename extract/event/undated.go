package event

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// undated returns the events that are plainly told of and have no date: event
// nouns that a name or a conjunction of time makes definite ("following the
// collapse of the Soviet Union", "exercises in the Black Sea"). They are
// listed apart, so only what can be labelled by its own words is taken.
func (f *finder) undated(taken []decision) []Event {
	dated := map[int]bool{}
	named := map[string]bool{}
	for i := range taken {
		dated[taken[i].h.span().Start] = true
		named[taken[i].h.lemma] = true
	}
	var found []Event
	for i := range f.heads {
		h := &f.heads[i]
		if h.class != listedEvent || h.phrase < 0 || dated[h.span().Start] || named[h.lemma] || h.s.words[h.word].quoted {
			continue
		}
		top := h.phrase
		if p := h.s.phrases[top].prep; p > 0 && h.s.is(p, "of") && h.s.phraseOf(p-1) >= 0 {
			top = h.s.words[p-1].phrase // "several waves of expulsions"
		}
		if !h.s.tellsOf(top, h) {
			continue
		}
		c := h.cue(0)
		if c.status == 0 {
			c = cue{status: Happened, why: "nothing says otherwise"}
		}
		p := &h.s.phrases[top]
		core := h.s.render(p.first, p.head, f.names)
		rest := predicate{f: f, s: h.s}
		rest.ofNoun(p)
		tail, _ := rest.choose(wordsIn(core))
		label := polish(core + tail)
		if !wellFormed(label) || wordsIn(label) > maxWords {
			continue
		}
		named[h.lemma] = true
		found = append(found, Event{
			Head: h.span(), Status: c.status, Label: label, Timex: -1,
			Participants: f.participantsOf(h), Place: f.placeOf(h),
			Sentence: h.s.span, Quote: h.s.text[h.s.span.Start:h.s.span.End],
			Why:        "“" + h.text() + "” is told of, and nothing near it says when; " + c.status.String() + ": " + c.why,
			Confidence: timex.Guess,
		})
	}
	return found
}

// tellsOf reports whether the phrase top, which h hangs on or is, is definite
// enough to be an event of its own.
func (s *sentence) tellsOf(top int, h *head) bool {
	p := &s.phrases[top]
	if top != h.phrase && !manyOf[english.Singular(s.words[p.head].Lower)] {
		return false
	}
	switch s.lower(p.first) {
	case "a", "an", "any", "no", "every", "each":
		return false
	}
	if p.prep >= 0 {
		switch s.lower(p.prep) {
		case "following", "after", "before", "during", "since", "amid":
			if s.phrases[h.phrase].first < s.phrases[h.phrase].head-1 || top != h.phrase {
				return true
			}
		}
	}
	// A name hangs on it: "of the Soviet Union", "in the Black Sea".
	q := s.phraseOf(s.phrases[h.phrase].last + 2)
	if q < 0 || s.phrases[q].prep != s.phrases[h.phrase].last+1 || s.words[s.phrases[q].first].timex >= 0 {
		return false
	}
	switch s.lower(s.phrases[q].prep) {
	case "of", "in", "on", "at", "with", "against", "between", "over":
		return s.words[s.phrases[q].last].Tag.Name() && s.words[s.phrases[h.phrase].first].Tag != english.PRPS
	}
	return false
}

// manyOf are nouns that count the events that follow "of".
var manyOf = words(`wave series round spate string number dozen handful pair couple hundred thousand`)
