package timeline

import (
	"slices"
	"strings"
	"sync"

	"dateline/extract/english"
	"dateline/extract/event"
	"dateline/extract/timex"
)

// word is a term of the collection, by number: comparing mentions compares
// sorted lists of these.
type word uint32

// countryBit marks the words that are countries.
const countryBit word = 1 << 31

func (w word) country() bool { return w&countryBit != 0 }

// mention is what clustering looks at in one mention of an event. All lists
// are sorted and without repeats, but for the names in their order.
type mention struct {
	at       Evidence
	status   event.Status
	span     span
	lemma    word     // of the head
	families []word   // of the head
	labelled []word   // families of the words of the label
	again    bool     // the sentence says that such events recur
	kin      bool     // the label speaks of a relative of somebody
	unnamed  bool     // it has no participants: its names are those of the label
	bare     bool     // its label is the noun that carries it, and names no participants
	definite bool     // it points back to an event named before: "the attack"
	aspect   bool     // the head only says that something begins or takes place
	names    [][]word // of the participants, or of the label where there are none
	place    []word   // where it takes place, without the country
	region   []word   // the country of that place
	words    []word   // of the label, names included, lemmatized
	quote    []word   // of the sentence, lemmatized
	heard    []word   // capitalized words of label, sentence, participants and place
	told     []word   // those of label, participants and place alone
	label    []word   // those of the label alone
	act      []word   // the other words of the label, event words by their family
	cast     []word   // capitalized words heard in all mentions of the article
	numbers  []word   // of the label, ordinals included
	head     timex.Span
	sentence timex.Span
}

// reader turns events into mentions. Several readers at work number words
// alike; which number a word has depends on who meets it first, and nothing
// may hang on that.
type reader struct {
	numbers *numbers
	number  map[string]word   // those of numbers that this reader has asked for
	lemmas  map[string]string // english.Lemma, remembered
}

// numbers are the numbers of words.
type numbers struct {
	mu sync.Mutex
	of map[string]word
}

// newReader returns a reader that numbers words as others with n do.
func newReader(n *numbers) *reader {
	return &reader{numbers: n, number: map[string]word{}, lemmas: map[string]string{}}
}

func (r *reader) word(s string) word {
	n, ok := r.number[s]
	if !ok {
		n = r.numbers.word(s)
		r.number[s] = n
	}
	return n
}

func (n *numbers) word(s string) word {
	n.mu.Lock()
	defer n.mu.Unlock()
	w, ok := n.of[s]
	if !ok {
		if w = word(len(n.of)); s != "" && isCountry(s) {
			w |= countryBit
		}
		n.of[s] = w
	}
	return w
}

func (r *reader) lemma(s string) string {
	l, ok := r.lemmas[s]
	if !ok {
		l = english.Lemma(s)
		r.lemmas[s] = l
	}
	return l
}

// read makes the mention of e, whose head is the given text.
func (r *reader) read(at Evidence, e *event.Event, head string) mention {
	m := mention{at: at, status: e.Status, span: spanOf(e.Date), head: e.Head, sentence: e.Sentence}
	lemma := headLemma(head)
	m.aspect = aspectual[lemma]
	if m.aspect && m.span.openTo {
		m.span.openTo = false // what goes on from that day began on it
	}
	m.definite = pointsBack(e, head, m.aspect)
	m.lemma = r.word(lemma)
	for _, f := range familiesOf(lemma) {
		m.families = append(m.families, r.word(f))
	}
	if e.Status == event.Statement {
		m.families = append(m.families, r.word("say")) // who said or warned or posted it, said it
	}
	for _, p := range e.Participants {
		var n []word
		for _, t := range nameTerms(p, e.Quote) {
			n = append(n, r.word(t.text))
		}
		m.addName(n)
	}
	m.unnamed = len(m.names) == 0
	noun, _, _ := strings.Cut(strings.ToLower(e.Label), " ")
	m.bare = m.unnamed && len(familyOf[r.lemma(noun)]) > 0 && (m.aspect || noun == strings.ToLower(head))
	r.where(&m, e.Place)
	r.label(&m, e)
	if slices.Contains(m.families, r.word("election")) {
		m.names = slices.DeleteFunc(m.names, func(n []word) bool { return !slices.ContainsFunc(n, r.party) })
	}
	for _, t := range termsOf(e.Quote) {
		w := r.word(t.text)
		if t.upper {
			m.heard = append(m.heard, w)
		}
		m.again = m.again || recurring[t.text]
		switch {
		case t.country:
			m.quote = append(m.quote, w)
		case !stopWord(t.text):
			m.quote = append(m.quote, r.word(r.lemma(t.text)))
		}
	}
	for _, n := range m.names {
		m.told = append(m.told, n...)
	}
	m.told = append(append(append(m.told, m.label...), m.place...), m.region...)
	m.heard = append(m.heard, m.told...)
	for _, set := range []*[]word{&m.families, &m.labelled, &m.place, &m.region, &m.words, &m.quote, &m.heard, &m.told, &m.label, &m.act, &m.numbers} {
		slices.Sort(*set)
		*set = slices.Compact(*set)
	}
	m.pack()
	return m
}

