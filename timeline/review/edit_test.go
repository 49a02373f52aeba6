package review

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/timeline"
)

// line is one sentence of an article under test, with who it is through all
// edits: a copy keeps the name of what it was copied from.
type line struct {
	name   int
	words  []string
	verb   int  // index into words of the head
	events bool // the machine finds an event in it
}

func (l line) String() string { return strings.Join(l.words, " ") + "." }

// Few verbs and many shared words, so that sentences resemble each other as
// those of one story do.
var (
	verbs    = []string{"met", "spoke", "resigned", "voted"}
	subjects = []string{"The minister", "The president", "Arden", "Holm", "The senate", "The house", "Both sides", "The envoy of the union"}
	rest     = []string{"on Tuesday", "in Geneva on Friday", "after the vote last month", "with the other side in June", "for the first time since 2014", "on the second day of the talks"}
)

func drawLine(t *rapid.T, name int, own string) line {
	l := line{name: name}
	l.words = strings.Fields(rapid.SampledFrom(subjects).Draw(t, "subject") + own)
	l.verb = len(l.words)
	l.words = append(l.words, rapid.SampledFrom(verbs).Draw(t, "verb"))
	l.words = append(l.words, strings.Fields(own+" "+rapid.SampledFrom(rest).Draw(t, "rest"))...)
	l.events = rapid.IntRange(0, 5).Draw(t, "event") > 0
	return l
}

// compose makes a reading of lines: an event on the verb of each, IDs by
// quotation and occurrence. owner[i] is the line whose span[i] is.
func compose(t rapid.TB, lines []line, gap, published string) (r timeline.Reading, spans []timex.Span) {
	dct, err := timex.ParseDCT(published)
	if err != nil {
		t.Fatal(err)
	}
	r.Article = article.Article{ID: "a", Published: dct}
	var b strings.Builder
	seen := map[string]int{}
	for i, l := range lines {
		if i > 0 {
			b.WriteString(gap)
		}
		start := b.Len()
		b.WriteString(l.String())
		spans = append(spans, timex.Span{Start: start, End: b.Len()})
		if !l.events {
			continue
		}
		at := start + len(strings.Join(append(slices.Clone(l.words[:l.verb]), ""), " "))
		seen[l.String()]++
		date, _ := timex.DayOf(2021, 12, 1+l.name%28)
		r.Events = append(r.Events, event.Event{
			ID:   fmt.Sprintf("e-%s-%d", l, seen[l.String()]),
			Head: timex.Span{Start: at, End: at + len(l.words[l.verb])}, Sentence: spans[i],
			Quote: l.String(), Label: "Event of " + l.String(), Date: timex.DayEDTF(date),
			Status: event.Happened, Timex: -1, Confidence: timex.Inferred,
		})
	}
	r.Article.Text = b.String()
	return r, spans
}

// edit changes the lines as editors do. Sentences that are put in are about
// something else: a sentence that only differs from a lost one in a word is
// that sentence edited, for a reader too.
func edit(t *rapid.T, lines []line, next *int) []line {
	lines = slices.Clone(lines)
	at := func() int { return rapid.IntRange(0, len(lines)-1).Draw(t, "at") }
	switch op := rapid.SampledFrom([]string{"insert", "delete", "move", "copy", "word", "drop"}).Draw(t, "op"); {
	case op == "insert":
		*next++
		l := drawLine(t, *next, fmt.Sprintf(" of new%d region%d council%d", *next, *next, *next))
		lines = slices.Insert(lines, rapid.IntRange(0, len(lines)).Draw(t, "where"), l)
	case len(lines) == 0:
	case op == "delete":
		i := at()
		lines = slices.Delete(lines, i, i+1)
	case op == "move":
		i := at()
		l := lines[i]
		lines = slices.Delete(lines, i, i+1)
		lines = slices.Insert(lines, rapid.IntRange(0, len(lines)).Draw(t, "to"), l)
	case op == "copy":
		lines = slices.Insert(lines, rapid.IntRange(0, len(lines)).Draw(t, "to"), lines[at()])
	case op == "word":
		i := at()
		l := lines[i]
		l.words = slices.Clone(l.words)
		*next++
		l.words[rapid.IntRange(0, len(l.words)-1).Draw(t, "word")] = fmt.Sprintf("word%d", *next)
		lines[i] = l
	case op == "drop":
		i := at()
		l := lines[i]
		if l.verb > 1 {
			l.words = slices.Delete(slices.Clone(l.words), 0, 1)
			l.verb--
		}
		lines[i] = l
	}
	return lines
}

// owner returns the name of the line that head lies in.
func owner(head timex.Span, lines []line, spans []timex.Span) int {
	for i, s := range spans {
		if s.Start <= head.Start && head.End <= s.End {
			return lines[i].name
		}
	}
	return -1
}

