package review

import (
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"slices"
	"strings"

	"dateline/extract/timex"
	"dateline/timeline"
)

// Decide returns the record of an item as it now is, quoted from the article
// as it now is, ready for an action, a name and a day. An orphan keeps its
// old quotation: there is no place to quote from.
func (i Item) Decide() Decision {
	if i.Event != nil {
		d := Propose(i.Reading, i.Event)
		d.ID = i.ID
		return d
	}
	last := i.Thread.Last()
	d := Decision{ID: i.ID, Quote: last.Quote, Proposed: last.Proposed}
	if d.Proposed.Against != "" {
		d.Proposed.Against = i.Reading.Article.Published.String()
	}
	if i.Match.Found != Gone {
		text := i.Reading.Article.Text
		d.Quote = NewQuote(text, i.Match.Span, SentenceAround(text, i.Match.Span))
	}
	return d
}

// Readings returns the dates that an item can be given with one key, in EDTF:
// the machine's other readings of the event and of the words that date it,
// likeliest first, at most four.
func (i Item) Readings() []timex.Reading {
	if i.Event == nil {
		return nil
	}
	var readings []timex.Reading
	shown := i.Facts().Date
	if shown != i.Event.Date && !i.Event.Date.IsZero() {
		readings = append(readings, timex.Reading{Value: i.Event.Date.String(), Why: "what is worked out from the words"})
	}
	readings = append(readings, i.Event.Alternatives...)
	if t := timexOf(i.Reading, i.Event); t != nil {
		for _, r := range t.Alternatives() {
			if d, ok := like(i.Event.Date, r.Value); ok {
				readings = append(readings, timex.Reading{Value: d.String(), Why: r.Why})
			}
		}
	}
	seen := map[string]bool{shown.String(): true}
	readings = slices.DeleteFunc(readings, func(r timex.Reading) bool {
		again := seen[r.Value]
		seen[r.Value] = true
		return again
	})
	return readings[:min(4, len(readings))]
}

// Confirm returns what it means to accept an item as it is shown. Where a
// person decided and the machine now says something else, it is to stand by
// the person's word.
func (i Item) Confirm() (Action, Facts) {
	d, decided := i.Standing()
	if !decided || d.Action == Reject {
		return Accept, Facts{}
	}
	if i.Event == nil {
		return d.Action, d.Facts
	}
	e := i.Event
	now, said := factsOf(e), d.Proposed.Facts.Over(d.Facts)
	var differs Facts
	if said.Date != now.Date {
		differs.Date = said.Date
	}
	if said.Status != now.Status {
		differs.Status = said.Status
	}
	if said.Label != now.Label {
		differs.Label = said.Label
	}
	differs.Participants, differs.Place, differs.Nowhere = d.Facts.Participants, d.Facts.Place, d.Facts.Nowhere
	switch {
	case d.Action == Add:
		return Add, d.Facts
	case d.Action == Merge || d.Action == Split:
		return d.Action, differs
	case differs.empty():
		return Accept, Facts{}
	}
	return Fix, differs
}

// like returns the TIMEX3 value of another reading as a date of the shape
// that the event's has: where that is "since Tuesday", so is this, and where it
// is "from 24 August to 5 September", so is the other year's. It is not ok for
// values that are no point of the calendar, such as a week.
func like(date timex.EDTF, value string) (timex.EDTF, bool) {
	day, clock, _ := strings.Cut(value, "T")
	if clock != "" && clock[0] >= '0' && clock[0] <= '9' {
		day = strings.TrimSuffix(value, "Z")
	}
	d, err := timex.ParseEDTF(day)
	if err != nil || d.Interval {
		return timex.EDTF{}, false
	}
	switch {
	case date.Interval && date.OpenTo:
		return timex.EDTF{From: d.From, Interval: true, OpenTo: true}, true
	case date.Interval && date.OpenFrom:
		return timex.EDTF{To: d.From, Interval: true, OpenFrom: true}, true
	case date.Interval:
		// A span that begins a year earlier or later ends so as well.
		same := date.From
		same.Year = d.From.Year
		if same != d.From {
			return timex.EDTF{}, false
		}
		to := date.To
		to.Year += d.From.Year - date.From.Year
		// 29 February is not in every year.
		d, err = timex.ParseEDTF(timex.EDTF{From: d.From, To: to, Interval: true}.String())
		return d, err == nil
	}
	return d, true
}

// NewEvent returns the record of an event that the machine missed: words of
// the article, quoted. They must be there exactly once; a reviewer quotes
// more of the sentence until they are.
func NewEvent(r *timeline.Reading, words string) (Decision, error) {
	p := newPlain(r.Article.Text)
	words = strings.Join(strings.Fields(words), " ")
	if words == "" {
		return Decision{}, errors.New("quote the words of the article that tell of the event")
	}
	places := p.occurrences(words)
	switch {
	case len(places) == 0:
		return Decision{}, fmt.Errorf("the article has no words %q", words)
	case len(places) > 1:
		return Decision{}, fmt.Errorf("the article has %q %d times; quote more of the sentence", words, len(places))
	}
	span := p.span(places[0], places[0]+len(words))
	sentence := SentenceAround(r.Article.Text, span)
	q := NewQuote(r.Article.Text, span, sentence)
	sum := sha256.Sum256([]byte(strings.Join([]string{r.Article.ID, q.Prefix, q.Exact, q.Suffix}, "\x00")))
	id := "e-" + strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
	d := Decision{ID: id, Quote: q, Action: Add}
	for i := range r.Timexes {
		// Whoever adds it reads the date off its sentence.
		if t := &r.Timexes[i]; overlap(t.Span, sentence) && fromPublication(r, t) {
			d.Proposed.Against = r.Article.Published.String()
		}
	}
	return d, nil
}
