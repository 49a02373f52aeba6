package site

import (
	"slices"
	"strconv"
	"strings"
	"sync"

	"dateline/extract/event"
	"dateline/extract/timex"
)

// phrase is a text in pieces, some of which are machine-readable dates.
type phrase []word

// word is a piece of phrase. Datetime is the value for an HTML time element,
// "" where the piece is no date or HTML cannot write it (before the year 1).
type word struct {
	Text     string
	Datetime string
}

// String returns the text alone.
func (w phrase) String() string {
	s := ""
	for _, p := range w {
		s += p.Text
	}
	return s
}

// The ways in which a date can be known, also the names of their CSS classes.
const (
	toHour  = "hour"
	toDay   = "day"
	toMonth = "month"
	toYear  = "year"
	isRange = "range"
	isSince = "since"
	isBy    = "by"
)

// precision returns how closely e is known.
func precision(e timex.EDTF) string {
	switch {
	case e.Interval && e.OpenTo:
		return isSince
	case e.Interval && e.OpenFrom:
		return isBy
	case e.Interval:
		return isRange
	case e.From.Clock != "":
		return toHour
	case e.From.Day > 0:
		return toDay
	case e.From.Month > 0:
		return toMonth
	}
	return toYear
}

// doubt returns "about", "uncertain" or "" for a date whose figures are not
// all sure.
func doubt(e timex.EDTF) string {
	switch {
	case e.From.Uncertain || e.To.Uncertain:
		return "uncertain"
	case e.From.Approximate || e.To.Approximate:
		return "about"
	}
	return ""
}

// place returns the year and month under whose headings e stands; month is 0
// where it is known to the year only. What ended by a date stands at its end.
func place(e timex.EDTF) (year, month int) {
	p := placing(e)
	return p.Year, p.Month
}

// speaker says dates in one language.
type speaker struct {
	m    messages
	said *sync.Map // phrases by saying, for the same dates are said again and again; nil for none
}

// saying is a date and how it is said.
type saying struct {
	date   timex.EDTF
	manner manner
}

// full returns e as a reader says it, with the year.
func (s speaker) full(e timex.EDTF) phrase { return s.say(e, manner{}) }

// fullAs is full for an event of the given status.
func (s speaker) fullAs(e timex.EDTF, status event.Status) phrase {
	return s.say(e, manner{coming: status.ToCome()})
}

// gutter returns e for the margin under the heading of its year: short, and
// "sometime in June" for what is known to the month only.
func (s speaker) gutter(e timex.EDTF, status event.Status) phrase {
	year, _ := place(e)
	w := s.say(e, manner{short: true, hasYear: true, year: year, coming: status.ToCome()})
	if p := precision(e); doubt(e) == "" && (p == toMonth || p == toYear) {
		w = s.say(e, manner{hasYear: p == toMonth, year: year})
		return s.wrap("date.sometime", w)
	}
	return w
}

// day returns a day with its weekday: "Sunday 5 December 2021".
func (s speaker) day(d timex.Day) string {
	return s.m.text("date.weekday", "weekday", s.m["weekday."+strconv.Itoa(int(d.Weekday()))],
		"date", s.full(timex.DayEDTF(d)).String())
}

// published returns a publication time as it was stated.
func (s speaker) published(d timex.DCT) phrase {
	if !d.Known {
		return phrase{{Text: s.m["date.unknown"]}}
	}
	text := s.day(d.Day)
	if d.HasClock {
		text = s.m.text("date.clock", "date", text, "clock", twoDigits(d.Hour)+":"+twoDigits(d.Minute))
		if d.Zone == "Z" {
			text += " UTC"
		} else if d.Zone != "" {
			text += " " + d.Zone
		}
	}
	return phrase{{text, d.Day.String()}}
}

// shortDay returns a day with a short month: "5 Dec 2021".
func (s speaker) shortDay(d timex.Day) phrase {
	return s.say(timex.DayEDTF(d), manner{short: true})
}

// manner is how a date is said.
type manner struct {
	short   bool // short names of months
	hasYear bool // year goes without saying
	year    int
	coming  bool // what begins then and has no known end was still to come
}

// say returns e in words. The phrase must not be changed.
func (s speaker) say(e timex.EDTF, m manner) phrase {
	if s.said == nil {
		return s.sayAnew(e, m)
	}
	key := saying{e, m}
	if p, ok := s.said.Load(key); ok {
		return p.(phrase)
	}
	p := slices.Clip(s.sayAnew(e, m))
	s.said.Store(key, p)
	return p
}

