package site

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"dateline/extract/timex"
)

// strip is the overview of a timeline: a drawing whose columns stand for
// days, months or years and lead to them. Within a column stand bars for its
// finer periods, so that clusters are seen: the days of a month, the months of
// a year. What is known to the column only is a block as wide as the column. It
// is drawn twice, for wide and for narrow pages, since the figures of a
// drawing that shrinks cannot be read. Coordinates are SVG user units.
type strip struct {
	Class         string // "wide" or "narrow"
	Width, Height int
	Hit           int    // the height of what leads somewhere
	Top           int    // where the drawing begins: over low bars is no room
	Base          int    // where the bars stand
	Bar           string // width of a bar
	Columns       []column
	Gaps          []int // the middle of each stretch without events, which is left out
	Vague         *vague
	Eras          []era
	Help          string // how to read it; "" where another says it
	Name          string // for those who do not see it
	Of            *link  // what it shows, where that is a part of the page's matter
}

// column is the events of one period.
type column struct {
	X, W, Mid    int
	Sure, Open   string // paths of the bars: of what happened or was said, and of what was planned, possible or did not happen
	WideY, WideH int    // top and height of the block of what is known to the column only
	WideX, WideW int
	CountY       int
	Count        int    // of events; without any, the column leads nowhere
	Label        string // under the column
	Shift        int    // of the label, to keep it within the drawing
	Rest         bool   // it stands for all before or after the others
	Hushed       bool   // there is no room for the label, which is there for those who do not see
	Over         string // the year or month that begins with it, under the label; "" within one
	Unit         string // of Count, for those who do not see it: "events"
	Href         string
}

// vague stands for the events that are known less closely than the columns.
type vague struct {
	Y           int
	Label, Href string
}

// The measures of a strip.
const (
	stripGap    = 16  // a stretch that is left out
	stripRest   = 62  // the column of all that lies before or after
	stripBar    = 26  // the greatest width of a bar
	stripTop    = 18  // room for the count over the highest column
	stripTall   = 108 // the highest column
	stripEras   = 4   // how many spans are drawn
	stripWide   = 708
	stripNarrow = 288
)

// strips draws events, given by index. href returns the link to the heading
// of the year, and of the month unless it is 0, of a point.
func (b *builder) strips(events []int, href func(year, month int) string, top string) []strip {
	return b.sketch(events).strips(href, top)
}

// stripHelp says how to read strips: of what they show, what needs words.
func (b *builder) stripHelp(strips ...strip) string {
	said := []string{b.m["strip.help"]}
	has := func(is func(column) bool) bool {
		return slices.ContainsFunc(strips, func(s strip) bool { return slices.ContainsFunc(s.Columns, is) })
	}
	if has(func(c column) bool { return c.Open != "" }) {
		said = append(said, b.m["strip.help.open"])
	}
	if has(func(c column) bool { return c.WideH > 0 && !c.Rest }) {
		said = append(said, b.m["strip.help.wide"])
	}
	if slices.ContainsFunc(strips, func(s strip) bool { return len(s.Eras) > 0 }) {
		said = append(said, b.m["strip.help.eras"])
	}
	return strings.Join(said, " ")
}

// layOutFinest finds the columns of events on the finest scale on which they
// are wide enough; nil when there would be less than three, which say nothing
// that the list does not.
func (b *builder) layOutFinest(events []int, width int) *layout {
	for _, sc := range scales {
		l, ok := b.layOut(sc, events, width)
		if !ok {
			continue
		}
		if l.last-l.first < 2 && len(l.tallies) < 3 {
			return nil
		}
		return l
	}
	return nil
}

// draw puts the columns into a strip.
func (l *layout) draw(b *builder) strip {
	sc := l.scale
	w := (l.width - l.gaps*stripGap) / len(l.shown)
	slots := sc.slots()
	group := max(1, (2*slots+w-1)/w) // a bar is two units wide at least
	slot := float64(w) * float64(group) / float64(slots)
	bar := slot - max(.5, slot/8)
	if slots == 1 {
		bar = float64(min(w-4, stripBar))
	}
	s := strip{Base: stripTop + stripTall, Bar: tenths(bar)}
	unit := l.heights(group)
	tall := func(n int) float64 {
		if n == 0 {
			return 0
		}
		return max(2.5, float64(n)*unit)
	}
	x := 0
	if len(l.before) > 0 {
		s.rest(b, l, x, l.before, "strip.before", l.first, tall)
		x += stripRest + stripGap
		s.Gaps = append(s.Gaps, x-stripGap/2)
	}
	for i, n := range l.shown {
		if i > 0 && n > l.shown[i-1]+1 {
			s.Gaps = append(s.Gaps, x+stripGap/2)
			x += stripGap
		}
		col := column{X: x, W: w, Mid: x + w/2}
		col.Label, col.Over = l.label(b, i)
		top := float64(s.Base)
		if t := l.tallies[n]; t != nil {
			top = float64(s.Base) - tall(t.wide)
			col.WideX, col.WideW, col.WideY = x+2, w-4, int(top)
			col.WideH = s.Base - col.WideY
			var sure, open strings.Builder
			in := t.grouped(group)
			for k := range (slots + group - 1) / group {
				c := in[k]
				middle := tenths(float64(x) + (float64(k)+.5)*slot)
				if slots == 1 {
					middle = strconv.Itoa(col.Mid)
				}
				y := float64(s.Base)
				for _, part := range []struct {
					n    int
					path *strings.Builder
				}{{c.sure, &sure}, {c.open, &open}} {
					if part.n > 0 {
						fmt.Fprintf(part.path, "M%s %sv-%s", middle, tenths(y), tenths(tall(part.n)))
						y -= tall(part.n)
					}
				}
				top = min(top, y)
			}
			col.Sure, col.Open = sure.String(), open.String()
			col.Count, col.Unit = t.all, b.m.count("strip.unit", t.all)
			p := sc.first(n)
			if sc > 0 {
				p.Month = 0
			}
			col.Href = l.href(p.Year, p.Month)
		}
		col.CountY = int(top) - 5
		s.Columns = append(s.Columns, col)
		x += w
	}
	if len(l.after) > 0 {
		s.Gaps = append(s.Gaps, x+stripGap/2)
		x += stripGap
		s.rest(b, l, x, l.after, "strip.after", l.last, tall)
		x += stripRest
	}
	s.hush()
	s.Width = x
	s.Height = s.Base + 20
	if sc < 1 {
		s.Height += 13
	}
	return s
}

