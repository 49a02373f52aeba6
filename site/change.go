package site

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline"
)

// changesView is the page of what people decided, the latest first.
type changesView struct {
	frame
	Days []changeDay
}

// changeDay is what was decided on one day.
type changeDay struct {
	On      phrase
	Changes []change
}

// change is one decision of a person.
type change struct {
	timeline.Verdict
	Href string // the page of the event
}

const changesAt = "changes.html"

// withdrawn is an event that a person rejected after it had been published.
type withdrawn struct {
	timeline.Verdict
	article int
	at      string
}

// withdrawnView is the page that stays in the place of a withdrawn event, so
// that links to it do not rot.
type withdrawnView struct {
	frame
	Verdict timeline.Verdict
	On      phrase
	Article publication
}

// findWithdrawn lists the withdrawn events. One that is on the timeline after
// all, because another article tells of it, has its own page already.
func (b *builder) findWithdrawn(taken names) []withdrawn {
	standing := map[string]bool{}
	for _, e := range b.t.Events {
		standing[e.ID] = true
	}
	var all []withdrawn
	for i, r := range b.t.Articles {
		for _, v := range r.Withdrawn {
			if v.Event == "" || standing[v.Event] {
				continue
			}
			standing[v.Event] = true
			all = append(all, withdrawn{v, i, "events/" + taken.take(v.Event) + ".html"})
		}
	}
	return all
}

func (b *builder) withdrawnPages() []page {
	var todo []page
	for _, w := range b.withdrawn {
		todo = append(todo, page{w.at, func() ([]byte, error) {
			v := withdrawnView{frame: b.frame(w.at, b.m["withdrawn.title"]), Verdict: w.Verdict, On: b.say.value(w.On)}
			v.Article = b.publication(w.article, v.Root)
			return b.pages.render("withdrawn", v)
		}})
	}
	return todo
}

// changesPage returns the page of decisions, none when there are none.
func (b *builder) changesPage() []page {
	var all []timeline.Verdict
	for _, r := range b.t.Articles {
		all = append(all, r.Verdicts...)
	}
	if len(all) == 0 {
		return nil
	}
	slices.SortStableFunc(all, func(x, y timeline.Verdict) int {
		return cmp.Or(strings.Compare(y.On, x.On), strings.Compare(x.Article, y.Article))
	})
	at := map[string]string{}
	for i, e := range b.t.Events {
		at[e.ID] = b.eventAt[i]
		for _, ev := range e.Evidence {
			_, m := b.t.Of(ev)
			at[m.ID] = b.eventAt[i]
		}
	}
	for _, w := range b.withdrawn {
		at[w.Event] = w.at
	}
	return []page{{changesAt, func() ([]byte, error) {
		v := changesView{frame: b.frame(changesAt, b.m["changes.title"])}
		v.About = b.m["changes.standfirst"]
		for k, c := range all {
			if k == 0 || all[k-1].On != c.On {
				v.Days = append(v.Days, changeDay{On: b.say.value(c.On)})
			}
			d := &v.Days[len(v.Days)-1]
			d.Changes = append(d.Changes, change{c, at[c.Event]})
		}
		return b.pages.render("changes", v)
	}}}
}
