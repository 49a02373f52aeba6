package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/english"
	"dateline/extract/event"
	"dateline/extract/timex"
)

// keyEvents returns at most n of events, given by index, that a reader should
// see first, in the order of the timeline: those that several articles tell
// of, whose date is stated and known to the day, that name somebody, and that
// the headlines speak of. What was only said, asked or feared is not among
// them, nor an event whose label would not stand alone. No two of them are the
// news of one article, as long as there are others.
func (b *builder) keyEvents(events []int, n int) []int {
	type candidate struct{ event, worth int }
	var all []candidate
	for _, i := range events {
		if w, ok := b.standing(i); ok {
			all = append(all, candidate{i, w})
		}
	}
	byWorth := func(x, y candidate) int { return cmp.Or(y.worth-x.worth, x.event-y.event) }
	slices.SortFunc(all, byWorth)
	// Labels are read only of those that have a chance.
	all = all[:min(len(all), 40*n)]
	for k := range all {
		all[k].worth += b.told(all[k].event)
	}
	slices.SortFunc(all, byWorth)
	var chosen []int
	for len(chosen) < n {
		best, most := -1, enough
		for k, c := range all {
			if w := c.worth - b.alike(c.event, chosen); w >= most && (best < 0 || w > most) {
				best, most = k, w
			}
		}
		if best < 0 {
			break
		}
		chosen = append(chosen, all[best].event)
		all = slices.Delete(all, best, best+1)
	}
	return b.inOrder(chosen)
}

// enough is the least worth of a key event: with less, none is better.
const enough = 12

// standing weighs what an event is, without its words; ok is false for what is
// no key event.
func (b *builder) standing(i int) (worth int, ok bool) {
	e := &b.t.Events[i]
	switch e.Status {
	case event.Happened:
		worth = 3
	case event.Ongoing:
		worth = 1
	case event.Planned:
		worth = -2
	default:
		return 0, false
	}
	switch c := confidence(*e, b.t); {
	case e.Review.Decided():
		worth += 4
	case c == timex.Explicit:
		worth += 3
	case c == timex.Inferred:
		worth += 2
	default:
		return 0, false
	}
	switch precision(e.Date) {
	case toDay, toHour:
		worth += 3
	case isRange:
		worth++
	}
	if doubt(e.Date) != "" {
		worth -= 3
	}
	if e.Place != "" {
		worth++
	}
	if len(e.Evidence) > 1 {
		worth += 4 * min(b.sources(*e)-1, 4)
	}
	return worth + 2*min(len(e.Participants), 2), true
}

// told weighs the label of an event, and whether headlines speak of it.
func (b *builder) told(i int) int {
	e := &b.t.Events[i]
	worth := labelWorth(e.Label, e.Participants)
	r, m := b.t.Of(e.Evidence[0])
	head := r.Article.Text[m.Head.Start:m.Head.End]
	if saysVerb(e.Label, head) {
		worth += 2
	}
	shared := 0
	label := contentWords(e.Label)
	for _, ev := range e.Evidence[:min(len(e.Evidence), 8)] {
		n := 0
		for _, w := range contentWords(b.t.Articles[ev.Article].Article.Title) {
			if slices.Contains(label, w) {
				n++
			}
		}
		shared = max(shared, n)
	}
	return worth + 2*min(shared, 4)
}

// labelWorth weighs a label by itself: it must stand alone, with a name and of
// a good length.
func labelWorth(label string, participants []string) int {
	words := strings.Fields(label)
	worth := 0
	switch n := len(words); {
	case n < 3:
		worth -= 4
	case n > 14:
		return -20
	case n > 9:
		worth -= 2 * (n - 9)
	}
	named, small := false, 0
	for k, w := range words {
		first, _ := utf8.DecodeRuneInString(w)
		switch {
		case unicode.IsUpper(first) && k > 0:
			named = true
		case unicode.IsLower(first):
			small++
		}
		if strings.ContainsAny(w, `,;:"“”?!`) {
			worth -= 2
		}
		if k > 0 && saysSentence[w] {
			worth -= 4
		}
	}
	for _, p := range participants {
		named = named || strings.HasPrefix(label, p+" ")
	}
	if named {
		worth += 3
	} else {
		worth -= 6
	}
	if small == 0 {
		worth -= 4 // a name of something, and nothing that happens
	}
	if len(words) > 0 {
		first := strings.ToLower(words[0])
		if cannotBegin[first] || first[0] >= '0' && first[0] <= '9' {
			worth -= 6
		}
		if cannotEnd[strings.ToLower(words[len(words)-1])] {
			worth -= 6
		}
	}
	return worth
}

// Words that show that a label is a piece of a sentence, or half of one.
var (
	saysSentence = set("was were had has have is are be been it he she they his her its their him them this that these which who didn't can't couldn't not also however own reportedly same another")
	cannotBegin  = set("in at on to of by for with from as and but or it he she they we i this that these those the a an same other others both its his her their following party president one some many most several two three four five such there when while after before each every all any no being having")
	cannotEnd    = set("of to in on at by for with from as and or that the a an his her its their due including between into")
)

func set(words string) map[string]bool {
	s := map[string]bool{}
	for _, w := range strings.Fields(words) {
		s[w] = true
	}
	return s
}

// saysVerb reports whether the head of an event is a verb in its label:
// "opened" is "opens" or "opened" there, but "election" is a noun.
func saysVerb(label, head string) bool {
	head, _, _ = strings.Cut(strings.ToLower(head), " ")
	base := english.Lemma(head)
	if base == head && !slices.Contains(strings.Fields(label), english.ThirdPerson(base)) {
		return false
	}
	for _, w := range strings.Fields(label) {
		if w == english.ThirdPerson(base) || w == english.Participle(base) || w == head && base != head {
			return true
		}
	}
	return false
}

// contentWords returns the words of s that say what it is about, in one form.
func contentWords(s string) []string {
	var words []string
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		if len(w) > 3 && !saysSentence[w] {
			words = append(words, english.Lemma(w))
		}
	}
	return words
}

// alike weighs how much an event repeats what is chosen: the news of the same
// article, the same people, the same words.
func (b *builder) alike(i int, chosen []int) int {
	e := &b.t.Events[i]
	worth := 0
	for _, c := range chosen {
		o := &b.t.Events[c]
		if e.Evidence[0].Article == o.Evidence[0].Article {
			worth += 8
		}
		for _, p := range e.Participants {
			if slices.Contains(o.Participants, p) {
				worth += 3
			}
		}
		words := contentWords(o.Label)
		for _, w := range contentWords(e.Label) {
			if slices.Contains(words, w) {
				worth += 2
			}
		}
	}
	return worth
}
