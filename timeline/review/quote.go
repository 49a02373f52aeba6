package review

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/timex"
)

// Quote anchors a decision in a text: the quoted words, and the text of the
// sentence before and after them, after the TextQuoteSelector of the Web
// Annotation model. White space is collapsed, so that a paragraph which is
// only wrapped anew does not change. There is no offset in it.
type Quote struct {
	Exact  string
	Prefix string
	Suffix string
	// Alike counts the other places of the text, when the quotation was
	// taken, that read much like this one. Where there are such, nothing but
	// the whole quotation with its context is good enough to find it again.
	Alike int
}

// How much context a quotation carries.
const (
	contextMax   = 200 // bytes on each side
	contextWords = 5   // both sides together have at least so many words, where the text has
)

// NewQuote quotes the words at span, with the sentence around them as their
// context. Short sentences, and those that the text has twice, borrow from
// their neighbors.
func NewQuote(text string, span, sentence timex.Span) Quote {
	p := newPlain(text)
	from, to := p.from(span.Start), p.to(span.End)
	left, right := min(p.from(sentence.Start), from), max(p.to(sentence.End), to)
	left, right = max(left, p.wordAtOrAfter(from-contextMax)), min(right, p.wordEndAtOrBefore(to+contextMax))
	left, right = min(left, from), max(right, to)
	q := Quote{Exact: p.s[from:to]}
	for {
		q.Prefix, q.Suffix = p.s[left:from], p.s[to:right]
		enough := len(words(q.Prefix))+len(words(q.Suffix)) >= contextWords && strings.Count(p.s, q.whole()) == 1
		l, r := p.wordBefore(left), p.wordAfter(right)
		if from-l > contextMax {
			l = left
		}
		if r-to > contextMax {
			r = right
		}
		if enough || l == left && r == right {
			break
		}
		left, right = l, r
	}
	for _, at := range p.occurrences(q.Exact) {
		if at != from && q.likeness(p, at) >= rivalLikeness {
			q.Alike++
		}
	}
	return q
}

func (q Quote) whole() string { return q.Prefix + q.Exact + q.Suffix }

// plain is a text with every run of white space made one blank, and the way
// back to the text.
type plain struct {
	s  string
	at []int // at[i] is the offset in the text of s[i]; one more than s is long
}

func newPlain(text string) plain {
	var b strings.Builder
	p := plain{at: make([]int, 0, len(text)+1)}
	blank := false
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			if !blank {
				b.WriteByte(' ')
				p.at = append(p.at, i)
			}
			blank = true
			i += n
			continue
		}
		blank = false
		for k := range n {
			b.WriteByte(text[i+k])
			p.at = append(p.at, i+k)
		}
		i += n
	}
	p.at = append(p.at, len(text))
	p.s = b.String()
	return p
}

// from returns the first offset of p.s that is not before offset of the text.
func (p plain) from(offset int) int {
	lo, hi := 0, len(p.s)
	for lo < hi {
		mid := (lo + hi) / 2
		if p.at[mid] < offset {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

// to is from for the end of a span.
func (p plain) to(offset int) int {
	i := p.from(offset)
	for i > 0 && p.s[i-1] == ' ' && p.at[i] > offset {
		i--
	}
	return i
}

// span returns the place in the text of p.s[from:to].
func (p plain) span(from, to int) timex.Span {
	s := timex.Span{Start: p.at[from], End: p.at[to]}
	if to > from {
		s.End = p.at[to-1] + 1
	}
	return s
}

func (p plain) wordAtOrAfter(i int) int {
	if i <= 0 {
		return 0
	}
	if p.s[i-1] == ' ' {
		return i
	}
	if n := strings.IndexByte(p.s[i:], ' '); n >= 0 {
		return i + n + 1
	}
	return len(p.s)
}

func (p plain) wordEndAtOrBefore(i int) int {
	if i >= len(p.s) {
		return len(p.s)
	}
	if p.s[i] == ' ' {
		return i
	}
	return strings.LastIndexByte(p.s[:i], ' ') + 1
}

// wordBefore returns the beginning of the word before i.
func (p plain) wordBefore(i int) int {
	return strings.LastIndexByte(strings.TrimRight(p.s[:i], " "), ' ') + 1
}

// wordAfter returns the end of the word after i.
func (p plain) wordAfter(i int) int {
	rest := strings.TrimLeft(p.s[i:], " ")
	begin := len(p.s) - len(rest)
	if n := strings.IndexByte(rest, ' '); n >= 0 {
		return begin + n
	}
	return len(p.s)
}

// occurrences returns the places of words in p.s, as whole words.
func (p plain) occurrences(words string) []int {
	var places []int
	if words == "" {
		return nil
	}
	for i := 0; ; {
		n := strings.Index(p.s[i:], words)
		if n < 0 {
			return places
		}
		i += n
		if p.wholeWords(i, i+len(words)) {
			places = append(places, i)
		}
		_, size := utf8.DecodeRuneInString(p.s[i:])
		i += size
	}
}

// wholeWords reports whether p.s[i:j] cuts no word in two.
func (p plain) wholeWords(i, j int) bool {
	before, _ := utf8.DecodeLastRuneInString(p.s[:i])
	first, _ := utf8.DecodeRuneInString(p.s[i:])
	last, _ := utf8.DecodeLastRuneInString(p.s[:j])
	after, _ := utf8.DecodeRuneInString(p.s[j:])
	return !(wordRune(before) && wordRune(first)) && !(wordRune(last) && wordRune(after))
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
