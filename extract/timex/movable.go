package timex

// NthWeekday returns the n-th given weekday of a month, counted from its end
// when n is negative; ok is false when the month has no such day.
func NthWeekday(year, month, n int, w Weekday) (d Day, ok bool) {
	first, ok := DayOf(year, month, 1)
	if !ok || n == 0 {
		return 0, false
	}
	last := first + Day(DaysIn(year, month)) - 1
	if n > 0 {
		d = first.Next(w, true) + Day(7*(n-1))
	} else {
		d = last.Previous(w, true) + Day(7*(n+1))
	}
	return d, d >= first && d <= last
}

// Next returns the first weekday w after d, or d itself when it is one and
// today is set.
func (d Day) Next(w Weekday, today bool) Day {
	n := (int(w-d.Weekday()) + 7) % 7
	if n == 0 && !today {
		n = 7
	}
	return d + Day(n)
}

// Nearest returns the weekday w that lies nearest to d, which is d itself
// when it is one.
func (d Day) Nearest(w Weekday) Day {
	off := (int(w) - int(d.Weekday()) + 7) % 7
	if off > 3 {
		off -= 7
	}
	return d + Day(off)
}

// Previous returns the last weekday w before d, or d itself when it is one
// and today is set.
func (d Day) Previous(w Weekday, today bool) Day {
	n := (int(d.Weekday()-w) + 7) % 7
	if n == 0 && !today {
		n = 7
	}
	return d - Day(n)
}

// Easter returns Easter Sunday of the western churches, by the rule that
// Meeus, Jones and Butcher give for the Gregorian calendar.
func Easter(year int) Day {
	a, b, c := year%19, year/100, year%100
	d, e := b/4, b%4
	g := (8*b + 13) / 25
	h := (19*a + b - d - g + 15) % 30
	i, k := c/4, c%4
	l := (32 + 2*e + 2*i - h - k) % 7
	m := (a + 11*h + 22*l) / 451
	n := h + l - 7*m + 114
	day, _ := DayOf(year, n/31, n%31+1)
	return day
}

// OrthodoxEaster returns Easter Sunday of the churches that reckon it by the
// Julian calendar, as a day of ours.
func OrthodoxEaster(year int) Day { return JulianEaster(year) + Day(year/100-year/400-2) }

// JulianEaster returns the date of Easter Sunday in the Julian calendar as it
// was written, by the rule that Meeus gives: 23 April 1329.
func JulianEaster(year int) Day {
	a, b, c := year%4, year%7, year%19
	d := (19*c + 15) % 30
	e := (2*a + 4*b - d + 34) % 7
	n := d + e + 114
	day, _ := DayOf(year, n/31, n%31+1)
	return day
}
