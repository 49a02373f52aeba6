package event

import (
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
			[]string{"closed 2019/.. ongoing | The port has been closed"}},
	} {
		t.Run(tc.name, func(t *testing.T) {
			in := input(t, "2022-03-10", tc.text)
			got := summary(Find(in), in.Text)
			for _, want := range tc.want {
				if !slices.Contains(got, want) {
					t.Errorf("%s\ngot  %q\nwant %q", in.Text, got, want)
				}
			}
		})
	}
}

// yearAt is a time expression of the year 2014.
func yearAt(start, end int) resolve.Timex {
	return resolve.Timex{
		Span: timex.Span{Start: start, End: end}, Type: timex.Date,
		Value: timex.PointValue(timex.Point{Year: 2014}), Confidence: timex.Explicit,
	}
}
