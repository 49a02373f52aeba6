package event

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// signs notes what may tell the status of h, an event of date: what the rules
// make of it, how it is told of, how its date lies to the day of publication,
// and what stands around it. raw is the cue of its words, rule what is left of
// that beside the date.
func (f *finder) signs(feats *features, h *head, src *source, date timex.EDTF, raw, rule *value) {
	s, form := h.s, h.form
	back, reach := daysBack(f.in.DCT, date), reachOf(date)
	feats.add("rule", rule)
	feats.add("rulefrom", raw, rule)
	feats.add("ruleform", rule, form)
	feats.add("ruleback", rule, back)
	feats.add("rulereach", rule, reach)
	feats.add("back", back, reach)
	feats.add("backform", back, form)
	feats.add("reachform", reach, form)
	feats.add("granularity", granularity(date), back)
	prep := noneValue
	if src != nil {
		prep = newValue(src.prep)
	}
	feats.add("prep", &prep, rule)
	feats.add("prepform", &prep, form)
	lemma := newValue(h.lemma)
	feats.add("lemma", &lemma)
	feats.add("lemmarule", &lemma, rule)
	feats.add("clause", feats.of(h.clauseKind()), rule)
	feats.add("told", feats.of(h.frame()), rule)
	shape := newValue(h.planShape())
	feats.add("shape", &shape)
	feats.add("shapeback", &shape, back)
	feats.when(s.words[h.word].quoted, "quoted", rule)
	feats.add("counts", feats.of(h.counts()), rule, reach)
	if g := h.verb(); g != nil {
		h.verbSigns(feats, g, rule, reach)
	} else {
		h.nounSigns(feats, rule, back)
	}
	h.openSigns(feats, rule)
	f.signsAround(feats, h, rule, back)
}

var (
	sinceValue = newValue("since")
	untilValue = newValue("until")
	spanValue  = newValue("span")
	pointValue = newValue("point")
)

// reachOf names what kind of time e is: a point, or how an interval is open.
func reachOf(e timex.EDTF) *value {
	switch {
	case e.Interval && e.OpenTo:
		return &sinceValue
	case e.Interval && e.OpenFrom:
		return &untilValue
	case e.Interval:
		return &spanValue
	}
	return &pointValue
}

// verbSigns notes how a verb is told of.
func (h *head) verbSigns(feats *features, g *group, rule, reach *value) {
	s := h.s
	feats.when(g.auxiliary != "", "auxiliary", feats.of(g.auxiliary), yes(g.perfect))
	feats.when(g.negated, "negated", rule)
	feats.when(g.progressive, "progressive", feats.of(tenseName(g.tense)), reach)
	is := h.traits
	feats.when(is.stative, "stative", rule, reach)
	for i := range is.kinds {
		feats.add("verbkind", &is.kinds[i], rule)
	}
	if g.governor >= 0 {
		over := &s.groups[g.governor]
		feats.add("governor", feats.of(over.lemma), feats.of(tenseName(over.tense)))
		feats.add("governorlemma", feats.of(over.lemma))
		feats.when(over.negated, "governornegated", rule)
		feats.when(over.auxiliary != "", "governorauxiliary", feats.of(over.auxiliary))
		feats.when(over.lemma == "have" && reach == &untilValue, "hasuntil", feats.of(tenseName(over.tense)))
	}
	for j := g.first; j <= g.last; j++ {
		if t := s.words[j].Tag; t == english.RB || t == english.RBR {
			feats.add("adverb", feats.of(s.words[j].Lower))
		}
	}
	if p := g.subject; p >= 0 {
		feats.add("subject", feats.of(english.Singular(s.lower(s.phrases[p].head))))
	}
	feats.add("wordbefore", feats.of(s.lower(g.first-1)))
	feats.add("wordsbefore", feats.of(s.lower(g.first-2)), feats.of(s.lower(g.first-1)))
	feats.add("wordafter", feats.of(s.lower(g.last+1)))
}

