package site

import (
	"cmp"
	"fmt"
	"html/template"
	"slices"

	"dateline/extract/timex"
)

// yearView is the events under the heading of a year.
type yearView struct {
	Year   string
	ID     string
	Months []monthView
	Gap    string // how long nothing happened after it, "" when that is not long
}

// monthView is the events under the heading of a month.
type monthView struct {
	Gap     string // how long nothing happened before it, "" when that is not long
	Name    string
	ID      string
	Vague   bool            // no month is known
	Entries []template.HTML // list items
}

// headingID returns the id of the heading of a year, or of a month when month
// is not -1; month 0 is that of what is known to the year only.
func headingID(year, month int) string {
	id := "y" + timex.Point{Year: year}.String()
	if month >= 0 {
		id += fmt.Sprintf("-%02d", month)
	}
	return id
}

// headingLink returns the link to the heading of a month, or of a year where
// month is 0, on the same page.
func headingLink(year, month int) string {
	if month == 0 {
		month = -1
	}
	return "#" + headingID(year, month)
}

// inOrder returns events, given by index, in the order of a reader: what is
// known to the year only stands before the months, and what is known to the
// month only before the days. An event of June must not look as if it were of
// the first of June. Where they are in order already, they are not copied.
func (b *builder) inOrder(events []int) []int {
	compare := func(x, y int) int {
		p, q := placing(b.t.Events[x].Date), placing(b.t.Events[y].Date)
		return cmp.Or(p.Year-q.Year, p.Month-q.Month, p.Day-q.Day)
	}
	if slices.IsSortedFunc(events, compare) {
		return events
	}
	order := slices.Clone(events)
	slices.SortStableFunc(order, compare)
	return order
}

// allInOrder returns all events in the order of a reader. It is shared.
func (b *builder) allInOrder() []int { return b.ordered() }

// byYear returns events, given by index and in order, under year and month
// headings for the page called from.
func (b *builder) byYear(order []int, from string) ([]yearView, error) {
	var years []yearView
	lastYear, lastMonth := 0, -1
	var told reach
	for _, i := range order {
		year, month := place(b.t.Events[i].Date)
		gap := b.say.gap(told.add(b.t.Events[i].Date))
		if len(years) == 0 || year != lastYear {
			if len(years) > 0 {
				years[len(years)-1].Gap, gap = gap, ""
			}
			years = append(years, yearView{Year: b.say.year(year), ID: headingID(year, -1)})
			lastMonth = -1
		}
		y := &years[len(years)-1]
		if month != lastMonth {
			name := b.m["date.nomonth"]
			if month > 0 {
				name = b.say.text(timex.Point{Year: year, Month: month}, manner{hasYear: true, year: year})
			}
			y.Months = append(y.Months, monthView{Gap: gap, Name: name, ID: headingID(year, month), Vague: month == 0})
		}
		lastYear, lastMonth = year, month
		m := &y.Months[len(y.Months)-1]
		item, err := b.item(i, from)
		if err != nil {
			return nil, err
		}
		m.Entries = append(m.Entries, item)
	}
	return years, nil
}
