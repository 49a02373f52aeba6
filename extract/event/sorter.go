package event

import (
	"math"
	"math/bits"
	"slices"
	"strconv"
	"strings"
)

// sorted are the statuses that a sorter tells apart.
var sorted = [...]Status{Happened, Ongoing, Planned, Possible, Negated}

// ballot holds what speaks for each of them.
type ballot [len(sorted)]int32

// best returns the status that most speaks for, the first of equals.
func (b *ballot) best() Status {
	most := 0
	for i := range b {
		if b[i] > b[most] {
			most = i
		}
	}
	return sorted[most]
}

// sorter is a linear model for each status, over the same features. Weights
// are whole hundredths.
type sorter struct {
	bias  ballot
	slots []ballotSlot // a hash table, at least half of it empty
	shift uint8        // of hashes, to the number of a slot
}

// ballotSlot is a feature, by its hash, and its weights; empty where all are 0.
type ballotSlot struct {
	feature uint32
	weights [len(sorted)]int16
}

// slotOf returns the slot of a feature, an empty one where it has no weights.
func (m *sorter) slotOf(feature uint64) *ballotSlot {
	for i := feature >> m.shift; ; i++ {
		if i == uint64(len(m.slots)) {
			i = 0
		}
		if s := &m.slots[i]; s.feature == uint32(feature) || *s == (ballotSlot{}) {
			return s
		}
	}
}

// count adds up what the features say.
func (m *sorter) count(features []uint64) ballot {
	sum := m.bias
	for _, feature := range features {
		for i, w := range m.slotOf(feature).weights {
			sum[i] += int32(w)
		}
	}
	return sum
}

// readSorter reads weights as writeSorter writes them.
func readSorter(text string) *sorter {
	log := bits.Len(uint(2 * strings.Count(text, "\n")))
	m := &sorter{slots: make([]ballotSlot, 1<<log), shift: uint8(64 - log)}
	for line := range strings.Lines(text) {
		fields := strings.Split(strings.TrimSuffix(line, "\n"), "\t")
		if len(fields) != 1+len(sorted) {
			continue
		}
		s := ballotSlot{}
		for i := range sorted {
			w, err := strconv.ParseFloat(fields[1+i], 64)
			if err != nil {
				continue
			}
			s.weights[i] = int16(math.Round(hundredths * w))
		}
		if fields[0] == "bias" {
			for i, w := range s.weights {
				m.bias[i] = int32(w)
			}
			continue
		}
		feature := hashName(fields[0])
		s.feature = uint32(feature)
		*m.slotOf(feature) = s
	}
	return m
}

// writeSorter prints weights by name, sorted, those near 0 left out.
func writeSorter(bias [len(sorted)]float64, weights map[string][len(sorted)]float64) string {
	print := func(name string, values [len(sorted)]float64) string {
		for _, w := range values {
			name += "\t" + strconv.FormatFloat(w, 'f', 2, 64)
		}
		return name + "\n"
	}
	var lines []string
	for name, values := range weights {
		if slices.ContainsFunc(values[:], func(w float64) bool { return math.Abs(w) >= 0.05 }) {
			lines = append(lines, print(name, values))
		}
	}
	slices.Sort(lines)
	return print("bias", bias) + strings.Join(lines, "")
}
