package event

import (
	"crypto/sha256"
	"encoding/base32"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

var idEncoding = base32.NewEncoding("0123456789abcdefghjkmnpqrstvwxyz").WithPadding(base32.NoPadding)

// identify gives each event its ID: a hash of the article's id, the words of
// the sentence, the head, and which of several such events it is. An edit
// elsewhere in the article leaves it alone, and so does one of spaces.
func identify(article string, events []Event, text string) {
	seen := make(map[string]int, len(events))
	key := append([]byte(article), 0)
	before, quote := len(key), ""
	after := before // the key goes on here
	for i := range events {
		e := &events[i]
		if e.Quote != quote || i == 0 {
			quote = e.Quote
			key = append(appendNormalized(key[:before], quote), 0)
			after = len(key)
		}
		key = append(key[:after], strings.ToLower(text[e.Head.Start:e.Head.End])...)
		n := seen[string(key)]
		seen[string(key)] = n + 1
		sum := sha256.Sum256(strconv.AppendInt(append(key, 0), int64(n), 10))
		id := [10]byte{'e', '-'}
		idEncoding.Encode(id[2:], sum[:5]) // 8 letters
		e.ID = string(id[:])
	}
}

// appendNormalized appends s in lower case with single spaces, quotation marks
// and dashes made plain.
func appendNormalized(dst []byte, s string) []byte {
	from := len(dst)
	for word := range strings.FieldsSeq(s) {
		if len(dst) > from {
			dst = append(dst, ' ')
		}
		for _, r := range word {
			if r < utf8.RuneSelf {
				if r >= 'A' && r <= 'Z' {
					r += 'a' - 'A'
				}
				dst = append(dst, byte(r))
				continue
			}
			switch r {
			case '“', '”':
				r = '"'
			case '‘', '’':
				r = '\''
			case '–', '—':
				r = '-'
			default:
				r = unicode.ToLower(r)
			}
			dst = utf8.AppendRune(dst, r)
		}
	}
	return dst
}
