package timex

import (
	"fmt"
	"strconv"
	"strings"
)

// Point is one end of an EDTF date: a calendar value known to the year, the
// month, the day or the hour, with EDTF's qualifiers.
type Point struct {
	Year        int    // astronomical: 0 is 1 BCE
	Month       int    // 1 to 12, 0 when only the year is known
	Day         int    // 1 to 31, 0 when only the month is known
	Clock       string // "20" or "20:30", "" when only the day is known
	Approximate bool   // ~, about
	Uncertain   bool   // ?, doubtful
}

// EDTF is a date of an event, after ISO 8601-2: a point (2014, 2021-06,
// 2021-12-07, 2021-12-07T20) or an interval whose ends may be open
// (2014/.., ../2020-08-04, 2014-02/2014-03). The zero EDTF is no date, so that
// the year 1 BCE alone ("0000") is the one year that cannot be written.
type EDTF struct {
	From, To         Point
	Interval         bool
	OpenFrom, OpenTo bool // with Interval: the end is ".."
}

// IsZero reports whether e is no date at all.
func (e EDTF) IsZero() bool { return e == EDTF{} }

// ParseEDTF reads the subset of EDTF that EDTF.String writes: years (four
// digits, or signed), months, days, hours, the qualifiers ~ ? %, intervals
// and open ends. The error names what could not be read.
func ParseEDTF(s string) (EDTF, error) {
	from, to, interval := strings.Cut(s, "/")
	if !interval {
		p, err := parsePoint(from)
		if err == nil && p == (Point{}) {
			return EDTF{}, fmt.Errorf("EDTF date %q: the year 1 BCE needs a month", s)
		}
		return EDTF{From: p}, err
	}
	e := EDTF{Interval: true}
	var err error
	if e.OpenFrom = from == ".." || from == ""; !e.OpenFrom {
		if e.From, err = parsePoint(from); err != nil {
			return EDTF{}, err
		}
	}
	if e.OpenTo = to == ".." || to == ""; !e.OpenTo {
		if e.To, err = parsePoint(to); err != nil {
			return EDTF{}, err
		}
	}
	if e.OpenFrom && e.OpenTo {
		return EDTF{}, fmt.Errorf("EDTF date %q is open at both ends", s)
	}
	if !e.OpenFrom && !e.OpenTo {
		if a, _ := e.From.days(); true {
			if _, b := e.To.days(); b < a {
				return EDTF{}, fmt.Errorf("EDTF interval %q ends before it begins", s)
			}
		}
	}
	return e, nil
}

func parsePoint(s string) (Point, error) {
	var p Point
	bad := func(what string) (Point, error) {
		return Point{}, fmt.Errorf("EDTF date %q: %s", s, what)
	}
	rest := s
	for rest != "" {
		switch rest[len(rest)-1] {
		case '~':
			p.Approximate = true
		case '?':
			p.Uncertain = true
		case '%':
			p.Approximate, p.Uncertain = true, true
		default:
			goto qualified
		}
		rest = rest[:len(rest)-1]
	}
qualified:
	date, clock, hasClock := strings.Cut(rest, "T")
	sign := 1
	if strings.HasPrefix(date, "-") {
		sign, date = -1, date[1:]
	}
	parts := strings.Split(date, "-")
	if len(parts) > 3 || len(parts[0]) != 4 {
		return bad("want YYYY, YYYY-MM or YYYY-MM-DD")
	}
	for i, part := range parts {
		n, err := strconv.Atoi(part)
		if err != nil || n < 0 || strings.ContainsAny(part, "+-") || i > 0 && len(part) != 2 {
			return bad("want YYYY, YYYY-MM or YYYY-MM-DD")
		}
		switch i {
		case 0:
			p.Year = sign * n
		case 1:
			if n < 1 || n > 12 {
				return bad("there is no such month")
			}
			p.Month = n
		case 2:
			if _, ok := DayOf(p.Year, p.Month, n); !ok {
				return bad("there is no such day")
			}
			p.Day = n
		}
	}
	if hasClock {
		if p.Day == 0 {
			return bad("a time of day needs a day")
		}
		if !validClock(clock) {
			return bad("cannot read the time of day")
		}
		p.Clock = clock
	}
	return p, nil
}

// validClock reports whether s is hh or hh:mm.
func validClock(s string) bool {
	h, m, minutes := strings.Cut(s, ":")
	ok := func(s string, limit int) bool {
		n, err := strconv.Atoi(s)
		return err == nil && len(s) == 2 && s[0] >= '0' && s[0] <= '9' && n < limit
	}
	return ok(h, 24) && (!minutes || ok(m, 60))
}

// String returns e in EDTF.
func (e EDTF) String() string {
	if e.IsZero() {
		return ""
	}
	if !e.Interval {
		return e.From.String()
	}
	from, to := "..", ".."
	if !e.OpenFrom {
		from = e.From.String()
	}
	if !e.OpenTo {
		to = e.To.String()
	}
	return from + "/" + to
}

// String returns p in EDTF.
func (p Point) String() string {
	var b strings.Builder
	b.WriteString(yearString(p.Year))
	if p.Month > 0 {
		b.WriteString("-" + twoDigits(p.Month))
	}
	if p.Day > 0 {
		b.WriteString("-" + twoDigits(p.Day))
	}
	if p.Clock != "" {
		b.WriteString("T" + p.Clock)
	}
	switch {
	case p.Approximate && p.Uncertain:
		b.WriteByte('%')
	case p.Approximate:
		b.WriteByte('~')
	case p.Uncertain:
		b.WriteByte('?')
	}
	return b.String()
}

// days returns the first and the last day that p covers.
func (p Point) days() (first, last Day) {
	switch {
	case p.Month == 0:
		first, _ = DayOf(p.Year, 1, 1)
		last, _ = DayOf(p.Year, 12, 31)
	case p.Day == 0:
		first, _ = DayOf(p.Year, p.Month, 1)
		last, _ = DayOf(p.Year, p.Month, DaysIn(p.Year, p.Month))
	default:
		first, _ = DayOf(p.Year, p.Month, p.Day)
		last = first
	}
	return first, last
}

// Bounds returns the first and the last day that e can mean. An open end is
// reported by hasFirst or hasLast being false.
func (e EDTF) Bounds() (first, last Day, hasFirst, hasLast bool) {
	if e.IsZero() {
		return 0, 0, false, false
	}
	if !e.Interval {
		first, last = e.From.days()
		return first, last, true, true
	}
	if !e.OpenFrom {
		first, _ = e.From.days()
	}
	if !e.OpenTo {
		_, last = e.To.days()
	}
	return first, last, !e.OpenFrom, !e.OpenTo
}

// DayEDTF returns the EDTF date of one day.
func DayEDTF(d Day) EDTF {
	y, m, dd := d.Civil()
	return EDTF{From: Point{Year: y, Month: m, Day: dd}}
}

func yearString(y int) string {
	switch {
	case y < 0:
		return fmt.Sprintf("-%04d", -y)
	case y > 9999:
		return "+" + strconv.Itoa(y)
	}
	return fmt.Sprintf("%04d", y)
}

func twoDigits(n int) string {
	return string([]byte{byte('0' + n/10%10), byte('0' + n%10)})
}
