package site

import (
	"math"
	"slices"

	"dateline/extract/event"
)

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
		if columns > width || columns*room+gaps*stripGap > width {
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
