// Package english knows the English of news: where sentences end, in what
// tense and mood a clause speaks, and what parts of speech its words are.
// Sentences and tenses are read from bytes, once and by word lists, and where
// these do not tell there is no opinion; tags come from a model.
package english

import (
	"iter"
	"slices"
	"unicode/utf8"

	"dateline/extract/timex"
)

// NextSentence returns the first sentence of text at or after from, without
// the white space around it; ok is false when none is left. Blank lines and
// list items end a sentence; a line break inside wrapped text does not. A
// full stop ends none after a title, an initial or an abbreviation that
// cannot stand last ("Gen.", "Jan. 5", "U.S. officials").
//
// Calling it again with the End of the last sentence walks through a text in
// time linear in its length.
func NextSentence(text string, from int) (s timex.Span, ok bool) {
	i := from
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	if i >= len(text) {
		return timex.Span{}, false
	}
	start, line := i, i
	for ; i < len(text); i++ {
		if !mayEnd[text[i]] {
			continue
		}
		switch text[i] {
		case '\n':
			if breaksAt(text, line, i) {
				return timex.Span{Start: start, End: trimEnd(text, start, i)}, true
			}
			line = i + 1
		case '.', '!', '?':
			end, ok := stopsAt(text, start, i)
			if ok {
				return timex.Span{Start: start, End: end}, true
			}
			i = end - 1 // marks in a row are looked at once
		}
	}
	return timex.Span{Start: start, End: trimEnd(text, start, len(text))}, true
}

// mayEnd are the bytes that a sentence can end at.
var mayEnd = [256]bool{'\n': true, '.': true, '!': true, '?': true}

// EachSentence walks through the sentences of text in order.
func EachSentence(text string) iter.Seq[timex.Span] {
	return func(yield func(timex.Span) bool) {
		s, ok := NextSentence(text, 0)
		for ok && yield(s) {
			s, ok = NextSentence(text, s.End)
		}
	}
}

// Sentences returns all sentences of text in order.
func Sentences(text string) []timex.Span {
	return slices.AppendSeq(make([]timex.Span, 0, len(text)/100), EachSentence(text))
}

// wrapped is the length in bytes from which a line counts as wrapped by a
// margin, so that its end is no end of a sentence.
const wrapped = 55

// breaksAt reports whether the line break at i, of a line that begins at
// line, ends a sentence: before a blank line, a list item, and after a short line that
// is followed by a capital.
func breaksAt(text string, line, i int) bool {
	j := i + 1
	for j < len(text) && (text[j] == ' ' || text[j] == '\t' || text[j] == '\r') {
		j++
	}
	if j >= len(text) || text[j] == '\n' {
		return true
	}
	c := text[j]
	if c >= 'a' && c <= 'z' {
		return false
	}
	if c == '-' || c == '*' || c == '#' || c == '>' || c == '|' {
		return true
	}
	return i-line < wrapped || endsClosed(text, line, i)
}

// endsClosed reports whether the line text[line:i] ends with a full stop or
// the like.
func endsClosed(text string, line, i int) bool {
	for i--; i > line; i-- {
		switch text[i] {
		case ' ', '\r', '\t', '"', '\'', ')', ']':
		case '.', '!', '?', ':':
			return true
		default:
			return false
		}
	}
	return false
}

// stopsAt reports whether the mark at i ends the sentence that begins at
// start. end lies behind the marks at i, quotes and brackets that close included.
func stopsAt(text string, start, i int) (end int, ok bool) {
	j := i + 1
	for j < len(text) {
		switch c := text[j]; {
		case c == '.' || c == '!' || c == '?' || c == '"' || c == '\'' || c == ')' || c == ']':
			j++
			continue
		case c >= utf8.RuneSelf:
			if r, n := utf8.DecodeRuneInString(text[j:]); r == '”' || r == '’' || r == '»' || r == '…' {
				j += n
				continue
			}
		}
		break
	}
	if j >= len(text) {
		return j, true
	}
	if !isSpace(text[j]) {
		if text[j] == '[' && j+1 < len(text) && text[j+1] >= '0' && text[j+1] <= '9' {
			return j, text[i] != '.' || !abbreviated(text, start, i, 'A')
		}
		return j, false
	}
	k := j
	for k < len(text) && isSpace(text[k]) {
		if text[k] == '\n' && k+1 < len(text) && text[k+1] == '\n' {
			return j, true
		}
		k++
	}
	if k >= len(text) {
		return j, true
	}
	next := text[k]
	if next >= 'a' && next <= 'z' {
		return j, false
	}
	if text[i] == '.' && abbreviated(text, start, i, next) {
		return j, false
	}
	return j, true
}

