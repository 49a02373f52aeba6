package site

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"dateline/extract/event"
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
	Base          int    // where the bars stand
	Bar           string // width of a bar
	Columns       []column
	Gaps          []int // the middle of each stretch without events, which is left out
	Vague         *vague
	Eras          []era
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
	stripGap    = 16 // a stretch that is left out
	stripRest   = 62 // the column of all that lies before or after
	stripBar    = 26 // the greatest width of a bar
	stripTop    = 18 // room for the count over the highest column
	stripTall   = 84 // the highest column
	stripEras   = 4  // how many spans are drawn
	stripWide   = 708
	stripNarrow = 288
)

// strips draws events, given by index. href returns the link to the heading
// of the year, and of the month unless it is 0, of a point.
func (b *builder) strips(events []int, href func(year, month int) string, top string) []strip {
	return b.sketch(events).strips(href, top)
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

// tally is how many events a period has.
type tally struct {
	all  int
	wide int         // known to the period only
	in   map[int]bin // by slot
}

// bin is how many events a slot has: what happened or was said, and the rest.
type bin struct{ sure, open int }

// layout is which columns a strip has.
type layout struct {
	scale         scale
	width         int
	tallies       map[int]*tally // of the periods with events
	shown         []int          // periods that have a column, in order
	first, last   int            // of these
	before, after []int          // events beyond the columns, by index
	vague         []int          // events known less closely than a column
	gaps          int            // stretches left out between columns
	href          func(year, month int) string
}

// layOut finds the columns of events on a scale; ok is false when they do not
// fit into width. Where columns are years, at most a tenth of the events may
// be told by one column before and one after the others: a few early dates
// must not press the rest together.
func (b *builder) layOut(sc scale, events []int, width int) (*layout, bool) {
	l := &layout{scale: sc, width: width, tallies: map[int]*tally{}}
	for _, i := range events {
		e := b.t.Events[i]
		p := placing(e.Date)
		n, ok := sc.period(p)
		if !ok {
			l.vague = append(l.vague, i)
			continue
		}
		t := l.tallies[n]
		if t == nil {
			t = &tally{in: map[int]bin{}}
			l.tallies[n] = t
		}
		t.all++
		slot, ok := sc.slot(p)
		if !ok {
			t.wide++
			continue
		}
		c := t.in[slot]
		switch e.Status {
		case event.Planned, event.Possible, event.Negated:
			c.open++
		default:
			c.sure++
		}
		t.in[slot] = c
	}
	if len(l.vague)*3 > len(events) || len(l.tallies) == 0 {
		return nil, false
	}
	periods := make([]int, 0, len(l.tallies))
	for n := range l.tallies {
		periods = append(periods, n)
	}
	slices.Sort(periods)
	lo, hi, spare := 0, len(periods), len(events)/10
	for !l.fit(periods[lo:hi], lo > 0, hi < len(periods)) {
		if sc < 1 || hi-lo <= 3 {
			return nil, false
		}
		// The end that has less to say goes; of two alike, the one that lies
		// farther off.
		early, late := l.tallies[periods[lo]].all, l.tallies[periods[hi-1]].all
		if early < late || early == late && periods[lo+1]-periods[lo] >= periods[hi-1]-periods[hi-2] {
			spare -= early
			lo++
		} else {
			spare -= late
			hi--
		}
		if spare < 0 {
			return nil, false
		}
	}
	from, to := sc.first(l.first), sc.first(l.last)
	for _, i := range l.vague {
		p := placing(b.t.Events[i].Date)
		if p.Year < from.Year || p.Year > to.Year || p.Month > 0 && (p.Year*12+p.Month < from.Year*12+from.Month || p.Year*12+p.Month > to.Year*12+to.Month) {
			return nil, false // it lies beyond the columns
		}
	}
	for _, i := range events {
		switch n, ok := sc.period(placing(b.t.Events[i].Date)); {
		case ok && n < l.first:
			l.before = append(l.before, i)
		case ok && n > l.last:
			l.after = append(l.after, i)
		}
	}
	return l, true
}

// fit tries to show periods, given in order, with all between them, or else
// with all but long stretches without events.
func (l *layout) fit(periods []int, before, after bool) bool {
	l.first, l.last = periods[0], periods[len(periods)-1]
	width := l.width
	for _, more := range []bool{before, after} {
		if more {
			width -= stripRest + stripGap
		}
	}
	for _, longest := range []int{math.MaxInt, 2, 0} { // of the stretches that are drawn
		columns, gaps := len(periods), 0
		for i := 1; i < len(periods); i++ {
			switch empty := periods[i] - periods[i-1] - 1; {
			case empty > longest:
				gaps++
			default:
				columns += empty
			}
		}
		if columns > width || columns*l.scale.room()+gaps*stripGap > width {
			continue
		}
		l.shown, l.gaps, l.width = l.shown[:0], gaps, width
		for i, n := range periods {
			if i > 0 && n-periods[i-1]-1 <= longest {
				for empty := periods[i-1] + 1; empty < n; empty++ {
					l.shown = append(l.shown, empty)
				}
			}
			l.shown = append(l.shown, n)
		}
		return true
	}
	return false
}

// heights returns how high an event is drawn, so that the highest stack fits.
func (l *layout) heights(group int) float64 {
	most := 6
	for _, n := range l.shown {
		if t := l.tallies[n]; t != nil {
			for _, c := range t.grouped(group) {
				most = max(most, c.sure+c.open)
			}
			most = max(most, t.wide)
		}
	}
	return float64(stripTall) / float64(most)
}

// grouped returns the slots of a tally, so many of them as one.
func (t *tally) grouped(group int) map[int]bin {
	if group == 1 {
		return t.in
	}
	in := map[int]bin{}
	for slot, c := range t.in {
		k := slot / group
		in[k] = bin{in[k].sure + c.sure, in[k].open + c.open}
	}
	return in
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
	s.Width = x
	s.Height = s.Base + 20
	if sc < 1 {
		s.Height += 13
	}
	return s
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
		CountY: s.Base - h - 5, Count: n, Label: b.m.text(key, "year", b.say.year(year)), Unit: b.m.count("strip.unit", n), Href: l.href(first, 0)})
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
