package site

// conflictsView is a page that shows the disputed dates side by side.
type conflictsView struct {
	frame
	Standfirst string
	Parts      []link
	Events     []conflict
}

// conflict is an event to which the reports give different dates.
type conflict struct {
	Entry  entryView
	Flow   *flow // nil where there is nothing to draw
	Claims []claimView
}

const conflictsAt = "disputed.html"

// conflicts returns the events with disputed dates, by index.
func (b *builder) conflicts() []int {
	var found []int
	for i, e := range b.t.Events {
		if e.Conflict() {
			found = append(found, i)
		}
	}
	return found
}

// conflictPages returns the pages of disputed dates, none when there are none.
func (b *builder) conflictPages() []page {
	all := b.conflicts()
	if len(all) == 0 {
		return nil
	}
	var todo []page
	n := parts(len(all))
	for k := range n {
		name := numbered(conflictsAt, k)
		b.madeFrom(name, func(m mixture) mixture {
			m.number(n)
			return m.each(b.origins.listed, part(all, k))
		})
		todo = append(todo, page{name: name, make: func() ([]byte, error) {
			v := conflictsView{frame: b.frame(name, b.m["conflicts.title"]), Standfirst: b.m["conflicts.standfirst"], Parts: b.partLinks(conflictsAt, n, k)}
			v.About = v.Standfirst
			for _, i := range part(all, k) {
				v.Events = append(v.Events, conflict{b.entry(i, name), b.flow(i), b.claims(i, v.Root)})
			}
			return b.pages.render("conflicts", v)
		}})
	}
	return todo
}

// claims returns the dates that the reports give to event i, the leading one
// first; nil when they agree.
func (b *builder) claims(i int, root string) []claimView {
	e := b.t.Events[i]
	if !e.Conflict() {
		return nil
	}
	var claims []claimView
	for _, c := range e.Claims {
		claim := claimView{When: b.say.fullAs(c.Date, e.Status)}
		seen := map[int]bool{}
		for _, k := range c.Evidence {
			ev := e.Evidence[k]
			r, m := b.t.Of(ev)
			seen[ev.Article] = true
			claim.Evidence = append(claim.Evidence, claimEvidence{b.publication(ev.Article, root), sentence(r, m)})
		}
		claim.Articles = len(seen)
		claims = append(claims, claim)
	}
	return claims
}
