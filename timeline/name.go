package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dateline/extract/event"
)

// term is a word of a name, a label or a sentence, made comparable: folded,
// and a country in all its forms ("US", "American") as the country.
type term struct {
	text    string
	written string
	upper   bool // it begins with a capital or a digit
	country bool
}

// termsOf returns the terms of s. A country of several words is one term.
func termsOf(s string) []term {
	var terms []term
	for w, upper := range wordsOf(s) {
		t := term{text: fold(w), written: w, upper: upper}
		if upper {
			if c := event.Country(w); c != "" {
				t.text, t.country = c, true
			} else if n := len(terms); n > 0 && terms[n-1].upper {
				if c := event.Country(terms[n-1].written + " " + w); c != "" {
					terms[n-1] = term{text: c, written: terms[n-1].written + " " + w, upper: true, country: true}
					continue
				}
			}
		}
		terms = append(terms, t)
	}
	return terms
}

// nameTerms returns the terms of a name that tell it from others: the
// capitalized ones and numbers, without titles. There are none in "three
// people", nor in "Protesters outside", whose only capital is that of a first
// word which the sentence writes small, nor in "Okoro's mother".
func nameTerms(s, quote string) []term {
	if relation(s) {
		return nil
	}
	all := termsOf(s)
	small := slices.ContainsFunc(all, func(t term) bool { return !t.upper })
	n := slices.DeleteFunc(slices.Clone(all), func(t term) bool {
		return !t.upper || !t.country && (title(t.text) || stopWord(t.text) || numeral(t.text))
	})
	if len(n) == 1 && small && n[0] == all[0] && !n[0].country && strings.Contains(quote, strings.ToLower(n[0].written)) {
		return nil
	}
	for len(n) > 0 && !n[0].country && isNumber(n[0].text) {
		n = n[1:] // "176 people", but not "Interstate 80"
	}
	return n
}

// nameWords returns the texts of nameTerms.
func nameWords(s string) []string {
	var words []string
	for _, t := range nameTerms(s, "") {
		words = append(words, t.text)
	}
	return words
}

// relation reports whether s names somebody by another: "Okoro's mother".
func relation(s string) bool {
	for _, possessive := range []string{"'s ", "’s ", "s' ", "s’ "} {
		if i := strings.Index(s, possessive); i >= 0 {
			r, _ := utf8.DecodeRuneInString(s[i+len(possessive):])
			return unicode.IsLower(r)
		}
	}
	return false
}

// sameName reports whether two names can be of one bearer: the words of one
// are among those of the other ("Putin", "Vladimir Putin"). A country is not
// one with what is named after it ("Iraq", "Embassy in Iraq").
func sameName[W comparable](a, b []W, country func(W) bool) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	all := func(n []W) bool {
		return !slices.ContainsFunc(n, func(w W) bool { return !country(w) })
	}
	return len(a) > 0 && all(a) == all(b)
}

// isCountry reports whether the text of a term is that of a country: all
// others are folded.
func isCountry(text string) bool { return text[0] >= 'A' && text[0] <= 'Z' }

// wordsOf yields the words of s, and whether each begins with a capital or a
// digit. Points stay in abbreviations and numbers; a possessive 's goes.
func wordsOf(s string) func(yield func(string, bool) bool) {
	return func(yield func(string, bool) bool) {
		for i := 0; i < len(s); {
			r, n := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				i += n
				continue
			}
			start := i
			for i < len(s) {
				c, n := utf8.DecodeRuneInString(s[i:])
				if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.Is(unicode.Mn, c) && !joins(r, c, s[i+n:]) {
					break
				}
				i += n
			}
			w := s[start:i]
			for _, possessive := range []string{"'s", "’s"} {
				w = strings.TrimSuffix(w, possessive)
			}
			if !yield(w, unicode.IsUpper(r) || unicode.IsDigit(r)) {
				return
			}
		}
	}
}

// joins reports whether c, which stands in a word that begins with first and
// is followed by rest, holds the parts of one word together. A dash does not,
// nor a hyphen before a capital: "Biden–Putin" and "Biden-Putin" are two names.
func joins(first, c rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch c {
	case '.', '\'', '’':
		return unicode.IsLetter(next) || unicode.IsDigit(next)
	case '-':
		return unicode.IsLower(next) || unicode.IsDigit(next)
	case ',':
		return unicode.IsDigit(first) && unicode.IsDigit(next)
	}
	return false
}

// fold returns w in lower case and without accents and points, so that
// "Erdoğan" is found as "Erdogan" and "U.S." as "US".
func fold(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || c == '.' {
			return foldRunes(w)
		}
	}
	return strings.ToLower(w)
}

func foldRunes(w string) string {
	var b strings.Builder
	number := strings.ContainsAny(w, "0123456789")
	for _, r := range norm.NFD.String(strings.ToLower(w)) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.' && !number:
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'ø':
			b.WriteByte('o')
		case r == 'đ':
			b.WriteByte('d')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func allUpper(w string) bool {
	return len(w) > 1 && strings.ToUpper(w) == w && strings.ContainsAny(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
