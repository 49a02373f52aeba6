package event

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// head is a word that may carry an event: a main verb or an event noun.
type head struct {
	s      *sentence
	word   int
	group  int // the verb group, -1 for a noun
	phrase int // the noun phrase, -1 for a verb
	lemma  string
	class  nounClass // of a noun
	order  int       // among the heads of the article
}

// span returns the words that carry the event, the particle of a verb with it.
func (h *head) span() timex.Span {
	w := &h.s.words[h.word]
	span := timex.Span{Start: w.Start, End: w.End}
	if h.group >= 0 {
		if g := &h.s.groups[h.group]; g.particle == h.word+1 {
			span.End = h.s.words[g.particle].End
		}
	}
	return span
}

// text returns the words of the span.
func (h *head) text() string {
	span := h.span()
	return h.s.text[span.Start:span.End]
}

func (h *head) verb() *group {
	if h.group < 0 {
		return nil
	}
	return &h.s.groups[h.group]
}

// heads appends the heads of s to dst in the order of their words.
func (s *sentence) heads(dst []head) []head {
	for i := range s.words {
		w := &s.words[i]
		switch {
		case w.group >= 0 && s.groups[w.group].head == i:
			g := &s.groups[w.group]
			if g.lemma == "be" || g.lemma == "do" || g.lemma == "have" || s.connects(g) {
				continue
			}
			dst = append(dst, head{s: s, word: i, group: w.group, phrase: -1, lemma: g.lemma, order: len(dst)})
		case w.phrase >= 0 && w.Tag.Noun() && w.timex < 0 && (s.phrases[w.phrase].head == i || s.tag(i+1) == english.POS):
			class, lemma := classOfNoun(w.Lower)
			if class == noEvent {
				continue
			}
			dst = append(dst, head{s: s, word: i, group: -1, phrase: w.phrase, lemma: lemma, class: class, order: len(dst)})
		case w.Tag == english.VBG && w.phrase < 0 && w.group < 0:
			continue
		case w.Lower == "according" && s.is(i+1, "to"):
			dst = append(dst, head{s: s, word: i, group: -1, phrase: -1, lemma: "according", order: len(dst)})
		}
	}
	return dst
}

// connects reports whether g only ties what it follows to what came before:
// "the move comes after", "this follows".
func (s *sentence) connects(g *group) bool {
	if g.lemma != "come" && g.lemma != "follow" || g.subject < 0 {
		return false
	}
	switch s.lower(s.phrases[g.subject].head) {
	case "this", "that", "it", "move", "news", "decision", "announcement", "which", "action", "measure", "incident", "visit":
		return true
	}
	return false
}
