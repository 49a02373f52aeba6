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
		text := s.whole(i)
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

// whole returns word i with the letter that an editor changed at its beginning:
// "Bottom" of "[B]ottom".
func (s *sentence) whole(i int) string {
	w := &s.words[i]
	if i > 2 && s.words[i-1].Text == "]" && s.words[i-3].Text == "[" && s.words[i-1].End == w.Start && len(s.words[i-2].Text) == 1 {
		return s.words[i-2].Text + w.Text
	}
	return w.Text
}

// dropped reports whether word i has no place in a label.
func (s *sentence) dropped(i int) bool {
	w := &s.words[i]
	switch {
	case w.timex >= 0:
		return true
	case i+1 < len(s.words) && s.words[i+1].timex >= 0 && strings.Contains(w.Text, "–") && !startsUpper(w.Text) && w.Text[0] > '9':
		return true // "four–five hours ago"
	case w.Tag == english.POS && s.words[i-1].timex >= 0: // "Tuesday's"
		return true
	case w.Tag == english.PRPS:
		return true
	case s.close && w.phrase >= 0 && i < s.phrases[w.phrase].last && s.words[s.phrases[w.phrase].last].Tag.Name() && descriptive(w.Lower):
		return true // "US-based software maker Orlo"
	case w.Lower == "the" || w.Lower == "a" || w.Lower == "an":
		if w.Lower != "the" && s.close && i+1 < len(s.words) && (counts[s.words[i+1].Lower] && s.words[i+1].Lower != "half" || s.is(i+1, "few") || s.is(i+1, "lot")) {
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

// descriptive reports whether a word before a name tells of it what a label can
// do without: "state-owned", "40-year-old".
func descriptive(lower string) bool {
	_, last, ok := strings.Cut(lower, "-")
	return ok && (last == "based" || last == "owned" || last == "born" || last == "year-old" || last == "run" || last == "funded" || last == "listed")
}

// reflexives need no name: "turns himself in".
var reflexives = words(`himself herself itself themselves`)

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
