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
	bias    float32
	weights map[uint32]float32
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
	//go:embed weights/rival.txt
	rivalWeights string
	//go:embed weights/discourse.txt
	discourseWeights string
	//go:embed weights/speech.txt
	speechWeights string
)

var (
	attachModel    = sync.OnceValue(func() *model { return readModel(attachWeights) })
	rivalModel     = sync.OnceValue(func() *model { return readModel(rivalWeights) })
	discourseModel = sync.OnceValue(func() *model { return readModel(discourseWeights) })
	speechModel    = sync.OnceValue(func() *model { return readModel(speechWeights) })
)

// readModel reads weights as writeModel writes them.
func readModel(text string) *model {
	m := &model{weights: map[uint32]float32{}}
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
		m.weights[hashName(name)] = float32(w)
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
	sum := m.bias
	for _, h := range f.hashes {
		sum += m.weights[h]
	}
	return 1 / (1 + math.Exp(-float64(sum)))
}
