package event

import (
	"strings"

	"dateline/extract/english"
)

// statementLabel makes a label of what somebody said: "NAME says …", or
// "NAME: …" when the speaker is also what the words are about.
func (f *finder) statementLabel(s *sentence, k int, subject, verb string) string {
	g := &s.groups[k]
	if s.phrases[max(g.subject, 0)].first > g.last { // "“…”, said Ann Lee"
		if g.first < 2 {
			return ""
		}
		return f.saidWords(s, 0, g.first-1, subject, "")
	}
	if i := s.complement(g); i >= 0 || s.close && s.is(g.last+1, "that") {
		if i < 0 {
			i = g.last + 2
		}
		if o := g.object; o >= 0 && s.phrases[o].last < i && addressed[g.lemma] && !s.phrases[o].pronoun {
			verb += " " + f.phraseText(s, o, o) // "tells the Post"
		}
		if said, own := f.saidClause(s, i, subject); said != "" {
			if own {
				said = s.lower(i) + " " + said // whom it means stands right before it
			}
			return subject + " " + verb + " " + said
		}
		return f.saidWords(s, i, s.saidEnd(i), subject, verb)
	}
	p := predicate{f: f, s: s}
	p.ofVerb(k, -1, false)
	said := g.object >= 0 && !addressed[g.lemma] || sayAlone[g.lemma] || !s.quotes(g) && !s.saidBefore(g)
	if rest, ok := p.choose(wordsIn(subject) + wordsIn(verb)); ok && rest != "" && !p.quoted && said && !s.gerundSubject(g) {
		return subject + " " + verb + rest
	}
	// The words themselves: after the verb, or before it ("…, NAME said").
	i := g.last + 1
	before := s.subjectStart(g) - 1
	switch {
	case (s.is(i, ",") || s.is(i, ":")) && (s.is(i, ":") || s.quotedAfter(i)):
		return f.saidWords(s, i+1, s.saidEnd(i+1), subject, "")
	case p.quoted, s.gerundSubject(g):
		return f.saidWords(s, i, s.saidEnd(i), subject, verb)
	case s.saidBefore(g):
		return f.saidWords(s, 0, before-1, subject, "")
	case !said:
		for i < len(s.words) && !s.words[i].quoted {
			if s.is(i, ",") && i+1 < len(s.words) && !s.words[i+1].quoted && s.phraseOf(i+1) >= 0 {
				i++
				break // "wrote in the paper, the mill “has no future”"
			}
			i++
		}
		if i < len(s.words)-minWords {
			return f.saidWords(s, i, s.saidEnd(i), subject, "")
		}
		if before > minWords {
			return f.saidWords(s, 0, before-1, subject, "")
		}
	case before > 3 && (s.words[0].quoted || s.words[1].quoted):
		return f.saidWords(s, 0, before-1, subject, "")
	}
	return ""
}

// subjectStart returns the first word of the subject of g with all that tells
// who it is: "one of the miners, Bo Kim".
func (s *sentence) subjectStart(g *group) int {
	if g.subject < 0 {
		return 0
	}
	p := s.leftmost(s.outermost(g.subject))
	if q := s.outermost(s.appositive(g.subject)); q < p {
		p = q
	}
	if i := s.phrases[p].first - 1; s.is(i, ",") && s.phraseOf(i-1) >= 0 && s.phrases[g.subject].last < g.first && s.words[s.phrases[p].last].Tag.Name() && s.is(s.phrases[p].last+1, ",") {
		if q := s.outermost(s.phraseOf(i - 1)); titleNouns.has(s.lower(s.phrases[q].head)) || s.is(s.phrases[q].head, "one") {
			p = q // "one of the miners, Bo Kim, said"
		}
	}
	if q := s.phraseOf(s.phrases[p].first - 1); q >= 0 && s.phrases[q].prep < 0 && kinds[s.lower(s.phrases[q].last)] {
		p = q // "newspaper The Post"
	}
	return s.phrases[p].first
}

// quotedAfter reports whether the word after the mark at i is quoted.
func (s *sentence) quotedAfter(i int) bool {
	for i++; i < len(s.words); i++ {
		if !isQuote(s.words[i].Text) && s.words[i].Text != "[" {
			return s.words[i].quoted
		}
	}
	return false
}

