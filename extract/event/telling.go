package event

import "dateline/extract/english"

// tellingNouns are nouns that say little without the clause after them.
var tellingNouns = words(`announcement claim statement allegation warning report news suggestion belief hope fear concern accusation
	assertion promise pledge admission confirmation evidence finding possibility suspicion rumor rumour argument complaint
	prediction ruling decision proposal message letter tweet`)

// tells reports whether the "that" at word i opens the clause of such a noun:
// "made an announcement on the radio that he would run".
func (p *predicate) tells(i int) bool {
	s := p.s
	if s.phraseOf(i+1) < 0 || !s.finiteAfter(s.phrases[s.phraseOf(i+1)].last+1) {
		return false
	}
	j := i - 1
	for j > 0 && (s.words[j].timex >= 0 || s.datePreposition(j)) {
		j--
	}
	for q := s.phraseOf(j); q >= 0; q = s.phraseOf(s.phrases[q].prep - 1) {
		if tellingNouns[english.Singular(s.words[s.phrases[q].head].Lower)] {
			return true
		}
		if s.phrases[q].prep <= 0 {
			return false
		}
	}
	return false
}

// told reads the clause that begins at word i after such a noun.
func (p *predicate) told(i, under int) int {
	s := p.s
	text, own := p.f.saidClause(s, i, p.subject)
	if own {
		text = s.lower(i) + " " + text
	}
	if text == "" {
		return p.clause(i, under)
	}
	p.add("that "+text, under, true)
	return s.endOf(i) + 1
}
