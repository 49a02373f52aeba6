package timex

import (
	"fmt"
	"strconv"
)

// Words returns e as a reader would say it: "7 December 2021", "June 2021",
// "since 2014", "February to March 2014", "about 2014", "by 4 August 2020".
func (e EDTF) Words() string { return e.words("since ") }

// WordsToCome is Words for what was still to come: "from 2014", not "since 2014".
func (e EDTF) WordsToCome() string { return e.words("from ") }

// words is Words with what is said before the begin of an open date.
func (e EDTF) words(since string) string {
	switch {
	case e.IsZero():
		return "undated"
	case !e.Interval:
		return e.From.Words()
	case e.OpenTo:
		return since + e.From.Words()
	case e.OpenFrom:
		return "by " + e.To.Words()
	}
	a, b := e.From, e.To
	if a.Year == b.Year && a.Clock == "" && b.Clock == "" && !a.Approximate && !a.Uncertain {
		switch {
		case a.Month == b.Month && a.Day > 0 && b.Day > 0:
			return strconv.Itoa(a.Day) + "–" + b.Words()
		case a.Month > 0 && b.Month > 0 && a.Day == 0 && b.Day == 0:
			return MonthName(a.Month) + " to " + b.Words()
		case a.Day > 0 && b.Day > 0:
			return strconv.Itoa(a.Day) + " " + MonthName(a.Month) + " to " + b.Words()
		}
	}
	return a.Words() + " to " + b.Words()
}

// Words returns p as a reader would say it.
func (p Point) Words() string {
	year := strconv.Itoa(p.Year)
	if p.Year <= 0 {
		year = strconv.Itoa(1-p.Year) + " BCE"
	}
	s := year
	if p.Month > 0 {
		s = MonthName(p.Month) + " " + year
	}
	if p.Day > 0 {
		s = fmt.Sprintf("%d %s", p.Day, s)
	}
	if p.Clock != "" {
		if len(p.Clock) == 2 {
			s += ", " + p.Clock + ":00"
		} else {
			s += ", " + p.Clock
		}
	}
	if p.Approximate {
		s = "about " + s
	}
	if p.Uncertain {
		s += " (uncertain)"
	}
	return s
}
