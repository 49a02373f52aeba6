package review

import (
	"slices"
	"strings"
	"testing"

	"dateline/timeline"
)

// TestPlaceIsTakenOut takes a wrong place out of an event: neither its sentence
// nor another report of it brings one back, the file keeps it through reading
// and writing, and a later decision can give it a place again.
func TestPlaceIsTakenOut(t *testing.T) {
	r := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	for i := range r.Events {
		r.Events[i].Place = "Lisbon"
	}
	f := decide(r, func(d *Decision) {
		if d.ID == "e-met" {
			d.Action, d.Nowhere = Fix, true
		}
	})
	src := f.Bytes()
	if !strings.Contains(string(src), "\n    place: \"\"\n") {
		t.Errorf("the file does not say that there is no place:\n%s", src)
	}
	f, err := Parse("a.yaml", src)
	if err != nil {
		t.Fatal(err)
	}
	applied := func(f *File) (place string, review timeline.Review) {
		for _, r := range Apply([]timeline.Reading{r}, map[string]*File{r.Article.ID: f}, All) {
			for _, e := range r.Events {
				if e.ID == "e-met" {
					return e.Place, r.Reviews[e.ID]
				}
			}
		}
		t.Fatal("the event is gone")
		return "", timeline.Review{}
	}
	place, review := applied(f)
	if place != "" || !review.Fixed.Place || !strings.Contains(review.Verdicts[0].Words, "place taken out") {
		t.Errorf("the event is in %q, %+v", place, review)
	}
	item := Examine(&r, f)[0]
	if got := item.Facts(); got.Place != "" {
		t.Errorf("a reviewer is shown the place %q", got.Place)
	}
	if action, facts := item.Confirm(); action != Fix || !facts.Nowhere {
		t.Errorf("to confirm it means %s %+v", action, facts)
	}
	again := item.Decide()
	again.Action, again.By, again.On, again.Place = Fix, "ann", "2021-12-08", "Riga"
	f.Put(again, r.Article)
	if place, _ := applied(f); place != "Riga" {
		t.Errorf("decided again, the event is in %q", place)
	}
	// What is left empty without quotation marks says nothing, as of every key.
	f, err = Parse("a.yaml", []byte(strings.Replace(string(src), `place: ""`, "label: Meeting\n    place:", 1)))
	if err != nil {
		t.Fatal(err)
	}
	if place, _ := applied(f); place != "Lisbon" {
		t.Errorf("a key without a value puts the event in %q", place)
	}
}

// TestNoPlaceHoldsForTheWholeEvent merges a sentence whose place was taken out
// with another that names one.
func TestNoPlaceHoldsForTheWholeEvent(t *testing.T) {
	r := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	other := r
	other.Article.ID, other.Article.Path = "b", "b.md"
	other.Events = append(other.Events[:0:0], other.Events...)
	for i := range other.Events {
		other.Events[i].ID += "-b"
		other.Events[i].Place = "Lisbon"
	}
	f := decide(r, func(d *Decision) {
		if d.ID == "e-met" {
			d.Action, d.Nowhere = Fix, true
		}
	})
	applied := Apply([]timeline.Reading{r, other}, map[string]*File{r.Article.ID: f}, All)
	applied[0].Links = append(applied[0].Links, timeline.Link{A: "e-met", B: "e-met-b", Why: "one meeting"})
	tl := timeline.Build(applied)
	i := slices.IndexFunc(tl.Events, func(e timeline.Event) bool { return len(e.Evidence) == 2 })
	if i < 0 {
		t.Fatal("no event of two sentences")
	}
	if e := tl.Events[i]; e.Place != "" {
		t.Errorf("the event is in %q", e.Place)
	}
}