// TestEditsNeverLoseADecisionNorMoveItToAnotherSentence edits an article and
// decides on it in turns. Every decision is there afterwards, once; it is on
// its own sentence or on none; and no two sentences ever share a thread.
func TestEditsNeverLoseADecisionNorMoveItToAnotherSentence(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		next := 0
		var lines []line
		for range rapid.IntRange(1, 10).Draw(t, "lines") {
			next++
			lines = append(lines, drawLine(t, next, ""))
		}
		// Two sentences that were the same from the beginning are one as far
		// as anyone can tell from quotations.
		for i := range lines {
			for j := range lines[:i] {
				if lines[i].String() == lines[j].String() {
					lines[i].name = lines[j].name
				}
			}
		}
		src := (&File{Article: "a"}).Bytes()
		on, records := map[string]int{}, 0 // the sentence that each thread is on
		for range rapid.IntRange(1, 3).Draw(t, "rounds") {
			gap := rapid.SampledFrom([]string{"\n\n", " ", "\n"}).Draw(t, "gap")
			r, spans := compose(t, lines, gap, "2021-12-05")
			f, err := Parse("a.yaml", src)
			if err != nil {
				t.Fatal(err)
			}
			if len(f.Decisions) != records {
				t.Fatalf("%d records in the file, %d were put", len(f.Decisions), records)
			}
			items := Examine(&r, f)
			checkItems(t, items, on, lines, spans, r.Article.Text)
			for _, item := range items {
				if item.Event == nil || !rapid.Bool().Draw(t, "decide") {
					continue
				}
				d := item.Decide()
				d.Action, d.By, d.On = Accept, "ann", "2021-12-06"
				if rapid.Bool().Draw(t, "reject") {
					d.Action, d.Reason = Reject, Reasons[0]
				}
				name := owner(item.Event.Head, lines, spans)
				if old, known := on[d.ID]; known && old != name {
					t.Errorf("a decision on sentence %d goes into the thread of sentence %d", name, old)
				}
				on[d.ID] = name
				f.Put(d, r.Article)
				records++
			}
			src = f.Bytes()
			for range rapid.IntRange(0, 6).Draw(t, "edits") {
				lines = edit(t, lines, &next)
			}
		}
	})
}

// checkItems checks that every thread is there, once, on its own sentence.
func checkItems(t *rapid.T, items []Item, on map[string]int, lines []line, spans []timex.Span, text string) {
	ids, threads := map[string]bool{}, 0
	for _, item := range items {
		if ids[item.ID] {
			t.Errorf("%s is there twice", item.ID)
		}
		ids[item.ID] = true
		if len(item.Thread.Decisions) == 0 {
			continue
		}
		threads++
		place := owner(item.Match.Span, lines, spans)
		switch {
		case item.Match.Found == Gone:
			if item.Event != nil {
				t.Errorf("%s is gone and has an event", item.ID)
			}
		case place != on[item.ID]:
			t.Errorf("the decision on sentence %d went to sentence %d:\n%+v\n%s", on[item.ID], place, item.Thread.Last().Quote, text)
		case item.Event != nil && owner(item.Event.Head, lines, spans) != on[item.ID]:
			t.Errorf("the decision on sentence %d got the event of another", on[item.ID])
		}
		if item.Match.Found == Changed && !slices.ContainsFunc(item.Stale, func(s Stale) bool { return s.Kind == Edited }) {
			t.Errorf("%s: an edited sentence asks for no second look", item.ID)
		}
	}
	if threads != len(on) {
		t.Errorf("%d of %d threads are left", threads, len(on))
	}
}

func TestPutKeepsEveryRecordInTheOrderOfTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		next := 0
		var lines []line
		for range rapid.IntRange(1, 8).Draw(t, "lines") {
			next++
			lines = append(lines, drawLine(t, next, fmt.Sprintf(" %d", next)))
		}
		f := &File{}
		total := 0
		for range rapid.IntRange(1, 4).Draw(t, "rounds") {
			r, _ := compose(t, lines, " ", "2021-12-05")
			put := false
			for i := range r.Events {
				if rapid.Bool().Draw(t, "decide") {
					d := Propose(&r, &r.Events[i])
					d.Action, d.By, d.On = Accept, "ann", "2021-12-06"
					f.Put(d, r.Article)
					total++
					put = true
				}
			}
			if len(f.Decisions) != total {
				t.Fatalf("%d records, want %d", len(f.Decisions), total)
			}
			last := -1
			for _, th := range f.Threads() {
				if m := th.Last().Quote.Find(r.Article.Text); put && m.Found != Gone {
					if m.Span.Start < last {
						t.Errorf("the record of %s is out of order", th.ID)
					}
					last = m.Span.Start
				}
			}
			if len(lines) > 0 {
				lines = edit(t, lines, &next)
			}
		}
	})
}
