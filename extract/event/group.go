package event

import (
	"strings"

	"dateline/extract/english"
)

// tense is what the first verb of a group says of time.
type tense uint8

const (
	noTense tense = iota // infinitives and participles
	past
	present
	future // will, shall, going to
	modal  // may, could, would, should
)

// group is a verb group: auxiliaries, adverbs between them, the main verb and
// its particle.
type group struct {
	first, last int // words, inclusive
	head        int // the main verb
	particle    int // "out" of "broke out", -1
	lemma       string
	tense       tense
	auxiliary   string // the modal, "" when there is none
	perfect     bool   // have + participle
	progressive bool   // be + -ing
	passive     bool   // be + participle, or a participle after its noun
	negated     bool
	infinitive  bool
	participle  bool // -ing or -ed without an auxiliary
	governor    int  // the group that an infinitive or a gerund hangs on, -1
	subject     int  // noun phrase, -1
	object      int  // noun phrase, -1
	relative    bool // its subject is a relative pronoun
}

// findGroups finds the verb groups of s.
func (s *sentence) findGroups() {
	for i := 0; i < len(s.words); {
		if t := s.words[i].Tag; !t.Verb() && t != english.MD && t != english.TO {
			i++
			continue
		}
		g, ok := s.groupAt(i)
		if !ok {
			i++
			continue
		}
		for j := g.first; j <= g.last; j++ {
			if s.words[j].phrase < 0 {
				s.words[j].group = len(s.groups)
			}
		}
		s.words[g.head].group = len(s.groups)
		s.groups = append(s.groups, g)
		i = g.last + 1
	}
	s.finishTenses()
	for i := range s.groups {
		s.govern(i)
	}
}

// finishTenses makes past tenses of participles that cannot be any: those that
// another verb or a conjunction stands right before ("the ships that it held up
// passed", "married but divorced"), and
// the only verb of a sentence where it has an object or needs none.
func (s *sentence) finishTenses() {
	finite := false
	for i := range s.groups {
		g := &s.groups[i]
		if g.participle && g.passive && g.first == g.head && g.first > 0 && (s.words[g.first-1].group >= 0 || finite && s.tag(g.first-1) == english.CC && !s.is(g.last+1, "by") && strings.HasSuffix(s.words[g.head].Lower, "d") && !s.groups[i-1].passive) {
			g.participle, g.passive, g.tense = false, false, past
		}
		if p := s.phraseOf(g.first - 1); s.close && finite && p >= 0 && g.first == g.last-boolInt(g.particle >= 0) && g.tense == past && s.is(s.phrases[p].prep, "with") && strings.HasSuffix(s.words[g.head].Lower, "ed") {
			g.participle, g.passive, g.tense = true, true, noTense // "with the launch pushed back"
		}
		if s.close && i > 0 && g.tense == past && g.first == g.last && s.tag(s.adverbsBefore(g.first)-1) == english.CC && s.groups[i-1].passive && !s.groups[i-1].participle &&
			strings.HasSuffix(s.words[g.head].Lower, "ed") && (s.tag(g.last+1) == english.IN || s.tag(g.last+1) == english.TO) && !intransitive[g.lemma] {
			g.passive = true // "were removed and replaced with others"
		}
		if s.close && (finite && s.reduced(i) || s.reducedAhead(i)) {
			g.participle, g.passive, g.tense = true, true, noTense // "the search for miners trapped underground"
		}
		if s.close && (s.calledSo(i, finite) || g.tense == past && g.first == g.last && (s.is(g.first-1, "last") || s.is(g.first-1, "first")) && (s.is(g.last+1, ":") || s.is(g.first-2, "-") || s.is(g.first-2, "–"))) {
			g.participle, g.passive, g.tense = true, true, noTense // "Lee, nicknamed the Rock, was", "last amended:"
		}
		if s.close && i > 0 && i+1 < len(s.groups) && g.participle && g.passive && g.first == g.head && s.tag(g.last+1) == english.CC && s.groups[i+1].first == g.last+2 && s.groups[i+1].tense == past {
			if v, p := &s.groups[i-1], s.phraseOf(g.first-1); p >= 0 && reporting[v.lemma] && !v.participle && !v.infinitive && s.phrases[p].first == v.last+1 {
				g.participle, g.passive, g.tense = false, false, past // "said a man approached and hit them"
			}
		}
		if s.close && i > 0 && g.participle && g.passive && g.first == g.head && s.groups[i-1].last+1 < g.first && !s.groups[i-1].participle {
			switch s.words[s.groups[i-1].last+1].Lower {
			case "he", "she", "they", "we":
				g.participle, g.passive, g.tense = false, false, past // "said he and his wife tested positive"
			}
		}
		if s.close && g.participle && g.passive && g.first == g.head && unaccusative[g.lemma] && s.phraseOf(g.first-1) >= 0 {
			g.participle, g.passive, g.tense = false, false, past // "the tower collapsed", whatever its tag
		}
		finite = finite || !g.infinitive && !g.participle
	}
	if finite {
		return
	}
	for i := range s.groups {
		g := &s.groups[i]
		if !g.participle || !g.passive || s.phraseOf(g.first-1) < 0 || s.is(g.last+1, "by") || !strings.HasSuffix(s.words[g.head].Lower, "d") {
			continue
		}
		if p := s.phraseOf(g.last + 1); p >= 0 && s.phrases[p].prep < 0 || intransitive[g.lemma] {
			g.participle, g.passive, g.tense = false, false, past
			return
		}
	}
}

