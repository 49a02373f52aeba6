package event

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// head is a word that may carry an event: a main verb or an event noun.
type head struct {
	s                 *sentence
	word              int
	group             int // the verb group, -1 for a noun
	phrase            int // the noun phrase, -1 for a verb
	lemma             string
	stem              string    // of the lemma
	class             nounClass // of a noun
	first             int       // of the words that it stretches over,
	last              int       // the verb that carries an event noun among them
	order             int       // among the heads of the article
	attach, discourse int32     // what its description is worth to these models
	kind, form        *value    // its shape and tense, for the models
	traits            *traits   // of the lemma
	says              float64   // how likely it is a statement, 0 where nobody asked
	likely            float64   // how likely it is an event of the timeline, whatever its date
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
			if g.lemma == "be" || g.lemma == "do" || g.lemma == "have" || s.connects(g) || s.personal(g) || s.carriesNoun(g) || s.looksAhead(w.group) {
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
	from := len(dst)
	for from > 0 && dst[from-1].s == s {
		from--
	}
	return dst[:from+len(s.stretch(dst[from:]))]
}

// stretch sets how far each head goes, and drops the nouns that only say how
// a carried event takes place: "hold talks via video conference".
func (s *sentence) stretch(heads []head) []head {
	kept := heads[:0]
	upTo := -1 // the last phrase that hangs on a carried noun
	for _, h := range heads {
		if h.phrase >= 0 && h.phrase <= upTo {
			continue
		}
		h.first, h.last = h.reach()
		if h.carried() && h.last == h.word {
			if end := s.attached(h.phrase, len(s.words)); end > h.phrase {
				upTo, h.last = end, s.phrases[end].last
			}
		}
		h.stem = stemOf(h.lemma)
		h.kind = h.kindNow()
		h.form = h.formNow()
		if h.traits = traitsOf[h.lemma]; h.traits == nil {
			h.traits = &noTraits
		}
		kept = append(kept, h)
	}
	return kept
}

// carried reports whether h is a noun whose event a verb carries: "talks" of
// "will hold talks".
func (h *head) carried() bool { return h.first != h.word || h.last != h.word }

// connects reports whether g only ties what it follows to what came before:
// "the move comes after", "this follows".
func (s *sentence) connects(g *group) bool {
	if g.subject < 0 || s.words[s.phrases[g.subject].head].timex >= 0 {
		// "as July came to a close"
		return g.first > 0 && s.words[g.first-1].timex >= 0 && (g.lemma == "come" || g.lemma == "begin" || g.lemma == "end" || g.lemma == "draw")
	}
	if g.lemma != "come" && g.lemma != "follow" {
		return false
	}
	switch s.lower(s.phrases[g.subject].head) {
	case "this", "that", "it", "move", "news", "decision", "announcement", "which", "action", "measure", "incident", "visit", "milestone", "changes", "results", "vote", "order", "ruling":
		return true
	}
	return false
}

// carriesNoun reports whether g leaves the event to its noun: "hold talks",
// "the talks took place".
func (s *sentence) carriesNoun(g *group) bool {
	p := -1
	switch g.lemma {
	case "hold", "conduct", "stage", "host", "undergo":
		if p = g.object; g.passive {
			p = g.subject
		}
	case "take", "occur", "happen":
		if g.lemma != "take" || s.is(g.last+1, "place") {
			p = g.subject
		}
	}
	if p < 0 {
		return false
	}
	class, _ := classOfNoun(s.words[s.phrases[p].head].Lower)
	return class == listedEvent
}

// reach returns the words that h stretches over: those of the verb that
// carries an event noun count as its own.
func (h *head) reach() (first, last int) {
	first, last = h.word, h.word
	if h.phrase < 0 {
		return first, last
	}
	for i := range h.s.groups {
		g := &h.s.groups[i]
		if (g.subject == h.phrase || g.object == h.phrase) && h.s.carriesNoun(g) || g.subject == h.phrase && g.lemma == "be" && !g.infinitive {
			first, last = min(first, g.first), max(last, g.last)
			if g.lemma == "take" {
				last = max(last, g.last+1)
			}
		}
	}
	return first, last
}

// looksAhead reports whether the group only says that its infinitive is to
// come: "was scheduled to open".
func (s *sentence) looksAhead(i int) bool {
	g := &s.groups[i]
	return g.passive && planning[g.lemma] && i+1 < len(s.groups) && s.groups[i+1].governor == i && s.groups[i+1].infinitive
}
