package timeline

import (
	"strings"

	"dateline/extract/timex"
)

// cluster groups the mentions of t: each group is one event.
func (t *Timeline) cluster() [][]Evidence {
	type key struct {
		article int
		head    string
		date    timex.EDTF
	}
	var groups [][]Evidence
	seen := map[key]int{}
	for i := range t.Articles {
		for j := range t.Articles[i].Events {
			e := Evidence{i, j}
			r, m := t.Of(e)
			if m.Date.IsZero() {
				groups = append(groups, []Evidence{e})
				continue
			}
			k := key{i, strings.ToLower(r.Article.Text[m.Head.Start:m.Head.End]), m.Date}
			if g, ok := seen[k]; ok {
				groups[g] = append(groups[g], e)
				continue
			}
			seen[k] = len(groups)
			groups = append(groups, []Evidence{e})
		}
	}
	return groups
}

// event makes one event of the mentions of a group.
func (t *Timeline) event(group []Evidence) Event {
	_, m := t.Of(group[0])
	e := Event{
		ID: m.ID, Label: m.Label, Date: m.Date, Status: m.Status, Participants: m.Participants,
		Place: m.Place, Confidence: m.Confidence, Evidence: group,
	}
	var all []int
	for i := range group {
		all = append(all, i)
		if i > 0 {
			e.Why = append(e.Why, "the same article names it again, with the same word and date")
		}
	}
	if !m.Date.IsZero() {
		e.Claims = []Claim{{m.Date, all}}
	}
	return e
}
