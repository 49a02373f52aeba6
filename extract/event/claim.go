package event

import "dateline/extract/english"

// claims are verbs and nouns of saying what nobody else vouches for.
var claims = words(`allege claim accuse suspect allegation accusation rumor rumour suspicion contend insinuate purport`)

// rumors are nouns of what is told and may never have been so.
var rumors = words(`theory conspiracy hoax rumor rumour allegation accusation suspicion myth falsehood lie misinformation smear insinuation`)

// tellingOf are verbs that say what a rumor is: "a theory suggesting that".
var tellingOf = words(`suggest claim allege say hold imply assert insinuate purport accuse`)

// rumor returns the noun that says of the clause of word i that it is only
// told, and may never have been so: "a theory suggesting that"; "" where there
// is none. What somebody promotes, spreads or denies in that way is no fact.
func (s *sentence) rumor(i int) string {
	clause := s.words[i].clause
	for j := i; j > 0 && s.words[j].clause == clause; j-- {
		k := j - 1
		if s.is(k, "that") {
			k--
		}
		if k >= 0 && s.words[k].group >= 0 {
			g := &s.groups[s.words[k].group]
			if !g.participle || g.passive || !tellingOf[g.lemma] || g.last != k {
				continue
			}
			k = g.first - 1
		} else if !s.is(j-1, "that") {
			continue
		}
		if k < 0 {
			return ""
		}
		if p := s.phraseOf(k); p >= 0 && s.phrases[p].head == k && rumors[english.Singular(s.lower(k))] {
			return s.words[k].Text
		}
	}
	return ""
}

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
	if s.rumor(g.head) != "" {
		return "allegedly"
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
