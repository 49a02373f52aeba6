package timeline

import (
	"cmp"
	"slices"

	"dateline/extract/event"
	"dateline/extract/timex"
)

// How far apart, in days, two dates of one event can lie.
const (
	onceWindow    = 31 // a death, a signature: what happens only once
	plannedWindow = 7  // what is to come, and may be moved or misreported
	slipWindow    = 1  // what one article puts on Monday night and another on Tuesday
)

// conflictAt is the likeness from which two dates are accounts of one event.
const conflictAt = 0.72

// slipAt is the likeness asked where nothing but the nearness of the dates
// speaks for one event.
const slipAt = 0.85

// disputes joins clusters that are plainly one event although their dates
// contradict each other: both dates then stand side by side.
func (k *clustering) disputes() {
	x := k.byDay(k.disputable)
	var all []int
	for c := range k.clusters {
		if k.clusters[c].into < 0 && k.disputable(&k.clusters[c]) {
			all = append(all, c)
		}
	}
	turn{
		clustering: k, index: x, of: all, phase: 2,
		window: func(s span) (first, last timex.Day) { return s.first - onceWindow, s.first + onceWindow },
		find: func(c int, among []int) (fit, bool) {
			s := k.clusters[c].span
			f, found := k.only(c, among, conflictAt, func(o *cluster) bool { return !s.contains(o.span) && !o.span.contains(s) && o.span != s })
			return f, found && k.oneEvent(c, f)
		},
		found: func(c int, f fit) {
			k.clusters[f.cluster].joins = append(k.clusters[f.cluster].joins, join{from: f.from, to: f.near, kind: otherDate, like: f.like})
			k.take(f.cluster, c)
		},
	}.take()
}

// disputable reports whether cluster c can have another date at all: a
// statement is known by its day, and without names nothing is plainly one.
func (k *clustering) disputable(c *cluster) bool {
	return c.span.dated && k.mentions.brief[c.members[0]].nameable && c.span.days() <= onceWindow
}

// oneEvent reports whether cluster c and the cluster of f, which are alike,
// are plainly one event though their dates differ.
func (k *clustering) oneEvent(c int, f fit) bool {
	a, b := k.mentions.get(f.from), k.mentions.get(f.near)
	if a.at.Article == b.at.Article && a.sentence == b.sentence {
		return false // "on Monday in Oslo and on Friday in Bergen"
	}
	if f.like.head < 0.9 || f.like.names < 1 || k.repeated(c) || k.repeated(f.cluster) {
		return false
	}
	apart := int(k.clusters[c].span.first - k.clusters[f.cluster].span.first)
	apart = max(apart, -apart)
	alike := allNamed(a, b)
	switch {
	case k.onlyOnce(a) && alike && apart <= onceWindow:
		return !k.toldApart(c, f.cluster)
	case (k.planned(c) || k.planned(f.cluster)) && alike && min(len(a.names), len(b.names)) > 1 && apart <= plannedWindow:
		return true
	case apart <= slipWindow && alike && f.like.score >= slipAt && (len(a.names) > 1 || f.like.place == 1):
		return !k.toldApart(c, f.cluster)
	}
	return false
}

// allNamed reports whether each name of a is a name of b, and the other way
// round.
func allNamed(a, b *mention) bool {
	in := func(m *mention, n []word) bool {
		return slices.ContainsFunc(m.names, func(o []word) bool { return sameName(n, o, word.country) })
	}
	return !slices.ContainsFunc(a.names, func(n []word) bool { return !in(b, n) }) &&
		!slices.ContainsFunc(b.names, func(n []word) bool { return !in(a, n) })
}

// repeated reports whether a mention of c says that such events recur.
func (k *clustering) repeated(c int) bool {
	return slices.ContainsFunc(k.clusters[c].members, func(m int) bool { return k.mentions.get(m).again })
}

// planned reports whether c is spoken of as something to come, and nothing else.
func (k *clustering) planned(c int) bool {
	return !slices.ContainsFunc(k.clusters[c].members, func(m int) bool { return k.mentions.get(m).status != event.Planned })
}

func (k *clustering) onlyOnce(m *mention) bool { return overlap(m.families, k.once) }

// toldApart reports whether one article speaks of both clusters: then it
// tells of two events.
func (k *clustering) toldApart(c, o int) bool {
	var of []int
	for _, m := range k.clusters[c].members {
		of = append(of, k.at[m].Article)
	}
	slices.SortFunc(of, cmp.Compare[int])
	return slices.ContainsFunc(k.clusters[o].members, func(m int) bool {
		_, ok := slices.BinarySearch(of, k.at[m].Article)
		return ok
	})
}
