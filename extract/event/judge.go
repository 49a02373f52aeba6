package event

import (
	"strings"

	"dateline/extract/english"
)

// judge tells how good labels for one head are, by the faults that readers
// find with labels: nothing named, things that only the article makes known,
// what is broken off, what says no more than a noun.
type judge struct {
	f     *finder
	h     *head
	loose map[string]bool // nouns that the sentence takes as known
	words []string        // of the label at hand
	verbs map[string]bool // of the sentence, in their base forms
	pasts map[string]bool // as the sentence has them
	score float64
}

// judgeOf returns the judge of labels for h.
func (f *finder) judgeOf(h *head) *judge {
	j := &judge{f: f, h: h, loose: map[string]bool{}, verbs: map[string]bool{}, pasts: map[string]bool{}}
	s := h.s
	for i := range s.groups {
		j.verbs[s.groups[i].lemma] = true
		j.pasts[s.words[s.groups[i].head].Lower] = true
	}
	for p := range s.phrases {
		ph := &s.phrases[p]
		if ph.pronoun || ph.first == ph.last || ph.last != ph.head || s.words[ph.head].timex >= 0 {
			continue
		}
		next := ph.last + 1
		switch first := &s.words[ph.first]; {
		case first.Lower != "the" && first.Lower != "this" && first.Lower != "that" && first.Lower != "these" && first.Lower != "those" && first.Tag != english.PRPS:
			continue
		case s.is(next, "of"), s.relativeAt(next), s.is(next, "that"), s.is(next, "for"), s.is(next, "between"), s.is(next, "to") && s.tag(next+1) == english.VB:
			continue
		}
		named := false
		for k := ph.first; k <= ph.last; k++ {
			named = named || s.words[k].Tag.Name() || geography[s.words[k].Text] != ""
		}
		if !named {
			j.loose[s.words[ph.head].Lower] = true
		}
	}
	return j
}

func (j *judge) add(feature string, value float64) {
	j.score += labelWeights[feature] * value
}

func (j *judge) when(ok bool, feature string) {
	if ok {
		j.add(feature, 1)
	}
}

// rate returns how good the label l is; 0 is neither good nor bad.
func (j *judge) rate(l string) float64 {
	j.score = 0
	h := j.h
	j.words = strings.Fields(l)
	n := len(j.words)
	if n == 0 {
		return -100
	}
	j.when(n <= 2, "two words")
	j.when(n > maxWords, "too long")
	j.add("beyond", float64(max(0, n-maxWords)))
	lower := make([]string, n)
	for i, w := range j.words {
		lower[i] = strings.ToLower(strings.Trim(w, ",.:;'\""))
	}
	// Who and what is named.
	names, looseWords := 0, 0
	for i, w := range j.words {
		bare := strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, ",.:;"), "'s"), "’s")
		known := geography[bare] != "" || places[bare]
		if startsUpper(w) && (i > 0 || known || j.f.names.count[bare] > 0 || j.f.names.full[bare] != "" || len(j.words) > 1 && j.f.names.count[bare+" "+strings.Trim(j.words[1], ",.:;")] > 0) {
			names++
		} else if startsUpper(w) && i == 0 && n > 1 && startsUpper(j.words[1]) {
			names++
		}
		if j.loose[lower[i]] && (i+1 == n || lower[i+1] != "of") && (i == 0 || !modified(j.words[i-1], lower[i-1])) {
			looseWords++
		}
	}
	j.when(names == 0, "no name")
	j.when(names > 0, "name")
	j.add("loose", float64(min(looseWords, 3)))
	j.when(looseWords > 0 && j.loose[lower[0]], "loose subject")
	// What sort of thing it is.
	verb := -1 // the word that looks like the verb of the label
	for i := 1; i < n; i++ {
		if tenses[lower[i]] || english.ThirdPerson(english.Lemma(lower[i])) == lower[i] && j.verbs[english.Lemma(lower[i])] || j.verbs[lower[i]] {
			verb = i
			break
		}
	}
	past := false
	if verb < 0 {
		for i := 1; i < n && !past; i++ {
			past = j.pasts[lower[i]]
		}
	}
	j.when(past, "past")
	j.when(verb < 0 && !past && names == 0, "noun, no name")
	j.when(verb == n-1 && n <= 3, "verb alone")
	// How it begins and ends.
	switch lower[0] {
	case "he", "she", "it", "they", "his", "her", "their", "its", "there", "this", "that", "these", "those", "who", "which", "what":
		j.add("pronoun first", 1)
	case "after", "before", "when", "while", "as", "at", "in", "on", "according", "during", "since", "until", "by", "with", "of", "for", "from", "to", "and", "but", "however":
		j.add("adjunct first", 1)
	case "the", "a", "an":
		j.add("article first", 1)
	}
	for i := 1; i < n; i++ {
		switch lower[i] {
		case "he", "she", "they", "him", "her", "them", "i", "we", "you", "us", "me", "his", "their", "my", "our":
			j.add("pronoun", 1)
		case "was", "were", "had", "did", "been":
			j.add("past auxiliary", 1)
		}
		if lower[i] == lower[i-1] {
			j.add("word twice", 1)
		}
	}
	if n >= 4 && lower[0] == lower[n-2] && lower[1] == lower[n-1] {
		j.add("name twice", 1)
	}
	j.when(strings.Count(l, ",") == 1, "comma")
	j.when(strings.Count(l, ",") > 1, "commas")
	j.when(strings.ContainsAny(l, "()[]—"), "mark")
	if !wellFormed(l) && n >= minWords {
		j.add("ill-formed", 1)
	}
	j.ending(lower[n-1], n)
	// What of the event it tells.
	stem := false
	for _, w := range lower {
		stem = stem || stemOf(english.Lemma(w)) == h.stem
	}
	j.when(!stem, "head missing")
	return j.score
}