// abbreviated reports whether the full stop at i belongs to an abbreviation
// that the sentence goes on after, when the next word begins with next.
func abbreviated(text string, start, i int, next byte) bool {
	w := i
	for w > start && isLetterByte(text[w-1]) {
		w--
	}
	word := text[w:i]
	if len(word) == 0 {
		return false
	}
	if len(word) == 1 {
		if w > start && text[w-1] == '.' { // U.S. and a.m.: ambiguous, a name after it goes on
			return next < 'A' || next > 'Z' || !startsSentence(text, i+1)
		}
		return word[0] >= 'A' && word[0] <= 'Z' && word[0] != 'I' // an initial: John F. Kennedy
	}
	if len(word) > 6 {
		return false
	}
	k, found := stops[word]
	if !found {
		return false
	}
	if k == closing {
		return next < 'A' || next > 'Z' || !startsSentence(text, i+1)
	}
	return k == title || next >= '0' && next <= '9'
}

// startsSentence reports whether the word after i is one that begins
// sentences more often than it follows "U.S.".
func startsSentence(text string, i int) bool {
	for i < len(text) && isSpace(text[i]) {
		i++
	}
	j := i
	for j < len(text) && isLetterByte(text[j]) {
		j++
	}
	switch text[i:j] {
	case "The", "A", "An", "In", "On", "At", "He", "She", "It", "They", "We", "But", "And", "This", "That", "These", "Those", "His",
		"Her", "Its", "Their", "As", "After", "Before", "When", "While", "If", "For", "However", "There", "According", "By", "From", "With", "Since":
		return true
	}
	return false
}

type stopKind uint8

const (
	title   stopKind = 1 + iota // never ends a sentence
	counted                     // does not end one before a number: Jan. 5, No. 7
	closing                     // ends one only before a word that begins many: Jr., Inc.
)

var stops = map[string]stopKind{
	"Mr": title, "Mrs": title, "Ms": title, "Dr": title, "Prof": title, "Gen": title, "Col": title, "Lt": title, "Maj": title,
	"Capt": title, "Sgt": title, "Cpl": title, "Adm": title, "Cmdr": title, "Rev": title, "Sen": title, "Rep": title, "Gov": title,
	"Pres": title, "Hon": title, "St": title, "Mt": title, "Ft": title, "vs": title, "Messrs": title, "Sens": title, "Reps": title,
	"Gens": title, "Amb": title, "Brig": title, "Insp": title, "Supt": title, "Fr": title, "Msgr": title, "v": title,
	"cf": title, "eg": title, "ie": title, "viz": title, "ca": title,
	"Jr": closing, "Sr": closing, "Inc": closing, "Corp": closing, "Co": closing, "Ltd": closing, "Bros": closing, "Cos": closing, "Dept": closing,
	"Jan": counted, "Feb": counted, "Mar": counted, "Apr": counted, "Jun": counted, "Jul": counted, "Aug": counted, "Sep": counted,
	"Sept": counted, "Oct": counted, "Nov": counted, "Dec": counted, "No": counted, "Nos": counted, "no": counted, "Art": counted,
	"Sec": counted, "Vol": counted, "pp": counted, "Fig": counted, "Ch": counted, "approx": counted, "Mon": counted, "Tue": counted,
	"Tues": counted, "Wed": counted, "Thu": counted, "Thurs": counted, "Fri": counted, "Sat": counted, "Sun": counted,
}

func isSpace(c byte) bool {
	return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f' || c == '\v'
}

func isLetterByte(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' }

func trimEnd(text string, start, end int) int {
	for end > start && isSpace(text[end-1]) {
		end--
	}
	return end
}
