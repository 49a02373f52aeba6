package timeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// prose returns n words of which no run of five repeats.
func prose(topic string, n int) string {
	var b strings.Builder
	for i := range n {
		fmt.Fprintf(&b, "%s%d ", topic, i*i%97+i)
	}
	return b.String()
}

func TestCopies(t *testing.T) {
	first := prose("harbor", 120)
	text := []string{
		first,
		strings.ToUpper(first[:1]) + first[1:] + "This story was sent by an agency.", // syndicated
		prose("bridge", 120),
		first[:len(first)/2] + prose("tunnel", 60), // half of it
		"Too short.",
		"Too short.",
		"An editor's note. " + first, // a copy of the copy
	}
	var readings []Reading
	for i, s := range text {
		r := reading(t, string(rune('a'+i)), "2021-12-05")
		r.Article.Text = s
		readings = append(readings, r)
	}
	if diff := cmp.Diff([]int{-1, 0, -1, -1, -1, -1, 0}, copies(readings, signatures(readings, nil))); diff != "" {
		t.Error(diff)
	}
}

func TestBuildCountsCopiesOnce(t *testing.T) {
	met := said{sentence: "Mara Arden met Jonas Holm on Friday.", head: "met", date: "2021-12-03", label: "Arden meets Holm", who: "Mara Arden,Jonas Holm"}
	more := said{sentence: "The mayor resigned on Thursday.", head: "resigned", date: "2021-12-02", label: "Mayor resigns"}
	a, b := reading(t, "a", "2021-12-05", met), reading(t, "b", "2021-12-12", met, more)
	b.Events[0].Date.From.Day = 10 // its "Friday" would be another one
	a.Article.Text += prose("harbor", 120)
	b.Article.Text += prose("harbor", 120)
	tl := Build([]Reading{b, a})
	want := []string{"2021-12-02 happened Mayor resigns: b-1", "2021-12-03 happened Arden meets Holm: a-0"}
	if diff := cmp.Diff(want, lines(tl)); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]int{-1, 0}, tl.CopyOf); diff != "" {
		t.Error(diff)
	}
}