// naming are verbs that tell what somebody is called.
var naming = words(`nickname dub call name title entitle style`)

// calledSo reports whether the past tense of group i is a participle that tells
// what the noun before it is called: "Lee, reportedly nicknamed the Rock, was", "a
// club called Orlo Gold opened"; finite says that a finite verb stands before it.
func (s *sentence) calledSo(i int, finite bool) bool {
	g := &s.groups[i]
	j := s.adverbsBefore(g.first) - 1
	if g.tense != past || g.first != g.last || !naming[g.lemma] || s.tag(g.last+1) == english.IN || s.tag(g.last+1) == english.PRP {
		return false
	}
	if p := s.phraseOf(j - 1); s.is(j, ",") && p >= 0 && !finite {
		for _, v := range s.groups[i+1:] {
			if !v.infinitive && !v.participle && s.tag(s.adverbsBefore(v.first)-1) != english.CC {
				return true
			}
		}
		return false
	}
	p := s.phraseOf(g.first - 1)
	if p < 0 || !finite || i == 0 || s.phrases[p].pronoun || !isQuote(s.lower(g.last+1)) && !startsUpper(s.words[min(g.last+1, len(s.words)-1)].Text) {
		return false
	}
	v := &s.groups[i-1]
	if v.participle || v.infinitive || reporting[v.lemma] || clausal[v.lemma] {
		return false
	}
	for j := v.last + 1; j < g.first; j++ {
		if w := &s.words[j]; w.Tag == english.CC || w.Text == "," || s.relativeAt(j) || subordinators.has(w.Lower) && w.phrase < 0 {
			return false
		}
	}
	return true
}

