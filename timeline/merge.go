package timeline

import "slices"

// gather groups the mentions of t: each cluster is one event. Undated
// mentions stay apart, each by itself: nothing says that they are one.
func (t *Timeline) gather() (*clustering, []Evidence) {
	k := &clustering{}
	var undated []Evidence
	r := newReader()
	for i := range t.Articles {
		a := &t.Articles[i]
		for j := range a.Events {
			e := &a.Events[j]
			if e.Date.IsZero() {
				undated = append(undated, Evidence{i, j})
				continue
			}
			k.mentions = append(k.mentions, r.read(Evidence{i, j}, e, headText(a, j)))
		}
	}
	k.byDate()
	k.refine()
	return k, undated
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
	var evidence []Evidence
	for _, m := range c.members {
		evidence = append(evidence, k.mentions[m].at)
	}
	slices.SortFunc(evidence, compareEvidence)
	e := t.single(evidence[0])
	e.Evidence = evidence
	return e
}

// single makes an event of one mention.
func (t *Timeline) single(at Evidence) Event {
	_, m := t.Of(at)
	e := Event{
		ID: m.ID, Label: m.Label, Date: m.Date, Status: m.Status, Participants: m.Participants,
		Place: m.Place, Confidence: m.Confidence, Evidence: []Evidence{at},
	}
	if !m.Date.IsZero() {
		e.Claims = []Claim{{m.Date, []int{0}}}
	}
	return e
}
