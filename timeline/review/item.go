package review

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/extract/event"
	"dateline/timeline"
)

// Item is one event to decide on: what the machine proposes, what people
// decided, and whether the two still fit.
type Item struct {
	// ID is that under which the event is decided on and published: of its
	// first decision, so that links outlast edits, else the machine's.
	ID      string
	Reading *timeline.Reading
	Event   *event.Event // what the machine proposes, nil when it has nothing there
	Thread  Thread       // what was decided; without decisions when nothing was
	Match   Match        // where the quotation is now; Same for what nobody decided on
	Stale   []Stale      // why it asks for another look
	Echo    *Echo        // the rejection of a near copy that holds for it, nil for none; set by ExamineAll
}

// Standing returns the decision that stands; ok is false when none does.
func (i Item) Standing() (d Decision, ok bool) {
	if len(i.Thread.Decisions) == 0 {
		return Decision{}, false
	}
	return i.Thread.Standing()
}

// State returns what was decided. A merge or a split accepts what is not
// corrected.
func (i Item) State() timeline.ReviewState {
	d, ok := i.Standing()
	switch {
	case !ok && i.Echo != nil:
		return timeline.Rejected
	case !ok:
		return timeline.Unreviewed
	}
	switch d.Action {
	case Fix:
		return timeline.Fixed
	case Add:
		return timeline.Added
	case Reject:
		return timeline.Rejected
	case Merge, Split:
		switch {
		case d.Proposed.Facts.empty():
			return timeline.Added
		case !d.Facts.empty():
			return timeline.Fixed
		}
	}
	return timeline.Accepted
}

// Skipped reports whether a person looked at it and left it open.
func (i Item) Skipped() bool {
	_, decided := i.Standing()
	return !decided && i.Echo == nil && len(i.Thread.Decisions) > 0 && i.Thread.Last().Action == Skip
}

// Orphan reports whether the words that were decided on are gone. A rejected
// event whose words are gone is settled and no orphan.
func (i Item) Orphan() bool {
	return len(i.Stale) > 0 && i.Stale[0].Kind == Lost
}

// Examine returns the items of one article in the order of its text: every
// event that the machine finds, and every event that was decided on. The
// reading is as extracted, before Apply.
func Examine(r *timeline.Reading, f *File) []Item {
	threads := f.Threads()
	matches := make([]Match, len(threads))
	for i, t := range threads {
		matches[i] = t.Last().Quote.Find(r.Article.Text)
	}
	eventOf := assign(r, threads, matches)
	var items []Item
	taken := make([]bool, len(r.Events))
	ids := map[string]bool{}
	for i, t := range threads {
		ids[t.ID] = true
		item := Item{ID: t.ID, Reading: r, Thread: t, Match: matches[i]}
		if j := eventOf[i]; j >= 0 {
			item.Event, taken[j] = &r.Events[j], true
		}
		item.Stale = item.stale()
		items = append(items, item)
	}
	for j := range r.Events {
		if !taken[j] && !r.Events[j].Aside { // nothing of which a timeline is made
			e := &r.Events[j]
			items = append(items, Item{ID: free(ids, e.ID), Reading: r, Event: e, Match: Match{Found: Same, Span: e.Head}})
		}
	}
	slices.SortStableFunc(items, func(a, b Item) int { return cmp.Compare(a.Match.Span.Start, b.Match.Span.Start) })
	return items
}

// free returns id, or id with a number where it is taken: a sentence that was
// copied can have the machine give a decided event's ID to the copy.
func free(taken map[string]bool, id string) string {
	name := id
	for n := 2; taken[name]; n++ {
		name = fmt.Sprintf("%s-%d", id, n)
	}
	taken[name] = true
	return name
}

// assign gives each thread the event at its place, as an index into r.Events,
// -1 for none. No event goes to two threads. Where a head has several dates,
// the words tell which is meant, before the ID: that counts the dates of a
// head, and changes hands when one of them is no longer found.
func assign(r *timeline.Reading, threads []Thread, matches []Match) []int {
	given := make([]int, len(threads))
	for i := range given {
		given[i] = -1
	}
	taken := make([]bool, len(r.Events))
	tests := []func(Decision, *event.Event) bool{
		func(d Decision, e *event.Event) bool { return d.ID == e.ID && timexWords(r, e) == d.Proposed.Words },
		func(d Decision, e *event.Event) bool {
			return timexWords(r, e) == d.Proposed.Words && e.Date == d.Proposed.Date
		},
		func(d Decision, e *event.Event) bool { return timexWords(r, e) == d.Proposed.Words },
		func(d Decision, e *event.Event) bool { return d.ID == e.ID },
		func(d Decision, e *event.Event) bool { return e.Date == d.Proposed.Date },
		func(Decision, *event.Event) bool { return true },
	}
	for _, fits := range tests {
		for i, t := range threads {
			if given[i] >= 0 || matches[i].Found == Gone {
				continue
			}
			for j := range r.Events {
				if e := &r.Events[j]; !taken[j] && overlap(e.Head, matches[i].Span) && fits(t.Last(), e) {
					given[i], taken[j] = j, true
					break
				}
			}
		}
	}
	return given
}

// Facts returns what is said of the event: what a person decided, else what
// the machine proposes.
func (i Item) Facts() Facts {
	var f Facts
	if e := i.Event; e != nil {
		f = factsOf(e)
	}
	if d, ok := i.Standing(); ok {
		f = f.Over(d.Proposed.Facts).Over(d.Facts)
	}
	return f
}

// Rule returns the rule that resolved the date that the machine proposes, ""
// when no expression of the text dates the event.
func (i Item) Rule() string {
	if i.Event == nil {
		return ""
	}
	return rule(i.Reading, i.Event)
}

// Working returns how the machine came to its date, a step a line.
func (i Item) Working() []string {
	if i.Event == nil {
		return nil
	}
	var steps []string
	if t := timexOf(i.Reading, i.Event); t != nil {
		steps = append(steps, strings.Split(t.Why(), " → ")...)
	}
	if i.Event.Why != "" {
		steps = append(steps, strings.Split(i.Event.Why, " → ")...)
	}
	return steps
}
