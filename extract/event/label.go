package event

import (
	"strings"
	"unicode/utf8"

	"dateline/extract/english"
)

// A label has at least minWords and at most maxWords words.
const (
	minWords  = 3
	maxWords  = 12
	softWords = 8 // enough: no further adjunct is added
)

// label says what a timeline entry says, and always with the head in it: a
// noun phrase where a noun carries the event, else its clause in the present
// tense; where neither can be told for certain, the words of the clause.
func (f *finder) label(h *head, status Status) string {
	var l string
	switch {
	case h.lemma == "according":
		l = f.accordingLabel(h)
	case h.group > 0 && h.s.is(h.word, "aged") && h.s.tag(h.word+1) == english.CD:
		l = f.clauseLabel(h.s, h.group-1, status) // "died aged 79"
	case h.group >= 0:
		l = f.clauseLabel(h.s, h.group, status)
		if n := wordsIn(l); n > 0 && n < minWords {
			l += h.s.ahead(h, f.names)
		}
	default:
		l = f.nounLabel(h, status)
	}
	if l = polish(f.located(l, h)); wellFormed(l) {
		return l
	}
	if wordsIn(l) == 2 && wellFormed("So "+l) {
		if noun := polish(f.nominalized(h, status)); wellFormed(noun) {
			return noun
		}
		return l // "Stampede erupts", "Nevada caucuses": short, and whole
	}
	if l = polish(f.subjectless(h, status)); wellFormed(l) {
		return l
	}
	if l = polish(f.clauseAround(h, status)); wellFormed(l) {
		return l
	}
	return f.trimmedClause(h)
}

// clauseAround makes the label of a noun that says too little by itself from
// the clause that it stands in: "Conflict erupts into violence".
func (f *finder) clauseAround(h *head, status Status) string {
	s := h.s
	if h.phrase < 0 {
		return ""
	}
	for i := range s.groups {
		g := &s.groups[i]
		if g.infinitive || g.participle || g.relative || reporting[g.lemma] || s.words[g.head].clause != s.words[h.word].clause {
			continue
		}
		if n := len(s.negations(i)); n == 1 {
			status = Negated
		} else if status == Negated || status == Statement {
			status = Happened
		}
		if l := f.clauseLabel(s, i, status); strings.Contains(strings.ToLower(l), s.words[h.word].Lower) {
			return l
		}
	}
	return ""
}

// subjectless makes a label of a verb whose subject is a pronoun that could
// not be told: "Returns to Orlo", "Extended to allow repairs".
func (f *finder) subjectless(h *head, status Status) string {
	g := h.verb()
	if g == nil || g.subject < 0 || !h.s.phrases[g.subject].pronoun || status == Statement || len(h.s.negations(h.group)) > 0 {
		return ""
	}
	verb := f.verbForm(h.s, g, status, false, g.passive)
	t := newTail(f, h.s, maxWords-wordsIn(verb))
	t.run(g.last + 1)
	if t.kept == 0 && !g.passive && needsObject[g.lemma] {
		return ""
	}
	return verb + t.text()
}

// ahead returns what an adjunct at the beginning of the clause of h adds to a
// short label: " during funeral of Ann Lee", "" where there is none.
func (s *sentence) ahead(h *head, n *names) string {
	g := h.verb()
	if g.subject < 0 {
		return ""
	}
	for p := range s.phrases {
		ph := &s.phrases[p]
		if ph.first >= s.phrases[g.subject].first {
			return ""
		}
		if ph.prep < 0 || ph.prep > 0 && !s.words[ph.prep].cut && !s.is(ph.prep-1, ",") || s.words[ph.first].clause != s.words[h.word].clause || s.words[ph.first].timex >= 0 || ph.pronoun {
			continue
		}
		switch s.lower(ph.prep) {
		case "during", "in", "at", "after", "near", "following", "amid":
			last := s.attachedOf(p)
			if text := s.render(ph.first, s.phrases[last].last, n); text != "" && wordsIn(text) <= 6 {
				return " " + s.lower(ph.prep) + " " + text
			}
		}
	}
	return ""
}

// located adds to a short label where the event was.
func (f *finder) located(l string, h *head) string {
	n := wordsIn(l)
	if n == 0 || n > 4 {
		return l
	}
	place, _, _ := strings.Cut(f.placeOf(h), ",")
	if place == "" || strings.Contains(l, place) || n+1+wordsIn(place) > maxWords {
		return l
	}
	switch lastWordLower(place) {
	case "airport", "station", "university", "hospital", "school", "stadium", "court":
		return l + " at " + place
	}
	return l + " in " + place
}

