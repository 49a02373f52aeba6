package event

import (
	"dateline/extract/timex"
)

// plainly is how likely the date of an explicit event is at least its own. By
// cross-validation, of those below two in five are not.
const plainly = 0.6

// explain says in words how a head came by its date, and how sure that is.
func (f *finder) explain(d *decision, c cue) (why string, sure timex.Confidence) {
	h := d.h
	head := "“" + h.text() + "”"
	what := "the verb"
	if h.group < 0 {
		what = "the event"
	}
	var how string
	if d.from.said {
		sure = timex.Guess
		if how = head + " names no date; what was said is of the day of publication"; d.from.from.ok {
			how = head + " names no date; what was said is of the day that the article tells of, that of “" + d.from.from.head.text() + "”"
		}
	} else if d.from.news {
		how, sure = head+" is what the article begins with, and nothing says when; news is mostly of the day of publication", timex.Guess
	} else if d.from.since {
		how = "“since” in “" + h.s.string(h.verb().first, h.verb().last) + "” counts from “" + d.from.from.head.text() + "”, the event before it"
		sure = timex.Inferred
	} else if d.source == nil {
		how = head + " has no date of its own; it takes that of “" + d.from.from.head.text() + "”, " + d.from.reason()
		sure = timex.Guess
	} else {
		s, src := h.s, d.source
		words := "“" + s.string(src.first, src.last) + "”"
		if src.prep != "" && len(src.prep) > 1 {
			words = "“" + src.prep + " " + s.string(src.first, src.last) + "”"
		}
		x := f.in.Timexes[src.timex]
		sure = x.Confidence
		same := s.words[h.word].clause == s.words[src.first].clause
		switch {
		case h.phrase >= 0 && s.phrases[h.phrase].first <= src.first && src.last <= s.phrases[h.phrase].last:
			how = words + " is part of what names " + head
		case h.word < src.first && src.first-h.word <= 2:
			how = head + " is " + what + " that " + words + " touches"
		case h.word > src.last && h.word-src.last <= 2:
			how = head + " is " + what + " right after " + words
		case same:
			how = head + " is " + what + " of the clause that " + words + " stands in"
		default:
			how = head + " is in the sentence that " + words + " dates, in another clause"
			sure = max(sure, timex.Inferred)
		}
		switch {
		case d.p < 0.45:
			sure = max(sure, timex.Guess)
		case d.p < plainly:
			sure = max(sure, timex.Inferred)
		}
		switch {
		case src.until >= 0:
			how += ", up to “" + f.in.Text[f.in.Timexes[src.until].Start:f.in.Timexes[src.until].End] + "”"
		case d.date.Interval && d.date.OpenTo && !src.date.Interval:
			how += "; it begins then, and no end is named"
		case d.date.Interval && d.date.OpenFrom && !src.date.Interval:
			how += "; it ends then, or comes before"
		}
	}
	if c.why != "" {
		how += "; " + c.status.String() + ": " + c.why
	}
	return how, sure
}

// reason says what the event that a date is taken from is to the one that takes it.
func (c *candidate) reason() string {
	switch {
	case c.named:
		return "which its sentence speaks of again"
	case c.again:
		return "told of in the same word before"
	case c.last && c.lead:
		return "the event that the article speaks of"
	case c.last:
		return "the event before it"
	case c.lead:
		return "the main event of the article"
	case c.akin:
		return "an event of which the same names are told"
	}
	return "an event told of not long before"
}
