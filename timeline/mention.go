package timeline

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"dateline/extract/english"
	"dateline/extract/event"
	"dateline/extract/timex"
)

// word is a word of the collection, by number: comparing mentions compares
// sorted lists of these.
type word uint32

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
	aspect   bool     // the head only says that something begins or takes place
	names    [][]word // of the participants, or of the label where there are none
	place    []word
	words    []word // of the label, names included, lemmatized
	quote    []word // of the sentence, lemmatized
	heard    []word // capitalized words of label, sentence, participants and place
	told     []word // those of label, participants and place alone
	label    []word // those of the label alone
	numbers  []word // of the label, ordinals included
	head     timex.Span
	sentence timex.Span
}

// reader turns events into mentions. It numbers words as it meets them.
type reader struct {
	number map[string]word
	lemmas map[string]string // english.Lemma, remembered
}

func newReader() *reader {
	return &reader{number: map[string]word{}, lemmas: map[string]string{}}
}

func (r *reader) word(s string) word {
	n, ok := r.number[s]
	if !ok {
		n = word(len(r.number))
		r.number[s] = n
	}
	return n
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
	m.lemma = r.word(lemma)
	for _, f := range familiesOf(lemma) {
		m.families = append(m.families, r.word(f))
	}
	if e.Status == event.Statement {
		m.families = append(m.families, r.word("say")) // who said or warned or posted it, said it
	}
	for _, p := range e.Participants {
		m.addName(r.name(p, e.Quote))
	}
	m.place = r.name(e.Place, e.Quote)
	r.label(&m, e)
	for w, upper := range wordsOf(e.Quote) {
		if upper {
			m.heard = append(m.heard, r.word(fold(w)))
		}
		w = fold(w)
		m.again = m.again || recurring[w]
		if !stopWord(w) {
			m.quote = append(m.quote, r.word(r.lemma(w)))
		}
	}
	for _, n := range m.names {
		m.told = append(m.told, n...)
	}
	m.told = append(append(m.told, m.label...), m.place...)
	m.heard = append(m.heard, m.told...)
	for _, set := range []*[]word{&m.families, &m.labelled, &m.place, &m.words, &m.quote, &m.heard, &m.told, &m.label, &m.numbers} {
		slices.Sort(*set)
		*set = slices.Compact(*set)
	}
	m.pack()
	return m
}

