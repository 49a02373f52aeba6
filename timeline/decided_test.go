package timeline

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/extract/event"
)

func TestPeopleDecideWhatIsOneEvent(t *testing.T) {
	readings := func() []Reading {
		return []Reading{
			reading(t, "a", "2021-12-05",
				said{sentence: "Ms Arden will meet Mr Holm on Tuesday.", head: "meet", date: "2021-12-07", status: event.Planned, label: "Arden meets Holm", who: "Arden,Holm"}),
			reading(t, "b", "2021-12-08",
				said{sentence: "Ms Arden met Mr Holm on Tuesday.", head: "met", date: "2021-12-07", label: "Arden meets Holm", who: "Arden,Holm"}),
			reading(t, "c", "2021-12-08",
				said{sentence: "A ferry sank in the harbor in March.", head: "sank", date: "2021-03", label: "Ferry sinks"}),
		}
	}
	if got := lines(Build(readings())); len(got) != 2 {
		t.Fatalf("the machine makes of it\n%v", got)
	}
	apart := readings()
	apart[1].Links = []Link{{A: "b-0", B: "a-0", Apart: true, Why: "ann said so"}}
	want := []string{"2021-03 happened Ferry sinks: c-0", "2021-12-07 planned Arden meets Holm: a-0", "2021-12-07 happened Arden meets Holm: b-0"}
	if diff := cmp.Diff(want, lines(Build(apart))); diff != "" {
		t.Error(diff)
	}
	together := readings()
	together[2].Links = []Link{{A: "c-0", B: "b-0", Why: "ann said so"}}
	built := Build(together)
	if len(built.Events) != 1 || len(built.Events[0].Evidence) != 3 || !built.Events[0].Conflict() {
		t.Fatalf("together: %v", lines(built))
	}
	why := built.Events[0].Why
	if len(why) == 0 || why[len(why)-1] != "“Report c” (“sank”) speaks of the event of “Report b” (“met”): ann said so" {
		t.Errorf("why: %q", why)
	}
	if diff := cmp.Diff(dump(built), dump(Merge(Build(together[:1]), Build(together[1:])))); diff != "" {
		t.Error("merging shards forgets a link")
	}
}

func TestTheDateThatAPersonStandsBehindLeads(t *testing.T) {
	readings := []Reading{
		reading(t, "a", "2021-12-05",
			said{sentence: "Ms Arden will meet Mr Holm in Oslo on Friday.", head: "meet", date: "2021-12-03", status: event.Planned, label: "Arden meets Holm", who: "Arden,Holm", place: "Oslo"}),
		reading(t, "b", "2021-12-08",
			said{sentence: "Ms Arden met Mr Holm in Oslo on Tuesday.", head: "met", date: "2021-12-07", label: "Arden meets Holm", who: "Arden,Holm", place: "Oslo"}),
	}
	readings[0].Links = []Link{{A: "a-0", B: "b-0"}}
	if got := Build(readings).Events[0]; got.Date.String() != "2021-12-07" || got.Review.Decided() {
		t.Fatalf("unreviewed: %s %s", got.Date, got.Review.State)
	}
	readings[0].Reviews = map[string]Review{"a-0": {State: Accepted, By: "ann", On: "2021-12-09"}}
	got := Build(readings).Events[0]
	if got.Date.String() != "2021-12-03" || got.Review.State != Accepted || len(got.Claims) != 2 {
		t.Errorf("accepted: %s %s %v", got.Date, got.Review.State, got.Claims)
	}
	// What people said more closely of the same day, in another sentence, stays.
	hour := slices.Clone(readings)
	hour[1].Events = slices.Clone(hour[1].Events)
	hour[0].Reviews = map[string]Review{"a-0": {State: Fixed, By: "ann", On: "2021-12-09", Fixed: Corrected{Date: true}}}
	hour[0].Events = slices.Clone(hour[0].Events)
	hour[0].Events[0].Date = hour[1].Events[0].Date
	hour[1].Events[0].Date.From.Clock = "18"
	for _, test := range []struct {
		state ReviewState
		want  string
	}{{Accepted, "2021-12-07T18"}, {Unreviewed, "2021-12-07"}} {
		hour[1].Reviews = map[string]Review{"b-0": {State: test.state, By: "ann", On: "2021-12-09"}}
		if got := Build(hour).Events[0]; got.Date.String() != test.want || got.Claims[0].Date.String() != test.want {
			t.Errorf("the hour is %s: %s", test.state, got.Date)
		}
	}
	readings[1].Reviews = map[string]Review{"b-0": {State: Fixed, By: "ben", On: "2021-12-08", Fixed: Corrected{Date: true}}}
	if got := Build(readings).Events[0]; got.Date.String() != "2021-12-07" || got.Review.By != "ben" {
		t.Errorf("fixed: %s by %s", got.Date, got.Review.By)
	}
}
