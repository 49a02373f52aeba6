package review

import (
	"cmp"
	"fmt"
	"strings"

	"dateline/extract/timex"
	"dateline/timeline"
)

// Verdicts returns the decisions of a thread as the changes page and the
// history of an event tell them, oldest first. Name returns the label of the
// event with an ID, "" where it does not know it.
func Verdicts(article string, t Thread, name func(id string) string) []timeline.Verdict {
	var verdicts []timeline.Verdict
	for _, d := range t.Decisions {
		v := timeline.Verdict{
			Article: article, Event: t.ID, Action: d.Action.String(), Label: d.Proposed.Facts.Over(d.Facts).Label,
			From: d.Proposed.Date.String(), To: d.Proposed.Facts.Over(d.Facts).Date.String(),
			Words: d.words(name), Note: d.Note, By: d.By, On: d.On,
		}
		if d.Action == Reject {
			v.To = ""
		}
		verdicts = append(verdicts, v)
	}
	return verdicts
}

// verdict returns the rejection as that of the event of a copy.
func (e Echo) verdict(event string) timeline.Verdict {
	v := Verdicts(e.Article, Thread{ID: event, Decisions: []Decision{e.Decision}}, nameless)[0]
	v.Words += ", in a copy of this article"
	return v
}

// Words says what was decided: "date corrected from 30 November 2021 to 7
// December 2021". It names neither who nor when.
func (d Decision) Words() string { return d.words(nameless) }

// nameless knows no event by its ID.
func nameless(string) string { return "" }

// words is Words with the labels of events in the place of their IDs.
func (d Decision) words(name func(id string) string) string {
	called := func(id string) string { return cmp.Or(quoted(name(id)), id) }
	switch d.Action {
	case Accept:
		return "accepted as " + d.Proposed.Date.Words()
	case Fix:
		return d.fixWords()
	case Reject:
		return "rejected: " + d.Reason
	case Skip:
		return "left open"
	case Merge:
		return "the same event as " + called(d.Into)
	case Split:
		if len(d.Parts) == 0 {
			var others []string
			for _, id := range d.Apart {
				others = append(others, called(id))
			}
			return "not the same event as " + strings.Join(others, ", ")
		}
		var dates []string
		for _, p := range d.Parts {
			dates = append(dates, p.Date.Words())
		}
		return fmt.Sprintf("%d events: %s", len(d.Parts), strings.Join(dates, "; "))
	case Add:
		return "added: " + d.Label + ", " + d.Date.Words()
	case Note:
		return "note"
	}
	return ""
}

func (d Decision) fixWords() string {
	var fixed []string
	fix := func(what, from, to string) {
		if to != "" && to != from {
			if from != "" {
				from = " from " + from
			}
			fixed = append(fixed, what+" corrected"+from+" to "+to)
		}
	}
	if !d.Date.IsZero() {
		from := ""
		if !d.Proposed.Date.IsZero() {
			from = d.Proposed.Date.Words()
		}
		fix("date", from, d.Date.Words())
	}
	fix("status", d.Proposed.Status.String(), d.Status.String())
	fix("label", quoted(d.Proposed.Label), quoted(d.Label))
	if d.Participants != nil && len(d.Participants) == 0 {
		fixed = append(fixed, "participants taken out")
	}
	fix("participants", strings.Join(d.Proposed.Participants, ", "), strings.Join(d.Participants, ", "))
	if d.Nowhere {
		fixed = append(fixed, "place taken out")
	}
	fix("place", d.Proposed.Place, d.Place)
	if len(fixed) == 0 {
		return "confirmed"
	}
	return strings.Join(fixed, "; ")
}

func quoted(s string) string {
	if s == "" {
		return ""
	}
	return "“" + s + "”"
}

// dayWords returns a day as a reader would say it: "6 December 2021".
func dayWords(day string) string {
	d, err := timex.ParseEDTF(day)
	if err != nil {
		return day
	}
	return d.Words()
}
