package intake

import (
	"errors"
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"time"

	"dateline/extract/timex"
)

// errStamp is returned for what is no time, or the placeholder of one.
var errStamp = errors.New("not a time of publication")

// scriptDate is how a browser's Date prints itself: "Sun Dec 05 2021 18:30:00 GMT+0200 (EET)".
var scriptDate = regexp.MustCompile(`^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d) (\d{4}) (\d\d:\d\d:\d\d) GMT([+-]\d{4})`)

// unixTime is a count of seconds or milliseconds since 1970.
var unixTime = regexp.MustCompile(`^\d{9,10}(\d{3})?$`)

// oddZone is a zone that ISO 8601 does not write so: "2021-12-05T18:30:00 UTC", "2021-12-05 18:30:00 GMT+2".
var oddZone = regexp.MustCompile(`^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?) ?(?:UTC|GMT)(?:([+-])(\d{1,2}))?$`)

// fraction are the parts of a second, which no publication is timed to.
var fraction = regexp.MustCompile(`(:\d\d)[.,]\d+`)

// ParseStamp reads a time as programs write it into pages: ISO 8601 and the
// forms of feeds, a browser's Date, seconds or milliseconds since 1970, or
// words. A clock at midnight sharp stands for a day in all that we have seen
// of them, so the clock is dropped. Placeholders (year 1, 1 January 1970) are refused.
func ParseStamp(s string) (timex.DCT, error) {
	s = strings.Join(strings.Fields(s), " ")
	if m := scriptDate.FindStringSubmatch(s); m != nil {
		s = fmt.Sprintf("%s %s %s %s %s", m[2], m[1], m[3], m[4], m[5])
	}
	if m := oddZone.FindStringSubmatch(s); m != nil {
		s = m[1] + "Z"
		if hours, err := strconv.Atoi(m[3]); err == nil {
			s = fmt.Sprintf("%s%s%02d:00", m[1], m[2], hours)
		}
	}
	if unixTime.MatchString(s) {
		n, err := strconv.ParseInt(s, 10, 64)
		if err != nil {
			return timex.DCT{}, errStamp
		}
		if len(s) > 10 {
			n /= 1000
		}
		s = time.Unix(n, 0).UTC().Format(time.RFC3339)
	}
	dct, err := timex.ParseDCT(fraction.ReplaceAllString(s, "$1"))
	if err != nil {
		if v, ok := readVisible(s, false); ok && v.whole {
			dct, err = v.time, nil
		}
	}
	if err != nil {
		return timex.DCT{}, errStamp
	}
	year, _, _ := dct.Day.Civil()
	if year < 1600 || year > 2200 || dct.Day.String() == "1970-01-01" {
		return timex.DCT{}, errStamp
	}
	if dct.Hour == 0 && dct.Minute == 0 && dct.Second == 0 {
		dct = timex.DCT{Day: dct.Day, Known: true}
	}
	return dct, nil
}

// instant returns the moment of a publication time whose zone is stated.
func instant(d timex.DCT) (time.Time, bool) {
	if !d.HasClock || d.Zone == "" {
		return time.Time{}, false
	}
	t, err := time.Parse("2006-01-02T15:04:05Z07:00", fmt.Sprintf("%sT%02d:%02d:%02d%s", d.Day, d.Hour, d.Minute, d.Second, d.Zone))
	return t, err == nil
}

// clockOf returns a publication time as a moment of a world without zones.
func clockOf(d timex.DCT) time.Time {
	t, err := time.Parse("2006-01-02T15:04:05", fmt.Sprintf("%sT%02d:%02d:%02d", d.Day, d.Hour, d.Minute, d.Second))
	if err != nil {
		return time.Time{}
	}
	return t
}

// daysApart returns how many days lie between two publication times.
func daysApart(a, b timex.DCT) int {
	n := int(a.Day) - int(b.Day)
	return max(n, -n)
}
