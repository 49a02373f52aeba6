package event

import (
	"strings"

	"dateline/extract/english"
)

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
			if t != s && t.strangerActs(f) {
				return "" // whoever that is, it is nearer than anybody before
			}
			continue
		}
		if isSubject && s.groups[own].passive && !s.groups[own].participle && (t.doneTo(fit) || judged[s.groups[own].lemma] && distinct(fit) > 1 && t.spares()) {
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
			if m.text == topic || m.text == "" && len(fit) == 1 {
				return topic
			}
		}
		return ""
	}
	return f.topic(g)
}

// toldOf returns the name that phrase p only tells more of, with an adverb before
// it: "Lee, formerly the president", "Lee, once a clerk"; -1 where it does not.
func (s *sentence) toldOf(p int) int {
	ph := &s.phrases[p]
	j := s.adverbsBefore(ph.first)
	if s.is(j-1, "formerly") || s.is(j-1, "once") || s.is(j-1, "then") || s.is(j-1, "now") {
		j--
	}
	if ph.pronoun || j == ph.first && s.words[ph.head].Tag.Name() || !s.is(j-1, ",") || s.words[ph.last].Tag.Name() && s.tag(ph.first) != english.DT {
		return -1
	}
	if q := s.phraseOf(j - 2); q >= 0 && q == p-1 && s.phrases[q].prep < 0 && s.words[s.phrases[q].last].Tag.Name() && titleNouns.has(s.words[ph.head].Lower) {
		return q
	}
	return -1
}

// strangerActs reports whether the subject of the first verb of s is a name of two
// or three words of which nothing is known, so that it may be somebody's.
func (s *sentence) strangerActs(f *finder) bool {
	k := s.firstFinite()
	if k < 0 || s.groups[k].subject < 0 {
		return false
	}
	p := &s.phrases[s.groups[k].subject]
	name, _ := s.nameOf(p)
	if f.names.person[f.names.fullest(name)] {
		return false
	}
	last := lastWordLower(name)
	if n := wordsIn(name); n < 2 || n > 3 || p.last != p.head || s.tag(p.first) == english.DT || organizationWords.has(last) || namedKinds[last] || kinds[last] || bodies[last] ||
		geography[name] != "" || places[name] || strings.Contains(name, " of ") || strings.ContainsAny(name, "0123456789'’&") {
		return false
	}
	for w := range strings.FieldsSeq(name) {
		if !startsUpper(w) || strings.ToUpper(w) == w || geography[w] != "" {
			return false
		}
	}
	class, _ := classOfNoun(last)
	return class != listedEvent
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

// people returns the single persons that s speaks of before word limit.
func (f *finder) people(s *sentence, limit, depth int) []mention {
	var found []mention
	for p := range s.phrases {
		ph := &s.phrases[p]
		if ph.first >= limit {
			break
		}
		if s.toldOf(p) >= 0 {
			continue // "Lee, formerly the president of the firm,": one person
		}
		subject := s.subjectOfFinite(p) || p+1 < len(s.phrases) && s.toldOf(p+1) == p && s.subjectOfFinite(p+1)
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
			if partisans[lower] {
				continue // "Republicans": many
			}
			name, titled := f.names.nameIn(s, ph)
			full := f.names.fullest(name)
			if name == "" || organizationWords.has(lastWordLower(name)) || !titled && !f.names.person[full] && !(subject && maybePerson(full)) {
				continue
			}
			g := genderOf(full)
			for j := ph.first; j < ph.last && g == unknown; j++ {
				if titleNouns.has(s.words[j].Lower) || j < ph.last-wordsIn(name) {
					g = genders[s.words[j].Lower]
				}
			}
			found = append(found, mention{text: full, gender: g, subject: subject, phrase: p})
		case subject && s.words[ph.head].Tag == english.NN && s.words[ph.first].Tag != english.PRPS && (titleNouns.has(lower) || humans[lower] || genders[lower] != unknown):
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
	return !strings.Contains(name, " ") && geography[name] == "" && !places[name] && strings.ToUpper(name) != name && !organizationWords.has(strings.ToLower(name))
}

// humans are nouns for people that are neither titles nor of one sex.
var humans = words(`person victim student teacher pupil patient child baby teenager resident passenger worker employee
	spokesperson nurse police-officer soldier witness survivor relative neighbor neighbour colleague friend partner winner champion
	defendant plaintiff attacker shooter killer assailant hostage refugee`)

// nameEndingAt returns the run of name words that ends at word j, not before first.
func (s *sentence) nameEndingAt(first, j int) string {
	i := j
	for i > first && s.words[i-1].Tag.Name() && s.words[i-1].timex < 0 && !titleNouns.has(s.words[i-1].Lower) {
		i--
	}
	return s.string(i, j)
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

// judged are what is done to somebody by a court: not to the one who was the
// subject before.
var judged = words(`sentence convict jail imprison acquit indict pardon arrest charge fine`)

// spares reports whether s tells that somebody let somebody off.
func (s *sentence) spares() bool {
	for k := range s.groups {
		switch s.groups[k].lemma {
		case "pardon", "grant", "commute", "free", "release":
			return true
		}
	}
	return false
}

// distinct counts the people of fit.
func distinct(fit []mention) int {
	seen := map[string]bool{}
	for _, m := range fit {
		if m.text != "" {
			seen[m.text] = true
		}
	}
	return len(seen)
}
