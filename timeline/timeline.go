// Package timeline merges the events of many articles into one timeline:
// one event, many pieces of evidence.
//
//	t := timeline.Build(readings)
//	for _, e := range t.Events {
//		fmt.Println(e.Date.Words(), e.Label, len(e.Evidence))
//	}
//
// Build takes articles that are near copies for one (copies), reads what
// tells events apart in every mention (reader), joins the mentions of one date
// (byDate), then a coarse date with the one finer one that it can mean
// (refine), then dates that contradict each other for plainly one event
// (disputes), and at last does what people decided (link). Two mentions are
// compared by the words that carry them, the people, the place and the words
// of their summaries (compare). Where these leave a doubt, the mentions stay
// apart: a duplicate on a timeline is a blemish, a wrong merge is an error.
package timeline

import (
	"slices"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// Reading is one article with what was extracted from it: the input of Build.
type Reading struct {
	Article    article.Article
	Timexes    []resolve.Timex
	Events     []event.Event
	Impossible []resolve.Impossible // dates that the article writes and no calendar has
	Decisions

	// Sum is the same for readings that are the same, and for no others; the
	// zero Sum where nobody worked it out.
	Sum Sum
}

// Timeline is what the articles say together.
type Timeline struct {
	Articles []Reading // by publication time, then ID
	CopyOf   []int     // for each article, the earlier one that it is a near copy of, or -1
	Events   []Event   // dated events by earliest day, latest day, then article order
	Undated  []Event   // events without a date, in the order of the articles
}

// Event is one event of the timeline, with everything that speaks for it.
type Event struct {
	ID           string // of its first evidence; stable across rebuilds
	Label        string
	Date         timex.EDTF // of the leading claim
	Status       event.Status
	WasPlanned   bool // planned when written, and the date has since passed (by the latest article)
	Participants []string
	Place        string
	Confidence   timex.Confidence
	Evidence     []Evidence // by publication time, article ID, offset
	Claims       []Claim    // the dates claimed, the leading one first; more than one is a conflict
	History      []Change   // status by publication time: the first, then each that changes it
	Why          []string   // why the pieces of evidence are one event, one line a join
	Review       Review     // what people decided about it
}

// Conflict reports whether the evidence names dates that cannot both be right.
func (e Event) Conflict() bool { return len(e.Claims) > 1 }

// Evidence is one mention of an Event in an article.
type Evidence struct {
	Article int // index into Timeline.Articles
	Mention int // index into that Reading's Events
}

// Claim is one date that evidence gives for an Event.
type Claim struct {
	Date     timex.EDTF
	Evidence []int // indices into Event.Evidence
}

// Change is the status that an article gave to an Event.
type Change struct {
	Article int // index into Timeline.Articles
	Status  event.Status
}

// Of returns the article and the mention that a piece of evidence points to.
func (t *Timeline) Of(e Evidence) (*Reading, *event.Event) {
	r := &t.Articles[e.Article]
	return r, &r.Events[e.Mention]
}

// Build merges readings into a timeline. It is a pure function of the set of
// readings: their order, and how often one is given, do not matter.
func Build(readings []Reading) *Timeline { return build(readings, nil) }

// Rebuild is Build, but does not work out again what m remembers of earlier
// calls. Their readings may have been others: what it returns is what Build
// returns, with the sums of all readings.
func Rebuild(readings []Reading, m Memory) *Timeline {
	p := recall(m)
	t := build(readings, p)
	// Where nothing can be kept, the next build takes longer, and that is all.
	_ = p.save(m)
	return t
}

func build(readings []Reading, p *past) *Timeline {
	t := &Timeline{Articles: articles(readings)}
	if p != nil {
		t.sum()
	}
	signed := signatures(t.Articles, p)
	t.CopyOf = copies(t.Articles, signed)
	k := t.gather(p)
	if p != nil {
		t.remember(p, k, signed)
	}
	k.mentions, k.ids = nil, nil // the clusters are made; what follows needs the room
	live := slices.DeleteFunc(k.clusters, func(c cluster) bool { return c.into >= 0 })
	events := make([]Event, len(live))
	each(len(live), func(i int) { events[i] = t.event(k, &live[i]) })
	t.Events, t.Undated = inOrder(events)
	taken := make(map[string]int, len(events))
	for i := range t.Events {
		t.named(&t.Events[i], taken)
	}
	for i := range t.Undated {
		t.named(&t.Undated[i], taken)
	}
	return t
}

// Merge returns the timeline of the articles of a and b together. It is
// associative, commutative and idempotent: however a collection is divided,
// its parts merge into the bytes that Build makes of the whole. What is
// merged are the articles, not the finished events, because a third article
// can show that two events are one, or that one was two.
func Merge(a, b *Timeline) *Timeline {
	readings := make([]Reading, 0, len(a.Articles)+len(b.Articles))
	readings = append(append(readings, a.Articles...), b.Articles...)
	return Build(readings)
}
