package event

import (
	"strings"
	"unicode/utf8"

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
}

// sentence is one sentence, read shallowly: noun phrases, verb groups and the
// clauses that they make up.
type sentence struct {
	span      timex.Span
	text      string // of the article
	paragraph int    // counted from 0
	index     int    // in the article, counted from 0
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

// sentenceSpans returns the sentences of text with their paragraph numbers: a
// line is a paragraph, and a sentence ends in it after a point, a question or
// an exclamation mark before a space and what can begin another.
func sentenceSpans(text string) (spans []timex.Span, paragraphs []int) {
	paragraph := 0
	for start := 0; start < len(text); {
		end := len(text)
		if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
			end = start + i
		}
		before := len(spans)
		for from := start; from < end; {
			to := sentenceEnd(text, from, end)
			if span := trimmed(text, from, to); span.End > span.Start {
				spans = append(spans, span)
				paragraphs = append(paragraphs, paragraph)
			}
			from = to
		}
		if len(spans) > before {
			paragraph++
		}
		start = end + 1
	}
	return spans, paragraphs
}

func trimmed(text string, start, end int) timex.Span {
	for start < end && (text[start] == ' ' || text[start] == '\t' || text[start] == '\r') {
		start++
	}
	for end > start && (text[end-1] == ' ' || text[end-1] == '\t' || text[end-1] == '\r') {
		end--
	}
	return timex.Span{Start: start, End: end}
}

// sentenceEnd returns where the sentence that begins at from ends, at the
// latest at end.
func sentenceEnd(text string, from, end int) int {
	for i := from; i < end; i++ {
		c := text[i]
		if c != '.' && c != '!' && c != '?' {
			continue
		}
		j := i + 1
		for j < end {
			r, n := utf8.DecodeRuneInString(text[j:end])
			if r != '"' && r != '\'' && r != ')' && r != ']' && r != '”' && r != '’' && r != '.' && r != '!' && r != '?' {
				break
			}
			j += n
		}
		if j < end && text[j] != ' ' && text[j] != '\t' {
			continue
		}
		k := j
		for k < end && (text[k] == ' ' || text[k] == '\t') {
			k++
		}
		if k >= end {
			return end
		}
		if c == '.' && !endsSentence(text[from:i], text[k:end]) {
			continue
		}
		if r, _ := utf8.DecodeRuneInString(text[k:end]); r >= 'a' && r <= 'z' {
			continue
		}
		return k
	}
	return end
}

// endsSentence reports whether a point between before and after can be a full
// stop: it is none after a title or an initial ("Mr. Smith", "J. Smith"), and
// after an abbreviation such as "U.S." only before a word that begins sentences.
func endsSentence(before, after string) bool {
	i := strings.LastIndexAny(before, " \n\t(\"“[")
	last := before[i+1:]
	if last == "" {
		return true
	}
	if titles[strings.ToLower(last)] {
		return false
	}
	single := len(last) == 1 && last[0] >= 'A' && last[0] <= 'Z'
	if single || strings.Contains(last, ".") {
		next, _, _ := strings.Cut(after, " ")
		return !single && openers[strings.Trim(next, "\"“,")]
	}
	if monthAbbreviations[last] {
		return after == "" || after[0] < '0' || after[0] > '9'
	}
	return true
}

var titles = words(`mr mrs ms dr prof gen col lt sgt maj capt adm sen rep gov rev st vs hon messrs brig cpl`)

var monthAbbreviations = words(`Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No`)

// openers are words that begin a sentence when they follow an abbreviation
// with a capital.
var openers = words(`The A An He She It They We I In On At But And This That These Those His Her Its Their There
	After Before When While As If For By With From Since Until Later Earlier Meanwhile However Some Many Most
	According Last Next Two Three Police Officials Both Also Yesterday Today Tomorrow`)

func words(s string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(s) {
		m[w] = true
	}
	return m
}
