package resolve

import (
	"time"

	"github.com/olebedev/when/rules"

	"dateline/extract/timex"
)

// family is a family of rules for github.com/olebedev/when: weekdays, months,
// lengths. Its match reads tokens, not a regular expression, so that a window
// costs what its words cost. It implements rules.Rule.
type family struct {
	name  string
	lead  class // an expression of the family begins with a token of these classes
	need  class // and its window holds a token of these
	match func(s *scan, i int, e *expr) (end int)
	scan  *scan
	found *rules.Match // in the window, when its scan has searched it

	variants [ruleVariants]string // the names of its rules
}

// Find returns the first expression of the family in text, which is the
// stretch that its scan stands in, or any other text.
func (f *family) Find(text string) *rules.Match {
	s := f.scan
	if !s.holds(text) {
		s.enter(text)
	}
	if s.searched {
		return f.found
	}
	return f.first()
}

// first returns the first expression of the family in the window.
func (f *family) first() *rules.Match {
	s := f.scan
	if s.classes&f.need == 0 {
		return nil
	}
	for i := s.at; i < s.hi; i++ {
		if s.toks[i].class&f.lead == 0 || s.best.kind != noExpr && i > s.best.start {
			continue
		}
		s.draft = expr{start: i}
		end := f.match(s, i, &s.draft)
		if end <= i {
			continue
		}
		s.draft.end = end
		s.trimArticle(&s.draft)
		return s.propose(f)
	}
	return nil
}

// trimArticle leaves out the article of a noun that the expression only
// qualifies: the [21 January] execution, a [three-day] visit.
func (s *scan) trimArticle(e *expr) {
	if !s.isArticle(e.start) || e.end-e.start < 2 {
		return
	}
	t := s.tok(e.end)
	if t.form != wordForm || s.endsNoun(e.end) || t.class&(classShift|classDir|classLink) != 0 {
		return
	}
	switch e.kind {
	case dateExpr:
		if t.capital || !e.hasMonth || s.is(e.start+2, classSuffix) || e.part != timex.NoPart || e.hasClock || s.is(e.start+1, classDir) {
			return
		}
	case holidayExpr:
	case quarterExpr, halfExpr:
		if !s.isMark(e.start+2, '-') || e.end != e.start+4 {
			return // the first-quarter loss
		}
	case lengthExpr:
		if e.dir != 0 || s.is(e.start+1, classOrdinal) || s.isPluralUnit(e.end-1) && !t.capital || e.end-e.start < 3 || !s.is(e.start+1, classDigits|classCardinal|classUnit) {
			return
		}
	case seasonExpr:
		if e.hasYear || e.dir != 0 || e.end-e.start > 2 || !t.capital {
			return
		}
	default:
		return
	}
	e.start++
}

// propose offers the expression in s.draft to the parser. Of the expressions
// that the families offer for one window the leftmost and longest stands;
// one that cannot win is not offered.
func (s *scan) propose(f *family) *rules.Match {
	d, b := &s.draft, &s.best
	if b.kind != noExpr && (d.start > b.start || d.start == b.start && d.end <= b.end) {
		return nil
	}
	s.best, s.bestFamily = *d, f
	m := &s.matches[s.used]
	s.used++
	left, right := int(s.toks[d.start].start), int(s.toks[d.end-1].end)
	*m = rules.Match{Text: s.text[left:right], Left: left - s.stretchAt, Right: right - s.stretchAt, Applier: s.applier}
	return m
}

// apply is the Applier of every family. Of the matches that the parser has
// of one window the longest stands; its value is worked out, and the calendar
// fields that it names are bound to the Context. It brings those along that follow
// it in the stretch: what they mean hangs on what was told before, and one
// Parse serves them all.
func (s *scan) apply(m *rules.Match, c *rules.Context, o *rules.Options, base time.Time) (bool, error) {
	if s.applied || m != &s.matches[s.used-1] {
		return false, nil
	}
	s.applied = true
	for begun, more := s.stretchAt, true; more; more = s.advance() && s.stretchAt == begun {
		s.resolve(&s.best)
		s.bind(c)
		s.keep()
	}
	return true, nil
}

// bind writes the calendar fields of the value worked out last to a Context,
// so that the parser's own time is the first moment of that value.
func (s *scan) bind(c *rules.Context) {
	v := s.result.Value
	if y, ok := v.Year(); ok {
		s.fields[0] = y
		c.Year = &s.fields[0]
	}
	first, _, ok := v.Days()
	if !ok {
		return
	}
	y, m, d := first.Civil()
	s.fields[0], s.fields[1], s.fields[2], s.fields[3], s.fields[4] = y, m, d, 0, 0
	if h, min, ok := v.Clock(); ok {
		s.fields[3], s.fields[4] = h, min
	}
	c.Year, c.Month, c.Day = &s.fields[0], &s.fields[1], &s.fields[2]
	c.Hour, c.Minute = &s.fields[3], &s.fields[4]
}
