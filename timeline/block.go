package timeline

import "slices"

// crowd is how many clusters may bear one key before the key tells nothing.
const crowd = 48

// index finds the clusters that a mention may belong to without comparing it
// with all: those that share a family with it, and, where these are many, a
// word of a name, a place or a label as well.
type index struct {
	family map[word][]int
	word   map[[2]word][]int // family and word
}

func newIndex() *index {
	return &index{family: map[word][]int{}, word: map[[2]word][]int{}}
}

// keys yields the families under which m is filed.
func (m *mention) keys() []word {
	if len(m.labelled) == 0 {
		return m.families
	}
	keys := append(slices.Clone(m.families), m.labelled...)
	slices.Sort(keys)
	return slices.Compact(keys)
}

// add files m, a member of cluster c.
func (x *index) add(m *mention, c int) {
	for _, f := range m.keys() {
		x.family[f] = file(x.family[f], c)
		for _, w := range m.words {
			k := [2]word{f, w}
			x.word[k] = file(x.word[k], c)
		}
	}
}

// file appends c unless it was filed last, or the key is crowded.
func file(list []int, c int) []int {
	if len(list) > crowd || slices.Contains(list, c) {
		return list
	}
	return append(list, c)
}

// candidates returns the clusters that m may belong to, in order.
func (x *index) candidates(m *mention) []int {
	var found []int
	for _, f := range m.keys() {
		if list := x.family[f]; len(list) <= crowd {
			found = append(found, list...)
			continue
		}
		for _, w := range m.words {
			if list := x.word[[2]word{f, w}]; len(list) <= crowd {
				found = append(found, list...)
			}
		}
	}
	slices.Sort(found)
	return slices.Compact(found)
}
