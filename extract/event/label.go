package event

import (
	"strings"

	"dateline/extract/english"
)

// A label has at least minWords and at most maxWords words.
const (
	minWords  = 3
	maxWords  = 12
	softWords = 12 // enough: no further adjunct is added
)

// label says what a timeline entry says, and always with the head in it: a
// noun phrase where a noun carries the event, else its clause in the present
// tense; where neither can be told for certain, the words of the clause.
func (f *finder) label(h *head, status Status) string {
	var l string
	if g := h.verb(); g != nil && status == Planned && g.tense == past && g.auxiliary == "" && !g.passive && !g.progressive && !planning[g.lemma] && !intending[g.lemma] && len(h.s.negations(h.group)) == 0 {
		status = Happened // the words tell it as done: "resulted in"
	}
	switch {
	case h.lemma == "according":
		l = f.accordingLabel(h)
	case h.group > 0 && h.s.is(h.word, "aged") && h.s.tag(h.word+1) == english.CD:
		l = f.clauseLabel(h.s, h.group-1, status) // "died aged 79"
	case h.group >= 0:
		l = f.clauseLabel(h.s, h.group, status)
		if n := wordsIn(l); n > 0 && n < minWords {
			l += h.s.ahead(h, f.names)
		}
	default:
		l = f.nounLabel(h, status)
	}
	l = polish(f.located(l, h))
	if told := f.atEvent(h, l); told != "" {
		return told
	}
	if told := f.foundOut(h); told != "" {
		return told
	}
	if told := polish(f.announcing(h)); wellFormed(told) && wordsIn(told) <= maxWords+2 {
		return told
	}
	if told := f.meanwhile(h); told != "" {
		return told
	}
	l = f.withReason(h, l)
	if wellFormed(l) {
		return l
	}
	if wordsIn(l) == 2 && wellFormed("So "+l) {
		if noun := polish(f.nominalized(h, status)); wellFormed(noun) {
			return noun
		}
		return l // "Stampede erupts", "Nevada caucuses": short, and whole
	}
	if g := h.verb(); g != nil && g.passive && g.subject >= 0 && h.s.is(h.s.phrases[g.subject].head, "it") && h.s.phrases[g.subject].pronoun {
		if i := h.s.complement(g); i >= 0 { // "it was agreed the mill would close"
			if l = polish(f.compress(h.s, i, h.s.endOf(i), i, maxWords, false)); wellFormed(l) {
				return l
			}
		}
	}
	for _, make := range []func(*head, Status) string{f.doneBySomebody, f.subjectless, f.clauseAround} {
		if l = polish(make(h, status)); wellFormed(l) {
			return l
		}
	}
	own := bare(f.ownWords(h))
	if reporting[h.lemma] || clausal[h.lemma] {
		return own // shorter, it would lose who says it
	}
	return f.best(h, own, f.wholeClause(h), f.shortened(h))
}

// clauseAround makes the label of a noun that says too little by itself from
// the clause that it stands in: "Conflict erupts into violence".
func (f *finder) clauseAround(h *head, status Status) string {
	s := h.s
	if h.phrase < 0 {
		return ""
	}
	for i := range s.groups {
		g := &s.groups[i]
		if g.infinitive || g.participle || g.relative || reporting[g.lemma] || s.words[g.head].clause != s.words[h.word].clause {
			continue
		}
		if n := len(s.negations(i)); n == 1 {
			status = Negated
		} else if status == Negated || status == Statement {
			status = Happened
		}
		if l := f.clauseLabel(s, i, status); strings.Contains(strings.ToLower(l), s.words[h.word].Lower) {
			return l
		}
	}
	return ""
}

