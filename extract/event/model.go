package event

import (
	_ "embed"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// model is a linear model: a decision is made when the weights of the
// features that hold add up to more than nothing.
type model struct {
	bias  float32
	slots []slot // a hash table, at least half of it empty; its size is a power of two
}

// slot is a feature, by hash, and its weight; empty where both are 0.
type slot struct {
	feature uint32
	weight  float32
}

// slotOf returns the slot of a feature, an empty one where it has no weight.
func (m *model) slotOf(feature uint32) *slot {
	mask := uint32(len(m.slots) - 1)
	for i := feature & mask; ; i = (i + 1) & mask {
		if s := &m.slots[i]; s.feature == feature || *s == (slot{}) {
			return s
		}
	}
}

// go test -train learns from $DATELINE_EVAL, a folder of annotated articles.
//
//go:generate go test -run ^TestTrain$ -args -train

// The weights are learned from annotated articles by the program that is the
// test file train_test.go (go generate). A line is the name of a
// feature and its weight.
var (
	//go:embed weights/attach.txt
	attachWeights string
	//go:embed weights/likely.txt
	likelyWeights string
	//go:embed weights/rival.txt
	rivalWeights string
	//go:embed weights/discourse.txt
	discourseWeights string
	//go:embed weights/speech.txt
	speechWeights string
	//go:embed weights/failed.txt
	failedWeights string
)

var (
	attachModel    = sync.OnceValue(func() *model { return readModel(attachWeights) })
	likelyModel    = sync.OnceValue(func() *model { return readModel(likelyWeights) })
	rivalModel     = sync.OnceValue(func() *model { return readModel(rivalWeights) })
	discourseModel = sync.OnceValue(func() *model { return readModel(discourseWeights) })
	speechModel    = sync.OnceValue(func() *model { return readModel(speechWeights) })
	failedModel    = sync.OnceValue(func() *model { return readModel(failedWeights) })
)

// readModel reads weights as writeModel writes them.
func readModel(text string) *model {
	size := 2
	for size < 2*strings.Count(text, "\n") {
		size *= 2
	}
	m := &model{slots: make([]slot, size)}
	for line := range strings.Lines(text) {
		name, weight, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		w, err := strconv.ParseFloat(weight, 32)
		if !ok || err != nil {
			continue
		}
		if name == "bias" {
			m.bias = float32(w)
			continue
		}
		feature := hashName(name)
		*m.slotOf(feature) = slot{feature, float32(w)}
	}
	return m
}

// writeModel prints weights by name, sorted, those near 0 left out.
func writeModel(bias float64, weights map[string]float64) string {
	var lines []string
	for name, w := range weights {
		if math.Abs(w) >= 0.05 {
			lines = append(lines, name+"\t"+strconv.FormatFloat(w, 'f', 2, 64)+"\n")
		}
	}
	slices.Sort(lines)
	return "bias\t" + strconv.FormatFloat(bias, 'f', 2, 64) + "\n" + strings.Join(lines, "")
}

// score returns the probability that the model gives to the features.
func (m *model) score(f *features) float64 {
	return 1 / (1 + math.Exp(-float64(m.add(m.bias+f.base, f.hashes))))
}

// add adds the weights of features to sum.
func (m *model) add(sum float32, features []uint32) float32 {
	for _, feature := range features {
		sum += m.slotOf(feature).weight
	}
	return sum
}
