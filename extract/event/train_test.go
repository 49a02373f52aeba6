package event

import (
	"bufio"
	"cmp"
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

var train = flag.Bool("train", false, "learn the weights anew, from our own articles and the gold set in $DATELINE_EVAL, and write them to weights/")

// ridge keeps weights small, so that rare features do not decide alone, and
// minDocs leaves out those of fewer documents. Both by cross-validation.
var ridge, minDocs = 3.0, 3

// ridges are those of models that need another: handing on dates is learned
// from few right answers, outcomes from rare ones.
var ridges = map[string]float64{"discourse": 8, "outcome": 0.7}

// goldSet is the annotated set that the weights are learned from beside our own articles.
const goldSet = "dev/wikinews2020.jsonl"

// goldDoc is an article of the set with its events.
type goldDoc struct {
	ID, DCT, Title, Text string
	Events               []goldEvent `json:"dated_events"`
	in                   Input
	weight               float64 // of what it teaches
}

type goldEvent struct {
	Start, End                int // code points
	Date, Status, Label, Text string
	Timex                     *int       // the expression that dates it, where the gold names one
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
		d := &goldDoc{weight: 1}
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
	weight   float64
}

// outcomes calls visit for each of the gold events on h that is a question to
// the model of outcomes, with what it sees and the right answer.
func (d *goldDoc) outcomes(f *finder, h *head, visit func(names []string, status string)) {
	span := h.span()
	for i := range d.Events {
		e := &d.Events[i]
		date, err := timex.ParseEDTF(e.Date)
		if err != nil || e.Status == "statement" || span.Start >= e.span.End || e.span.Start >= span.End {
			continue
		}
		on := decision{h: h, date: date}
		srcs := f.sources[h.s.at]
		for k := range srcs {
			if plain(srcs[k].dateOf(h)) == plain(date) {
				on.source = &srcs[k]
			}
		}
		raw, rule := f.ruled(&on)
		if on.plainPast(rule) {
			continue
		}
		feats := features{named: true}
		f.signs(&feats, h, on.source, date, &statusNames[raw.status], &statusNames[rule.status])
		visit(feats.names, e.Status)
	}
}

// collect runs the finder over the documents and returns what each of the
// models has to decide. What a model sees is what it will see in use: answers
// of earlier models that have not learned from the document. Its own answers,
// and those of later ones, are told to be right.
func collect(docs []*goldDoc, skip func(doc int) bool) map[string][]example {
	examples := map[string][]example{}
	run := func(i int, f *finder, name string, told ...string) {
		d := docs[i]
		f.trace = func(asked string, h *head, date timex.EDTF, feats *features, p *float64) {
			ok := d.right(h, date)
			if asked == name {
				examples[name] = append(examples[name], example{i, slices.Clone(feats.names), ok, d.weight})
			}
			if slices.Contains(told, asked) {
				if *p = 0; ok {
					*p = 1
				}
			}
		}
		f.decide()
	}
	const folds = 5
	each := func(fold int, visit func(i int, d *goldDoc)) {
		for i, d := range docs {
			if !skip(i) && (fold < 0 || i%folds == fold) {
				visit(i, d)
			}
		}
	}
	each(-1, func(i int, d *goldDoc) {
		f := newFinder(d.in)
		for j := range f.heads {
			if status := d.statusOf(&f.heads[j]); status != "" && statements[f.heads[j].lemma] {
				feats := features{named: true}
				f.heads[j].speech(&feats)
				examples["speech"] = append(examples["speech"], example{i, feats.names, status == "statement", d.weight})
			}
			d.outcomes(f, &f.heads[j], func(names []string, status string) {
				for _, s := range sorted {
					examples[outcome+s.String()] = append(examples[outcome+s.String()], example{i, names, status == s.String(), d.weight})
				}
			})
		}
		f.trace = func(name string, h *head, date timex.EDTF, feats *features, p *float64) {
			status := d.statusOf(h)
			examples["likely"] = append(examples["likely"], example{i, slices.Clone(feats.names), status != "" && status != "statement", d.weight})
		}
		f.weigh(&features{named: true})
	})
	likely := make([]*model, folds)
	for fold := range folds {
		likely[fold] = readModel(fit("likely", examples["likely"], func(doc int) bool { return doc%folds == fold }))
		each(fold, func(i int, d *goldDoc) {
			f := newFinder(d.in)
			f.likely = likely[fold]
			run(i, f, "attach", "rival", "discourse")
		})
	}
	attach := make([]*model, folds)
	for fold := range folds {
		attach[fold] = readModel(fit("attach", examples["attach"], func(doc int) bool { return doc%folds == fold }))
		each(fold, func(i int, d *goldDoc) {
			f := newFinder(d.in)
			f.likely, f.attach = likely[fold], attach[fold]
			run(i, f, "rival", "rival", "discourse")
		})
	}
	rival := make([]*model, folds)
	use := func(fold int, d *goldDoc) *finder {
		f := newFinder(d.in)
		f.likely, f.attach, f.rival, f.whole = likely[fold], attach[fold], rival[fold], true
		return f
	}
	for fold := range folds {
		rival[fold] = readModel(fit("rival", examples["rival"], func(doc int) bool { return doc%folds == fold }))
		each(fold, func(i int, d *goldDoc) { run(i, use(fold, d), "discourse", "discourse") })
	}
	told := examples["discourse"] // its own answers before are told to be right; in use they are not
	examples["discourse"] = nil
	for fold := range folds {
		m := readModel(fit("discourse", told, func(doc int) bool { return doc%folds == fold }))
		each(fold, func(i int, d *goldDoc) {
			f := use(fold, d)
			f.discourse = m
			run(i, f, "discourse")
		})
	}
	return examples
}

// fit learns the model of that name.
func fit(name string, examples []example, skip func(doc int) bool) string {
	return writeModel(learn(name, examples, skip))
}

// outcome is what the names of the parts of the model of outcomes begin with.
const outcome = "outcome "

// fitOutcomes learns the model of outcomes, a part for each status.
func fitOutcomes(examples map[string][]example) string {
	var biases [len(sorted)]float64
	weights := map[string][len(sorted)]float64{}
	for i, s := range sorted {
		bias, part := learn("outcome", examples[outcome+s.String()], none)
		biases[i] = bias + favors[s]
		for name, w := range part {
			all := weights[name]
			all[i] = w
			weights[name] = all
		}
	}
	return writeSorter(biases, weights)
}

// favors make up for how rare some statuses are: what counts is to be right on each of them.
var favors = map[Status]float64{Ongoing: 0.2, Possible: 0.2, Negated: 0.2}

// learn learns a logistic regression: the weights by name.
func learn(name string, examples []example, skip func(doc int) bool) (bias float64, weights map[string]float64) {
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
		if len(docs) >= minDocs {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for i, name := range names {
		index[name] = i + 1
	}
	var rows [][]int
	var right []bool
	var weight []float64
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
		weight = append(weight, ex.weight)
	}
	w := descend(rows, right, weight, len(names)+1, cmp.Or(ridges[name], ridge))
	weights = map[string]float64{}
	for i, name := range names {
		weights[name] = w[i+1]
	}
	return w[0], weights
}

// descend returns the weights of n features, of which the first is held by
// every example and is not kept small, by coordinate descent: each in turn
// makes a Newton step of at most 1 (Genkin, Lewis and Madigan 2007).
func descend(rows [][]int, right []bool, weight []float64, n int, ridge float64) []float64 {
	holders := make([][]int32, n)
	for i, row := range rows {
		for _, k := range row {
			holders[k] = append(holders[k], int32(i))
		}
	}
	w := make([]float64, n)
	margin := make([]float64, len(rows)) // positive where the example is on its side
	still := make([]bool, n)             // hardly moved when it was last looked at
	for round := range 60 {
		all := round%4 == 0 // in between, only those that move are looked at
		moved := 0.0
		for k := range w {
			if still[k] && !all {
				continue
			}
			g, h := ridge*w[k], ridge
			if k == 0 {
				g, h = 0, 1e-6
			}
			for _, i := range holders[k] {
				p := 1 / (1 + math.Exp(margin[i]))
				if right[i] {
					g -= weight[i] * p
				} else {
					g += weight[i] * p
				}
				h += weight[i] * p * (1 - p)
			}
			step := min(1, max(-1, -g/h))
			still[k] = math.Abs(step) < 0.003
			if math.Abs(step) < 1e-4 {
				continue
			}
			moved = max(moved, math.Abs(step))
			w[k] += step
			for _, i := range holders[k] {
				if right[i] {
					margin[i] += step
				} else {
					margin[i] -= step
				}
			}
		}
		if all && moved < 0.005 {
			break
		}
	}
	return w
}

func TestTrain(t *testing.T) {
	gold := readGold(t)
	docs := append(gold, readArticles(t, articles)...)
	all, said := newTally(), newTally()
	ours, oursSaid := newTally(), newTally()
	crossValidate(docs, func(doc int, f *finder) {
		events := f.events()
		if d := docs[doc]; doc < len(gold) {
			all.add(d, events, false)
			said.add(d, events, true)
		} else {
			ours.add(d, events, false)
			oursSaid.add(d, events, true)
		}
	})
	t.Log("events of the set:", all)
	t.Log("its statements:", said)
	t.Log("events of our own articles:", ours)
	t.Log("their statements:", oursSaid)
	if _, _, f := f1(all.exact, all.pred, all.gold); f < floor {
		t.Errorf("cross-validated F1 of dated events is %.3f, below %.2f", f, floor)
	}
	examples := collect(docs, none)
	for _, name := range modelNames {
		path, learned := "weights/"+name+".txt", fitOutcomes(examples)
		if name != "outcome" {
			learned = fit(name, examples[name], none)
		}
		if *train {
			if err := os.WriteFile(path, []byte(learned), 0o644); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if kept, err := os.ReadFile(path); err != nil || string(kept) != learned {
			t.Logf("%s is not what the articles teach today (%v): go generate learns it anew", path, err)
		}
	}
}

// floor is the F1 of dated events that cross-validation over documents has to reach.
const floor = 0.60

var modelNames = []string{"likely", "attach", "rival", "discourse", "speech", "outcome"}

func none(int) bool { return false }

// crossValidate calls visit for each document with a finder that has learned
// from the documents of the other folds.
func crossValidate(docs []*goldDoc, visit func(doc int, f *finder)) {
	const folds = 6
	for fold := range folds {
		examples := collect(docs, func(doc int) bool { return doc%folds == fold })
		m := map[string]*model{}
		for _, name := range modelNames {
			m[name] = readModel(fit(name, examples[name], none))
		}
		outcomes := readSorter(fitOutcomes(examples))
		for i, d := range docs {
			if i%folds == fold {
				f := newFinder(d.in)
				f.likely, f.attach, f.rival, f.discourse, f.speech, f.outcomes = m["likely"], m["attach"], m["rival"], m["discourse"], m["speech"], outcomes
				visit(i, f)
			}
		}
	}
}
