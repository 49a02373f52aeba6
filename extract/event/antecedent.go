package event

import (
	"strings"

	"dateline/extract/english"
)

// absolute returns the phrase after "with" whose participle g is: "with the
// next town, Orlo, reporting"; -1 where there is none.
func (s *sentence) absolute(g *group) int {
	if !s.close || !g.participle || g.passive {
		return -1
	}
	for j := g.first - 1; j >= 0 && j > g.first-12; j-- {
		w := &s.words[j]
		if w.group >= 0 || w.Text == ";" || w.Text == ":" {
			return -1
		}
		if p := w.phrase; p >= 0 && s.phrases[p].first == j && s.phrases[p].prep == j-1 && s.is(j-1, "with") {
			if j > 1 && !s.is(j-2, ",") {
				return -1
			}
			if q := s.phraseOf(g.first - 2); s.is(g.first-1, ",") && q > p && s.phrases[q].prep < 0 && s.words[s.phrases[q].last].Tag.Name() {
				return q
			}
			return p
		}
	}
	return -1
}

// datedBetween reports whether a date that belongs to the verb stands between
// words k and j: "died on Friday, which", but "the flood of June, which".
func (s *sentence) datedBetween(k, j int) bool {
	for i := k + 1; i < j; i++ {
		if s.words[i].timex >= 0 {
			return !s.is(i-1, "of")
		}
	}
	return false
}

// antecedentOf returns the phrase that the relative pronoun at word j is said
// of, where p is the last phrase before it: for "who" the nearest that can be
// a person, for "which" after a comma the whole of what p hangs on, for "that"
// only what p hangs on by "of".
func (s *sentence) antecedentOf(p, j int) int {
	person := s.is(j, "who") || s.is(j, "whom") || s.is(j, "whose")
	for q := p; ; q-- {
		ph := &s.phrases[q]
		if !person && q < p && (titleNouns.has(s.words[ph.head].Lower) || humans[s.words[ph.head].Lower]) {
			return q + 1 // "the nominee of the party, which"
		}
		if person && q > 0 && s.is(ph.prep, "of") && s.is(s.phrases[q-1].last, "one") && s.phrases[q-1].last == ph.prep-1 {
			return q - 1 // "one of the miners who died"
		}
		if person && q > 0 && ph.first == ph.last && s.tag(ph.first) == english.CD && s.is(ph.first-1, ",") {
			continue // the age of "Ann Lee, 22, who"
		}
		noun := english.Singular(s.words[ph.head].Lower)
		place := s.words[ph.first].Tag.Name() && ph.prep > 0 && (s.is(ph.prep, "in") || s.is(ph.prep, "at") || s.is(ph.prep, "from"))
		if q > 0 && ph.prep < 0 && !s.words[ph.last].Tag.Name() {
			// "Ann Lee, a baker who", "the Orlo Party (OP), the party that": whom it tells of.
			k := ph.first - 1
			if s.is(k, ",") {
				k--
				if s.is(k, ")") {
					for k > 0 && !s.is(k, "(") {
						k--
					}
					k--
				}
				if o := s.phraseOf(k); o >= 0 && s.words[s.phrases[o].last].Tag.Name() && (s.words[ph.first].Tag == english.DT || s.words[ph.first].Tag == english.JJ) {
					return o
				}
			}
		}
		if person && !place && (s.words[ph.last].Tag.Name() && geography[s.words[ph.last].Text] == "" || titleNouns.has(noun) || humans[noun] || genders[noun] != unknown ||
			noun == "people" || strings.HasSuffix(noun, "er") || strings.HasSuffix(noun, "or") || strings.HasSuffix(noun, "ist")) {
			return q
		}
		if ph.prep <= 0 || q == 0 || s.phraseOf(ph.prep-1) != q-1 || s.words[ph.first].clause != s.words[s.phrases[q-1].first].clause {
			return q
		}
		// "the hotel in Berlin, which", but "a fall in output at the mine, which".
		if !person && !s.is(ph.prep, "of") && !(s.is(j-1, ",") && place) {
			return q
		}
	}
}

// interrupted returns the first phrase of the clause of g when an apposition
// stands between it and g: "Ms. Roy, the head of the union, resigned".
func (s *sentence) interrupted(g *group) int {
	if g.infinitive || g.participle || !s.is(g.first-1, ",") {
		return -1
	}
	clause := s.words[g.first].clause
	for i := range g.first {
		p := s.words[i].phrase
		if p < 0 || s.close && s.objectOfParticiple(p) || s.words[i].clause != clause || s.phrases[p].prep >= 0 || s.words[i].timex >= 0 || s.outermost(p) != p {
			continue
		}
		for j := i; j < g.first; j++ {
			if k := s.words[j].group; k >= 0 && s.words[j].clause == clause && !s.groups[k].participle && !(s.close && s.groups[k].infinitive) {
				return -1 // that verb has it
			}
		}
		// The apposition opens with a comma after the phrase and what hangs on it.
		for q := p; q < len(s.phrases) && s.phrases[q].last < g.first-1; q++ {
			if s.is(s.phrases[q].last+1, ",") && s.phrases[q].last+1 < g.first-1 {
				// "The former player, Ann Lee, joined": the name of the two.
				if next := s.phraseOf(s.phrases[q].last + 2); next >= 0 && s.phrases[next].prep < 0 && !s.words[s.phrases[p].last].Tag.Name() && s.words[s.phrases[next].last].Tag.Name() && s.words[s.phrases[next].first].timex < 0 {
					return next
				}
				return p
			}
			if q+1 < len(s.phrases) && s.phrases[q+1].prep != s.phrases[q].last+1 {
				break
			}
		}
		return -1
	}
	return -1
}

// objectOfParticiple reports whether phrase p is the object of a participle:
// "Echoing a letter".
func (s *sentence) objectOfParticiple(p int) bool {
	for k := range s.groups {
		if g := &s.groups[k]; g.participle && !g.passive && g.object == p {
			return true
		}
	}
	return false
}
