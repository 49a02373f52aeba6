package review

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/timeline"
)

// shown writes what Apply leaves of a reading, an event a line.
func shown(r timeline.Reading) string {
	var b strings.Builder
	for _, e := range r.Events {
		review := r.Reviews[e.ID]
		fmt.Fprintf(&b, "%s %s %s %q %s", e.ID, e.Date, e.Status, e.Label, review.State)
		if len(review.Stale) > 0 {
			b.WriteString(" stale")
		}
		b.WriteByte('\n')
	}
	for _, v := range r.Withdrawn {
		fmt.Fprintf(&b, "withdrawn %s: %s\n", v.Event, v.Words)
	}
	for _, l := range r.Links {
		fmt.Fprintf(&b, "link %s %s %v\n", l.A, l.B, l.Apart)
	}
	return b.String()
}

func TestApply(t *testing.T) {
	before := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	for _, test := range []struct {
		name   string
		act    func(d *Decision)
		now    timeline.Reading
		policy Policy
		want   string
	}{
		{"accepted", func(*Decision) {}, before, AcceptedOnly,
			"e-met 2021-11-30 happened \"Label of met\" accepted\ne-talks 2021-12-14 planned \"Label of talks\" accepted\n"},
		{"the human word stands against a new proposal", func(*Decision) {}, riga(t, "2021-12-05", first+" "+second, "2021-12-07"), All,
			"e-met 2021-11-30 happened \"Label of met\" accepted stale\ne-talks 2021-12-14 planned \"Label of talks\" accepted\n"},
		{"fixed and rejected", func(d *Decision) {
			if d.ID == "e-met" {
				d.Action, d.Date, d.Label = Fix, day(t, "2021-12-01"), "Ministers meet in Riga"
			} else {
				d.Action, d.Reason = Reject, "duplicate"
			}
		}, before, All,
			"e-met 2021-12-01 happened \"Ministers meet in Riga\" fixed\nwithdrawn e-talks: rejected: duplicate\n"},
		{"skipped is unreviewed", func(d *Decision) { d.Action = Skip }, before, All,
			"e-met 2021-11-30 happened \"Label of met\" unreviewed\ne-talks 2021-12-14 planned \"Label of talks\" unreviewed\n"},
		{"only explicit dates pass unreviewed", func(d *Decision) { d.Action = Skip }, before, AcceptedExplicit,
			"e-talks 2021-12-14 planned \"Label of talks\" unreviewed\n"},
		{"nothing passes unreviewed", func(d *Decision) { d.Action, d.Note = Note, "ask again" }, before, AcceptedOnly, ""},
		{"split and merged", func(d *Decision) {
			if d.ID == "e-met" {
				d.Action = Split
				d.Parts = []Facts{{Date: day(t, "2021-11-30"), Label: "First day"}, {Date: day(t, "2021-12-01"), Label: "Second day"}}
			} else {
				d.Action, d.Into = Merge, "e-other"
			}
		}, before, All,
			"e-met 2021-11-30 happened \"First day\" accepted\ne-met-part2 2021-12-01 happened \"Second day\" accepted\n" +
				"e-talks 2021-12-14 planned \"Label of talks\" accepted\nlink e-talks e-other false\n"},
		{"an orphan is left out, what the machine misses is not", func(*Decision) {}, read(t, "2021-12-05", second), All,
			"e-talks 2021-12-14 planned \"Label of talks\" accepted stale\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			readings := []timeline.Reading{test.now}
			untouched := fmt.Sprint(readings)
			got := shown(Apply(readings, map[string]*File{"talks": decide(before, test.act)}, test.policy)[0])
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Error(diff)
			}
			if fmt.Sprint(readings) != untouched {
				t.Error("Apply changed its input")
			}
		})
	}
}

func TestApplyWithoutFilesChangesNothingOnTheTimeline(t *testing.T) {
	r := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	got := Apply([]timeline.Reading{r}, nil, All)
	if diff := cmp.Diff(r.Events, got[0].Events); diff != "" {
		t.Error(diff)
	}
	if got := Apply([]timeline.Reading{r}, nil, AcceptedOnly); len(got[0].Events) != 0 {
		t.Errorf("%d events that nobody decided on", len(got[0].Events))
	}
}

func TestMergesAreToldByLabel(t *testing.T) {
	r := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	f := decide(r, func(d *Decision) {
		switch d.ID {
		case "e-met":
			d.Action, d.Label, d.Participants = Fix, "Ministers meet in Riga", []string{}
		default:
			d.Action, d.Into = Merge, "e-met"
		}
	})
	var words []string
	for _, v := range Apply([]timeline.Reading{r}, map[string]*File{"talks": f}, All)[0].Verdicts {
		words = append(words, v.Words)
	}
	want := []string{"label corrected from “Label of met” to “Ministers meet in Riga”; participants taken out", "the same event as “Ministers meet in Riga”"}
	if diff := cmp.Diff(want, words); diff != "" {
		t.Error(diff)
	}
}

func TestTheQuotedWordsThatSayTheDateAreTheEvidenceOfAnAddedEvent(t *testing.T) {
	r := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	r.Events = nil
	for _, c := range []struct {
		words, date string
		want        int
	}{{"Riga on Tuesday", "2021-11-30", 0}, {"Riga on Tuesday", "2021-12-01", -1}, {"Riga", "2021-11-30", -1}} {
		r.Timexes[0].Value = timex.PointValue(day(t, "2021-11-30").From)
		d, err := NewEvent(&r, c.words)
		if err != nil {
			t.Fatal(err)
		}
		d.Date, d.Label, d.By, d.On = day(t, c.date), "Ministers meet in Riga", "ann", "2021-12-06"
		f := &File{}
		f.Put(d, r.Article)
		got := Apply([]timeline.Reading{r}, map[string]*File{"talks": f}, All)[0].Events
		if len(got) != 1 || got[0].Timex != c.want {
			t.Errorf("%s on %s: %+v", c.words, c.date, got)
		}
	}
}

// TestUndecidedIsApply takes the short way of an article on which nobody
// decided, and the long one.
func TestUndecidedIsApply(t *testing.T) {
	r := riga(t, "2021-12-05", first+" "+second+" "+first, "2021-11-30")
	more := r.Events[0]
	more.Aside, more.Head.Start = true, 0
	late := r.Events[0]
	late.Head.Start, late.Doubtful, late.Confidence = 900, true, timex.Guess
	r.Events = append([]event.Event{late, more}, r.Events...)
	for policy := All; policy <= AcceptedOnly; policy++ {
		for _, reading := range []timeline.Reading{r, {}} {
			want := apply(&reading, Examine(&reading, nil), policy, nil)
			if got := undecided(&reading, policy); !reflect.DeepEqual(want, got) {
				t.Errorf("policy %s: apply makes %+v, undecided %+v", policy, want, got)
			}
		}
	}
}
