package review

import (
	"cmp"
	"fmt"
	"slices"

	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/timeline"
)

// Apply puts the decisions of files, by article ID, into readings: corrected
// events are corrected, rejected ones taken out, added ones put in, and what
// nobody decided on stays or goes by the policy. A stale decision stands; an
// orphan has no place to stand and is left out. What is rejected in one of
// several near copies is taken out of all; see Echo. The readings passed in
// are left as they are.
func Apply(readings []timeline.Reading, files map[string]*File, policy Policy) []timeline.Reading {
	applied := make([]timeline.Reading, len(readings))
	var each []*timeline.Reading
	var at []int // where they stand
	carried := carries(files)
	for i := range readings {
		r := &readings[i]
		if f := files[r.Article.ID]; carried || f != nil && len(f.Decisions) > 0 {
			whole := *r
			each, at = append(each, &whole), append(at, i)
		} else {
			applied[i] = undecided(r, policy)
		}
	}
	all := ExamineAll(each, files)
	labels := labelsOf(all)
	for k, items := range all {
		applied[at[k]] = apply(each[k], items, policy, labels)
	}
	return applied
}

// carries reports whether a decision has to do with other articles than its own.
func carries(files map[string]*File) bool {
	for _, f := range files {
		if f != nil && slices.ContainsFunc(f.Decisions, func(d Decision) bool { return d.Action == Reject || d.Into != "" || len(d.Apart) > 0 }) {
			return true
		}
	}
	return false
}

// undecided is apply for an article on which nobody decided, as most are.
func undecided(r *timeline.Reading, policy Policy) timeline.Reading {
	out := *r
	out.Events, out.Decisions = make([]event.Event, 0, len(r.Events)), timeline.Decisions{Reviews: map[string]timeline.Review{}}
	out.Sum = r.Sum.With("shown by the policy " + policy.String())
	ids := make(map[string]bool, len(r.Events))
	sorted := true
	for j := range r.Events {
		e := &r.Events[j]
		if e.Aside {
			continue // nothing of which a timeline is made
		}
		id := free(ids, e.ID)
		if !policy.includes(e.Confidence, !e.Date.IsZero()) {
			continue
		}
		out.Events = append(out.Events, policy.shown(*e))
		n := len(out.Events)
		out.Events[n-1].ID = id
		sorted = sorted && (n == 1 || out.Events[n-2].Head.Start <= e.Head.Start)
	}
	if !sorted {
		slices.SortStableFunc(out.Events, func(a, b event.Event) int { return cmp.Compare(a.Head.Start, b.Head.Start) })
	}
	if len(out.Events) == 0 {
		out.Events = nil
	}
	return out
}

// labelsOf returns the labels of the events that decisions name, by ID.
func labelsOf(all [][]Item) map[string]string {
	labels := map[string]string{}
	for _, items := range all {
		for _, item := range items {
			for _, d := range item.Thread.Decisions {
				for _, id := range append(d.Apart, d.Into) {
					labels[id] = ""
				}
			}
		}
	}
	for _, items := range all {
		for _, item := range items {
			if _, named := labels[item.ID]; named {
				labels[item.ID] = item.Facts().Label
			}
		}
	}
	return labels
}

// apply is Apply for one article. Labels are those of the events that
// decisions name, by ID.
func apply(r *timeline.Reading, items []Item, policy Policy, labels map[string]string) timeline.Reading {
	name := func(id string) string { return labels[id] }
	out := *r
	out.Events, out.Decisions = nil, timeline.Decisions{Reviews: map[string]timeline.Review{}}
	out.Sum = r.Sum.With("shown by the policy " + policy.String())
	for _, item := range items {
		if len(item.Thread.Decisions) > 0 || item.Echo != nil {
			out.Sum = timeline.Sum{}
		}
		verdicts := Verdicts(r.Article.ID, item.Thread, name)
		out.Verdicts = append(out.Verdicts, verdicts...)
		d, decided := item.Standing()
		switch {
		case item.Match.Found == Gone:
		case !decided && item.Echo != nil:
			out.Withdrawn = append(out.Withdrawn, item.Echo.verdict(item.ID))
		case !decided:
			if item.Event != nil && policy.includes(item.Event.Confidence, !item.Event.Date.IsZero()) {
				e := policy.shown(*item.Event)
				e.ID = item.ID
				add(&out, e, item, verdicts)
			}
		case d.Action == Reject:
			out.Withdrawn = append(out.Withdrawn, verdicts[len(verdicts)-1])
		default:
			for _, e := range item.events(d) {
				add(&out, e, item, verdicts)
			}
			out.Links = append(out.Links, links(item.ID, d)...)
		}
	}
	slices.SortStableFunc(out.Events, func(a, b event.Event) int { return cmp.Compare(a.Head.Start, b.Head.Start) })
	return out
}

