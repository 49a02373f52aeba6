package event

import (
	"strings"

	"dateline/extract/english"
)

// render returns words first to last as a label has them: without articles,
// possessive pronouns, dates, brackets and adverbs, and with names in full.
func (s *sentence) render(first, last int, n *names) string {
	var b strings.Builder
	end := -1 // where the last word that was kept ends in the text
	put := func(i int, text string) {
		if b.Len() > 0 && end != s.words[i].Start {
			b.WriteByte(' ')
		}
		b.WriteString(text)
	}
	for i := first; i <= last; i++ {
		w := &s.words[i]
		if p := w.phrase; p >= 0 && n != nil && s.phrases[p].first == i && s.phrases[p].last <= last {
			if name, _ := n.nameIn(s, &s.phrases[p]); name != "" && (n.full[name] != "" || n.person[name]) {
				put(i, n.fullest(name))
				i = s.phrases[p].last
				end = s.words[i].End
				continue
			}
		}
		if s.dropped(i) || w.Lower == "of" && i > first && i < last && s.tag(i-1) == english.CD && (s.is(i+1, "these") || s.is(i+1, "those")) {
			continue
		}
		if w.Text == "(" || w.Text == "[" {
			for i+1 <= last && s.words[i].Text != ")" && s.words[i].Text != "]" {
				i++
			}
			continue
		}
		text := w.Text
		if w.Lower == "united" && s.is(i+1, "states") && i+2 <= last && s.words[i+2].phrase == w.phrase && s.words[i+2].Tag != english.POS && s.words[i+2].Tag != english.IN {
			put(i, "US") // before a noun: "US forces"
			i++
			end = s.words[i].End
			continue
		}
		if w.Lower == "more" && s.close && s.is(i+1, "than") && i+1 < last && (s.tag(i+2) == english.CD || s.is(i+2, "a") || s.is(i+2, "an")) {
			put(i, "over") // "over 70 people"
			i++
			end = s.words[i].End
			continue
		}
		if text == "U.S." {
			text = "US"
		}
		if i == 0 && !w.Tag.Name() && text != "I" && text[1:] == w.Lower[1:] {
			text = w.Lower
		}
		put(i, text)
		end = w.End
	}
	return b.String()
}

// dropped reports whether word i has no place in a label.
func (s *sentence) dropped(i int) bool {
	w := &s.words[i]
	switch {
	case w.timex >= 0:
		return true
	case w.Tag == english.POS && s.words[i-1].timex >= 0: // "Tuesday's"
		return true
	case w.Tag == english.PRPS:
		return true
	case w.Lower == "the" || w.Lower == "a" || w.Lower == "an":
		if w.Lower != "the" && s.close && i+1 < len(s.words) && counts[s.words[i+1].Lower] && s.words[i+1].Lower != "half" {
			return false // "over a dozen"
		}
		return !(w.Text == "The" && i > 0 && startsUpper(s.words[min(i+1, len(s.words)-1)].Text))
	case w.Text == "\"" || w.Text == "“" || w.Text == "”" || w.Text == "``" || w.Text == "''":
		return true
	case w.Tag == english.RB && w.phrase < 0:
		return w.Lower != "not" && !s.is(i+1, "of")
	case w.Tag == english.DT && (w.Lower == "these" || w.Lower == "those" || w.Lower == "this" || w.Lower == "that" || w.Lower == "some"):
		return !(s.close && w.Lower == "some" && s.is(i+1, "of"))
	}
	return false
}

// tail collects what follows a verb or a noun, piece by piece, up to a limit.
//
// After soft words nothing more is added that begins with a preposition.
type tail struct {
	f      *finder
	s      *sentence
	limit  int
	soft   int
	whole  bool // a whole sentence: finite verbs and commas stay in
	parts  []string
	kept   int // parts that make a complete end
	count  int
	quoted bool // it goes into a quotation
}

func newTail(f *finder, s *sentence, limit int) *tail {
	return &tail{f: f, s: s, limit: limit, soft: limit - (maxWords - softWords)}
}

// text returns what was collected, with a space before it.
func (t *tail) text() string {
	if t.kept == 0 {
		return ""
	}
	return " " + strings.Join(t.parts[:t.kept], " ")
}

// put adds a piece; complete says that the label can end after it. It reports
// false when the limit is reached.
func (t *tail) put(piece string, complete bool) bool {
	if piece == "" {
		return true
	}
	if t.count+wordsIn(piece) > t.limit || t.soft > 0 && t.kept == len(t.parts) && t.count >= t.soft && !t.whole && piece != "of" {
		return false
	}
	t.parts = append(t.parts, piece)
	t.count += wordsIn(piece)
	if complete {
		t.kept = len(t.parts)
	}
	return true
}