// pointsBack reports whether a mention speaks of its event as of one that is
// known: by "the" before its head, or before the noun that begins the sentence
// where the head only says that this began or took place.
func pointsBack(e *event.Event, head string, aspect bool) bool {
	if at := e.Head.Start - e.Sentence.Start; at > 3 && at <= len(e.Quote) && strings.HasPrefix(e.Quote[at:], head) {
		before := e.Quote[:at]
		if strings.HasSuffix(before, " the ") || strings.HasSuffix(before, "The ") {
			return true
		}
	}
	rest, ok := strings.CutPrefix(e.Quote, "The ")
	noun, _, _ := strings.Cut(rest, " ")
	return ok && aspect && len(familyOf[english.Lemma(noun)]) > 0
}

// party reports whether w is a word of the name of a party. An election is
// the same whoever is said to stand in it, but one party's primary is not the
// other's.
func (r *reader) party(w word) bool {
	return slices.ContainsFunc(partyWords, func(p string) bool { return r.word(p) == w })
}

// pack moves the lists of m into one block of memory. There are as many
// mentions as there are news, and each has ten lists.
func (m *mention) pack() {
	lists := []*[]word{&m.families, &m.labelled, &m.place, &m.region, &m.words, &m.quote, &m.heard, &m.told, &m.label, &m.act, &m.numbers}
	for i := range m.names {
		lists = append(lists, &m.names[i])
	}
	n := 0
	for _, l := range lists {
		n += len(*l)
	}
	block := make([]word, 0, n)
	for _, l := range lists {
		start := len(block)
		block = append(block, *l...)
		*l = block[start:len(block):len(block)]
	}
	m.names = slices.Clip(m.names)
}

// families returns the families that a list names, sorted.
func (r *reader) families(names string) []word {
	var list []word
	for _, f := range strings.Fields(names) {
		list = append(list, r.word(f))
	}
	slices.Sort(list)
	return list
}

// where reads the place of an event.
func (r *reader) where(m *mention, place string) {
	for _, t := range nameTerms(place, "") {
		if t.country {
			m.region = append(m.region, r.word(t.text))
			continue
		}
		m.place = append(m.place, r.word(t.text))
		if c := event.SeatOf(t.written); c != "" {
			m.region = append(m.region, r.word(c))
		}
	}
}

// label reads the words, numbers and families of the label of e, and its
// names where e has no participants. Its first word is capitalized whatever
// it is: it is a name only where the rest of the event knows it for one.
func (r *reader) label(m *mention, e *event.Event) {
	known := strings.Join(e.Participants, " ") + " " + e.Place
	terms := termsOf(e.Label)
	// A long label that begins as the sentence does is the sentence, for want
	// of a better: its names can be anybody's. So can those of "talks amid
	// tensions with Norvania", but not those of a place.
	named := len(m.names) > 0 || m.bare && !strings.Contains(e.Label, " in ") || len(terms) > 8 && strings.HasPrefix(e.Quote, e.Label)
	var run []word
	for i, t := range terms {
		if i == 0 && t.upper && !t.country {
			t.upper = allUpper(t.written) || strings.Contains(known, t.written) || inside(e.Quote, t.written)
		}
		name := t.upper && (len(run) > 0 || !isNumber(t.text)) && (t.country || !title(t.text) && !stopWord(t.text))
		if name {
			m.label = append(m.label, r.word(t.text))
			run = append(run, r.word(t.text))
		} else if len(run) > 0 {
			m.addLabelName(run, named)
			run = nil
		}
		m.kin = m.kin || kinSet[t.text]
		if isNumber(t.text) || countSet[t.text] {
			m.numbers = append(m.numbers, r.word(t.text))
		}
		if stopWord(t.text) {
			continue
		}
		if t.country {
			m.words = append(m.words, r.word(t.text))
			continue
		}
		lemma := r.lemma(t.text)
		m.words = append(m.words, r.word(lemma))
		families := familiesOf(lemma)
		for _, f := range families {
			m.labelled = append(m.labelled, r.word(f))
		}
		if !name {
			m.act = append(m.act, r.word(families[0]))
		}
	}
	m.addLabelName(run, named)
}

// addLabelName adds a name that the label gives, unless the participants are
// named or it is where the event takes place.
func (m *mention) addLabelName(n []word, named bool) {
	if named {
		return
	}
	n = slices.DeleteFunc(n, func(w word) bool { return slices.Contains(m.place, w) || slices.Contains(m.region, w) })
	m.addName(n)
}

// inside reports whether s has w, capitalized, after its first word.
func inside(s, w string) bool {
	i := strings.LastIndex(s, w)
	return i > 0 && strings.TrimSpace(s[:i]) != ""
}

// addName adds a name unless a longer one has it already.
func (m *mention) addName(n []word) {
	if len(n) == 0 {
		return
	}
	for i, have := range m.names {
		if sameName(have, n, word.country) {
			if len(n) > len(have) {
				m.names[i] = n
			}
			return
		}
	}
	m.names = append(m.names, n)
}
