package site

import (
	"slices"
	"testing"

	"dateline/extract/timex"
	"dateline/timeline"
)

// TestTopicsHaveOneOrder checks that names which differ by case only, and so
// sort alike, always get the same pages.
func TestTopicsHaveOneOrder(t *testing.T) {
	event := timeline.Event{ID: "e", Label: "Talks", Date: timex.EDTF{From: timex.Point{Year: 2014}}, Participants: []string{"party", "PARTY", "Party"}}
	for range 20 {
		b, err := newBuilder(Config{}, &timeline.Timeline{Events: []timeline.Event{event}})
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, topic := range b.allTopics {
			got = append(got, topic.name+" "+topic.at)
		}
		if want := []string{"PARTY topics/party.html", "Party topics/party-2.html", "party topics/party-3.html"}; !slices.Equal(got, want) {
			t.Fatalf("got %q, want %q", got, want)
		}
	}
}
