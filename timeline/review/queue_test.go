package review

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/extract/event"
	"dateline/extract/resolve"
	"dateline/extract/timex"
	"dateline/timeline"
)

// story is an article with an event of every class of the queue.
func story(t testing.TB) (timeline.Reading, *File) {
	t.Helper()
	sentences := []string{"On 3 May 2020 the envoys met in Oslo.", "They met again on Tuesday at noon.", "In June all of them met by the sea.", "Nobody met for lunch on Friday then.", "Later they met once more for tea."}
	r := read(t, "2021-12-05", strings.Join(sentences, " "),
		found{id: "e-explicit", sentence: sentences[0], head: "met", words: "3 May 2020", date: "2020-05-03", anchor: resolve.NoAnchor},
		found{id: "e-inferred", sentence: sentences[1], head: "met", words: "Tuesday", date: "2021-11-30", anchor: resolve.DCTAnchor},
		found{id: "e-ambiguous", sentence: sentences[2], head: "met", words: "June", date: "2021-06", anchor: resolve.DCTAnchor},
		found{id: "e-stale", sentence: sentences[3], head: "met", words: "Friday", date: "2021-12-03", anchor: resolve.DCTAnchor},
		found{id: "e-undated", sentence: sentences[4], head: "met"})
	r.Events[0].Status = event.Planned
	r.Events[2].Confidence = timex.Ambiguous
	d := Propose(&r, &r.Events[3])
	d.Action, d.Status, d.By, d.On = Fix, event.Possible, "ann", "2021-12-06"
	d.Proposed.Date = day(t, "2021-12-10")
	f := &File{}
	f.Put(d, r.Article)
	return r, f
}

func TestQueue(t *testing.T) {
	r, f := story(t)
	conflict := func(i Item) bool { return i.ID == "e-explicit" }
	none := func(Item) bool { return false }
	for _, test := range []struct {
		name     string
		filter   Filter
		conflict func(Item) bool
		want     string
	}{
		{"least sure first", Filter{}, none, "e-stale e-ambiguous e-inferred e-explicit"},
		{"what is disputed comes after what is stale", Filter{}, conflict, "e-stale e-explicit e-ambiguous e-inferred"},
		{"undated events on request, last", Filter{Undated: true}, none, "e-stale e-ambiguous e-inferred e-explicit e-undated"},
		{"by expression", Filter{Words: "june"}, none, "e-ambiguous"},
		{"by confidence", Filter{Confidence: "inferred"}, none, "e-stale e-inferred"},
		{"by the status of the event", Filter{Status: "planned"}, none, "e-explicit"},
		{"by the status that a person gave it", Filter{State: "all", Status: "possible"}, none, "e-stale"},
		{"by status and state", Filter{State: "accepted", Status: "planned"}, none, ""},
		{"by state", Filter{State: "stale"}, none, "e-stale"},
		{"fixed", Filter{State: "fixed"}, none, "e-stale"},
		{"of another article", Filter{Article: "other"}, none, ""},
	} {
		var got []string
		for _, i := range Queue(Examine(&r, f), test.filter, test.conflict) {
			got = append(got, i.ID)
		}
		if strings.Join(got, " ") != test.want {
			t.Errorf("%s: %s, want %s", test.name, strings.Join(got, " "), test.want)
		}
	}
	for _, f := range []Filter{{State: "open?"}, {Status: "open"}, {Confidence: "sure"}} {
		if f.Check() == nil {
			t.Errorf("%+v passes", f)
		}
	}
}

func TestSampleIsTheSameForASeed(t *testing.T) {
	r, f := story(t)
	items := Examine(&r, f)
	ids := func(items []Item) (ids []string) {
		for _, i := range items {
			ids = append(ids, i.ID)
		}
		return ids
	}
	if diff := cmp.Diff(ids(Sample(items, 3, 7)), ids(Sample(items, 3, 7))); diff != "" {
		t.Error(diff)
	}
	drawn := map[string]bool{}
	for seed := range uint64(20) {
		for _, id := range ids(Sample(items, 2, seed)) {
			drawn[id] = true
		}
	}
	if len(drawn) != len(items) {
		t.Errorf("20 samples of 2 draw %d of %d", len(drawn), len(items))
	}
	if got := len(Sample(items, 99, 1)); got != len(items) {
		t.Errorf("a sample of all has %d", got)
	}
}

func TestABatchTakesWhatIsExplicitAndUndisputed(t *testing.T) {
	r, f := story(t)
	items := Examine(&r, f)
	var explicit Item
	for _, i := range items {
		if i.ID == "e-explicit" {
			explicit = i
		}
	}
	if got := SameRule(items, explicit, func(Item) bool { return false }); len(got) != 1 || got[0].ID != "e-explicit" {
		t.Errorf("%d taken", len(got))
	}
	if got := SameRule(items, explicit, func(Item) bool { return true }); len(got) != 0 {
		t.Errorf("%d that are disputed", len(got))
	}
}