// hush takes labels that there is no room for off the columns: the highest
// keeps its own, and from there every so many to both sides.
func (s *strip) hush() {
	const digit, letter, space = 6.3, 5.6, 4 // in units
	half := func(c column) float64 {
		w := float64(space)
		for _, r := range c.Label {
			if unicode.IsLetter(r) {
				w += letter
			} else {
				w += digit
			}
		}
		return w / 2
	}
	peak := 0
	for i, c := range s.Columns {
		if !c.Rest && (s.Columns[peak].Rest || c.Count > s.Columns[peak].Count) {
			peak = i
		}
	}
	for _, step := range []int{-1, 1} {
		last := s.Columns[peak]
		for i := peak + step; i >= 0 && i < len(s.Columns) && !s.Columns[i].Rest; i += step {
			c := &s.Columns[i]
			apart := float64(max(c.Mid-last.Mid, last.Mid-c.Mid))
			if c.Hushed = apart < half(*c)+half(last); !c.Hushed {
				last = *c
			}
		}
	}
	if c := &s.Columns[len(s.Columns)-1]; !c.Rest {
		// What is named at the very end stays within the drawing.
		c.Shift = -max(0, int(half(*c)-space/2)-(c.X+c.W-c.Mid))
	}
}

// label returns the label of the column i, and what stands under it where a
// year or a month begins.
func (l *layout) label(b *builder, i int) (label, over string) {
	sc := l.scale
	p := sc.first(l.shown[i])
	label = b.say.year(p.Year)
	switch {
	case sc == 10:
		label = b.m.text("date.decade", "year", label)
	case sc > 1:
		label += fmt.Sprintf("–%02d", (p.Year+int(sc)-1)%100)
	case sc == 0:
		label = b.m[fmt.Sprintf("month.short.%d", p.Month)]
		if i == 0 || sc.first(l.shown[i-1]).Year != p.Year {
			over = b.say.year(p.Year)
		}
	case sc < 0:
		label = fmt.Sprint(p.Day)
		if i == 0 || sc.first(l.shown[i-1]).Month != p.Month {
			over = b.m[fmt.Sprintf("month.short.%d", p.Month)]
		}
	}
	return label, over
}

// rest puts the column of the events before or after all others into s.
func (s *strip) rest(b *builder, l *layout, x int, events []int, key string, edge int, tall func(int) float64) {
	n := len(events)
	h := min(int(tall(n)), stripTall)
	year := l.scale.first(edge).Year
	if key == "strip.after" {
		year = l.scale.first(edge+1).Year - 1
	}
	first := placing(b.t.Events[events[0]].Date).Year
	for _, i := range events {
		first = min(first, placing(b.t.Events[i].Date).Year)
	}
	s.Columns = append(s.Columns, column{X: x, W: stripRest, Mid: x + stripRest/2, WideX: x + 2, WideW: stripRest - 4, WideY: s.Base - h, WideH: h,
		CountY: s.Base - h - 5, Rest: true, Count: n, Label: b.m.text(key, "year", b.say.year(year)), Unit: b.m.count("strip.unit", n), Href: l.href(first, 0)})
}

// drawVague puts a line into s for what is known less closely than its columns.
func (s *strip) drawVague(b *builder, l *layout) {
	if len(l.vague) == 0 {
		return
	}
	p := placing(b.t.Events[slices.MinFunc(l.vague, func(i, j int) int { return cmp.Compare(i, j) })].Date)
	s.Vague = &vague{Y: s.Height + 8, Label: b.m.count("strip.vague", len(l.vague)), Href: l.href(p.Year, p.Month)}
	s.Height += 27
}

// tenths writes a coordinate to a tenth of a unit.
func tenths(v float64) string {
	return strings.TrimSuffix(strconv.FormatFloat(v, 'f', 1, 64), ".0")
}

// placing returns the point of e by which it is placed: its begin, or its end
// where that is open.
func placing(e timex.EDTF) timex.Point {
	if e.Interval && e.OpenFrom {
		return e.To
	}
	return e.From
}

// crop takes the room over the bars away that nothing stands in.
func (s *strip) crop() {
	s.Top = s.Base
	for _, c := range s.Columns {
		if c.Href != "" {
			s.Top = min(s.Top, c.CountY-stripTop+5)
		}
	}
	s.Top = max(s.Top, 0)
	s.Height -= s.Top
	s.Hit = s.Base - s.Top
}
