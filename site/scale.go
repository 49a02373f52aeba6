package site

import "dateline/extract/timex"

// scale is the length of the columns of an overview in years; 0 stands for
// months and -1 for days.
type scale int

// scales are those that an overview may have, finest first.
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

// slots returns into how many finer periods a column is divided: a month into
// days, a year into months, several years into years or tenths.
func (s scale) slots() int {
	switch {
	case s < 0:
		return 1
	case s == 0:
		return 31
	case s == 1:
		return 12
	}
	return min(int(s), 10)
}

// slot returns in which of the slots of its column p lies, from 0; ok is false
// when p is known no more closely than its column.
func (s scale) slot(p timex.Point) (n int, ok bool) {
	switch {
	case s < 0:
		return 0, true
	case s == 0:
		return p.Day - 1, p.Day > 0
	case s == 1:
		return p.Month - 1, p.Month > 0
	}
	first, _ := s.period(p)
	return (p.Year - first*int(s)) * s.slots() / int(s), true
}

// room is the least width of a column: a target for a finger, 24 pixels by
// WCAG 2.5.8.
const room = 24
