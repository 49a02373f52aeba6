package timeline

import (
	"cmp"
	"slices"
)

// link puts mentions together, and takes them apart, as people decided. What
// people say of sameness goes over all that was worked out; to be apart goes
// over being together.
func (k *clustering) link(t *Timeline) {
	links := 0
	for i := range t.Articles {
		links += len(t.Articles[i].Links)
	}
	if links == 0 {
		return
	}
	mention := map[string]int{}
	for i := len(k.at) - 1; i >= 0; i-- {
		_, m := t.Of(k.at[i])
		mention[m.ID] = i
	}
	in := make([]int, len(k.at)) // the cluster of each mention
	for c := range k.clusters {
		for _, m := range k.clusters[c].members {
			in[m] = c
		}
	}
	each := func(apart bool, do func(a, b int, l Link)) {
		for i := range t.Articles {
			for _, l := range t.Articles[i].Links {
				a, known := mention[l.A]
				b, also := mention[l.B]
				if l.Apart == apart && known && also && a != b {
					do(a, b, l)
				}
			}
		}
	}
	each(false, func(a, b int, l Link) {
		x, y := k.root(in[a]), k.root(in[b])
		if x != y {
			k.take(y, x)
			k.clusters[y].joins = append(k.clusters[y].joins, join{from: a, to: b, kind: byPerson, why: l.Why})
		}
	})
	each(true, func(a, b int, l Link) {
		for c := range k.clusters {
			if members := k.clusters[c].members; slices.Contains(members, a) && slices.Contains(members, b) {
				k.leave(a, c)
			}
		}
	})
}

// leave takes mention m out of cluster c and makes it one of its own.
func (k *clustering) leave(m, c int) {
	from := &k.clusters[c]
	from.members = slices.DeleteFunc(slices.Clone(from.members), func(o int) bool { return o == m })
	from.joins = slices.DeleteFunc(slices.Clone(from.joins), func(j join) bool { return j.from == m || j.to == m })
	k.clusters = append(k.clusters, cluster{span: k.mentions.brief[m].span, members: []int{m}, into: -1})
}

// decide gives e what people decided about its mentions. The claim that a
// person stands behind leads, and what a person corrected holds. The others
// stay beside it, until somebody decides on them too.
func (t *Timeline) decide(e *Event) {
	lead := -1
	for i, at := range e.Evidence {
		r, m := t.Of(at)
		review, any := r.Reviews[m.ID]
		if !any {
			continue
		}
		e.Review.Verdicts = append(e.Review.Verdicts, review.Verdicts...)
		e.Review.Stale = append(e.Review.Stale, review.Stale...)
		if e.Review.Note == "" {
			e.Review.Note = review.Note
		}
		if review.Decided() && (lead < 0 || weightier(review, t.reviewOf(e.Evidence[lead]))) {
			lead = i
		}
	}
	if lead < 0 {
		return
	}
	review := t.reviewOf(e.Evidence[lead])
	e.Review.State, e.Review.By, e.Review.On, e.Review.Fixed = review.State, review.By, review.On, review.Fixed
	if review.Note != "" {
		e.Review.Note = review.Note
	}
	if c := slices.IndexFunc(e.Claims, func(c Claim) bool { return slices.Contains(c.Evidence, lead) }); c >= 0 {
		claim := e.Claims[c]
		e.Claims = slices.Insert(slices.Delete(slices.Clone(e.Claims), c, c+1), 0, claim)
		e.Date = claim.Date
		e.Confidence = t.surest(e.Evidence, claim)
	}
	_, m := t.Of(e.Evidence[lead])
	fixed := review.Fixed
	if fixed.Date && len(e.Claims) > 0 {
		// Of what people stand behind: a day does not undo the hour that they
		// accepted in another sentence.
		said := Claim{Evidence: t.decided(e.Evidence, e.Claims[0])}
		e.Date, e.Confidence = t.finest(e.Evidence, said.Evidence), t.surest(e.Evidence, said)
		e.Claims[0].Date = e.Date
	}
	if fixed.Status {
		e.Status = m.Status
	}
	if fixed.Label {
		e.Label = m.Label
	}
	if fixed.Participants {
		e.Participants = m.Participants
	}
	if fixed.Place {
		e.Place = m.Place
	}
	e.WasPlanned = t.wasPlanned(e.Status, e.Date)
}

// decided returns the evidence of a claim that people decided on.
func (t *Timeline) decided(evidence []Evidence, c Claim) []int {
	var some []int
	for _, i := range c.Evidence {
		if t.reviewOf(evidence[i]).Decided() {
			some = append(some, i)
		}
	}
	return some
}

func (t *Timeline) reviewOf(at Evidence) Review {
	r, m := t.Of(at)
	return r.Reviews[m.ID]
}

// weightier reports whether decision a goes before b when both are about one
// event: a correction before a plain yes, then the later one.
func weightier(a, b Review) bool {
	corrects := func(r Review) int {
		if r.State == Accepted {
			return 0
		}
		return 1
	}
	return cmp.Or(cmp.Compare(corrects(a), corrects(b)), cmp.Compare(a.On, b.On)) > 0
}