// add puts e on the timeline, with what was decided about it.
func add(r *timeline.Reading, e event.Event, item Item, verdicts []timeline.Verdict) {
	r.Events = append(r.Events, e)
	if len(item.Thread.Decisions) == 0 {
		return
	}
	d, _ := item.Standing()
	r.Reviews[e.ID] = timeline.Review{
		State: item.State(), By: d.By, On: d.On, Note: item.Thread.Note(), Stale: item.reasons(), Verdicts: verdicts,
		Fixed: timeline.Corrected{
			Date: !d.Date.IsZero(), Status: d.Facts.Status != 0, Label: d.Facts.Label != "",
			Participants: d.Facts.Participants != nil, Place: d.Facts.Place != "" || d.Facts.Nowhere,
		},
	}
}

// events returns the events that d makes of an item: one, or the parts of a
// split. A part keeps the ID of the whole if it is the first, so that links
// to the event still lead to one.
func (i Item) events(d Decision) []event.Event {
	e := i.base(d)
	e.ID = i.ID
	says := d.Proposed.Facts.Over(d.Facts)
	if d.Action == Split && len(d.Parts) > 0 {
		events := make([]event.Event, len(d.Parts))
		for n, part := range d.Parts {
			events[n] = decided(e, says.Over(part), d)
			if n > 0 {
				events[n].ID = fmt.Sprintf("%s-part%d", i.ID, n+1)
			}
		}
		return events
	}
	return []event.Event{decided(e, says, d)}
}

// base returns the machine's event of an item, or one made of the words that
// were decided on where the machine has none.
func (i Item) base(d Decision) event.Event {
	if i.Event != nil {
		return *i.Event
	}
	text := i.Reading.Article.Text
	e := event.Event{Head: i.Match.Span, Sentence: SentenceAround(text, i.Match.Span), Status: event.Happened, Timex: -1, Confidence: timex.Explicit}
	e.Quote = text[e.Sentence.Start:e.Sentence.End]
	for j, t := range i.Reading.Timexes {
		if overlap(t.Span, e.Sentence) && newPlain(text[t.Start:t.End]).s == d.Proposed.Words {
			e.Timex = j
		}
		// Words that are quoted and say what was decided are its evidence.
		if at, ok := t.Value.EDTF(); ok && d.Proposed.Words == "" && overlap(t.Span, i.Match.Span) && at == d.Proposed.Facts.Over(d.Facts).Date {
			e.Timex = j
		}
	}
	return e
}

// decided returns e as a person decided that it is.
func decided(e event.Event, says Facts, d Decision) event.Event {
	proposed := e.Date
	own := factsOf(&e).Over(says)
	e.Date, e.Status, e.Label, e.Participants, e.Place = own.Date, own.Status, own.Label, own.Participants, own.Place
	if d.Action == Add || e.Date != proposed {
		e.Why = fmt.Sprintf("%s decided on %s that the date is %s", d.By, dayWords(d.On), e.Date.Words())
		if !proposed.IsZero() {
			e.Why += fmt.Sprintf("; the date worked out from the words is %s", proposed.Words())
		}
		e.Confidence = timex.Explicit
		e.Alternatives = otherReadings(e, proposed)
	}
	return e
}

// otherReadings returns the readings of e that were not chosen, what the
// machine proposes first.
func otherReadings(e event.Event, proposed timex.EDTF) []timex.Reading {
	var others []timex.Reading
	if !proposed.IsZero() {
		others = append(others, timex.Reading{Value: proposed.String(), Why: "worked out from the words"})
	}
	for _, a := range e.Alternatives {
		if a.Value != e.Date.String() {
			others = append(others, a)
		}
	}
	return others
}

// links returns what d says of the sameness of mentions.
func links(id string, d Decision) []timeline.Link {
	why := fmt.Sprintf("%s decided so on %s", d.By, dayWords(d.On))
	if d.Action == Merge {
		return []timeline.Link{{A: id, B: d.Into, Why: why}}
	}
	var apart []timeline.Link
	for _, other := range d.Apart {
		apart = append(apart, timeline.Link{A: id, B: other, Apart: true, Why: why})
	}
	return apart
}
