package timeline

import (
	"dateline/extract/event"
	"dateline/extract/timex"
)

// settled ranks statuses by how much they settle: where one article has
// several for an event, the one that settles most is what the article says.
func settled(s event.Status) int {
	switch s {
	case event.Happened:
		return 5
	case event.Ongoing:
		return 4
	case event.Negated:
		return 3
	case event.Planned:
		return 2
	case event.Possible:
		return 1
	}
	return 0
}

// history returns what the articles say of the status of an event, by
// publication time: the first word on it, and every later one that changes
// it. A report that the event took place, or did not, is not undone by a later
// article that still speaks of the plan.
func (t *Timeline) history(evidence []Evidence) []Change {
	var changes []Change
	for i := 0; i < len(evidence); {
		article := evidence[i].Article
		var said event.Status
		for ; i < len(evidence) && evidence[i].Article == article; i++ {
			if _, m := t.Of(evidence[i]); said == 0 || settled(m.Status) > settled(said) {
				said = m.Status
			}
		}
		if n := len(changes); n > 0 {
			now := changes[n-1].Status
			if said == now || settled(now) >= settled(event.Negated) && settled(said) < settled(event.Negated) {
				continue
			}
		}
		changes = append(changes, Change{Article: article, Status: said})
	}
	return changes
}

// wasPlanned reports whether an event that no article confirms lies in the
// past of the latest article.
func (t *Timeline) wasPlanned(status event.Status, date timex.EDTF) bool {
	if status != event.Planned {
		return false
	}
	_, last, _, hasLast := date.Bounds()
	if !hasLast {
		last, _, _, _ = date.Bounds()
	}
	for i := len(t.Articles) - 1; i >= 0; i-- {
		if p := t.Articles[i].Article.Published; p.Known {
			return last < p.Day
		}
	}
	return false
}