func (s speaker) sayAnew(e timex.EDTF, m manner) phrase {
	switch {
	case e.IsZero():
		return phrase{{Text: s.m["date.undated"]}}
	case !e.Interval:
		return s.qualify(e.From, phrase{s.point(e.From, m)})
	case e.OpenTo && m.coming:
		return s.wrap("date.from", s.qualify(e.From, phrase{s.point(e.From, m)}))
	case e.OpenTo:
		return s.wrap("date.since", s.qualify(e.From, phrase{s.point(e.From, m)}))
	case e.OpenFrom:
		return s.wrap("date.by", s.qualify(e.To, phrase{s.point(e.To, m)}))
	}
	a, b := e.From, e.To
	plain := a.Clock == "" && b.Clock == "" && (a.Month > 0) == (b.Month > 0) && (a.Day > 0) == (b.Day > 0) &&
		!a.Approximate && !a.Uncertain
	between := s.m["date.to"]
	first := word{s.text(a, m), datetime(a)}
	if plain && a.Year == b.Year && a.Month > 0 {
		first.Text = s.text(a, manner{short: m.short, hasYear: true, year: a.Year})
		if a.Day > 0 && a.Month == b.Month {
			first.Text = s.m.text("date.dayonly", "day", a.Day)
			between = "–"
		}
	}
	said := phrase{first}
	if !plain {
		said = s.qualify(a, said)
	}
	said = append(said, word{Text: between})
	return append(said, s.qualify(b, phrase{s.point(b, m)})...)
}

func (s speaker) point(p timex.Point, m manner) word { return word{s.text(p, m), datetime(p)} }

func (s speaker) text(p timex.Point, m manner) string {
	year := strconv.Itoa(p.Year)
	if p.Year <= 0 {
		year = s.m.text("date.bce", "year", 1-p.Year)
	}
	names := "month."
	if m.short {
		names = "month.short."
	}
	month := s.m[names+strconv.Itoa(p.Month)]
	silent := m.hasYear && m.year == p.Year
	var text string
	switch {
	case p.Month == 0:
		text = year
	case p.Day == 0 && silent:
		text = s.m["month."+strconv.Itoa(p.Month)] // alone, a short name looks like a slip
	case p.Day == 0:
		text = s.m.text("date.month", "month", month, "year", year)
	case silent:
		text = s.m.text("date.daymonth", "day", p.Day, "month", month)
	default:
		text = s.m.text("date.day", "day", p.Day, "month", month, "year", year)
	}
	if p.Clock != "" {
		clock := p.Clock
		if len(clock) == 2 {
			clock += ":00"
		}
		text = s.m.text("date.clock", "date", text, "clock", clock)
	}
	return text
}

func (s speaker) qualify(p timex.Point, w phrase) phrase {
	if p.Approximate {
		w = s.wrap("date.about", w)
	}
	if p.Uncertain {
		w = s.wrap("date.uncertain", w)
	}
	return w
}

func (s speaker) wrap(key string, w phrase) phrase {
	before, after := s.m.around(key)
	var out phrase
	if before != "" {
		out = append(out, word{Text: before})
	}
	out = append(out, w...)
	if after != "" {
		out = append(out, word{Text: after})
	}
	return out
}

// datetime returns p for an HTML time element, no more precise than p is. An
// hour without minutes is written as its day, since HTML has no such thing.
func datetime(p timex.Point) string {
	if p.Year < 1 || p.Year > 9999 {
		return ""
	}
	p.Approximate, p.Uncertain = false, false
	if len(p.Clock) == 2 {
		p.Clock = ""
	}
	return p.String()
}

func twoDigits(n int) string {
	if n < 10 {
		return "0" + strconv.Itoa(n)
	}
	return strconv.Itoa(n)
}

// year returns a year alone.
func (s speaker) year(y int) string { return s.text(timex.Point{Year: y}, manner{}) }

// value returns a TIMEX3 or EDTF value as a reader says it, or as it is
// written where it has no plain words.
func (s speaker) value(v string) phrase {
	date, part, hasPart := strings.Cut(v, "T")
	if e, err := timex.ParseEDTF(v); err == nil {
		return s.full(e)
	}
	if year, week, ok := strings.Cut(v, "-W"); ok {
		return phrase{{Text: s.m.text("date.week", "week", week, "year", year)}}
	}
	e, err := timex.ParseEDTF(date)
	if err != nil || !hasPart || s.m["part."+part] == "" {
		return phrase{{Text: v}}
	}
	return append(s.full(e), word{Text: ", " + s.m["part."+part]})
}

// timex returns the value of an expression as a reader says it; of what names
// no date, what it is.
func (s speaker) timex(v timex.Value) phrase {
	if e, ok := v.EDTF(); ok {
		if v.Part() != timex.NoPart {
			return s.value(v.String())
		}
		return s.full(e)
	}
	switch v.Kind() {
	case timex.LengthKind:
		return phrase{{Text: s.m["value.length"]}}
	case timex.WeekdaySet:
		return phrase{{Text: s.m["value.set"]}}
	}
	return phrase{{Text: s.m["value.vague"]}}
}
