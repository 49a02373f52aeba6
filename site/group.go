package site

import (
	"sort"

	"dateline/extract/timex"
)

// yearView is the events under the heading of a year.
type yearView struct {
	Year   string
	Anchor string
	Months []monthView
}

// monthView is the events under the heading of a month.
type monthView struct {
	Name    string
	Anchor  string
	Entries []entryView
}

// byYear returns events, given by index, under year and month headings for
// the page called from. What is known to the year only stands before the
// months, and what is known to the month only before the days: an event of
// June must not look as if it were of the first of June.
func (b *builder) byYear(events []int, from string) []yearView {
	order := append([]int(nil), events...)
	key := func(i int) [3]int {
		e := b.t.Events[i].Date
		year, month := place(e)
		return [3]int{year, month, dayOrder(e)}
	}
	sort.SliceStable(order, func(x, y int) bool {
		a, c := key(order[x]), key(order[y])
		for k := range a {
			if a[k] != c[k] {
				return a[k] < c[k]
			}
		}
		return false
	})
	var years []yearView
	lastYear, lastMonth := 0, -1
	for _, i := range order {
		year, month := place(b.t.Events[i].Date)
		point := timex.Point{Year: year}
		if len(years) == 0 || year != lastYear {
			years = append(years, yearView{Year: b.say.text(point, manner{}), Anchor: "y" + point.String()})
			lastMonth = -1
		}
		y := &years[len(years)-1]
		if month != lastMonth {
			point.Month = month
			name := b.m["date.nomonth"]
			if month > 0 {
				name = b.say.text(point, manner{hasYear: true, year: year})
			}
			y.Months = append(y.Months, monthView{Name: name, Anchor: "m" + point.String()})
		}
		lastYear, lastMonth = year, month
		m := &y.Months[len(y.Months)-1]
		m.Entries = append(m.Entries, b.entry(i, from))
	}
	return years
}

// dayOrder places e within its month: 0 for what names no day.
func dayOrder(e timex.EDTF) int {
	if e.Interval && e.OpenFrom {
		return e.To.Day
	}
	return e.From.Day
}
