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

// person returns the person that "he" or "she" stands for: of those that the
// sentence names before it, else of the nearest sentence before that names
// any, the only one whom the pronoun fits, else the subject, else whom the
// title of the article names.
func (f *finder) person(s *sentence, i, depth int) string {
	g := genderOfPronoun(s.words[i].Lower)
	own, isSubject := s.verbOf(i)
	limit := i
	for k := s.at; k >= 0 && k >= s.at-maxBack; k-- {
		t := s
		if k != s.at {
			t, limit = f.reading(k), len(f.sentences[k].words)
		}
		var fit []mention
		for _, m := range f.people(t, limit, depth) {
			if m.gender != unknown && m.gender != g {
				continue
			}
			if t == s && own >= 0 && s.groups[own].subject == m.phrase && !isSubject {
				continue // "he" who does it is not "him" to whom it is done
			}
			fit = append(fit, m)
		}
		if len(fit) == 0 {
			continue
		}
		if isSubject && s.groups[own].passive && !s.groups[own].participle && t.doneTo(fit) {
			return "" // "Lee pardoned Kim. He was convicted": either
		}
		topic := f.topic(g)
		if one := pick(fit, isSubject); one != "" {
			if genderOf(one) == unknown && genderOf(topic) == g && strings.Contains(f.in.Title, " dies") {
				return topic // an obituary speaks of the dead rather than of those who mourn
			}
			return one
		}
		for _, m := range fit {
			if m.text == topic || m.text == "" {
				return topic
			}
		}
		return ""
	}
	return f.topic(g)
}

// doneTo reports whether one of two people is the subject and the other the
// object of one verb.
func (s *sentence) doneTo(fit []mention) bool {
	for k := range s.groups {
		subject, object := "", ""
		for _, m := range fit {
			if m.phrase == s.groups[k].subject {
				subject = m.text
			}
			if m.phrase == s.groups[k].object {
				object = m.text
			}
		}
		if subject != "" && object != "" && subject != object {
			return true
		}
	}
	return false
}

// topic returns the person whom the title of the article names, if it names
// only one and a pronoun of gender g can mean that one.
func (f *finder) topic(g gender) string {
	found := ""
	for w := range strings.FieldsSeq(f.in.Title) {
		w = strings.TrimSuffix(strings.TrimSuffix(strings.Trim(w, ",:.'’"), "'s"), "’s")
		full, ok := f.names.full[w]
		switch {
		case !ok || !f.names.person[full] || full == found:
		case found != "":
			return ""
		default:
			found = full
		}
	}
	if other := genderOf(found); other != unknown && other != g {
		return ""
	}
	return found
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

// people returns the single persons that s speaks of before word limit.
func (f *finder) people(s *sentence, limit, depth int) []mention {
	var found []mention
	for p := range s.phrases {
		ph := &s.phrases[p]
		if ph.first >= limit {
			break
		}
		subject := s.subjectOfFinite(p)
		for j := ph.first + 1; j <= ph.last; j++ { // "Boseman's family"
			if s.words[j].Tag == english.POS && s.words[j-1].Tag.Name() {
				if name := f.names.fullest(s.nameEndingAt(ph.first, j-1)); f.names.person[name] {
					found = append(found, mention{text: name, gender: genderOf(name), phrase: p})
				}
			}
		}
		switch lower := s.words[ph.head].Lower; {
		case ph.pronoun:
			if g := genderOfPronoun(lower); g != unknown {
				found = append(found, mention{text: f.refer(s, ph.head, depth+1), gender: g, subject: subject, phrase: p})
			}
		case s.words[ph.last].Tag.Name():
			name, titled := f.names.nameIn(s, ph)
			full := f.names.fullest(name)
			if name == "" || organizationWords[lastWordLower(name)] || !titled && !f.names.person[full] && !(subject && maybePerson(full)) {
				continue
			}
			g := genderOf(full)
			for j := ph.first; j < ph.last && g == unknown; j++ {
				if titleNouns[s.words[j].Lower] || j < ph.last-wordsIn(name) {
					g = genders[s.words[j].Lower]
				}
			}
			found = append(found, mention{text: full, gender: g, subject: subject, phrase: p})
		case subject && s.words[ph.head].Tag == english.NN && s.words[ph.first].Tag != english.PRPS && (titleNouns[lower] || humans[lower] || genders[lower] != unknown):
			text := f.described(s, p)
			if text == "" {
				text = f.identified(s, p)
			}
			g := genderOf(text)
			if text == "" {
				g = genders[lower]
				text = f.phraseText(s, p, s.attachedOf(p))
			}
			found = append(found, mention{text: text, gender: g, subject: subject, phrase: p})
		}
	}
	return found
}

// identified returns the name of phrase p where its clause gives it: "the
// attacker was identified as Bo Kim"; "" where it does not.
func (f *finder) identified(s *sentence, p int) string {
	for k := range s.groups {
		g := &s.groups[k]
		if g.subject != p || !g.passive || g.lemma != "identify" && g.lemma != "name" {
			continue
		}
		q := s.phraseOf(g.last + 1)
		if s.is(g.last+1, "as") {
			q = s.phraseOf(g.last + 2)
		}
		if q < 0 {
			return ""
		}
		if name, _ := f.names.nameIn(s, &s.phrases[q]); name != "" && strings.Contains(name, " ") {
			return f.names.fullest(name)
		}
	}
	return ""
}

// maybePerson reports whether a name of which nothing is known can be that of
// a person: a single word that is no country and no abbreviation.
func maybePerson(name string) bool {
	return !strings.Contains(name, " ") && geography[name] == "" && !places[name] && strings.ToUpper(name) != name && !organizationWords[strings.ToLower(name)]
}

// humans are nouns for people that are neither titles nor of one sex.
var humans = words(`person victim student teacher pupil patient child baby teenager resident passenger worker employee
	spokesperson nurse police-officer soldier witness survivor relative neighbor neighbour colleague friend partner winner champion
	defendant plaintiff attacker shooter killer assailant hostage refugee`)

// nameEndingAt returns the run of name words that ends at word j, not before first.
func (s *sentence) nameEndingAt(first, j int) string {
	i := j
	for i > first && s.words[i-1].Tag.Name() && s.words[i-1].timex < 0 && !titleNouns[s.words[i-1].Lower] {
		i--
	}
	return s.string(i, j)
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

// subjectOfFinite reports whether phrase p is the subject of a finite verb
// that stands in no relative clause.
func (s *sentence) subjectOfFinite(p int) bool {
	for k := range s.groups {
		g := &s.groups[k]
		if g.subject >= 0 && p <= g.subject && s.leftmost(g.subject) <= p && !g.infinitive && !g.participle && !g.relative {
			return true
		}
	}
	return false
}

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
	case fits && also && subject != object:
		last := &s.words[s.phrases[g.subject].last]
		named := (last.Tag.Name() || organizationWords[last.Lower]) && !s.words[s.phrases[g.object].last].Tag.Name()
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
	if s.plural(first, p) != many {
		return "", false
	}
	if !many {
		name, titled := f.names.nameIn(s, ph)
		if titled || name != "" && f.names.person[f.names.fullest(name)] || titleNouns[lower] || humans[lower] || genders[lower] != unknown {
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
	if titleNouns[lower] {
		return f.names.bearer[lower]
	}
	return f.names.ending[lower]
}
