package timeline

import "slices"

// Only returns a timeline of event i alone, with the articles that tell of it,
// and x for it: the pages of both are those of t.
func (x Export) Only(t *Timeline, i int) (Export, *Timeline) {
	e := t.Events[i]
	e.Evidence, e.History = slices.Clone(e.Evidence), slices.Clone(e.History)
	only := &Timeline{}
	var from []int // articles of t
	article := func(a int) int {
		k := slices.Index(from, a)
		if k < 0 {
			k = len(from)
			from = append(from, a)
			only.Articles = append(only.Articles, t.Articles[a])
		}
		return k
	}
	for k := range e.Evidence {
		e.Evidence[k].Article = article(e.Evidence[k].Article)
	}
	for k := range e.History {
		e.History[k].Article = article(e.History[k].Article)
	}
	only.Events = []Event{e}
	x.Pieces = nil
	if at := x.EventAt; at != nil {
		x.EventAt = func(int) string { return at(i) }
	}
	if at := x.ArticleAt; at != nil {
		x.ArticleAt = func(k int) string { return at(from[k]) }
	}
	return x, only
}
