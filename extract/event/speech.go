package event

import (
	"strings"

	"dateline/extract/english"
)

// statementLabel makes a label of what somebody said: "NAME says …", or
// "NAME: …" when the speaker is also what the words are about.
func (f *finder) statementLabel(s *sentence, k int, subject, verb string) string {
	g := &s.groups[k]
	if i := s.complement(g); i >= 0 || s.close && s.is(g.last+1, "that") {
		if i < 0 {
			i = g.last + 2
		}
		if said, own := f.saidClause(s, i, wordsIn(subject)+1); said != "" {
			if own {
				said = s.lower(i) + " " + said // whom it means stands right before it
			}
			return subject + " " + verb + " " + said
		}
		return f.saidWords(s, i, subject, verb)
	}
	p := predicate{f: f, s: s}
	p.ofVerb(k, -1, false)
	said := g.object >= 0 || sayAlone[g.lemma] || !s.quotes(g)
	if rest, ok := p.choose(wordsIn(subject) + wordsIn(verb)); ok && rest != "" && !p.quoted && said && !s.gerundSubject(g) {
		return subject + " " + verb + rest
	}
	// The words themselves: after the verb, or before it ("…, NAME said").
	i := g.last + 1
	switch {
	case s.is(i, ",") || s.is(i, ":"):
		return f.saidWords(s, i+1, subject, "")
	case p.quoted, s.gerundSubject(g):
		return f.saidWords(s, i, subject, verb)
	case !said:
		for i < len(s.words) && !s.words[i].quoted {
			if s.is(i, ",") && i+1 < len(s.words) && !s.words[i+1].quoted && s.phraseOf(i+1) >= 0 {
				i++
				break // "wrote in the paper, the mill “has no future”"
			}
			i++
		}
		if i < len(s.words) {
			return f.saidWords(s, i, subject, "")
		}
		return f.saidWords(s, 0, subject, "")
	case g.first > 4 && (s.words[0].quoted || s.words[1].quoted):
		return f.saidWords(s, 0, subject, "")
	}
	return ""
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

// saidWords makes a label of what subject said in the words that begin at i;
// they stand after the verb, or where that is "" after a colon. It returns ""
// where they need a name that is not known.
func (f *finder) saidWords(s *sentence, i int, subject, verb string) string {
	last := s.endOf(i)
	if i >= len(s.words) || last <= i {
		return ""
	}
	for _, v := range s.groups { // "“It is late”, Lee said"
		if i == 0 && v.first > i && s.phraseOf(i) != v.subject && s.words[v.first].quoted != s.words[min(1, len(s.words)-1)].quoted && v.subject >= 0 {
			last = min(last, s.phrases[v.subject].first-1)
			break
		}
	}
	for j := i + 1; j < last; j++ {
		if k := s.words[s.skipAdverbs(j+1)%len(s.words)].group; s.tag(j) == english.CC && s.words[j].cut && k >= 0 && reporting[s.groups[k].lemma] {
			last = j - 1 // "… and said that"
			break
		}
	}
	if last <= i {
		return ""
	}
	said := f.compress(s, i, last, i, maxWhole-wordsIn(subject)-1, false)
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
		case s.is(i, "that") && w.phrase < 0 && w.cut || s.is(i, "that") && s.phraseOf(i+1) >= 0 && s.finiteAfter(s.phrases[s.phraseOf(i+1)].last+1):
			return i + 1
		case w.group >= 0 || w.Text == "," || w.Text == ":" || w.Text == ";" || w.Text == "\"" || w.Text == "“":
			return -1
		case w.phrase >= 0 && i == s.phrases[w.phrase].first && s.phrases[w.phrase].prep < 0 && (s.finiteAfter(s.phrases[w.phrase].last+1) || s.subjectLater(w.phrase, g)):
			return i
		}
	}
	return -1
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
func (f *finder) saidClause(s *sentence, i, before int) (text string, own bool) {
	verb := -1
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
	if p := s.phraseOf(i); p >= 0 && s.phrases[p].pronoun && (s.is(s.phrases[p].last+1, "and") || s.tag(i) == english.EX) && s.close {
		return "", false // "she and her husband", "there were"
	} else if p >= 0 && s.phrases[p].pronoun && s.close && s.is(i, "it") {
		if subject = f.antecedent(s, i); subject == "" {
			return "", false // its own words say it best
		}
		subject += " "
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
	p := predicate{f: f, s: s}
	p.ofVerb(verb, -1, false)
	rest, ok := p.choose(before + wordsIn(subject) + wordsIn(present))
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
	participle := english.Participle(g.lemma)
	if s.words[g.head].Tag == english.VBG {
		participle = s.words[g.head].Lower
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
		return aux + not + " " + g.lemma
	case g.perfect && (g.passive || g.progressive):
		return pick("has", "have") + not + " been " + participle
	case g.perfect:
		return pick("has", "have") + not + " " + participle
	case g.passive, g.progressive:
		return pick("is", "are") + not + " " + participle
	case g.lemma == "be":
		return pick("is", "are") + not
	case g.negated:
		return pick("does", "do") + " not " + g.lemma
	case plural:
		return g.lemma
	}
	return english.ThirdPerson(g.lemma)
}
