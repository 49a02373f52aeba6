package decisions

import (
	"dateline/extract/event"
	"dateline/extract/timex"
)

// Speech says dates in the language of whoever reviews.
type Speech interface {
	Date(timex.EDTF, event.Status) string // "30 November 2021"; the status decides between "since 2014" and "from 2014"
	Published(timex.DCT) string           // "Sunday 5 December 2021, 18:30 +02:00"
}

// English is the Speech of the terminal.
type English struct{}

// Date returns a date in words.
func (English) Date(d timex.EDTF, s event.Status) string { return s.DateWords(d) }

// Published returns a publication time in words.
func (English) Published(d timex.DCT) string {
	s := d.Day.Weekday().String() + " " + timex.DayEDTF(d.Day).Words()
	if d.HasClock {
		s += ", " + d.String()[11:16]
		switch d.Zone {
		case "":
		case "Z":
			s += " UTC"
		default:
			s += " " + d.Zone
		}
	}
	return s
}

// dateIn returns an EDTF date in words, or as it is when it is none.
func dateIn(say Speech, s string, status event.Status) string {
	d, err := timex.ParseEDTF(s)
	if err != nil {
		return s
	}
	return say.Date(d, status)
}
