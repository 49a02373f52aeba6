package review

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/timex"
)

// Found says how a quotation was found again.
type Found uint8

// How a quotation was found again.
const (
	Gone    Found = iota // the words are nowhere, or nowhere surely: an orphan
	Same                 // once, with its whole context; it may have moved
	Changed              // once, in a sentence that was edited
	Several              // with its whole context, more than once
)

// Match is where a quotation was found.
type Match struct {
	Found Found
	Span  timex.Span // of the quoted words; with Gone, of the place that comes nearest, if Near is set
	Near  bool       // Gone, and Span is the nearest place: something to show, never to attach to
}

// How much of its context a place must share with a quotation: the share of
// the words of the context that need no edit.
const (
	sameLikeness    = 0.6     // on either side, to be the same sentence after an edit: others of the same story often end alike
	tellingLikeness = 2.0 / 3 // the same of the words that tell: a sentence of the same form is about others
	rivalLikeness   = 0.4     // to be taken for it, now or after another edit
)

// Find looks for q in an edited text. It never settles for a place of which
// it is not sure: when the whole quotation is gone, a place counts only if
// the sentence there is plainly the same one edited, no other place comes
// near, and none did when the quotation was taken.
func (q Quote) Find(text string) Match {
	p := newPlain(text)
	whole := q.whole()
	from := len(q.Prefix)
	switch places := p.wholePlaces(whole, q); len(places) {
	case 0:
	case 1:
		return Match{Found: Same, Span: p.span(places[0]+from, places[0]+from+len(q.Exact))}
	default:
		return Match{Found: Several, Span: p.span(places[0]+from, places[0]+from+len(q.Exact))}
	}
	best, bestLikeness, second := -1, 0.0, 0.0
	for _, at := range p.occurrences(q.Exact) {
		switch likeness := q.likeness(p, at); {
		case likeness > bestLikeness:
			best, bestLikeness, second = at, likeness, bestLikeness
		case likeness > second:
			second = likeness
		}
	}
	if best < 0 {
		return Match{}
	}
	m := Match{Span: p.span(best, best+len(q.Exact)), Near: true}
	if q.weaker(p, best, all) >= sameLikeness && q.weaker(p, best, telling) >= tellingLikeness && second < rivalLikeness && q.Alike == 0 {
		m.Found, m.Near = Changed, false
	}
	return m
}

// wholePlaces returns where whole is in p.s, with the quoted words whole.
func (p plain) wholePlaces(whole string, q Quote) []int {
	var places []int
	for i := 0; i <= len(p.s); {
		n := strings.Index(p.s[i:], whole)
		if n < 0 {
			break
		}
		i += n
		if from := i + len(q.Prefix); p.wholeWords(from, from+len(q.Exact)) {
			places = append(places, i)
		}
		i++
	}
	return places
}

// likeness returns how much of the context of q stands around the place at
// of p.s, between 0 and 1.
func (q Quote) likeness(p plain, at int) float64 {
	changedBefore, before, changedAfter, after := q.changed(p, at, all)
	if before+after == 0 {
		return 0
	}
	return 1 - float64(changedBefore+changedAfter)/float64(before+after)
}

// weaker returns how much of the context stands on that side of the place at
// which kept less of it, between 0 and 1. A side without words that count
// keeps all.
func (q Quote) weaker(p plain, at int, counts func(string) bool) float64 {
	changedBefore, before, changedAfter, after := q.changed(p, at, counts)
	return 1 - max(float64(changedBefore)/float64(max(before, 1)), float64(changedAfter)/float64(max(after, 1)))
}

// changed returns how many words that count the context of q has on each
// side, and how many of these must be edited to make what stands around the
// place at of p.s.
func (q Quote) changed(p plain, at int, counts func(string) bool) (changedBefore, before, changedAfter, after int) {
	those := func(s string) []string {
		return slices.DeleteFunc(words(s), func(w string) bool { return !counts(w) })
	}
	prefix, suffix := those(q.Prefix), those(q.Suffix)
	// A window somewhat wider than the context, so that words put in leave
	// the rest within reach.
	wider := func(n int) int { return n + n/2 + 16 }
	left := p.wordAtOrAfter(at - wider(len(q.Prefix)))
	right := p.wordEndAtOrBefore(at + len(q.Exact) + wider(len(q.Suffix)))
	beside := those(p.s[min(left, at):at])
	slices.Reverse(prefix)
	slices.Reverse(beside)
	return edits(prefix, beside), len(prefix),
		edits(suffix, those(p.s[at+len(q.Exact):max(right, at+len(q.Exact))])), len(suffix)
}

// all counts every word.
func all(string) bool { return true }

// telling counts the words that say what a sentence is about: not the short
// ones, of which any two sentences share most, but figures.
func telling(word string) bool {
	return utf8.RuneCountInString(word) > 3 || strings.ContainsFunc(word, unicode.IsDigit)
}

// words returns the words of s in lower case, without punctuation.
func words(s string) []string {
	return strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// edits returns how many words must be put in, taken out or replaced to make
// a of the beginning of b, whichever beginning is nearest. It is at most len(a).
func edits(a, b []string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j, y := range b {
			above := row[j+1]
			if x != y {
				diagonal = min(diagonal, above, row[j]) + 1
			}
			row[j+1], diagonal = diagonal, above
		}
	}
	return min(slices.Min(row), len(a))
}
