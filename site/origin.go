package site

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io/fs"
	"sync"

	"github.com/spf13/afero"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/internal/pack"
	"dateline/timeline"
)

// origin is a checksum of everything that a page is made from: as long as it
// stays the same, so does the page.
type origin [16]byte

// mixture gathers what an origin is made of.
type mixture []byte

func (m *mixture) text(s string) {
	*m = append(binary.AppendUvarint(*m, uint64(len(s))), s...)
}

func (m *mixture) number(n int) { *m = binary.AppendVarint(*m, int64(n)) }

func (m *mixture) origin(o origin) { *m = append(*m, o[:]...) }

// mixtures are those that nobody uses: there is one for each event and more.
var mixtures = sync.Pool{New: func() any { m := make(mixture, 0, 1<<11); return &m }}

func (m mixture) sum() origin {
	sum := sha256.Sum256(m)
	return origin(sum[:16])
}

// origins are those of what pages are made from. A page about an event is made
// from whole articles, however little it shows of them: what cannot be
// forgotten cannot be wrong.
//
// Overviews and lists show little of many events. They are made from what is
// listed of these, which most edits of an article leave as it is.
type origins struct {
	frame    origin   // of the configuration, the templates and the links of every page
	articles []origin // with what was extracted, and the address of its page
	events   []origin // with all articles that tell of it, and the address of its page
	undated  []origin // of events without a date
	cards    []origin // of articles without their text
	listed   []origin // of what is listed of events
	undating []origin // of what is listed of events without a date
	drawn    []origin // of what events add to overviews
	overall  origin   // of all cards, and of all that is listed
	all      origin   // of everything
}

// things returns the origins of what formats tell of one by one.
func (o *origins) things() *things { return &things{o.articles, o.events, o.undated} }

// eventFacts are what an event says of itself: the rest of it are places in
// articles, which are not the same from one build to the next.
type eventFacts struct {
	ID, Label    string
	Date         timex.EDTF
	Status       event.Status
	WasPlanned   bool
	Participants []string
	Place        string
	Confidence   timex.Confidence
	Claims       []timeline.Claim
	Why          []string
	Review       timeline.Review
}

var (
	readingFacts = pack.For[timeline.Reading]()
	factsOfEvent = pack.For[eventFacts]()
	cardFacts    = pack.For[article.Article]()
	decidedFacts = pack.For[timeline.Decisions]()
	linkFacts    = pack.For[[]link]()
	listFacts    = pack.For[listView]()
	azFacts      = pack.For[azView]()
)

// findOrigins works out the origins of articles and events.
func (b *builder) findOrigins() {
	o := &origins{articles: make([]origin, len(b.t.Articles)), cards: make([]origin, len(b.t.Articles)),
		events: make([]origin, len(b.t.Events)), listed: make([]origin, len(b.t.Events)), drawn: make([]origin, len(b.t.Events)),
		undated: make([]origin, len(b.t.Undated)), undating: make([]origin, len(b.t.Undated))}
	alone := make([]origin, len(b.t.Articles))
	parallel(len(alone), func(i int) {
		var m mixture
		if r := &b.t.Articles[i]; r.Sum != (timeline.Sum{}) {
			m = append(m, r.Sum[:]...)
		} else {
			m = readingFacts.Append(nil, r)
		}
		m.text(b.textAt[i])
		alone[i] = m.sum()
		o.cards[i] = b.cardOrigin(i)
	})
	for i := range alone {
		o.articles[i] = alone[i]
		if of := b.copyOf(i); of >= 0 {
			var m mixture
			m.origin(alone[i])
			m.origin(alone[of])
			o.articles[i] = m.sum()
		}
	}
	parallel(len(o.events), func(i int) {
		o.events[i], o.listed[i] = b.eventOrigins(o, &b.t.Events[i], b.eventAt[i])
		o.drawn[i] = b.drawnOrigin(o, i)
	})
	parallel(len(o.undated), func(i int) { o.undated[i], o.undating[i] = b.eventOrigins(o, &b.t.Undated[i], "") })
	b.origins = o
}

// cardOrigin returns the origin of article i without its text: what stands in
// its front matter, what people decided on it, and the address of its page.
func (b *builder) cardOrigin(i int) origin {
	r := &b.t.Articles[i]
	card := r.Article
	card.Text, card.Body, card.Runs, card.BodyLine = "", nil, nil, 0
	m := mixture(cardFacts.Append(make([]byte, 0, 1<<9), &card))
	if len(r.Reviews)+len(r.Withdrawn)+len(r.Verdicts)+len(r.Links) > 0 {
		m = decidedFacts.Append(m, &r.Decisions)
	}
	m.text(b.textAt[i])
	return m.sum()
}

// eventOrigins returns the origin of an event, and that of what is listed of it.
func (b *builder) eventOrigins(o *origins, e *timeline.Event, at string) (whole, listed origin) {
	used := mixtures.Get().(*mixture)
	defer mixtures.Put(used)
	m := mixture(factsOfEvent.Append((*used)[:0], &eventFacts{e.ID, e.Label, e.Date, e.Status, e.WasPlanned, e.Participants, e.Place,
		e.Confidence, e.Claims, e.Why, e.Review}))
	m.text(at)
	facts := len(m)
	for _, ev := range e.Evidence {
		m.origin(o.cards[ev.Article])
		if of := b.copyOf(ev.Article); of >= 0 {
			m.origin(o.cards[of])
		}
		m.mention(b.t.Of(ev))
	}
	listed = m.sum()
	m = m[:facts]
	for _, ev := range e.Evidence {
		m.origin(o.articles[ev.Article])
		m.number(ev.Mention)
	}
	for _, c := range e.History {
		m.origin(o.articles[c.Article])
		m.number(int(c.Status))
	}
	*used = m
	return m.sum(), listed
}

