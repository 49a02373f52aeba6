package timeline

import (
	"slices"
	"sync"
)

// gather groups the mentions of t: each cluster is one event.
func (t *Timeline) gather(p *past) *clustering {
	k := &clustering{past: p}
	words := &numbers{of: map[string]word{}}
	if p != nil {
		words = p.words
	}
	readers := sync.Pool{New: func() any { return newReader(words) }}
	known := func(i int) *pastArticle {
		if a := p.article(t.Articles[i].Sum); a != nil && a.Original == t.originalSum(i) {
			return a
		}
		return nil
	}
	read := func(i int) []mention {
		r := readers.Get().(*reader)
		defer readers.Put(r)
		return t.read(r, i)
	}
	briefs, fresh := make([][]brief, len(t.Articles)), make([][]mention, len(t.Articles))
	each(len(t.Articles), func(i int) {
		if a := known(i); a != nil {
			var ok bool
			if briefs[i], ok = unpackBriefs(a.Briefs, i); ok {
				return
			}
		}
		fresh[i] = read(i)
		for j := range fresh[i] {
			briefs[i] = append(briefs[i], briefOf(&fresh[i][j]))
		}
	})
	k.mentions = newMentions(briefs, func(i int) []mention {
		if a := known(i); a != nil {
			if mentions, ok := unpackMentions(a.Mentions, i); ok {
				return mentions
			}
		}
		return read(i)
	})
	for i := range fresh {
		if fresh[i] != nil {
			k.mentions.articles[i].Store(&fresh[i])
		}
	}
	k.at = make([]Evidence, len(k.mentions.brief))
	for i := range k.at {
		k.at[i] = k.mentions.brief[i].at
	}
	if p != nil {
		k.identify(t)
	}
	k.once = newReader(words).families(once)
	k.byDate()
	k.refine()
	k.disputes()
	k.link(t)
	return k
}

// read reads the mentions of article i.
func (t *Timeline) read(r *reader, i int) (mentions []mention) {
	a := &t.Articles[i]
	known := t.original(i)
	for j := range a.Events {
		e := &a.Events[j]
		_, decided := a.Reviews[e.ID]
		if known[e.Quote] || e.Aside && !decided {
			continue
		}
		mentions = append(mentions, r.read(Evidence{i, j}, e, headText(a, j)))
	}
	cast(mentions)
	return mentions
}

// cast tells the mentions of an article which names its dated sentences have.
func cast(mentions []mention) {
	var all []word
	for i := range mentions {
		all = append(all, mentions[i].heard...)
	}
	slices.Sort(all)
	all = slices.Clip(slices.Compact(all))
	for i := range mentions {
		mentions[i].cast = all
	}
}

// original returns the sentences of the article that article i copies. What a
// copy says in the same words is no second report, and its "Tuesday" may be
// another than the one the first article meant.
func (t *Timeline) original(i int) map[string]bool {
	if t.CopyOf[i] < 0 {
		return nil
	}
	known := map[string]bool{}
	for _, e := range t.Articles[t.CopyOf[i]].Events {
		known[e.Quote] = true
	}
	return known
}

// headText returns the words that carry event j of r, "" when its span lies
// outside the text.
func headText(r *Reading, j int) string {
	h := r.Events[j].Head
	if h.Start < 0 || h.End > len(r.Article.Text) || h.Start >= h.End {
		return ""
	}
	return r.Article.Text[h.Start:h.End]
}

// event makes one event of a cluster.
func (t *Timeline) event(k *clustering, c *cluster) Event {
	evidence := make([]Evidence, len(c.members))
	for i, m := range c.members {
		evidence[i] = k.at[m]
	}
	slices.SortFunc(evidence, compareEvidence)
	e := t.of(evidence)
	if e.Claims = t.claims(evidence); len(e.Claims) > 0 {
		e.Date = e.Claims[0].Date
		e.Confidence = t.surest(evidence, e.Claims[0])
		e.WasPlanned = t.wasPlanned(e.Status, e.Date)
	}
	e.Why = t.why(k, c)
	t.decide(&e)
	return e
}

// of makes an event of evidence, dates apart.
func (t *Timeline) of(evidence []Evidence) Event {
	_, m := t.Of(evidence[0])
	e := Event{
		Participants: t.participants(evidence),
		Place:        t.place(evidence),
		Confidence:   m.Confidence,
		Evidence:     evidence,
		History:      t.history(evidence),
	}
	e.Status = e.History[len(e.History)-1].Status
	e.Label = t.leadLabel(evidence, e.Participants, e.Status)
	return e
}
