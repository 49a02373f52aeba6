package extract

import (
	"encoding/json"
	"testing"

	"dateline/extract/event"
	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// TestRecord fixes the names and the order of the fields, which other
// programs rely on.
func TestRecord(t *testing.T) {
	day, _ := timex.DayOf(2021, 12, 5)
	const text = "Größe: Kraków talks in 2014."
	at := func(word string) timex.Span {
		for i := range text {
			if len(text)-i >= len(word) && text[i:i+len(word)] == word {
				return timex.Span{Start: i, End: i + len(word)}
			}
		}
		t.Fatalf("no %q", word)
		return timex.Span{}
	}
	r := Result{
		Document: Document{ID: "a", Published: timex.DCT{Day: day, Known: true}, Text: text},
		Timexes: []resolve.Timex{{Span: at("2014"), Type: timex.Date, Value: timex.PointValue(timex.Point{Year: 2014}),
			Mod: timex.Mid, Anchor: resolve.NoAnchor, Rule: "year", Confidence: timex.Explicit}},
		Events: []event.Event{
			{ID: "a-1", Head: at("talks"), Date: timex.EDTF{From: timex.Point{Year: 2014}}, Status: event.Happened, Label: "Kraków <talks>",
				Participants: []string{"Kraków"}, Place: "Kraków", Sentence: timex.Span{Start: 0, End: len(text)}, Quote: text,
				Why: "beside it", Confidence: timex.Ambiguous, Alternatives: []timex.Reading{{Value: "2015", Why: "why not"}}},
			{ID: "a-2", Head: at("Kraków"), Status: event.Statement, Timex: -1, Confidence: timex.Guess},
		},
	}
	// What the resolver words is not ours to fix here.
	why, err := json.Marshal(r.Timexes[0].Why())
	if err != nil {
		t.Fatal(err)
	}
	want := `{"id":"a","published":"2021-12-05","timexes":[{"start":23,"end":27,"text":"2014","type":"DATE","value":"2014","mod":"MID",` +
		`"from":"2014-01-01","to":"2014-12-31","anchor":"none","rule":"year","why":` + string(why) + `,"confidence":"explicit"}],` +
		`"events":[{"id":"a-1","start":14,"end":19,"text":"talks","date":"2014","status":"happened","label":"Kraków \u003ctalks\u003e",` +
		`"participants":["Kraków"],"place":"Kraków","timex":0,"sentence":{"start":0,"end":28},"quote":"Größe: Kraków talks in 2014.",` +
		`"why":"beside it","confidence":"ambiguous","alternatives":[{"value":"2015","why":"why not"}]}`
	const undated = `,{"id":"a-2","start":7,"end":13,"text":"Kraków","date":"","status":"statement","label":"","participants":[],` +
		`"sentence":{"start":0,"end":0},"quote":"","why":"","confidence":"guess"}`
	for _, c := range []struct {
		undated bool
		want    string
	}{{false, want + "]}"}, {true, want + undated + "]}"}} {
		got, err := json.Marshal(r.Record(c.undated))
		if err != nil {
			t.Fatal(err)
		}
		if string(got) != c.want {
			t.Errorf("undated %t\n got %s\nwant %s", c.undated, got, c.want)
		}
	}
}
