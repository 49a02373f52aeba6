package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/extract"
	"dateline/extract/timex"
	"dateline/timeline"
)

// articleExplanation is how the dates of an article, or of a line of it, were
// worked out.
type articleExplanation struct {
	File      string           `json:"file"`
	Published string           `json:"published"`
	Timexes   []explainedTimex `json:"timexes"`
	Events    []explainedEvent `json:"events"`

	Impossible []explainedImpossible `json:"impossible,omitempty"`

	dct timex.DCT
	all *articleExplanation // of the whole article
}

// explainedTimex is a time expression, its place in the file and its index
// in the article, which anchors refer to.
type explainedTimex struct {
	Line    int `json:"line"`
	EndLine int `json:"end_line"`
	Index   int `json:"index"`
	extract.TimexRecord
}

// explainedImpossible is a date that no calendar has, and the line that it
// begins on.
type explainedImpossible struct {
	Line int `json:"line"`
	extract.ImpossibleRecord
}

// explainedEvent is an event and the line that its head is on.
type explainedEvent struct {
	Line int `json:"line"`
	extract.EventRecord
}

// eventExplanation is how the date of an event of the timeline came about.
type eventExplanation struct {
	ID         string              `json:"id"`
	Label      string              `json:"label"`
	Date       string              `json:"date"`
	Status     string              `json:"status"`
	WasPlanned bool                `json:"was_planned,omitempty"`
	Confidence string              `json:"confidence"`
	Claims     []claimExplanation  `json:"claims"`
	Joined     []string            `json:"joined"`
	Evidence   []evidenceExplained `json:"evidence"`
	Review     reviewExplained     `json:"review"`

	date timex.EDTF
}

// claimExplanation is a date and the pieces of evidence that give it, by number from 1.
type claimExplanation struct {
	Date     string `json:"date"`
	Evidence []int  `json:"evidence"`

	date timex.EDTF
}

// evidenceExplained is one mention of an event.
type evidenceExplained struct {
	File      string          `json:"file"`
	Published string          `json:"published"`
	Event     explainedEvent  `json:"event"`
	Timex     *explainedTimex `json:"timex,omitempty"`

	article *articleExplanation
}

// explainArticle returns the working behind all dates of an article.
func explainArticle(r timeline.Reading) *articleExplanation {
	rec := extract.Result{Document: extract.DocumentOf(r.Article), Timexes: r.Timexes, Events: r.Events, Impossible: r.Impossible}.Record(true)
	x := &articleExplanation{
		File: r.Article.Path, Published: rec.Published, dct: r.Article.Published,
		Timexes: make([]explainedTimex, len(rec.Timexes)), Events: make([]explainedEvent, len(rec.Events)),
	}
	x.all = x
	for i, t := range rec.Timexes {
		x.Timexes[i] = explainedTimex{r.Article.FileLine(r.Timexes[i].Start), r.Article.FileLine(r.Timexes[i].End - 1), i, t}
	}
	for i, e := range rec.Events {
		x.Events[i] = explainedEvent{r.Article.FileLine(r.Events[i].Head.Start), e}
	}
	for i, d := range rec.Impossible {
		x.Impossible = append(x.Impossible, explainedImpossible{r.Article.FileLine(r.Impossible[i].Start), d})
	}
	return x
}

// only returns the part of x that is on a line of the file. An event is on
// the line of its head and on that of the words that date it.
func (x *articleExplanation) only(line int) *articleExplanation {
	on := func(t explainedTimex) bool { return t.Line <= line && line <= t.EndLine }
	part := &articleExplanation{File: x.File, Published: x.Published, Timexes: []explainedTimex{}, Events: []explainedEvent{}, dct: x.dct, all: x}
	for _, t := range x.Timexes {
		if on(t) {
			part.Timexes = append(part.Timexes, t)
		}
	}
	for _, e := range x.Events {
		if e.Line == line || e.Timex != nil && on(x.Timexes[*e.Timex]) {
			part.Events = append(part.Events, e)
		}
	}
	for _, d := range x.Impossible {
		if d.Line == line {
			part.Impossible = append(part.Impossible, d)
		}
	}
	return part
}

// elsewhere says where there is something to explain instead.
func (x *articleExplanation) elsewhere() string {
	var lines []int
	for _, t := range x.all.Timexes {
		lines = append(lines, t.Line)
	}
	for _, e := range x.all.Events {
		lines = append(lines, e.Line)
	}
	for _, d := range x.all.Impossible {
		lines = append(lines, d.Line)
	}
	slices.Sort(lines)
	lines = slices.Compact(lines)
	if len(lines) == 0 {
		return ""
	}
	var words []string
	for _, n := range lines {
		words = append(words, strconv.Itoa(n))
	}
	return "; there are some on line " + strings.Join(words, ", ")
}

// anchor says what a time expression counts from, "" when that is the
// publication, as it mostly is, or nothing.
func (x *articleExplanation) anchor(t explainedTimex) string {
	if t.Anchor == "dct" || t.Anchor == "none" {
		return ""
	}
	i, err := strconv.Atoi(strings.TrimPrefix(t.Anchor, "t"))
	if err != nil || i < 0 || i >= len(x.all.Timexes) {
		return t.Anchor
	}
	to := x.all.Timexes[i]
	return fmt.Sprintf("“%s” on line %d, %s", oneLine(to.Text), to.Line, valueWords(to))
}

// explainEvent returns the working behind an event of a timeline.
func explainEvent(t *timeline.Timeline, e timeline.Event) *eventExplanation {
	x := &eventExplanation{
		ID: e.ID, Label: e.Label, Date: e.Date.String(), Status: e.Status.String(), WasPlanned: e.WasPlanned,
		Confidence: e.Confidence.String(), Claims: []claimExplanation{}, Joined: orEmpty(e.Why), date: e.Date,
	}
	for _, c := range e.Claims {
		claim := claimExplanation{Date: c.Date.String(), date: c.Date}
		for _, i := range c.Evidence {
			claim.Evidence = append(claim.Evidence, i+1)
		}
		x.Claims = append(x.Claims, claim)
	}
	x.Review = explainReview(e.Review)
	for _, at := range e.Evidence {
		r, _ := t.Of(at)
		a := explainArticle(*r)
		ev := evidenceExplained{File: a.File, Published: a.Published, Event: a.Events[at.Mention], article: a}
		if i := ev.Event.Timex; i != nil {
			ev.Timex = &a.Timexes[*i]
		}
		x.Evidence = append(x.Evidence, ev)
	}
	return x
}
