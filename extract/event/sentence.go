package event

import (
	"strings"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// word is a token and what its sentence makes of it.
type word struct {
	english.Token
	timex  int  // the time expression that covers it, -1 when none does
	phrase int  // the noun phrase that it is in, -1
	group  int  // the verb group that it is in, -1
	clause int  // the clause that it is in
	cut    bool // a clause begins here
	quoted bool // inside quotation marks
	lasts  bool // part of an expression that names a length, and so no date
}

// sentence is one sentence, read shallowly: noun phrases, verb groups and the
// clauses that they make up.
type sentence struct {
	span      timex.Span
	text      string // of the article
	paragraph int    // counted from 0
	index     int    // in the article, counted from 0
	at        int    // among the sentences that were read
	close     bool   // read for the second time, with what the article tells
	words     []word
	phrases   []phrase
	groups    []group
	names     uint64   // a bit for each name, by hash
	events    []string // lemmas of the event nouns
}

// is reports whether word i is w, which is in lower case. Words outside the
// sentence are none.
func (s *sentence) is(i int, w string) bool {
	return i >= 0 && i < len(s.words) && s.words[i].Lower == w
}

// tag returns the part of speech of word i, None outside the sentence.
func (s *sentence) tag(i int) english.Tag {
	if i < 0 || i >= len(s.words) {
		return english.None
	}
	return s.words[i].Tag
}

// lower returns word i in lower case, "" outside the sentence.
func (s *sentence) lower(i int) string {
	if i < 0 || i >= len(s.words) {
		return ""
	}
	return s.words[i].Lower
}

// phraseOf returns the noun phrase that word i is in, -1 when it is in none.
func (s *sentence) phraseOf(i int) int {
	if i < 0 || i >= len(s.words) {
		return -1
	}
	return s.words[i].phrase
}

// string returns the text of words first to last.
func (s *sentence) string(first, last int) string {
	return s.text[s.words[first].Start:s.words[last].End]
}

// cuts counts the clause boundaries between words a and b.
func (s *sentence) cuts(a, b int) int {
	if a > b {
		a, b = b, a
	}
	n := 0
	for i := a + 1; i <= b; i++ {
		if s.words[i].cut {
			n++
		}
	}
	return n
}

// paragraphsOf returns the numbers of the paragraphs that sentences of text lie
// in: a paragraph begins where a line does.
func paragraphsOf(text string, spans []timex.Span) []int {
	paragraphs := make([]int, len(spans))
	for i := 1; i < len(spans); i++ {
		paragraphs[i] = paragraphs[i-1]
		if strings.Contains(text[spans[i-1].End:spans[i].Start], "\n") {
			paragraphs[i]++
		}
	}
	return paragraphs
}

func words(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}
