package site

import (
	"cmp"
	"slices"
	"strings"

	"dateline/timeline"
)

// changesView is a page of what people decided, and of what became of the
// articles, the latest first.
type changesView struct {
	frame
	Parts []link
	Feed  link // Href is "" where there is none
	Days  []changeDay
}

// changeDay is what was decided and changed on one day.
type changeDay struct {
	On      phrase
	Changes []change
}

// Revision is what became of an article on a day: of interest to readers of a
// site whose articles are kept in git.
type Revision struct {
	On      string // 2006-01-02
	Article string // ID, "" for one that is not on the site
	Kind    string // "added", "changed" or "removed"
}

// change is one decision of a person, or what became of an article.
type change struct {
	timeline.Verdict        // Label, Note and By are "" where it is of an article
	Href             string // the page of the event or article, "" for none
	Article          string // its title
	Said             string // what became of the article
	Kind             string // that of its Revision
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
	if !slices.ContainsFunc(b.t.Articles, func(r timeline.Reading) bool { return len(r.Withdrawn) > 0 }) {
		return nil
	}
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
		todo = append(todo, page{name: w.at, make: func() ([]byte, error) {
			v := withdrawnView{frame: b.frame(w.at, b.m["withdrawn.title"]), Verdict: w.Verdict, On: b.say.value(w.On)}
			v.Article = b.publication(w.article, v.Root)
			return b.pages.render("withdrawn", v)
		}})
	}
	return todo
}

// changes returns what people decided and what became of the articles, the
// latest first; of one day, the decisions come first.
func (b *builder) changes() []change {
	at := map[string]string{}
	decided := slices.ContainsFunc(b.t.Articles, func(r timeline.Reading) bool { return len(r.Verdicts) > 0 })
	for i, e := range b.t.Events {
		if !decided {
			break // nobody asks where they are
		}
		at[e.ID] = b.eventAt[i]
		for _, ev := range e.Evidence {
			_, m := b.t.Of(ev)
			at[m.ID] = b.eventAt[i]
		}
	}
	for _, w := range b.withdrawn {
		at[w.Event] = w.at
	}
	var all []change
	article := map[string]int{}
	for i, r := range b.t.Articles {
		article[r.Article.ID] = i
		for _, v := range r.Verdicts {
			all = append(all, change{Verdict: v, Href: at[v.Event]})
		}
	}
	slices.SortStableFunc(all, func(x, y change) int {
		return cmp.Or(strings.Compare(y.On, x.On), strings.Compare(x.Verdict.Article, y.Verdict.Article))
	})
	for _, r := range b.cfg.History {
		c := change{Verdict: timeline.Verdict{On: r.On}, Said: b.m["changes."+r.Kind], Kind: r.Kind}
		if i, ok := article[r.Article]; ok {
			c.Article, c.Href = b.t.Articles[i].Article.Title, b.textAt[i]
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(x, y change) int { return strings.Compare(y.On, x.On) })
	return all
}

// changeDays puts changes under their days, for a page whose way back to the
// top of the site is root.
func (b *builder) changeDays(all []change, root string) []changeDay {
	var days []changeDay
	for k, c := range all {
		if c.Href != "" {
			c.Href = root + c.Href
		}
		if k == 0 || all[k-1].On != c.On {
			days = append(days, changeDay{On: b.say.value(c.On)})
		}
		d := &days[len(days)-1]
		d.Changes = append(d.Changes, c)
	}
	return days
}

// changesPages returns the pages of changes, none when there are none.
func (b *builder) changesPages() []page {
	all := b.changes()
	if len(all) == 0 {
		return nil
	}
	var todo []page
	n := parts(len(all))
	for k := range n {
		name := numbered(changesAt, k)
		todo = append(todo, page{name: name, make: func() ([]byte, error) {
			v := changesView{frame: b.frame(name, b.m["changes.title"]), Parts: b.partLinks(changesAt, n, k)}
			if b.hasChangeFeed(all) {
				v.Feeds = append([]alternate{{atomType, v.Root + changesAtomAt, v.Title}, {jsonFeedType, v.Root + changesJSONAt, v.Title}}, v.Feeds...)
				v.Feed = link{Text: b.m["changes.follow"], Href: v.Root + changesAtomAt}
			}
			v.About, v.Days = b.m["changes.standfirst"], b.changeDays(part(all, k), v.Root)
			return b.pages.render("changes", v)
		}})
	}
	return append(todo, b.changeFeedPages(all)...)
}
