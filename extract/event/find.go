package event

import (
	"cmp"
	"slices"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// Thresholds of the models, chosen by cross-validation for the best F1 of
// dated events at a precision of 70 % or more.
const (
	attachThreshold    = 0.30
	againThreshold     = 0.60 // for a further date of the same head
	discourseThreshold = 0.30
)

// finder reads one article.
type finder struct {
	in        Input
	sentences []*sentence
	heads     []head
	starts    []int // of each sentence's heads in heads, one more at the end
	sources   [][]source
	attach    *model
	discourse *model
	speech    *model
	names     *names
	trace     func(d *decision) // for training: sees each decision, may settle it
}

// decision is a head and a date that it may have.
type decision struct {
	h        *head
	model    string // "attach" or "discourse"
	date     timex.EDTF
	source   *source
	from     dated
	which    string // of discourse: "last", "lead" or "both"
	features *features
	p        float64
}

func newFinder(in Input) *finder {
	f := &finder{in: in, attach: attachModel(), discourse: discourseModel(), speech: speechModel()}
	f.read()
	return f
}

// read splits and parses the article.
func (f *finder) read() {
	p := parser{tagger: english.NewTagger()}
	spans, paragraphs := sentenceSpans(f.in.Text)
	for i, span := range spans {
		if boilerplate(f.in.Text, span) {
			continue
		}
		s := p.parse(f.in, span)
		s.index, s.paragraph = i, paragraphs[i]
		f.sentences = append(f.sentences, s)
		f.starts = append(f.starts, len(f.heads))
		f.heads = s.heads(f.heads)
		f.sources = append(f.sources, s.sources(f.in))
	}
	f.starts = append(f.starts, len(f.heads))
	f.names = readNames(f.sentences)
}

// decide gives dates to the heads: from the expressions of their sentences
// first, then from what the text speaks of.
func (f *finder) decide() []decision {
	var found []decision
	fc := focus{named: map[string]int{}}
	var feats features
	feats.named = f.trace != nil
	for i, s := range f.sentences {
		heads, srcs := f.heads[f.starts[i]:f.starts[i+1]], f.sources[i]
		settled := make([][]decision, len(heads))
		for j := range heads {
			settled[j] = f.attachDates(s, heads, j, srcs, &feats)
		}
		if f.trace == nil {
			choose(heads, settled)
		}
		for j := range heads {
			if len(settled[j]) == 0 {
				if d, ok := f.inheritDate(&heads[j], &fc, &feats); ok {
					settled[j] = append(settled[j], d)
				}
			}
			for _, d := range settled[j] {
				found = append(found, d)
				fc.note(dated{head: d.h, date: d.date, statement: f.isStatement(d.h)})
				fc.named[d.h.lemma]++
			}
		}
	}
	return found
}

// attachDates returns the dates that the expressions of the sentence give to heads[j].
func (f *finder) attachDates(s *sentence, heads []head, j int, srcs []source, feats *features) []decision {
	h := &heads[j]
	var best []decision
	for k := range srcs {
		feats.reset()
		h.describe(feats)
		h.pair(feats, f.in, heads, srcs, k)
		d := decision{h: h, model: "attach", source: &srcs[k], date: srcs[k].dateOf(h), features: feats, p: f.attach.score(feats)}
		if f.trace != nil {
			f.trace(&d)
		}
		switch {
		case d.p < attachThreshold:
		case len(best) == 0:
			best = append(best, d)
		case d.p > best[0].p && best[0].p < againThreshold:
			best[0] = d
		case d.p > best[0].p:
			best = append([]decision{d}, best...)
		case d.p >= againThreshold:
			best = append(best, d)
		}
	}
	return best
}

// inheritDate returns the date that h has from the events before it.
func (f *finder) inheritDate(h *head, fc *focus, feats *features) (best decision, ok bool) {
	try := func(d dated, which string) {
		feats.reset()
		h.inherit(feats, f.in, fc, d, which)
		dec := decision{h: h, model: "discourse", date: d.date, from: d, which: which, features: feats, p: f.discourse.score(feats)}
		if f.trace != nil {
			f.trace(&dec)
		}
		if dec.p >= discourseThreshold && (!ok || dec.p > best.p) {
			best, ok = dec, true
		}
	}
	switch {
	case !fc.last.ok:
	case !fc.lead.ok || fc.last.date == fc.lead.date:
		try(fc.last, "both")
	default:
		try(fc.last, "last")
		try(fc.lead, "lead")
	}
	return best, ok
}

// Find returns the events of a text in order of their heads. Events that no
// ground dates have a zero Date.
func Find(in Input) []Event {
	return newFinder(in).events()
}

func (f *finder) events() []Event {
	var events []Event
	for _, d := range f.decide() {
		events = append(events, f.event(&d))
	}
	slices.SortStableFunc(events, func(a, b Event) int { return cmp.Compare(a.Head.Start, b.Head.Start) })
	identify(f.in.ID, events, f.in.Text)
	return events
}

// event makes the event of a decision.
func (f *finder) event(d *decision) Event {
	s := d.h.s
	c := f.status(d.h, d.date)
	e := Event{
		Head: d.h.span(), Date: d.date, Status: c.status, Timex: -1,
		Participants: f.participantsOf(d.h), Place: f.placeOf(d.h),
		Sentence: s.span, Quote: s.text[s.span.Start:s.span.End],
	}
	if d.source != nil {
		e.Timex = d.source.timex
	}
	e.Label = f.label(d.h, c.status)
	e.Why, e.Confidence = f.explain(d, c)
	return e
}
