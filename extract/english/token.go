package english

import (
	"unicode"
	"unicode/utf8"
)

// Token is a word, a number or a mark of punctuation.
type Token struct {
	Start, End int    // bytes into the text
	Text       string // as written
	Lower      string // in lower case
	Tag        Tag    // part of speech, None until a Tagger has run
}

// Tokenize appends to dst the tokens of text[start:end] and returns it. A
// clitic is a token of its own ("Biden" "'s", "did" "n't"); hyphens, and
// points inside abbreviations and numbers, stay in the word ("U.S.",
// "13,000", "Mysuru–Bengaluru", "cease-fire").
func Tokenize(dst []Token, text string, start, end int) []Token {
	for i := start; i < end; {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:end])
		}
		switch {
		case spaceRune(r):
			i += n
			continue
		case !isWord(r):
			stop := i + n
			if r == '$' && stop < end && isDigit(text[stop]) {
				stop = wordEnd(text, stop, end)
			}
			for r == '-' && stop < end && text[stop] == '-' || r == '.' && stop < end && text[stop] == '.' {
				stop++
			}
			dst = append(dst, Token{Start: i, End: stop, Text: text[i:stop], Lower: text[i:stop]})
			i = stop
			continue
		}
		stop := wordEnd(text, i, end)
		if cut := clitic(text[i:stop]); cut > 0 {
			dst = append(dst, newToken(text, i, i+cut), newToken(text, i+cut, stop))
		} else {
			dst = append(dst, newToken(text, i, stop))
		}
		i = stop
	}
	return dst
}

func newToken(text string, start, end int) Token {
	w := text[start:end]
	return Token{Start: start, End: end, Text: w, Lower: lower(w)}
}

// wordEnd returns where the word that begins at i ends.
func wordEnd(text string, i, end int) int {
	begin := i
	for i < end {
		c := text[i]
		switch {
		case c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c == '_':
			i++
		case c == '-' || c == '&' || c == '\'':
			if i == begin || i+1 >= end || !wordByte(text[i+1]) {
				return i
			}
			i++
		case c == '.' || c == ',' || c == ':' || c == '/':
			// Inside a number, or after a single letter that more letters follow.
			if i == begin || i+1 >= end {
				if c == '.' && initial(text, begin, i) {
					return i + 1
				}
				return i
			}
			digits := isDigit(text[i-1]) && isDigit(text[i+1])
			switch {
			case digits:
				i++
			case c == '.' && initial(text, begin, i):
				i++
				if !wordByte(text[i]) {
					return i
				}
			case c == '.' && abbreviations[lower(text[begin:i])]:
				return i + 1
			default:
				return i
			}
		case c >= utf8.RuneSelf:
			r, n := utf8.DecodeRuneInString(text[i:end])
			switch {
			case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
				i += n
			case (r == '’' || r == '–' || r == '‑') && i > begin && i+n < end && wordByte(text[i+n]):
				i += n
			default:
				return i
			}
		default:
			return i
		}
	}
	return i
}

// initial reports whether text[:i] ends in a capital that stands alone or
// after a point, as in "J." and "U.S.".
func initial(text string, begin, i int) bool {
	if i == begin {
		return false
	}
	c := text[i-1]
	return (c >= 'A' && c <= 'Z' || c == 'm' && i-begin > 1) && (i-1 == begin || text[i-2] == '.')
}

// abbreviations end in a point that is theirs.
var abbreviations = map[string]bool{
	"mr": true, "mrs": true, "ms": true, "dr": true, "prof": true, "gen": true, "col": true, "lt": true,
	"sgt": true, "maj": true, "capt": true, "adm": true, "sen": true, "rep": true, "gov": true, "rev": true,
	"st": true, "jr": true, "sr": true, "inc": true, "corp": true, "ltd": true, "vs": true,
	"jan": true, "feb": true, "mar": true, "apr": true, "jun": true, "jul": true, "aug": true,
	"sep": true, "sept": true, "oct": true, "nov": true, "dec": true, "etc": true, "hon": true, "pres": true,
}

// clitic returns where a clitic begins in w, 0 when it has none.
func clitic(w string) int {
	n := len(w)
	if n < 3 || !endsMark(w[n-2]) && !endsMark(w[n-3]) {
		return 0
	}
	for _, mark := range [...]string{"'", "’"} {
		for _, c := range [...]string{"s", "S", "ll", "re", "ve", "d", "m"} {
			if k := n - len(mark) - len(c); k > 0 && w[k:k+len(mark)] == mark && w[k+len(mark):] == c {
				return k
			}
		}
		if k := n - len(mark) - 2; k > 0 && w[k] == 'n' && w[k+1:k+1+len(mark)] == mark && w[n-1] == 't' {
			return k
		}
	}
	return 0
}

// endsMark reports whether c is an apostrophe, or the last byte of the curly one.
func endsMark(c byte) bool { return c == '\'' || c == "’"[2] }

func spaceRune(r rune) bool {
	return r == ' ' || r >= '\t' && r <= '\r' || r == 0xA0 || r >= utf8.RuneSelf && unicode.IsSpace(r)
}

func isWord(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9' || r == '_' ||
		r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r))
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// wordByte reports whether c can go on a word: a letter, a digit or the
// beginning of a character outside ASCII.
func wordByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || isDigit(c) || c >= 0xC3 && c != 0xE2
}

// lower returns w in lower case, w itself where it already is.
func lower(w string) string {
	for i := 0; i < len(w); i++ {
		c := w[i]
		if c >= 'A' && c <= 'Z' || c >= utf8.RuneSelf {
			return lowerSlow(w)
		}
	}
	return w
}

func lowerSlow(w string) string {
	var buf [32]byte // longer words are rare
	b := buf[:0]
	for _, r := range w {
		switch {
		case r >= utf8.RuneSelf:
			b = utf8.AppendRune(b, unicode.ToLower(r))
		case r >= 'A' && r <= 'Z':
			b = append(b, byte(r)+'a'-'A')
		default:
			b = append(b, byte(r))
		}
	}
	return string(b)
}
