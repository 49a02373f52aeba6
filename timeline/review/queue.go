package review

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"

	"dateline/extract/timex"
	"dateline/timeline"
)

// Class is why an item stands where it does in the queue.
type Class uint8

// The classes, in the order of the queue: what people decided and may no
// longer hold comes first, then what the machine is least sure of.
const (
	StaleClass Class = iota
	ConflictClass
	AmbiguousClass
	InferredClass
	ExplicitClass
	UndatedClass
)

// String returns the word, "ambiguous" for AmbiguousClass.
func (c Class) String() string {
	return [...]string{"stale", "conflict", "ambiguous", "inferred", "explicit", "undated"}[c]
}

// ClassOf returns the class of an item; conflict says that other evidence
// gives its event another date.
func ClassOf(i Item, conflict bool) Class {
	switch {
	case len(i.Stale) > 0:
		return StaleClass
	case conflict:
		return ConflictClass
	case i.Event == nil:
		return ExplicitClass // a person said it
	case i.Event.Date.IsZero():
		return UndatedClass
	}
	switch i.Event.Confidence {
	case timex.Explicit:
		return ExplicitClass
	case timex.Inferred:
		return InferredClass
	}
	return AmbiguousClass
}

// Filter picks items. An empty field picks all.
type Filter struct {
	Article    string // ID
	Rule       string // by its name now or any it had
	Words      string // the time expression has these words, in any case
	Confidence string // "explicit", "inferred", "ambiguous", "guess"
	State      string // of the review, one of States; "" is "open"
	Status     string // of the event, as decided or else as proposed: "planned"
	Undated    bool   // events without a date as well

	renamed Aliases // nil for those of dateline's rules
}

// States are the states of a review that a Filter can ask for.
var States = []string{"open", "unreviewed", "skipped", "accepted", "fixed", "added", "rejected", "stale", "orphan", "all"}

// Check returns an error for a state, a status or a confidence that there is not.
func (f Filter) Check() error {
	if f.State != "" && !slices.Contains(States, f.State) {
		return fmt.Errorf("state: want one of %s, not %q", strings.Join(States, ", "), f.State)
	}
	if f.Status != "" {
		if _, err := ParseStatus(f.Status); err != nil {
			return err
		}
	}
	names := []string{"explicit", "inferred", "ambiguous", "guess"}
	if f.Confidence != "" && !slices.Contains(names, f.Confidence) {
		return fmt.Errorf("confidence: want one of %s, not %q", strings.Join(names, ", "), f.Confidence)
	}
	return nil
}

// Picks reports whether f picks an item.
func (f Filter) Picks(i Item) bool {
	renamed := f.renamed
	if renamed == nil {
		renamed = Renamed()
	}
	d, decided := i.Standing()
	words, ruleName, confidence := d.Proposed.Words, d.Proposed.Rule, d.Proposed.Confidence
	if i.Event != nil {
		words, ruleName, confidence = timexWords(i.Reading, i.Event), rule(i.Reading, i.Event), i.Event.Confidence.String()
		if !f.Undated && i.Event.Date.IsZero() && len(i.Thread.Decisions) == 0 {
			return false
		}
	}
	return (f.Article == "" || i.Reading.Article.ID == f.Article) &&
		(f.Rule == "" || renamed.Now(ruleName) == renamed.Now(f.Rule)) &&
		(f.Words == "" || strings.Contains(strings.ToLower(words), strings.ToLower(f.Words))) &&
		(f.Confidence == "" || confidence == f.Confidence) &&
		(f.Status == "" || i.Facts().Status.String() == f.Status) &&
		f.picksState(i, decided)
}

func (f Filter) picksState(i Item, decided bool) bool {
	switch f.State {
	case "all":
		return true
	case "stale":
		return len(i.Stale) > 0
	case "orphan":
		return i.Orphan()
	case "skipped":
		return i.Skipped()
	case "", "open":
		return i.Open() && !i.Skipped()
	case "unreviewed":
		return !decided && i.Echo == nil
	}
	return i.State().String() == f.State
}

// Queue returns the items that f picks in the order in which to decide them:
// by class, then by publication, then as in the text.
func Queue(items []Item, f Filter, conflict func(Item) bool) []Item {
	var queue []Item
	class := map[string]Class{}
	key := func(i Item) string { return i.Reading.Article.ID + "\x00" + i.ID }
	for _, i := range items {
		if f.Picks(i) {
			queue = append(queue, i)
			class[key(i)] = ClassOf(i, conflict(i))
		}
	}
	slices.SortStableFunc(queue, func(a, b Item) int {
		x, y := a.Reading.Article, b.Reading.Article
		return cmp.Or(
			cmp.Compare(class[key(a)], class[key(b)]),
			cmp.Compare(x.Published.Day, y.Published.Day),
			strings.Compare(x.ID, y.ID),
			cmp.Compare(a.Match.Span.Start, b.Match.Span.Start),
		)
	})
	return queue
}

// Sample returns n of the items at random, in their order, for spot checks.
// The same seed picks the same.
func Sample(items []Item, n int, seed uint64) []Item {
	if n >= len(items) {
		return items
	}
	picked := rand.New(rand.NewPCG(seed, 0)).Perm(len(items))[:n]
	slices.Sort(picked)
	sample := make([]Item, n)
	for i, p := range picked {
		sample[i] = items[p]
	}
	return sample
}

// SameRule returns the items that a batch accept with item would take: not
// decided yet, not in conflict, resolved by the same rule, and explicit.
func SameRule(items []Item, item Item, conflict func(Item) bool) []Item {
	if item.Event == nil {
		return nil
	}
	name := rule(item.Reading, item.Event)
	var same []Item
	for _, i := range items {
		if i.Event != nil && i.State() == timeline.Unreviewed && !i.Skipped() && ClassOf(i, conflict(i)) == ExplicitClass &&
			name != "" && rule(i.Reading, i.Event) == name {
			same = append(same, i)
		}
	}
	return same
}
