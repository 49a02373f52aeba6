package event

import "math"

// features collects what speaks for or against a decision, as hashes of
// their names; with named set it keeps the names too, for training.
type features struct {
	hashes []uint32
	names  []string
	named  bool
	base   float32 // the weight of what was noted before
}

func (f *features) reset() {
	f.hashes, f.names, f.base = f.hashes[:0], f.names[:0], 0
}

// add notes the feature whose name is the parts joined by colons. Joined
// names of one family begin with the same part, so families do not collide.
func (f *features) add(parts ...string) {
	f.hashes = append(f.hashes, hashName(parts...))
	if f.named {
		name := parts[0]
		for _, p := range parts[1:] {
			name += ":" + p
		}
		f.names = append(f.names, name)
	}
}

// when notes the feature if cond holds.
func (f *features) when(cond bool, parts ...string) {
	if cond {
		f.add(parts...)
	}
}

// hashName hashes the parts joined by colons: their bytes are the digits of a
// number in base b1, and four of them are read at a time.
func hashName(parts ...string) uint32 {
	const (
		b1 = 16777619
		b2 = b1 * b1 & math.MaxUint32
		b3 = b2 * b1 & math.MaxUint32
		b4 = b3 * b1 & math.MaxUint32
	)
	h := uint32(0)
	for i, p := range parts {
		if i > 0 {
			h = h*b1 + ':'
		}
		for ; len(p) >= 4; p = p[4:] {
			h = h*b4 + uint32(p[0])*b3 + uint32(p[1])*b2 + uint32(p[2])*b1 + uint32(p[3])
		}
		switch len(p) {
		case 1:
			h = h*b1 + uint32(p[0])
		case 2:
			h = h*b2 + uint32(p[0])*b1 + uint32(p[1])
		case 3:
			h = h*b3 + uint32(p[0])*b2 + uint32(p[1])*b1 + uint32(p[2])
		}
	}
	return (h ^ h>>16) * 0x85EBCA6B
}

// bucket names a count, coarser as it grows.
func bucket(n int) string {
	switch {
	case n < 0:
		return "-"
	case n <= 4:
		return "01234"[n : n+1]
	case n <= 6:
		return "5-6"
	case n <= 9:
		return "7-9"
	case n <= 14:
		return "10-14"
	}
	return "15+"
}
