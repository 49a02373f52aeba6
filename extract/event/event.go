// Package event makes dated events of a text and its time expressions: heads,
// the dates that belong to them, status, label, participants and place.
package event

import (
	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// Status says whether an event took place, as far as the text tells.
type Status uint8

// The statuses. The zero Status is invalid.
const (
	Happened  Status = 1 + iota
	Ongoing          // began, and held when the text was written
	Planned          // scheduled, expected, ordered
	Possible         // could, may, warned of, alleged
	Negated          // did not happen, denied, cancelled
	Statement        // somebody said, warned, announced
)

// String returns the word, "happened" for Happened.
func (s Status) String() string {
	return [...]string{"", "happened", "ongoing", "planned", "possible", "negated", "statement"}[s]
}

// ToCome reports whether what has the status lay ahead of those who told of it.
func (s Status) ToCome() bool { return s == Planned || s == Possible }

// DateWords returns the date of what has the status as a reader would say it:
// what lies ahead begins "from 2014", not "since 2014".
func (s Status) DateWords(date timex.EDTF) string {
	if s.ToCome() {
		return date.WordsToCome()
	}
	return date.Words()
}

// Event is one mention of a dated event in a text.
type Event struct {
	ID           string     // from article, quotation and occurrence; never from an offset
	Head         timex.Span // the word or words that carry it
	Date         timex.EDTF // zero when the event is undated
	Status       Status
	Label        string // 3 to 12 words without date or pronoun
	Participants []string
	Place        string     // "" when none is named
	Timex        int        // index of the expression that dates it, -1 when the date comes from elsewhere
	Sentence     timex.Span // the sentence that is its evidence
	Quote        string     // the text of Sentence
	Why          string     // how head and date came together, in words
	Confidence   timex.Confidence
	Alternatives []timex.Reading // other dates, in EDTF, likeliest first

	// Aside marks a statement that no expression dates: said on the day that
	// the article tells of, or that of its publication. An article has many,
	// and timelines leave them out.
	Aside bool

	// Doubtful marks an event whose date is too weakly grounded for a
	// timeline: it is listed apart, with the date as a reading.
	Doubtful bool
}

// Input is what events are made of.
type Input struct {
	ID      string // of the article
	Title   string
	Text    string
	DCT     timex.DCT
	Timexes []resolve.Timex // in order, as resolve.Resolver.Find returns them

	Sentences []timex.Span // of Text, nil where they are still to be found
}
