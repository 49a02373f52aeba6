package site

import (
	"slices"
	"sync"
)

// yearsView is the page that lists the years.
type yearsView struct {
	frame
	Standfirst string
	Strips     []strip
	Years      []yearLine
}

// yearLine is a year in a list; Share is its events in percent of the year
// that has most.
type yearLine struct {
	link
	Events, Share int
}

// yearAt returns the name of the page of a year.
func yearAt(year int) string { return "years/" + headingID(year, -1)[1:] + ".html" }

// years returns the years that have events, and the events of each.
func (b *builder) years() (years []int, events map[int][]int) {
	events = map[int][]int{}
	for i, e := range b.t.Events {
		y, _ := place(e.Date)
		if events[y] == nil {
			years = append(years, y)
		}
		events[y] = append(events[y], i)
	}
	slices.Sort(years)
	return years, events
}

func (b *builder) yearPages() []page {
	years, events := b.years()
	const index = "years/index.html"
	todo := []page{{index, func() ([]byte, error) {
		v := yearsView{frame: b.frame(index, b.m["years.title"]), Standfirst: b.m.text("years.standfirst", "events", b.m.count("n.events", len(b.t.Events)))}
		v.About = v.Standfirst
		v.Years = b.yearLines(v.Root)
		v.Strips = b.strips(b.everything(), func(year, month int) string { return v.Root + yearAt(year) }, v.Root)
		return b.pages.render("years", v)
	}}}
	for k, y := range years {
		name := yearAt(y)
		facets := sync.OnceValue(func() []topicKind { return b.facets(events[y], root(name)) })
		todo = append(todo, b.list(name, b.say.year(y), events[y], func(v *listView, at string) {
			v.Up = link{Text: b.m["years.title"], Href: v.Root + index}
			v.Facets = facets()
			if k > 0 {
				v.Prev = &link{Text: b.say.year(years[k-1]), Href: v.Root + yearAt(years[k-1])}
			}
			if k+1 < len(years) {
				v.Next = &link{Text: b.say.year(years[k+1]), Href: v.Root + yearAt(years[k+1])}
			}
		})...)
	}
	return todo
}

// yearLines returns the years with their events counted.
func (b *builder) yearLines(root string) []yearLine {
	years, events := b.years()
	most := 1
	for _, e := range events {
		most = max(most, len(e))
	}
	var lines []yearLine
	for _, y := range years {
		lines = append(lines, yearLine{link{Text: b.say.year(y), Href: root + yearAt(y)}, len(events[y]), max(1, len(events[y])*100/most)})
	}
	return lines
}

// everything returns the index of every event.
func (b *builder) everything() []int {
	all := make([]int, len(b.t.Events))
	for i := range all {
		all[i] = i
	}
	return all
}
