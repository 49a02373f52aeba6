package timeline

import (
	"cmp"
	"slices"
	"sync"

	"dateline/extract/timex"
)

// dayIndex finds clusters of any date by a family, a word and a range of days,
// as they were when it was made. It is divided by time, and a part of it is
// made when somebody looks into it; sorted, for a map would take several times
// the memory.
type dayIndex struct {
	clusters []cluster // as they were
	filed    []int     // which of them can be found, by their first day
	parts    map[timex.Day]*dayPart
}

// dayPart is the clusters that begin in one stretch of partDays days.
type dayPart struct {
	once  sync.Once
	filed []int
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
	family, word word
	day          int32
	cluster      int32
}

func (d dated) compare(o dated) int {
	return cmp.Or(
		cmp.Compare(d.family, o.family), cmp.Compare(d.word, o.word),
		cmp.Compare(d.day, o.day), cmp.Compare(d.cluster, o.cluster),
	)
}

// byDay files the clusters of k that filed accepts.
func (k *clustering) byDay(filed func(*cluster) bool) *dayIndex {
	x := &dayIndex{clusters: slices.Clone(k.clusters)}
	for c := range x.clusters {
		if o := &x.clusters[c]; o.into < 0 && o.span.dated && filed(o) {
			x.filed = append(x.filed, c)
		}
	}
	x.divide()
	return x
}

// only returns the index of those clusters of x that in accepts.
func (x *dayIndex) only(in func(c int) bool) *dayIndex {
	some := &dayIndex{clusters: x.clusters}
	for _, c := range x.filed {
		if in(c) {
			some.filed = append(some.filed, c)
		}
	}
	some.divide()
	return some
}

func (x *dayIndex) divide() {
	slices.SortStableFunc(x.filed, func(a, b int) int { return cmp.Compare(x.clusters[a].span.first, x.clusters[b].span.first) })
	x.parts = map[timex.Day]*dayPart{}
	for from := 0; from < len(x.filed); {
		n := partOf(x.clusters[x.filed[from]].span.first)
		to := from
		for to < len(x.filed) && partOf(x.clusters[x.filed[to]].span.first) == n {
			to++
		}
		x.parts[n] = &dayPart{filed: x.filed[from:to]}
		from = to
	}
}

// between returns the parts of the index that have days from first to last.
func (x *dayIndex) between(k *clustering, first, last timex.Day) (parts []*dayPart) {
	if len(x.filed) == 0 {
		return nil
	}
	first = max(first, x.clusters[x.filed[0]].span.first)
	last = min(last, x.clusters[x.filed[len(x.filed)-1]].span.first)
	for n := partOf(first); n <= partOf(last); n++ {
		p := x.parts[n]
		if p == nil {
			continue
		}
		p.once.Do(func() {
			for _, c := range p.filed {
				for _, key := range k.keys(&x.clusters[c]) {
					p.list = append(p.list, dated{key[0], key[1], int32(x.clusters[c].span.first), int32(c)})
				}
			}
			slices.SortFunc(p.list, dated.compare)
		})
		parts = append(parts, p)
	}
	return parts
}

// of returns the clusters with a key that begin on one of the days from first
// to last.
func (p *dayPart) of(key [2]word, first, last timex.Day) []dated {
	from, _ := slices.BinarySearchFunc(p.list, dated{key[0], key[1], int32(first), -1}, dated.compare)
	to := from
	for to < len(p.list) && p.list[to].family == key[0] && p.list[to].word == key[1] && p.list[to].day <= int32(last) {
		to++
	}
	return p.list[from:to]
}

// keys returns the families and words under which a cluster is filed.
func (k *clustering) keys(c *cluster) [][2]word {
	var keys [][2]word
	for _, i := range c.witnesses() {
		m := &k.mentions[i]
		for _, f := range m.families {
			for _, w := range m.words {
				keys = append(keys, [2]word{f, w})
			}
			for _, n := range m.names {
				for _, w := range n {
					keys = append(keys, [2]word{f, w})
				}
			}
		}
	}
	slices.SortFunc(keys, func(a, b [2]word) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return slices.Compact(keys)
}

// within returns the clusters that share a family and a word with c and begin
// on one of the days from first to last, in order. A key that too many share
// tells nothing and is passed over.
func (x *dayIndex) within(k *clustering, c int, first, last timex.Day) []int {
	found := []int{}
	parts := x.between(k, first, last)
	for _, key := range k.keys(&k.clusters[c]) {
		before := len(found)
		for _, p := range parts {
			for _, d := range p.of(key, first, last) {
				found = append(found, int(d.cluster))
			}
			if len(found)-before > crowd {
				found = found[:before]
				break
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
	parts := x.between(k, first, last)
	for _, key := range k.keys(&x.clusters[o]) {
		for _, p := range parts {
			for _, d := range p.of(key, first, last) {
				do(int(d.cluster))
			}
		}
	}
}

// daySums are the digests of the clusters of an index, summed up by day.
type daySums struct {
	days []timex.Day // on which clusters begin, in order
	sums []digest    // of all that begin before the day
}

// digests returns the digests of the clusters that can be found.
func (x *dayIndex) digests(k *clustering) *daySums {
	of := make([]digest, len(x.filed))
	each(len(of), func(i int) { of[i] = k.digest(&x.clusters[x.filed[i]]) })
	s := &daySums{}
	sum := digest{}
	for i, c := range x.filed {
		if day := x.clusters[c].span.first; len(s.days) == 0 || s.days[len(s.days)-1] != day {
			s.days, s.sums = append(s.days, day), append(s.sums, sum)
		}
		sum = sum.plus(of[i])
	}
	s.sums = append(s.sums, sum)
	return s
}

// within returns the digest of the clusters that begin on the days from first
// to last.
func (s *daySums) within(first, last timex.Day) digest {
	from, _ := slices.BinarySearch(s.days, first)
	to, _ := slices.BinarySearch(s.days, last+1)
	if to < from {
		return digest{}
	}
	return s.sums[to].minus(s.sums[from])
}
