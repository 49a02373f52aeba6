package resolve

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// focusYearReach is how many bytes back, in news, a year that was spelled out
// still carries the months behind it in the same sentence.
const focusYearReach = 220

// storyAge is how many years before publication a bare year must lie to be
// taken for the time of a story that is being told.
const storyAge = 30

// storyReach is how many bytes back, in news, a date of an earlier year
// begins a story that the dates behind it belong to.
const storyReach = 600

// storyInFocus reports whether a text that names nothing of its own time tells
// what happened in an earlier year, spelled out not long before.
func (s *scan) storyInFocus() bool {
	f := &s.focus
	return s.dct.Known && s.years.near == 0 && f.hasYear && !f.passing && f.year < s.dctYear() && s.behind(f.yearAt) <= storyReach && s.out[f.yearIndex].spelled
}

// storyInParagraph reports whether the paragraph tells what happened in an
// earlier year, and e goes on with it: a date with its month was spelled out
// before, nothing of publication's own time came between, and the verb is past.
func (s *scan) storyInParagraph(e *expr) bool {
	return s.focus.yearAt > s.paragraph && s.storyOfDates() && s.clause(e).Tense == english.Past
}

// storyOfDates reports whether the last date named is one of an earlier year,
// spelled out, with its month or season.
func (s *scan) storyOfDates() bool {
	f := &s.focus
	return s.dct.Known && f.hasYear && !f.passing && (f.month > 0 || f.value.Kind() == timex.SeasonKind) && f.year < s.dctYear()-1 && s.out[f.yearIndex].spelled
}

// storyGoesOn reports whether e goes on with the story of the paragraph
// before, or of the list item before: its day comes next in that year, and its
// verb is past. It may as well be of publication's own time.
func (s *scan) storyGoesOn(e *expr) bool {
	f := &s.focus
	return e.hasDay && e.dir == 0 && f.yearAt > s.previous && s.behind(f.yearAt) <= storyReach && s.storyOfDates() &&
		f.hasDay && f.dayAt == f.yearAt && s.comesNext(e, f.day) && s.clause(e).Tense == english.Past
}

// comesNext reports whether the day of a month e lies after d, in the year of d.
func (s *scan) comesNext(e *expr, d timex.Day) bool {
	y, _, _ := d.Civil()
	next, ok := timex.DayOf(y, e.month, e.day)
	return ok && next > d
}

// planInParagraph reports whether the paragraph speaks of what is planned for a
// later year, spelled out with its month, and e goes on with it.
func (s *scan) planInParagraph(e *expr) bool {
	f := &s.focus
	return s.dct.Known && f.hasYear && f.month > 0 && f.year > s.dctYear() && f.yearAt > s.paragraph && s.out[f.yearIndex].spelled && s.lean(e) != back
}

// planGoesOn returns the later year that a plan was spelled out for in the
// paragraph, when e, whose verb looks ahead too, comes next in that year,
// though another date came between. It may as well be the year of publication.
func (s *scan) planGoesOn(e *expr) (year, index int, ok bool) {
	f := &s.focus
	if !s.dct.Known || !e.hasDay || e.dir != 0 || !f.hasAhead || f.aheadAt <= s.paragraph || !s.out[f.aheadIndex].spelled || !s.comesNext(e, f.ahead) {
		return 0, 0, false
	}
	y, _, _ := f.ahead.Civil()
	return y, f.aheadIndex, y > s.dctYear() && s.lean(e) == ahead
}

// goesOn resolves the day of a month that most likely goes on with a story or
// a plan of another year than publication's, and gives that of publication's
// as the other reading. A weekday beside the day may rule the year out.
func (s *scan) goesOn(e *expr) (timex.Value, bool) {
	y, index, ok := s.planGoesOn(e)
	if !ok {
		if !s.storyGoesOn(e) {
			return timex.Value{}, false
		}
		y, index = s.focus.year, s.focus.yearIndex
	}
	if e.weekday != 0 && !falls(e, y) {
		return timex.Value{}, false
	}
	other := s.yearOfDate(e)
	s.result.Confidence = timex.Ambiguous
	s.anchorAt(index)
	s.because(whyYearInFocus)
	s.setRule(ruleFocus)
	s.otherwise(dateOf(other, e.month, e.day), whyNearPublication)
	return dateOf(y, e.month, e.day), true
}

// yearOfRange returns the year of a date that ends a range whose beginning
// has its year said: from 23 July 2021 to 8 August.
func (s *scan) yearOfRange(e *expr) (int, bool) {
	l := &s.last
	if !s.hasLast || l.kind != dateExpr || !l.hasYear || !l.hasMonth || len(s.out) == 0 || l.end != e.start-1 {
		return 0, false
	}
	if !s.isLink(l.end, linkTo) && !s.isLink(l.end, linkUntil) && !s.isMark(l.end, '-') {
		return 0, false
	}
	if e.month < l.month {
		return l.year + 1, true
	}
	return l.year, true
}

// obituaryReach is how many words before a date tell of a death.
const obituaryReach = 5

// obituary reports whether e is the day on which somebody died, before the text
// names any year: the death is why it is written, and the life comes after.
func (s *scan) obituary(e *expr) bool {
	if !s.dct.Known || !e.hasDay {
		return false
	}
	for i := e.start - 1; i >= 0 && i >= e.start-obituaryReach; i-- {
		if s.isWord(i, "died") || s.isWord(i, "dies") {
			return true
		}
	}
	return false
}

// yearInFocus returns the year that the text speaks of, when it is that and
// not publication which bare dates hang on.
func (s *scan) yearInFocus(e *expr) (year, index int, ok bool) {
	f := &s.focus
	if !f.hasYear {
		return s.years.first, NoAnchor, s.mode == narrative && s.years.total > 0 && !s.obituary(e)
	}
	if s.mode == narrative {
		return f.year, f.yearIndex, true
	}
	if e.dir == dirThat && e.kind == dateExpr && s.behind(f.yearAt) <= storyReach {
		return f.year, f.yearIndex, true // that September
	}
	if s.storyInParagraph(e) || s.planInParagraph(e) {
		return f.year, f.yearIndex, true
	}
	old := f.year < s.dctYear()-storyAge && (s.clause(e).Tense == english.Possible || s.clause(e).Tense == english.Would) // by spring it could fight
	if !s.storyInFocus() || s.lean(e) == ahead && !old || s.clause(e).Tense == english.Present {
		return 0, 0, false
	}
	if age := s.dctYear() - f.year; age > storyAge || age > 9 && f.month > 0 || age > 1 && f.yearAt == f.dayAt {
		return f.year, f.yearIndex, true
	}
	// a bare year carries only within its sentence, and not into a noun phrase
	if f.yearAt < s.sentence.Start || s.behind(f.yearAt) > focusYearReach || e.hasDay || s.clause(e).Tense != english.Past {
		return 0, 0, false
	}
	if p := s.tok(e.start - 1); !s.isLink(e.start-1, linkIn) && !s.isLink(e.start-1, linkUntil) && p.class&classEdge == 0 {
		return 0, 0, false
	}
	return f.year, f.yearIndex, true
}
