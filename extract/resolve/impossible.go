package resolve

import (
	"slices"
	"strconv"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// Impossible is a date that a text writes and no calendar has, such as 30
// February. It is told, and not turned into another day.
type Impossible struct {
	timex.Span // bytes of the text
	month, day int
	year       int
	hasYear    bool
}

// FindAll returns the time expressions of text as Find does, and beside them
// the dates that no calendar has, in order.
func (r *Resolver) FindAll(text string, dct timex.DCT) ([]Timex, []Impossible) {
	s := r.scans.Get().(*scan)
	s.spans = slices.AppendSeq(s.spans[:0], english.EachSentence(text))
	return r.findWith(s, text, s.spans, dct)
}

// FindIn is FindAll for a text whose sentences are known.
func (r *Resolver) FindIn(text string, sentences []timex.Span, dct timex.DCT) ([]Timex, []Impossible) {
	return r.findWith(r.scans.Get().(*scan), text, sentences, dct)
}

// findWith finds with the state s, and gives it back.
func (r *Resolver) findWith(s *scan, text string, sentences []timex.Span, dct timex.DCT) ([]Timex, []Impossible) {
	s.find(text, sentences, dct)
	found := make([]Timex, len(s.out))
	copy(found, s.out)
	var impossible []Impossible
	if len(s.impossible) > 0 {
		impossible = append(impossible, s.impossible...)
	}
	s.release()
	r.scans.Put(s)
	return found, impossible
}

// possible reports whether e names a day that the calendar has.
func (e *expr) possible() bool {
	if e.month < 0 || e.month > 12 || e.day < 0 {
		return false
	}
	if !e.hasDay || !e.hasMonth {
		return e.day <= 31
	}
	if e.hasYear {
		return e.day <= timex.DaysIn(e.year, e.month)
	}
	return e.day <= timex.DaysIn(2000, e.month)
}

// report notes that e names a day that the calendar does not have.
func (s *scan) report(e *expr) {
	s.impossible = append(s.impossible, Impossible{Span: s.spanOf(e), month: e.month, day: e.day, year: e.year, hasYear: e.hasYear})
}

// Why says in words why the calendar has no such day.
func (i Impossible) Why() string {
	if i.month < 1 || i.month > 12 {
		return "there is no month " + strconv.Itoa(i.month)
	}
	month := timex.MonthName(i.month)
	if i.month == 2 && i.day == 29 && i.hasYear {
		return month + " had 28 days in " + strconv.Itoa(i.year)
	}
	if i.month == 2 {
		return month + " has at most 29 days"
	}
	return month + " has " + strconv.Itoa(timex.DaysIn(2000, i.month)) + " days"
}
