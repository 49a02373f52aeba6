package site

import (
	"fmt"
	"slices"
	"sort"

	"dateline/extract/event"
	"dateline/extract/timex"
)

// strip is the overview of a timeline: a drawing whose columns stand for
// days, months or years and lead to them. It is drawn twice, for wide and for
// narrow pages, since the figures of a drawing that shrinks cannot be read.
// Coordinates are SVG user units.
type strip struct {
	Class         string // "wide" or "narrow"
	Width, Height int
	Base          int // where the columns stand
	Columns       []column
	Gaps          []int // the middle of each stretch without events, which is left out
	Eras          []era
}

// column is the events of one period.
type column struct {
	X, W, Mid    int // of the bar
	HitX, HitW   int // of the whole column, which leads to its events
	Sure, SureY  int // height and top of the filled part: what happened or was said
	Open, OpenY  int // of the outlined part above it: planned, possible, did not happen
	OpenW, OpenH int // of the outline, drawn inside that part
	CountY       int
	Count        int
	Label        string // under the column
	Over         string // the year or month that begins with it, under the label; "" within one
	Unit         string // of Count, for those who do not see it: "events"
	Href         string
}

// era is a span of time, drawn as a line under the columns that it covers.
type era struct {
	X1, X2, Y   int
	Open        bool // it has no end
	Label, Href string
	LabelX      int
	Anchor      string // SVG text-anchor: "start" or "end"
}

// The measures of a strip.
const (
	stripGap    = 16 // a stretch that is left out
	stripColumn = 27 // the least width of a column: a target for a finger, WCAG 2.5.8
	stripSpan   = 46 // the least width of a column for several years: its label is long
	stripDecade = 36
	stripBar    = 26 // the greatest width of what is drawn in a column
	stripTop    = 18 // room for the count over the highest column
	stripTall   = 72 // the highest column
	stripEras   = 4  // at most so many spans are drawn
)

// scale is the length of the periods of a strip in years; 0 stands for
// months and -1 for days.
type scale int

// scales are those that a strip may have, finest first.
var scales = []scale{-1, 0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 5000}

// period returns the number of the period in which p lies; ok is false when
// p is not known closely enough.
func (s scale) period(p timex.Point) (n int, ok bool) {
	switch {
	case s < 0:
		d, ok := timex.DayOf(p.Year, p.Month, p.Day)
		return int(d), ok
	case s == 0:
		return p.Year*12 + p.Month - 1, p.Month > 0
	}
	n = p.Year / int(s)
	if p.Year%int(s) < 0 {
		n--
	}
	return n, true
}

// first returns the first day, month or year of period n.
func (s scale) first(n int) timex.Point {
	switch {
	case s < 0:
		y, m, d := timex.Day(n).Civil()
		return timex.Point{Year: y, Month: m, Day: d}
	case s == 0:
		y := n / 12
		if n%12 < 0 {
			y--
		}
		return timex.Point{Year: y, Month: n - y*12 + 1}
	}
	return timex.Point{Year: n * int(s)}
}

// strips draws events, given by index. href returns the link to the heading
// of the year, and of the month unless it is 0, of a point.
func (b *builder) strips(events []int, href func(year, month int) string, top string) []strip {
	var all []strip
	for _, form := range []struct {
		class string
		width int
	}{{"wide", 716}, {"narrow", 280}} {
		if s, ok := b.strip(events, form.width, href, top); ok {
			s.Class = form.class
			all = append(all, s)
		}
	}
	return all
}

// strip draws one strip on the finest scale on which its columns are wide
// enough; ok is false when it would have less than three, which say nothing
// that the list does not.
func (b *builder) strip(events []int, width int, href func(year, month int) string, top string) (strip, bool) {
	for _, sc := range scales {
		counts, ok := b.periods(sc, events)
		if !ok {
			continue
		}
		var periods []int
		for n := range counts {
			periods = append(periods, n)
		}
		slices.Sort(periods)
		gaps := 0
		for i := 1; i < len(periods); i++ {
			if periods[i] > periods[i-1]+1 {
				gaps++
			}
		}
		least := stripColumn
		switch {
		case sc == 10:
			least = stripDecade
		case sc > 1:
			least = stripSpan
		}
		if len(periods)*least+gaps*stripGap > width {
			continue
		}
		if len(periods) < 3 {
			return strip{}, false
		}
		s := strip{Width: width, Base: stripTop + stripTall}
		s.draw(b, sc, periods, counts, min((width-gaps*stripGap)/len(periods), 64), func(year, month int) string {
			return href(b.yearWithEvents(sc, events, year), month)
		})
		s.drawEras(b, sc, periods, events, top)
		return s, true
	}
	return strip{}, false
}

// yearWithEvents returns the first year with an event in the period that
// begins with year: a decade is linked to a heading that exists.
func (b *builder) yearWithEvents(sc scale, events []int, year int) int {
	if sc <= 1 {
		return year
	}
	first := year + int(sc)
	for _, i := range events {
		if y := placing(b.t.Events[i].Date).Year; y >= year {
			first = min(first, y)
		}
	}
	return first
}

