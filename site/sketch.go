package site

import (
	"slices"
	"sync"

	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/internal/pack"
)

// sketch is the overview of a list of events as all pages of the list share
// it: where its columns stand, but not where they lead. It is worked out when
// the first page asks for it.
type sketch struct {
	b      *builder
	events []int // by index
	widths sync.Map
	from   func() origin
}

// sketched is the columns of an overview of one width.
type sketched struct {
	once   sync.Once
	layout *layout // nil for none
	years  []int   // of the events, sorted
}

// sketch returns the overview of events, given by index.
func (b *builder) sketch(events []int) *sketch {
	s := &sketch{b: b, events: events}
	s.from = sync.OnceValue(s.findOrigin)
	return s
}

// strips draws the overview. href returns the link to the heading of the year,
// and of the month unless it is 0, of a point.
func (s *sketch) strips(href func(year, month int) string, top string) []strip {
	var all []strip
	for _, form := range []struct {
		class string
		width int
	}{{"wide", stripWide}, {"narrow", stripNarrow}} {
		found := s.of(form.width)
		if found.layout == nil {
			continue
		}
		l := *found.layout
		l.href = func(year, month int) string { return href(found.yearWithEvents(l.scale, year), month) }
		drawn := l.draw(s.b)
		drawn.drawVague(s.b, &l)
		drawn.drawEras(s.b, &l, s.events, top)
		drawn.crop()
		drawn.Class, drawn.Name = form.class, s.b.m["strip.label"]
		all = append(all, drawn)
	}
	if n := len(all); n > 0 {
		all[n-1].Help = s.b.stripHelp(all[0])
	}
	return all
}

// of returns the columns of a width.
func (s *sketch) of(width int) *sketched {
	v, _ := s.widths.LoadOrStore(width, &sketched{})
	found := v.(*sketched)
	found.once.Do(func() {
		if found.layout = s.b.layOutFinest(s.events, width); found.layout == nil || found.layout.scale <= 1 {
			return
		}
		for _, i := range s.events {
			found.years = append(found.years, placing(s.b.t.Events[i].Date).Year)
		}
		slices.Sort(found.years)
		found.years = slices.Compact(found.years)
	})
	return found
}

// yearWithEvents returns the first year with an event in the period that
// begins with year: a decade is linked to a heading that exists.
func (s *sketched) yearWithEvents(sc scale, year int) int {
	if sc <= 1 {
		return year
	}
	first := year + int(sc)
	if i, _ := slices.BinarySearch(s.years, year); i < len(s.years) {
		first = min(first, s.years[i])
	}
	return first
}

// sketchFacts are what an event adds to an overview.
type sketchFacts struct {
	Date   timex.EDTF
	Status event.Status
}

var factsOfSketch = pack.For[sketchFacts]()

// origin returns a checksum of all that the overview is made from, but for the
// links.
func (s *sketch) origin() origin { return s.from() }

func (s *sketch) findOrigin() origin {
	m := make(mixture, 0, len(s.events)*len(origin{}))
	for _, i := range s.events {
		m.origin(s.b.origins.drawn[i])
	}
	return m.sum()
}

// drawnOrigin returns the origin of what event i adds to an overview.
func (b *builder) drawnOrigin(o *origins, i int) origin {
	e := &b.t.Events[i]
	if e.Date.Interval {
		return o.listed[i] // its line says more of it, and where it ends is told by articles
	}
	used := mixtures.Get().(*mixture)
	defer mixtures.Put(used)
	*used = factsOfSketch.Append((*used)[:0], &sketchFacts{e.Date, e.Status})
	return used.sum()
}
