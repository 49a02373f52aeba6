package event

import "dateline/extract/english"

// claims are verbs and nouns of saying what nobody else vouches for.
var claims = words(`allege claim accuse suspect allegation accusation rumor rumour suspicion contend insinuate purport`)

// hearsay are the adverbs of what is only said to be so.
var hearsay = words(`allegedly reportedly purportedly supposedly apparently`)

// hedge returns the adverb that says that what group i tells is only said to
// be so: its own, or "allegedly" where a claim brings its clause; "" where it
// is told as a fact.
func (s *sentence) hedge(i int) string {
	g := &s.groups[i]
	for j := max(0, g.first-2); j <= min(g.last+1, len(s.words)-1); j++ {
		if w := &s.words[j]; hearsay[w.Lower] && w.Tag == english.RB && w.clause == s.words[g.head].clause {
			return w.Lower
		}
	}
	if g.infinitive || g.participle || g.subject < 0 || s.phrases[g.subject].last > g.first {
		return ""
	}
	// What comes right before the clause.
	j := s.phrases[s.leftmost(g.subject)].first - 1
	if s.is(j, "that") {
		j--
	}
	if j < 0 || s.words[j].quoted {
		return ""
	}
	if k := s.words[j].group; k >= 0 && claims[s.groups[k].lemma] && s.groups[k].last == j {
		return "allegedly"
	}
	if p := s.phraseOf(j); p >= 0 && s.phrases[p].head == j && claims[english.Singular(s.lower(j))] {
		return "allegedly"
	}
	return ""
}
