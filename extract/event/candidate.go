package event

import (
	"strings"

	"dateline/extract/english"
)

// atEvent returns the clause that tells what happened at the event of a noun:
// "Ann Lee wins nomination at convention"; "" where the noun stands in no such
// clause, or where l, what it says by itself, tells which event it was.
func (f *finder) atEvent(h *head, l string) string {
	s := h.s
	if h.phrase < 0 || h.carried() || wordsIn(l) > 1 || f.gathered(h) != "" {
		return ""
	}
	prep := s.phrases[h.phrase].prep
	if prep < 0 || prep > 0 && s.tag(prep-1).Noun() && s.phraseOf(prep-1) >= 0 && !s.afterObject(s.phraseOf(prep-1)) {
		return ""
	}
	switch s.lower(prep) {
	case "at", "during", "in":
	default:
		return ""
	}
	for i := range s.groups {
		g := &s.groups[i]
		if g.infinitive || g.participle || g.relative || g.subject < 0 || s.words[g.head].clause != s.words[h.word].clause || len(s.negations(i)) > 1 || g.auxiliary != "" || stative[g.lemma] || g.lemma == "be" {
			continue
		}
		told := Happened
		if len(s.negations(i)) == 1 {
			told = Negated
		}
		if reporting[g.lemma] && !g.passive || s.lastGroupBefore(h.word) > i {
			return ""
		}
		clause := polish(f.clauseLabel(s, i, told))
		if !wellFormed(clause) || wordsIn(clause) > maxWords {
			return ""
		}
		if strings.Contains(strings.ToLower(clause), s.words[h.word].Lower) || wordsIn(clause)+1+wordsIn(l) > maxWords {
			return clause
		}
		if !s.words[h.word].Tag.Name() && !s.namesAny(s.phrases[h.phrase].first, h.word) {
			l = strings.ToLower(l[:1]) + l[1:]
		}
		return clause + " " + s.lower(prep) + " " + l
	}
	return ""
}

// afterObject reports whether phrase p is what a verb is done to, so that what
// follows it may belong to the verb.
func (s *sentence) afterObject(p int) bool {
	for k := range s.groups {
		if s.groups[k].object == p {
			return true
		}
	}
	return false
}

// studies are what finds something out.
var studies = words(`study finding findings report paper research survey analysis article experiment`)

// foundOut returns what a study finds, for a verb that only tells that it was
// made or published: "in a study published in May, scientists report that".
func (f *finder) foundOut(h *head) string {
	s, g := h.s, h.verb()
	if g == nil || !g.participle || !g.passive || g.first == 0 {
		return ""
	}
	p := s.phraseOf(s.adverbsBefore(g.first) - 1)
	if p < 0 || !studies[s.lower(s.phrases[p].head)] {
		return ""
	}
	for i := range s.groups {
		v := &s.groups[i]
		if v.infinitive || v.participle || v.relative || v.subject < 0 || v.first < g.last {
			continue
		}
		if l := polish(f.clauseLabel(s, i, Happened)); wellFormed(l) && wordsIn(l) <= maxWhole-2 {
			return l
		}
		return ""
	}
	return ""
}

// best returns the label of all that has the fewest faults.
func (f *finder) best(h *head, all ...string) string {
	j := f.judgeOf(h)
	best, score := all[0], j.rate(all[0])
	if wordsIn(best) >= minWords && !wellFormed(best) {
		score-- // whatever else is whole is better
	}
	for _, l := range all[1:] {
		if l = polish(l); wellFormed(l) {
			if n := j.rate(l); n > score {
				best, score = l, n
			}
		}
	}
	return best
}

// shortened returns the sentence of h with only so many words as a label has.
func (f *finder) shortened(h *head) string {
	s := h.s
	in := h.word
	if k := s.firstFinite(); k >= 0 {
		in = s.groups[k].head
		if i := s.groups[k].subject; i >= 0 && s.phrases[i].pronoun {
			who, plural := f.subjectText(s, k)
			if who == "" {
				return ""
			}
			g := &s.groups[k]
			_, last := s.partAround(in)
			verb := f.verbForm(s, g, Happened, plural, g.passive)
			return who + " " + verb + " " + f.compress(s, g.last+1, last, s.verbFrom(g.last+1, last), maxWords-wordsIn(who)-wordsIn(verb), false)
		}
	}
	first, last := s.partAround(in)
	return f.compress(s, first, last, in, maxWords, false)
}

// country returns where the title says that the story is.
func (f *finder) country() string {
	if scene := f.scene(); scene != "" {
		return scene
	}
	for _, w := range strings.FieldsFunc(f.in.Title, func(r rune) bool { return r == ' ' || r == ',' }) {
		w = strings.TrimSuffix(strings.TrimSuffix(w, "'s"), "’s")
		if c := geography[w]; c != "" {
			return "in " + c
		}
	}
	return ""
}

// attached is s.attached; where labels may be longer, further prepositions count.
func (f *finder) attached(s *sentence, p, limit int) int {
	end := s.attached(p, limit)
	for end+1 < len(s.phrases) {
		next := &s.phrases[end+1]
		if next.prep != s.phrases[end].last+1 || next.last >= limit || s.words[next.first].timex >= 0 || s.tag(next.prep) != english.IN && s.tag(next.prep) != english.TO {
			break
		}
		end++
	}
	return end
}

