package site

import (
	"fmt"
	"slices"
	"strings"

	"dateline/extract/timex"
)

// flow draws the two dates of an event on one line of time: when it happened,
// above it, and when that was published, below, with a line from each report to
// the date that it gives. Coordinates are SVG user units; time runs from left to
// right in every language.
type flow struct {
	Width, Height int
	Axis          int // where the line of time lies
	Ticks         string
	Dates         []flowDate
	Lines         string    // from reports to dates
	Reports       string    // the marks of the reports
	Published     flowLabel // of all reports
	Alt           string    // the drawing in words
	Tick          string    // what a tick stands for, in words
}

// flowDate is a date that reports give.
type flowDate struct {
	Label       flowLabel
	Day         bool   // it is a point of the drawing
	Kind        string // else how its line is drawn, a CSS class: "span" or "vague"
	Open        bool   // CSS class: it lay ahead, or did not happen
	X1, X2, Y   int
	Arrow       string // path of the arrow where an end is open
	first, last timex.Day
}

// flowLabel is a text of the drawing.
type flowLabel struct {
	X, Y   int
	Anchor string // SVG text-anchor: "start" or "end"
	Text   string
}

// The measures of a flow.
const (
	flowWidth  = 320
	flowPad    = 7  // left and right of the first and the last day
	flowRow    = 32 // of a date: its label and its mark
	flowDrop   = 24 // from the last date to the line of time
	flowFoot   = 30 // room for the reports below that
	flowMost   = 4  // dates that are drawn
	flowLetter = 6.3
)

// flow returns the drawing of event i, nil where there would be nothing to see:
// the dates fall on one day, or are not known.
func (b *builder) flow(i int) *flow {
	e := b.t.Events[i]
	f := &flow{Width: flowWidth}
	var reports []timex.Day
	by := map[int][]timex.Day{} // reports, by the claim that they make
	for n, c := range e.Claims[:min(len(e.Claims), flowMost)] {
		first, last, hasFirst, hasLast := c.Date.Bounds()
		if !hasFirst && !hasLast {
			return nil
		}
		d := flowDate{first: first, last: last, Day: flowKind(c.Date) == "", Kind: flowKind(c.Date), Open: e.Status.ToCome() || statusKey(e) == "negated", Y: (n+1)*flowRow - 10}
		if !hasFirst {
			d.first = last
		}
		if !hasLast {
			d.last = first
		}
		d.Label.Text = b.dateLabel(e) + " " + b.say.fullAs(c.Date, e.Status).String()
		for _, k := range c.Evidence {
			if p := b.t.Articles[e.Evidence[k].Article].Article.Published; p.Known && !slices.Contains(by[n], p.Day) {
				by[n] = append(by[n], p.Day)
				reports = append(reports, p.Day)
			}
		}
		f.Dates = append(f.Dates, d)
	}
	if len(reports) == 0 || len(f.Dates) == 0 {
		return nil
	}
	slices.Sort(reports)
	reports = slices.Compact(reports)
	lo, hi := reports[0], reports[len(reports)-1]
	for _, d := range f.Dates {
		lo, hi = min(lo, d.first), max(hi, d.last)
	}
	if lo == hi {
		return nil
	}
	at := func(d timex.Day) int {
		return flowPad + int(int64(d-lo)*int64(flowWidth-2*flowPad)/int64(hi-lo))
	}
	f.Axis = len(f.Dates)*flowRow - 10 + flowDrop
	f.Height = f.Axis + flowFoot
	f.drawTicks(b, lo, hi, at)
	var lines, marks strings.Builder
	for n := range f.Dates {
		d := &f.Dates[n]
		d.draw(e.Claims[n].Date, at)
		for _, p := range by[n] {
			x := at(p)
			fmt.Fprintf(&lines, "M%d %dL%d %d", min(max(x, d.X1), d.X2), d.Y, x, f.Axis)
		}
	}
	for _, p := range reports {
		fmt.Fprintf(&marks, "M%d %dv9", at(p), f.Axis)
	}
	f.Lines, f.Reports = lines.String(), marks.String()
	told := b.say.full(timex.DayEDTF(reports[0]))
	if n := len(reports); n > 1 {
		told = b.say.full(timex.EDTF{From: timex.DayEDTF(reports[0]).From, To: timex.DayEDTF(reports[n-1]).From, Interval: true})
	}
	f.Published = flowLabel{Text: b.m["published"] + " " + told.String(), Y: f.Axis + 23}
	f.Published.place(at(reports[0]), at(reports[len(reports)-1]))
	for _, d := range f.Dates {
		f.Alt += d.Label.Text + "; "
	}
	f.Alt += f.Published.Text
	return f
}

