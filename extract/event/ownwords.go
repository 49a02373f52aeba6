package event

import (
	"strings"

	"dateline/extract/english"
)

// ownWords returns the words of the clause of h, shortened where that breaks
// nothing, with the name of who does it where a pronoun stands for one.
func (f *finder) ownWords(h *head) string {
	s := h.s
	if said := f.quotation(h); said != "" {
		return said
	}
	if said := polish(f.unnamed(h)); wellFormed(said) {
		return said
	}
	first, last := s.partAround(h.word)
	subject := ""
	if g := h.verb(); g != nil && g.subject >= 0 && !g.infinitive && !s.negativeSubject(h.group) && !(g.participle && !g.passive && s.words[s.phrases[g.subject].head].clause != s.words[g.first].clause) {
		// What stands before the subject is another clause, or an adjunct.
		ph := &s.phrases[g.subject]
		start := s.phrases[s.leftmost(g.subject)].first
		text, _ := f.subjectText(s, h.group)
		switch {
		case text != "" && (ph.pronoun || g.relative || start < first || start > g.first || s.cuts(ph.last, g.first) > 0):
			subject, first = text+" ", g.first
		case !g.relative && start > first && start < h.word:
			first = start
		}
		if subordinators.has(s.lower(start-1)) || subordinators.has(s.lower(first)) {
			for j := g.last + 1; j < last; j++ {
				if s.is(j, ",") || s.words[j].cut && s.words[j].phrase >= 0 {
					last = j - 1 // and not the main clause after it
				}
			}
		}
	}
	if l := polish(f.retold(h, subject, first, last)); wellFormed(l) {
		return l
	}
	text := f.compress(s, first, last, h.word, max(minWords, maxWhole-4-wordsIn(subject)), true)
	if text = polish(subject + text); wordsIn(text) < minWords {
		text = polish(f.compress(s, 0, len(s.words)-1, h.word, maxWhole-4, true))
	}
	if text == "" {
		return h.text() // nothing but the date and this
	}
	return text
}

// unnamed returns what somebody says whom only a pronoun names, by itself; ""
// where that is not quoted, or cannot stand alone.
func (f *finder) unnamed(h *head) string {
	s, g := h.s, h.verb()
	if g == nil || !reporting[g.lemma] || g.passive || len(s.negations(h.group)) > 0 || g.subject < 0 || !s.phrases[g.subject].pronoun || s.words[g.head].quoted {
		return ""
	}
	for i := g.last + 1; i < len(s.words); i++ {
		if s.words[i].quoted {
			last := i
			for last+1 < len(s.words) && s.words[last+1].quoted {
				last++
			}
			return f.compress(s, i, last, s.verbFrom(i, last), maxWhole-4, true)
		}
	}
	return ""
}

// retold returns the clause of h with its verb as labels have it and the rest in
// its own words; "" where the verb does not follow its subject, or tells of more
// than what happened.
func (f *finder) retold(h *head, subject string, first, last int) string {
	s, g := h.s, h.verb()
	if g == nil || g.participle || g.infinitive || g.auxiliary != "" || len(s.negations(h.group)) > 0 || g.subject < 0 || last <= g.last {
		return ""
	}
	text, plural := f.subjectText(s, h.group)
	if text == "" || subject == "" && first != s.phrases[s.leftmost(g.subject)].first {
		return ""
	}
	verb := f.verbForm(s, g, Happened, plural, g.passive)
	for j := g.last + 1; j <= last; j++ {
		if w := &s.words[j]; w.cut && w.group >= 0 && w.clause < s.words[g.head].clause {
			last = j - 1 // an outer clause goes on
		} else if b := s.beforeQuote(j); w.cut && w.phrase >= 0 && !s.words[j-1].quoted && s.words[b].Text != "," && s.words[b].group < 0 {
			last = j - 1 // another clause begins: "when it rose the mill closed"
		} else if w.cut {
			break
		} else if w.group >= 0 && s.groups[w.group].first == j && !s.groups[w.group].participle && !s.groups[w.group].infinitive && (s.inRelative(g) || s.tag(s.adverbsBefore(j)-1) != english.CC && s.groups[w.group].subject == g.subject && s.complement(g) < 0) {
			last = j - 1
		}
	}
	rest := f.compress(s, g.last+1, last, s.verbFrom(g.last+1, last), max(minWords, maxWhole-4-wordsIn(text)-wordsIn(verb)), false)
	if rest == "" {
		return ""
	}
	return text + " " + verb + " " + rest
}