// groupAt reads the verb group that begins at i.
func (s *sentence) groupAt(i int) (g group, ok bool) {
	w := &s.words[i]
	if w.phrase >= 0 || w.timex >= 0 || w.Lower == "according" && s.is(i+1, "to") {
		return g, false
	}
	g = group{first: i, head: -1, particle: -1, governor: -1, subject: -1, object: -1}
	if p := s.tag(i - 2); s.close && s.is(i-1, "not") && w.Tag != english.TO && (w.Tag == english.VB || w.Tag == english.VBP) && p.Noun() {
		g.negated = true // "asked visitors not enter"
	}
	j := i
	if w.Tag == english.TO {
		k := s.skipAdverbs(i + 1)
		if t := s.tag(k); t != english.VB && !(t == english.VBP && s.words[k].phrase < 0) {
			return g, false
		}
		g.infinitive = true
		g.negated = s.is(i-1, "not")
		j = i + 1
	} else if !w.Tag.Verb() && w.Tag != english.MD {
		return g, false
	}
	var be, have, do bool // the last auxiliary read
	for j < len(s.words) {
		w := &s.words[j]
		if w.timex >= 0 || w.phrase >= 0 {
			// "Are the talks going on": questions are not read.
			break
		}
		switch {
		case w.Tag == english.MD:
			if g.head >= 0 || g.auxiliary != "" {
				return s.finish(g)
			}
			g.auxiliary = w.Lower
			g.tense = modal
			if isFuture(w.Lower) {
				g.tense = future
			}
		case w.Lower == "not" || w.Lower == "n't" || w.Lower == "n’t" || w.Lower == "never":
			g.negated = true
		case s.close && w.Text == "," && j > i && s.verbAfterAside(j) > j && (be || have || do || g.auxiliary != ""):
			j = s.verbAfterAside(j) // "had not, as of Monday, announced"
			continue
		case s.close && j > i && isQuote(w.Text) && (s.tag(j+1).Verb() || s.tag(j+1) == english.RB) && (be || have || do || g.auxiliary != ""):
			j++ // "had “accidentally” shot down"
			continue
		case w.Lower == "since" && have && s.tag(j+1).Verb(): // "has since backed"
		case w.Tag == english.RB || w.Tag == english.RBR:
			if g.head >= 0 && !be && !have && !do && g.auxiliary == "" {
				return s.finish(g)
			}
		case w.Tag.Verb():
			if g.head >= 0 && !be && !have && !do {
				return s.finish(g)
			}
			lemma := english.Lemma(w.Lower)
			if g.head < 0 && g.tense == noTense && !g.infinitive {
				switch w.Tag {
				case english.VBD:
					g.tense = past
				case english.VBP, english.VBZ, english.VB:
					g.tense = present
				}
			}
			switch {
			case be && w.Tag == english.VBG:
				g.progressive = true
			case be && (w.Tag == english.VBN || w.Tag == english.VBD):
				g.passive = true
			case have && (w.Tag == english.VBN || w.Tag == english.VBD):
				g.perfect = true
			case g.head >= 0 && (be || have) && (w.Tag == english.VBZ || w.Tag == english.VBP):
				return s.finish(g)
			}
			g.head, g.lemma = j, lemma
			be, have, do = lemma == "be", lemma == "have", lemma == "do"
		default:
			return s.finish(g)
		}
		g.last = j
		j++
	}
	return s.finish(g)
}

// verbAfterAside returns the verb that goes on after what stands between the
// comma at j and the next one, if that has no verb; j where there is none.
func (s *sentence) verbAfterAside(j int) int {
	for k := j + 1; k < len(s.words) && k < j+9; k++ {
		if s.words[k].Text == "," {
			v := k + 1
			for v < len(s.words) && s.words[v].Tag == english.RB {
				v++
			}
			if t := s.tag(v); k > j+1 && (t == english.VBN || t == english.VBD || t == english.VBG || t == english.VB) {
				return k + 1
			}
			return j
		}
		if s.words[k].Tag.Verb() || s.words[k].Tag == english.MD || s.words[k].Text == "." {
			return j
		}
	}
	return j
}

// unaccusative verbs have no passive.
var unaccusative = words(`die collapse resign arrive depart erupt disappear emerge vanish occur happen`)

// finish completes a group that has been read to its end.
func (s *sentence) finish(g group) (group, bool) {
	if g.head < 0 {
		return g, false
	}
	for g.last > g.head && s.words[g.last].Tag == english.RB && !s.is(g.last, "not") && !s.is(g.last, "n't") && !s.is(g.last, "n’t") {
		g.last--
	}
	if t := s.words[g.head].Tag; g.first == g.head && (t == english.VBG || t == english.VBN) {
		g.participle = true
		g.passive = t == english.VBN
	}
	if t := s.words[g.first].Tag; g.first < g.head && !g.infinitive && g.auxiliary == "" && t == english.VBG {
		g.participle = true // "being detained", "having said"
	}
	if s.tag(g.last+1) == english.RP || particles[s.lower(g.last+1)] && s.tag(g.last+1) != english.IN {
		g.particle = g.last + 1
		g.last++
	}
	return g, true
}

