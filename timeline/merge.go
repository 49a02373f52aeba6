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
	read := make([][]mention, len(t.Articles))
	each(len(t.Articles), func(i int) {
		if known := p.article(t.Articles[i].Sum); known != nil && known.Original == t.originalSum(i) {
			var ok bool
			if read[i], ok = unpackMentions(known.Mentions, i); ok {
				return
			}
		}
		r := readers.Get().(*reader)
		defer readers.Put(r)
		read[i] = t.read(r, i)
	})
	n := 0
	for _, mentions := range read {
		n += len(mentions)
	}
	k.at, k.mentions = make([]Evidence, 0, n), make([]mention, 0, n)
	for i, mentions := range read {
		for _, m := range mentions {
			k.at = append(k.at, m.at)
		}
		k.mentions = append(k.mentions, mentions...)
		read[i] = nil
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
