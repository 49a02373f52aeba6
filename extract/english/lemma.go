package english

import "strings"

// Lemma returns the base form of the verb form w, which is in lower case:
// "annexes", "annexed" and "annexing" give "annex". Regular forms are undone
// by spelling alone, so a word that is no verb gives something senseless.
func Lemma(w string) string {
	if base, ok := verbs.base[w]; ok {
		return base
	}
	switch {
	case strings.HasSuffix(w, "ies") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case strings.HasSuffix(w, "ied") && len(w) > 4:
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "sses", "shes", "ches", "xes", "zzes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s") && !hasAnySuffix(w, "ss", "us", "is") && len(w) > 3:
		return w[:len(w)-1]
	case strings.HasSuffix(w, "eed") && !hasAnySuffix(w, "greed", "freed"):
		return w
	case strings.HasSuffix(w, "ed") && len(w) > 3:
		return stem(w[:len(w)-2])
	case strings.HasSuffix(w, "ing") && len(w) > 5:
		return stem(w[:len(w)-3])
	}
	return w
}

// stem gives what -ed or -ing was taken from its last letters back: the e
// of "announc", the single consonant of "plann".
func stem(s string) string {
	n := len(s)
	if n < 2 {
		return s
	}
	last, before := s[n-1], s[n-2]
	if s == "add" || s == "err" {
		return s
	}
	if verbs.silent[s] {
		return s + "e"
	}
	if last == before && !vowel(last) {
		switch last {
		case 's', 'z', 'f':
			return s
		case 'l':
			if !verbs.doubled[s[:n-1]] {
				return s
			}
		}
		return s[:n-1]
	}
	if verbs.plain[s] {
		return s
	}
	beforeThat := byte(0)
	if n > 2 {
		beforeThat = s[n-3]
	}
	switch last {
	case 'c', 'v', 'u', 'z':
		return s + "e"
	case 'g':
		if before == 'd' || before == 'n' && beforeThat != 'o' && beforeThat != 'i' || before == 'r' || before == 'l' || vowel(before) {
			return s + "e"
		}
	case 's':
		if vowel(before) || before == 'n' || before == 'r' || before == 'l' || before == 'p' {
			return s + "e"
		}
	case 'l':
		if strings.IndexByte("bcptdgfkz", before) >= 0 || (before == 'u' || before == 'i') && !vowel(beforeThat) {
			return s + "e"
		}
	case 'r', 't', 'd', 'm', 'n', 'p', 'k', 'b':
		// A single vowel before, a consonant before that: "declar", "creat",
		// "decid", "assum", "combin", "escap", "provok", "describ".
		if vowel(before) && before != 'e' && !vowel(beforeThat) && n > 2 {
			if last == 'r' && before == 'o' || last == 't' && before == 'i' || last == 'n' && before == 'o' ||
				last == 'p' && (before == 'o' || before == 'i') || last == 'm' && before == 'o' || last == 't' && before == 'o' && n > 5 {
				return s
			}
			return s + "e"
		}
		if last == 't' && before == 'a' && (beforeThat == 'u' || beforeThat == 'i') || last == 'r' && before == 'i' && beforeThat == 'u' || last == 'd' && before == 'a' && beforeThat == 'u' {
			return s + "e" // graduate, negotiate, require, persuade
		}
	}
	return s
}

// ThirdPerson returns the form of the verb base that goes with he, she or it
// in the present: "annexes", "carries", "has".
func ThirdPerson(base string) string {
	switch base {
	case "be":
		return "is"
	case "have":
		return "has"
	}
	n := len(base)
	switch {
	case n > 1 && base[n-1] == 'y' && !vowel(base[n-2]):
		return base[:n-1] + "ies"
	case hasAnySuffix(base, "s", "sh", "ch", "x", "z", "o"):
		return base + "es"
	}
	return base + "s"
}

// Participle returns the past participle of the verb base: "annexed", "held".
func Participle(base string) string {
	if p, ok := verbs.participle[base]; ok {
		return p
	}
	n := len(base)
	switch {
	case n == 0:
		return base
	case base[n-1] == 'e':
		return base + "d"
	case n > 1 && base[n-1] == 'y' && !vowel(base[n-2]):
		return base[:n-1] + "ied"
	case verbs.doubled[base]:
		return base + base[n-1:] + "ed"
	}
	return base + "ed"
}

// Singular returns the singular of the noun w, which is in lower case, by
// spelling: "elections", "attacks", "casualties". Nouns that have no plural
// of this kind come back as they are ("talks" too becomes "talk").
func Singular(w string) string {
	switch {
	case len(w) < 4 || hasAnySuffix(w, "ss", "us", "is"):
		return w
	case strings.HasSuffix(w, "ies"):
		return w[:len(w)-3] + "y"
	case hasAnySuffix(w, "sses", "shes", "ches", "xes"):
		return w[:len(w)-2]
	case strings.HasSuffix(w, "s"):
		return w[:len(w)-1]
	}
	return w
}

func vowel(c byte) bool { return strings.IndexByte("aeiou", c) >= 0 }

func hasAnySuffix(s string, suffixes ...string) bool {
	for _, suffix := range suffixes {
		if strings.HasSuffix(s, suffix) {
			return true
		}
	}
	return false
}
