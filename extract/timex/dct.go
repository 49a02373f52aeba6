package timex

import (
	"fmt"
	"strings"
	"time"
)

// DCT is a document creation time, the time of publication against which
// relative expressions are resolved. A DCT without a clock is a day; one
// without a zone is local to the publication. The zero DCT is unknown.
type DCT struct {
	Day      Day
	Hour     int
	Minute   int
	Second   int
	HasClock bool   // Hour, Minute and Second were stated
	Zone     string // "Z" or "+02:00" as stated, "" when local
	Known    bool
}

// dctLayouts are the ways in which a publication time is written, in the
// order in which they are tried. What follows the day is split off before.
var dctLayouts = []string{"2006-01-02", "2006/01/02", "20060102", "2 January 2006", "January 2, 2006", "2 Jan 2006", "Jan 2, 2006"}

// zoneNames are the zones that RFC 822 names; other abbreviations are
// ambiguous across the world and refused.
var zoneNames = map[string]string{
	"UT": "+0000", "UTC": "+0000", "GMT": "+0000",
	"EST": "-0500", "EDT": "-0400", "CST": "-0600", "CDT": "-0500",
	"MST": "-0700", "MDT": "-0600", "PST": "-0800", "PDT": "-0700",
}

// ParseDCT reads a publication time: an ISO 8601 date, or date and time with
// an optional zone ("2021-12-05", "2021-12-05T18:30", "2021-12-05 18:30:00
// +02:00", "2021-12-05T18:30:00Z"), a date with the month's name, or the
// form of RFC 822 and RFC 1123 that feeds use. The zone is kept, never applied.
func ParseDCT(s string) (DCT, error) {
	text := strings.TrimSpace(s)
	if i := strings.LastIndexByte(text, ' '); i >= 0 {
		if offset, ok := zoneNames[text[i+1:]]; ok {
			text = text[:i+1] + offset
		}
	}
	for _, layout := range []string{"Mon, 2 Jan 2006 15:04:05 -0700", "Mon, 2 Jan 2006 15:04 -0700",
		"2 Jan 2006 15:04:05 -0700", "2 Jan 2006 15:04 -0700", "2 Jan 06 15:04 -0700", "Mon, 2 Jan 06 15:04:05 -0700"} {
		if t, err := time.Parse(layout, text); err == nil {
			dct := dayDCT(t)
			dct.setClock(t, true)
			return dct, nil
		}
	}
	date, clock := text, ""
	if i := strings.IndexByte(text, 'T'); i == 10 || i == 8 {
		date, clock = text[:i], text[i+1:]
	} else if i := strings.IndexByte(text, ' '); i == 10 && text[4] == text[7] {
		date, clock = text[:i], strings.TrimSpace(text[i+1:])
	}
	var dct DCT
	for _, layout := range dctLayouts {
		if t, err := time.Parse(layout, date); err == nil {
			dct = dayDCT(t)
			break
		}
	}
	if !dct.Known {
		return DCT{}, fmt.Errorf("cannot read %q as a publication time; write it as 2006-01-02 or 2006-01-02T15:04:05+02:00", s)
	}
	if clock == "" && date == text {
		return dct, nil
	}
	for _, layout := range []string{"15:04:05", "15:04", "150405", "1504"} {
		for _, zone := range []string{"", "Z07:00", "Z0700", " Z07:00", " Z0700", "Z07"} {
			if t, err := time.Parse(layout+zone, clock); err == nil {
				dct.setClock(t, zone != "")
				return dct, nil
			}
		}
	}
	return DCT{}, fmt.Errorf("cannot read the time of day in %q; write it as 2006-01-02T15:04:05+02:00", s)
}

func dayDCT(t time.Time) DCT {
	d, _ := DayOf(t.Year(), int(t.Month()), t.Day())
	return DCT{Day: d, Known: true}
}

func (d *DCT) setClock(t time.Time, zoned bool) {
	d.Hour, d.Minute, d.Second, d.HasClock = t.Hour(), t.Minute(), t.Second(), true
	if zoned {
		if d.Zone = t.Format("-07:00"); d.Zone == "+00:00" {
			d.Zone = "Z"
		}
	}
}

// String returns d in ISO 8601, as precise as it was stated.
func (d DCT) String() string {
	if !d.Known {
		return ""
	}
	s := d.Day.String()
	if !d.HasClock {
		return s
	}
	s += "T" + twoDigits(d.Hour) + ":" + twoDigits(d.Minute)
	if d.Second != 0 {
		s += ":" + twoDigits(d.Second)
	}
	return s + d.Zone
}
