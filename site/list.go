package site

import (
	"fmt"
	"strings"
)

// most is the number of events, articles or topics that one page lists. With
// more, a page would be heavier than 60 KB and slow on a phone.
const most = 500

// listView is a page that lists events: those of a year or of a topic.
type listView struct {
	frame
	OneYear    bool // all events are of one year, which the title says
	Up         link // the page that this one is one of many of
	Standfirst string
	Strips     []strip
	Facets     []topicKind // the topics of a year, the most frequent first
	Years      []yearView
	Parts      []link // the pages of a long list
	Prev, Next *link
}

// numbered returns the name of part n, from 0, of a page. No slug has a dot, so
// that it is no other page's name.
func numbered(name string, n int) string {
	if n == 0 {
		return name
	}
	return fmt.Sprintf("%s.%d.html", strings.TrimSuffix(name, ".html"), n+1)
}

// parts returns how many pages n things take.
func parts(n int) int { return max(1, (n+most-1)/most) }

// part returns the things on page k.
func part[T any](all []T, k int) []T {
	return all[k*most : min((k+1)*most, len(all))]
}

// partLinks returns the links between the pages of a long list, none when
// there is only one.
func (b *builder) partLinks(name string, n, current int) []link {
	if n < 2 {
		return nil
	}
	var links []link
	for k := range n {
		links = append(links, link{Text: b.m.text("list.part", "n", k+1), Href: root(name) + numbered(name, k), Current: k == current})
	}
	return links
}

// list returns the pages called name, name.2 … that list events, given by
// index. fill completes the view of the page that is called at.
func (b *builder) list(name, title string, events []int, fill func(v *listView, at string)) []page {
	events = b.inOrder(events)
	var todo []page
	n := parts(len(events))
	lead, overview := b.partHeading(name, events), b.sketch(events)
	for k := range n {
		at := numbered(name, k)
		here := part(events, k)
		around := func() listView {
			v := listView{frame: b.frame(at, title), Standfirst: b.m.count("n.events", len(events)), Parts: b.partLinks(name, n, k)}
			v.About, v.Script = title+": "+v.Standfirst, true
			fill(&v, at)
			return v
		}
		b.madeFrom(at, func(m mixture) mixture {
			v := around()
			if n > 1 {
				m.origin(overview.origin()) // it shows the events of all parts
			}
			return b.listFrom(m, &v, here)
		})
		todo = append(todo, page{at, func() ([]byte, error) {
			v := around()
			var err error
			if v.Years, err = b.byYear(here, at); err != nil {
				return nil, err
			}
			v.Strips = overview.strips(func(year, month int) string { return lead(at, year, month) }, v.Root)
			return b.pages.render("list", v)
		}})
	}
	return todo
}

// partHeading returns what links to the heading of a year, and of the month
// unless it is 0, from the page called from: on the first page, of those that
// list events in order, that has it.
func (b *builder) partHeading(name string, events []int) func(from string, year, month int) string {
	type heading struct{ year, month int }
	first := map[heading]int{}
	for i, e := range events {
		year, month := place(b.t.Events[e].Date)
		for _, h := range []heading{{year, month}, {year, 0}} {
			if _, known := first[h]; !known {
				first[h] = i / most
			}
		}
	}
	return func(from string, year, month int) string {
		at := numbered(name, first[heading{year, month}])
		if at == from {
			return headingLink(year, month)
		}
		return root(from) + at + headingLink(year, month)
	}
}
