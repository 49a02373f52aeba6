package event

import (
	"strings"

	"dateline/extract/english"
)

// thing returns what "it" or "they" stands for: the subject or the object of
// the clause before it, in its sentence or, where it is the first of that, of
// the main clause of the sentence before.
func (f *finder) thing(s *sentence, i int, many bool, depth int) string {
	own, isSubject := s.verbOf(i)
	if own < 0 || isSubject && s.empty(own) {
		return ""
	}
	passive := isSubject && s.groups[own].passive
	for k := own - 1; k >= 0; k-- {
		g := &s.groups[k]
		if g.infinitive || g.participle || g.last > i || g.subject >= 0 && s.phrases[g.subject].first > i {
			continue
		}
		if isSubject && !passive && s.subordinated(i) && g.subject >= 0 && !s.phrases[g.subject].pronoun {
			if text, ok := f.take(s, g.subject, i, many, depth); ok {
				return text // "The ministers set terms when they met"
			}
		}
		if g.subject == s.groups[own].subject && !isSubject {
			return "" // what does it is not it
		}
		return f.argumentOf(s, k, i, many, passive, depth)
	}
	for p := range s.phrases {
		if ph := &s.phrases[p]; ph.last < i && !ph.pronoun && s.words[ph.first].timex < 0 {
			return "" // something else stands before it
		}
	}
	if s.at == 0 {
		return ""
	}
	t := f.reading(s.at - 1)
	if t.paragraph < s.paragraph-1 {
		return ""
	}
	if k := t.firstFinite(); k >= 0 {
		return f.argumentOf(t, k, len(t.words), many, passive, depth)
	}
	return ""
}

// subordinated reports whether a conjunction of time stands right before word i.
func (s *sentence) subordinated(i int) bool {
	switch s.lower(i - 1) {
	case "when", "after", "before", "while", "as", "once", "until", "since":
		return true
	}
	return false
}

// argumentOf returns the one of subject and object of group k that "it", or
// "they" when many is set, takes up; passive says that something is done to it.
func (f *finder) argumentOf(s *sentence, k, limit int, many, passive bool, depth int) string {
	g := &s.groups[k]
	if reporting[g.lemma] && !g.passive {
		// "Officials said the number rose. It …": what was said is spoken of.
		if k+1 < len(s.groups) && s.groups[k+1].subject >= 0 && s.groups[k+1].first < limit && !s.groups[k+1].infinitive && !s.groups[k+1].participle {
			return f.argumentOf(s, k+1, limit, many, passive, depth)
		}
	}
	subject, fits := f.take(s, g.subject, limit, many, depth)
	object, also := f.take(s, g.object, limit, many, depth)
	also = also && !reporting[g.lemma]
	switch {
	case fits && also && subject != object && many && !passive && s.human(g.subject) && !s.human(g.object):
		return subject // "The ministers set terms. They will meet"
	case fits && also && subject != object:
		last := &s.words[s.phrases[g.subject].last]
		named := (last.Tag.Name() || organizationWords.has(last.Lower)) && !s.words[s.phrases[g.object].last].Tag.Name()
		switch {
		case !named:
			return ""
		case passive:
			return object
		}
		return subject
	case fits:
		return subject
	case also:
		return object
	}
	return ""
}

// take returns phrase p as a label has it if "it", or "they", can take it up.
func (f *finder) take(s *sentence, p, limit int, many bool, depth int) (text string, ok bool) {
	if p < 0 || s.phrases[p].first >= limit {
		return "", false
	}
	ph := &s.phrases[p]
	lower := s.words[ph.head].Lower
	if ph.pronoun {
		if lower == "it" && !many || lower == "they" && many {
			text = f.refer(s, ph.head, depth+1)
			return text, text != ""
		}
		return "", false
	}
	if pronouns[lower] || s.words[ph.first].Tag == english.PRPS || s.words[ph.first].timex >= 0 || lower == "one" || lower == "both" || lower == "others" {
		return "", false
	}
	first := s.leftmost(p)
	if s.plural(first, p) != many && !(many && f.company(s, p)) {
		return "", false
	}
	if !many {
		name, titled := f.names.nameIn(s, ph)
		if titled || name != "" && f.names.person[f.names.fullest(name)] || titleNouns.has(lower) || humans[lower] || genders[lower] != unknown {
			return "", false
		}
	}
	if class, _ := classOfNoun(lower); s.words[ph.head].Tag.Name() && class == listedEvent && ph.first == ph.head {
		return "", false
	}
	if text = f.described(s, p); text == "" {
		text = f.phraseText(s, first, max(p, s.attachedOf(p)))
	}
	return text, len(text) > 2 && wordsIn(text) <= 6
}

