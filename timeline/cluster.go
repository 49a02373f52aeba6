package timeline

import (
	"cmp"
	"slices"
)

// The thresholds on likeness.score from which two mentions are one event.
// Across granularities and dates more is asked, since less is known.
const (
	joinAt   = 0.60 // on the same date
	refineAt = 0.75 // a coarse date with a finer one inside it
	linkAt   = 0.50 // the average that two clusters need to be joined through a mention that fits both
	margin   = 0.05 // by which the best of several clusters must lead
)

// cluster is mentions that are taken for one event.
type cluster struct {
	members []int // of clustering.mentions
	span    span
	joins   []join
	into    int // the cluster that took this one in, -1 when none did
}

// join is why one mention, or one cluster, became part of another.
type join struct {
	from, to int // mentions: the one that came, and the nearest that was there
	kind     joinKind
	like     likeness
	why      string // of byPerson: who said so
}

type joinKind uint8

const (
	sameDate joinKind = iota
	finerDate
	otherDate
	byPerson
)

// clustering is the mentions of a timeline on the way to clusters.
type clustering struct {
	at       []Evidence // where each mention stands
	mentions *mentions
	clusters []cluster
	once     []word // families of what happens only once to the same people
	touched  []bool // the clusters that another one went into, or that went into one; nil when nobody asks
	fresh    []int  // those touched since somebody asked

	past *past
	ids  []digest // of the mentions; nil without a past
}

// byDate clusters the mentions that bear the same date, date by date.
func (k *clustering) byDate() {
	blocks := map[span][]int{}
	var dates []span
	for i := range k.mentions.brief {
		s := k.mentions.brief[i].span
		if !s.dated {
			// Nothing says that two undated mentions are one event.
			k.clusters = append(k.clusters, cluster{members: []int{i}, into: -1})
			continue
		}
		if _, ok := blocks[s]; !ok {
			dates = append(dates, s)
		}
		blocks[s] = append(blocks[s], i)
	}
	// What is of one date does not know of other dates.
	found := make([][]cluster, len(dates))
	each(len(dates), func(i int) {
		found[i] = k.blockAgain(blocks[dates[i]])
	})
	for _, clusters := range found {
		first := len(k.clusters)
		for _, c := range clusters {
			if c.into >= 0 {
				c.into += first
			}
			k.clusters = append(k.clusters, c)
		}
	}
}

// block clusters mentions of one date. Those that say most come first, so
// that a bare "the attack" finds the attacks of the day already told apart,
// and joins one only if there is no doubt which.
func (k *clustering) block(mentions []int) {
	slices.SortStableFunc(mentions, func(a, b int) int {
		return cmp.Compare(k.mentions.get(b).weight(), k.mentions.get(a).weight())
	})
	x := newIndex()
	for _, m := range mentions {
		c := k.settle(m, x.candidates(k.mentions.get(m)))
		x.add(k.mentions.get(m), c)
	}
}

// weight is how much m says about which event it means.
func (m *mention) weight() int {
	n := 0
	for _, name := range m.names {
		n += len(name)
	}
	return 2*n + len(m.place) + len(m.words)
}

// root returns the cluster that has taken c in, or c.
func (k *clustering) root(c int) int {
	for k.clusters[c].into >= 0 {
		c = k.clusters[c].into
	}
	return c
}

// fit is how well a mention, or a cluster, fits a cluster.
type fit struct {
	cluster int
	near    int // the member that is nearest
	from    int // to which mention
	like    likeness
}

// settle adds mention m to the candidate that it fits best and returns the
// cluster that it ends in. A mention that fits two clusters shows that they
// are one or, when they cannot be one, does not tell which of them is meant:
// then it stays by itself unless one clearly leads.
func (k *clustering) settle(m int, candidates []int) int {
	var fits []fit
	for _, c := range candidates {
		c = k.root(c)
		if slices.ContainsFunc(fits, func(f fit) bool { return f.cluster == c }) {
			continue
		}
		if f := k.fit(m, c); !f.like.stop && f.like.score >= joinAt {
			fits = append(fits, f)
		}
	}
	slices.SortStableFunc(fits, func(a, b fit) int { return cmp.Compare(b.like.score, a.like.score) })
	fits = k.agreed(fits)
	if len(fits) == 0 {
		k.clusters = append(k.clusters, cluster{span: k.mentions.brief[m].span, members: []int{m}, into: -1})
		return len(k.clusters) - 1
	}
	first := fits[0].cluster
	for _, f := range fits[1:] {
		k.take(first, f.cluster)
	}
	c := &k.clusters[first]
	c.members = append(c.members, m)
	for _, f := range fits {
		c.joins = append(c.joins, join{from: m, to: f.near, like: f.like})
	}
	return first
}

// agreed returns those of fits, best first, that are one event with the best.
// A cluster that is rivalled by another of about its score, with which it
// cannot be one, is left out; if that is the best, none is left.
func (k *clustering) agreed(fits []fit) []fit {
	var in []fit
	for i, f := range fits {
		rivalled := slices.ContainsFunc(fits, func(o fit) bool {
			return o.cluster != f.cluster && o.like.score > f.like.score-margin && !k.compatible([]fit{o}, f.cluster)
		})
		switch {
		case rivalled && i == 0:
			return nil
		case !rivalled && k.compatible(in, f.cluster):
			in = append(in, f)
		}
	}
	return in
}

// take makes cluster other part of cluster c.
func (k *clustering) take(c, other int) {
	a, b := &k.clusters[c], &k.clusters[other]
	a.members = append(a.members, b.members...)
	a.joins = append(a.joins, b.joins...)
	*b = cluster{into: c}
	if k.touched != nil {
		k.touched[c], k.touched[other] = true, true
		k.fresh = append(k.fresh, c, other)
	}
}

// compatible reports whether cluster c can be one event with each of fits.
func (k *clustering) compatible(fits []fit, c int) bool {
	for _, f := range fits {
		sum, n := 0.0, 0
		for _, m := range k.clusters[c].witnesses() {
			l := k.fit(m, f.cluster).like
			if l.stop {
				return false
			}
			sum += l.score
			n++
		}
		if sum/float64(n) < linkAt {
			return false
		}
	}
	return true
}

// fit tells how well mention m fits cluster c: half the nearest member, half
// the average, members passed over with which it shares too little to tell. A
// member that cannot be the same event stops it.
func (k *clustering) fit(m, c int) fit {
	f := fit{cluster: c, near: -1, from: m}
	sum, n := 0.0, 0
	members := k.clusters[c].witnesses()
	for _, i := range members {
		l := compare(k.mentions.get(m), k.mentions.get(i))
		if l.stop {
			return fit{cluster: c, near: i, from: m, like: l}
		}
		if l.distant {
			continue
		}
		sum += l.score
		n++
		if f.near < 0 || l.score > f.like.score || l.refers && !f.like.refers {
			f.like, f.near = l, i
		}
	}
	switch {
	case n == 0:
		f.like.stop = true
	case !f.like.refers:
		f.like.score = (f.like.score + sum/float64(n)) / 2
	}
	return f
}

// maxWitnesses is how many members of a cluster a newcomer is compared with.
const maxWitnesses = 8

// witnesses returns the members that speak for c: the first ones, which are
// those that say most.
func (c *cluster) witnesses() []int { return c.members[:min(len(c.members), maxWitnesses)] }
