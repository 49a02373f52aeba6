package timeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
)

// why tells in plain English how the mentions of a cluster came to be one
// event: a line a join, in the order of the evidence.
func (t *Timeline) why(k *clustering, c *cluster) []string {
	joins := slices.Clone(c.joins)
	for i := range joins {
		// The later mention is told to join the earlier, whichever way round
		// clustering met them.
		j := &joins[i]
		if compareEvidence(k.at[j.from], k.at[j.to]) < 0 && j.kind != finerDate {
			j.from, j.to = j.to, j.from
		}
	}
	slices.SortStableFunc(joins, func(a, b join) int {
		return cmp.Or(
			compareEvidence(k.at[a.from], k.at[b.from]),
			compareEvidence(k.at[a.to], k.at[b.to]),
		)
	})
	var lines []string
	for _, j := range joins {
		lines = append(lines, t.tell(k.at[j.from], k.at[j.to], j))
	}
	return lines
}

// tell says why mention m was joined to mention o.
func (t *Timeline) tell(m, o Evidence, j join) string {
	rm, em := t.Of(m)
	ro, eo := t.Of(o)
	head, other := headText(rm, m.Mention), headText(ro, o.Mention)
	var s strings.Builder
	switch {
	case m.Article == o.Article:
		fmt.Fprintf(&s, "The same article names it again (“%s”, “%s”)", other, head)
	default:
		fmt.Fprintf(&s, "%s (“%s”) speaks of the event of %s (“%s”)", called(rm), head, called(ro), other)
	}
	if j.kind == byPerson {
		return s.String() + ": " + j.why
	}
	if j.kind == byPerson {
		return s.String() + ": " + j.why
	}
	var reasons []string
	switch j.kind {
	case sameDate:
		reasons = append(reasons, "the same date")
	case finerDate:
		reasons = append(reasons, fmt.Sprintf("of the events in its wider date (%s) it can mean only that of %s", em.Date.Words(), eo.Date.Words()))
	case otherDate:
		reasons = append(reasons, fmt.Sprintf("the dates differ (%s; %s), but all else agrees: both are shown", eo.Date.Words(), em.Date.Words()))
	}
	switch {
	case j.like.head == 1:
		reasons = append(reasons, "the same word")
	case j.like.head >= 0.8:
		reasons = append(reasons, "two words for one kind of event")
	default:
		reasons = append(reasons, "each summary has the other's word")
	}
	if names := shared(em.Participants, eo.Participants); len(names) > 0 {
		reasons = append(reasons, "both name "+list(names))
	}
	if em.Place != "" && j.like.place == 1 {
		reasons = append(reasons, "the same place")
	}
	if j.like.words >= 0.5 {
		reasons = append(reasons, "much the same summary")
	}
	return s.String() + ": " + strings.Join(reasons, "; ") + "."
}

// called returns what to call an article.
func called(r *Reading) string {
	if r.Article.Title == "" {
		return r.Article.ID
	}
	return "“" + r.Article.Title + "”"
}

// shared returns the names that two lists have in common, in their longer form.
func shared(a, b []string) []string {
	var names []string
	for _, p := range a {
		n := nameWords(p)
		for _, q := range b {
			o := nameWords(q)
			if !sameName(n, o, isCountry) {
				continue
			}
			if len(o) > len(n) {
				p = q
			}
			names = append(names, p)
			break
		}
	}
	return names
}

// list writes names as English does: "A", "A and B", "A, B and C".
func list(names []string) string {
	if n := len(names); n > 1 {
		return strings.Join(names[:n-1], ", ") + " and " + names[n-1]
	}
	return strings.Join(names, "")
}