// announcing makes the label of what is said by doing what h tells: "posted a
// message announcing that".
func (f *finder) announcing(h *head) string {
	s := h.s
	g := h.verb()
	if g == nil {
		return ""
	}
	for i := h.group + 1; i < len(s.groups) && i < h.group+3; i++ {
		if v := &s.groups[i]; v.participle && !v.passive && announcingVerbs[v.lemma] && v.subject >= 0 {
			who, plural := f.subjectText(s, h.group)
			if who == "" {
				return ""
			}
			return f.statementLabel(s, i, who, f.verbForm(s, v, Happened, plural, false))
		}
	}
	return ""
}

// wholeClause returns the clause of h in the present tense and otherwise in its
// own words, as many as a label has.
func (f *finder) wholeClause(h *head) string {
	s := h.s
	k := h.group
	if k < 0 {
		for i := range s.groups {
			if g := &s.groups[i]; !g.infinitive && !g.participle && !g.relative && s.words[g.head].clause == s.words[h.word].clause && (k < 0 || g.head < h.word) {
				k = i
			}
		}
	}
	if k < 0 {
		return ""
	}
	g := &s.groups[k]
	if g.subject < 0 || g.infinitive || g.participle && !g.passive {
		return ""
	}
	who, plural := f.subjectText(s, k)
	if who == "" {
		return ""
	}
	verb := s.present(g, plural)
	if g.passive && len(s.negations(k)) == 0 && g.auxiliary == "" {
		verb = f.verbForm(s, g, Happened, plural, true)
	}
	_, last := s.partAround(max(g.head, h.word))
	rest := f.compress(s, g.last+1, last, max(g.last+1, h.word), maxWords-wordsIn(who)-wordsIn(verb), false)
	if wordsIn(rest) < 2 || reporting[g.lemma] {
		return "" // its own words say it better
	}
	return who + " " + verb + " " + rest
}

// meanwhile returns the main clause for a verb that only tells what time it
// was: "As the campaign entered June, Ann Lee led the polls".
func (f *finder) meanwhile(h *head) string {
	s, g := h.s, h.verb()
	if g == nil || g.passive || !datesOnly[g.lemma] || h.group+1 >= len(s.groups) || s.subjectStart(g) < 1 || !subordinators.has(s.lower(s.subjectStart(g)-1)) {
		return ""
	}
	i := g.last + 1
	for i < len(s.words) && (s.words[i].timex >= 0 || s.datePreposition(i)) {
		i++
	}
	if i == g.last+1 || !s.is(i, ",") {
		return ""
	}
	for k := h.group + 1; k < len(s.groups); k++ {
		if v := &s.groups[k]; !v.infinitive && !v.participle && !v.relative && v.subject >= 0 && s.phrases[v.subject].first > i {
			if l := polish(f.clauseLabel(s, k, Happened)); wellFormed(l) {
				return l
			}
			return ""
		}
	}
	return ""
}

// datesOnly are verbs that say no more than what time it is, of what lasts.
var datesOnly = words(`enter reach shift turn come draw approach near near progress continue roll begin`)

// withReason adds to a short label the clause that says when or why: "Wall
// collapses as river rises".
func (f *finder) withReason(h *head, l string) string {
	s, g := h.s, h.verb()
	if n := wordsIn(l); g == nil || n < 2 || n > 3 || g.infinitive || g.relative || strings.Contains(l, ":") {
		return l
	}
	for k := h.group + 1; k < len(s.groups) && k < h.group+3; k++ {
		v := &s.groups[k]
		if v.infinitive || v.participle || v.subject < 0 {
			continue
		}
		start := s.subjectStart(v)
		i := start - 1
		if i <= g.last || !s.words[i].cut || s.words[v.first].clause != s.words[i].clause {
			return l
		}
		switch s.lower(i) {
		case "after", "when", "because", "while", "as":
		default:
			return l
		}
		for j := g.last + 1; j < i; j++ {
			if s.words[j].cut || s.words[j].Text == ";" {
				return l
			}
		}
		if s.phrases[v.subject].pronoun || len(s.negations(k)) > 0 || v.auxiliary != "" {
			return l
		}
		f.taken = wordsIn(l) + 1
		clause := f.clauseLabel(s, k, Happened)
		f.taken = 0
		if n := wordsIn(clause); n < 3 || n+1+wordsIn(l) > maxWords {
			return l
		}
		return l + " " + s.lower(i) + " " + clause
	}
	return l
}

// namesAny reports whether a name stands among words first to last.
func (s *sentence) namesAny(first, last int) bool {
	for i := first; i <= last; i++ {
		if s.words[i].timex < 0 && (s.words[i].Tag.Name() || geography[s.words[i].Text] != "") {
			return true
		}
	}
	return false
}

// ofCountry puts the country that the title names before a vote that names none.
func (f *finder) ofCountry(h *head, core string) string {
	switch h.lemma {
	case "election", "primary", "caucus", "referendum", "vote", "by-election", "census":
	default:
		return core
	}
	if p := &h.s.phrases[h.phrase]; h.s.is(p.first-1, "all") || h.s.is(p.first-1, "with") || h.s.is(p.first, "next") || h.s.is(p.first, "another") {
		return core
	}
	if f.country() == "in United States" {
		return "US " + strings.TrimPrefix(core, "The ")
	}
	return core
}

// announcingVerbs are those that say what an act was there to tell.
var announcingVerbs = words(`announce say declare confirm`)