// pack moves the lists of m into one block of memory. There are as many
// mentions as there are news, and each has ten lists.
func (m *mention) pack() {
	lists := []*[]word{&m.families, &m.labelled, &m.place, &m.words, &m.quote, &m.heard, &m.told, &m.label, &m.numbers}
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

// label reads the words, numbers and families of the label of e, and its
// names where e has no participants. Its first word is capitalized whatever
// it is: it is a name only where the rest of the event knows it for one.
func (r *reader) label(m *mention, e *event.Event) {
	known := strings.Join(e.Participants, " ") + " " + e.Place
	named := len(m.names) > 0
	var run []word
	first := true
	for w, upper := range wordsOf(e.Label) {
		low := fold(w)
		if first {
			upper = upper && (allUpper(w) || strings.Contains(known, w) || inside(e.Quote, w))
		}
		first = false
		switch {
		case upper && !title(low) && !stopWord(low):
			m.label = append(m.label, r.word(low))
			run = append(run, r.word(low))
		case len(run) > 0:
			m.addLabelName(run, named)
			run = nil
		}
		if stopWord(low) {
			continue
		}
		if kinSet[low] {
			m.kin = true
		}
		lemma := r.lemma(low)
		m.words = append(m.words, r.word(lemma))
		if isNumber(low) {
			m.numbers = append(m.numbers, r.word(low))
		}
		for _, f := range familiesOf(lemma) {
			m.labelled = append(m.labelled, r.word(f))
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
	n = slices.DeleteFunc(n, func(w word) bool { return slices.Contains(m.place, w) })
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
		if sameName(have, n) {
			if len(n) > len(have) {
				m.names[i] = n
			}
			return
		}
	}
	m.names = append(m.names, n)
}

// name returns nameWords of s as words.
func (r *reader) name(s, quote string) []word {
	words := nameWords(s, quote)
	n := make([]word, len(words))
	for i, w := range words {
		n[i] = r.word(w)
	}
	return n
}

// nameWords returns the words of a name that tell it from others, folded: the
// capitalized ones and numbers, without titles. There are none in "three
// people", nor in "Protesters outside", whose only capital is that of a first
// word which the sentence writes small, nor in "Okoro's mother".
func nameWords(s, quote string) []string {
	if relation(s) {
		return nil
	}
	var n []string
	small := false
	lead := ""
	for w, upper := range wordsOf(s) {
		if lead == "" {
			lead = w
		}
		small = small || !upper
		if low := fold(w); upper && !title(low) && !stopWord(low) && !numeral(low) {
			n = append(n, low)
		}
	}
	if len(n) == 1 && small && n[0] == fold(lead) && strings.Contains(quote, strings.ToLower(lead)) {
		return nil
	}
	return n
}

// relation reports whether s names somebody by another: "Okoro's mother".
func relation(s string) bool {
	for _, possessive := range []string{"'s ", "’s ", "s' ", "s’ "} {
		if i := strings.Index(s, possessive); i >= 0 {
			r, _ := utf8.DecodeRuneInString(s[i+len(possessive):])
			return unicode.IsLower(r)
		}
	}
	return false
}

// sameName reports whether two names can be of one bearer: the words of one
// are among those of the other ("Putin", "Vladimir Putin").
func sameName[W comparable](a, b []W) bool {
	if len(a) > len(b) {
		a, b = b, a
	}
	for _, w := range a {
		if !slices.Contains(b, w) {
			return false
		}
	}
	return len(a) > 0
}

// wordsOf yields the words of s, and whether each begins with a capital or a
// digit. Points stay in abbreviations and numbers; a possessive 's goes.
func wordsOf(s string) func(yield func(string, bool) bool) {
	return func(yield func(string, bool) bool) {
		for i := 0; i < len(s); {
			r, n := utf8.DecodeRuneInString(s[i:])
			if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
				i += n
				continue
			}
			start := i
			for i < len(s) {
				c, n := utf8.DecodeRuneInString(s[i:])
				if !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.Is(unicode.Mn, c) && !joins(r, c, s[i+n:]) {
					break
				}
				i += n
			}
			w := s[start:i]
			for _, possessive := range []string{"'s", "’s"} {
				w = strings.TrimSuffix(w, possessive)
			}
			if !yield(w, unicode.IsUpper(r) || unicode.IsDigit(r)) {
				return
			}
		}
	}
}

// joins reports whether c, which stands in a word that begins with first and
// is followed by rest, holds the parts of one word together. A dash does not,
// nor a hyphen before a capital: "Biden–Putin" and "Biden-Putin" are two names.
func joins(first, c rune, rest string) bool {
	next, _ := utf8.DecodeRuneInString(rest)
	switch c {
	case '.', '\'', '’':
		return unicode.IsLetter(next) || unicode.IsDigit(next)
	case '-':
		return unicode.IsLower(next) || unicode.IsDigit(next)
	case ',':
		return unicode.IsDigit(first) && unicode.IsDigit(next)
	}
	return false
}

// fold returns w in lower case and without accents and points, so that
// "Erdoğan" is found as "Erdogan" and "U.S." as "US".
func fold(w string) string {
	for i := 0; i < len(w); i++ {
		if c := w[i]; c >= utf8.RuneSelf || c == '.' {
			return foldRunes(w)
		}
	}
	return strings.ToLower(w)
}

func foldRunes(w string) string {
	var b strings.Builder
	number := strings.ContainsAny(w, "0123456789")
	for _, r := range norm.NFD.String(strings.ToLower(w)) {
		switch {
		case unicode.Is(unicode.Mn, r), r == '.' && !number:
		case r == 'ı':
			b.WriteByte('i')
		case r == 'ł':
			b.WriteByte('l')
		case r == 'ø':
			b.WriteByte('o')
		case r == 'đ':
			b.WriteByte('d')
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

func allUpper(w string) bool {
	return len(w) > 1 && strings.ToUpper(w) == w && strings.ContainsAny(w, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
}
