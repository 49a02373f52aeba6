package event

import (
	"strconv"
	"strings"

	"dateline/extract/english"
)

// list reads phrase q and those joined to it, after the preposition prep. It
// returns the word after them, and false where they end what can be read.
func (p *predicate) list(q int, prep string, under int, needed bool) (next int, ok bool) {
	s := p.s
	if first := &s.phrases[q]; prep != "" && !needed && first.last > first.first && (s.is(first.first, "that") || s.is(first.first, "this") || s.is(first.first, "these") || s.is(first.first, "those")) {
		return first.last + 1, true // "in that capacity"
	}
	q = p.f.roleOf(s, q)
	ph := &s.phrases[q]
	text, last := "", s.listEnd(q)
	if end := s.phrases[last].last + 1; prep == "between" && last == q && s.is(end, "and") && s.phraseOf(end+1) == q+1 {
		last = q + 1 // whatever comes after the second
	}
	switch {
	case reflexives[s.words[ph.head].Lower]:
		text = s.words[ph.head].Lower
	case ph.pronoun:
		if text = p.f.antecedent(s, ph.head); text == "" || text == p.subject {
			p.add("", under, needed)
			return ph.last + 1, needed
		}
	case last == q:
		if text = p.f.described(s, q); text == "" {
			text = p.f.phraseText(s, q, q)
			if who := p.f.anothers(s, q, p.subject); who != "" {
				text = genitive(who) + " " + text
			} else if noun := s.counted(q); noun != "" {
				text += " " + noun
			}
		}
		if i := ph.first; i > 0 && s.words[i-1].phrase >= 0 && len(p.parts) > 0 && prep == "" && (s.is(i, "a") || s.is(i, "an")) {
			text = s.words[i].Lower + " " + text // "declares outbreak a pandemic"
		}
	default:
		text = p.f.listText(s, q, last)
	}
	if s.words[ph.first].lasts && (prep == "in" || prep == "within" || prep == "over" || prep == "during" || prep == "after") && !needed {
		p.add("", under, false)
		return s.phrases[last].last + 1, true
	}
	if text != "" && prep != "" {
		text = prep + " " + text
	}
	p.add(text, under, needed)
	return s.phrases[last].last + 1, true
}

// listText renders the phrases q to last, that commas and "and" join: the
// first two of a long list, and how many others there are.
func (f *finder) listText(s *sentence, q, last int) string {
	text := f.phraseText(s, q, last)
	if n := last - q + 1; n >= 4 && wordsIn(text) > softWords && s.words[s.phrases[q].last].Tag.Name() {
		return f.phraseText(s, q, q+1) + " and " + strconv.Itoa(n-2) + " others"
	}
	return text
}

// listEnd returns the last of the phrases that are joined to p by commas and
// "and".
func (s *sentence) listEnd(p int) int {
	last := p
	for {
		i := s.phrases[last].last + 1
		if s.is(i, ",") && (s.is(i+1, "and") || s.is(i+1, "or")) {
			if last == p {
				return last // two of them have no comma
			}
			i++
		}
		closing := s.is(i, "and") || s.is(i, "or") || s.is(i, "&")
		if !closing && !(s.is(i, ",") && s.listCloses(i, last-p)) {
			return last
		}
		q := s.phraseOf(i + 1)
		if q < 0 || s.phrases[q].first != i+1 || s.phrases[q].prep >= 0 || s.words[i+1].timex >= 0 || s.phrases[q].pronoun || s.words[i-1].timex >= 0 ||
			s.words[i].cut && !s.phraseJoined(i) || s.finiteAfter(s.phrases[q].last+1) && (last-p < 2 || !closing) {
			return last
		}
		if s.tag(s.phrases[q].first) == english.CD && s.tag(s.phrases[p].first) != english.CD && s.phrases[p].prep >= 0 {
			return last // "a third of the vote in May and 2 percent in June"
		}
		last = q
		if closing {
			// What hangs on the last of them: "the Duke and Duchess of Orlo".
			return last
		}
	}
}

// listCloses reports whether "and" closes the list that the comma at i goes on,
// of which n commas stand before it.
func (s *sentence) listCloses(i, n int) bool {
	for ; s.is(i, ","); n++ {
		if s.is(i+1, "and") || s.is(i+1, "or") {
			return n > 0
		}
		p := s.phraseOf(i + 1)
		if p < 0 || s.phrases[p].first != i+1 || s.words[i+1].timex >= 0 || s.phrases[p].prep >= 0 {
			return false
		}
		i = s.phrases[p].last + 1
	}
	return (s.is(i, "and") || s.is(i, "or")) && s.phraseOf(i+1) >= 0 && (n > 1 || !s.finiteAfter(s.phrases[s.phraseOf(i+1)].last+1))
}

// anothers returns whose phrase q is, where a possessive pronoun says so and
// means neither subject nor somebody unknown: "announced his death".
func (f *finder) anothers(s *sentence, q int, subject string) string {
	ph := &s.phrases[q]
	if s.words[ph.first].Tag != english.PRPS || ph.first == ph.head {
		return ""
	}
	if s.words[ph.last].Tag.Name() {
		return ""
	}
	who := f.owner(s, ph.first)
	for k := range s.groups {
		if s.groups[k].object == q && s.groups[k].subject >= 0 {
			doer, plural := f.subjectText(s, k)
			if strings.Contains(doer, who) || f.mayOwn(doer, plural, s.words[ph.first].Lower) {
				return "" // "Lee will end her campaign", "Orlo held its fair, and Millbrook held its own"
			}
		}
	}
	if who == "" || subject == "" || !f.isName(who) || strings.Contains(subject, who) || strings.Contains(who, subject) {
		return ""
	}
	return who
}

// mayOwn reports whether the possessive pronoun can mean the subject doer
// itself: then nobody else is named, who might be the wrong one.
func (f *finder) mayOwn(doer string, plural bool, pronoun string) bool {
	switch pronoun {
	case "its":
		return doer != "" && !plural && !f.names.person[doer]
	case "their":
		return doer != "" && plural
	}
	return f.names.person[doer]
}

// counted returns the noun that a bare number counts: "delegates" for the "four"
// of "Of the six delegates, Lee won four"; "" where none can be told.
func (s *sentence) counted(q int) string {
	ph := &s.phrases[q]
	if ph.first != ph.last || s.tag(ph.head) != english.CD || ph.head == 0 || s.is(ph.last+1, "of") || s.is(ph.last+1, "percent") || len(s.phrases) == 0 {
		return ""
	}
	if first := &s.phrases[0]; s.is(first.prep, "of") && first.prep == 0 && s.tag(first.head) == english.NNS && q > 0 {
		return s.lower(first.head)
	}
	return ""
}
