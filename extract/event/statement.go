package event

import "dateline/extract/english"

// isStatement reports whether h is an act of saying something rather than an
// event that happens by being said (a declaration of emergency, an order).
func (f *finder) isStatement(h *head) bool { return f.speaks(h, statementThreshold) }

const (
	statementThreshold = 0.5
	asideThreshold     = 0.35 // of what no expression dates, and no timeline has
)

// speaks reports whether h is a statement with at least the given probability.
func (f *finder) speaks(h *head, threshold float64) bool {
	if !statements[h.lemma] || h.phrase >= 0 && !statementNouns[h.lemma] {
		return false
	}
	if h.says == 0 { // nothing is that sure
		f.saying.reset()
		h.speech(&f.saying)
		h.says = f.speech.score(&f.saying)
	}
	return h.says >= threshold
}

// speech notes what speaks for h being a statement.
func (h *head) speech(f *features) {
	s, kind := h.s, h.kind
	lemma := f.of(h.lemma)
	f.add("lemma", lemma)
	f.add("kind", kind)
	f.when(reporting[h.lemma], "reporting", kind)
	g := h.verb()
	if g == nil {
		f.add("role", f.of(h.role()))
		return
	}
	f.when(g.passive, "passive")
	object := "none"
	if g.object >= 0 {
		object = "noun"
		if class, _ := classOfNoun(s.words[s.phrases[g.object].head].Lower); class == listedEvent {
			object = "event"
		}
	}
	f.add("object", f.of(object))
	f.add("objectlemma", f.of(object), lemma)
	next := s.skipAdverbs(g.last + 1)
	for next < len(s.words) && (s.words[next].timex >= 0 || s.is(next, "on") && next+1 < len(s.words) && s.words[next+1].timex >= 0) {
		next++
	}
	complement := "none"
	switch {
	case s.is(next, "that"), next < len(s.words) && s.words[next].cut && s.words[next].phrase >= 0:
		complement = "clause"
	case s.is(next, ",") || s.is(next, ":") || s.is(next, "\"") || s.is(next, "“"):
		complement = "quote"
	case s.tag(next) == english.TO:
		complement = "infinitive"
	case s.tag(next) == english.IN:
		complement = "preposition"
	case next >= len(s.words)-1:
		complement = "end"
	}
	f.add("complement", f.of(complement))
	f.add("complementlemma", f.of(complement), lemma)
}

// statementNouns are statements when they are dated.
var statementNouns = words(`statement announcement warning remark claim tweet comment denial`)
