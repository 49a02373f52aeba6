package extract

import (
	"strconv"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// Record is a Result as other programs read it: one line of JSON Lines, its
// fields in this order. Offsets count Unicode code points into the text, end
// exclusive.
type Record struct {
	ID         string             `json:"id"`
	Published  string             `json:"published"`
	Timexes    []TimexRecord      `json:"timexes"`
	Events     []EventRecord      `json:"events"`
	Impossible []ImpossibleRecord `json:"impossible,omitempty"`
}

// ImpossibleRecord is a date that the text of a Record writes and no calendar
// has: 30 February.
type ImpossibleRecord struct {
	Start int    `json:"start"`
	End   int    `json:"end"`
	Text  string `json:"text"`
	Why   string `json:"why"`
}

// TimexRecord is a time expression of a Record.
type TimexRecord struct {
	Start        int             `json:"start"`
	End          int             `json:"end"`
	Text         string          `json:"text"`
	Type         string          `json:"type"`
	Value        string          `json:"value"`
	Mod          string          `json:"mod,omitempty"`
	From         string          `json:"from,omitempty"` // first day that Value covers
	To           string          `json:"to,omitempty"`   // last day that Value covers
	Anchor       string          `json:"anchor"`         // "dct", "none", or "t3" for the Record's Timexes[3]
	Rule         string          `json:"rule"`
	Why          string          `json:"why"`
	Confidence   string          `json:"confidence"`
	Alternatives []timex.Reading `json:"alternatives,omitempty"`
}

// EventRecord is a dated event of a Record. Start, End and Text are its head's.
type EventRecord struct {
	ID           string          `json:"id"`
	Start        int             `json:"start"`
	End          int             `json:"end"`
	Text         string          `json:"text"`
	Date         string          `json:"date"` // EDTF, "" when undated
	Status       string          `json:"status"`
	Label        string          `json:"label"`
	Participants []string        `json:"participants"`
	Place        string          `json:"place,omitempty"`
	Timex        *int            `json:"timex,omitempty"` // index into the Record's Timexes
	Sentence     SpanRecord      `json:"sentence"`
	Quote        string          `json:"quote"`
	Why          string          `json:"why"`
	Confidence   string          `json:"confidence"`
	Alternatives []timex.Reading `json:"alternatives,omitempty"`
}

// SpanRecord is a place in the text, in code points.
type SpanRecord struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// DocumentOf returns the document that an article holds.
func DocumentOf(a article.Article) Document {
	return Document{ID: a.ID, Title: a.Title, URL: a.SourceURL, Published: a.Published, Text: a.Text}
}

// Record returns r as other programs read it, with its dated events and,
// where undated is set, also those without a date.
func (r Result) Record(undated bool) Record {
	points := newCodePoints(r.Text)
	rec := Record{
		ID: r.ID, Published: r.Published.String(),
		Timexes: make([]TimexRecord, len(r.Timexes)),
		Events:  make([]EventRecord, 0, len(r.Events)),
	}
	for i, t := range r.Timexes {
		rec.Timexes[i] = timexRecord(t, r.Text, points)
	}
	for _, e := range r.Events {
		if undated || !e.Date.IsZero() {
			rec.Events = append(rec.Events, eventRecord(e, r.Text, points))
		}
	}
	for _, i := range r.Impossible {
		rec.Impossible = append(rec.Impossible, ImpossibleRecord{points.at(i.Start), points.at(i.End), r.Text[i.Start:i.End], i.Why()})
	}
	return rec
}

func timexRecord(t resolve.Timex, text string, points codePoints) TimexRecord {
	rec := TimexRecord{
		Start: points.at(t.Start), End: points.at(t.End), Text: text[t.Start:t.End],
		Type: t.Type.String(), Value: t.Value.String(), Mod: t.Mod.String(),
		Anchor: anchorName(t.Anchor), Rule: t.Rule, Why: t.Why(), Confidence: t.Confidence.String(),
		Alternatives: t.Alternatives(),
	}
	if first, last, ok := t.Value.Days(); ok {
		rec.From, rec.To = first.String(), last.String()
	}
	return rec
}

// anchorName returns what a Timex counts from: "dct", "none", or "t" and the
// index of another Timex.
func anchorName(anchor int) string {
	switch anchor {
	case resolve.DCTAnchor:
		return "dct"
	case resolve.NoAnchor:
		return "none"
	}
	return "t" + strconv.Itoa(anchor)
}

func eventRecord(e event.Event, text string, points codePoints) EventRecord {
	rec := EventRecord{
		ID: e.ID, Start: points.at(e.Head.Start), End: points.at(e.Head.End), Text: text[e.Head.Start:e.Head.End],
		Date: e.Date.String(), Status: e.Status.String(), Label: e.Label,
		Participants: e.Participants, Place: e.Place,
		Sentence: SpanRecord{points.at(e.Sentence.Start), points.at(e.Sentence.End)},
		Quote:    e.Quote, Why: e.Why, Confidence: e.Confidence.String(), Alternatives: e.Alternatives,
	}
	if rec.Participants == nil {
		rec.Participants = []string{}
	}
	if e.Timex >= 0 {
		index := e.Timex
		rec.Timex = &index
	}
	return rec
}