// addressed are verbs of saying whose object is who is spoken to.
var addressed = words(`tell inform assure remind`)

// saidBefore reports whether what g says stands before its subject, after which
// the sentence ends: "the mill is closed, Ann Lee told the Post".
func (s *sentence) saidBefore(g *group) bool {
	if g.subject < 0 || !reporting[g.lemma] {
		return false
	}
	before := s.subjectStart(g) - 1
	return before > 3 && s.is(before, ",") && s.phrases[g.subject].first < g.first && s.firstFinite() >= 0 && s.groups[s.firstFinite()].first < before && !s.words[before+1].quoted
}

// quotes reports whether the sentence of g has words in quotation marks that g
// is not among.
func (s *sentence) quotes(g *group) bool {
	if s.words[g.head].quoted {
		return false
	}
	n := 0
	for i := range s.words {
		if s.words[i].quoted {
			n++
		}
	}
	return n > 3
}

// gerundSubject reports whether a gerund right after g is the subject of what
// is said: "said fixing the plant may take a year".
func (s *sentence) gerundSubject(g *group) bool {
	return reporting[g.lemma] && s.tag(g.last+1) == english.VBG
}

// saidEnd returns the last word of what is said from word i on: before the
// next verb of saying that a conjunction joins.
func (s *sentence) saidEnd(i int) int {
	last := s.endOf(min(i, len(s.words)-1))
	for j := i + 1; j < last; j++ {
		if k := s.words[s.skipAdverbs(j+1)%len(s.words)].group; s.tag(j) == english.CC && s.words[j].cut && k >= 0 && reporting[s.groups[k].lemma] {
			return j - 1 // "… and said that"
		}
	}
	return last
}

// verbFrom returns the first finite verb in words i to last that is no relative
// clause's, i where there is none.
func (s *sentence) verbFrom(i, last int) int {
	for k := range s.groups {
		if g := &s.groups[k]; g.first >= i && g.head <= last && !g.infinitive && !g.participle && !g.relative && !s.inSubordinate(i, g) {
			return g.head
		}
	}
	return i
}

// inSubordinate reports whether a conjunction or a relative pronoun between word
// i and g opens the clause of g.
func (s *sentence) inSubordinate(i int, g *group) bool {
	for j := g.first - 1; j >= i; j-- {
		w := &s.words[j]
		if w.Text == "," || w.Text == ";" || w.group >= 0 && !s.groups[w.group].infinitive && !s.groups[w.group].participle {
			return false
		}
		if s.relativeAt(j) || subordinators.has(w.Lower) && w.phrase < 0 && (w.Tag == english.IN || w.Tag == english.WRB) && !s.is(j, "that") || s.is(j, "that") && j > i {
			return true
		}
	}
	return false
}

// saidWords makes a label of what subject said in words i to last; they stand
// after the verb, or where that is "" after a colon. It returns "" where they
// say too little.
func (f *finder) saidWords(s *sentence, i, last int, subject, verb string) string {
	if i >= len(s.words) || last <= i {
		return ""
	}
	if (s.tag(i) == english.IN || s.tag(i) == english.VBG) && !s.finiteBetween(i, last+1) {
		return "" // "in a comment", "writing"
	}
	said := f.compress(s, i, last, s.verbFrom(i, last), maxWhole-wordsIn(subject)-1, false)
	if wordsIn(said) < minWords || wordsIn(said)+wordsIn(subject) > maxWhole+2 || beginsWithBe(said) || strings.HasPrefix(said, subject) {
		return ""
	}
	if verb == "" {
		return subject + ": " + said
	}
	return subject + " " + verb + " " + said
}

// endOf returns the last word before the semicolon, dash or full stop that
// ends what begins at word i.
func (s *sentence) endOf(i int) int {
	for i+1 < len(s.words) && !s.endsPart(i+1) && s.words[i+1].Text != "." && s.words[i+1].Text != "?" {
		i++
	}
	return i
}

// beginsWithBe reports whether text has lost the subject of its first verb.
func beginsWithBe(text string) bool {
	first, _, _ := strings.Cut(text, " ")
	return english.Lemma(strings.ToLower(first)) == "be"
}

