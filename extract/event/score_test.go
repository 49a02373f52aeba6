package event

import (
	"fmt"
	"regexp"
	"sort"
	"strings"

	"dateline/extract/timex"
)

// tally counts how the events found in some articles compare with the gold.
// Statements are counted in a tally of their own.
type tally struct {
	gold, pred, found, exact, compatible int
	confusion                            map[string]map[string]int    // gold status, found status
	sure                                 map[timex.Confidence]*[3]int // found events, those that are in the gold, those with its date
}

func newTally() *tally {
	return &tally{confusion: map[string]map[string]int{}, sure: map[timex.Confidence]*[3]int{}}
}

// f1 returns precision, recall and their harmonic mean.
func f1(tp, pred, gold int) (p, r, f float64) {
	if pred > 0 {
		p = float64(tp) / float64(pred)
	}
	if gold > 0 {
		r = float64(tp) / float64(gold)
	}
	if p+r > 0 {
		f = 2 * p * r / (p + r)
	}
	return p, r, f
}

var sentenceEnd = regexp.MustCompile(`[.!?]["”’)]*\s+["“‘(]?[A-Z0-9]|\n+`)

// cutsOf returns where the sentences of text begin, as coarse as scoring needs it.
func cutsOf(text string) []int {
	cuts := []int{0}
	for at := 0; ; {
		m := sentenceEnd.FindStringIndex(text[at:])
		if m == nil {
			return cuts
		}
		end := at + m[1]
		if text[end-1] != '\n' {
			end-- // before the capital
			if i := strings.LastIndexFunc(text[:end], func(r rune) bool { return !strings.ContainsRune("\"“‘(", r) }); i >= 0 {
				for i < end && text[i] != ' ' && text[i] != '\n' && text[i] != '\t' {
					i++
				}
				if i < end {
					i++
				}
				end = max(i, at+m[0]+1)
			}
		}
		cuts = append(cuts, end)
		at = end
	}
}

// compatible reports whether one of a and b contains the other.
func compatible(a, b timex.EDTF) bool {
	al, ah, aok, aok2 := a.Bounds()
	bl, bh, bok, bok2 := b.Bounds()
	if !aok {
		al = -1 << 40
	}
	if !aok2 {
		ah = 1 << 40
	}
	if !bok {
		bl = -1 << 40
	}
	if !bok2 {
		bh = 1 << 40
	}
	return al <= bl && bh <= ah || bl <= al && ah <= bh
}

// pairUp returns for each gold event the found one that is it, -1 when none is.
func pairUp(text string, gold []goldEvent, pred []Event) []int {
	pairs := make([]int, len(gold))
	used := map[int]bool{}
	for g := range gold {
		ge := &gold[g]
		best, size := -1, 0
		for p := range pred {
			if used[p] {
				continue
			}
			n := min(ge.span.End, pred[p].Head.End) - max(ge.span.Start, pred[p].Head.Start)
			if n > size || n == size && n > 0 && sameDate(ge.Date, pred[p].Date) && !sameDate(ge.Date, pred[best].Date) {
				best, size = p, n
			}
		}
		if pairs[g] = best; best >= 0 {
			used[best] = true
		}
	}
	cuts := cutsOf(text)
	sentence := func(at int) int { return sort.SearchInts(cuts, at+1) }
	for g := range gold {
		if pairs[g] >= 0 {
			continue
		}
		ge := &gold[g]
		best, near := -1, 0
		for p := range pred {
			d := pred[p].Head.Start - ge.span.Start
			if d < 0 {
				d = -d
			}
			if !used[p] && sentence(pred[p].Head.Start) == sentence(ge.span.Start) && sameDate(ge.Date, pred[p].Date) && (best < 0 || d < near) {
				best, near = p, d
			}
		}
		if pairs[g] = best; best >= 0 {
			used[best] = true
		}
	}
	return pairs
}

// add compares the events of one document, statements or the others.
func (t *tally) add(d *goldDoc, events []Event, statements bool) (gold []goldEvent, pred []Event, pairs []int) {
	for _, e := range d.Events {
		if (e.Status == "statement") == statements {
			gold = append(gold, e)
		}
	}
	for _, e := range events {
		if (e.Status == Statement) == statements && !e.Date.IsZero() {
			pred = append(pred, e)
		}
	}
	pairs = pairUp(d.Text, gold, pred)
	t.gold += len(gold)
	t.pred += len(pred)
	for g, p := range pairs {
		if p < 0 {
			continue
		}
		t.found++
		if sameDate(gold[g].Date, pred[p].Date) {
			t.exact++
		}
		if e, err := timex.ParseEDTF(gold[g].Date); err == nil && compatible(e, pred[p].Date) {
			t.compatible++
		}
		if t.confusion[gold[g].Status] == nil {
			t.confusion[gold[g].Status] = map[string]int{}
		}
		t.confusion[gold[g].Status][pred[p].Status.String()]++
	}
	for p := range pred {
		c := t.sure[pred[p].Confidence]
		if c == nil {
			c = &[3]int{}
			t.sure[pred[p].Confidence] = c
		}
		c[0]++
		for g := range pairs {
			if pairs[g] == p {
				c[1]++
				if sameDate(gold[g].Date, pred[p].Date) {
					c[2]++
				}
			}
		}
	}
	return gold, pred, pairs
}

// macro returns the mean F1 over the statuses of the gold, and that of each.
func (t *tally) macro() (mean float64, each map[string]float64) {
	each = map[string]float64{}
	for s := range t.confusion {
		pred, gold := 0, 0
		for g, row := range t.confusion {
			pred += row[s]
			if g == s {
				for _, n := range row {
					gold += n
				}
			}
		}
		_, _, each[s] = f1(t.confusion[s][s], pred, gold)
		mean += each[s]
	}
	return mean / float64(max(1, len(t.confusion))), each
}

// String prints the tally in a few lines.
func (t *tally) String() string {
	var b strings.Builder
	line := func(name string, tp int) {
		p, r, f := f1(tp, t.pred, t.gold)
		fmt.Fprintf(&b, "  %-6s P %.3f R %.3f F1 %.3f", name, p, r, f)
	}
	fmt.Fprintf(&b, "gold %d pred %d", t.gold, t.pred)
	line("found", t.found)
	line("dated", t.exact)
	line("compat", t.compatible)
	mean, each := t.macro()
	fmt.Fprintf(&b, "  status %.3f %v", mean, each)
	for c := timex.Confidence(0); c < 10; c++ {
		if n := t.sure[c]; n != nil {
			fmt.Fprintf(&b, "\n    %v: %d shown, %d found, %d dated right (%.3f)", c, n[0], n[1], n[2], float64(n[2])/float64(n[0]))
		}
	}
	return b.String()
}
