package review

import "dateline/timeline"

// Count is how many items are in each state.
type Count struct {
	Events     int `json:"events"`
	Unreviewed int `json:"unreviewed"` // nobody decided; the skipped ones among them
	Skipped    int `json:"skipped"`
	Accepted   int `json:"accepted"`
	Fixed      int `json:"fixed"`
	Added      int `json:"added"`
	Rejected   int `json:"rejected"`
	Stale      int `json:"stale"` // decided, and asking for another look; orphans apart
	Orphans    int `json:"orphans"`
}

// Reviewed is the number of events with a decision that stands.
func (c Count) Reviewed() int { return c.Accepted + c.Fixed + c.Added + c.Rejected }

// ArticleCount is the count of one article.
type ArticleCount struct {
	Article string `json:"article"`
	Count
}

// Status is how far a review has come.
type Status struct {
	Count
	Articles []ArticleCount `json:"articles"`
}

// StatusOf counts items by state, in all and for each article, in the order
// in which the articles come. Undated events count once decided on.
func StatusOf(items []Item) Status {
	var s Status
	index := map[string]int{}
	for _, i := range items {
		id := i.Reading.Article.ID
		at, known := index[id]
		if !known {
			at = len(s.Articles)
			index[id] = at
			s.Articles = append(s.Articles, ArticleCount{Article: id})
		}
		s.Count.count(i)
		s.Articles[at].Count.count(i)
	}
	return s
}

func (c *Count) count(i Item) {
	if i.Orphan() {
		c.Orphans++
		return
	}
	state := i.State()
	if state == timeline.Unreviewed && len(i.Thread.Decisions) == 0 && i.Event.Date.IsZero() {
		return
	}
	c.Events++
	if len(i.Stale) > 0 {
		c.Stale++
	}
	switch state {
	case timeline.Accepted:
		c.Accepted++
	case timeline.Fixed:
		c.Fixed++
	case timeline.Added:
		c.Added++
	case timeline.Rejected:
		c.Rejected++
	default:
		c.Unreviewed++
		if i.Skipped() {
			c.Skipped++
		}
	}
}
