package event

import (
	"dateline/extract/timex"
)

// source is something in a sentence that can date an event: a time
// expression, or two that make up a range.
type source struct {
	timex       int // index of the expression, of the first one of a range
	until       int // index of the second expression of a range, -1
	first, last int // words, inclusive
	prep        string
	date        timex.EDTF // what the expression names, before its preposition is heeded
	end         timex.EDTF // of a range
	typ         timex.Type
	bounds      string // "since" or "before", when the date is that of what bounds the event: "since the vote in 2014"
	boundsAt    int    // the word
	winner      int    // the head that the clause rule gives the date to, -1
}

// sources returns what can date the events of s, in memory taken from a slab.
func (s *sentence) sources(in Input, memory *slab[source]) []source {
	found := memory.take(s.expressions())
	for i := 0; i < len(s.words); {
		t := s.words[i].timex
		if t < 0 {
			i++
			continue
		}
		last := i
		for last+1 < len(s.words) && s.words[last+1].timex == t {
			last++
		}
		x := in.Timexes[t]
		if date, ok := x.Value.EDTF(); ok && (x.Type == timex.Date || x.Type == timex.Time) {
			if x.Mod == timex.Approx && !date.Interval {
				date.From.Approximate = true
			}
			src := source{timex: t, until: -1, first: i, last: last, prep: s.relationBefore(i), date: date, typ: x.Type}
			src.bounds, src.boundsAt = s.boundsBefore(i)
			if n := len(found); n > 0 && s.closesRange(&found[n-1], &src) {
				found[n-1].until, found[n-1].end, found[n-1].last = t, date, last
			} else {
				found = append(found, src)
			}
		}
		i = last + 1
	}
	return memory.trim(found)
}

// expressions counts the time expressions of s.
func (s *sentence) expressions() int {
	n := 0
	for i := range s.words {
		if t := s.words[i].timex; t >= 0 && (i == 0 || s.words[i-1].timex != t) {
			n++
		}
	}
	return n
}

// relationBefore returns the preposition that stands before the time
// expression at word i, "" when none does. "prior to" and "ahead of" count as
// "before", "as of" as itself.
func (s *sentence) relationBefore(i int) string {
	j := i - 1
	for j >= 0 && (s.is(j, "the") || s.is(j, "about") || s.is(j, "around") || s.is(j, "early") || s.is(j, "late") || s.is(j, "least") || s.is(j, "at") && s.is(j+1, "least")) {
		if s.is(j, "around") && j == 0 {
			break
		}
		j--
	}
	if s.is(j-1, "than") || s.is(j-1, "as") && !s.is(j, "of") {
		switch s.lower(j) {
		case "in", "on", "at", "during":
			return "than" // "more than in 2012"
		}
	}
	switch w := s.lower(j); w {
	case "to":
		if s.is(j-1, "prior") {
			return "before"
		}
		if s.is(j-1, "up") {
			return "until"
		}
		return w
	case "of":
		switch s.lower(j - 1) {
		case "ahead":
			return "before"
		case "as":
			return "as of"
		}
		return w
	case "till", "through":
		return "until"
	case "following":
		return "after"
	case "early":
		return "in"
	case "as":
		return "as"
	case "on", "in", "at", "since", "until", "by", "from", "before", "after", "during", "for", "between", "over",
		"throughout", "within", "around", "about", "for ", "and", "or", ",", "(", "than", "next", "this", "last":
		return w
	}
	return ""
}

// boundsBefore returns the "since" or "before" (also "prior to") whose noun
// phrase the date at word i closes, "" when there is none.
func (s *sentence) boundsBefore(i int) (which string, at int) {
	phrases := 0
	for j := i - 1; j >= 0 && j > i-12; j-- {
		w := &s.words[j]
		switch {
		case w.Lower == "since" && phrases > 0:
			return "since", j
		case (w.Lower == "before" || w.Lower == "to" && s.is(j-1, "prior")) && phrases > 0:
			return "before", j
		case w.group >= 0 || w.Text == "," || w.timex >= 0:
			return "", 0
		case w.phrase >= 0 && s.phrases[w.phrase].first == j:
			phrases++
		}
	}
	return "", 0
}

// closesRange reports whether b is the end of the range that a begins: "from
// June to August", "between 3 March and 6 March", "2014–2016".
func (s *sentence) closesRange(a, b *source) bool {
	if a.until >= 0 || b.first-a.last > 3 {
		return false
	}
	joint := s.lower(a.last + 1)
	switch {
	case b.first == a.last+1:
		return false
	case a.prep == "between" && joint == "and", a.prep == "from" && (joint == "to" || joint == "until" || joint == "till" || joint == "through"):
	case joint == "and" && b.first == a.last+2 && !s.is(b.last+1, "respectively") && (nextDay(a.date, b.date) || nextYear(a.date, b.date) && !s.is(b.last+1, ",")):
		return true
	case (joint == "to" || joint == "–" || joint == "-" || joint == "through") && b.first == a.last+2:
	default:
		return false
	}
	from, _, ok, _ := a.date.Bounds()
	_, to, _, ok2 := b.date.Bounds()
	return ok && ok2 && from < to
}

