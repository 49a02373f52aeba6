package review

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/resolve"
	"dateline/extract/timex"
	"dateline/timeline"
)

// found is an event as a test writes it: the first place of head in the text
// after the first place of sentence, dated by words.
type found struct {
	id, sentence, head, words, date string
	anchor                          int
	status                          event.Status
}

// read makes a reading of a text and the events in it.
func read(t testing.TB, published, text string, events ...found) timeline.Reading {
	t.Helper()
	dct, err := timex.ParseDCT(published)
	if err != nil {
		t.Fatal(err)
	}
	r := timeline.Reading{Article: article.Article{ID: "talks", Published: dct, Text: text}}
	for _, f := range events {
		start := strings.Index(text, f.sentence)
		if start < 0 {
			t.Fatalf("no sentence %q", f.sentence)
		}
		at := func(words string) timex.Span {
			i := strings.Index(f.sentence, words)
			if i < 0 {
				t.Fatalf("no %q in %q", words, f.sentence)
			}
			return timex.Span{Start: start + i, End: start + i + len(words)}
		}
		e := event.Event{
			ID: f.id, Head: at(f.head), Sentence: at(f.sentence), Quote: f.sentence, Label: "Label of " + f.head,
			Status: f.status, Timex: -1, Confidence: timex.Inferred,
		}
		if f.status == 0 {
			e.Status = event.Happened
		}
		if f.date != "" {
			if e.Date, err = timex.ParseEDTF(f.date); err != nil {
				t.Fatal(err)
			}
		}
		if f.words != "" {
			e.Timex = len(r.Timexes)
			r.Timexes = append(r.Timexes, resolve.Timex{Span: at(f.words), Anchor: f.anchor, Rule: "weekday"})
			if f.anchor == resolve.NoAnchor {
				e.Confidence = timex.Explicit
			}
		}
		r.Events = append(r.Events, e)
	}
	return r
}

// decide returns a file with one decision on each event of r: act fills it.
func decide(r timeline.Reading, act func(d *Decision)) *File {
	f := &File{}
	for i := range r.Events {
		d := Propose(&r, &r.Events[i])
		d.Action, d.By, d.On = Accept, "ann", "2021-12-06"
		act(&d)
		f.Put(d, r.Article)
	}
	return f
}

const (
	first  = "The ministers of both countries met in Riga on Tuesday."
	second = "A second round of talks will follow in Vienna on 14 December 2021."
)

func riga(t testing.TB, published, text string, date string) timeline.Reading {
	return read(t, published, text,
		found{id: "e-met", sentence: first, head: "met", words: "Tuesday", date: date, anchor: resolve.DCTAnchor},
		found{id: "e-talks", sentence: second, head: "talks", words: "14 December 2021", date: "2021-12-14", anchor: resolve.NoAnchor, status: event.Planned})
}

