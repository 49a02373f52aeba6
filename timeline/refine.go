package timeline

import (
	"cmp"
	"slices"

	"dateline/extract/timex"
)

// refine joins clusters of a coarse date with the one finer cluster that they
// can mean: "June" with 16 June. The finest of the coarse dates go first, so
// that a month is compared with what the weeks in it have already found.
func (k *clustering) refine() {
	var coarse []int
	for c := range k.clusters {
		if s := k.clusters[c].span; k.clusters[c].into < 0 && s.dated && !s.fine() {
			coarse = append(coarse, c)
		}
	}
	if len(coarse) == 0 {
		return
	}
	x := k.byDay(func(*cluster) bool { return true })
	slices.SortStableFunc(coarse, func(a, b int) int {
		return cmp.Compare(k.clusters[a].span.days(), k.clusters[b].span.days())
	})
	k.inTurn(coarse, func(c int) search {
		span := k.clusters[c].span
		return k.search(c, x.within(k, c, span.first-byWindow, span.last), refineAt, func(o *cluster) bool {
			return span.contains(o.span) && o.span != span
		})
	}, func(c int, s search) {
		if f := s.fit; s.found {
			k.clusters[f.cluster].joins = append(k.clusters[f.cluster].joins, join{from: f.from, to: f.near, kind: finerDate, like: f.like})
			k.take(f.cluster, c)
		}
	})
}

// search is the outcome of looking for the one cluster that another fits.
type search struct {
	among []int // the candidates
	fit   fit
	found bool
}

// search looks for the one among candidates that c fits; see only.
func (k *clustering) search(c int, candidates []int, at float64, allowed func(*cluster) bool) search {
	f, ok := k.only(c, candidates, at, allowed)
	return search{candidates, f, ok}
}

// inTurn searches for each of clusters and does with the outcome what is to be
// done, one after the other. They are all searched for beforehand, on all
// processors; where what was done before changed a cluster or a candidate, the
// search is made again.
func (k *clustering) inTurn(clusters []int, find func(c int) search, do func(c int, s search)) {
	early := make([]search, len(clusters))
	each(len(clusters), func(i int) { early[i] = find(clusters[i]) })
	k.touched = make([]bool, len(k.clusters))
	for i, c := range clusters {
		if k.clusters[c].into >= 0 {
			continue
		}
		s := early[i]
		if k.touched[c] || slices.ContainsFunc(s.among, func(o int) bool { return k.touched[o] || k.touched[k.root(o)] }) {
			s = find(c)
		}
		do(c, s)
	}
	k.touched = nil
}

// only returns the cluster among candidates that c fits, if there is just one
// that reaches at, or one that leads by far.
func (k *clustering) only(c int, candidates []int, at float64, allowed func(*cluster) bool) (fit, bool) {
	var best fit
	second := 0.0
	var seen []int
	for _, o := range candidates {
		o = k.root(o)
		if o == c || slices.Contains(seen, o) || !allowed(&k.clusters[o]) {
			continue
		}
		seen = append(seen, o)
		f := k.fitCluster(c, o)
		switch {
		case f.like.stop || f.like.score < at:
		case f.like.score > best.like.score:
			second = best.like.score
			best = f
		default:
			second = max(second, f.like.score)
		}
	}
	return best, best.like.score > 0 && second <= best.like.score-farMargin
}

// farMargin is by which a candidate must lead where dates differ.
const farMargin = 0.15

// fitCluster tells how well the whole of cluster c fits cluster o.
func (k *clustering) fitCluster(c, o int) fit {
	var best fit
	sum := 0.0
	members := k.clusters[c].witnesses()
	for _, m := range members {
		f := k.fit(m, o)
		if f.like.stop {
			return f
		}
		sum += f.like.score
		if f.like.score > best.like.score {
			best = f
			best.from = m
		}
	}
	best.cluster = o
	best.like.score = (best.like.score + sum/float64(len(members))) / 2
	return best
}

// dayIndex finds clusters of any date by a family, a word and a range of
// days. It is sorted; a map would take several times the memory.
type dayIndex []dated

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
func (k *clustering) byDay(filed func(*cluster) bool) dayIndex {
	var x dayIndex
	for c := range k.clusters {
		if o := &k.clusters[c]; o.into < 0 && o.span.dated && filed(o) {
			for _, key := range k.keys(c) {
				x = append(x, dated{key[0], key[1], int32(o.span.first), int32(c)})
			}
		}
	}
	slices.SortFunc(x, dated.compare)
	return x
}

// keys returns the families and words under which cluster c is filed.
func (k *clustering) keys(c int) [][2]word {
	var keys [][2]word
	for _, i := range k.clusters[c].witnesses() {
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
func (x dayIndex) within(k *clustering, c int, first, last timex.Day) []int {
	var found []int
	for _, key := range k.keys(c) {
		from, _ := slices.BinarySearchFunc(x, dated{key[0], key[1], int32(first), -1}, dated.compare)
		to := from
		for to < len(x) && x[to].family == key[0] && x[to].word == key[1] && x[to].day <= int32(last) && to-from <= crowd {
			to++
		}
		if to-from <= crowd {
			for _, d := range x[from:to] {
				found = append(found, int(d.cluster))
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