// mention mixes in what is listed of a mention: its sentence with the marks in
// it, wherever that stands in the article.
func (m *mixture) mention(r *timeline.Reading, e *event.Event) {
	text := r.Article.Text
	m.text(e.ID)
	for _, words := range []timex.Span{e.Sentence, e.Head} {
		if 0 <= words.Start && words.Start <= words.End && words.End <= len(text) {
			m.text(text[words.Start:words.End])
		}
	}
	marks := []timex.Span{e.Head, {}}
	if e.Timex >= 0 {
		marks[1] = r.Timexes[e.Timex].Span
	}
	for _, mark := range marks {
		if mark.End <= e.Sentence.Start || e.Sentence.End <= mark.Start {
			m.number(-1) // it is not seen
			continue
		}
		m.number(mark.Start - e.Sentence.Start)
		m.number(mark.End - mark.Start)
	}
	m.number(int(e.Status))
	m.number(int(e.Confidence))
	m.text(e.Why)
	m.number(len(e.Alternatives))
	for _, a := range e.Alternatives {
		m.text(a.Value)
		m.text(a.Why)
	}
}

// findFrame works out the origin of what all pages share, and that of
// everything. It comes after navigate.
func (b *builder) findFrame() error {
	var m mixture
	for _, s := range []string{b.cfg.Title, b.cfg.Description, b.cfg.Lang, b.cfg.BaseURL, b.cfg.Corrections, b.cfg.Version, fmt.Sprint(b.anyReviewed, b.eventFiles)} {
		m.text(s)
	}
	m = linkFacts.Append(m, &b.nav)
	m = linkFacts.Append(m, &b.foot)
	if b.cfg.Templates != nil {
		// What this program has built in is known by the program.
		err := afero.Walk(b.cfg.Templates, ".", func(name string, info fs.FileInfo, err error) error {
			if err != nil || info.IsDir() {
				return err
			}
			src, err := afero.ReadFile(b.cfg.Templates, name)
			m.text(name)
			m.text(string(src))
			return err
		})
		if err != nil {
			return fmt.Errorf("reading templates: %w", err)
		}
	}
	o := b.origins
	o.frame = m.sum()
	m = m[:0]
	m.origin(o.frame)
	for _, some := range [][]origin{o.articles, o.events, o.undated} {
		m.number(len(some))
		for _, one := range some {
			m.origin(one)
		}
	}
	history := func() {
		for _, r := range b.cfg.History {
			m.text(r.On)
			m.text(r.Article)
			m.text(r.Kind)
		}
	}
	history()
	o.all = m.sum()
	m = m[:0]
	for _, some := range [][]origin{o.cards, o.listed, o.undating} {
		m.number(len(some))
		for _, one := range some {
			m.origin(one)
		}
	}
	history()
	o.overall = m.sum()
	return nil
}

// originOf returns the origin of a page: by what it was said to be made from,
// else by everything.
func (b *builder) originOf(p page) origin {
	of, known := b.from[p.name]
	if !known && p.kind == singlePage {
		return b.origins.all
	}
	m := make(mixture, 0, 1<<10)
	m.text(p.name)
	m.origin(b.origins.frame)
	switch p.kind {
	case eventPage:
		m = b.eventFrom(m, p.n)
	case eventJSON, eventICS:
		m.origin(b.origins.events[p.n])
	case articlePage:
		m = b.articleFrom(m, p.n)
	default:
		m = of(m)
	}
	return m.sum()
}

// madeFrom says what a page is made from, besides what all pages share. What
// of it matters to the page must be in the mixture that of returns.
func (b *builder) madeFrom(name string, of func(m mixture) mixture) {
	if b.origins != nil {
		b.from[name] = of
	}
}

// eventFrom mixes in what the page of event i is made from: the event, where its
// topics stand, and what it says of its neighbors.
func (b *builder) eventFrom(m mixture, i int) mixture {
	m.origin(b.origins.events[i])
	e := b.t.Events[i]
	for _, who := range e.Participants {
		m.text(b.topicLink("people", who, "").Href)
	}
	m.text(b.topicLink("places", e.Place, "").Href)
	for _, n := range []int{i - 1, i + 1} {
		if n >= 0 && n < len(b.t.Events) {
			m.number(n - i)
			m.text(b.t.Events[n].Label)
			m.text(b.eventAt[n])
		}
	}
	return m
}

// articleFrom mixes in what the page of article i is made from: the article
// and the events of its mentions.
func (b *builder) articleFrom(m mixture, i int) mixture {
	m.origin(b.origins.articles[i])
	for _, e := range b.mentions[i] {
		if e < 0 {
			m.number(-1)
			continue
		}
		m.number(0)
		m.origin(b.origins.events[e])
	}
	// The events are listed in the order of the timeline.
	for _, e := range b.eventsOf(i) {
		m.text(b.eventAt[e])
	}
	return m
}

// listFrom mixes in what a list of events is made from: the events, and the
// page without them.
func (b *builder) listFrom(m mixture, around *listView, events []int) mixture {
	m = listFacts.Append(m, around)
	return m.each(b.origins.listed, events)
}

// each mixes in some of all origins.
func (m mixture) each(all []origin, some []int) mixture {
	for _, i := range some {
		m.origin(all[i])
	}
	return m
}

// overallFrom mixes in what an overview of everything is made from.
func (b *builder) overallFrom(m mixture) mixture {
	m.origin(b.origins.overall)
	return m
}
