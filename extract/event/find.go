package event

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// Thresholds of the models, chosen by cross-validation for the best F1 of
// dated events at a precision of 70 % or more.
const (
	attachThreshold    = 0.32
	acrossThreshold    = 0.3 // of a date in another clause
	leftOverThreshold  = 0.2 // of a date that nothing else takes
	listThreshold      = 0.1 // of a date in a list of which the head has the one before
	againThreshold     = 0.6 // for a further date of the same head
	discourseThreshold = 0.3
	finerThreshold     = 0.15 // of a date within that of its head
	tooUnlikely        = 0.05 // of a head to ask whose date it may have
)

// finder reads one article after the other. It keeps its memory.
type finder struct {
	parser    parser
	in        Input
	spans     []timex.Span // of the sentences that are read
	places    []int        // of these among all sentences
	sentences []*sentence
	heads     []head
	starts    []int // of each sentence's heads in heads, one more at the end
	sources   [][]source
	dated     slab[source] // of all sentences
	closer    slab[head]   // what closely returned
	attach    *model
	discourse *model
	speech    *model
	names     *names
	topical   bool        // the event that is being labelled is of the last days
	readings  []*sentence // the second readings of the sentences, nil where none was asked for
	last      [][]float64 // what the second model gave the heads and dates of the sentence at hand
	rival     *model
	likely    *model
	title     map[string]bool    // stems of the words of the title
	themes    map[string]bool    // nouns of title and first sentence
	overlaps  []int              // what overlap returns for the sentences, plus 1; 0 where it was not asked
	told      map[string]telling // by stem, before the sentence that is weighed
	fresh     int                // index of the last sentence with a date, -1
	feats     features
	saying    features // of what may be a statement
	focus     focus
	found     []decision
	dates     slab[decision]   // of the heads of the sentence at hand
	settled   slab[[]decision] // by head
	numbers   slab[float64]
	rows      slab[[]float64]
	// trace, which training sets, sees each question to a model and may change its answer.
	trace func(model string, h *head, date timex.EDTF, feats *features, p *float64)
	whole bool // under trace, too, what no model decides is done

	outcomes *sorter // of events by status

	taken   int       // words of the label that are there already
	failing bool      // the event that is being labelled was planned and came to nothing
	head    *sentence // the title
	headed  bool      // it has been read
}

// decision is a head and a date that it may have.
type decision struct {
	h      *head
	date   timex.EDTF
	source *source   // in the sentence of h, nil when the date is taken from another event
	from   candidate // that event
	p      float64
}

// newFinder returns a finder that has read an article.
func newFinder(in Input) *finder {
	f := finders.New().(*finder)
	f.read(in)
	return f
}

var finders = sync.Pool{New: func() any {
	return &finder{parser: parser{tagger: english.NewTagger()}, names: newNames(),
		attach: attachModel(), rival: rivalModel(), discourse: discourseModel(), speech: speechModel(), likely: likelyModel(), outcomes: outcomeModel(),
		title: map[string]bool{}, themes: map[string]bool{}, told: map[string]telling{}}
}}

// release lets go of the article, so that the memory can be used again.
func (f *finder) release() {
	f.parser.reset()
	clear(f.sentences)
	clear(f.heads)
	clear(f.sources)
	clear(f.found)
	f.spans, f.places = f.spans[:0], f.places[:0]
	f.sentences, f.heads, f.starts, f.sources, f.found = f.sentences[:0], f.heads[:0], f.starts[:0], f.sources[:0], f.found[:0]
	f.in, f.last, f.readings, f.head, f.headed = Input{}, nil, nil, nil, false
	if len(f.names.count) > manyNames {
		f.names = newNames() // to clear them would cost every article after this one
	} else {
		f.names.clear()
	}
	f.dated.reset()
	f.closer.reset()
	f.focus.clear()
	f.forget()
}

// forget lets go of what was worked out for one sentence.
func (f *finder) forget() {
	f.dates.reset()
	f.settled.reset()
	f.numbers.reset()
	f.rows.reset()
}