// human reports whether the head of phrase p is a noun for people.
func (s *sentence) human(p int) bool {
	noun := english.Singular(s.lower(s.phrases[p].head))
	return titleNouns.has(noun) || humans[noun] || noun == "people" || noun == "police" || noun == "official" || noun == "authority" || noun == "resident" || noun == "scientist" ||
		strings.HasSuffix(noun, "er") || strings.HasSuffix(noun, "or") || strings.HasSuffix(noun, "ist") || strings.HasSuffix(noun, "ian")
}

// bodies are nouns for bodies of people, of which "they" can be said.
var bodies = words(`party union court council committee commission agency department ministry company corporation group association federation
	league organization organisation foundation institute police army navy team club band administration government parliament
	congress senate assembly board bureau airline bank network newspaper hospital university school`)

// company reports whether phrase p names a body of people, of which "they" can
// be said: a name that is neither that of a person nor of a place.
func (f *finder) company(s *sentence, p int) bool {
	name, titled := f.names.nameIn(s, &s.phrases[p])
	if bodies[s.words[s.phrases[p].head].Lower] {
		return true
	}
	return name != "" && !titled && !f.names.person[f.names.fullest(name)] && !places[name] && geography[name] == "" && !maybePerson(name) ||
		name != "" && strings.ToUpper(name) == name && len(name) > 2 && geography[name] == ""
}

// attachedOf returns the last phrase that hangs on p by "of".
func (s *sentence) attachedOf(p int) int {
	for p+1 < len(s.phrases) && s.phrases[p+1].prep == s.phrases[p].last+1 && s.is(s.phrases[p+1].prep, "of") && s.words[s.phrases[p+1].first].timex < 0 {
		p++
	}
	return p
}

// empty reports whether the subject "it" of group i stands for nothing: "it
// was agreed", "it is clear that", "it took".
func (s *sentence) empty(i int) bool {
	g := &s.groups[i]
	switch g.lemma {
	case "seem", "appear", "take", "rain", "snow", "emerge", "matter", "mean", "turn":
		return true
	case "be":
		return !g.passive
	}
	return g.passive && (reporting[g.lemma] || intending[g.lemma] && g.lemma != "expect" && g.lemma != "schedule")
}

// described returns the name of what a phrase such as "the mayor" or "the
// hospital" takes up: of the only one who has that title in the article, or
// the only name that ends in that word; "" when there is none.
func (f *finder) described(s *sentence, p int) string {
	ph := &s.phrases[p]
	lower := s.words[ph.head].Lower
	if ph.last != ph.head || !s.is(ph.first, "the") || s.words[ph.head].Tag.Name() || s.words[ph.head].Tag != english.NN {
		return ""
	}
	for j := ph.first + 1; j < ph.head; j++ {
		// "the 64-year-old mayor" is him, "the Ohio governor" or "the former mayor" need not be.
		if !strings.HasSuffix(s.words[j].Lower, "-year-old") {
			return ""
		}
	}
	if next := ph.last + 1; s.is(next, "of") || s.is(next, "for") || s.is(next, "in") || s.is(next, "from") || s.relativeAt(next) || s.is(next, "that") {
		return ""
	}
	if titleNouns.has(lower) {
		return f.names.bearer[lower]
	}
	if name := f.names.ending[lower]; name != "" {
		return name
	}
	if name := f.names.called[lower]; name != "" {
		return name
	}
	if name := f.bodyBefore(s, ph.head); name != "" {
		return name
	}
	return ""
}
