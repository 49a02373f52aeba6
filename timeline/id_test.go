package timeline

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestEventIDsStayWhenLaterReportsComeIn(t *testing.T) {
	met := func(id, day string) Reading {
		return reading(t, id, day, said{sentence: "Mara Arden met Jonas Holm in Oslo.", head: "met", date: "2021-12-03",
			label: "Arden meets Holm", who: "Mara Arden,Jonas Holm", place: "Oslo"})
	}
	b, c, a := met("b", "2021-12-05"), met("c", "2021-12-06"), met("a", "2021-12-07")
	for _, readings := range [][]Reading{{b}, {c, b}, {a, c, b}} {
		if got := Build(readings).Events[0].ID; got != "b-0" {
			t.Errorf("with %d articles the event is %s, want b-0", len(readings), got)
		}
	}
	// An earlier report takes the name over; the old one still leads here.
	tl := Build([]Reading{met("z", "2021-12-04"), b})
	if got := tl.Events[0].ID; got != "z-0" {
		t.Errorf("the earliest report is z-0, the event %s", got)
	}
	if diff := cmp.Diff([]string{"b-0"}, tl.Aliases(tl.Events[0])); diff != "" {
		t.Error(diff)
	}
}

func TestEventIDsAreUnique(t *testing.T) {
	a := reading(t, "a", "2021-12-05", said{sentence: "Snow fell.", head: "fell", date: "2021-12-03", label: "Snow falls"})
	b := reading(t, "a", "2021-12-06", said{sentence: "Rain fell.", head: "fell", date: "2021-12-04", label: "Rain falls"})
	a.Article.Path, b.Article.Path = "2021/a.md", "2022/a.md"
	tl := Build([]Reading{a, b})
	if got, want := []string{tl.Events[0].ID, tl.Events[1].ID}, []string{"a-0", "a-0-2"}; !cmp.Equal(got, want) {
		t.Errorf("IDs %v, want %v", got, want)
	}
}

func TestTheLatestRevisionOfAnArticleStays(t *testing.T) {
	old := reading(t, "a", "2021-12-05", said{sentence: "Snow fell.", head: "fell", date: "2021-12-03", label: "Snow falls"})
	revised := reading(t, "a", "2021-12-05", said{sentence: "Much snow fell.", head: "fell", date: "2021-12-03", label: "Much snow falls"})
	revised.Article.Updated = old.Article.Published
	for _, readings := range [][]Reading{{old, revised}, {revised, old}, {revised, old, revised}} {
		if diff := cmp.Diff([]string{"2021-12-03 happened Much snow falls: a-0"}, lines(Build(readings))); diff != "" {
			t.Error(diff)
		}
	}
}
