package event

import (
	"reflect"
	"testing"

	"dateline/extract/timex"
)

// checkEvents reports what must hold of the events of any text.
func checkEvents(t *testing.T, in Input, events []Event) {
	t.Helper()
	ids := map[string]bool{}
	for _, e := range events {
		switch {
		case e.Head.Start < e.Sentence.Start || e.Head.End > e.Sentence.End || e.Head.Start >= e.Head.End:
			t.Errorf("head %v is not inside its sentence %v", e.Head, e.Sentence)
		case in.Text[e.Sentence.Start:e.Sentence.End] != e.Quote:
			t.Errorf("quote %q is not the text of %v", e.Quote, e.Sentence)
		case e.Timex < -1 || e.Timex >= len(in.Timexes):
			t.Errorf("time expression %d of %d", e.Timex, len(in.Timexes))
		case e.Status < Happened || e.Status > Statement || e.Confidence < timex.Explicit || e.Confidence > timex.Guess:
			t.Errorf("status %d, confidence %d", e.Status, e.Confidence)
		case e.Why == "" || e.Label == "":
			t.Errorf("event on %q has no reason or no label", in.Text[e.Head.Start:e.Head.End])
		case ids[e.ID]:
			t.Errorf("two events have the ID %s", e.ID)
		}
		ids[e.ID] = true
	}
}

func FuzzFind(f *testing.F) {
	f.Add("Talks will be held on Tuesday, the mayor said. “He won't come,” aides said in June.")
	f.Add("In 2014 he, who was born in 1950, and (after the war—) resigned; she didn't")
	f.Add("0000(X00") // a word and a bracket that is never closed
	f.Add("the of and “ ( 2014's 2015 – 2016")
	f.Fuzz(func(t *testing.T, text string) {
		in := Input{ID: "fuzz", Text: text}
		for i := 0; i+4 <= len(text); i += 7 { // any words can be a date
			in.Timexes = append(in.Timexes, yearAt(i, i+4))
		}
		in.DCT, _ = timex.ParseDCT("2021-12-05")
		events := Find(in)
		checkEvents(t, in, events)
		if again := Find(in); !reflect.DeepEqual(events, again) {
			t.Error("two runs differ")
		}
	})
}
