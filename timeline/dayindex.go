package timeline

import (
	"cmp"
	"slices"
	"sync"

	"dateline/extract/timex"
)

// dayIndex finds clusters of any date by a family, a word and a range of days,
// as they were when it was made. It is divided by family and by time, and a part
// of it is made when somebody looks into it; sorted, for a map would take several
// times the memory.
type dayIndex struct {
	clusters []cluster // as they were
	filed    []int     // which of them can be found, by their first day
	families map[word]*familyIndex
}

// familyIndex is the clusters of one family.
type familyIndex struct {
	family word
	filed  []int32 // by their first day
	parts  map[timex.Day]*dayPart
	sums   []digest // of all that stand before each of filed, and of all; nil until somebody asks
}

// dayPart is the clusters that begin in one stretch of partDays days.
type dayPart struct {
	once  sync.Once
	filed []int32
	list  []dated
}

const partDays = 64

// partOf returns the number of the part in which a day lies.
func partOf(d timex.Day) timex.Day {
	if d < 0 {
		return (d+1)/partDays - 1
	}
	return d / partDays
}

type dated struct {
	word    word
	day     int32
	cluster int32
}

func (d dated) compare(o dated) int {
	if d.word != o.word {
		return cmp.Compare(d.word, o.word)
	}
	return cmp.Or(cmp.Compare(d.day, o.day), cmp.Compare(d.cluster, o.cluster))
}

// byDay files the clusters of k that filed accepts.
func (k *clustering) byDay(filed func(*cluster) bool) *dayIndex {
	x := &dayIndex{clusters: slices.Clone(k.clusters)}
	for c := range x.clusters {
		if o := &x.clusters[c]; o.into < 0 && o.span.dated && filed(o) {
			x.filed = append(x.filed, c)
		}
	}
	x.divide(k)
	return x
}

// only returns the index of those clusters of x that in accepts.
func (x *dayIndex) only(k *clustering, in func(c int) bool) *dayIndex {
	some := &dayIndex{clusters: x.clusters}
	for _, c := range x.filed {
		if in(c) {
			some.filed = append(some.filed, c)
		}
	}
	some.divide(k)
	return some
}

func (x *dayIndex) divide(k *clustering) {
	slices.SortStableFunc(x.filed, func(a, b int) int { return cmp.Compare(x.clusters[a].span.first, x.clusters[b].span.first) })
	x.families = map[word]*familyIndex{}
	for _, c := range x.filed {
		for _, f := range k.familiesOf(&x.clusters[c]) {
			some := x.families[f]
			if some == nil {
				some = &familyIndex{family: f, parts: map[timex.Day]*dayPart{}}
				x.families[f] = some
			}
			some.filed = append(some.filed, int32(c))
		}
	}
	for _, some := range x.families {
		for from := 0; from < len(some.filed); {
			n := partOf(x.first(some.filed[from]))
			to := from
			for to < len(some.filed) && partOf(x.first(some.filed[to])) == n {
				to++
			}
			some.parts[n] = &dayPart{filed: some.filed[from:to]}
			from = to
		}
	}
}

// first returns the first day of cluster c.
func (x *dayIndex) first(c int32) timex.Day { return x.clusters[c].span.first }

// between returns the parts of a family that have days from first to last.
func (x *dayIndex) between(k *clustering, f word, first, last timex.Day) (parts []*dayPart) {
	some := x.families[f]
	if some == nil {
		return nil
	}
	first = max(first, x.first(some.filed[0]))
	last = min(last, x.first(some.filed[len(some.filed)-1]))
	for n := partOf(first); n <= partOf(last); n++ {
		p := some.parts[n]
		if p == nil {
			continue
		}
		p.once.Do(func() {
			for _, c := range p.filed {
				for _, w := range k.wordsOf(&x.clusters[c], f) {
					p.list = append(p.list, dated{w, int32(x.first(c)), c})
				}
			}
			slices.SortFunc(p.list, dated.compare)
		})
		parts = append(parts, p)
	}
	return parts
}

// of returns the clusters with a word that begin on one of the days from first
// to last.
func (p *dayPart) of(w word, first, last timex.Day) []dated {
	from, _ := slices.BinarySearchFunc(p.list, dated{w, int32(first), -1}, dated.compare)
	to := from
	for to < len(p.list) && p.list[to].word == w && p.list[to].day <= int32(last) {
		to++
	}
	return p.list[from:to]
}

// wordsOf returns the words under which a cluster is filed in a family.
func (k *clustering) wordsOf(c *cluster, f word) []word {
	var words []word
	for _, i := range c.witnesses() {
		if _, in := slices.BinarySearch(k.mentions.brief[i].families, f); !in {
			continue
		}
		m := k.mentions.get(i)
		words = append(words, m.words...)
		for _, n := range m.names {
			words = append(words, n...)
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
}

// within returns the clusters that share a family and a word with c and begin
// on one of the days from first to last, in order. A word that too many share
// tells nothing and is passed over.
func (x *dayIndex) within(k *clustering, c int, first, last timex.Day) []int {
	found := []int{}
	for _, f := range k.familiesOf(&k.clusters[c]) {
		parts := x.between(k, f, first, last)
		if len(parts) == 0 {
			continue
		}
		for _, w := range k.wordsOf(&k.clusters[c], f) {
			before := len(found)
			for _, p := range parts {
				for _, d := range p.of(w, first, last) {
					found = append(found, int(d.cluster))
				}
				if len(found)-before > crowd {
					found = found[:before]
					break
				}
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}

// each calls do for the clusters that share a family and a word with cluster
// o, as it was, and begin on one of the days from first to last, for some more
// than once.
func (x *dayIndex) each(k *clustering, o int, first, last timex.Day, do func(c int)) {
	for _, f := range k.familiesOf(&x.clusters[o]) {
		parts := x.between(k, f, first, last)
		if len(parts) == 0 {
			continue
		}
		for _, w := range k.wordsOf(&x.clusters[o], f) {
			for _, p := range parts {
				for _, d := range p.of(w, first, last) {
					do(int(d.cluster))
				}
			}
		}
	}
}

// sum works out the digests of the clusters that can be found.
func (x *dayIndex) sum(k *clustering) {
	of := make([]digest, len(x.clusters))
	each(len(x.filed), func(i int) { of[x.filed[i]] = k.digest(&x.clusters[x.filed[i]]) })
	for _, some := range x.families {
		some.sums = make([]digest, len(some.filed)+1)
		for i, c := range some.filed {
			some.sums[i+1] = some.sums[i].plus(of[c])
		}
	}
}

// around returns the digest of all that can be found for a cluster: of those of
// its families that begin on the days from first to last.
func (x *dayIndex) around(k *clustering, c *cluster, first, last timex.Day) digest {
	d := digest{}
	for _, f := range k.familiesOf(c) {
		some := x.families[f]
		if some == nil {
			d = d.then(digest{})
			continue
		}
		from, to := x.before(some, first), x.before(some, last+1)
		d = d.then(some.sums[max(from, to)].minus(some.sums[from]))
	}
	return d
}

// before returns how many clusters of a family begin before a day.
func (x *dayIndex) before(some *familyIndex, day timex.Day) int {
	n, _ := slices.BinarySearchFunc(some.filed, day, func(c int32, day timex.Day) int { return cmp.Compare(x.first(c), day) })
	return n
}
