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
	turn{
		clustering: k, index: x, of: coarse, phase: 1,
		window: func(s span) (first, last timex.Day) { return s.first - byWindow, s.last },
		find: func(c int, among []int) (fit, bool) {
			span := k.clusters[c].span
			return k.only(c, among, refineAt, func(o *cluster) bool { return span.contains(o.span) && o.span != span })
		},
		found: func(c int, f fit) {
			k.clusters[f.cluster].joins = append(k.clusters[f.cluster].joins, join{from: f.from, to: f.near, kind: finerDate, like: f.like})
			k.take(f.cluster, c)
		},
	}.take()
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
