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

// ParseDCT reads a publication time: an ISO 8601 date, or date and time with
// an optional zone ("2021-12-05", "2021-12-05T18:30", "2021-12-05 18:30:00
// +02:00", "2021-12-05T18:30:00Z"), a date with the month's name, or the
// RFC 1123 and RFC 822 forms of feeds. The zone is kept, never applied.
func ParseDCT(s string) (DCT, error) {
	s = strings.TrimSpace(s)
	for _, layout := range []string{time.RFC1123Z, time.RFC1123, time.RFC822Z, time.RFC822, "Mon, 2 Jan 2006 15:04:05 -0700"} {
		if t, err := time.Parse(layout, s); err == nil {
			d, _ := DayOf(t.Year(), int(t.Month()), t.Day())
			zone := t.Format("-07:00")
			if zone == "+00:00" {
				zone = "Z"
			}
			return DCT{Day: d, Hour: t.Hour(), Minute: t.Minute(), Second: t.Second(), HasClock: true, Zone: zone, Known: true}, nil
		}
	}
	date, clock := s, ""
	if i := strings.IndexByte(s, 'T'); i == 10 || i == 8 {
		date, clock = s[:i], s[i+1:]
	} else if i := strings.IndexByte(s, ' '); i == 10 && s[4] == s[7] {
		date, clock = s[:i], strings.TrimSpace(s[i+1:])
	}
	var dct DCT
	for _, layout := range dctLayouts {
		if t, err := time.Parse(layout, date); err == nil {
			dct.Day, _ = DayOf(t.Year(), int(t.Month()), t.Day())
			dct.Known = true
			break
		}
	}
	if !dct.Known {
		return DCT{}, fmt.Errorf("cannot read %q as a publication time; write it as 2006-01-02 or 2006-01-02T15:04:05+02:00", s)
	}
	if clock == "" {
		return dct, nil
	}
	for _, layout := range []string{"15:04:05.999999999", "15:04", "150405", "1504"} {
		for _, zone := range []string{"", "Z07:00", "Z0700", " Z07:00", " Z0700", "Z07", " MST"} {
			t, err := time.Parse(layout+zone, clock)
			if err != nil {
				continue
			}
			dct.Hour, dct.Minute, dct.Second, dct.HasClock = t.Hour(), t.Minute(), t.Second(), true
			switch {
			case zone == " MST" && !strings.HasSuffix(clock, "UTC") && !strings.HasSuffix(clock, "GMT"):
				return DCT{}, fmt.Errorf("cannot read the zone of %q; write it as Z or +02:00", s)
			case zone != "":
				if dct.Zone = t.Format("-07:00"); dct.Zone == "+00:00" {
					dct.Zone = "Z"
				}
			}
			return dct, nil
		}
	}
	return DCT{}, fmt.Errorf("cannot read the time of day in %q; write it as 2006-01-02T15:04:05+02:00", s)
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