// modified reports whether the word before a noun tells which one it is.
func modified(w, lower string) bool {
	if w == "" {
		return false
	}
	return startsUpper(w) || strings.HasSuffix(lower, "'s") || strings.HasSuffix(lower, "’s") || geography[w] != ""
}

// ending notes what follows in the sentence where the label ends.
func (j *judge) ending(last string, n int) {
	s := j.h.s
	at := -1
	for i := range s.words {
		if s.words[i].Lower == last && (at < 0 || i <= j.h.word+14) {
			if at < 0 || i >= j.h.word && at < j.h.word || n > 1 && i > 0 && s.words[i-1].Lower == strings.ToLower(j.words[n-2]) {
				at = i
			}
		}
	}
	if at < 0 || at+1 >= len(s.words) {
		j.add("ends whole", 1)
		return
	}
	i := at + 1
	for i < len(s.words) && (isQuote(s.words[i].Text) || s.words[i].timex >= 0 || s.datePreposition(i)) {
		i++
	}
	if i >= len(s.words) {
		j.add("ends whole", 1)
		return
	}
	switch w := &s.words[i]; {
	case w.Text == "." || w.Text == ";" || w.Text == "?" || w.Text == "!":
		j.add("ends whole", 1)
	case w.Text == ",":
		j.add("ends at comma", 1)
	case w.Lower == "of":
		j.add("cut before of", 1)
	case w.Lower == "that" || w.Lower == "whether":
		j.add("cut before that", 1)
	case w.Lower == "to" && s.tag(i+1) == english.VB:
		j.add("cut before infinitive", 1)
	case w.Tag == english.TO || w.Lower == "as" || w.Lower == "with" || w.Lower == "from" || w.Lower == "for" || w.Lower == "against" || w.Lower == "into" || w.Lower == "between" || w.Lower == "than":
		j.add("cut before preposition", 1)
	case w.Tag == english.IN && !w.cut:
	case w.cut || w.Tag == english.CC:
		j.add("ends at clause", 1)
	case w.Tag == english.VBG:
		j.add("cut before gerund", 1)
	case w.Tag.Verb():
		j.add("cut before verb", 1)
	}
}

// tenses are words by which a label shows that it has a verb.
var tenses = words(`is are has have does do will to may can not`)

// labelWeights say how much each feature is worth: rounded from a ridge regression
// on 518 labels of 185 events that readers called good, usable or wrong.
var labelWeights = map[string]float64{
	"adjunct first":          -0.3,
	"article first":          -0.2,
	"beyond":                 -0.08,
	"comma":                  -0.05,
	"commas":                 -0.1,
	"cut before gerund":      -0.15,
	"cut before infinitive":  -0.2,
	"cut before of":          -0.3,
	"cut before preposition": -0.2,
	"cut before that":        -0.25,
	"cut before verb":        -0.15,
	"ends at clause":         -0.05,
	"ends at comma":          0.15,
	"ends whole":             0.2,
	"head missing":           -0.1,
	"ill-formed":             -0.4,
	"loose":                  -0.05,
	"loose subject":          -0.15,
	"mark":                   -0.2,
	"name":                   0.2,
	"name twice":             -1,
	"no name":                -0.2,
	"noun, no name":          -0.1,
	"past":                   -0.1,
	"past auxiliary":         -0.05,
	"pronoun":                -0.15,
	"pronoun first":          -0.3,
	"too long":               -0.15,
	"two words":              -0.3,
	"verb alone":             -0.3,
	"word twice":             -0.3,
}