// read splits and parses an article.
func (f *finder) read(in Input) {
	f.in = in
	p := &f.parser
	spans := f.in.Sentences
	if spans == nil {
		spans = english.Sentences(f.in.Text)
	}
	paragraphs := paragraphsOf(f.in.Text, spans)
	turns := speakerTurns(f.in.Text, spans, paragraphs)
	var line pageLine
	for i, span := range spans {
		// Questions, turns of interviews and the page's own words tell no event.
		if turns[i] || f.in.Text[span.End-1] == '?' || line.holds(f.in.Text, span) {
			continue
		}
		f.spans, f.places = append(f.spans, span), append(f.places, i)
	}
	f.sentences = append(f.sentences, p.parse(f.in, f.spans)...)
	for at, s := range f.sentences {
		s.at, s.index, s.paragraph = at, f.places[at], paragraphs[f.places[at]]
		f.starts = append(f.starts, len(f.heads))
		f.heads = s.heads(f.heads)
	}
	f.starts = append(f.starts, len(f.heads))
	for at, s := range f.sentences {
		srcs := s.sources(f.in, &f.dated)
		for k := range srcs {
			srcs[k].winner = winner(s, f.heads[f.starts[at]:f.starts[at+1]], &srcs[k])
		}
		f.sources = append(f.sources, srcs)
	}
	f.names.read(f.sentences, f.in.Title)
	f.readTopic()
}

// readTopic notes what title and first sentence speak of.
func (f *finder) readTopic() {
	clear(f.title)
	clear(f.themes)
	f.overlaps = append(f.overlaps[:0], make([]int, len(f.sentences))...)
	for w := range strings.FieldsSeq(strings.ToLower(f.in.Title)) {
		w = strings.Trim(w, ",:.'")
		f.title[stemOf(english.Lemma(w))] = true
		f.title[stemOf(w)] = true
		f.themes[w] = true
	}
	if len(f.sentences) > 0 {
		s := f.sentences[0]
		for j := range s.words {
			if s.words[j].Tag.Noun() {
				f.themes[s.words[j].Lower] = true
			}
		}
	}
}

// decide gives dates to the heads: from the expressions of their sentences
// first, then from what the text speaks of.
func (f *finder) decide() []decision {
	found := f.found[:0]
	fc := f.newFocus()
	feats := &f.feats
	feats.named = f.trace != nil
	f.weigh(feats)
	for i := range f.sentences {
		f.forget()
		heads, srcs := f.heads[f.starts[i]:f.starts[i+1]], f.sources[i]
		settled := f.attachDates(heads, srcs, feats)
		if f.trace == nil || f.whole {
			f.leftOver(heads, srcs, settled, feats)
			choose(heads, settled)
		}
		for j := range heads {
			if from, ok := heads[j].sinceThen(found, fc); ok {
				settled[j] = []decision{{h: &heads[j], date: openEnd(withoutClock(from.date)), from: candidate{from: from, since: true}, p: 1}}
			}
			if len(settled[j]) == 0 && heads[j].tells() {
				if d, ok := f.inheritDate(&heads[j], fc, feats); ok {
					d.from.said = f.isStatement(&heads[j])
					settled[j] = append(settled[j], d)
				}
			}
			if f.trace == nil && len(settled[j]) == 0 {
				if d, ok := f.saidOn(&heads[j], settled, found); ok {
					found = append(found, d)
				}
			}
			for _, d := range settled[j] {
				found = append(found, d)
				fc.note(dated{head: d.h, date: d.date, statement: f.isStatement(d.h), p: d.p})
			}
		}
	}
	if f.trace == nil {
		found = append(found, f.begin(found)...)
	}
	f.found = found
	return found
}

// weigh works out how likely each head is an event; heads that nothing can
// date are left at 0.
func (f *finder) weigh(feats *features) {
	clear(f.told)
	f.fresh = -1
	for i, s := range f.sentences {
		heads, srcs := f.heads[f.starts[i]:f.starts[i+1]], f.sources[i]
		for j := range heads {
			if f.trace == nil && len(srcs) == 0 && !heads[j].tells() {
				continue
			}
			feats.reset()
			heads[j].describe(feats)
			if f.trace == nil { // two more models heed these
				heads[j].attach, heads[j].discourse = f.attach.sum(feats.hashes), f.discourse.sum(feats.hashes)
			}
			f.likelihood(feats, heads, j, srcs)
			heads[j].likely = f.ask("likely", f.likely, &heads[j], timex.EDTF{}, feats)
		}
		for j := range heads {
			stem := heads[j].stem
			f.told[stem] = telling{f.told[stem].times + 1, s.index}
		}
		if len(srcs) > 0 {
			f.fresh = s.index
		}
	}
}