// run collects from word i to the end of the clause.
func (t *tail) run(i int) {
	s := t.s
	for i < len(s.words) {
		w := &s.words[i]
		if w.quoted && !t.whole && t.count == 0 {
			t.quoted = true
		}
		switch {
		case w.Text == "." || w.Text == ";" || w.Text == ":" || w.Text == "?" || w.Text == "!" || w.Text == "—":
			return
		case w.Text == "(" || w.Text == "[":
			for i < len(s.words) && s.words[i].Text != ")" && s.words[i].Text != "]" {
				i++
			}
		case w.Text == "," && s.tag(i-1) == english.RB && (s.tag(i+1) == english.RB || s.tag(i+1).Adjective()):
		case w.Tag == english.RB && t.kept > 0 && strings.HasSuffix(w.Lower, "ly") && s.tag(i+1) == english.None && s.words[i-1].phrase >= 0:
			if !t.put(w.Text, true) { // "takes the threat seriously"
				return
			}
		case w.Text == ",":
			if !t.whole && !t.listGoesOn(i) {
				return
			}
			if n := len(t.parts); n > 0 && t.kept == n {
				t.parts[n-1] += ","
				if !t.more(i + 1) {
					t.parts[n-1] = strings.TrimSuffix(t.parts[n-1], ",")
					return
				}
			}
		case w.timex >= 0 && w.phrase < 0 || s.dropped(i) && w.phrase < 0:
		case s.datePreposition(i):
		case w.phrase >= 0 && i == s.phrases[w.phrase].first:
			p := t.f.roleOf(s, w.phrase)
			ph := &s.phrases[p]
			piece := s.render(ph.first, ph.last, t.f.names)
			if ph.pronoun && !t.whole && ph.last+1 < len(s.words) && s.words[ph.last+1].group >= 0 {
				return // "a statement he made"
			}
			if reflexives[s.words[ph.head].Lower] {
				piece = s.words[ph.head].Lower
			} else if ph.pronoun {
				if piece = t.f.antecedent(s, ph.head); piece == "" {
					if !t.whole {
						return
					}
					piece = s.words[ph.head].Text
				}
			} else if name := t.f.described(s, p); name != "" {
				piece = name
			} else if i > 0 && s.words[i-1].phrase >= 0 && len(t.parts) > 0 && (s.is(i, "a") || s.is(i, "an")) {
				piece = s.words[i].Lower + " " + piece // "declares outbreak a pandemic"
			}
			if !t.put(piece, true) {
				return
			}
			i = ph.last
		case w.group >= 0:
			g := &s.groups[w.group]
			if !t.verb(g) {
				return
			}
			i = g.last
		case w.Tag == english.CC:
			if !t.whole && s.words[i-1].timex >= 0 && !s.words[i-1].lasts {
				return // "paid $7 in 2016 and nothing in 2017"
			}
			if !t.whole && (w.cut && !s.phraseJoined(i) || i+1 < len(s.words) && s.words[i+1].group >= 0) {
				return
			}
			if !t.put(w.Text, false) {
				return
			}
		case !t.whole && (s.relativeAt(i) || w.cut && subordinators[w.Lower]):
			return
		default:
			if !t.put(w.Text, w.Tag.Adjective() || w.Tag == english.RP || w.Tag == english.VBN || w.Tag == english.CD) {
				return
			}
		}
		i++
	}
}

// reflexives need no name: "turns himself in".
var reflexives = words(`himself herself itself themselves`)

// verb adds a verb group of the tail; finite ones end it.
func (t *tail) verb(g *group) bool {
	s := t.s
	switch {
	case g.infinitive, g.participle:
		return t.put(s.render(g.first, g.last, nil), g.object < 0 && !(g.passive && s.tag(g.last+1) == english.IN) || !s.close)
	case t.whole:
		plural := g.subject >= 0 && s.plural(s.leftmost(g.subject), g.subject)
		return t.put(s.present(g, plural), true)
	}
	return false
}

// more reports whether another piece fits after a comma.
func (t *tail) more(i int) bool {
	p := t.s.phraseOf(i)
	if t.s.is(i, "and") {
		p = t.s.phraseOf(i + 1)
	}
	if p < 0 {
		return t.whole
	}
	return t.count+t.s.phrases[p].last-t.s.phrases[p].first < t.limit
}

// listGoesOn reports whether the comma at i stands in a list of phrases.
func (t *tail) listGoesOn(i int) bool {
	s := t.s
	for n := 0; n < 4; n++ {
		if s.is(i, ",") {
			i++
		}
		if s.is(i, "and") || s.is(i, "or") {
			p := s.phraseOf(i + 1)
			return p >= 0 && (n > 0 || s.is(i-1, ",")) && !s.finiteAfter(s.phrases[p].last+1)
		}
		p := s.phraseOf(i)
		if p < 0 || s.words[i].timex >= 0 || s.phrases[p].prep >= 0 {
			return false
		}
		i = s.phrases[p].last + 1
		if !s.is(i, ",") && !s.is(i, "and") && !s.is(i, "or") {
			return false
		}
	}
	return false
}

// phraseJoined reports whether the conjunction at i joins two noun phrases.
func (s *sentence) phraseJoined(i int) bool {
	p := s.phraseOf(i + 1)
	return p >= 0 && !s.finiteAfter(s.phrases[p].last+1)
}

// datePreposition reports whether the preposition at i belongs to a date.
func (s *sentence) datePreposition(i int) bool {
	if t := s.tag(i); t != english.IN && t != english.TO && t != english.RB && t != english.JJ && t != english.VBG {
		return false
	}
	j := i + 1
	for j < len(s.words) && j < i+4 && s.words[j].timex < 0 {
		switch s.words[j].Lower {
		case "the", "about", "around", "early", "late", "of", "to", "at", "least", "roughly", "a":
			j++
		default:
			return false
		}
	}
	return j < len(s.words) && s.words[j].timex >= 0 && !(s.words[j].phrase >= 0 && s.timexHeadsNothing(j))
}

// timexHeadsNothing reports whether the time expression at j only modifies
// the noun of its phrase ("in the 2014 election").
func (s *sentence) timexHeadsNothing(j int) bool {
	return s.words[s.phrases[s.words[j].phrase].head].timex < 0
}
