package event

import "math/bits"

// shapes says of a word whether one of its shape, its length and its first and
// last letter, is among some words. Most words of a text are in none of our
// lists, and are turned away by it for less than a look into a map costs.
type shapes struct {
	bits  []uint64 // their number is a power of two
	shift uint8    // of shapeOf, to the number of a bit
}

// newShapes returns shapes for up to n words.
func newShapes(n int) shapes {
	size := 1 << max(6, bits.Len(uint(16*n-1))) // at most a sixteenth of the bits will be set
	return shapes{bits: make([]uint64, size/64), shift: uint8(32 - bits.Len(uint(size-1)))}
}

func (s *shapes) add(w string) {
	if w != "" {
		bit := shapeOf(w) >> s.shift
		s.bits[bit/64] |= 1 << (bit % 64)
	}
}

// have reports whether a word of the shape of w was added.
func (s *shapes) have(w string) bool {
	if w == "" {
		return false
	}
	bit := shapeOf(w) >> s.shift
	return s.bits[bit/64]>>(bit%64)&1 != 0
}

// shapeOf spreads the shape of w, which is not empty, over 32 bits.
func shapeOf(w string) uint32 {
	return (uint32(w[0]) | uint32(w[len(w)-1])<<8 | uint32(len(w))<<16) * 0x9E3779B1
}

// wordSet is a set of words that every word of a text is looked for in.
type wordSet struct {
	shapes shapes
	words  map[string]bool
}

// newWordSet returns the set of the words in a list.
func newWordSet(list string) *wordSet {
	all := words(list)
	s := &wordSet{newShapes(len(all)), all}
	for w := range all {
		s.shapes.add(w)
	}
	return s
}

// has reports whether w is in s.
func (s *wordSet) has(w string) bool { return s.shapes.have(w) && s.words[w] }
