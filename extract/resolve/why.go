package resolve

import (
	"strings"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// reason is why a value was chosen, as a code that Why puts into words.
type reason uint8

const (
	noReason reason = iota
	whyWritten
	whyShortYear
	whyMonthFirst
	whyDayFirst
	whyOtherOrder
	whyNoDCT
	whyDeictic
	whySpoken
	whyTense
	whyLatest
	whyNextOne
	whyNearer
	whyLastSaid
	whyNextSaid
	whyThisSaid
	whyYearSaid
	whyWeekSaid
	whyWeekOn
	whyWeekBefore
	whyWeekAfter
	whyYearInFocus
	whyMonthInFocus
	whyBeside
	whyToTheDay
	whyThwarted
	whyNearPublication
	whyDayInFocus
	whyDCTDay
	whyUnit
	whyShift
	whyLength
	whySet
	whyVague
	whyHolidayYear
	whyRangeEnd
	whyWeekdayFits
	whyOtherHalf
	whyWeekdayClash
	whyNearestWeekday
	whyBesideList
)

// reasonWords are the reasons in words.
var reasonWords = [...]string{
	whyWritten:         "the words name it themselves",
	whyShortYear:       "century or era are not said: the latest that fits",
	whyMonthFirst:      "read with the month first",
	whyDayFirst:        "read with the day first",
	whyOtherOrder:      "read with day and month the other way round",
	whyNoDCT:           "no publication time is known",
	whyDeictic:         "counted from publication",
	whySpoken:          "inside a quotation: counted from the day it was spoken",
	whyTense:           "",
	whyLatest:          "the latest one before publication, that day included",
	whyNextOne:         "the next one after publication",
	whyNearer:          "no verb decides: the nearer one",
	whyLastSaid:        "“last” looks back",
	whyNextSaid:        "“next” looks ahead",
	whyThisSaid:        "“this” means the present one",
	whyYearSaid:        "the year is said by a direction",
	whyWeekSaid:        "the week is said by a direction",
	whyWeekOn:          "a week after the next one",
	whyWeekBefore:      "“last” for the one of the week before",
	whyWeekAfter:       "“next” for the one of the week after",
	whyYearInFocus:     "the year that the text speaks of",
	whyNearPublication: "the one that the verb gives, seen from publication",
	whyBeside:          "the date that stands beside it",
	whyToTheDay:        "counted, to the day",
	whyThwarted:        "“but” tells that it came to nothing: the latest one",
	whyMonthInFocus:    "the month that the text speaks of",
	whyDayInFocus:      "the day that the text speaks of",
	whyDCTDay:          "the day of publication",
	whyUnit:            "counted in whole units",
	whyShift:           "counted, and rounded to the unit",
	whyLength:          "a length of time",
	whySet:             "a frequency",
	whyVague:           "a vague reference",
	whyHolidayYear:     "that day of the year named",
	whyWeekdayFits:     "the year in which that day falls on that weekday",
	whyOtherHalf:       "the other half of the day",
	whyWeekdayClash:    "as written, though the weekday beside it is another day’s",
	whyBesideList:      "the first one after the day that the list begins with",
	whyNearestWeekday:  "the nearest day with the weekday that stands beside it",
	whyRangeEnd:        "the first one after the day that the range begins with",
}

// source is what all expressions of one Find share.
type source struct {
	text string
	dct  timex.DCT
}

// reasons is what a Timex keeps to explain itself. It is put into words only
// when asked, so that a text that nobody asks about costs nothing.
type reasons struct {
	source   *source
	cue      [2]int32 // the words that tell the tense
	anchored [2]int32 // the words of the anchor, when that is an earlier Timex
	other    timex.Value
	why      reason
	otherWhy reason
	tense    english.Tense
	spelled  bool // the year was spelled out
}

// because notes why the value is being chosen.
func (s *scan) because(r reason) {
	s.result.why = r
	if r == whyTense {
		s.result.tense = s.tense.Tense
		s.result.cue = [2]int32{int32(s.tense.Cue.Start), int32(s.tense.Cue.End)}
	}
}

// otherwise notes another defensible reading; the last part of the day and
// clock are those of the first.
func (s *scan) otherwise(v timex.Value, r reason) {
	s.result.other, s.result.otherWhy = v, r
}

// anchorAt makes the Timex out[index], or publication, what the value counts from.
func (s *scan) anchorAt(index int) {
	s.result.Anchor = index
	if index >= 0 {
		s.result.anchored = [2]int32{int32(s.out[index].Start), int32(s.out[index].End)}
	}
}

// Why says in words how the value was worked out: "Tuesday" → published
// Sunday 5 December 2021 → "will" is future → the Tuesday after → 7 December 2021.
func (t Timex) Why() string {
	if t.source == nil {
		return ""
	}
	var b strings.Builder
	quote := func(from, to int32) {
		b.WriteString("“" + strings.Join(strings.Fields(t.source.text[from:to]), " ") + "”")
	}
	quote(int32(t.Start), int32(t.End))
	switch {
	case t.Anchor == DCTAnchor && t.source.dct.Known:
		d := t.source.dct.Day
		b.WriteString(" → published " + d.Weekday().String() + " " + timex.DayEDTF(d).Words())
	case t.Anchor >= 0:
		b.WriteString(" → after ")
		quote(t.anchored[0], t.anchored[1])
	}
	if t.why == whyTense {
		if t.cue[1] > t.cue[0] {
			b.WriteString(" → ")
			quote(t.cue[0], t.cue[1])
			b.WriteString(" is " + t.tense.String())
		}
		one := "one"
		if d, ok := t.Value.Day(); ok && strings.HasPrefix(t.Rule, "weekday") {
			one = d.Weekday().String()
		}
		if t.tense.Ahead() {
			b.WriteString(" → the next " + one)
		} else {
			b.WriteString(" → the latest " + one + ", that day included")
		}
	} else if w := reasonWords[t.why]; w != "" {
		b.WriteString(" → " + w)
	}
	b.WriteString(" → " + words(t.Value))
	return b.String()
}

// Alternatives returns the other defensible readings, likeliest first.
func (t Timex) Alternatives() []timex.Reading {
	if t.other.IsZero() || t.other == t.Value {
		return nil
	}
	v := t.other
	if _, _, has := v.Clock(); has {
		// the time of day is what the reading changes
	} else if h, m, ok := t.Value.Clock(); ok {
		v = v.WithClock(h, m, 0, 2)
	} else if p := t.Value.Part(); p != timex.NoPart {
		v = v.WithPart(p)
	}
	return []timex.Reading{{Value: v.String(), Why: reasonWords[t.otherWhy] + ": " + words(v)}}
}

// words says a value as a reader would.
func words(v timex.Value) string {
	e, ok := v.EDTF()
	if !ok {
		return v.String()
	}
	return e.Words()
}

// Variants of a rule, appended to the name of its family.
const (
	rulePlain = iota
	rulePast
	ruleFuture
	ruleNear
	ruleLast
	ruleNext
	ruleThis
	ruleFocus
	ruleFrom
	ruleQuoted
	ruleVariants
)

var variantNames = [ruleVariants]string{"", "-past", "-future", "-near", "-last", "-next", "-this", "-focus", "-from", "-quoted"}

// setRule names the variant of the family's rule that decides.
func (s *scan) setRule(variant int) { s.result.Rule = s.bestFamily.variants[variant] }
