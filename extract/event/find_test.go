package event

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// input makes an Input of a text in which time expressions are written
// [words|EDTF]; the value of a range of expressions is theirs one by one.
func input(t testing.TB, published, marked string) Input {
	t.Helper()
	dct, err := timex.ParseDCT(published)
	if err != nil {
		t.Fatal(err)
	}
	in := Input{ID: "test", DCT: dct}
	var b strings.Builder
	for rest := marked; rest != ""; {
		before, after, ok := strings.Cut(rest, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		mark, after, _ := strings.Cut(after, "]")
		words, value, _ := strings.Cut(mark, "|")
		date, err := timex.ParseEDTF(value)
		if err != nil {
			t.Fatal(err)
		}
		start := b.Len()
		b.WriteString(words)
		in.Timexes = append(in.Timexes, resolve.Timex{
			Span: timex.Span{Start: start, End: b.Len()}, Type: timex.Date,
			Value: timex.PointValue(date.From), Confidence: timex.Explicit,
		})
		rest = after
	}
	in.Text = b.String()
	return in
}

// summary prints events as "head date status | label".
func summary(events []Event, text string) []string {
	var lines []string
	for _, e := range events {
		lines = append(lines, text[e.Head.Start:e.Head.End]+" "+e.Date.String()+" "+e.Status.String()+" | "+e.Label)
	}
	return lines
}

func TestFind(t *testing.T) {
	for _, tc := range []struct {
		name, text string
		want       []string // each must be among the events
	}{
		{"verb and its date", "The navy of Norway sank the freighter on [Tuesday|2022-03-08].",
			[]string{"sank 2022-03-08 happened | Navy of Norway sinks freighter"}},
		{"future", "Kenya will hold elections on [Friday|2022-03-18].",
			[]string{"elections 2022-03-18 planned | Kenya to hold elections"}},
		{"since", "The port has been closed since [2019|2019].",
			[]string{"closed 2019/.. ongoing | Port closed"}},
		{"since then", "Chile seized the island of Brava from Norway in [1994|1994] and has since held on to it.",
			[]string{"seized 1994 happened | Chile seizes island of Brava from Norway"}},
		{"summit where people met", "Ann Lee and Bo Kim met at a summit in Geneva in [June|2021-06].",
			[]string{"summit 2021-06 happened | Geneva summit of Ann Lee and Bo Kim"}},
		{"date in the noun phrase", "[Monday|2022-03-07]'s earthquake destroyed the bridge at Orlo.",
			[]string{"earthquake 2022-03-07 happened | Earthquake destroys bridge at Orlo"}},
		{"a reporting verb takes the date it touches", "Ann Lee said on [Monday|2022-03-07] that the plant would close.",
			[]string{"said 2022-03-07 statement | Ann Lee says plant will close"}},
		{"passive with its agent", "The mayor of Orlo was arrested by the federal police on [Monday|2022-03-07].",
			[]string{"arrested 2022-03-07 happened | Federal police arrest mayor of Orlo"}},
		{"range", "From [3 March|2022-03-03] to [6 March|2022-03-06] the airport was closed to all flights.",
			[]string{"closed 2022-03-03/2022-03-06 happened | Airport closed to all flights"}},
		{"two dates of one head", "Ann Lee was elected mayor of Orlo in [2014|2014] and [2018|2018].",
			[]string{"elected 2014 happened | Ann Lee elected mayor of Orlo", "elected 2018 happened | Ann Lee elected mayor of Orlo"}},
		{"possible", "The storm could reach the coast of Norway on [Friday|2022-03-18].",
			[]string{"reach 2022-03-18 possible | Storm may reach coast of Norway"}},
		{"an intention that the day went by without", "The ferry was to sail to Orlo on [Tuesday|2022-03-08], and stayed in the harbor of Senn.",
			[]string{"sail 2022-03-08 negated | Ferry does not sail to Orlo"}},
		{"an intention called off", "A tour of Norway was to begin in [May|2022-05], but it has been called off.",
			[]string{"begin 2022-05 negated | Tour of Norway does not begin"}},
		{"an intention of the past that may still come", "The ferry was to sail to Orlo on [Friday|2022-03-18], the owners said.",
			[]string{"sail 2022-03-18 planned | Ferry to sail to Orlo"}},
		{"a count that changed since", "The price of tin has fallen by half since [2019|2019].",
			[]string{"fallen 2019/.. happened | Price of tin falls by half"}},
		{"a cancelled event is the noun's", "The union cancelled [Monday|2022-03-14]'s strike at the port of Orlo.",
			[]string{"strike 2022-03-14 negated | Strike at port of Orlo"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			in := input(t, "2022-03-10", tc.text)
			events := Find(in)
			checkEvents(t, in, events)
			got := summary(events, in.Text)
			for _, want := range tc.want {
				if !slices.Contains(got, want) {
					t.Errorf("%s\ngot  %q\nwant %q", in.Text, got, want)
				}
			}
		})
	}
}

// What is said without a date is of the day that is told of, else that of
// publication, and no entry of a timeline.
func TestAsides(t *testing.T) {
	in := input(t, "2022-03-10", "Norway sinks freighter\n\nThe navy of Norway sank the freighter on [Tuesday|2022-03-08]. "+
		"Ann Lee said the crew was safe.\n\nThe owners rent ships.\n\nThe harbor has two quays.\n\n"+
		"Fishing is the trade of the town.\n\nThe mayor of Orlo says that the ferry will sail.")
	got := map[string]string{}
	for _, e := range Find(in) {
		if e.Aside {
			got[e.Label] = e.Date.String()
			if e.Status != Statement || e.Confidence != timex.Guess || e.Timex >= 0 {
				t.Errorf("%s is %v, %v, of expression %d", e.Label, e.Status, e.Confidence, e.Timex)
			}
		} else if in.Text[e.Head.Start:e.Head.End] == "sinks" && e.Date.String() != "2022-03-08" {
			t.Errorf("the headline is of %s", e.Date)
		}
	}
	dates := slices.Sorted(maps.Values(got))
	if want := []string{"2022-03-08", "2022-03-10"}; !slices.Equal(dates, want) {
		t.Errorf("asides %q, want the dates %q", got, want)
	}
}

// What tells no event, or none on a date.
func TestFindNothing(t *testing.T) {
	for _, text := range []string{
		"Did the mayor resign in [2019|2019]?",
		"Photo: The mayor resigns in [2019|2019]",
		"((AL)) : I left the party in [2019|2019].",
		"He is a former mayor of Orlo.",
	} {
		in := input(t, "2022-03-10", text)
		for _, e := range Find(in) {
			if !e.Date.IsZero() {
				t.Errorf("%s: %s on %s", in.Text, e.Label, e.Date)
			}
		}
	}
}

func TestUndated(t *testing.T) {
	in := input(t, "2022-03-10", "Prices rose following the collapse of the Bank of Orlo, and a strike at the mill of Senn goes on.")
	var got []string
	for _, e := range Find(in) {
		if e.Date.IsZero() {
			got = append(got, e.Label)
		}
	}
	if !slices.Contains(got, "Collapse of Bank of Orlo") {
		t.Errorf("undated %q", got)
	}
}

// yearAt is a time expression of the year 2014.
func yearAt(start, end int) resolve.Timex {
	return resolve.Timex{
		Span: timex.Span{Start: start, End: end}, Type: timex.Date,
		Value: timex.PointValue(timex.Point{Year: 2014}), Confidence: timex.Explicit,
	}
}