// reduced reports whether the past tense of group i is the participle of a
// reduced relative clause: it stands right after a noun phrase that belongs to
// the finite verb before it, has no object, and no clause of its own.
func (s *sentence) reduced(i int) bool {
	g := &s.groups[i]
	p := s.phraseOf(g.first - 1)
	if i == 0 || g.tense != past || g.first != g.last || s.tag(g.last+1) == english.DT || !strings.HasSuffix(s.words[g.head].Lower, "ed") || intransitive[g.lemma] || p < 0 || s.phrases[p].pronoun {
		return false
	}
	if next := s.phraseOf(s.skipAdverbs(g.last + 1)); next >= 0 && s.phrases[next].prep < 0 && s.words[s.phrases[next].first].timex < 0 {
		return false
	}
	before := &s.groups[i-1]
	for k := range i {
		if v := &s.groups[k]; reporting[v.lemma] || clausal[v.lemma] || before.participle {
			return false
		}
	}
	for j := before.last + 1; j < g.first; j++ {
		w := &s.words[j]
		if s.phrases[p].prep < 0 && (w.Tag == english.CC || w.timex >= 0) {
			return false
		}
		if w.Text == "," || w.Text == "(" || w.Text == "—" || w.Text == ";" || w.Text == ":" || subordinators.has(w.Lower) && w.phrase < 0 || s.relativeAt(j) {
			return false
		}
	}
	// "The man who shot Bo Kim escaped": the relative clause has its verb.
	for j := before.first - 1; j >= 0 && s.words[j].group < 0; j-- {
		if s.relativeAt(j) || s.is(j, "that") || subordinators.has(s.lower(j)) && s.words[j].phrase < 0 {
			return false
		}
	}
	return true
}

// reducedAhead reports whether the past tense of group i is the participle of
// a reduced relative clause after the subject of the next finite verb: "a
// reception planned for Wednesday was cancelled".
func (s *sentence) reducedAhead(i int) bool {
	g := &s.groups[i]
	if i+1 >= len(s.groups) || g.tense != past || g.first != g.last || !strings.HasSuffix(s.words[g.head].Lower, "ed") || reporting[g.lemma] || s.phraseOf(g.first-1) < 0 || s.phrases[s.phraseOf(g.first-1)].pronoun {
		return false
	}
	next := &s.groups[i+1]
	if next.infinitive || next.participle || s.words[next.first].Tag == english.VBG || next.first == g.last+1 && (next.tense != past || i > 0) || intransitive[g.lemma] {
		return false
	}
	for j := g.first - 1; j >= 0 && s.words[j].group < 0; j-- {
		if s.relativeAt(j) || s.is(j, "that") || subordinators.has(s.lower(j)) && s.words[j].phrase < 0 {
			return false
		}
	}
	for j := g.last + 1; j < next.first; j++ {
		w := &s.words[j]
		if w.Tag == english.CC || w.Tag == english.None || s.relativeAt(j) || subordinators.has(w.Lower) && w.phrase < 0 ||
			w.phrase >= 0 && s.phrases[w.phrase].prep < 0 && w.timex < 0 {
			return false
		}
	}
	return true
}

func boolInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

var particles = words(`out up off down away back over apart aside`)

func isFuture(w string) bool {
	return w == "will" || w == "shall" || w == "'ll" || w == "’ll" || w == "wo"
}

func (s *sentence) skipAdverbs(i int) int {
	for i < len(s.words) && s.words[i].Tag == english.RB {
		i++
	}
	return i
}

// govern finds what an infinitive or a gerund hangs on: the last group before
// it, with at most one noun phrase between ("expected to hold", "asked the
// court to rule").
func (s *sentence) govern(i int) {
	g := &s.groups[i]
	if !g.infinitive && !(g.participle && !g.passive) || i == 0 {
		return
	}
	before := &s.groups[i-1]
	phrases := 0
	for j := before.last + 1; j < g.first; j++ {
		w := &s.words[j]
		if w.Text == ";" || w.Text == ":" || !g.infinitive && w.Text == "," {
			return
		}
		if w.phrase >= 0 && w.phrase != s.words[j-1].phrase {
			phrases++
		}
	}
	if g.infinitive && phrases <= 2 || phrases == 0 && g.first-before.last <= 3 {
		g.governor = i - 1
	}
}