// clauseLabel makes a label of a verb and its clause.
func (f *finder) clauseLabel(s *sentence, i int, status Status) string {
	g := &s.groups[i]
	subject, plural := f.subjectText(s, i)
	if g.relative && !s.close && s.ambiguous(g) || subject == "" || s.negativeSubject(i) || len(s.negations(i)) > 1 || (status == Negated) != (len(s.negations(i)) == 1) {
		return "" // its own words deny best
	}
	if g.passive {
		if agent, many, after := f.agent(s, g); agent != "" && status != Negated {
			t := newTail(f, s, maxWords-wordsIn(agent)-1-wordsIn(subject))
			t.run(after)
			return agent + " " + f.verbForm(s, g, status, many, false) + " " + subject + t.text()
		}
	}
	told := status
	if status == Planned && g.passive && planning[g.lemma] {
		told = Happened // "celebration planned"
	}
	verb := f.verbForm(s, g, told, plural, g.passive)
	t := newTail(f, s, maxWords-wordsIn(subject)-wordsIn(verb))
	if !g.passive && (status == Statement || (reporting[g.lemma] || clausal[g.lemma] || !g.relative && s.is(g.last+1, "that") && s.tag(g.last+1) == english.IN) && s.complement(g) >= 0) {
		return f.statementLabel(s, g, subject, verb)
	}
	t.run(g.last + 1)
	if t.kept == 0 && !g.passive && ((needsObject[g.lemma] || reporting[g.lemma] && !sayAlone[g.lemma]) && g.particle < 0 || s.tag(g.last+1) == english.PRPS) {
		return "" // "the judge orders": orders what?
	}
	return subject + " " + verb + t.text()
}

// ambiguous reports whether the relative clause of g can hang on more than one
// phrase: "cases on the vessel that visited".
func (s *sentence) ambiguous(g *group) bool {
	for j := g.first - 1; j > 0; j-- {
		if s.relativeAt(j) || s.is(j, "that") && s.words[j].cut {
			k := j - 1
			if s.is(k, ",") {
				k--
			}
			p := s.phraseOf(k)
			return p < 0 || s.outermost(p) != p
		}
	}
	return false
}

// needsObject are verbs that say little without what follows them.
var needsObject = words(`order tell call file confirm allow take leave declare set give ask make hold have bring put send say announce claim
	report find show become issue reach receive win lose sign begin start continue want try attempt use get see know add accuse
	name describe release publish launch introduce cause force urge warn establish lead pass cut raise host draw seek include
	pull enter turn lift step mean raise impose order require offer express keep help let face`)

// sayAlone are verbs of saying that need not tell what is said.
var sayAlone = words(`concede testify reply respond comment complain speculate demand promise vow speak call expect describe believe`)

// verbForm returns the verb of g as a label has it.
func (f *finder) verbForm(s *sentence, g *group, status Status, plural, passive bool) string {
	base := g.lemma
	particle := ""
	if g.particle >= 0 {
		particle = " " + s.words[g.particle].Text
	}
	participle := english.Participle(base)
	if s.is(g.head, "born") {
		participle = "born"
	}
	if passive {
		switch status {
		case Planned:
			return "to be " + participle + particle
		case Possible:
			return "may be " + participle + particle
		case Negated:
			return "not " + participle + particle
		}
		return participle + particle
	}
	switch status {
	case Planned:
		return "to " + base + particle
	case Possible:
		return "may " + base + particle
	case Negated:
		if plural {
			return "do not " + base + particle
		}
		return "does not " + base + particle
	}
	if plural && base == "be" {
		return "are"
	}
	if plural {
		return base + particle
	}
	return english.ThirdPerson(base) + particle
}

// agent returns the phrase after "by" that follows a passive verb, whether it
// is plural, and the word after it.
func (f *finder) agent(s *sentence, g *group) (text string, plural bool, after int) {
	i := g.last + 1
	if !s.is(i, "by") || s.phraseOf(i+1) < 0 || s.words[i+1].timex >= 0 {
		return "", false, 0
	}
	p := s.words[i+1].phrase
	last := s.rightmost(p)
	return f.phraseText(s, p, last), s.plural(p, last), s.phrases[last].last + 1
}

