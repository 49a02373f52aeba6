// Package extract turns one article into its time expressions and dated
// events. It takes values and returns values: no clock, no file system.
//
//	x := extract.New(extract.Options{})
//	r := x.Document(extract.Document{ID: "a", Published: dct, Text: "Talks resume on Tuesday."})
package extract

import (
	"dateline/extract/english"
	"dateline/extract/event"
	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// Document is one article as plain text.
type Document struct {
	ID        string
	Title     string
	URL       string
	Published timex.DCT
	Text      string // UTF-8; every span counts bytes into it
}

// Options configure an Extractor; the zero Options are the usual ones.
type Options struct {
	resolve.Options
}

// Result is what a Document holds.
type Result struct {
	Document
	Timexes    []resolve.Timex
	Events     []event.Event
	Impossible []resolve.Impossible // dates that the text writes and no calendar has
}

// Extractor reads documents. It is safe for concurrent use.
type Extractor struct {
	resolver *resolve.Resolver
}

// New returns an Extractor.
func New(opts Options) *Extractor {
	return &Extractor{resolver: resolve.New(opts.Options)}
}

// Document returns the time expressions and the events of d, in order.
func (x *Extractor) Document(d Document) Result {
	sentences := english.Sentences(d.Text)
	timexes, impossible := x.resolver.FindIn(d.Text, sentences, d.Published)
	return Result{Document: d, Timexes: timexes, Impossible: impossible, Events: event.Find(event.Input{
		ID: d.ID, Title: d.Title, Text: d.Text, DCT: d.Published, Timexes: timexes, Sentences: sentences,
	})}
}