// telling says how often words of one stem were heads so far, and the index
// of the sentence of the last.
type telling struct{ times, last int }

// newFocus returns the focus before the first sentence.
func (f *finder) newFocus() *focus {
	fc := &f.focus
	fc.clear()
	days := map[timex.EDTF]bool{}
	for i := range f.sources {
		for _, src := range f.sources[i] {
			days[withoutClock(src.date)] = true
		}
	}
	fc.days = len(days)
	return fc
}

// ask returns the probability that a model gives to a date of h.
func (f *finder) ask(name string, m *model, h *head, date timex.EDTF, feats *features) float64 {
	if f.trace == nil {
		return m.score(feats)
	}
	p := m.score(feats)
	f.trace(name, h, date, feats, &p)
	return p
}

// inheritDate returns the date that h has from the events before it.
func (f *finder) inheritDate(h *head, fc *focus, feats *features) (best decision, ok bool) {
	if h.likely < tooUnlikely {
		return best, false
	}
	candidates := fc.candidatesFor(h)
	if len(candidates) == 0 {
		return best, false
	}
	around := fc.surroundingsOf(h)
	feats.reset()
	f.inheritAny(feats, h, fc, &around)
	base := h.discourse + f.discourse.sum(feats.hashes)
	for i := range candidates {
		c := &candidates[i]
		if h.group >= 0 && relationTo(f.in.DCT, c.from.date) == &futureValue {
			continue
		}
		feats.reset()
		if feats.named { // whoever looks at the features sees all of them
			h.describe(feats)
			f.inheritAny(feats, h, fc, &around)
		} else {
			feats.base = base
		}
		f.inherit(feats, h, fc, &around, c)
		d := decision{h: h, date: withoutClock(c.from.date), from: *c}
		d.p = f.ask("discourse", f.discourse, h, d.date, feats)
		if d.p >= discourseThreshold && (!ok || d.p > best.p) {
			best, ok = d, true
		}
	}
	return best, ok
}

// Find returns the events of a text in order of their heads. Events that no
// ground dates have a zero Date.
func Find(in Input) []Event {
	f := finders.Get().(*finder)
	f.read(in)
	events := f.events()
	f.release()
	finders.Put(f)
	return events
}

func (f *finder) events() []Event {
	var events []Event
	decided := f.decide()
	events = slices.Grow(events, len(decided))
	begun := 0 // where the events of the sentence at hand begin
	for i := range decided {
		e := f.event(&decided[i])
		if n := len(events); n > 0 && events[n-1].Sentence != e.Sentence {
			begun = n
		}
		// A verb and its noun that come to the same entry are one.
		if !slices.ContainsFunc(events[begun:], func(o Event) bool {
			return o.Sentence == e.Sentence && o.Label == e.Label && o.Date == e.Date && o.Status == e.Status
		}) {
			events = append(events, e)
		}
	}
	events = append(events, f.undated(decided)...)
	slices.SortStableFunc(events, func(a, b Event) int { return cmp.Compare(a.Head.Start, b.Head.Start) })
	identify(f.in.ID, events, f.in.Text)
	return events
}

// event makes the event of a decision.
func (f *finder) event(d *decision) Event {
	s := d.h.s
	c := f.status(d)
	h := f.closely(d.h)
	e := Event{
		Head: d.h.span(), Date: d.date, Status: c.status, Timex: -1,
		Participants: f.participantsOf(h), Place: f.placeOf(h),
		Sentence: s.span, Quote: s.text[s.span.Start:s.span.End],
		Aside: d.from.said, Doubtful: d.doubtful(c.status),
	}
	if d.source != nil {
		e.Timex = d.source.timex
	}
	f.topical = f.recent(d.date)
	f.failing = c.status == Negated && c.told == Planned
	e.Label = f.label(h, cmp.Or(c.told, c.status))
	f.failing = false
	e.Why, e.Confidence = f.explain(d, c)
	return e
}
