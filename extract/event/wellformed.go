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
			if i < 2 || i == len(words)-1 || !saysIt(words[i-1]) && words[i-1] != "that" {
				return false
			}
		case "him", "her", "them", "his", "their", "i", "we", "you", "whoever":
			return false
		}
	}
	if halfPair(words) || echoes(words) {
		return false
	}
	if last := words[len(words)-1]; strings.Contains(last, "–") && !startsUpper(last) && last[0] > '9' {
		return false // "leaves home four–five": of what was left out with its date
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

// bare leaves out the pronoun that a label begins with, where it names nobody:
// "Criticized the policy of Orlo".
func bare(l string) string {
	first, rest, _ := strings.Cut(l, " ")
	verb, _, _ := strings.Cut(rest, " ")
	switch first {
	case "He", "She", "They":
		if lower := strings.ToLower(verb); lower == verb && strings.HasSuffix(lower, "ed") && wordsIn(rest) >= minWords {
			return polish(rest)
		}
	}
	return l
}

// halfPair reports whether words have "between" a name and nothing else: "border
// between Norway".
func halfPair(words []string) bool {
	for i, w := range words {
		if w != "between" || i+1 >= len(words) || !startsUpper(words[i+1]) {
			continue
		}
		for _, v := range words[i+2:] {
			if v == "and" {
				return false
			}
		}
		return !strings.HasSuffix(strings.TrimRight(words[len(words)-1], ",."), "s") && !strings.ContainsAny(words[i+1], "–-/")
	}
	return false
}

// echoes reports whether words end in the name that they begin with, and say
// hardly more: "Ann Lee says Ann Lee".
func echoes(words []string) bool {
	for k := 1; 2*k < len(words); k++ {
		if 2*k < len(words)-2 {
			continue
		}
		same := startsUpper(words[len(words)-k])
		for i := range k {
			same = same && words[i] == words[len(words)-k+i]
		}
		if same {
			return true
		}
	}
	return false
}

// polish trims a label and begins it with a capital.
func polish(l string) string {
	if !singleSpaced(l) {
		l = strings.Join(strings.Fields(l), " ")
	}
	l = strings.Trim(l, " ,;:—–-.")
	if n := len(l); n > 2 && l[n-2] == '.' && l[n-1] >= 'A' && l[n-1] <= 'Z' {
		l += "." // "Washington D.C."
	}
	l = ownOnce(l)
	r, n := utf8.DecodeRuneInString(l)
	if n > 0 && r >= 'a' && r <= 'z' {
		l = string(r-32) + l[n:]
	}
	return l
}

// ownOnce leaves out whose something is where the label has named that one before:
// "Bo Kim appoints Ann Lee to position", not "to Ann Lee's position".
func ownOnce(l string) string {
	for from := 0; ; {
		i := strings.Index(l[from:], "'s ")
		if i < 0 {
			return l
		}
		i += from
		from = i + 3
		start := i
		for start > 0 {
			k := strings.LastIndexByte(l[:start-1], ' ') + 1
			if !startsUpper(l[k:]) || strings.HasSuffix(l[k:start-1], ",") {
				break
			}
			if start = k; start == 0 {
				break
			}
		}
		for start < i { // the longest name that was there before
			name := l[start:i]
			if strings.Contains(name, " ") && (strings.HasPrefix(l, name+" ") || strings.Contains(l[:start], " "+name+" ")) {
				l, from = l[:start]+l[i+3:], start
				break
			}
			k := strings.IndexByte(name, ' ')
			if k < 0 {
				break
			}
			start += k + 1
		}
	}
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
