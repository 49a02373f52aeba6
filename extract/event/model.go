package event

import (
	_ "embed"
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
	"sync"
)

// model is a linear model: a decision is made when the weights of the
// features that hold add up to more than nothing. Weights are whole hundredths,
// so that it does not matter in which order they are added up.
type model struct {
	bias  int32
	slots []slot // a hash table, at least half of it empty
	shift uint8  // of hashes, to the number of a slot
}

// slot is a feature, by its hash, and its weight; empty where both are 0.
type slot struct {
	feature uint32
	weight  int32
}

// slotOf returns the slot of a feature, an empty one where it has no weight.
func (m *model) slotOf(feature uint64) *slot {
	for i := feature >> m.shift; ; i++ {
		if i == uint64(len(m.slots)) {
			i = 0
		}
		if s := &m.slots[i]; s.feature == uint32(feature) || *s == (slot{}) {
			return s
		}
	}
}

// weight returns the weight of the feature of that name.
func (m *model) weight(name string) float64 {
	return float64(m.slotOf(hashName(name)).weight) / hundredths
}

const hundredths = 100

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
	//go:embed weights/outcome.txt
	outcomeWeights string
)

var (
	attachModel    = sync.OnceValue(func() *model { return readModel(attachWeights) })
	likelyModel    = sync.OnceValue(func() *model { return readModel(likelyWeights) })
	rivalModel     = sync.OnceValue(func() *model { return readModel(rivalWeights) })
	discourseModel = sync.OnceValue(func() *model { return readModel(discourseWeights) })
	speechModel    = sync.OnceValue(func() *model { return readModel(speechWeights) })
	outcomeModel   = sync.OnceValue(func() *sorter { return readSorter(outcomeWeights) })
)

// readModel reads weights as writeModel writes them.
func readModel(text string) *model {
	log := bits.Len(uint(2 * strings.Count(text, "\n")))
	m := &model{slots: make([]slot, 1<<log), shift: uint8(64 - log)}
	for line := range strings.Lines(text) {
		name, weight, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "\t")
		w, err := strconv.ParseFloat(weight, 64)
		if !ok || err != nil {
			continue
		}
		whole := int32(math.Round(hundredths * w))
		if name == "bias" {
			m.bias = whole
			continue
		}
		feature := hashName(name)
		*m.slotOf(feature) = slot{uint32(feature), whole}
	}
	return m
}

// hashName returns the hash of the feature of a name.
func hashName(name string) uint64 {
	family, rest, more := strings.Cut(name, ":")
	h := hashFamily(family)
	if more {
		v := newValue(rest)
		h = h*v.mul + v.add
	}
	return spread(h)
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
	return 1 / (1 + math.Exp(-float64(m.bias+f.base+m.sum(f.hashes))/hundredths))
}

// sum adds up the weights of features.
func (m *model) sum(features []uint64) int32 {
	sum := int32(0)
	for _, feature := range features {
		sum += m.slotOf(feature).weight
	}
	return sum
}
