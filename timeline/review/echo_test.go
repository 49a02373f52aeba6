package review

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/extract/resolve"
	"dateline/timeline"
)

// notice is an article of sixty words in which the ministers meet; copies of
// it differ in what is before.
func notice(t *testing.T, id, published, before, date string) timeline.Reading {
	t.Helper()
	var rest strings.Builder
	for i := range 60 {
		fmt.Fprintf(&rest, "word%d ", i*i)
	}
	r := riga(t, published, before+first+" "+second+" "+rest.String(), date)
	r.Article.ID = id
	for i := range r.Events {
		r.Events[i].ID += "-" + id
	}
	return r
}

// TestARejectionHoldsForNearCopies decides on the first sentence of some
// articles and looks at what is left of it in all.
func TestARejectionHoldsForNearCopies(t *testing.T) {
	reject := func(reason string) func(*Decision) {
		return func(d *Decision) { d.Action, d.Reason = Reject, reason }
	}
	accept := func(*Decision) {}
	other := read(t, "2021-12-05", "Holm said so. "+first,
		found{id: "e-met-other", sentence: first, head: "met", words: "Tuesday", date: "2021-11-30", anchor: resolve.DCTAnchor})
	other.Article.ID = "other"
	for _, test := range []struct {
		name    string
		decided map[string]func(*Decision)
		date    string // of the copy
		printed string // and its publication
		want    string // the articles that still tell of the meeting
	}{
		{"nothing is decided", nil, "2021-11-30", "2021-12-05", "first copy again other"},
		{"no event: in no copy, but in another article with the sentence", map[string]func(*Decision){"first": reject("not an event")}, "2021-11-30", "2021-12-05", "other"},
		{"rejected in a copy", map[string]func(*Decision){"copy": reject("duplicate")}, "2021-11-30", "2021-12-05", "other"},
		{"somebody decided otherwise in a copy", map[string]func(*Decision){"first": reject("not an event"), "copy": accept}, "2021-11-30", "2021-12-05", "copy again other"},
		{"a wrong date, which a later copy counts anew", map[string]func(*Decision){"first": reject("wrong date")}, "2021-12-07", "2021-12-08", "other"},
		{"a date that only the later copy has wrong", map[string]func(*Decision){"copy": reject("wrong date")}, "2021-12-07", "2021-12-08", "first again other"},
		{"left open", map[string]func(*Decision){"first": func(d *Decision) { d.Action = Skip }}, "2021-11-30", "2021-12-05", "first copy again other"},
	} {
		readings := []timeline.Reading{
			notice(t, "first", "2021-12-05", "", "2021-11-30"),
			notice(t, "copy", test.printed, "An editor's note. ", test.date),
			notice(t, "again", "2021-12-05", "By an agency. ", "2021-11-30"),
			other,
		}
		files := map[string]*File{}
		for i := range readings {
			if act := test.decided[readings[i].Article.ID]; act != nil {
				f := &File{}
				d := Propose(&readings[i], &readings[i].Events[0])
				d.Action, d.By, d.On = Accept, "ann", "2021-12-09"
				act(&d)
				f.Put(d, readings[i].Article)
				files[readings[i].Article.ID] = f
			}
		}
		var left []string
		for _, r := range Apply(readings, files, All) {
			for _, e := range r.Events {
				if strings.HasPrefix(e.ID, "e-met") {
					left = append(left, r.Article.ID)
				}
			}
			if talks := len(r.Events) > 0 && strings.HasPrefix(r.Events[len(r.Events)-1].ID, "e-talks"); !talks && r.Article.ID != "other" {
				t.Errorf("%s: %s lost another event", test.name, r.Article.ID)
			}
		}
		if diff := cmp.Diff(test.want, strings.Join(left, " ")); diff != "" {
			t.Errorf("%s: %s", test.name, diff)
		}
	}
}

func TestAnEchoIsRejectedUntilSomebodyDecides(t *testing.T) {
	a, b := notice(t, "a", "2021-12-05", "", "2021-11-30"), notice(t, "b", "2021-12-05", "By an agency. ", "2021-11-30")
	f := decide(a, func(d *Decision) { d.Action, d.Reason = Reject, "not an event" })
	items := ExamineAll([]*timeline.Reading{&a, &b}, map[string]*File{"a": f})[1]
	if len(items) != 2 || items[0].Echo == nil || items[0].Echo.Article != "a" || items[0].State() != timeline.Rejected || items[0].Open() {
		t.Fatalf("%+v", items)
	}
	none := func(Item) bool { return false }
	if got := Queue(items, Filter{}, none); len(got) != 0 {
		t.Errorf("%d are to be decided on", len(got))
	}
	if got := Queue(items, Filter{State: "rejected"}, none); len(got) != 2 {
		t.Errorf("%d are rejected", len(got))
	}
	if n := StatusOf(items); n.Rejected != 2 || n.Unreviewed != 0 {
		t.Errorf("%+v", n)
	}
	if action, _ := items[0].Confirm(); action != Accept {
		t.Errorf("it can only be %s", action)
	}
	withdrawn := Apply([]timeline.Reading{a, b}, map[string]*File{"a": f}, All)[1].Withdrawn
	if len(withdrawn) != 2 || withdrawn[0].Event != "e-met-b" || withdrawn[0].Words != "rejected: not an event, in a copy of this article" {
		t.Errorf("%+v", withdrawn)
	}
}