// periods counts the events of each period, those that happened and others;
// ok is false when an event is not known closely enough for the scale.
func (b *builder) periods(sc scale, events []int) (counts map[int][2]int, ok bool) {
	counts = map[int][2]int{}
	for _, i := range events {
		e := b.t.Events[i]
		n, ok := sc.period(placing(e.Date))
		if !ok {
			return nil, false
		}
		c := counts[n]
		switch e.Status {
		case event.Planned, event.Possible, event.Negated:
			c[1]++
		default:
			c[0]++
		}
		counts[n] = c
	}
	return counts, true
}

// draw puts the columns into s.
func (s *strip) draw(b *builder, sc scale, periods []int, counts map[int][2]int, w int, href func(year, month int) string) {
	most := 1
	for _, c := range counts {
		most = max(most, c[0]+c[1])
	}
	unit := func(n int) int {
		if n == 0 {
			return 0
		}
		return max(4, n*stripTall/max(most, 6))
	}
	x := 0
	for i, n := range periods {
		if i > 0 && n > periods[i-1]+1 {
			s.Gaps = append(s.Gaps, x+stripGap/2)
			x += stripGap
		}
		c := counts[n]
		p := sc.first(n)
		label, over := b.say.year(p.Year), ""
		switch {
		case sc == 10:
			label = b.m.text("date.decade", "year", label)
		case sc > 1:
			label += fmt.Sprintf("–%02d", (p.Year+int(sc)-1)%100)
		case sc == 0:
			label = b.m[fmt.Sprintf("month.short.%d", p.Month)]
			if i == 0 || sc.first(periods[i-1]).Year != p.Year {
				over = b.say.year(p.Year)
			}
		case sc < 0:
			label = fmt.Sprint(p.Day)
			if i == 0 || sc.first(periods[i-1]).Month != p.Month {
				over = b.m[fmt.Sprintf("month.short.%d", p.Month)]
			}
		}
		bar := min(w-4, stripBar)
		col := column{X: x + (w-bar)/2, W: bar, Mid: x + w/2, HitX: x + 1, HitW: w - 2, Sure: unit(c[0]), Open: unit(c[1]), Count: c[0] + c[1], Label: label, Over: over,
			Unit: b.m.count("strip.unit", c[0]+c[1])}
		month := p.Month
		if sc > 0 {
			month = 0
		}
		year := p.Year
		col.SureY = s.Base - col.Sure
		col.OpenY = col.SureY - col.Open
		col.OpenW, col.OpenH = col.W-1, max(col.Open-1, 0)
		col.CountY = col.OpenY - 5
		col.Href = href(year, month)
		s.Columns = append(s.Columns, col)
		x += w
	}
	s.Width = max(x, s.Width)
	s.Height = s.Base + 20
	if sc < 1 {
		s.Height += 13
	}
}

// drawEras puts the longest spans into s, each on a line of its own.
func (s *strip) drawEras(b *builder, sc scale, periods []int, events []int, top string) {
	type span struct{ event, from, to, days int }
	var spans []span
	for _, i := range events {
		e := b.t.Events[i].Date
		held := b.t.Events[i].Status == event.Happened || b.t.Events[i].Status == event.Ongoing
		if !held || !e.Interval || e.OpenFrom {
			continue
		}
		from, _ := sc.period(e.From)
		to := periods[len(periods)-1]
		days := 1 << 30
		if !e.OpenTo {
			var ok bool
			if to, ok = sc.period(e.To); !ok {
				continue
			}
			first, last, _, _ := e.Bounds()
			days = int(last - first)
		}
		if to > from {
			spans = append(spans, span{i, from, to, days})
		}
	}
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].days > spans[j].days })
	spans = spans[:min(len(spans), stripEras)]
	sort.SliceStable(spans, func(i, j int) bool { return spans[i].from < spans[j].from })
	for _, sp := range spans {
		e := b.t.Events[sp.event]
		first, _ := slices.BinarySearch(periods, sp.from)
		last, exact := slices.BinarySearch(periods, sp.to)
		if !exact {
			last--
		}
		if first >= len(s.Columns) || last < first {
			continue
		}
		line := era{X1: s.Columns[first].X, X2: s.Columns[last].X + s.Columns[last].W, Y: s.Height + 8,
			Open: e.Date.OpenTo, Label: e.Label, Href: top + b.eventAt[sp.event]}
		room := (s.Width - line.X1) / 7 // a letter of the label is about 6 units wide
		line.LabelX, line.Anchor = line.X1, "start"
		if back := line.X2 / 7; back > room && len(e.Label) > room {
			line.LabelX, line.Anchor, room = line.X2, "end", back
		}
		if runes := []rune(line.Label); len(runes) > room {
			line.Label = string(runes[:max(room-1, 1)]) + "…"
		}
		s.Eras = append(s.Eras, line)
		s.Height += 27
	}
}

// placing returns the point of e by which it is placed: its begin, or its end
// where that is open.
func placing(e timex.EDTF) timex.Point {
	if e.Interval && e.OpenFrom {
		return e.To
	}
	return e.From
}
