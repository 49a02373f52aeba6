package event

import (
	"slices"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// cue is a status and the words that say so, in words for a reader.
type cue struct {
	status Status
	why    string
	told   Status // how a label tells of it, where that is another: as a plan that came to nothing
}

var (
	possibleWords = words(`possibly perhaps allegedly purportedly supposedly probably likely potentially`)
	possibleNouns = words(`threat fear risk danger possibility prospect suspicion allegation likelihood chance concern`)
	possibleMods  = words(`possible alleged suspected potential threatened apparent likely feared purported`)
	plannedMods   = words(`planned upcoming scheduled proposed expected forthcoming future coming intended next anticipated`)
	plannedNouns  = words(`plan preparation call proposal schedule bid intention demand request deadline`)
	negatedMods   = words(`cancelled canceled postponed aborted averted abandoned suspended scrapped`)
	ongoingMods   = words(`ongoing continuing continued current`)
	beliefs       = words(`believe think suspect allege rumor rumour presume accuse`)
	happening     = words(`begin start manage continue help come go appear prove seem use try attempt get seek stop cease finish`)
)

// status works out the status of a dated event: by rules, statements first,
// then the cue nearest to the head, then what date and publication day make
// certain; and by a model that has the last word, but for what is only a
// rumor: nobody shall read that it happened.
func (f *finder) status(d *decision) cue {
	raw, rule := f.ruled(d)
	if word := d.h.s.rumor(d.h.word); word != "" {
		return cue{status: Possible, why: "“" + word + "” does not vouch for it"}
	}
	return f.outcome(d, raw, rule)
}

// ruled returns what the words around the head of d say of its status, and what
// is left of that beside its date and how that is given.
func (f *finder) ruled(d *decision) (raw, rule cue) {
	h := d.h
	c := h.cue(0)
	raw = c
	if open := d.date.Interval && d.date.OpenTo; (d.from.said || f.isStatement(h)) && !open && (c.status == 0 || c.status == Happened || c.status == Ongoing) {
		return raw, cue{status: Statement, why: "it is something that was said"}
	}
	if d.source != nil {
		switch g := h.verb(); {
		case d.source.prep == "until" && g != nil && g.negated:
			c = cue{status: Happened, why: "“not … until” says that it happened then"}
			if relationTo(f.in.DCT, d.date) == &futureValue || g.auxiliary != "" && g.tense != past {
				c = cue{status: Planned, why: "“not … until” says when it is to happen"}
			}
			return raw, c
		case d.source.prep == "as of" && g != nil && g.progressive && c.status == Happened:
			return raw, cue{status: Ongoing, why: "it was going on “as of” that day"}
		case d.source.prep == "until" && c.status == 0 && g == nil && relationTo(f.in.DCT, d.date) == &aroundValue:
			return raw, cue{status: Ongoing, why: "it holds until then"}
		}
	}
	if g := h.verb(); g != nil && c.status == Possible && g.auxiliary == "could" && perceiving[h.lemma] && over(d.date, f.in.DCT) {
		c = cue{status: Happened, why: "what one could perceive then was so"}
	}
	return raw, c.reconciled(h, d.date, f.in.DCT)
}

var perceiving = words(`see hear observe watch feel smell notice`)

// over reports whether e lies before the day of publication.
func over(e timex.EDTF, dct timex.DCT) bool {
	_, last, _, ok := e.Bounds()
	return dct.Known && ok && last < dct.Day
}

// planned reports whether g says of its subject when it is to be: "had been
// set for Monday", but not "had been set by the president".
func (s *sentence) planned(g *group) bool {
	return g.passive && planning[g.lemma] && (s.is(g.last+1, "for") || s.is(g.last+1, "to"))
}

// cue returns what the words around h say of its status; the zero cue when
// they say nothing.
func (h *head) cue(depth int) cue {
	if depth > 3 {
		return cue{}
	}
	if h.group >= 0 {
		return h.s.verbCue(h.group, depth)
	}
	return h.nounCue(depth)
}

// verbCue returns the cue of a verb group: the innermost one wins.
func (s *sentence) verbCue(i, depth int) cue {
	g := &s.groups[i]
	quote := func(word int) string { return "“" + s.words[word].Text + "”" }
	if depth > 3 {
		return cue{}
	}
	switch words := s.negations(i); len(words) {
	case 0:
	case 1:
		return cue{status: Negated, why: "“" + words[0] + "” says that it did not happen"}
	default: // "no campaign has done without": twice no
		return cue{status: Happened, why: "“" + words[0] + "” and “" + words[1] + "” cancel out"}
	}
	for j := max(0, g.first-1); j <= g.last; j++ {
		if possibleWords[s.words[j].Lower] {
			return cue{status: Possible, why: quote(j) + " leaves it open"}
		}
	}
	if c := s.conditional(g.head); c.status != 0 {
		return c
	}
	if c := s.claimed(g); c.status != 0 && g.auxiliary == "" && !g.infinitive {
		return c
	}
	if s.is(g.head-1, "originally") && intending[g.lemma] {
		return cue{status: Negated, why: "it was “originally” to be so"}
	}
	switch g.auxiliary {
	case "may", "might", "could", "can", "ca":
		if g.auxiliary != "could" || !g.perfect {
			return cue{status: Possible, why: quote(g.first) + " leaves it open"}
		}
	case "would", "'d", "’d":
		if g.auxiliary != "would" && english.Participle(g.lemma) == s.words[g.head].Lower && s.words[g.head].Tag != english.VB {
			return cue{status: Happened, why: "“" + s.string(g.first, g.last) + "” is past"}
		}
		if g.perfect {
			return cue{status: Negated, why: "“would have” says that it did not happen"}
		}
		return cue{status: Planned, why: "“would” looks ahead"}
	case "should", "must":
		return cue{status: Planned, why: quote(g.first) + " looks ahead"}
	}
	if g.tense == future {
		return cue{status: Planned, why: "“" + s.string(g.first, g.last) + "” is future"}
	}
	if g.infinitive {
		return s.infinitiveCue(i, depth)
	}
	if g.participle && !g.passive && g.governor >= 0 {
		switch over := &s.groups[g.governor]; {
		case denying[over.lemma] || cancelling[over.lemma]:
			return cue{status: Negated, why: quote(over.head) + " says that it did not happen"}
		case beliefs[over.lemma]:
			return cue{status: Possible, why: quote(over.head) + " does not vouch for it"}
		}
	}
	if g.tense == past && s.planned(g) {
		return cue{status: Planned, why: "“" + s.string(g.first, g.last) + "” looks ahead"}
	}
	if g.tense == present && g.progressive {
		return cue{status: Ongoing, why: "“" + s.string(g.first, g.last) + "” goes on"}
	}
	if g.tense == present && !g.perfect && g.lemma == "continue" {
		return cue{status: Ongoing, why: "“" + s.string(g.first, g.last) + "” goes on"}
	}
	if g.tense == past || g.perfect {
		return cue{status: Happened, why: "“" + s.string(g.first, g.last) + "” is past"}
	}
	return cue{}
}

// infinitiveCue returns the cue of an infinitive: what it hangs on says it.
func (s *sentence) infinitiveCue(i, depth int) cue {
	g := &s.groups[i]
	if g.governor < 0 {
		if p := s.phraseOf(g.first - 1); p >= 0 && plannedNouns[english.Singular(s.words[s.phrases[p].head].Lower)] {
			return cue{status: Planned, why: "“" + s.words[s.phrases[p].head].Text + " to” looks ahead"}
		}
		return cue{}
	}
	over := &s.groups[g.governor]
	quote := "“" + s.string(over.first, over.last) + " to”"
	switch {
	case over.negated:
		return cue{status: Negated, why: quote + " is negated"}
	case over.lemma == "go" && over.progressive:
		return cue{status: Planned, why: quote + " looks ahead"}
	case over.lemma == "be":
		if s.tag(over.last+1).Adjective() || s.phraseOf(over.last+1) >= 0 {
			if s.is(over.last+1, "due") || s.is(over.last+1, "set") || s.is(over.last+1, "supposed") || s.is(over.last+1, "ready") {
				return cue{status: Planned, why: "“" + s.string(over.first, over.last+1) + " to” looks ahead"}
			}
			return cue{}
		}
		return cue{status: Planned, why: quote + " looks ahead"}
	case denying[over.lemma]:
		return cue{status: Negated, why: quote + " says that it did not happen"}
	case beliefs[over.lemma]:
		return cue{status: Possible, why: quote + " does not vouch for it"}
	case over.lemma == "suppose" && over.passive:
		return cue{status: Planned, why: quote + " looks ahead"}
	case happening[over.lemma]:
		if c := s.verbCue(g.governor, depth+1); c.status != 0 {
			return c
		}
	case intending[over.lemma]:
		return cue{status: Planned, why: quote + " looks ahead"}
	}
	if c := s.verbCue(g.governor, depth+1); c.status == Planned || c.status == Possible || c.status == Negated {
		return c
	}
	return cue{}
}

// conditional returns the cue of an if-clause that word i stands in.
func (s *sentence) conditional(i int) cue {
	for j := i; j >= 0 && s.words[j].clause == s.words[i].clause; j-- {
		if w := s.words[j].Lower; w == "if" || w == "unless" {
			return cue{status: Possible, why: "“" + w + "” makes it a condition"}
		}
	}
	return cue{}
}

// claimed returns the cue of a verb that does not vouch for what it brings:
// "claims that the vote was rigged".
func (s *sentence) claimed(g *group) cue {
	for i := g.first; i > 0; i-- {
		if s.words[i].clause != s.words[g.first].clause || !s.words[i].cut {
			continue
		}
		if k := s.words[i-1].group; k >= 0 && doubting[s.groups[k].lemma] {
			return cue{status: Possible, why: "“" + s.words[s.groups[k].head].Text + "” does not vouch for it"}
		}
		return cue{}
	}
	return cue{}
}

var doubting = words(`claim allege suspect believe fear speculate rumor`)

// nounCue returns the cue of an event noun: its own modifiers, what it hangs
// on, then the verb that it is subject or object of.
func (h *head) nounCue(depth int) cue {
	if h.phrase < 0 {
		return cue{}
	}
	s := h.s
	p := &s.phrases[h.phrase]
	for j := p.first; j <= h.word; j++ {
		w := s.words[j].Lower
		quoted := "“" + s.words[j].Text + "”"
		switch {
		case w == "originally" || w == "original" && plannedMods[s.lower(j+1)]:
			return cue{status: Negated, why: "it is called " + quoted + " planned"}
		case w == "no" && j == p.first:
			return cue{status: Negated, why: quoted + " goes before it"}
		case negatedMods[w]:
			return cue{status: Negated, why: "it is called " + quoted}
		case possibleMods[w]:
			return cue{status: Possible, why: "it is called " + quoted}
		case plannedMods[w]:
			return cue{status: Planned, why: "it is called " + quoted}
		case ongoingMods[w]:
			return cue{status: Ongoing, why: "it is called " + quoted}
		}
	}
	if p.prep > 0 && (s.is(p.prep, "of") || s.is(p.prep, "for") || s.is(p.prep, "about")) {
		if q := s.phraseOf(p.prep - 1); q >= 0 {
			over := english.Singular(s.words[s.phrases[q].head].Lower)
			switch {
			case possibleNouns[over]:
				return cue{status: Possible, why: "“" + s.words[s.phrases[q].head].Text + " " + s.words[p.prep].Text + "” leaves it open"}
			case plannedNouns[over]:
				return cue{status: Planned, why: "“" + s.words[s.phrases[q].head].Text + " " + s.words[p.prep].Text + "” looks ahead"}
			}
		}
	}
	for i := range s.groups {
		g := &s.groups[i]
		if g.object != h.phrase && g.subject != h.phrase {
			continue
		}
		asSubject := g.subject == h.phrase && g.object != h.phrase
		switch {
		case h.moved() && (s.is(g.last+1, "until") || s.is(g.last+1, "to") || g.object == h.phrase && (s.is(p.last+1, "until") || s.is(p.last+1, "to"))):
			return cue{status: Planned, why: "“" + s.string(g.first, g.last) + "” gives it a new date"}
		case cancelling[g.lemma] && (!asSubject || g.passive):
			return cue{status: Negated, why: "“" + s.string(g.first, g.last) + "” says that it did not take place"}
		case denying[g.lemma] && !asSubject && g.lemma != "fail" && g.lemma != "refuse":
			return cue{status: Negated, why: "“" + s.string(g.first, g.last) + "” says that it did not happen"}
		case light[g.lemma] || occurring[g.lemma] || aspectual[g.lemma] || g.lemma == "be" || intending[g.lemma]:
			c := s.verbCue(i, depth+1)
			if c.status == 0 && intending[g.lemma] && g.passive {
				return cue{status: Planned, why: "“" + s.string(g.first, g.last) + "” looks ahead"}
			}
			if intending[g.lemma] && !light[g.lemma] && !aspectual[g.lemma] && c.status == Happened && g.lemma != "order" && g.lemma != "call" && (g.lemma != "set" || s.planned(g)) {
				return cue{status: Planned, why: "“" + s.string(g.first, g.last) + "” looks ahead"}
			}
			return c
		case !asSubject:
			if c := s.verbCue(i, depth+1); c.status == Planned || c.status == Possible {
				return c
			}
		}
	}
	if i := s.groupBefore(h.word); i >= 0 && p.prep >= 0 {
		if g := &s.groups[i]; g.tense == modal || g.tense == future {
			return s.verbCue(i, depth+1)
		}
	}
	return cue{}
}

// reconciled fits the cue to the date: nothing has happened after the day of
// publication, and what has no cue is planned ahead of it and past before it.
func (c cue) reconciled(h *head, date timex.EDTF, dct timex.DCT) cue {
	first, last, hasFirst, hasLast := date.Bounds()
	if !dct.Known || date.IsZero() {
		if c.status == 0 {
			return cue{status: Happened, why: "nothing says otherwise"}
		}
		return c
	}
	ahead := hasFirst && first > dct.Day
	over := hasLast && last < dct.Day
	around := (!hasFirst || first <= dct.Day) && (!hasLast || last >= dct.Day)
	year := !date.Interval && date.From.Month == 0
	switch {
	case year && around && scheduledNouns[h.lemma] && (c.status == 0 || c.status == Ongoing) && !late(dct):
		return cue{status: Planned, why: "it is called after the year, which was not over on the day of publication"}
	case ahead && (c.status == Happened || c.status == Ongoing || c.status == 0):
		return cue{status: Planned, why: "its date is after the day of publication"}
	case c.status == 0 && !hasFirst && hasLast && last > dct.Day:
		return cue{status: Planned, why: "its date is after the day of publication"}
	case c.status == 0 && around && date.Interval && hasFirst && hasLast && last > dct.Day:
		return cue{status: Ongoing, why: "its dates include the day of publication"}
	case c.status == 0:
		return cue{status: Happened, why: "nothing says otherwise"}
	case c.status == Ongoing && over && !date.Interval:
		return cue{status: Happened, why: "its date is before the day of publication"}
	case c.status == Happened && date.Interval && date.OpenTo && h.lasting():
		return cue{status: Ongoing, why: "it began then and no end is named"}
	}
	return c
}

// scheduledNouns are set for a day long before, so that they are known by their year.
var scheduledNouns = words(`election referendum olympics games championship cup primary caucus census by-election marathon
	tournament festival convention`)

// late reports whether little is left of the year of publication.
func late(dct timex.DCT) bool {
	_, month, _ := dct.Day.Civil()
	return month > 10
}

// lasting reports whether h is a state or goes on: "has backed separatists
// since", "has been held since"; counts ("105 cases since May") are none.
func (h *head) lasting() bool {
	g := h.verb()
	if g == nil {
		return h.phrase >= 0 && h.counts() == "none"
	}
	if slices.Contains(verbKinds[h.lemma], "change") || h.lemma == "halve" || h.lemma == "shrink" {
		return false
	}
	for _, p := range []int{g.subject, g.object} {
		if p < 0 {
			continue
		}
		for j := h.s.phrases[p].first; j <= h.s.phrases[p].last; j++ {
			if h.s.words[j].Tag == english.CD && h.s.words[j].timex < 0 {
				return false
			}
		}
	}
	return g.perfect || g.progressive || stative[g.lemma]
}