// flowKind returns how a date is drawn: "" for a day, which is a point, a line for
// a span of time, and a broken line for what is known no closer.
func flowKind(e timex.EDTF) string {
	switch p := precision(e); {
	case doubt(e) != "" || p == toMonth || p == toYear:
		return "vague"
	case p == toDay || p == toHour:
		return ""
	}
	return "span"
}

// draw puts the mark and the label of a date in their places.
func (d *flowDate) draw(e timex.EDTF, at func(timex.Day) int) {
	d.X1, d.X2 = at(d.first), at(d.last)
	const least = 10 // of a line that is seen as one
	if !d.Day && d.X2-d.X1 < least {
		middle := min(max((d.X1+d.X2)/2, flowPad), flowWidth-flowPad)
		d.X1, d.X2 = middle-least/2, middle+least/2
	}
	switch {
	case e.Interval && e.OpenTo:
		d.X1, d.X2 = min(d.X1, flowWidth-least-flowPad), flowWidth-flowPad
		d.Arrow = fmt.Sprintf("M%d %dl9 5-9 5z", d.X2, d.Y-5)
	case e.Interval && e.OpenFrom:
		d.X1, d.X2 = flowPad, max(d.X2, flowPad+least)
		d.Arrow = fmt.Sprintf("M%d %dl-9 5 9 5z", d.X1, d.Y-5)
	}
	d.Label.Y = d.Y - 10
	d.Label.place(d.X1, d.X2)
}

// place puts a label beside what it names, which reaches from x1 to x2: from its
// begin, or to its end, as there is room.
func (l *flowLabel) place(x1, x2 int) {
	long := int(float64(len([]rune(l.Text))) * flowLetter)
	x1, x2 = max(x1-5, 0), min(x2+5, flowWidth)
	switch {
	case x1+long <= flowWidth:
		l.X, l.Anchor = x1, "start"
	case x2-long >= 0:
		l.X, l.Anchor = x2, "end"
	default:
		l.X, l.Anchor = max(flowWidth-long, 0), "start"
	}
}

// drawTicks marks days, months, years, decades or centuries on the line of
// time, so that no more than about forty are there.
func (f *flow) drawTicks(b *builder, lo, hi timex.Day, at func(timex.Day) int) {
	var path strings.Builder
	tick := func(d timex.Day) {
		if d >= lo && d <= hi {
			fmt.Fprintf(&path, "M%d %dv4", at(d), f.Axis)
		}
	}
	from, _, _ := lo.Civil()
	to, _, _ := hi.Civil()
	const most = 40
	unit := ""
	switch days := int(hi - lo); {
	case days <= most:
		unit = "day"
		for d := lo; d <= hi; d++ {
			tick(d)
		}
	case days <= most*30:
		unit = "month"
		for m := from * 12; m < (to+1)*12; m++ {
			d, _ := timex.DayOf(m/12, m%12+1, 1)
			tick(d)
		}
	default:
		step := 1
		unit = "year"
		for _, longer := range []struct {
			years int
			name  string
		}{{10, "decade"}, {100, "century"}, {1000, "millennium"}} {
			if (to-from)/step > most {
				step, unit = longer.years, longer.name
			}
		}
		for y := from - from%step; y <= to; y += step {
			if d, ok := timex.DayOf(y, 1, 1); ok {
				tick(d)
			}
		}
	}
	f.Ticks, f.Tick = path.String(), b.m["flow.tick."+unit]
}