// doneBySomebody makes a label of a verb whose subject is not known by what it
// was done to: "Seven days of mourning declared".
func (f *finder) doneBySomebody(h *head, status Status) string {
	g, s := h.verb(), h.s
	if g == nil || g.passive || g.object < 0 || g.subject >= 0 && !s.phrases[g.subject].pronoun || status == Statement || len(s.negations(h.group)) > 0 ||
		noPassive[g.lemma] || s.phrases[g.object].pronoun || g.object < len(s.phrases) && reflexives[s.words[s.phrases[g.object].head].Lower] || s.complement(g) >= 0 {
		return ""
	}
	last := s.listEnd(g.object)
	object := f.phraseText(s, g.object, last)
	p := predicate{f: f, s: s}
	for s.is(s.phrases[last].last+1, "of") && last+1 < len(s.phrases) && s.phrases[last+1].prep == s.phrases[last].last+1 && s.words[s.phrases[last+1].first].timex < 0 {
		last = s.listEnd(last + 1)
		object = f.phraseText(s, g.object, last)
	}
	verb := f.verbForm(s, g, status, false, true)
	p.read(s.phrases[last].last+1, h.group, -1, true)
	rest, ok := p.choose(wordsIn(object) + wordsIn(verb))
	if !ok || object == "" {
		return ""
	}
	return object + " " + verb + rest
}

// noPassive are verbs of which nobody says that something was so done.
var noPassive = words(`have get become remain leave enter reach join lose suffer see face want like lack resemble return go come let
	marry undergo cost weigh need mean live stay fall rise run work graduate attend`)

// subjectless makes a label of a verb whose subject is a pronoun that could
// not be told: "Returns to Orlo", "Extended to allow repairs".
func (f *finder) subjectless(h *head, status Status) string {
	g := h.verb()
	if g == nil || g.subject < 0 || !h.s.phrases[g.subject].pronoun || status == Statement || len(h.s.negations(h.group)) > 0 {
		return ""
	}
	verb := f.verbForm(h.s, g, status, false, g.passive)
	p := predicate{f: f, s: h.s}
	p.ofVerb(h.group, -1, false)
	rest, ok := p.choose(wordsIn(verb))
	if !ok {
		return ""
	}
	return verb + rest
}

// ahead returns what an adjunct at the beginning of the clause of h adds to a
// short label: " during funeral of Ann Lee", "" where there is none.
func (s *sentence) ahead(h *head, n *names) string {
	g := h.verb()
	if g.subject < 0 {
		return ""
	}
	for p := range s.phrases {
		ph := &s.phrases[p]
		if ph.first >= s.phrases[g.subject].first {
			return ""
		}
		if ph.prep < 0 || ph.prep > 0 && !s.words[ph.prep].cut && !s.is(ph.prep-1, ",") || s.words[ph.first].clause != s.words[h.word].clause || s.words[ph.first].timex >= 0 || ph.pronoun {
			continue
		}
		switch s.lower(ph.prep) {
		case "during", "in", "at", "after", "near", "following", "amid":
			last := s.attachedOf(p)
			if text := s.render(ph.first, s.phrases[last].last, n); text != "" && wordsIn(text) <= 6 {
				return " " + s.lower(ph.prep) + " " + text
			}
		}
	}
	return ""
}

// located adds to a short label where the event was.
func (f *finder) located(l string, h *head) string {
	n := wordsIn(l)
	if n > 4 && n <= 8 && f.topical && !f.hasName(l) && !h.s.placed() && !strings.Contains(l, ":") && (!reporting[h.lemma] || h.lemma == "report") {
		if scene := f.scene(); scene != "" && strings.HasSuffix(strings.SplitN(f.in.Title, ";", 2)[0], f.sceneRest(scene)) && !strings.Contains(strings.ToLower(l), lastWordLower(scene)) {
			return l + " " + scene
		}
	}
	if n == 0 || n > 4 {
		return l
	}
	place, _, _ := strings.Cut(f.placeOf(h), ",")
	if place == "" && f.topical && n >= 2 && !f.hasName(l) && !reporting[h.lemma] && !h.s.placed() {
		if scene := f.scene(); scene != "" {
			return l + " " + scene // the story is told of one place
		}
	}
	if place == "" || strings.Contains(l, place) || n+1+wordsIn(place) > maxWords {
		return l
	}
	switch lastWordLower(place) {
	case "airport", "station", "university", "hospital", "school", "stadium", "court":
		return l + " at " + place
	}
	return l + " in " + place
}

// accordingLabel makes a label of "According to officials on Saturday, …".
func (f *finder) accordingLabel(h *head) string {
	s := h.s
	p := s.phraseOf(h.word + 2)
	if p < 0 {
		return ""
	}
	speaker := f.phraseText(s, p, p)
	g := s.firstFinite()
	if g < 0 {
		return ""
	}
	return speaker + ": " + f.clauseLabel(s, g, Happened)
}
