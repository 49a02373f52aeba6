package event

import (
	"os"
	"strings"
	"testing"

	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// row is an entry that a timeline must have.
type row struct {
	date, status string
	words        []string // of the label, in any order
}

func checkRows(t *testing.T, text string, rows []row, undated []string) {
	t.Helper()
	dct, err := timex.ParseDCT("2021-12-05")
	if err != nil {
		t.Fatal(err)
	}
	in := Input{ID: "story", Text: text, DCT: dct, Timexes: resolve.New(resolve.Options{}).Find(text, dct)}
	events := Find(in)
	checkEvents(t, in, events)
	has := func(r row) bool {
		for _, e := range events {
			ok := e.Date.String() == r.date && e.Status.String() == r.status && !e.Doubtful
			for _, w := range r.words {
				ok = ok && strings.Contains(strings.ToLower(e.Label), strings.ToLower(w))
			}
			if ok {
				return true
			}
		}
		return false
	}
	for _, r := range rows {
		if !has(r) {
			t.Errorf("no entry %s, %s, with %q", r.date, r.status, r.words)
		}
	}
	for _, w := range undated {
		if !has(row{"", "happened", []string{w}}) {
			t.Errorf("%q is not among the undated", w)
		}
	}
	dates := map[string]bool{"": true}
	for _, r := range rows {
		dates[r.date] = true
	}
	for _, e := range events {
		if !dates[e.Date.String()] && !e.Aside {
			t.Errorf("an entry on a date that the story does not have: %s %s", e.Date, e.Label)
		}
	}
	if t.Failed() {
		for _, line := range summary(events, text) {
			t.Log(line)
		}
	}
}

// A story of our own with what the first acceptance case asks for.
func TestStory(t *testing.T) {
	checkRows(t, `Follow us

Norwegian Prime Minister Kari Dahl and Chilean President Ana Ruiz will hold talks by telephone on Tuesday, both governments said.

Pablo Soto, a spokesman for the government of Chile, said on Saturday that the talks would take place in the evening.

Dahl said on Friday she would not give up the fishing grounds, and her navy warned that a blockade could begin next month.

And on Saturday, Defense Minister Nils Berg said the fleet was ready.

Chile seized the island of Brava from Norway in 2014 and has since backed settlers in the north of the island.

Chilean Foreign Minister Luis Prado on Thursday asked his counterpart for guarantees.

Relations have been cool since Ruiz and Dahl met for the first time at a summit in Lima in June, following several rounds of expulsions.

Trade fell after the collapse of the Bank of Brava.

(This story is published from a syndicated feed.)
`, []row{
		{"2021-12-07", "planned", []string{"talks", "Kari Dahl", "Ana Ruiz"}},
		{"2021-12-07", "planned", []string{"talks", "place"}},
		{"2021-12-04", "statement", []string{"Pablo Soto", "talks"}},
		{"2021-12-03", "statement", []string{"Kari Dahl"}},
		{"2022-01", "possible", []string{"blockade"}},
		{"2021-12-04", "statement", []string{"Nils Berg", "fleet"}},
		{"2014", "happened", []string{"Chile", "seizes", "Brava"}},
		{"2014/..", "ongoing", []string{"Chile", "backs", "settlers"}},
		{"2021-12-02", "statement", []string{"Luis Prado", "asks"}},
		{"2021-06", "happened", []string{"Lima summit", "Ana Ruiz", "Kari Dahl"}},
	}, []string{"rounds of expulsions", "collapse of Bank of Brava"})
}

// The first acceptance case itself, where DATELINE_SEED names its folder.
func TestSeed(t *testing.T) {
	dir := os.Getenv("DATELINE_SEED")
	if dir == "" {
		t.Skip("DATELINE_SEED does not name the folder of the first article")
	}
	text, err := os.ReadFile(dir + "/article.txt")
	if err != nil {
		t.Fatal(err)
	}
	checkRows(t, string(text), []row{
		{"2021-12-07", "planned", []string{"talks", "Putin", "Biden"}},
		{"2021-12-07", "planned", []string{"talks", "place"}},
		{"2021-12-04", "statement", []string{"Peskov"}},
		{"2021-12-03", "statement", []string{"Biden"}},
		{"2022-01", "possible", []string{"attack"}},
		{"2021-12-03/..", "planned", []string{"video calls", "Putin", "Biden"}},
		{"2021-12-04", "statement", []string{"Austin", "threat of invasion"}},
		{"2014", "happened", []string{"annexes Crimea"}},
		{"2014/..", "ongoing", []string{"backs separatists"}},
		{"2021-12-02", "statement", []string{"Lavrov", "Blinken", "guarantees"}},
		{"2021-06", "happened", []string{"Geneva summit", "Putin", "Biden"}},
	}, []string{"collapse of Soviet Union", "exercises in Black Sea", "waves of diplomatic expulsions"})
}
