package event

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/english"
)

// pronouns have no place in a label.
var pronouns = words(`he she it they we i you him her them us me his their its our my this that these those who which himself
	herself itself themselves someone everyone what there`)

// wellFormed reports whether a label can be shown: long enough, no pronoun, no word left hanging.
func wellFormed(l string) bool {
	var buf [maxWhole]string
	words := buf[:0]
	for w := range strings.FieldsSeq(l) {
		if len(words) == maxWhole {
			return false
		}
		words = append(words, w)
	}
	if len(words) < minWords {
		return false
	}
	for i, w := range words {
		switch strings.ToLower(strings.Trim(w, ",.")) {
		case "he", "she", "they":
			if i < 2 || !saysIt(words[i-1]) && words[i-1] != "that" {
				return false
			}
		case "him", "her", "them", "his", "their", "i", "we", "you", "whoever":
			return false
		}
	}
	first := strings.ToLower(words[0])
	if first == "it" || first == "this" || first == "that" || first == "there" {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "whether", "if", "after", "before", "while", "during", "because", "due", "including", "such", "who", "which", "his", "her", "their", "when", "where", "until", "since", "only", "of", "in", "on", "at", "not", "is", "was", "were", "be", "to", "for", "by", "with", "from", "and", "or", "the", "a", "an", "as", "that", "than", "there", "its", "between", "into", "over":
		return false
	}
	return true
}

// polish trims a label and begins it with a capital.
func polish(l string) string {
	if !singleSpaced(l) {
		l = strings.Join(strings.Fields(l), " ")
	}
	l = strings.Trim(l, " ,;:—–-.")
	r, n := utf8.DecodeRuneInString(l)
	if n > 0 && r >= 'a' && r <= 'z' {
		l = string(r-32) + l[n:]
	}
	return l
}

// singleSpaced reports whether nothing but single spaces stands between the
// words of s, and nothing around them.
func singleSpaced(s string) bool {
	space := true // before the first word
	for _, r := range s {
		before := space
		space = unicode.IsSpace(r)
		if space && (before || r != ' ') {
			return false
		}
	}
	return !space
}

// wordsIn counts the words of s.
func wordsIn(s string) int {
	n, inside := 0, false
	for _, r := range s {
		space := r == ' ' || r >= '\t' && r <= '\r' || r >= utf8.RuneSelf && unicode.IsSpace(r)
		if !space && !inside {
			n++
		}
		inside = !space
	}
	return n
}

// saysIt reports whether w is a verb of saying as labels have it: after
// "NAME says", a pronoun means who says it.
func saysIt(w string) bool {
	lemma := english.Lemma(strings.ToLower(w))
	return reporting[lemma] || clausal[lemma]
}
