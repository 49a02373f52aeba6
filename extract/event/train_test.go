package event

import (
	"bufio"
	"encoding/json"
	"flag"
	"math"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"dateline/extract/resolve"
	"dateline/extract/timex"
)

var train = flag.Bool("train", false, "learn the weights anew from the gold set in $DATELINE_EVAL and write them to weights/")

// ridge keeps weights small, so that rare features do not decide alone.
const ridge = 0.05

// goldSet is the annotated set that the weights are learned from.
const goldSet = "dev/wikinews2020.jsonl"

// goldDoc is an article of the set with its events.
type goldDoc struct {
	ID, DCT, Title, Text string
	Events               []goldEvent `json:"dated_events"`
	in                   Input
}

type goldEvent struct {
	Start, End                int // code points
	Date, Status, Label, Text string
	span                      timex.Span // bytes
}

// readGold reads the set, or skips the test where there is none.
func readGold(t *testing.T) []*goldDoc {
	dir := os.Getenv("DATELINE_EVAL")
	if dir == "" {
		t.Skip("DATELINE_EVAL does not name a folder of annotated articles")
	}
	file, err := os.Open(filepath.Join(dir, goldSet))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	resolver := resolve.New(resolve.Options{})
	var docs []*goldDoc
	lines := bufio.NewScanner(file)
	lines.Buffer(nil, 1<<24)
	for lines.Scan() {
		d := &goldDoc{}
		if err := json.Unmarshal(lines.Bytes(), d); err != nil {
			t.Fatal(err)
		}
		offset := make([]int, 0, len(d.Text)+1)
		for i := range d.Text {
			offset = append(offset, i)
		}
		offset = append(offset, len(d.Text))
		for i := range d.Events {
			e := &d.Events[i]
			e.span = timex.Span{Start: offset[e.Start], End: offset[e.End]}
		}
		dct, err := timex.ParseDCT(d.DCT)
		if err != nil {
			t.Fatal(err)
		}
		d.in = Input{ID: d.ID, Title: d.Title, Text: d.Text, DCT: dct}
		d.in.Timexes = resolver.Find(d.Text, dct)
		docs = append(docs, d)
	}
	return docs
}

// statusOf returns the status that the gold gives the event on this head, "" when it has none.
func (d *goldDoc) statusOf(h *head) string {
	span := h.span()
	for i := range d.Events {
		if e := &d.Events[i]; span.Start < e.span.End && e.span.Start < span.End {
			return e.Status
		}
	}
	return ""
}

// right reports whether the gold has an event on this head at this date.
func (d *goldDoc) right(h *head, date timex.EDTF) bool {
	span := h.span()
	for i := range d.Events {
		e := &d.Events[i]
		if span.Start < e.span.End && e.span.Start < span.End && sameDate(e.Date, date) {
			return true
		}
	}
	return false
}

func sameDate(gold string, date timex.EDTF) bool {
	g, err := timex.ParseEDTF(gold)
	if err != nil {
		return false
	}
	return plain(g) == plain(date)
}

// plain leaves out what the scorer leaves out: qualifiers and times of day.
func plain(e timex.EDTF) timex.EDTF {
	for _, p := range []*timex.Point{&e.From, &e.To} {
		p.Clock, p.Approximate, p.Uncertain = "", false, false
	}
	return e
}

// example is a decision and whether it is right.
type example struct {
	doc      int
	features []string
	right    bool
}

// collect runs the finder over the documents and returns what each of the
// models has to decide. What the models after the first one see is what they
// will see in use: answers of earlier models that have not learned from the
// document.
func collect(docs []*goldDoc, skip func(doc int) bool) map[string][]example {
	examples := map[string][]example{}
	run := func(i int, f *finder, names ...string) {
		d := docs[i]
		f.trace = func(name string, h *head, date timex.EDTF, feats *features, p *float64) {
			ok := d.right(h, date)
			if slices.Contains(names, name) {
				examples[name] = append(examples[name], example{i, slices.Clone(feats.names), ok})
			}
			if name != "attach" {
				if *p = 0; ok {
					*p = 1
				}
			}
		}
		f.decide()
	}
	for i, d := range docs {
		if skip(i) {
			continue
		}
		f := newFinder(d.in)
		for j := range f.heads {
			if status := d.statusOf(&f.heads[j]); status != "" && statements[f.heads[j].lemma] {
				feats := features{named: true}
				f.heads[j].speech(&feats)
				examples["speech"] = append(examples["speech"], example{i, feats.names, status == "statement"})
			}
		}
		run(i, f, "attach", "discourse")
	}
	const folds = 5
	for fold := range folds {
		m := readModel(fit(examples["attach"], func(doc int) bool { return doc%folds == fold }))
		for i, d := range docs {
			if !skip(i) && i%folds == fold {
				f := newFinder(d.in)
				f.attach = m
				run(i, f, "rival")
			}
		}
	}
	return examples
}

