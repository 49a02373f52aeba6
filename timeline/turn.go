package timeline

import (
	"slices"

	"dateline/extract/timex"
)

// turn looks for the one cluster that each of some clusters fits, and does with
// what is found what is to be done, one after the other. They are all searched
// for beforehand, on all processors; where what was done before changed a
// cluster or a candidate, the search is made again.
//
// A cluster that found none in the last build, and around which all is as it
// was then, is not searched for unless something around it changes in its turn.
type turn struct {
	*clustering
	index  *dayIndex
	of     []int // the clusters, in their order
	phase  uint64
	window func(s span) (first, last timex.Day) // the days on which what a cluster of span s can fit begins
	find   func(c int, among []int) (fit, bool)
	found  func(c int, f fit)
}

// search is the outcome of looking for the one cluster that another fits.
type search struct {
	among  []int // the candidates; nil when it was not made
	fit    fit
	found  bool
	barren bool // it was not made, for it is known to find nothing
}

func (t turn) search(c int) search {
	first, last := t.window(t.clusters[c].span)
	s := search{among: t.index.within(t.clustering, c, first, last)}
	s.fit, s.found = t.find(c, s.among)
	return s
}

func (t turn) take() {
	early := t.early()
	t.touched = make([]bool, len(t.clusters))
	t.fresh = nil
	stirred := make([]bool, len(t.clusters)) // of those not searched for, the ones that may have a candidate that was touched
	var reach *reach
	for i, c := range t.of {
		if t.clusters[c].into >= 0 {
			continue
		}
		s := early[i]
		switch {
		case t.touched[c], s.barren && stirred[c],
			slices.ContainsFunc(s.among, func(o int) bool { return t.touched[o] || t.touched[t.root(o)] }):
			s = t.search(c)
		}
		if !s.found {
			continue
		}
		t.found(c, s.fit)
		for _, o := range t.fresh {
			if reach == nil {
				reach = t.reach(early)
			}
			reach.stir(o, stirred)
		}
		t.fresh = t.fresh[:0]
	}
	t.touched, t.fresh = nil, nil
}

// early searches for all clusters as they are at the beginning.
func (t turn) early() []search {
	early := make([]search, len(t.of))
	if t.past == nil {
		each(len(t.of), func(i int) { early[i] = t.search(t.of[i]) })
		return early
	}
	t.index.sum(t.clustering)
	each(len(t.of), func(i int) {
		c := t.of[i]
		first, last := t.window(t.clusters[c].span)
		key := t.digest(&t.clusters[c]).then(t.index.around(t.clustering, &t.clusters[c], first, last)).with(t.phase)
		known := t.past.barren[key]
		if known {
			early[i] = search{barren: true}
		} else {
			early[i] = t.search(c)
		}
		if !early[i].found {
			t.past.keepBarren(key, !known)
		}
	})
	return early
}

// reach finds the clusters that may have another one among their candidates.
type reach struct {
	turn
	index   *dayIndex // of the clusters that were not searched for
	longest timex.Day // by how many days one of them can begin before its last candidate
	after   timex.Day // and by how many after its first
}

func (t turn) reach(early []search) *reach {
	skipped := make([]bool, len(t.clusters))
	r := &reach{turn: t}
	for i, c := range t.of {
		if early[i].barren {
			skipped[c] = true
			s := t.index.clusters[c].span
			first, last := t.window(s)
			r.longest, r.after = max(r.longest, last-s.first), max(r.after, s.first-first)
		}
	}
	r.index = t.index.only(t.clustering, func(c int) bool { return skipped[c] })
	return r
}

// stir marks the clusters that may have cluster o, as it was at the beginning,
// among their candidates.
func (r *reach) stir(o int, stirred []bool) {
	first := r.turn.index.clusters[o].span.first
	r.index.each(r.clustering, o, first-r.longest, first+r.after, func(c int) { stirred[c] = true })
}
