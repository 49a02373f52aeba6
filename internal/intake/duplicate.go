package intake

import (
	"hash/fnv"
	"slices"
	"strings"
	"unicode"
)

// sketchSize is how many hashes a sketch keeps, and sameText how many of them
// two texts must share to be one: a copy with another headline or a corrected
// sentence is, a later report on the same matter is not.
const (
	sketchSize = 64
	sameText   = 0.7
)

// sketch stands for a text: the smallest hashes of its runs of four words.
// How many of the smallest hashes of two texts together are in both estimates
// how much of their text is the same (Broder 1997).
type sketch []uint64

// sketchOf returns the sketch of a text. Punctuation, case and spacing do not matter.
func sketchOf(text string) sketch {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	const run = 4
	var hashes []uint64
	for i := range max(1, len(words)-run+1) {
		h := fnv.New64a()
		for _, w := range words[i:min(i+run, len(words))] {
			h.Write([]byte(w))
			h.Write([]byte{0})
		}
		hashes = append(hashes, h.Sum64())
	}
	slices.Sort(hashes)
	hashes = slices.Compact(hashes)
	return hashes[:min(len(hashes), sketchSize)]
}

// resemblance returns how much of two texts is the same, from 0 to 1.
func resemblance(a, b sketch) float64 {
	i, j, both, all := 0, 0, 0, 0
	for (i < len(a) || j < len(b)) && all < sketchSize {
		switch {
		case j == len(b) || i < len(a) && a[i] < b[j]:
			i++
		case i == len(a) || b[j] < a[i]:
			j++
		default:
			i, j, both = i+1, j+1, both+1
		}
		all++
	}
	if all == 0 {
		return 0
	}
	return float64(both) / float64(all)
}

// seen is what is known of the articles that are there already.
type seen struct {
	byAddress map[string]string // key of the address → path
	byHash    map[uint64][]int  // hash of a sketch → texts that have it
	texts     []seenText
}

type seenText struct {
	path   string
	sketch sketch
}

func newSeen() *seen {
	return &seen{byAddress: map[string]string{}, byHash: map[uint64][]int{}}
}

// add takes in an article.
func (s *seen) add(path, address, text string) {
	if key := addressKey(address); key != "" && s.byAddress[key] == "" {
		s.byAddress[key] = path
	}
	t := seenText{path, sketchOf(text)}
	for _, h := range t.sketch {
		s.byHash[h] = append(s.byHash[h], len(s.texts))
	}
	s.texts = append(s.texts, t)
}

// find returns the path of the article that another one repeats, and how it
// was recognized; "" when there is none.
func (s *seen) find(address, text string) (path, how string) {
	if path := s.byAddress[addressKey(address)]; path != "" {
		return path, "same address"
	}
	own := sketchOf(text)
	candidates := map[int]bool{}
	for _, h := range own {
		for _, i := range s.byHash[h] {
			candidates[i] = true
		}
	}
	best := -1
	for i := range candidates {
		if resemblance(own, s.texts[i].sketch) >= sameText && (best < 0 || i < best) {
			best = i
		}
	}
	if best < 0 {
		return "", ""
	}
	return s.texts[best].path, "same text"
}