// beforeQuote returns the word before word i, and before the quotation mark that
// opens there: what a verb brings may be quoted.
func (s *sentence) beforeQuote(i int) int {
	if i > 1 && isQuote(s.words[i-1].Text) {
		return i - 2
	}
	return i - 1
}

// inRelative reports whether a relative pronoun opens the clause of g.
func (s *sentence) inRelative(g *group) bool {
	for j := g.first - 1; j >= 0 && s.words[j].clause == s.words[g.first].clause; j-- {
		if s.relativeAt(j) {
			return true
		}
	}
	return g.relative
}

// partAround returns the first and last word of what stands around word i
// between semicolons, dashes and colons, or of the main clause that "and" joins
// to another.
func (s *sentence) partAround(i int) (first, last int) {
	first, last = i, i
	for first > 0 && !s.parts(first-1) && !s.beginsMain(first, i) {
		first--
	}
	for last+1 < len(s.words) && !s.parts(last+1) && !s.beginsMain(last+1, i) {
		last++
	}
	return first, last
}

// parts reports whether the mark at i parts two sentences that are written as one.
func (s *sentence) parts(i int) bool {
	switch s.words[i].Text {
	case ";", ":":
		return true
	}
	return false
}

// beginsMain reports whether a conjunction at i, or right before it, joins a
// clause with a subject of its own to another.
func (s *sentence) beginsMain(i, in int) bool {
	if i <= in {
		i-- // from the right: the conjunction stays out
	}
	if i < 1 || s.tag(i) != english.CC {
		return false
	}
	if q := s.phraseOf(i + 2); !s.words[i].cut && s.is(i-1, ",") && q >= 0 && s.phrases[q].prep == i+1 && s.is(s.phrases[q].last+1, ",") {
		return true // ", and in Orlo, the fair was held"
	}
	if !s.words[i].cut {
		return false
	}
	if i > in {
		return true
	}
	p := s.phraseOf(i + 1)
	return p >= 0 && !s.phrases[p].pronoun && s.phrases[p].prep < 0
}

// quotation returns who says what where h is a verb of saying: "Bo Kim: It is a
// better mill", with the words that are quoted, or with those before it; ""
// where there are none.
func (f *finder) quotation(h *head) string {
	s, g := h.s, h.verb()
	if g == nil || !reporting[g.lemma] || sayAlone[g.lemma] || g.passive || len(s.negations(h.group)) > 0 || g.subject < 0 || s.words[g.head].quoted {
		return ""
	}
	subject, _ := f.subjectText(s, h.group)
	if subject == "" {
		return ""
	}
	first, last := -1, -1
	for i := range s.words {
		if s.words[i].quoted && first < 0 {
			first = i
		}
		if s.words[i].quoted {
			last = i
		} else if first >= 0 && i > last+1 {
			break
		}
	}
	if s.saidBefore(g) {
		first = -1
	}
	if first < 0 {
		// "…, the bank indicated."
		before := s.subjectStart(g) - 1
		if g.last+2 < len(s.words) && !s.onlyDates(g.last+1) || !s.is(before, ",") || before < minWords {
			return ""
		}
		first, last = 0, before-1
	}
	if (s.tag(first) == english.IN || s.tag(first) == english.VBG) && !s.finiteBetween(first, last+1) {
		return ""
	}
	said := f.compress(s, first, last, s.verbFrom(first, last), maxWhole-wordsIn(subject), true)
	if wordsIn(said) < minWords || wordsIn(said)+wordsIn(subject) > maxWhole+2 || strings.HasPrefix(said, subject) {
		return ""
	}
	return subject + ": " + said
}

// onlyDates reports whether nothing but dates, places and marks follow from word i on.
func (s *sentence) onlyDates(i int) bool {
	for ; i < len(s.words); i++ {
		if s.words[i].group >= 0 {
			return false
		}
	}
	return true
}

// endsPart reports whether the mark at i sets apart what is no part of a clause.
func (s *sentence) endsPart(i int) bool {
	switch s.words[i].Text {
	case ";", "—", "(", ")", ":":
		return true
	}
	return false
}
