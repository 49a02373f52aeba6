package review

import (
	"fmt"
	"strings"

	"dateline/extract/timex"
	"dateline/timeline"
)

// Verdicts returns the decisions of a thread as the changes page and the
// history of an event tell them, oldest first.
func Verdicts(article string, t Thread) []timeline.Verdict {
	var verdicts []timeline.Verdict
	for _, d := range t.Decisions {
		v := timeline.Verdict{
			Article: article, Event: t.ID, Action: d.Action.String(), Label: d.Proposed.Facts.Over(d.Facts).Label,
			From: d.Proposed.Date.String(), To: d.Proposed.Facts.Over(d.Facts).Date.String(),
			Words: d.Words(), Note: d.Note, By: d.By, On: d.On,
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
	v := Verdicts(e.Article, Thread{ID: event, Decisions: []Decision{e.Decision}})[0]
	v.Words += ", in a copy of this article"
	return v
}

// Words says what was decided: "date corrected from 30 November 2021 to 7
// December 2021". It names neither who nor when.
func (d Decision) Words() string {
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
		return "the same event as " + d.Into
	case Split:
		if len(d.Parts) == 0 {
			return "not the same event as " + strings.Join(d.Apart, ", ")
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
	fix("participants", strings.Join(d.Proposed.Participants, ", "), strings.Join(d.Participants, ", "))
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
