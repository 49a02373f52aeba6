package english

import "unicode/utf8"

// reach is how many bytes of a sentence are read on each side of a place.
const reach = 320

// maxWords is how many words are read on each side of a place.
const maxWords = 48

type wordAt struct {
	start, end int32
	kind       verbKind
	mark       byte // punctuation before the word: ',' ';' '"' or 0
	capital    bool
}

// readWords puts the words of text[from:to] into buf: the last ones that fit
// when last is set, else the first.
func readWords(text string, from, to int, buf []wordAt, last bool) int {
	n := 0
	mark := byte(0)
	for i := from; i < to; {
		c := text[i]
		if !isLetterByte(c) {
			switch {
			case c == ',' || c == ';' || c == ':' || c == '(' || c == ')' || c == '"':
				mark = c
			case c >= utf8.RuneSelf:
				r, size := utf8.DecodeRuneInString(text[i:])
				switch r {
				case '“', '”':
					mark = '"'
				case '–', '—':
					mark = '-'
				}
				i += size
				continue
			case c == '-' && i+1 < to && isSpace(text[i+1]):
				mark = '-'
			}
			i++
			continue
		}
		j := i + 1
		for j < to && (isLetterByte(text[j]) || text[j] >= utf8.RuneSelf && text[j] != 0xE2) {
			j++
		}
		if n == len(buf) {
			if !last {
				return n
			}
			copy(buf, buf[n/2:])
			n -= n / 2
		}
		w := wordAt{int32(i), int32(j), kindOf(text[i:j]), mark, c < 'a'}
		if text[i:j] == "s" && i > from && (text[i-1] == '\'' || text[i-1] == 0x99) {
			w.kind = noVerb
		}
		buf[n] = w
		n++
		mark = 0
		i = j
	}
	return n
}

// afterNumber reports whether a number stands before w, which is a noun then: 15 votes.
func afterNumber(text string, w wordAt) bool {
	return w.start > 1 && text[w.start-1] == ' ' && text[w.start-2] >= '0' && text[w.start-2] <= '9'
}

func same(text string, w wordAt, s string) bool { return text[w.start:w.end] == s }

func ing(text string, w wordAt) bool {
	return w.end-w.start > 4 && text[w.end-3:w.end] == "ing"
}

func ly(text string, w wordAt) bool {
	return w.end-w.start > 4 && text[w.end-2:w.end] == "ly"
}
