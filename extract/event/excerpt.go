package event

import (
	"strings"

	"dateline/extract/english"
)

// trimmedClause returns the words of the clause of h without its dates, cut
// to the longest label; a cut, and a clause that is only part of its sentence
// and begins in the middle, is marked by "…".
func (f *finder) trimmedClause(h *head) string {
	s := h.s
	if said := f.quotation(h); said != "" {
		return said
	}
	clause := s.words[h.word].clause
	first, last := h.word, h.word
	for first > 0 {
		if s.is(first-1, ")") { // what stands in brackets is no part of it
			for first > 1 && !s.is(first-1, "(") {
				first--
			}
			first--
			clause = s.words[max(first-1, 0)].clause
			continue
		}
		if s.words[first-1].clause != clause || s.endsPart(first-1) {
			break
		}
		first--
	}
	for last+1 < len(s.words) && s.words[last+1].clause == clause && !s.endsPart(last+1) {
		last++
	}
	for first < h.word && (s.words[first].Tag == english.CC || s.words[first].Text == "," || subordinators[s.words[first].Lower] && s.words[first].phrase < 0) {
		first++ // a connective says nothing by itself
	}
	if g := h.verb(); g != nil && g.subject >= 0 && !g.relative && s.phrases[g.subject].first > first && s.phrases[g.subject].first < h.word && s.words[s.phrases[g.subject].first].clause == clause {
		first = s.phrases[s.leftmost(g.subject)].first // what stands before the subject is an adjunct
	}
	subject := ""
	if g := h.verb(); g != nil && g.subject >= 0 && !g.relative && !g.infinitive && !g.participle && !s.negativeSubject(h.group) {
		if text, _ := f.subjectText(s, h.group); text != "" {
			subject, first = text+" ", g.first
		}
	}
	if subject == "" && (s.relativeAt(first) || s.is(first, "that")) && first < h.word && s.words[first].cut {
		// "who was treated": the president was.
		if p := s.phraseOf(first - 1); p >= 0 && s.outermost(p) != p {
			first = s.phrases[p].first // which phrase it means is not certain: its own words
		} else if g := h.verb(); g != nil && g.subject >= 0 && g.relative {
			subject = s.string(s.phrases[g.subject].first, s.phrases[g.subject].last) + " "
			first++
		}
	}
	if subject == "" && s.relativeAt(first) && first < h.word {
		first++
	}
	text, cut := s.excerpt(first, last, h.word, max(minWords, maxWords-wordsIn(subject)))
	text = subject + text
	if wordsIn(text) < minWords {
		text, cut = s.excerpt(0, len(s.words)-1, h.word, maxWords)
	}
	if text = polish(text); text == "" {
		return h.text() // nothing but the date and this
	}
	if cut {
		text += " …"
	}
	return text
}

// quotation returns who says what where h is a verb of saying: "Bo Kim: It is a
// better mill …", with the words that are quoted, or with those before it; ""
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
	if first < 0 {
		// "…, the bank indicated."
		before := s.phrases[g.subject].first - 1
		if g.last+2 < len(s.words) || !s.is(before, ",") || before < minWords {
			return ""
		}
		first, last = 0, before-1
	}
	said, cut := s.excerpt(first, last, first, maxWords-wordsIn(subject))
	if wordsIn(said) < minWords {
		return ""
	}
	if cut {
		said += " …"
	}
	return subject + ": " + said
}

// endsPart reports whether the mark at i sets apart what is no part of a clause.
func (s *sentence) endsPart(i int) bool {
	switch s.words[i].Text {
	case ";", "—", "(", ")", ":":
		return true
	}
	return false
}

// excerpt returns words first to last without their dates, at most limit
// of them, with word in among them; cut says that some were left out.
func (s *sentence) excerpt(first, last, in, limit int) (text string, cut bool) {
	var kept []int
	brackets := 0
	for i := first; i <= last; i++ {
		w := &s.words[i]
		switch {
		case w.Text == "(" && in > i:
			brackets++
		case w.Text == ")" && brackets > 0:
			brackets--
		case brackets > 0:
		case w.timex >= 0, s.datePreposition(i), w.Tag == english.POS && i > 0 && s.words[i-1].timex >= 0:
		case w.Text == "\"" || w.Text == "“" || w.Text == "”" || w.Text == "[" || w.Text == "]":
		case i == last && w.Tag == english.None && w.Text != "%" && w.Text != "$":
		default:
			kept = append(kept, i)
		}
	}
	from := 0
	for from < len(kept) && (s.words[kept[from]].Text == "," || s.words[kept[from]].Text == ".") {
		from++
	}
	kept = kept[from:]
	// Words are counted as a reader counts them: marks and clitics are none.
	words := func(ids []int) (n int) {
		for _, i := range ids {
			if s.words[i].Tag != english.None && s.words[i].Tag != english.POS || i == 0 || s.words[i].Start > s.words[i-1].End {
				n++
			}
		}
		return n
	}
	for words(kept) > limit && len(kept) > 1 {
		cut = true
		if kept[len(kept)-1] > in {
			kept = kept[:len(kept)-1]
		} else {
			kept = kept[1:]
		}
	}
	for cut && len(kept) > 1 && kept[len(kept)-1] > in && s.hangs(kept[len(kept)-1]) {
		kept = kept[:len(kept)-1]
	}
	var b strings.Builder
	for n, i := range kept {
		if n > 0 && s.words[i].Start > s.words[i-1].End {
			b.WriteByte(' ')
		} else if n > 0 && kept[n-1] != i-1 {
			b.WriteByte(' ')
		}
		b.WriteString(s.words[i].Text)
	}
	return tidyCommas.Replace(b.String()), cut
}

var tidyCommas = strings.NewReplacer(" ,", ",", ",,", ",", " ( )", "")

// hangs reports whether nothing can end in word i: a preposition, an article,
// a conjunction, or the middle of a noun phrase.
func (s *sentence) hangs(i int) bool {
	w := &s.words[i]
	switch w.Tag {
	case english.IN, english.TO, english.DT, english.CC, english.PRPS, english.MD, english.POS, english.WDT, english.WP, english.WRB, english.None:
		return true
	}
	return w.phrase >= 0 && s.phrases[w.phrase].last > i
}
