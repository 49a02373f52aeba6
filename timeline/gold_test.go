package timeline

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/timex"
)

// The merging gold names, for the dated mentions of a news collection, which
// of them are one event: testdata/mergegold.tsv holds a line a mention
// (cluster, article, code point of the head, head, date), and a mention that
// it does not list is an event of its own. The collection itself is read from
// the folder of evaluation sets that DATELINE_EVAL names.

// readGold returns the readings of the collection, with the mentions as they
// were annotated, and the gold clusters of the mentions in their order.
func readGold(t testing.TB) ([]Reading, map[string]string) {
	dir := os.Getenv("DATELINE_EVAL")
	if dir == "" {
		t.Skip("DATELINE_EVAL names no folder of evaluation sets")
	}
	f, err := os.Open(filepath.Join(dir, "wikinews2020.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	clusters := map[string]string{}
	tsv, err := os.ReadFile(filepath.Join("testdata", "mergegold.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	for line := range strings.Lines(string(tsv)) {
		c := strings.Split(strings.TrimSpace(line), "\t")
		if len(c) != 5 {
			t.Fatalf("mergegold.tsv: %q has %d columns, want 5", line, len(c))
		}
		clusters[c[1]+"@"+c[2]+"@"+c[4]] = c[0]
	}
	var readings []Reading
	gold := map[string]string{}
	used := 0
	s := bufio.NewScanner(f)
	s.Buffer(nil, 16<<20)
	for s.Scan() {
		var d struct {
			ID, DCT, Title, Text string
			Events               []struct {
				Start, End                int
				Text, Date, Status, Label string
				Participants              []string
				Place                     string
			} `json:"dated_events"`
		}
		if err := json.Unmarshal(s.Bytes(), &d); err != nil {
			t.Fatal(err)
		}
		dct, err := timex.ParseDCT(d.DCT)
		if err != nil {
			t.Fatal(err)
		}
		r := Reading{Article: article.Article{ID: d.ID, Title: d.Title, Published: dct, Lang: "en", Text: d.Text}}
		bytes := byteOffsets(d.Text)
		for i, e := range d.Events {
			date, err := timex.ParseEDTF(e.Date)
			if err != nil {
				t.Fatal(err)
			}
			head := timex.Span{Start: bytes[e.Start], End: bytes[e.End]}
			sentence := sentenceAround(d.Text, head)
			r.Events = append(r.Events, event.Event{
				ID: fmt.Sprintf("%s.%d", d.ID, i), Head: head, Date: date, Status: statusNamed(t, e.Status), Label: e.Label,
				Participants: e.Participants, Place: e.Place, Timex: -1, Sentence: sentence,
				Quote: d.Text[sentence.Start:sentence.End], Confidence: timex.Inferred,
			})
			id := r.Events[i].ID
			gold[id] = id
			if c, ok := clusters[fmt.Sprintf("%s@%d@%s", d.ID, e.Start, e.Date)]; ok {
				gold[id] = c
				used++
			}
		}
		readings = append(readings, r)
	}
	if err := s.Err(); err != nil {
		t.Fatal(err)
	}
	if used != len(clusters) {
		t.Errorf("%d of the %d lines of mergegold.tsv name a mention of the collection", used, len(clusters))
	}
	return readings, gold
}

// byteOffsets returns the byte offset of each code point of s, and of its end.
func byteOffsets(s string) []int {
	var at []int
	for i := range s {
		at = append(at, i)
	}
	return append(at, len(s))
}

// sentenceAround returns the sentence of text that s lies in, roughly.
func sentenceAround(text string, s timex.Span) timex.Span {
	start, end := 0, len(text)
	for _, stop := range []string{". ", "\n", "? ", "! "} {
		if i := strings.LastIndex(text[:s.Start], stop); i >= 0 {
			start = max(start, i+len(stop))
		}
		if i := strings.Index(text[s.End:], stop); i >= 0 {
			end = min(end, s.End+i+1)
		}
	}
	return timex.Span{Start: start, End: end}
}

func statusNamed(t testing.TB, name string) event.Status {
	for s := event.Happened; s <= event.Statement; s++ {
		if s.String() == name {
			return s
		}
	}
	t.Fatalf("no status %q", name)
	return 0
}

// grouping maps each mention to the event that it is said to be of.
type grouping map[string]string

// score is precision, recall and F1.
type score struct{ p, r, f float64 }

func (s score) String() string { return fmt.Sprintf("%.1f / %.1f / %.1f", 100*s.p, 100*s.r, 100*s.f) }

func scored(p, r float64) score {
	if p+r == 0 {
		return score{}
	}
	return score{p, r, 2 * p * r / (p + r)}
}

// measure returns B³ and the pairwise score of got.
func measure(gold, got grouping) (b3, pairs score) {
	members := func(g grouping) map[string][]string {
		m := map[string][]string{}
		for id := range gold {
			m[g[id]] = append(m[g[id]], id)
		}
		return m
	}
	inGold, inGot := members(gold), members(got)
	both := func(id string) (n int) {
		for _, other := range inGot[got[id]] {
			if gold[other] == gold[id] {
				n++
			}
		}
		return n
	}
	var p, r float64
	var right, saidPairs, truePairs int
	for id := range gold {
		n := both(id)
		p += float64(n) / float64(len(inGot[got[id]]))
		r += float64(n) / float64(len(inGold[gold[id]]))
		right += n - 1
		saidPairs += len(inGot[got[id]]) - 1
		truePairs += len(inGold[gold[id]]) - 1
	}
	n := float64(len(gold))
	return scored(p/n, r/n), scored(float64(right)/float64(max(1, saidPairs)), float64(right)/float64(max(1, truePairs)))
}

// grouped returns what t makes of its mentions.
func grouped(t *Timeline) grouping {
	g := grouping{}
	for _, e := range t.Events {
		for _, ev := range e.Evidence {
			_, m := t.Of(ev)
			g[m.ID] = e.ID
		}
	}
	return g
}

// baseline groups by head and date alone.
func baseline(readings []Reading) grouping {
	g := grouping{}
	for i := range readings {
		for j, e := range readings[i].Events {
			g[e.ID] = headLemma(headText(&readings[i], j)) + " " + e.Date.String()
		}
	}
	return g
}

func TestMergingGold(t *testing.T) {
	readings, gold := readGold(t)
	got := grouped(Build(readings))
	for _, part := range []struct {
		name     string
		articles string // IDs up to here
		from     string
	}{{"all", "z", ""}, {"to 10 April", "wikinews-2020-0046", ""}, {"from 11 April", "z", "wikinews-2020-0047"}} {
		some := grouping{}
		for id, c := range gold {
			if a, _, _ := strings.Cut(id, "."); a <= part.articles && a >= part.from {
				some[id] = c
			}
		}
		b3, pairs := measure(some, got)
		baseB3, basePairs := measure(some, baseline(readings))
		t.Logf("%-14s %4d mentions: B³ %v, pairs %v; baseline B³ %v, pairs %v", part.name, len(some), b3, pairs, baseB3, basePairs)
		if b3.f <= baseB3.f || pairs.f <= basePairs.f {
			t.Errorf("%s: not better than the same head lemma and the same date", part.name)
		}
	}
}
