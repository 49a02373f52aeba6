package timeline

import "dateline/extract/timex"

// span is the time that a date covers, as clustering sees it: without the
// clock and the qualifiers.
type span struct {
	first, last timex.Day // first is last's day when openFrom, and the other way round
	openFrom    bool      // "by": first is not known
	openTo      bool      // "since": last is not known
	dated       bool
}

func spanOf(d timex.EDTF) span {
	if d.IsZero() {
		return span{}
	}
	first, last, hasFirst, hasLast := d.Bounds()
	s := span{first: first, last: last, openFrom: !hasFirst, openTo: !hasLast, dated: true}
	switch {
	case s.openFrom:
		s.first = last
	case s.openTo:
		s.last = first
		if d.From.Day == 0 {
			_, s.last, _, _ = timex.EDTF{From: d.From}.Bounds() // "since 2014" began some day of 2014
		}
	}
	return s
}

// days returns how many days s covers, 1 for a day.
func (s span) days() int { return int(s.last-s.first) + 1 }

// fine reports whether s is as precise as a day.
func (s span) fine() bool { return s.dated && !s.openFrom && !s.openTo && s.first == s.last }

// contains reports whether u can be a finer way of saying s: u lies within s,
// or, where s is open to the past, not long before its bound.
func (s span) contains(u span) bool {
	if u.openFrom || u.openTo || !s.dated || !u.dated {
		return false
	}
	if s.openFrom {
		return u.last <= s.last && u.first >= s.first-byWindow
	}
	return s.first <= u.first && u.last <= s.last
}

// byWindow is how many days before its bound an event "by 4 August" is looked for.
const byWindow = 14
