package timeline

import (
	"cmp"
	"slices"
	"strings"

	"dateline/extract/timex"
)

// compareReadings orders articles by publication time, then ID, then the rest
// of what they say, so that two different readings never tie. An unknown
// publication time comes last: nothing may count as the first report of an
// event because its date is missing.
func compareReadings(a, b *Reading) int {
	if c := compareDCT(a.Article.Published, b.Article.Published); c != 0 {
		return c
	}
	if c := strings.Compare(a.Article.ID, b.Article.ID); c != 0 {
		return c
	}
	return compareContent(a, b)
}

// compareDCT orders publication times. A day without a clock comes before
// the clock times of the day. Zones are not applied: a publication time is
// what the paper printed, and most papers print no zone.
func compareDCT(a, b timex.DCT) int {
	if a.Known != b.Known {
		if a.Known {
			return -1
		}
		return 1
	}
	return cmp.Or(
		cmp.Compare(a.Day, b.Day),
		cmp.Compare(clock(a), clock(b)),
		strings.Compare(a.Zone, b.Zone),
	)
}

// clock returns the second of the day, -1 when d has no clock.
func clock(d timex.DCT) int {
	if !d.HasClock {
		return -1
	}
	return d.Hour*3600 + d.Minute*60 + d.Second
}

// moment is where a date stands in the order of a timeline.
type moment struct {
	first  timex.Day
	coarse int // 0 year, 1 month, 2 day or interval
	clock  string
	last   timex.Day
	open   int // 1 when the date has no end
}

// momentOf returns the place of d in the order of a timeline. A date with an
// open beginning ("by 4 August") stands at the bound that it names: it is a
// statement about that day, and the beginning of time would be no place to
// look for it.
func momentOf(d timex.EDTF) moment {
	first, last, hasFirst, hasLast := d.Bounds()
	m := moment{first: first, last: last, coarse: 2}
	switch {
	case !hasFirst:
		m.first = last
	case !hasLast:
		m.open = 1
	}
	if !d.Interval {
		m.clock = d.From.Clock
		switch {
		case d.From.Month == 0:
			m.coarse = 0
		case d.From.Day == 0:
			m.coarse = 1
		}
	}
	return m
}

// CompareDates orders dates as a timeline lists them: by the earliest moment
// that they can mean, then by the latest. A year stands before its months and
// a month before its days ("sometime in June" opens June and does not pretend
// to be the first of it), a day before its hours. It returns -1, 0 or 1.
func CompareDates(a, b timex.EDTF) int { return momentOf(a).compare(momentOf(b), a, b) }

// compare orders m, the moment of the date a, and n, that of b.
func (m moment) compare(n moment, a, b timex.EDTF) int {
	if m.first != n.first {
		return cmp.Compare(m.first, n.first) // as mostly
	}
	if c := cmp.Or(
		cmp.Compare(m.first, n.first),
		cmp.Compare(m.coarse, n.coarse),
		strings.Compare(m.clock, n.clock),
		cmp.Compare(m.open, n.open),
		cmp.Compare(m.last, n.last),
	); c != 0 || a == b {
		return c
	}
	return strings.Compare(a.String(), b.String())
}

// compareEvidence orders evidence by article, then by its place in the text.
func compareEvidence(a, b Evidence) int {
	return cmp.Or(cmp.Compare(a.Article, b.Article), cmp.Compare(a.Mention, b.Mention))
}

// inOrder returns events in the order of a timeline, those with a date and those
// without: by date, then by their first evidence, which alone orders those
// without a date.
func inOrder(events []Event) (dated, undated []Event) {
	type place struct {
		moment
		event int
	}
	var with, without []place // an event is large, and its bounds take time
	for i := range events {
		if events[i].Date.IsZero() {
			without = append(without, place{event: i})
		} else {
			with = append(with, place{momentOf(events[i].Date), i})
		}
	}
	sorted := func(order []place) []Event {
		if len(order) == 0 {
			return nil
		}
		slices.SortFunc(order, func(x, y place) int {
			a, b := &events[x.event], &events[y.event]
			if c := x.moment.compare(y.moment, a.Date, b.Date); c != 0 {
				return c
			}
			return compareEvidence(a.Evidence[0], b.Evidence[0])
		})
		all := make([]Event, len(order))
		for i, p := range order {
			all[i] = events[p.event]
		}
		return all
	}
	return sorted(with), sorted(without)
}