// nextDay reports whether b is the day after a: "on December 5 and 6".
func nextDay(a, b timex.EDTF) bool {
	if a.Interval || b.Interval || a.From.Day == 0 || b.From.Day == 0 {
		return false
	}
	first, _, _, _ := a.Bounds()
	second, _, _, _ := b.Bounds()
	return second == first+1
}

// nextYear reports whether b is the year after a: "in 2018 and 2019".
func nextYear(a, b timex.EDTF) bool {
	return !a.Interval && !b.Interval && a.From.Month == 0 && b.From.Month == 0 && b.From.Year == a.From.Year+1
}

// dateOf returns the date that src gives to h, its preposition heeded.
func (src *source) dateOf(h *head) timex.EDTF {
	d := src.date
	if src.until >= 0 {
		return timex.EDTF{Interval: true, From: lower(src.date), To: upper(src.end)}
	}
	g := h.verb()
	switch {
	case src.inside(h): // "since the 2014 vote": the vote was in 2014
		return d
	case src.prep == "before" && h.denied() && src.typ == timex.Date: // "not expected to open before 2024"
		return openEnd(d)
	case src.typ == timex.Time && src.prep != "since" && !src.bindsTime(h): // "by the evening": on that day
		return d
	case src.prep == "until" && (g != nil && g.negated || h.moved()): // "not until July", "delayed until June"
		return d
	case src.prep == "from" && g != nil && !g.progressive && !light[g.lemma] && g.lemma != "be" && (g.tense == past || startsOnly(h)):
		return d
	case src.prep == "since" && g != nil && g.tense == past && !g.perfect && !g.progressive: // "since 1973, when they were counted"
		return d
	}
	switch src.prep {
	case "since":
		return openEnd(d)
	case "in", "on", "of":
		switch {
		case src.bounds == "since" && h.word > src.last && g != nil && g.perfect:
			return openEnd(d)
		case src.bounds == "before" && g != nil && (h.word > src.last || h.word < src.boundsAt):
			return openStart(d)
		}
	case "until", "before", "by":
		return openStart(d)
	case "from":
		if !startsOnly(h) {
			return openEnd(d)
		}
	case "after":
		return openEnd(d)
	case "as of": // "as of Friday 12 had died": by then
		if g != nil && g.perfect && g.tense == past || g == nil && h.counts() == "own" {
			return openStart(d)
		}
	}
	return d
}

// bindsTime reports whether a time of day ends what h tells of rather than being
// its own: "told to leave by noon", as against "by noon the fire was out".
func (src *source) bindsTime(h *head) bool {
	g := h.verb()
	switch src.prep {
	case "by":
		return g != nil && (g.infinitive || g.participle && g.passive || g.tense == modal || g.tense == future)
	case "until":
		return g == nil || g.tense == modal || g.tense == future || g.tense == present
	case "as of":
		return g == nil && h.counts() == "own"
	}
	return false
}

// denied reports whether h, or what it hangs on, is told with "not".
func (h *head) denied() bool {
	g := h.verb()
	return g != nil && (g.negated || g.governor >= 0 && h.s.groups[g.governor].negated)
}

// inside reports whether the expression stands in the noun phrase of h.
func (src *source) inside(h *head) bool {
	if h.phrase < 0 {
		return false
	}
	p := &h.s.phrases[h.phrase]
	return p.first <= src.first && src.last <= p.last
}

// moved reports whether h is something that was put off to another date, or
// the putting off itself.
func (h *head) moved() bool {
	if putOff[h.lemma] {
		return true
	}
	for i := range h.s.groups {
		if g := &h.s.groups[i]; h.phrase >= 0 && (g.object == h.phrase || g.passive && g.subject == h.phrase) && putOff[g.lemma] {
			return true
		}
	}
	return false
}

var putOff = words(`delay postpone reschedule move push defer shift`)

// startsOnly reports whether h is the beginning of what "from" gives the
// beginning of: "from June 15 masks become compulsory".
func startsOnly(h *head) bool {
	switch h.lemma {
	case "become", "begin", "start", "open", "reopen", "resume", "launch", "take", "come", "introduce", "close", "be":
		return true
	}
	return false
}

func lower(e timex.EDTF) timex.Point {
	return e.From
}

func upper(e timex.EDTF) timex.Point {
	if e.Interval {
		return e.To
	}
	return e.From
}

func openEnd(e timex.EDTF) timex.EDTF {
	if e.Interval && e.OpenFrom {
		return e
	}
	return timex.EDTF{Interval: true, From: lower(e), OpenTo: true}
}

func openStart(e timex.EDTF) timex.EDTF {
	if e.Interval && e.OpenTo {
		return e
	}
	return timex.EDTF{Interval: true, To: upper(e), OpenFrom: true}
}

// withoutClock returns e without its times of day.
func withoutClock(e timex.EDTF) timex.EDTF {
	e.From.Clock, e.To.Clock = "", ""
	return e
}