// subjectText returns the subject of group i as a label has it, with what is
// joined to it, and whether the verb goes with it in the plural.
func (f *finder) subjectText(s *sentence, i int) (text string, plural bool) {
	g := &s.groups[i]
	if g.subject < 0 {
		return s.namedDay(g), false
	}
	p := s.appositive(g.subject)
	ph := &s.phrases[p]
	if ph.pronoun || pronouns[s.words[ph.head].Lower] {
		name := f.antecedent(s, ph.head)
		return name, s.is(ph.head, "they") || s.is(ph.head, "we")
	}
	if name := f.described(s, p); name != "" {
		return name, false
	}
	if q := f.roleOf(s, p); q != p {
		return f.phraseText(s, q, q), false
	}
	first, last := s.leftmost(p), p
	if q := &s.phrases[first]; s.close && first+1 == p && q.first == q.last && (q.head == 0 || !s.words[q.head].Tag.Name()) && (titleNouns[s.words[q.head].Lower] || genders[s.words[q.head].Lower] != unknown) {
		first = p // "businessman and party member Bo Kim" is one
	}
	if g.relative && s.close && s.words[ph.first].clause != s.words[g.first].clause {
		if end := s.attachedOf(p); s.phrases[end].last < g.first {
			return f.phraseText(s, p, end), s.plural(p, p)
		}
	}
	if s.relativeAt(ph.last+1) || s.is(ph.last+1, ",") && s.relativeAt(ph.last+2) {
		first = p // "Lee and the actor who stayed": not both
	}
	if i := s.phrases[first].first - 1; s.is(i, "and") && s.phraseOf(i-1) >= 0 && s.phrases[s.phraseOf(i-1)].pronoun {
		return "", false // "he and his wife"
	}
	if end := s.attached(p, g.first); end > last {
		last = s.rightmost(end)
	}
	if first == p && last > p && s.is(ph.head, "number") && s.is(ph.last+1, "of") {
		// "the number of cases rose": cases did; "a number of": several.
		if text = f.phraseText(s, p+1, last); s.is(ph.first, "a") {
			text = "several " + text
		}
		return text, true
	}
	return f.phraseText(s, first, last), s.plural(first, p)
}

// namedDay returns the time expression right before g if it is the name of a
// day that something is told of: "Women's Day is observed"; "" otherwise.
func (s *sentence) namedDay(g *group) string {
	last := s.adverbsBefore(g.first) - 1
	if last < 0 || s.words[last].timex < 0 {
		return ""
	}
	first := last
	for first > 0 && s.words[first-1].timex == s.words[last].timex {
		first--
	}
	if first == last || s.tag(first-1) == english.IN {
		return ""
	}
	for i := first; i <= last; i++ {
		w := &s.words[i]
		if w.Tag == english.CD || !startsUpper(w.Text) && w.Tag != english.POS {
			return ""
		}
	}
	return s.string(first, last)
}

// roleOf returns, for a title that a name follows in a phrase that hangs on
// it ("Senator from Vermont Ann Lee"), the phrase with the name; else p.
func (f *finder) roleOf(s *sentence, p int) int {
	if !titleNouns[s.words[s.phrases[p].last].Lower] || p+1 >= len(s.phrases) || s.phrases[p+1].prep != s.phrases[p].last+1 {
		return p
	}
	if prep := s.phrases[p+1].prep; s.close && !s.is(prep, "of") && !s.is(prep, "from") {
		return p
	}
	if name, titled := f.names.nameIn(s, &s.phrases[p+1]); titled && f.names.person[f.names.fullest(name)] {
		return p + 1
	}
	return p
}

// attached returns the last phrase that hangs on p by "of", "in", "for",
// "with" or "from" before word limit.
func (s *sentence) attached(p, limit int) int {
	for p+1 < len(s.phrases) {
		next := &s.phrases[p+1]
		if next.prep != s.phrases[p].last+1 || next.last >= limit || s.words[next.first].timex >= 0 {
			return p
		}
		switch s.lower(next.prep) {
		case "of", "in", "for", "from", "with", "between", "over", "at", "via":
			p++
		default:
			return p
		}
	}
	return p
}

// appositive returns, of two phrases that name the same thing ("Pierre, the
// president, died"), the one that is a name.
func (s *sentence) appositive(p int) int {
	ph := &s.phrases[p]
	q := s.phraseOf(ph.first - 2)
	if !s.is(ph.first-1, ",") || q < 0 || !s.is(ph.last+1, ",") {
		// "Basu, the head of the unit," where the phrase before the last comma hangs on p.
		end := s.attached(p, len(s.words))
		if !s.is(ph.first-1, ",") || q < 0 || !s.is(s.phrases[end].last+1, ",") {
			return p
		}
	}
	q = s.outermost(q)
	if name, _ := s.nameOf(ph); name != "" && s.phrases[q].first != s.phrases[q].last {
		if before, _ := s.nameOf(&s.phrases[q]); before == "" {
			return p
		}
	}
	if s.phrases[q].prep >= 0 && !s.is(s.phrases[q].prep, "of") {
		return p
	}
	return q
}

// leftmost returns the first of the phrases that p is joined with by "and"
// and commas: "Russia, China and Iran".
func (s *sentence) leftmost(p int) int {
	joined := false
	for {
		i := s.phrases[p].first - 1
		switch {
		case s.is(i, "and") && s.phraseOf(i-1) >= 0 && !joined:
			joined = true
		case joined && s.is(i, ",") && s.phraseOf(i-1) >= 0:
		default:
			return p
		}
		q := s.outermost(s.words[i-1].phrase)
		for k := range s.groups {
			if s.groups[k].object == q { // "lost their lives and dozens were hurt"
				return p
			}
		}
		if s.phrases[q].prep >= 0 || s.words[s.phrases[q].first].timex >= 0 || s.phrases[q].pronoun {
			return p
		}
		p = q
	}
}

