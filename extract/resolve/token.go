package resolve

import "unicode/utf8"

// form is the shape of a token.
type form uint8

const (
	wordForm   form = 1 + iota // letters, with inner apostrophes or dots: Tuesday, o'clock, a.m., U.S.
	numberForm                 // digits, with commas between thousands
	markForm                   // one punctuation mark, in token.mark
)

// token is one word, number or mark of a sentence.
type token struct {
	start, end int32 // byte offsets in the text
	class      class
	value      int32 // of a number, or what the lexicon says of a word
	form       form
	mark       byte  // of a mark, in ASCII: '-' for all dashes, '\'' and '"' for all quotation marks
	digits     uint8 // of a number
	capital    bool  // begins with a capital letter
	upper      bool  // is in capital letters throughout
	comma      bool  // a number that holds commas
	glued      bool  // follows the token before it without a space
}

const (
	spaceByte = iota
	letterByte
	digitByte
	otherByte
)

var byteKind = func() (t [256]uint8) {
	for i := range t {
		switch {
		case i >= 'a' && i <= 'z', i >= 'A' && i <= 'Z':
			t[i] = letterByte
		case i >= '0' && i <= '9':
			t[i] = digitByte
		case i == ' ', i == '\t', i == '\n', i == '\r', i == '\f', i == '\v':
			t[i] = spaceByte
		default:
			t[i] = otherByte
		}
	}
	return t
}()

// lex appends the tokens of text[from:to] to toks, and reports whether one of
// them can carry a time expression. Words are looked up; nothing is copied.
func lex(toks []token, text string, from, to int) (_ []token, trigger bool) {
	var all class
	glued := false
	for i := from; i < to; {
		c := text[i]
		switch byteKind[c] {
		case spaceByte:
			glued = false
			i++
			continue
		case letterByte:
			j := i + 1
			for j < to && (byteKind[text[j]] == letterByte || text[j] >= utf8.RuneSelf && isLetterAt(text, j)) {
				if text[j] >= utf8.RuneSelf {
					_, n := utf8.DecodeRuneInString(text[j:])
					j += n
					continue
				}
				j++
			}
			j = dotted(text, i, j, to)
			t := token{start: int32(i), end: int32(j), form: wordForm, capital: c <= 'Z', glued: glued}
			t.class, t.value, t.upper = lookUp(text[i:j])
			all |= t.class
			toks = append(toks, t)
			i = j
		case digitByte:
			j, t := number(text, i, to)
			t.glued = glued
			t.class = classDigits
			if t.digits == 4 && !t.comma {
				t.class |= classYearDigits
			}
			all |= t.class
			toks = append(toks, t)
			i = j
		default:
			t := token{start: int32(i), form: markForm, mark: c, glued: glued, class: classMark}
			n := 1
			if c >= utf8.RuneSelf {
				var r rune
				r, n = utf8.DecodeRuneInString(text[i:to])
				switch r {
				case '‐', '‑', '‒', '–', '—', '−':
					t.mark = '-'
				case '’', '‘', 'ʼ', '′':
					t.mark = '\''
				case '“', '”', '«', '»', '„':
					t.mark = '"'
				case '\u00a0', '\u202f', '\u2009', '\u3000', '\u200a', '\u2003', '\u2002':
					glued = false
					i += n
					continue
				case '\u200b', '\ufeff', '\u00ad':
					i += n
					continue
				default:
					if isLetter(r) {
						j := i + n
						for j < to && (byteKind[text[j]] == letterByte || text[j] >= utf8.RuneSelf && isLetterAt(text, j)) {
							_, n := utf8.DecodeRuneInString(text[j:])
							j += n
						}
						toks = append(toks, token{start: int32(i), end: int32(j), form: wordForm, glued: glued, class: 0})
						glued = true
						i = j
						continue
					}
					t.mark = 0
				}
			}
			t.end = int32(i + n)
			toks = append(toks, t)
			i += n
		}
		glued = true
	}
	return toks, all&classTrigger != 0
}

// dotted extends a word over inner dots (a.m., U.S.) and inner apostrophes
// that are part of the word (o'clock). A final full stop is taken in only
// after single letters.
func dotted(text string, i, j, to int) int {
	if j-i == 1 && j+1 < to && text[j] == '.' && byteKind[text[j+1]] == letterByte && (j+2 >= to || byteKind[text[j+2]] != letterByte) {
		k := j
		for k+1 < to && text[k] == '.' && byteKind[text[k+1]] == letterByte && (k+2 >= to || byteKind[text[k+2]] != letterByte) {
			k += 2
		}
		if k < to && text[k] == '.' {
			k++
		}
		return k
	}
	if j-i == 1 && (text[i] == 'o' || text[i] == 'O') && j+5 < to {
		if text[j] == '\'' && text[j+1] == 'c' {
			for j++; j < to && byteKind[text[j]] == letterByte; j++ {
			}
		} else if len(text) > j+8 && text[j:j+3] == "’" && text[j+3] == 'c' {
			for j += 3; j < to && byteKind[text[j]] == letterByte; j++ {
			}
		}
	}
	return j
}

// number reads digits, and commas between groups of three.
func number(text string, i, to int) (int, token) {
	t := token{start: int32(i), form: numberForm}
	j, n, digits := i, 0, 0
	for j < to {
		c := text[j]
		if byteKind[c] == digitByte {
			if digits < 9 {
				n = n*10 + int(c-'0')
			}
			digits++
			j++
			continue
		}
		if c == ',' && j+3 < to && isDigits(text[j+1:j+4]) && (t.comma || digits <= 3) &&
			(j+4 >= to || byteKind[text[j+4]] != digitByte) {
			t.comma = true
			j++
			continue
		}
		break
	}
	t.end, t.value, t.digits = int32(j), int32(n), uint8(min(digits, 200))
	return j, t
}

func isDigits(s string) bool {
	for i := range len(s) {
		if byteKind[s[i]] != digitByte {
			return false
		}
	}
	return true
}

func isLetterAt(text string, i int) bool {
	r, _ := utf8.DecodeRuneInString(text[i:])
	return isLetter(r)
}

// isLetter is a quick test for the letters that occur in names in English
// text: Latin with marks, Greek, Cyrillic and what follows, but no punctuation.
func isLetter(r rune) bool {
	return r >= 0xC0 && r != 0xD7 && r != 0xF7 && r < 0x2000 || r >= 0x2C00 && r < 0x3000 || r >= 0x3041 && r < 0xFE00
}
