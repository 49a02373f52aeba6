package site

import (
	"slices"
	"sort"

	"dateline/extract/event"
	"dateline/extract/timex"
)

// eraTall is the height of the line of an era and its label.
const eraTall = 27

// era is a span of time, drawn as a line under the columns that it covers.
type era struct {
	X1, X2, Y   int
	Open        bool // no end is known; it is drawn as far as was reported
	Label, Href string
	LabelX      int
	Anchor      string // SVG text-anchor: "start" or "end"
}

// drawEras puts the longest spans into s, each on a line of its own.
func (s *strip) drawEras(b *builder, l *layout, events []int, top string) {
	type span struct{ event, x1, x2, days int }
	var spans []span
	for _, i := range events {
		e := b.t.Events[i].Date
		held := b.t.Events[i].Status == event.Happened || b.t.Events[i].Status == event.Ongoing
		if !held || !e.Interval || e.OpenFrom || !b.carries(i) { // which takes longest
			continue
		}
		n, known := l.scale.period(e.From)
		if !known || e.OpenTo && n < l.first {
			continue // what began before the columns and has no end says nothing here
		}
		from, _ := l.at(s, e.From, false)
		first, last, _, _ := e.Bounds()
		end := e.To
		if e.OpenTo { // nobody said that it went on any longer
			if last, known = b.lastReport(i); !known || last < first {
				continue
			}
			end = timex.DayEDTF(last).From
		}
		to, known := l.at(s, end, true)
		if !known {
			continue
		}
		days := int(last - first)
		if to-from > 12 {
			spans = append(spans, span{i, from, to, days})
		}
	}
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].days > spans[j].days })
	spans = spans[:min(len(spans), stripEras)]
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].x1 < spans[j].x1 })
	for _, sp := range spans {
		e := b.t.Events[sp.event]
		line := era{X1: sp.x1, X2: sp.x2, Y: s.Height + 8, Open: e.Date.OpenTo, Label: e.Label, Href: top + b.eventAt[sp.event]}
		const letter = 6.4 // of the label, in units
		if runes, most := []rune(line.Label), int(float64(s.Width)/letter); len(runes) > most {
			line.Label = string(runes[:max(most-1, 1)]) + "…"
		}
		long := int(float64(len([]rune(line.Label))) * letter)
		switch line.LabelX, line.Anchor = line.X1, "start"; {
		case line.X1+long <= s.Width:
		case line.X2 >= long:
			line.LabelX, line.Anchor = line.X2, "end"
		default: // it does not fit on either side
			line.LabelX, line.Anchor = s.Width, "end"
		}
		s.Eras = append(s.Eras, line)
		s.Height += eraTall
	}
}

// lastReport returns the day of the latest article that tells of event i.
func (b *builder) lastReport(i int) (day timex.Day, known bool) {
	for _, at := range b.t.Events[i].Evidence {
		if r, _ := b.t.Of(at); r.Article.Published.Known && (!known || r.Article.Published.Day > day) {
			day, known = r.Article.Published.Day, true
		}
	}
	return day, known
}

// at returns where a point of time stands in s: the begin of its slot, or the
// end of it. What lies before or after the columns stands at their ends, and
// what lies in a stretch that is left out, at its end. ok is false when p is
// not known as closely as a column.
func (l *layout) at(s *strip, p timex.Point, end bool) (x int, ok bool) {
	n, ok := l.scale.period(p)
	if !ok {
		return 0, false
	}
	if n < l.first {
		return 0, true
	}
	if n > l.last {
		return s.Width, true
	}
	k, exact := slices.BinarySearch(l.shown, n)
	if len(l.before) > 0 {
		k++
	}
	col := s.Columns[k]
	if !exact {
		return col.X, true
	}
	slots := l.scale.slots()
	slot, known := l.scale.slot(p)
	switch {
	case !known && end:
		slot = slots
	case !known:
		slot = 0
	case end:
		slot++
	}
	return col.X + slot*col.W/slots, true
}

// carries reports whether a line can be drawn for event i: one that names
// something, and whose dates are no guess.
func (b *builder) carries(i int) bool {
	e := &b.t.Events[i]
	if e.Review.Decided() {
		return true
	}
	c := confidence(*e, b.t)
	return (c == timex.Explicit || c == timex.Inferred) && labelWorth(e.Label, e.Participants) > 0
}
