package timeline

import (
	"math"
	"slices"

	"dateline/extract/event"
)

// likeness is what two mentions have in common, 0 to 1 each.
type likeness struct {
	stop    bool    // they cannot be one event, whatever else they share
	head    float64 // how near the words that carry them are
	names   float64 // how far the names of one are those of the other
	place   float64
	words   float64 // of the labels, or of the sentences where these say more
	score   float64
	distant bool // told by two articles, and too little shared to be known for one
	refers  bool // one is "the attack" that the other has told of
}

// The weights of a likeness. They, and the thresholds in cluster.go and
// refine.go, were set by hand, with an eye on the mistakes in the first half
// of the merging gold alone (gold_test.go); between 0.56 and 0.68 the first
// threshold makes no difference of a point.
const (
	headWeight  = 0.35
	namesWeight = 0.25
	placeWeight = 0.10
	wordsWeight = 0.30
)

// sameContent is how much the words of two statements of one speaker must
// agree for these to be one statement.
const sameContent = 0.4

// fewWords is the likeness of summaries that tells nothing where neither names
// nor places can be compared.
const fewWords = 0.25

// compare tells how alike two mentions are, dates apart.
func compare(a, b *mention) likeness {
	l := likeness{head: headLikeness(a, b)}
	beside := a.at.Article == b.at.Article && a.sentence == b.sentence
	if l.head == 0 || statusStop(a.status, b.status) || numberStop(a, b) || a.kin != b.kin || beside && a.head == b.head {
		return likeness{stop: true}
	}
	matched, openA, openB := matchNames(a, b)
	if openA > 0 && openB > 0 {
		// Each names somebody of whom the other does not speak.
		return likeness{stop: true}
	}
	var placeStop bool
	if l.place, placeStop = placeLikeness(a, b, beside); placeStop {
		return likeness{stop: true}
	}
	if l.words = jaccard(a.words, b.words); !beside {
		l.words = max(l.words, (l.words+cosine(a.quote, b.quote))/2)
		if common(a.act, b.act) > 1 { // one is the head itself
			l.words = max(l.words, jaccard(a.act, b.act))
		}
	}
	if a.status == event.Statement && (matched == 0 || max(jaccard(a.act, b.act), cosine(a.quote, b.quote)) < sameContent) {
		return likeness{stop: true}
	}
	weight := headWeight + wordsWeight
	sum := headWeight*l.head + wordsWeight*l.words
	if len(a.names) > 0 && len(b.names) > 0 {
		l.names = float64(matched) / float64(min(len(a.names), len(b.names)))
		sum += namesWeight * l.names
		weight += namesWeight
	}
	if a.placed() && b.placed() {
		sum += placeWeight * l.place
		weight += placeWeight
	}
	l.score = sum / weight
	if a.at.Article != b.at.Article && matched == 0 && !sharesEnough(a, b) {
		l.distant = true
	}
	if weight == headWeight+wordsWeight && l.words < fewWords {
		l.score = 0 // the same word on the same day, and nothing else
	}
	if l.refers = refers(a, b) || refers(b, a); l.refers {
		l.score = max(l.score, referAt)
	}
	return l
}

// sharesEnough reports whether two mentions of different articles have enough
// in common, apart from participants, to be known for one event: most of
// their summaries; or what was done, word for word, or a place or name that
// both speak of, while neither names somebody that the other's article never
// does.
func sharesEnough(a, b *mention) bool {
	if jaccard(a.words, b.words) >= 0.5 && (common(a.words, b.words) >= 3 || overlap(a.told, b.told)) {
		return true
	}
	sameAct := common(a.act, b.act) >= 3 && jaccard(a.act, b.act) >= 0.75
	return (sameAct || overlap(a.told, b.told)) && !a.foreign(b) && !b.foreign(a)
}

// foreign reports whether m names somebody of whom the article of other never
// speaks: the deaths of one day in two articles are two deaths.
func (m *mention) foreign(other *mention) bool {
	return slices.ContainsFunc(m.names, func(n []word) bool {
		return !in(n[len(n)-1], other.cast) && slices.ContainsFunc(n, func(w word) bool { return in(w, m.label) })
	})
}

// referAt is the likeness of "the attack" with an attack of which the article
// has told before.
const referAt = 0.65

// refers reports whether a means an event of its article that b tells of,
// without a name or a place of its own: "the attack" points back to it, and
// bare "talks" of the same day are the talks of which b names the parties.
func refers(a, b *mention) bool {
	if a.at.Article != b.at.Article || len(a.place) > 0 {
		return false
	}
	own := slices.ContainsFunc(a.names, func(n []word) bool { return !b.has(n) })
	if a.definite && b.at.Mention < a.at.Mention && !own {
		return true
	}
	return a.bare && a.status == b.status && len(b.names) > 0 && !b.unnamed
}

