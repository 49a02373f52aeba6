package event

import (
	"strings"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// named returns phrase p of s as the article names it elsewhere, where its own
// words name nothing: "Orlo mayoral election" for "the election". It looks for
// the last mention before it that has the words of p and a name with them, for
// what happened itself also in the title; "" where there is none, or where the
// article tells of several.
func (f *finder) named(s *sentence, p int) string {
	return f.namedAs(s, p, false)
}

// namedAs is named; bare says that p needs no article: it is what happened.
func (f *finder) namedAs(s *sentence, p int, bare bool) string {
	ph := &s.phrases[p]
	if ph.pronoun || ph.last != ph.head || !s.words[ph.head].Tag.Noun() || s.words[ph.head].Tag.Name() || s.words[ph.head].timex >= 0 {
		return ""
	}
	first := ph.first
	switch w := s.words[first].Lower; {
	case w == "the" || w == "this" || w == "that" || w == "these" || w == "those":
		first++
	case s.words[first].Tag == english.DT || s.words[first].Tag == english.CD || !bare && ph.prep >= 0 && s.is(ph.prep, "of"):
		return ""
	case s.words[first].Tag == english.PRPS:
		first++
	}
	for j := first; j < ph.head; j++ {
		if w := &s.words[j]; w.Tag.Name() && w.timex < 0 || w.Tag == english.POS || w.Tag == english.CD && w.timex < 0 || geography[w.Text] != "" {
			return ""
		}
	}
	if n := ph.last + 1; s.is(n, "of") || s.is(n, "for") || s.is(n, "on") && !s.datePreposition(n) || s.is(n, "between") || s.relativeAt(n) {
		return ""
	}
	definite := first > ph.first
	if !definite && s.words[ph.head].Tag == english.NNS {
		return "" // "states with elections": any
	}
	noun := english.Singular(s.words[ph.head].Lower)
	if !definite && !bare || unnameable[noun] || titleNouns.has(noun) || humans[noun] || genders[noun] != unknown {
		return ""
	}
	if definite && f.several(noun) {
		return "" // "a fire in Orlo" and "a fire in Senn": either
	}
	for at := s.at; at >= 0 && at > s.at-12; at-- {
		t := f.sentences[at]
		if at == s.at {
			t = s
		}
		for q := len(t.phrases) - 1; q >= 0; q-- {
			if at == s.at && t.phrases[q].first >= ph.first {
				continue
			}
			if text := f.namedMention(t, q, s, first, ph.head); text != "" {
				return text
			}
		}
	}
	if text := f.compound(s, p); text != "" && definite {
		return text
	}
	if t := f.heading(); t != nil && bare {
		for q := range t.phrases {
			if text := f.namedMention(t, q, s, first, ph.head); text != "" {
				return text
			}
		}
	}
	return ""
}

// lowerTwin reports whether the name that ph is has lower-case words before its
// head, so that it is no name of its own.
func (s *sentence) lowerTwin(ph *phrase) bool {
	return ph.head > ph.first && s.words[ph.head-1].Lower == s.words[ph.head-1].Text
}

// topicalNouns are nouns that "on" tells the subject of.
var topicalNouns = words(`vote referendum talk talks ban law debate bill agreement attack inquiry hearing summit decision ruling report study
	treaty election conference war limit cap sanction tax`)

// compound returns the last mention before phrase p of s that says by a noun
// what sort of thing it is: "immunization rate" for "the rate".
func (f *finder) compound(s *sentence, p int) string {
	ph := &s.phrases[p]
	if ph.head-ph.first != 1 || titleNouns.has(s.words[ph.head].Lower) {
		return ""
	}
	for at := s.at; at >= 0 && at > s.at-4; at-- {
		t := f.sentences[at]
		for q := len(t.phrases) - 1; q >= 0; q-- {
			m := &t.phrases[q]
			if at == s.at && t.words[m.last].Start >= s.words[ph.first].Start || m.last != m.head || m.head == m.first || t.words[m.head].Lower != s.words[ph.head].Lower {
				continue
			}
			if w := &t.words[m.head-1]; w.Tag == english.NN && w.timex < 0 && !titleNouns.has(w.Lower) && t.words[m.head].Tag.Noun() {
				return w.Lower + " " + t.words[m.head].Lower
			}
			return ""
		}
	}
	return ""
}

// contrasted reports whether phrase ph says that it is another one than that
// which the article tells of: "a similar fire", "the previous election".
func (s *sentence) contrasted(ph *phrase) bool {
	for k := ph.first; k < ph.head; k++ {
		if contrasting[s.words[k].Lower] {
			return true
		}
	}
	return false
}

// contrasting words say that something is another one.
var contrasting = words(`similar another other previous earlier last former past different separate such second next recent prior same own
	subsequent further later comparable unrelated`)

// several reports whether the article brings up more than one of what noun names:
// "a fire in Orlo" and "a similar fire".
func (f *finder) several(noun string) bool {
	if class, _ := classOfNoun(noun); class != listedEvent {
		return false
	}
	first := ""
	for _, t := range f.sentences {
		for q := range t.phrases {
			ph := &t.phrases[q]
			if d := t.words[ph.first].Lower; ph.last != ph.head || t.words[ph.head].Lower != noun || d != "a" && d != "an" && d != "another" {
				continue
			}
			text := strings.ToLower(t.string(ph.first+1, ph.last))
			if q+1 < len(t.phrases) && t.phrases[q+1].prep == ph.last+1 {
				text += " " + t.lower(ph.last+1) + " " + t.string(t.phrases[q+1].first, t.phrases[q+1].last)
			}
			if first != "" && first != text || t.contrasted(ph) {
				return true
			}
			first = text
		}
	}
	return false
}

// unnameable are nouns too common for another mention to mean the same.
var unnameable = words(`people person man woman time day year month week thing way part number case cases others member percent death
	home house state country place office child family point result reason group side area`)

// namedMention returns phrase q of t if it has the words first to head of s,
// and a name.
func (f *finder) namedMention(t *sentence, q int, s *sentence, first, head int) string {
	ph := &t.phrases[q]
	if ph.pronoun || t.words[ph.head].Lower[:1] != s.words[head].Lower[:1] || english.Singular(t.words[ph.head].Lower) != english.Singular(s.words[head].Lower) || t.words[ph.head].timex >= 0 {
		return ""
	}
	for j := first; j < head; j++ {
		found := s.words[j].timex >= 0
		for k := ph.first; k < ph.head && !found; k++ {
			found = t.words[k].Lower == s.words[j].Lower
		}
		if !found {
			return ""
		}
	}
	if startsUpper(t.words[ph.head].Text) && ph.head > 0 && t.words[ph.head].Tag.Name() && !t.lowerTwin(ph) && t != f.head {
		return "" // "Solar System" is not "the system"
	}
	if t.contrasted(ph) {
		return "" // "a similar fire in Orlo"
	}
	start := ph.first
	switch t.lower(start) {
	case "any", "no", "some", "every", "each", "another":
		return ""
	}
	name := false
	for k := start; k <= ph.head; k++ {
		if w := &t.words[k]; w.Tag != english.PRPS && pronouns[w.Lower] && strings.ToUpper(w.Text) != w.Text {
			return "" // "My running mate"
		}
		if w := &t.words[k]; w.timex < 0 && (w.Tag.Name() && k < ph.head || geography[w.Text] != "") {
			name = true
		}
		if t.words[k].Tag == english.CD && t.words[k].timex < 0 {
			return ""
		}
	}
	last := q
	if q+1 < len(t.phrases) && t.phrases[q+1].prep == ph.last+1 && t.words[t.phrases[q+1].first].timex < 0 && !t.phrases[q+1].pronoun {
		switch t.lower(ph.last + 1) {
		case "of", "for", "on", "between", "against", "in", "with":
			if next := &t.phrases[q+1]; (t.is(ph.last+1, "on") || t.is(ph.last+1, "with")) && !topicalNouns[english.Singular(t.words[ph.head].Lower)] {
				break // "flew over the rally on his plane"
			} else if t.words[next.last].Tag.Name() || t.is(ph.last+1, "of") || t.is(ph.last+1, "on") {
				last = t.rightmost(q + 1)
				name = true
			}
		}
	}
	if !name {
		return ""
	}
	text := f.phraseText(t, q, last)
	if one, other := s.words[head].Lower, t.words[ph.head].Text; one != strings.ToLower(other) {
		text = strings.Replace(text, other, one, 1) // of another number
	}
	if wordsIn(text) > 7 {
		return ""
	}
	return text
}

// heading returns the title as a sentence, nil where there is none.
func (f *finder) heading() *sentence {
	if f.headed || f.in.Title == "" {
		return f.head
	}
	f.headed = true
	s := f.parser.parse(Input{Text: f.in.Title}, []timex.Span{{End: len(f.in.Title)}})[0]
	for i := range s.words {
		if w := &s.words[i]; w.Tag == english.CD && len(w.Text) == 4 && (strings.HasPrefix(w.Text, "19") || strings.HasPrefix(w.Text, "20")) {
			w.timex = 0 // no label has the year
		}
	}
	f.head = f.parser.again(s, f.names)
	return f.head
}
