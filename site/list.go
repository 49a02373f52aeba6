package site

import (
	"fmt"
	"strings"
	"sync"
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

// eventList is the pages called name, name.2 … that list events.
type eventList struct {
	b           *builder
	name, title string
	events      []int // by index, in order
	fill        func(v *listView, at string)
	parts       int

	sharing sync.Mutex
	left    int       // pages that are not made yet
	shared  *overview // of all pages, while some are left; nil before one asks for it
}

// overview is what the pages of a list show of all of it.
type overview struct {
	*sketch
	lead func(from string, year, month int) string
}

// list returns the pages called name, name.2 … that list events, given by
// index. fill completes the view of the page that is called at.
func (b *builder) list(name, title string, events []int, fill func(v *listView, at string)) []page {
	l := &eventList{b: b, name: name, title: title, events: b.inOrder(events), fill: fill, parts: parts(len(events))}
	l.left = l.parts
	var todo []page
	for k := range l.parts {
		at := numbered(name, k)
		b.madeFrom(at, func(m mixture) mixture { return l.from(m, k) })
		todo = append(todo, page{name: at, make: func() ([]byte, error) { return l.make(k) }})
	}
	return todo
}

// around returns page k without its events.
func (l *eventList) around(k int) listView {
	at := numbered(l.name, k)
	v := listView{frame: l.b.frame(at, l.title), Standfirst: l.b.m.count("n.events", len(l.events)), Parts: l.b.partLinks(l.name, l.parts, k)}
	v.About, v.Script = l.title+": "+v.Standfirst, true
	l.fill(&v, at)
	return v
}

// from mixes in what page k is made from.
func (l *eventList) from(m mixture, k int) mixture {
	v := l.around(k)
	if l.parts > 1 {
		m.origin(l.overview().origin()) // it shows the events of all parts
	}
	return l.b.listFrom(m, &v, part(l.events, k))
}

// make makes page k.
func (l *eventList) make(k int) ([]byte, error) {
	at, v := numbered(l.name, k), l.around(k)
	var err error
	if v.Years, err = l.b.byYear(part(l.events, k), at); err != nil {
		return nil, err
	}
	all := l.overview()
	v.Strips = all.strips(func(year, month int) string { return all.lead(at, year, month) }, v.Root)
	l.made()
	return l.b.pages.render("list", v)
}

// overview returns the overview of the list. There are as many lists as
// topics, and an overview is large: it is kept while there are pages of its
// list to be made, and no longer.
func (l *eventList) overview() *overview {
	l.sharing.Lock()
	defer l.sharing.Unlock()
	if l.shared == nil {
		l.shared = &overview{l.b.sketch(l.events), l.b.partHeading(l.name, l.events)}
	}
	return l.shared
}

// made notes that a page is made.
func (l *eventList) made() {
	l.sharing.Lock()
	defer l.sharing.Unlock()
	if l.left--; l.left <= 0 {
		l.shared = nil
	}
}

// partHeading returns what links to the heading of a year, and of the month
// unless it is 0, from the page called from: on the first page, of those that
// list events in order, that has it.
func (b *builder) partHeading(name string, events []int) func(from string, year, month int) string {
	type heading struct{ year, month int }
	first := map[heading]int{}
	if len(events) <= most {
		events = nil // all are on the first
	}
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
