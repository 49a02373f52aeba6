package site

// movedView is the page at an address that an event had, or could have had,
// before it came to be named after an earlier report.
type movedView struct {
	frame
	Event link
	When  phrase
}

// moved is an old name of an event.
type moved struct {
	at    string // file name of the page
	event int    // index into the timeline
}

// findMoved lists the other names of the events, so that a permanent link
// leads to its event for as long as the mention that it was named after is told.
// A name that another page has by now stays with that page.
func (b *builder) findMoved(taken names) []moved {
	var all []moved
	for i, e := range b.t.Events {
		for _, id := range b.t.Aliases(e) {
			if name := slug(id); !taken[name] {
				taken[name] = true
				all = append(all, moved{"events/" + name + ".html", i})
			}
		}
	}
	return all
}

func (b *builder) movedPages() []page {
	var todo []page
	for _, m := range b.moved {
		b.madeFrom(m.at, func(mix mixture) mixture {
			mix.origin(b.origins.events[m.event])
			return mix
		})
		todo = append(todo, page{name: m.at, make: func() ([]byte, error) {
			e := b.t.Events[m.event]
			v := movedView{frame: b.frame(m.at, e.Label), When: b.say.fullAs(e.Date, e.Status)}
			v.Event = link{Text: e.Label, Href: v.Root + b.eventAt[m.event]}
			v.Refresh = "0; url=" + v.Event.Href
			if v.Canonical != "" {
				v.Canonical = b.address(b.eventAt[m.event])
			}
			return b.pages.render("moved", v)
		}})
	}
	return todo
}