func TestStale(t *testing.T) {
	decided := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	edited := strings.Replace(first, "both countries", "both sides", 1)
	for _, test := range []struct {
		name  string
		now   timeline.Reading
		met   []Kind // of the decision on the first sentence
		talks []Kind
	}{
		{"nothing changed", decided, nil, nil},
		{"text moved", riga(t, "2021-12-05", "Snow fell in the night.\n\n"+second+"\n\n"+first, "2021-11-30"), nil, nil},
		{"lines wrapped anew", read(t, "2021-12-05", strings.Replace(first, "met in", "met\nin", 1)+" "+second,
			found{id: "e-met", sentence: strings.Replace(first, "met in", "met\nin", 1), head: "met", words: "Tuesday", date: "2021-11-30", anchor: resolve.DCTAnchor},
			found{id: "e-talks", sentence: second, head: "talks", words: "14 December 2021", date: "2021-12-14", anchor: resolve.NoAnchor, status: event.Planned}), nil, nil},
		{"sentence edited", read(t, "2021-12-05", edited+" "+second,
			found{id: "e-new", sentence: edited, head: "met", words: "Tuesday", date: "2021-11-30", anchor: resolve.DCTAnchor},
			found{id: "e-talks", sentence: second, head: "talks", words: "14 December 2021", date: "2021-12-14", anchor: resolve.NoAnchor, status: event.Planned}), []Kind{Edited}, nil},
		{"sentence twice", riga(t, "2021-12-05", first+" "+second+"\n\n"+first, "2021-11-30"), []Kind{Repeated}, nil},
		{"sentence gone", read(t, "2021-12-05", second,
			found{id: "e-talks", sentence: second, head: "talks", words: "14 December 2021", date: "2021-12-14", anchor: resolve.NoAnchor, status: event.Planned}), []Kind{Lost}, nil},
		{"new proposal", riga(t, "2021-12-05", first+" "+second, "2021-12-07"), []Kind{Reproposed}, nil},
		{"published on another day", riga(t, "2021-12-06", first+" "+second, "2021-11-30"), []Kind{Republished}, nil},
		{"published in a zone", riga(t, "2021-12-05T09:00+02:00", first+" "+second, "2021-11-30"), []Kind{Republished}, nil},
		{"event no longer found", read(t, "2021-12-05", first+" "+second,
			found{id: "e-talks", sentence: second, head: "talks", words: "14 December 2021", date: "2021-12-14", anchor: resolve.NoAnchor, status: event.Planned}), []Kind{Unfound}, nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			f := decide(decided, func(*Decision) {})
			got := map[string][]Kind{}
			for _, item := range Examine(&test.now, f) {
				for _, s := range item.Stale {
					got[item.ID] = append(got[item.ID], s.Kind)
				}
			}
			want := map[string][]Kind{}
			if test.met != nil {
				want["e-met"] = test.met
			}
			if test.talks != nil {
				want["e-talks"] = test.talks
			}
			if diff := cmp.Diff(want, got); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestDecidingAgainSettlesAStaleDecision(t *testing.T) {
	f := decide(riga(t, "2021-12-05", first+" "+second, "2021-11-30"), func(*Decision) {})
	now := riga(t, "2021-12-06", first+" "+second, "2021-12-07")
	d := Propose(&now, &now.Events[0])
	d.ID, d.Action, d.By, d.On = "e-met", Accept, "ben", "2021-12-09"
	f.Put(d, now.Article)
	for _, item := range Examine(&now, f) {
		if len(item.Stale) > 0 {
			t.Errorf("%s is stale: %v", item.ID, item.Stale)
		}
	}
	if got := len(f.Decisions); got != 3 {
		t.Errorf("%d records, want 3: the older one stays", got)
	}
}

func TestAProposalThatCameRoundToTheDecisionIsNotStale(t *testing.T) {
	before := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	now := riga(t, "2021-12-05", first+" "+second, "2021-12-07")
	for _, test := range []struct {
		act  func(*Decision)
		want int
	}{
		{func(d *Decision) { d.Action, d.Date = Fix, day(t, "2021-12-07") }, 0},
		{func(d *Decision) { d.Action, d.Date = Fix, day(t, "2021-12-01") }, 1},
		{func(d *Decision) { d.Action, d.Reason = Reject, "not an event" }, 0},
		{func(d *Decision) { d.Action, d.Reason = Reject, "wrong date" }, 1},
	} {
		f := decide(before, func(d *Decision) {
			if d.ID == "e-met" {
				test.act(d)
			}
		})
		if got := StatusOf(Examine(&now, f)).Stale; got != test.want {
			t.Errorf("%s: %d stale, want %d", f.Decisions[0].Words(), got, test.want)
		}
	}
}

func TestFilterKnowsARuleByItsOldName(t *testing.T) {
	r := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	r.Timexes[0].Rule = "calendar"
	for name, want := range map[string]int{"calendar": 1, "figures": 1, "weekday": 1, "month": 0} {
		f := Filter{Rule: name, renamed: Aliases{"figures": "calendar"}}
		if got := len(Queue(Examine(&r, nil), f, func(Item) bool { return false })); got != want {
			t.Errorf("rule %s picks %d, want %d", name, got, want)
		}
	}
}

func TestADecisionOnOneOfTheDatesOfAHeadStaysWithItsWords(t *testing.T) {
	const games = "There were no Games in 1916, 1940 and 1944 because of the wars."
	dates := func(dates ...string) timeline.Reading {
		var all []found
		for n, d := range dates {
			all = append(all, found{id: []string{"e-games", "e-games-2", "e-games-3"}[n], sentence: games, head: "Games", words: d, date: d, anchor: resolve.NoAnchor})
		}
		return read(t, "2020-03-31", games, all...)
	}
	f := decide(dates("1916", "1940", "1944"), func(*Decision) {})
	now := dates("1940", "1944")
	for _, item := range Examine(&now, f) {
		switch d, _ := item.Standing(); {
		case d.Proposed.Words == "1916" && item.Event == nil:
		case item.Event == nil || d.Proposed.Date != item.Event.Date || len(item.Stale) > 0:
			t.Errorf("the decision on %s: %+v, %v", d.Proposed.Words, item.Event, item.Stale)
		}
	}
}

func TestAliasesFollowRenamings(t *testing.T) {
	a := Aliases{"weekday-before": "weekday-past", "weekday-past": "weekday", "loop": "pool", "pool": "loop"}
	for old, want := range map[string]string{"weekday-before": "weekday", "weekday": "weekday", "month": "month"} {
		if got := a.Now(old); got != want {
			t.Errorf("Now(%s) = %s, want %s", old, got, want)
		}
	}
	a.Now("loop") // comes to an end
}

func TestAnAddedEventThatIsMergedIsNotStale(t *testing.T) {
	r := riga(t, "2021-12-05", "Snow fell in the night. "+first+" "+second, "2021-11-30")
	f := &File{}
	d, err := NewEvent(&r, "Snow fell")
	if err != nil {
		t.Fatal(err)
	}
	d.Date, d.Label, d.By, d.On = day(t, "2021-12-04"), "Snow falls in Riga", "ann", "2021-12-06"
	f.Put(d, r.Article)
	for _, act := range []func(*Decision){
		func(d *Decision) { d.Action, d.Into = Merge, "e-met" },
		func(d *Decision) { d.Action, d.Place = Fix, "Riga" },
		func(d *Decision) { d.Action, d.Reason = Reject, "duplicate" },
	} {
		for _, item := range Examine(&r, f) {
			if item.ID == d.ID {
				again := item.Decide()
				again.Date, again.Label, again.By, again.On = d.Date, d.Label, "ben", "2021-12-07"
				act(&again)
				f.Put(again, r.Article)
			}
		}
		for _, item := range Examine(&r, f) {
			if item.ID == d.ID && len(item.Stale) > 0 {
				t.Errorf("%s: %v", item.Thread.Last().Action, item.Stale)
			}
		}
	}
	if got := len(f.Decisions); got != 4 {
		t.Errorf("%d records", got)
	}
}

func TestAnOrphanIsSettledUntilItsWordsReturn(t *testing.T) {
	before := riga(t, "2021-12-05", first+" "+second, "2021-11-30")
	f := decide(before, func(*Decision) {})
	gone := read(t, "2021-12-05", second,
		found{id: "e-talks", sentence: second, head: "talks", words: "14 December 2021", date: "2021-12-14", anchor: resolve.NoAnchor, status: event.Planned})
	orphans := func(r timeline.Reading) (n int, again Decision) {
		for _, item := range Examine(&r, f) {
			if item.Orphan() {
				n++
				again = item.Decide()
			}
		}
		return n, again
	}
	n, again := orphans(gone)
	if n != 1 {
		t.Fatalf("%d orphans", n)
	}
	again.Action, again.Reason, again.By, again.On = Reject, noLonger, "ann", "2021-12-09"
	if err := again.Validate(); err != nil {
		t.Fatal(err)
	}
	f.Put(again, gone.Article)
	if n, _ := orphans(gone); n != 0 {
		t.Errorf("%d orphans after it was settled", n)
	}
	for _, item := range Examine(&before, f) {
		if item.ID == "e-met" && (len(item.Stale) != 1 || item.Stale[0].Kind != Edited) {
			t.Errorf("the words are back: %v", item.Stale)
		}
	}
}

func TestAnAddedEventIsAskedAboutWhenThePublicationTimeChanges(t *testing.T) {
	const third = "Their envoys had dinner on Monday."
	dinner := found{sentence: third, head: "dinner", words: "Monday", date: "2021-11-29", anchor: resolve.DCTAnchor}
	r := read(t, "2021-12-05", second+" "+third, dinner)
	r.Events = nil // the machine missed it, and has the words
	f := &File{}
	for _, words := range []string{"dinner", "second round"} {
		d, err := NewEvent(&r, words)
		if err != nil {
			t.Fatal(err)
		}
		d.Date, d.Label, d.By, d.On = day(t, "2021-11-29"), "Label of "+words, "ann", "2021-12-06"
		f.Put(d, r.Article)
	}
	now := read(t, "2021-12-12", second+" "+third, dinner)
	now.Events = nil
	stale := func() (labels []string) {
		for _, item := range Examine(&now, f) {
			if len(item.Stale) > 0 {
				labels = append(labels, item.Facts().Label)
				d := item.Decide()
				d.Action, d.Facts = item.Confirm()
				d.By, d.On = "ben", "2021-12-13"
				f.Put(d, now.Article)
			}
		}
		return labels
	}
	if diff := cmp.Diff([]string{"Label of dinner"}, stale()); diff != "" {
		t.Error(diff)
	}
	if got := stale(); len(got) != 0 {
		t.Errorf("after another look: %v", got)
	}
}
