package site

import "dateline/extract/timex"

// reach is how far the events of a list have come: the last month that one of
// them can lie in or lasts into. The zero reach is that of an empty list.
type reach struct {
	month int // counted from the year 0
	begun bool
}

// The least silences, in full months, that a list speaks of, and of which it
// speaks in years.
const (
	silence     = 3
	longSilence = 24
)

// add takes in the next event, and returns how many full months lie between
// the events before it and its earliest day: at least so long nothing is
// dated. What has no known end counts by its begin.
func (r *reach) add(e timex.EDTF) (months int) {
	if e.Interval && e.OpenTo {
		e = timex.EDTF{From: e.From}
	}
	if e.Interval && e.OpenFrom {
		e = timex.EDTF{From: e.To}
	}
	first, last, _, _ := e.Bounds()
	from, to := monthOf(first), monthOf(last)
	if r.begun {
		months = max(from-r.month-1, 0)
	}
	if !r.begun || to > r.month {
		r.month, r.begun = to, true
	}
	return months
}

// monthOf returns the month of a day, counted from the year 0.
func monthOf(d timex.Day) int {
	y, m, _ := d.Civil()
	return y*12 + m - 1
}

// gap says that there are no events for so many months, "" when that is not
// long. It says years where there are two or more, and rounds them down.
func (s speaker) gap(months int) string {
	switch {
	case months < silence:
		return ""
	case months < longSilence:
		return s.m.count("gap.months", months)
	}
	return s.m.count("gap.years", months/12)
}
