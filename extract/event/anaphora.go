package event

import "dateline/extract/english"

// sinceThen returns the event that an adverb "since" counts from ("annexed
// the town in 2014 and has since held it"): the last dated event before h in
// its sentence, else the last one before the sentence.
func (h *head) sinceThen(before []decision, fc *focus) (from dated, ok bool) {
	g := h.verb()
	if g == nil || !g.perfect {
		return dated{}, false
	}
	s := h.s
	at := -1
	for i := g.first; i <= g.last+1 && i < len(s.words); i++ {
		if s.is(i, "since") && s.words[i].timex < 0 {
			at = i
		}
	}
	switch {
	case at < 0:
		return dated{}, false
	case at > g.last && at+1 < len(s.words) && s.words[at+1].Tag != english.None:
		return dated{}, false // a preposition or a conjunction
	}
	for i := len(before) - 1; i >= 0; i-- {
		if before[i].h.s == s && before[i].h.word < h.word {
			return dated{head: before[i].h, date: before[i].date, ok: true}, true
		}
	}
	return fc.last, fc.last.ok
}
