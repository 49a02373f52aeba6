package timeline

import (
	"fmt"
	"runtime"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/timex"
)

// said is one mention as a test writes it: the head is the first occurrence
// of head in the sentence.
type said struct {
	sentence, head, date string
	status               event.Status
	label, who, place    string // who: names separated by commas
}

// reading makes an article of the sentences of its mentions.
func reading(t testing.TB, id, published string, mentions ...said) Reading {
	t.Helper()
	dct, err := timex.ParseDCT(published)
	if err != nil {
		t.Fatal(err)
	}
	r := Reading{Article: article.Article{ID: id, Title: "Report " + id, Published: dct, Lang: "en"}}
	var text strings.Builder
	for i, m := range mentions {
		start := text.Len()
		at := strings.Index(m.sentence, m.head)
		if at < 0 {
			t.Fatalf("%s: no %q in %q", id, m.head, m.sentence)
		}
		text.WriteString(m.sentence)
		e := event.Event{
			ID:       fmt.Sprintf("%s-%d", id, i),
			Head:     timex.Span{Start: start + at, End: start + at + len(m.head)},
			Sentence: timex.Span{Start: start, End: text.Len()},
			Quote:    m.sentence, Label: m.label, Place: m.place, Timex: -1,
			Status: m.status, Confidence: timex.Inferred,
		}
		if e.Status == 0 {
			e.Status = event.Happened
		}
		if m.who != "" {
			e.Participants = strings.Split(m.who, ",")
		}
		if m.date != "" {
			if e.Date, err = timex.ParseEDTF(m.date); err != nil {
				t.Fatal(err)
			}
		}
		r.Events = append(r.Events, e)
		text.WriteString("\n")
	}
	r.Article.Text = text.String()
	return r
}

// dump writes a timeline in full, for comparison.
func dump(t *Timeline) string { return fmt.Sprintf("%+v", *t) }

// lines writes what a reader sees of a timeline, an event a line: date,
// status, label and the IDs of the evidence.
func lines(t *Timeline) []string {
	var out []string
	for _, e := range append(append([]Event{}, t.Events...), t.Undated...) {
		var ids []string
		for _, ev := range e.Evidence {
			_, m := t.Of(ev)
			ids = append(ids, m.ID)
		}
		out = append(out, fmt.Sprintf("%s %s %s: %s", e.Date, e.Status, e.Label, strings.Join(ids, " ")))
	}
	return out
}

func TestBuildJoinsRepeatsWithinAnArticle(t *testing.T) {
	got := lines(Build([]Reading{reading(t, "a", "2021-12-05",
		said{sentence: "The two will hold talks on Tuesday.", head: "talks", date: "2021-12-07", status: event.Planned, label: "Talks of Arden and Holm"},
		said{sentence: "The wall fell long ago.", head: "fell", label: "The wall falls"},
		said{sentence: "The talks begin at eight.", head: "talks", date: "2021-12-07", status: event.Planned, label: "Talks at eight"},
	)}))
	want := []string{"2021-12-07 planned Talks of Arden and Holm: a-0 a-2", " happened The wall falls: a-1"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestCompareDates(t *testing.T) {
	order := []string{
		"-0043", "1999", "2014", "2014/..", "2014-02/2014-03", "2020-12-31", "2021", "2021-06", "2021-06-01",
		"2021-06-01/2021-06-03", "2021-06-01T09", "2021-06-01T20:30", "2021-06-02", "../2021-06-04", "2021-07",
	}
	for i, a := range order {
		for j, b := range order {
			x, err := timex.ParseEDTF(a)
			if err != nil {
				t.Fatal(err)
			}
			y, err := timex.ParseEDTF(b)
			if err != nil {
				t.Fatal(err)
			}
			if got, want := CompareDates(x, y), min(1, max(-1, i-j)); got != want {
				t.Errorf("CompareDates(%s, %s) = %d, want %d", a, b, got, want)
			}
		}
	}
}

// sample is a collection in which much can be joined.
func sample(t testing.TB) []Reading {
	return []Reading{
		reading(t, "a", "2021-12-05",
			said{sentence: "Ms Arden will meet Mr Holm on Tuesday.", head: "meet", date: "2021-12-07", status: event.Planned, label: "Arden meets Holm", who: "Arden,Holm"}),
		reading(t, "b", "2021-12-08",
			said{sentence: "Ms Arden met Mr Holm on Tuesday.", head: "met", date: "2021-12-07", label: "Arden meets Holm", who: "Arden,Holm"}),
		reading(t, "c", "2021-12-08",
			said{sentence: "The meeting of Tuesday lasted an hour.", head: "meeting", date: "2021-12-07", label: "Meeting"}),
	}
}

func TestMergeIsAssociativeCommutativeIdempotent(t *testing.T) {
	press, _ := generate(3, 12)
	all := append(sample(t), press...)
	order := make([]int, len(all))
	for i := range order {
		order[i] = i
	}
	want := dump(Build(all))
	rapid.Check(t, func(t *rapid.T) {
		// Every article lands in one to three of three shards, in any order.
		var shards [3][]Reading
		for _, i := range rapid.Permutation(order).Draw(t, "order") {
			in := rapid.IntRange(1, 7).Draw(t, "shards")
			for s := range shards {
				if in&(1<<s) != 0 {
					shards[s] = append(shards[s], all[i])
				}
			}
		}
		a, b, c := Build(shards[0]), Build(shards[1]), Build(shards[2])
		for name, got := range map[string]*Timeline{
			"(a+b)+c": Merge(Merge(a, b), c), "a+(b+c)": Merge(a, Merge(b, c)), "c+(b+a)": Merge(c, Merge(b, a)),
		} {
			if dump(got) != want {
				t.Errorf("%s:\n%s\nwant\n%s", name, dump(got), want)
			}
		}
		if ab := Merge(a, b); dump(Merge(ab, ab)) != dump(ab) {
			t.Error("merged with itself, a timeline changes")
		}
	})
}

func TestBuildIsTheSameOnOneProcessor(t *testing.T) {
	press, _ := generate(5, 300)
	want := dump(Build(press))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	if dump(Build(press)) != want {
		t.Error("the timeline depends on the number of processors")
	}
}
