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

// yearLine is a line in a list of years: one year with its bar and the events
// that say best what it was, or several years that have few events each.
type yearLine struct {
	link
	Events, Share int // Share is the events in percent of the year that has most
	Key           []link
	Name          string // of several years, "1970s"
	Few           []yearCount
}

// yearCount is one of several years on a line.
type yearCount struct {
	link
	Events int
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
	b.madeFrom(index, b.overallFrom)
	todo := []page{{name: index, make: func() ([]byte, error) {
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
			v.OneYear = true
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

// A year that has less than a fewth of the events of the year that has most
// shares its line with its neighbors; so it does with fewest or less.
const (
	fewth  = 40
	fewest = 7
)

// yearLines returns the years with their events counted.
func (b *builder) yearLines(root string) []yearLine {
	years, events := b.years()
	most := 1
	for _, e := range events {
		most = max(most, len(e))
	}
	shares := func(n int) bool { return len(years) > 12 && (n <= fewest || n*fewth < most) }
	b.keyOnce.Do(func() {
		b.keyOf = map[int][]int{}
		for y, e := range events {
			if n := len(e); !shares(n) {
				b.keyOf[y] = b.keyEvents(e, min(1+n/60, 3))
			}
		}
	})
	var lines []yearLine
	var few []int
	flush := func() {
		for _, some := range decades(few) {
			if y := some[0]; len(some) == 1 {
				n := len(events[y])
				lines = append(lines, yearLine{link: link{Text: b.say.year(y), Href: root + yearAt(y)}, Events: n, Share: max(1, n*100/most)})
				continue
			}
			line := yearLine{Name: b.yearsName(some)}
			for _, y := range some {
				line.Few = append(line.Few, yearCount{link{Text: b.say.year(y), Href: root + yearAt(y)}, len(events[y])})
			}
			lines = append(lines, line)
		}
		few = nil
	}
	for _, y := range years {
		n := len(events[y])
		if shares(n) {
			few = append(few, y)
			continue
		}
		flush()
		line := yearLine{link: link{Text: b.say.year(y), Href: root + yearAt(y)}, Events: n, Share: max(1, n*100/most)}
		for _, i := range b.keyOf[y] {
			line.Key = append(line.Key, link{Text: b.t.Events[i].Label, Href: root + b.eventAt[i]})
		}
		lines = append(lines, line)
	}
	flush()
	return lines
}

// decades divides years into decades. Decades with fewer than three of the
// years go together until there are five.
func decades(years []int) [][]int {
	var all [][]int
	decade := func(y int) int { return y - (y%10+10)%10 }
	for i := 0; i < len(years); {
		from := i
		for i < len(years) && decade(years[i]) == decade(years[from]) {
			i++
		}
		some := years[from:i]
		if n := len(all) - 1; n >= 0 && len(some) < 3 && len(all[n]) < 5 {
			all[n] = years[from-len(all[n]) : i]
			continue
		}
		all = append(all, some)
	}
	return all
}

// yearsName names several years: the one, the decade, or from which to which.
func (b *builder) yearsName(years []int) string {
	first, last := years[0], years[len(years)-1]
	switch {
	case first == last:
		return b.say.year(first)
	case first > 0 && first/10 == last/10:
		return b.m.text("date.decade", "year", b.say.year(first-first%10))
	case first < 0:
		return b.say.year(first) + " – " + b.say.year(last)
	}
	return b.say.year(first) + "–" + b.say.year(last)
}

// everything returns the index of every event.
func (b *builder) everything() []int {
	all := make([]int, len(b.t.Events))
	for i := range all {
		all[i] = i
	}
	return all
}
