package timeline

import (
	"cmp"
	"slices"

	"dateline/extract/event"
	"dateline/extract/timex"
)

// claims returns the dates that evidence gives, those that can be one date
// together: June supports 16 June, and the claim bears the finer date. What
// cannot be one date is a claim of its own; claims are never averaged.
//
// The leading claim is first: one that speaks of what happened before one
// that was made in advance, then what most articles say, then what is said
// most surely, most often and most lately.
func (t *Timeline) claims(evidence []Evidence) []Claim {
	var order []int
	for i := range evidence {
		if !t.date(evidence[i]).IsZero() {
			order = append(order, i)
		}
	}
	// The finest dates first, so that a coarser one finds what it supports.
	slices.SortStableFunc(order, func(a, b int) int {
		return cmp.Compare(fineness(t.date(evidence[a])), fineness(t.date(evidence[b])))
	})
	var claims []Claim
	for _, i := range order {
		d := t.date(evidence[i])
		s := spanOf(d)
		c := slices.IndexFunc(claims, func(c Claim) bool {
			o := spanOf(c.Date)
			return s == o || s.contains(o)
		})
		if c < 0 {
			claims = append(claims, Claim{Date: d})
			c = len(claims) - 1
		}
		claims[c].Evidence = append(claims[c].Evidence, i)
	}
	for i := range claims {
		slices.Sort(claims[i].Evidence)
		claims[i].Date = t.finest(evidence, claims[i].Evidence)
	}
	slices.SortStableFunc(claims, func(a, b Claim) int { return t.compareClaims(evidence, a, b) })
	return claims
}

func (t *Timeline) date(e Evidence) timex.EDTF {
	_, m := t.Of(e)
	return m.Date
}

// fineness orders dates from fine to coarse: by the days they cover, those
// without bounds last.
func fineness(d timex.EDTF) int {
	s := spanOf(d)
	if s.openFrom || s.openTo {
		return 1 << 30
	}
	return s.days()
}

// finest returns the date of a claim: the finest of its dates that is no
// guess. A time of day stays only where no other contradicts it.
func (t *Timeline) finest(evidence []Evidence, claim []int) timex.EDTF {
	var best timex.EDTF
	var bestSure bool
	clocks := 0
	for _, i := range claim {
		_, m := t.Of(evidence[i])
		sure := m.Confidence != timex.Guess
		f, g := fineness(m.Date), fineness(best)
		switch {
		case best.IsZero(), sure && !bestSure, sure == bestSure && f < g:
			best, bestSure = m.Date, sure
			clocks = 0
		case sure == bestSure && f == g:
			if best.From.Clock != "" && m.Date.From.Clock != "" && best.From.Clock != m.Date.From.Clock {
				clocks++
			}
			if plainer(m.Date, best) {
				best = m.Date
			}
		}
	}
	if clocks > 0 {
		best = timex.EDTF{From: best.From}
		best.From.Clock = ""
	}
	return best
}

// plainer reports whether a says the same days as b, but says more: a time of
// day, or no doubt.
func plainer(a, b timex.EDTF) bool {
	if (a.From.Clock != "") != (b.From.Clock != "") {
		return a.From.Clock != ""
	}
	doubt := func(p timex.Point) bool { return p.Approximate || p.Uncertain }
	return !doubt(a.From) && doubt(b.From)
}

// support is what speaks for a claim.
type support struct {
	took     bool // it is said to have happened
	articles int
	sure     timex.Confidence
	mentions int
	latest   int
}

func (t *Timeline) support(evidence []Evidence, c Claim) support {
	s := support{sure: timex.Guess, mentions: len(c.Evidence)}
	last := -1
	for _, i := range c.Evidence {
		_, m := t.Of(evidence[i])
		s.took = s.took || m.Status == event.Happened || m.Status == event.Ongoing
		s.sure = min(s.sure, m.Confidence)
		if a := evidence[i].Article; a != last {
			s.articles++
			last = a
		}
	}
	s.latest = last
	return s
}

func (t *Timeline) compareClaims(evidence []Evidence, a, b Claim) int {
	x, y := t.support(evidence, a), t.support(evidence, b)
	if x.took != y.took {
		if x.took {
			return -1
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(y.articles, x.articles),
		cmp.Compare(x.sure, y.sure),
		cmp.Compare(y.mentions, x.mentions),
		cmp.Compare(y.latest, x.latest),
		CompareDates(a.Date, b.Date),
	)
}

// surest returns the confidence of a claim: the best of its mentions.
func (t *Timeline) surest(evidence []Evidence, c Claim) timex.Confidence {
	return t.support(evidence, c).sure
}
