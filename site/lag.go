package site

import (
	"dateline/extract/timex"
)

// lag says how long after event i, or before it, the first report of it was
// published; "" where that is not known.
func (b *builder) lag(i int) string {
	e := b.t.Events[i]
	var told timex.Day
	known := false
	for _, ev := range e.Evidence {
		if p := b.t.Articles[ev.Article].Article.Published; p.Known && (!known || p.Day < told) {
			told, known = p.Day, true
		}
	}
	first, last, hasFirst, hasLast := e.Date.Bounds()
	if !known || !hasFirst && !hasLast {
		return ""
	}
	p := precision(e.Date)
	switch {
	case hasFirst && told < first:
		return b.m.text("flow.before", "time", b.apart(told, first, e.Date))
	case hasLast && told > last:
		return b.m.text("flow.after", "time", b.apart(last, told, e.Date))
	case p == isBy:
		return b.m["flow.by"]
	case first == last && p != isRange && p != isSince:
		return b.m["flow.same.day"]
	case p == toMonth || p == toYear:
		return b.m["flow.same."+p]
	}
	return b.m["flow.during"]
}

// apart says how long it is from one day to a later one, in no finer units than
// the date allows.
func (b *builder) apart(from, to timex.Day, date timex.EDTF) string {
	y1, m1, d1 := from.Civil()
	y2, m2, d2 := to.Civil()
	months := (y2-y1)*12 + m2 - m1
	said := ""
	switch p := precision(date); {
	case p == toYear:
		said = b.m.count("flow.years", y2-y1)
	case p == toMonth:
		if said = b.m.count("flow.months", months); months >= 24 {
			said = b.m.count("flow.years", months/12)
		}
	default:
		if d2 < d1 {
			months-- // full ones
		}
		switch days := int(to - from); {
		case days <= 31:
			said = b.m.count("flow.days", days)
		case months < 24:
			said = b.m.count("flow.months", max(months, 1))
		default:
			said = b.m.count("flow.years", months/12)
		}
	}
	if doubt(date) != "" {
		said = b.m.text("flow.about", "time", said)
	}
	return said
}