// nounSigns notes how a noun is told of: its modifiers, the verbs that it is
// subject and object of, the preposition and the noun that it hangs on.
func (h *head) nounSigns(feats *features, rule, back *value) {
	s := h.s
	feats.add("role", feats.of(h.role()), rule)
	feats.add("determiner", feats.of(h.determiner()), rule)
	for _, k := range nounKinds[h.lemma] {
		feats.add("nounkind", feats.of(k), rule)
	}
	if h.phrase < 0 {
		return
	}
	p := &s.phrases[h.phrase]
	for j := p.first; j < h.word; j++ {
		feats.add("modifier", feats.of(s.words[j].Lower))
	}
	feats.add("wordafter", feats.of(s.lower(p.last+1)))
	feats.add("wordsafter", feats.of(s.lower(p.last+1)), feats.of(s.lower(p.last+2)))
	feats.add("wordbefore", feats.of(s.lower(p.first-1)))
	feats.add("wordsbefore", feats.of(s.lower(p.first-2)), feats.of(s.lower(p.first-1)))
	if p.prep > 0 {
		if q := s.phraseOf(p.prep - 1); q >= 0 {
			feats.add("under", feats.of(english.Singular(s.lower(s.phrases[q].head))))
		}
	}
	for i := range s.groups {
		g := &s.groups[i]
		as := 0
		switch {
		case g.object == h.phrase:
		case g.subject == h.phrase:
			as = 1
		case g.first == p.last+1:
			as = 2
		default:
			continue
		}
		how := tenseName(g.tense)
		if g.passive {
			how += " passive"
		}
		if g.perfect {
			how += " perfect"
		}
		if g.auxiliary != "" {
			how += " " + g.auxiliary
		}
		kept, verb := newValue(how), newValue(g.lemma)
		where := &verbRoles[as]
		feats.add("of", where, &verb)
		feats.add("ofhow", where, &kept, rule)
		feats.add("ofhowverb", where, &kept, &verb)
		feats.add("ofback", where, &verb, back)
		feats.when(s.undoes(g), "ofundoes", where, &kept)
		feats.when(g.negated, "ofnegated", where, rule)
	}
}

// verbRoles say how a noun hangs on a verb: its object, its subject, or what
// stands right before it.
var verbRoles = valuesOf("object", "subject", "before")

// openSigns notes the words of the sentence by which one tells that something
// is open, off, or goes on.
func (h *head) openSigns(feats *features, rule *value) {
	s := h.s
	for i := range s.words {
		w := &s.words[i]
		if !openWords.has(w.Lower) || i == h.word {
			continue
		}
		word := newValue(w.Lower)
		if i < h.word {
			feats.add("openbefore", &word)
		} else {
			feats.add("openafter", &word)
		}
		if w.clause == s.words[h.word].clause {
			feats.add("open", &word)
			feats.add("openrule", &word, rule)
		}
	}
}

// signsAround notes the verbs before and after h and those of the sentences
// beside its own.
func (f *finder) signsAround(feats *features, h *head, rule, back *value) {
	s := h.s
	around := func(where *value, s *sentence, from, to int) {
		for i := range s.groups {
			g := &s.groups[i]
			if g.head < from || g.head > to || s == h.s && i == h.group {
				continue
			}
			feats.add("verb", where, feats.of(g.lemma))
			if s.undoes(g) {
				feats.add("undoes", where, rule)
				feats.add("undoesback", where, rule, back)
			}
			feats.when(g.negated, "denied", where, rule)
			feats.when(g.tense == future, "foretells", where, rule)
			feats.when(g.tense == modal, "modal", where, feats.of(g.auxiliary))
		}
	}
	around(&surroundingNames[0], s, 0, h.first-1)
	around(&surroundingNames[1], s, h.last+1, len(s.words))
	if i := s.at + 1; i < len(f.sentences) && f.sentences[i].paragraph == s.paragraph {
		n := f.sentences[i]
		opening := min(14, len(n.words))
		around(&surroundingNames[2], n, 0, opening)
		for j := range opening {
			if w := n.words[j].Lower; turns[w] {
				feats.add("turn", feats.of(w))
				feats.add("turns", rule, back)
			}
		}
	}
	if i := s.at - 1; i >= 0 && f.sentences[i].paragraph == s.paragraph {
		around(&surroundingNames[3], f.sentences[i], 0, len(f.sentences[i].words))
	}
}

// surroundingNames say where something stands, seen from a head.
var surroundingNames = valuesOf("before it", "after it", "in the sentence after it", "in the sentence before it")

// openWords tell that something is open, off, or goes on.
var openWords = newWordSet(`if unless whether provided may might could can would should must possible possibly perhaps maybe likely unlikely probably
	doubtful uncertain unclear consider considering considered threatened threaten threatens alleged allegedly reportedly claim claimed claims
	accused suspected believed believe denied deny fear feared still yet already originally initially instead until no not never nobody nothing
	none without only but however although though because off longer despite when meanwhile remain remains remained continue continues continued
	ongoing underway current currently since now unable failed fail fails refused declined wanted hoped hoping intended meant planned scheduled
	supposed due expected set prevented cancelled canceled postponed abandoned dropped scrapped delayed suspended earliest first so case danger risk`)
