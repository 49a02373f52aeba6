// Package review keeps what people decide about the dates that the machine
// found: it writes decisions as YAML that reads well in a diff, finds the
// sentences they belong to again after an article was edited, says which of
// them need another look, and puts them into the timeline.
//
//	f, err := review.Parse("review/a.yaml", src)
//	readings, report := review.Apply(readings, map[string]*review.File{"a": f}, review.All)
//	t := timeline.Build(readings)
//
// It takes values and returns values; internal/decisions reads and writes the
// files.
package review

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/extract/event"
	"dateline/extract/timex"
)

// Action is what a person does with a proposed event.
type Action uint8

// The actions. The zero Action is invalid.
const (
	Accept Action = 1 + iota // it is right as it was proposed
	Fix                      // it is an event, and this is what is right
	Reject                   // it is to be on no page; see Decision.Reason
	Skip                     // left open on purpose
	Merge                    // it is the same event as another
	Split                    // it is several events, or not the one it was merged with
	Add                      // an event that the machine missed
	Note                     // a remark, which decides nothing
)

var actionNames = [...]string{"", "accept", "fix", "reject", "skip", "merge", "split", "add", "note"}

// String returns the word that the file has, "fix" for Fix.
func (a Action) String() string { return actionNames[a] }

// ParseAction returns the action with the given name.
func ParseAction(s string) (Action, error) {
	if i := slices.Index(actionNames[1:], s); i >= 0 {
		return Action(i + 1), nil
	}
	return 0, fmt.Errorf("decision: want one of %s, not %q", strings.Join(actionNames[1:], ", "), s)
}

// Reasons are why an event can be rejected, as the file has them. The last is
// for an orphan: it settles a decision whose words were taken out.
var Reasons = [...]string{"not an event", "wrong date", "duplicate", noLonger}

const noLonger = "no longer in the article"

// Facts are what is said of an event. Empty fields say nothing.
type Facts struct {
	Date         timex.EDTF
	Status       event.Status // 0 says nothing
	Label        string
	Participants []string
	Place        string
	Nowhere      bool // the place is taken out: none that was found is right
}

// factsOf returns what an event is said to be.
func factsOf(e *event.Event) Facts {
	return Facts{Date: e.Date, Status: e.Status, Label: e.Label, Participants: e.Participants, Place: e.Place}
}

// Proposed is what the machine had to say when a decision was taken.
type Proposed struct {
	Facts
	Words      string // of the time expression that dates it, "" when the date comes from elsewhere
	Rule       string // that resolved Words
	Confidence string
	Against    string // the publication time that a relative date was counted from, "" for an explicit date
}

// Decision is one record of a review file.
type Decision struct {
	ID       string // of the event when it was first decided; kept through edits of the sentence
	Quote    Quote
	Proposed Proposed
	Action   Action
	Reason   string   // with Reject: one of Reasons
	Facts             // with Fix and Add: what is right, as far as it differs
	Into     string   // with Merge: the ID of the event that it is
	Parts    []Facts  // with Split: the events that it is
	Apart    []string // with Split: the IDs of mentions that tell of another event
	Note     string
	By       string
	On       string // day of the decision, 2006-01-02
	line     int    // where the file has it, 0 for a new one
	node     *node  // as the file has it, so that comments stay; nil for a new one
}

// Validate returns an error that says what is missing or contradicts itself.
func (d Decision) Validate() error {
	wants := func(ok bool, what string) error {
		if ok {
			return nil
		}
		return fmt.Errorf("%s %s: %s", d.Action, d.ID, what)
	}
	switch {
	case d.ID == "":
		return fmt.Errorf("a decision without an id")
	case d.Action == 0:
		return wants(false, "no decision is stated")
	case d.Quote.Exact == "":
		return wants(false, "the quote has no exact words")
	case d.By == "":
		return wants(false, "by is missing: say who decided")
	}
	if _, err := time.Parse(time.DateOnly, d.On); err != nil {
		return wants(false, fmt.Sprintf("on: want a day such as 2006-01-02, not %q", d.On))
	}
	switch d.Action {
	case Fix:
		return wants(!d.Facts.empty(), "say what is right: date, status, label, participants or place")
	case Reject:
		return wants(slices.Contains(Reasons[:], d.Reason), "reason: want one of "+strings.Join(Reasons[:], ", "))
	case Merge:
		return wants(d.Into != "" && d.Into != d.ID, "into: name the event that it is the same as")
	case Split:
		if len(d.Parts) == 1 || len(d.Parts) == 0 && len(d.Apart) == 0 {
			return wants(false, "name at least two parts, or the mentions that it stands apart from")
		}
		for _, p := range d.Parts {
			if p.Date.IsZero() {
				return wants(false, "every part needs a date")
			}
		}
	case Add:
		return wants(!d.Date.IsZero() && d.Label != "", "an added event needs a date and a label")
	case Note:
		return wants(d.Note != "", "the note is empty")
	}
	return nil
}

func (f Facts) empty() bool {
	return f.Date.IsZero() && f.Status == 0 && f.Label == "" && f.Participants == nil && f.Place == "" && !f.Nowhere
}

// Over returns f with what g says in its place.
func (f Facts) Over(g Facts) Facts {
	if !g.Date.IsZero() {
		f.Date = g.Date
	}
	if g.Status != 0 {
		f.Status = g.Status
	}
	if g.Label != "" {
		f.Label = g.Label
	}
	if g.Participants != nil {
		f.Participants = g.Participants
	}
	if g.Place != "" || g.Nowhere {
		f.Place, f.Nowhere = g.Place, g.Nowhere
	}
	return f
}

// decides reports whether d settles what is on the site, as skip and note do not.
func (d Decision) decides() bool { return d.Action != Skip && d.Action != Note }

// ParseStatus returns the status with the given name, "planned" for event.Planned.
func ParseStatus(s string) (event.Status, error) {
	var names []string
	for st := event.Happened; st <= event.Statement; st++ {
		if st.String() == s {
			return st, nil
		}
		names = append(names, st.String())
	}
	return 0, fmt.Errorf("status: want one of %s, not %q", strings.Join(names, ", "), s)
}
