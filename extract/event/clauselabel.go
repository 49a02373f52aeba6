package event

import (
	"dateline/extract/english"
)

// clauseLabel makes a label of a verb and its clause.
func (f *finder) clauseLabel(s *sentence, i int, status Status) string {
	g := &s.groups[i]
	subject, plural := f.subjectText(s, i)
	if g.relative && !s.close && s.ambiguous(g) || subject == "" || s.negativeSubject(i) || len(s.negations(i)) > 1 || (status == Negated) != (len(s.negations(i)) == 1) {
		return "" // its own words deny best
	}
	if g.passive {
		if agent, many, after := f.agent(s, g); agent != "" && status != Negated {
			verb := f.verbForm(s, g, status, many, false)
			p := predicate{f: f, s: s}
			p.read(after, i, -1, true)
			if rest, ok := p.choose(wordsIn(agent) + wordsIn(verb) + wordsIn(subject)); ok {
				return agent + " " + verb + " " + subject + rest
			}
			return ""
		}
	}
	if p := g.subject; p >= 0 && s.close && g.object < 0 && s.is(s.phrases[s.leftmost(p)].first-1, "what") && s.phrases[p].last < g.first {
		return "" // "what she called"
	}
	told := status
	if j := g.last + 1; status == Negated && (s.is(j, "nothing") || s.is(j, "nobody") || s.is(j, "none")) {
		told = Happened // that word denies it
	}
	if status == Planned && g.passive && planning[g.lemma] {
		told = Happened // "celebration planned"
	}
	verb := f.verbForm(s, g, told, plural, g.passive)
	if !g.passive && (status == Statement || g.subject >= 0 && s.phrases[g.subject].first > g.last && reporting[g.lemma] || (reporting[g.lemma] || clausal[g.lemma] || !g.relative && s.is(g.last+1, "that") && s.tag(g.last+1) == english.IN) && s.complement(g) >= 0) {
		return f.statementLabel(s, i, subject, verb)
	}
	p := predicate{f: f, s: s, subject: subject}
	if q := s.antecedentObject(i); q >= 0 {
		p.add(f.phraseText(s, q, s.attachedOf(q)), -1, true)
		p.ofVerb(i, -1, true)
	} else {
		p.ofVerb(i, -1, false)
	}
	rest, ok := p.choose(wordsIn(subject) + wordsIn(verb))
	if !ok || rest == "" && !g.passive && reporting[g.lemma] && !sayAlone[g.lemma] {
		return ""
	}
	return subject + " " + verb + rest
}

// antecedentObject returns the phrase that the relative clause of group i says
// its verb is done to: the statement of "a statement that she made", "a
// statement she made"; -1 where there is none.
func (s *sentence) antecedentObject(i int) int {
	g := &s.groups[i]
	if g.passive || g.infinitive || g.participle || g.object >= 0 || g.subject < 0 || g.relative {
		return -1
	}
	start := s.phrases[s.leftmost(g.subject)].first
	if s.phrases[g.subject].last > g.first || s.words[start].clause != s.words[g.first].clause && !s.relativeAt(start-1) && !s.is(start-1, "that") {
		return -1
	}
	j := start - 1
	marked := j > 0 && (s.is(j, "that") || s.is(j, "which") || s.is(j, "whom"))
	if marked {
		j--
	}
	q := s.phraseOf(j)
	if q < 0 || s.phrases[q].last != j || s.words[j].timex >= 0 || s.phrases[q].pronoun || reporting[g.lemma] || clausal[g.lemma] {
		return -1
	}
	for k := range s.groups { // "told Lee he left": a clause that a verb brings
		if v := &s.groups[k]; v.object == q && (reporting[v.lemma] || clausal[v.lemma]) {
			return -1
		}
	}
	if !marked && !s.phrases[g.subject].pronoun && !s.words[s.phrases[g.subject].head].Tag.Name() {
		return -1
	}
	if g.progressive {
		return -1
	}
	for s.phrases[q].prep > 0 && s.is(s.phrases[q].prep, "of") && s.phraseOf(s.phrases[q].prep-1) >= 0 {
		q = s.phraseOf(s.phrases[q].prep - 1)
	}
	if s.phrases[q].prep >= 0 && marked {
		return -1 // "an announcement on the radio that he"
	}
	return q
}

// ambiguous reports whether the relative clause of g can hang on more than one
// phrase: "cases on the vessel that visited".
func (s *sentence) ambiguous(g *group) bool {
	for j := g.first - 1; j > 0; j-- {
		if s.relativeAt(j) || s.is(j, "that") && s.words[j].cut {
			k := j - 1
			if s.is(k, ",") {
				k--
			}
			p := s.phraseOf(k)
			return p < 0 || s.outermost(p) != p
		}
	}
	return false
}

// needsObject are verbs that say little without what follows them.
var needsObject = words(`order tell call file confirm allow take leave declare set give ask make hold have bring put send say announce claim
	report find show become issue reach receive win lose sign begin start continue want try attempt use get see know add accuse
	name describe release publish launch introduce cause force urge warn establish lead pass cut raise host draw seek include
	propose precede arrest kill injure contain destroy approve reject ban appoint elect endorse nominate support criticize criticise condemn sue
	charge accuse seize capture rescue detain discover infect defeat beat replace remove cancel postpone award grant join mention
	place blame thank praise commit attribute pull enter turn lift step mean raise impose order require offer express keep help let face`)

// sayAlone are verbs of saying that need not tell what is said.
var sayAlone = words(`concede testify reply respond comment complain speculate demand promise vow speak call expect describe believe`)

// verbForm returns the verb of g as a label has it.
func (f *finder) verbForm(s *sentence, g *group, status Status, plural, passive bool) string {
	base := g.lemma
	particle := ""
	hedge := ""
	if status == Planned && f.failing {
		status = Negated // "does not open", whatever was planned
		if g.tense == past && g.auxiliary == "" && !g.passive && !g.infinitive && !g.participle && !g.negated {
			status = Happened // "asked for support": that was done, whatever came of it
		}
	}
	if status != Planned && status != Statement && !reporting[base] && s.close {
		if hedge = s.hedge(s.words[g.head].group); hedge != "" {
			hedge += " "
			if status == Possible && g.auxiliary == "" {
				status = Happened
			}
		}
	}
	if g.particle >= 0 {
		particle = " " + s.words[g.particle].Text
	}
	participle := english.Participle(base)
	if s.is(g.head, "born") {
		participle = "born"
	}
	if passive {
		switch status {
		case Planned:
			return "to be " + participle + particle
		case Possible:
			return hedge + "may be " + participle + particle
		case Negated:
			return hedge + "not " + participle + particle
		}
		return hedge + participle + particle
	}
	switch status {
	case Planned:
		return "to " + base + particle
	case Possible:
		return hedge + "may " + base + particle
	case Negated:
		if plural {
			return hedge + "do not " + base + particle
		}
		return hedge + "does not " + base + particle
	}
	if plural && base == "be" {
		return hedge + "are"
	}
	if plural {
		return hedge + base + particle
	}
	return hedge + english.ThirdPerson(base) + particle
}

// agent returns the phrase after "by" that follows a passive verb, whether it
// is plural, and the word after it.
func (f *finder) agent(s *sentence, g *group) (text string, plural bool, after int) {
	i := g.last + 1
	if !s.is(i, "by") || s.phraseOf(i+1) < 0 || s.words[i+1].timex >= 0 {
		return "", false, 0
	}
	p := s.words[i+1].phrase
	last := s.rightmost(p)
	return f.phraseText(s, p, last), s.plural(p, last), s.phrases[last].last + 1
}
