package event

import (
	"strings"

	"dateline/extract/english"
)

// mention is somebody or something that a sentence speaks of.
type mention struct {
	text    string // as a label has it; "" when it is not known who or what it is
	gender  gender
	subject bool // of a finite verb
	phrase  int
}

// maxBack is how many sentences before its own a pronoun can look back to.
const maxBack = 3

// antecedent returns what the pronoun at word i of s stands for, as a label
// has it, "" when that is not certain.
func (f *finder) antecedent(s *sentence, i int) string {
	return f.refer(s, i, 0)
}

// refer is antecedent, where depth pronouns have already been followed.
func (f *finder) refer(s *sentence, i, depth int) string {
	if depth > 4 || i >= len(s.words) || s.words[i].Tag != english.PRP {
		return ""
	}
	switch s.words[i].Lower {
	case "he", "she", "him", "her":
		return f.person(s, i, depth)
	case "it":
		return f.thing(s, i, false, depth)
	case "they", "them":
		return f.thing(s, i, true, depth)
	case "i", "me":
		return f.speaker(s, i)
	}
	return ""
}

// possessor returns the person that the "his" or "her" at word i stands for:
// the subject of the verb before it; "" where that is no single person.
func (f *finder) possessor(s *sentence, i int) string {
	g := genderOfPronoun(s.words[i].Lower)
	if g == unknown {
		return ""
	}
	for k := len(s.groups) - 1; k >= 0; k-- {
		v := &s.groups[k]
		if v.last > i || v.infinitive || v.participle || v.subject < 0 {
			continue
		}
		for _, m := range f.people(s, i, 0) {
			if m.phrase == v.subject && (m.gender == unknown || m.gender == g) {
				return m.text
			}
		}
		return ""
	}
	return ""
}

// owner returns whose something is that stands as a subject after the
// possessive pronoun at word i; "" where that is not certain.
func (f *finder) owner(s *sentence, i int) string {
	switch s.words[i].Lower {
	case "his", "her":
		return f.person(s, i, 0)
	case "its":
		return f.thing(s, i, false, 0)
	case "their":
		return f.thing(s, i, true, 0)
	}
	return ""
}

// elided returns what the possessive pronoun at word i, which no noun follows, is
// said of: "campaign" of "Lee and Kim ended their campaigns. Dunn ended his"; ""
// where nothing of somebody's was spoken of.
func (f *finder) elided(s *sentence, i int) string {
	for at := s.at; at >= 0 && at > s.at-2; at-- {
		t := s
		if at != s.at {
			t = f.reading(at)
		}
		for q := len(t.phrases) - 1; q >= 0; q-- {
			ph := &t.phrases[q]
			if t == s && ph.last >= i || t.words[ph.first].Tag != english.PRPS || ph.first == ph.head || ph.last != ph.head || !t.words[ph.head].Tag.Noun() {
				continue
			}
			noun := t.render(ph.first, ph.last-1, nil) + " " + english.Singular(t.words[ph.last].Lower)
			return strings.TrimSpace(noun)
		}
	}
	return ""
}

// isName reports whether text is the name of somebody, or of a body or country,
// that the article knows well.
func (f *finder) isName(text string) bool {
	return f.names.person[text] || geography[text] != "" || places[text] || strings.Contains(text, " ") && wordsIn(text) <= 3 && organizationWords.has(lastWordLower(text))
}

// genitive returns a name with the ending that says that something is its.
func genitive(name string) string {
	if strings.HasSuffix(name, "s") && !startsUpper(name[strings.LastIndexByte(name, ' ')+1:]) {
		return name + "'"
	}
	return name + "'s"
}

// speaker returns who says the quotation that word i stands in.
func (f *finder) speaker(s *sentence, i int) string {
	if !s.words[i].quoted {
		return ""
	}
	for k := range s.groups {
		g := &s.groups[k]
		if reporting[g.lemma] && !s.words[g.head].quoted && g.subject >= 0 && !g.infinitive && !s.words[s.phrases[g.subject].head].quoted {
			name, _ := f.subjectText(s, k)
			return name
		}
	}
	return ""
}

// pick returns the mention that a pronoun means, "" when more than one is
// likely.
func pick(fit []mention, isSubject bool) string {
	if known := keep(fit, func(m mention) bool { return m.gender != unknown }); len(known) > 0 && len(known) < len(fit) && !hasSubject(fit, known) {
		fit = known
	}
	if one, ok := single(fit); ok {
		return one
	}
	if subjects := keep(fit, func(m mention) bool { return m.subject }); isSubject && len(subjects) > 0 {
		if one, ok := single(subjects); ok {
			return one
		}
	}
	return ""
}

// hasSubject reports whether all has a subject that some has not.
func hasSubject(all, some []mention) bool {
	n := func(ms []mention) (n int) {
		for _, m := range ms {
			if m.subject {
				n++
			}
		}
		return n
	}
	return n(all) > n(some)
}

func keep(ms []mention, ok func(mention) bool) []mention {
	var kept []mention
	for _, m := range ms {
		if ok(m) {
			kept = append(kept, m)
		}
	}
	return kept
}

// single returns the text that all mentions have.
func single(ms []mention) (text string, ok bool) {
	if len(ms) == 0 {
		return "", false
	}
	for _, m := range ms[1:] {
		if m.text != ms[0].text {
			return "", false
		}
	}
	return ms[0].text, true
}

// verbOf returns the verb group that word i is the subject or the object of.
func (s *sentence) verbOf(i int) (group int, isSubject bool) {
	p := s.words[i].phrase
	for k := range s.groups {
		if g := &s.groups[k]; g.subject == p && g.first > i {
			return k, true
		}
	}
	for k := range s.groups {
		if g := &s.groups[k]; g.object == p {
			return k, false
		}
	}
	for k := len(s.groups) - 1; k >= 0; k-- {
		if s.groups[k].last < i && s.words[s.groups[k].head].clause == s.words[i].clause {
			return k, false
		}
	}
	return -1, false
}