// complement returns the first word of the clause that g brings: after
// "that", or right after g when a subject and its verb follow; -1 when it
// brings none.
func (s *sentence) complement(g *group) int {
	for i := g.last + 1; i < len(s.words) && i < g.last+16; i++ {
		w := &s.words[i]
		switch {
		case w.phrase < 0 && w.timex < 0 && (s.is(i, "how") || s.is(i, "why") || s.is(i, "whether") || s.is(i, "what") && s.tag(i) == english.WP):
			return i // "described how the fire spread"
		case s.is(i, "that") && w.phrase < 0 && w.cut || s.is(i, "that") && s.phraseOf(i+1) >= 0 && s.finiteAfter(s.phrases[s.phraseOf(i+1)].last+1):
			return i + 1
		case w.Text == "," && s.afterRemark(i) > i:
			return s.afterRemark(i) // "reported, citing figures, there were"
		case w.group >= 0 || w.Text == "," || w.Text == ":" || w.Text == ";" || w.Text == "\"" || w.Text == "“":
			return -1
		case w.phrase >= 0 && i == s.phrases[w.phrase].first && s.phrases[w.phrase].prep < 0 && (s.verbOfOwn(s.phrases[w.phrase].last+1) || s.subjectLater(w.phrase, g)):
			return i
		case w.phrase >= 0 && s.phrases[w.phrase].pronoun && s.is(i+1, "and") && s.phraseOf(i+2) >= 0 && s.finiteAfter(s.phrases[s.phraseOf(i+2)].last+1):
			return i // "reported he and his wife fell ill"
		case w.phrase >= 0 && i == s.phrases[w.phrase].first && s.phrases[w.phrase].prep < 0 && s.verbAfterCommas(s.phrases[w.phrase].last+1):
			return i // "said a guard, one of many, saw it"
		case w.phrase >= 0 && i == s.phrases[w.phrase].first && s.phrases[w.phrase].prep < 0 && w.timex < 0 && !addressed[g.lemma] && !objectControl[g.lemma]:
			return -1 // an object: "announced a deal it made"
		}
	}
	return -1
}

// afterRemark returns the word after the second of two commas, the first of
// which is at i, where a subject and its verb follow it and none stands between
// them; i elsewhere.
func (s *sentence) afterRemark(i int) int {
	for j := i + 1; j < len(s.words) && j < i+12; j++ {
		if k := s.words[j].group; k >= 0 && !s.groups[k].participle || s.words[j].quoted {
			return i
		}
		if p := s.phraseOf(j + 1); s.is(j, ",") && p >= 0 && s.phrases[p].first == j+1 && s.phrases[p].prep < 0 && s.verbOfOwn(s.phrases[p].last+1) {
			return j + 1
		}
	}
	return i
}

// verbAfterCommas reports whether at i a remark begins that stands between two
// commas and has no verb, after which a finite one follows.
func (s *sentence) verbAfterCommas(i int) bool {
	if !s.is(i, ",") {
		return false
	}
	for j := i + 1; j < len(s.words) && j < i+12; j++ {
		if k := s.words[j].group; k >= 0 && !s.groups[k].participle {
			return false
		}
		if s.is(j, ",") {
			j = s.skipAdverbs(j + 1)
			return j < len(s.words) && s.words[j].group >= 0 && !s.groups[s.words[j].group].participle && !s.groups[s.words[j].group].infinitive
		}
	}
	return false
}

// subjectLater reports whether phrase p is the subject of a finite verb after
// g: "announced the debate, which was due in May, has been cancelled".
func (s *sentence) subjectLater(p int, g *group) bool {
	for k := range s.groups {
		if v := &s.groups[k]; v.first > g.last && v.subject == p && !v.relative && !v.infinitive && !v.participle {
			return true
		}
	}
	return false
}