// rightmost returns the last of the phrases that p is joined with by "and".
func (s *sentence) rightmost(p int) int {
	i := s.phrases[p].last + 1
	if s.is(i, "and") && s.phraseOf(i+1) == p+1 && !s.words[i].cut && s.words[i+1].timex < 0 {
		return p + 1
	}
	return p
}

// plural reports whether a verb goes with phrases first to last in the plural.
func (s *sentence) plural(first, last int) bool {
	if k := s.phraseOf(s.phrases[last].first - 2); s.close && first != last && k >= 0 && k != first && s.phrases[k].prep >= 0 && s.is(s.phrases[k].prep, "with") {
		return s.plural(first, first) // "a helicopter with Bo Kim and two others"
	}
	if first != last {
		// "Free and Equal Elections Foundation" is one.
		name := &s.phrases[first]
		return !(s.close && first+1 == last && name.first == name.last && s.words[name.last].Tag.Name() && geography[s.words[name.last].Text] == "" &&
			s.phrases[last].last > s.phrases[last].first && organizationWords[s.words[s.phrases[last].last].Lower])
	}
	w := &s.words[s.phrases[last].head]
	switch w.Lower {
	case "people", "police", "others", "both", "many", "several", "percent", "%", "they", "we", "you", "officials", "authorities",
		"men", "women", "children", "gunmen", "policemen", "firemen", "fishermen", "servicemen", "businessmen", "congressmen":
		return true
	case "united states", "states", "news", "politics", "nations", "games":
		return false
	}
	if s.phrases[last].head == 0 && strings.HasSuffix(w.Lower, "s") && !strings.HasSuffix(w.Lower, "ss") && w.Tag != english.NNP {
		return true // the capital is that of the sentence
	}
	if w.Tag.Name() || startsUpper(w.Text) && s.phrases[last].head > 0 && w.Tag != english.CD {
		return w.Lower == "states" && s.phrases[last].first == s.phrases[last].head // else a name: "Sanders", "Wikinews"
	}
	return w.Tag == english.NNS || w.Tag == english.CD && w.Lower != "one"
}

// phraseText renders phrases first to last and what stands between them.
func (f *finder) phraseText(s *sentence, first, last int) string {
	return s.render(s.phrases[first].first, s.phrases[last].last, f.names)
}

// accordingLabel makes a label of "According to officials on Saturday, …".
func (f *finder) accordingLabel(h *head) string {
	s := h.s
	p := s.phraseOf(h.word + 2)
	if p < 0 {
		return ""
	}
	speaker := f.phraseText(s, p, p)
	g := s.firstFinite()
	if g < 0 {
		return ""
	}
	return speaker + ": " + f.clauseLabel(s, g, Happened)
}

// pronouns have no place in a label.
var pronouns = words(`he she it they we i you him her them us me his their its our my this that these those who which himself
	herself itself themselves someone everyone what there`)

// wellFormed reports whether a label can be shown: long enough, no pronoun, no word left hanging.
func wellFormed(l string) bool {
	words := strings.Fields(l)
	if len(words) < minWords || len(words) > maxWords+2 {
		return false
	}
	for _, w := range words {
		switch strings.ToLower(strings.Trim(w, ",.")) {
		case "he", "she", "they", "him", "her", "them", "his", "their", "i", "we", "you", "who", "which", "whoever":
			return false
		}
	}
	first := strings.ToLower(words[0])
	if first == "it" || first == "this" || first == "that" || first == "there" {
		return false
	}
	switch strings.ToLower(words[len(words)-1]) {
	case "whether", "if", "after", "before", "while", "during", "because", "due", "including", "such", "who", "which", "his", "her", "their", "when", "where", "until", "since", "only", "of", "in", "on", "at", "not", "is", "was", "were", "be", "to", "for", "by", "with", "from", "and", "or", "the", "a", "an", "as", "that", "than", "there", "its", "between", "into", "over":
		return false
	}
	return true
}

// polish trims a label and begins it with a capital.
func polish(l string) string {
	l = strings.Join(strings.Fields(l), " ")
	l = strings.Trim(l, " ,;:—–-.")
	r, n := utf8.DecodeRuneInString(l)
	if n > 0 && r >= 'a' && r <= 'z' {
		l = string(r-32) + l[n:]
	}
	return l
}

func wordsIn(s string) int {
	n := 0
	for range strings.FieldsSeq(s) {
		n++
	}
	return n
}