// fit learns a logistic regression by AdaGrad, in the order of the examples.
func fit(examples []example, skip func(doc int) bool) string {
	seen := map[string]map[int]bool{}
	index := map[string]int{}
	for _, ex := range examples {
		if skip(ex.doc) {
			continue
		}
		for _, name := range ex.features {
			if seen[name] == nil {
				seen[name] = map[int]bool{}
			}
			seen[name][ex.doc] = true
		}
	}
	var names []string
	for name, docs := range seen {
		if len(docs) >= 5 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for i, name := range names {
		index[name] = i + 1
	}
	var rows [][]int
	var right []bool
	for _, ex := range examples {
		if skip(ex.doc) {
			continue
		}
		row := []int{0}
		for _, name := range ex.features {
			if k := index[name]; k > 0 {
				row = append(row, k)
			}
		}
		rows = append(rows, row)
		right = append(right, ex.right)
	}
	w := make([]float64, len(names)+1)
	g2 := make([]float64, len(names)+1)
	for range 30 {
		for i, row := range rows {
			sum := 0.0
			for _, k := range row {
				sum += w[k]
			}
			gradient := 1 / (1 + math.Exp(-sum))
			if right[i] {
				gradient--
			}
			for _, k := range row {
				g := gradient
				if k > 0 {
					g += ridge * w[k]
				}
				g2[k] += g * g
				w[k] -= 0.15 * g / math.Sqrt(g2[k]+1e-6)
			}
		}
	}
	weights := map[string]float64{}
	for i, name := range names {
		weights[name] = w[i+1]
	}
	return writeModel(w[0], weights)
}

func TestTrain(t *testing.T) {
	docs := readGold(t)
	var scores []score
	crossValidate(docs, func(d *goldDoc, f *finder) {
		for _, dec := range f.decide() {
			if f.status(&dec).status != Statement {
				scores = append(scores, score{dec.source != nil, dec.p, d.right(dec.h, dec.date)})
			}
		}
	})
	if f1 := report(t, docs, scores); f1 < floor {
		t.Errorf("cross-validated F1 of heads with their dates is %.3f, below %.2f", f1, floor)
	}
	examples := collect(docs, none)
	for _, name := range modelNames {
		path, learned := "weights/"+name+".txt", fit(examples[name], none)
		if *train {
			if err := os.WriteFile(path, []byte(learned), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if kept, err := os.ReadFile(path); err != nil || string(kept) != learned {
			t.Logf("%s is not what the set teaches today (%v): go generate learns it anew", path, err)
		}
	}
}

// floor is the F1, on the very head and the very date, that cross-validation
// over documents has to reach.
const floor = 0.48

var modelNames = []string{"attach", "rival", "discourse", "speech"}

func none(int) bool { return false }

// crossValidate calls visit for each document with a finder that has learned
// from the documents of the other folds.
func crossValidate(docs []*goldDoc, visit func(d *goldDoc, f *finder)) {
	const folds = 8
	for fold := range folds {
		examples := collect(docs, func(doc int) bool { return doc%folds == fold })
		m := map[string]*model{}
		for _, name := range modelNames {
			m[name] = readModel(fit(examples[name], none))
		}
		for i, d := range docs {
			if i%folds == fold {
				f := newFinder(d.in)
				f.attach, f.rival, f.discourse, f.speech = m["attach"], m["rival"], m["discourse"], m["speech"]
				visit(d, f)
			}
		}
	}
}

// score is one decision of the cross-validation.
type score struct {
	own   bool // the date is in the sentence of the head
	p     float64
	right bool
}

// report logs how the decisions did, and returns the F1 of all of them.
func report(t *testing.T, docs []*goldDoc, scores []score) (f1 float64) {
	gold := 0
	for _, d := range docs {
		for _, e := range d.Events {
			if e.Status != "statement" {
				gold++
			}
		}
	}
	for _, name := range []string{"own", "inherited", "all"} {
		n, right := 0, 0
		for _, s := range scores {
			if name == "all" || s.own == (name == "own") {
				n++
				if s.right {
					right++
				}
			}
		}
		p, r := float64(right)/float64(n), float64(right)/float64(gold)
		f1 = 2 * p * r / (p + r)
		t.Logf("%-10s %d decided, %d right: P %.3f R %.3f F1 %.3f", name, n, right, p, r, f1)
	}
	return f1
}