// headLikeness is 1 for the same word, less for words of one family, and
// less again where only the labels show that both speak of it: "airstrike
// kills the general" by its head "kills", or by "airstrike".
func headLikeness(a, b *mention) float64 {
	switch {
	case a.lemma == b.lemma:
		return 1
	case overlap(a.families, b.families):
		return 0.9
	case a.aspect && overlap(b.families, a.labelled), b.aspect && overlap(a.families, b.labelled):
		return 0.8
	case overlap(a.families, b.labelled) && overlap(b.families, a.labelled):
		return 0.6
	}
	return 0
}

// statusStop reports whether two statuses speak against one event: a
// statement is an event of its own, and what did not happen did not happen.
func statusStop(a, b event.Status) bool {
	took := func(s event.Status) bool { return s == event.Happened || s == event.Ongoing }
	return (a == event.Statement) != (b == event.Statement) ||
		a == event.Negated && took(b) || b == event.Negated && took(a)
}

// numberStop reports whether the labels count differently: the second round
// is not the third, a quake of 5.2 not one of 6.4.
func numberStop(a, b *mention) bool {
	return len(a.numbers) > 0 && len(b.numbers) > 0 && !overlap(a.numbers, b.numbers)
}

// matchNames returns how many names of a are names of b, and how many names
// each has in its label of which the other says nothing. A participant whom
// not even the label of the mention names is beside the point: an election is
// the same whether a sentence tells of one candidate or of another.
func matchNames(a, b *mention) (matched, openA, openB int) {
	for _, n := range a.names {
		if b.has(n) {
			matched++
		} else if a.open(n, b) {
			openA++
		}
	}
	for _, n := range b.names {
		if !a.has(n) && b.open(n, a) {
			openB++
		}
	}
	return min(matched, len(b.names)), openA, openB
}

// has reports whether n is a name of m.
func (m *mention) has(n []word) bool {
	return slices.ContainsFunc(m.names, func(o []word) bool { return sameName(n, o, word.country) })
}

// open reports whether n, a name of m which other does not have, sets the two
// apart. Between a country and a person it does not, where the article of
// other knows the name: who says that two presidents spoke, and who names
// their countries, can mean the same.
func (m *mention) open(n []word, other *mention) bool {
	last := n[len(n)-1]
	if in(last, other.told) || !slices.ContainsFunc(n, func(w word) bool { return in(w, m.label) }) {
		return false
	}
	same := slices.ContainsFunc(other.names, func(o []word) bool { return o[len(o)-1].country() == last.country() })
	return same || !in(last, other.cast)
}

// in reports whether w is in the sorted list.
func in(w word, list []word) bool {
	_, ok := slices.BinarySearch(list, w)
	return ok
}

// speaksOf returns the capitalized words of m.
func (m *mention) speaksOf(labelOnly bool) []word {
	if labelOnly {
		return m.told
	}
	return m.heard
}

// placeLikeness tells how far two places agree; stop is true when they
// contradict each other. Two places of one article are often a building and
// its city: these contradict only where the labels are told apart by them.
func placeLikeness(a, b *mention, beside bool) (like float64, stop bool) {
	switch {
	case !a.placed() || !b.placed():
		return 0, false
	case overlap(a.place, b.place):
		if n := common(a.place, b.place); n == len(a.place) || n == len(b.place) {
			return 1, false
		}
		// Two places of one city: an embassy and an airport, or its center
		// and its north.
		return 0.5, a.setApart(b) && b.setApart(a)
	case len(a.place) == 0 || len(b.place) == 0:
		// One says only the country.
		switch {
		case overlap(a.region, b.region):
			return 0.8, false
		case len(a.region) == 0 || len(b.region) == 0:
			return 0.3, false // of a place whose country is not known
		}
	case overlap(a.place, b.speaksOf(beside)) || overlap(b.place, a.speaksOf(beside)):
		return 0.5, false
	}
	apart := overlap(a.place, a.words) && overlap(b.place, b.words)
	return 0, a.at.Article != b.at.Article || apart
}

// setApart reports whether the label of m has a word of its place that the
// place of other lacks.
func (m *mention) setApart(other *mention) bool {
	return slices.ContainsFunc(m.place, func(w word) bool { return in(w, m.label) && !in(w, other.place) })
}

// placed reports whether m says where.
func (m *mention) placed() bool { return len(m.place)+len(m.region) > 0 }

// common counts the words that two sorted lists share.
func common(a, b []word) int {
	n := 0
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch {
		case a[i] < b[j]:
			i++
		case a[i] > b[j]:
			j++
		default:
			n++
			i++
			j++
		}
	}
	return n
}

func overlap(a, b []word) bool { return common(a, b) > 0 }

func jaccard(a, b []word) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	n := common(a, b)
	return float64(n) / float64(len(a)+len(b)-n)
}

func cosine(a, b []word) float64 {
	if len(a) == 0 || len(b) == 0 {
		return 0
	}
	return float64(common(a, b)) / math.Sqrt(float64(len(a)*len(b)))
}
