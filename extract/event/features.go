package event

import "math/bits"

// features collects what speaks for or against a decision, as hashes of
// their names; with named set it keeps the names too, for training.
type features struct {
	hashes []uint64
	names  []string
	named  bool
	base   int32 // the weight of what was noted before
	rare   [16]value
	next   int // in rare
}

func (f *features) reset() {
	f.hashes, f.names, f.base = f.hashes[:0], f.names[:0], 0
}

// add notes the feature of a family that the values tell apart from others of
// it: its name is all of them joined by colons.
func (f *features) add(family string, values ...*value) {
	h := hashFamily(family)
	for _, v := range values {
		h = h*v.mul + v.add
	}
	f.hashes = append(f.hashes, spread(h))
	if f.named {
		name := family
		for _, v := range values {
			name += ":" + v.text
		}
		f.names = append(f.names, name)
	}
}

// when notes the feature if cond holds.
func (f *features) when(cond bool, family string, values ...*value) {
	if cond {
		f.add(family, values...)
	}
}

// of returns the value of a text that is not one of a few. It is good until
// more are asked for.
func (f *features) of(text string) *value {
	v := &f.rare[f.next%len(f.rare)]
	f.next++
	*v = newValue(text)
	return v
}

// hashFamily returns a number for the name of a family: no two of ours have the
// same. Of long names it reads the beginning, the middle and the end.
func hashFamily(name string) uint64 {
	n := len(name)
	h := uint64(n) * hashBase
	switch {
	case n > 16:
		h = bits.RotateLeft64((h^eight(name[n/2-4:]))*hashBase, 31)
		fallthrough
	case n >= 8:
		h = bits.RotateLeft64((h^eight(name))*hashBase, 31)
		return (h ^ eight(name[n-8:])) * hashBase
	case n >= 4:
		return (h ^ (uint64(four(name)) | uint64(four(name[n-4:]))<<32)) * hashBase
	}
	for i := range n {
		h = (h ^ uint64(name[i])) * hashBase
	}
	return h
}

// eight returns the first eight bytes of s.
func eight(s string) uint64 { return uint64(four(s)) | uint64(four(s[4:]))<<32 }

// four returns the first four bytes of s.
func four(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// spread makes of a number one of which all bits depend on all of its bits.
func spread(h uint64) uint64 { return (h ^ h>>32) * 0xD6E8FEB86659FD93 }

// bucketNames name counts, coarser as they grow: of -1, of 0 and so on.
var bucketNames = [...]string{"-", "0", "1", "2", "3", "4", "5-6", "5-6", "7-9", "7-9", "7-9", "10-14", "10-14", "10-14", "10-14", "10-14", "15+"}

// bucketsAfter returns the values of the buckets with something before them.
func bucketsAfter(prefix string) (values [len(bucketNames)]value) {
	for i, name := range bucketNames {
		values[i] = newValue(prefix + name)
	}
	return values
}

var buckets = bucketsAfter("")

// bucketOf returns the number of the bucket of a count.
func bucketOf(n int) int { return max(min(n, len(bucketNames)-2), -1) + 1 }

// bucket names a count.
func bucket(n int) *value { return &buckets[bucketOf(n)] }
