// Package resolve finds the time expressions of a text and resolves them
// against its publication time. Every expression passes through a parser of
// github.com/olebedev/when, by rules of ours: one family of rules a file.
//
// A text is read once. Sentences without a word or number that can make a
// time expression are left at that; in the others every run of such words is
// a window, which the families look at. The parser is handed stretches of
// some sentences, of which it applies the matches: the longest expression of
// a window is resolved, by the words themselves, else by the tense of the
// clause that it dates, else by what the text was speaking of.
package resolve

import (
	"sync"

	"dateline/extract/timex"
)

// Timex is a time expression, after TIMEX3.
type Timex struct {
	timex.Span
	Type       timex.Type
	Mod        timex.Mod
	Confidence timex.Confidence
	reasons
	Value  timex.Value
	Anchor int    // what Value counts from: an index of an earlier Timex, DCTAnchor or NoAnchor
	Rule   string // the rule that decided, as "weekday-future"
}

// What a Timex counts from when it is not an earlier Timex.
const (
	DCTAnchor = -1 // the publication time
	NoAnchor  = -2 // nothing: the words name the date themselves
)

// Options are the choices that a text does not make by itself. The zero
// Options are those for American newswire.
type Options struct {
	DayFirst bool // 12/07/2021 is 12 July, not December 7
}

// Resolver finds and resolves time expressions. It is safe for concurrent use.
type Resolver struct {
	scans sync.Pool
}

// New returns a Resolver with the given options.
func New(opts Options) *Resolver {
	return &Resolver{scans: sync.Pool{New: func() any { return newScan(opts) }}}
}

// Find returns the time expressions of text in order, published at dct.
// Spans count bytes, do not overlap, and lie within text.
func (r *Resolver) Find(text string, dct timex.DCT) []Timex {
	found, _ := r.FindAll(text, dct)
	return found
}
