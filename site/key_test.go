package site

import (
	"slices"
	"testing"

	"dateline/extract/event"
	"dateline/extract/timex"
)

func TestLabelWorth(t *testing.T) {
	for _, c := range []struct {
		label  string
		people []string
		good   bool
	}{
		{"Council of Brava votes on the bridge", nil, true},
		{"Ana Ruiz opens Harbor Bridge", []string{"Ana Ruiz"}, true},
		{"Brava closes harbor", []string{"Brava"}, true},
		{"Every vote", nil, false},
		{"Harbor Bridge Festival", nil, false},
		{"In Brava, votes were counted", nil, false},
		{"12 new piers in Brava", nil, false},
		{"Vote that was held in Brava", nil, false},
		{"The council of Brava votes on", nil, false},
		{"Three recover", nil, false},
		{"It was a long evening in Brava", nil, false},
	} {
		if got := labelWorth(c.label, c.people) > 0; got != c.good {
			t.Errorf("%q stands alone: %v, want %v", c.label, got, c.good)
		}
	}
}

// TestKeyEvents looks at what stands first on a front page: what two articles
// and their headlines tell of, not what was said, feared or guessed.
func TestKeyEvents(t *testing.T) {
	s := newStory(t)
	s.article("a", "Brava opens the Harbor Bridge", "2024-03-14", "Ana Ruiz opened the Harbor Bridge on 12 March 2024. She said on 13 March 2024 that it would last. It could be closed in April 2024. A pier was built in 1931. Brava may have burnt in 1905.")
	s.article("b", "Crowds on the Harbor Bridge", "2024-03-15", "Brava opened its Harbor Bridge on 12 March 2024.")
	s.event("Ana Ruiz says Harbor Bridge lasts", "Ana Ruiz", "", mention{0, "She said on 13 March 2024 that it would last.", "13 March 2024", "said", "2024-03-13", "2024-03-13", event.Statement, timex.Explicit})
	s.event("Ana Ruiz opens Harbor Bridge", "Ana Ruiz", "Brava",
		mention{0, "Ana Ruiz opened the Harbor Bridge on 12 March 2024.", "12 March 2024", "opened", "2024-03-12", "2024-03-12", event.Happened, timex.Explicit},
		mention{1, "Brava opened its Harbor Bridge on 12 March 2024.", "12 March 2024", "opened", "2024-03-12", "2024-03-12", event.Happened, timex.Explicit})
	s.event("Brava closes Harbor Bridge", "Brava", "", mention{0, "It could be closed in April 2024.", "April 2024", "closed", "2024-04", "2024-04", event.Possible, timex.Explicit})
	s.event("Pier", "", "", mention{0, "A pier was built in 1931.", "1931", "built", "1931", "1931", event.Happened, timex.Explicit})
	s.event("Fire destroys town of Brava", "Brava", "", mention{0, "Brava may have burnt in 1905.", "1905", "burnt", "1905", "1905", event.Happened, timex.Guess})
	b, err := newBuilder(harborConfig, s.tl)
	if err != nil {
		t.Fatal(err)
	}
	if got := b.keyEvents(b.everything(), 3); !slices.Equal(got, []int{1}) {
		t.Errorf("key events are %v, want [1]", got)
	}
}

func TestDecades(t *testing.T) {
	got := decades([]int{1010, 1789, 1869, 1905, 1930, 1933, 1935, 1940, 1970, 1971, 1972})
	want := [][]int{{1010, 1789, 1869, 1905}, {1930, 1933, 1935, 1940}, {1970, 1971, 1972}}
	if !slices.EqualFunc(got, want, slices.Equal) {
		t.Errorf("decades are %v, want %v", got, want)
	}
}