// saidClause renders the clause that begins at word i as it was meant when it
// was said ("would" as "will"); own reports that its subject, which is left
// out, is a pronoun, most likely for the speaker.
func (f *finder) saidClause(s *sentence, i int, speaker string) (text string, own bool) {
	verb := -1
	if s.phraseOf(i) < 0 && (subordinators.has(s.lower(i)) || s.tag(i) == english.WP) {
		return "", false // "how the fire spread": in its own words
	}
	for k := range s.groups {
		if g := &s.groups[k]; g.first >= i && !g.relative {
			if !g.infinitive && !g.participle {
				verb = k
			}
			break
		}
	}
	if verb < 0 {
		return "", false
	}
	g := &s.groups[verb]
	subject, plural := "", false
	if p := s.phraseOf(i); p >= 0 && s.phrases[p].pronoun && s.is(s.phrases[p].last+1, "and") && s.phraseOf(i+2) >= 0 && s.close && s.subjectOfGroup(g) {
		// "she and her husband": she is who says it.
		present := s.present(g, true)
		q := s.phraseOf(i + 2)
		rest := predicate{f: f, s: s, subject: speaker}
		rest.ofVerb(verb, -1, false)
		text, ok := rest.choose(wordsIn(speaker) + 1 + wordsIn(present) + 3)
		with := f.phraseText(s, q, q)
		if name, _ := f.names.nameIn(s, &s.phrases[q]); name != "" {
			with = f.names.fullest(name)
		}
		if !ok || with == "" {
			return "", false
		}
		return s.lower(i) + " and " + with + " " + present + text, false
	} else if p >= 0 && s.phrases[p].pronoun && (s.is(s.phrases[p].last+1, "and") || s.tag(i) == english.EX) && s.close {
		return "", false // "she and her husband", "there were"
	} else if p >= 0 && s.phrases[p].pronoun && s.close && s.is(i, "it") {
		switch subject = f.antecedent(s, i); subject {
		case "":
			return "", false // its own words say it best
		case speaker:
			subject, own = "", true
		default:
			subject += " "
		}
	} else if p >= 0 && s.phrases[p].pronoun && s.phrases[p].last+1 >= g.first-1 {
		own = true
		plural = s.is(i, "they") || s.is(i, "we")
	} else {
		if q := s.phraseOf(i); s.close && q >= 0 && !s.phrases[q].pronoun && (g.subject < 0 || s.phrases[g.subject].first < i) {
			g.subject = q // what the clause begins with is what it tells of
		}
		if subject, plural = f.subjectText(s, verb); subject == "" {
			return "", false
		}
		subject += " "
	}
	present := s.present(g, plural)
	p := predicate{f: f, s: s, subject: speaker}
	p.ofVerb(verb, -1, false)
	rest, ok := p.choose(wordsIn(speaker) + 1 + wordsIn(subject) + wordsIn(present))
	if !ok || rest == "" && own {
		return "", false
	}
	return subject + present + rest, own
}

// present returns a finite verb group in the present: "would make" as "will
// make", "was taking" as "is taking", "fell" as "falls".
func (s *sentence) present(g *group, plural bool) string {
	pick := func(singular, many string) string {
		if plural {
			return many
		}
		return singular
	}
	not := ""
	if g.negated {
		not = " not"
	}
	particle := ""
	if g.particle >= 0 && s.close {
		particle = " " + s.words[g.particle].Text
	}
	participle := english.Participle(g.lemma) + particle
	if s.words[g.head].Tag == english.VBG {
		participle = s.words[g.head].Lower + particle
	}
	switch {
	case g.auxiliary != "":
		aux := g.auxiliary
		switch aux {
		case "would", "'d", "’d", "'ll", "’ll", "wo":
			aux = "will"
		case "could", "ca":
			aux = "can"
		case "might":
			aux = "may"
		}
		switch {
		case g.passive, g.progressive:
			return aux + not + " be " + participle
		case g.perfect:
			return aux + not + " have " + participle
		}
		return aux + not + " " + g.lemma + particle
	case g.perfect && (g.passive || g.progressive):
		return pick("has", "have") + not + " been " + participle
	case g.perfect:
		return pick("has", "have") + not + " " + participle
	case g.passive, g.progressive:
		return pick("is", "are") + not + " " + participle
	case g.lemma == "be":
		return pick("is", "are") + not
	case g.negated:
		return pick("does", "do") + " not " + g.lemma + particle
	case plural:
		return g.lemma + particle
	}
	return english.ThirdPerson(g.lemma) + particle
}

// subjectOfGroup reports whether nothing but its subject stands before g in the
// clause: no other verb.
func (s *sentence) subjectOfGroup(g *group) bool {
	return !g.infinitive && !g.participle && g.auxiliary == ""
}
