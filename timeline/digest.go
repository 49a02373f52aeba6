package timeline

import (
	"crypto/sha256"
	"encoding/binary"
)

// digest is a checksum of 128 bits. Those of the members of a set add up to
// that of the set, whatever their order.
type digest [2]uint64

// with returns the digest of d followed by v.
func (d digest) with(v uint64) digest {
	return digest{mix(d[0]*31 + v), mix(d[1]*0x9e3779b97f4a7c15 + v + 1)}
}

// then returns the digest of d followed by o.
func (d digest) then(o digest) digest { return d.with(o[0]).with(o[1]) }

func (d digest) plus(o digest) digest { return digest{d[0] + o[0], d[1] + o[1]} }

func (d digest) minus(o digest) digest { return digest{d[0] - o[0], d[1] - o[1]} }

// Sum is a checksum of a Reading. The zero Sum is that of a reading of which
// none is known.
type Sum [16]byte

func (s Sum) digest() digest {
	return digest{binary.LittleEndian.Uint64(s[:]), binary.LittleEndian.Uint64(s[8:])}
}

// With returns the sum of a reading that was made of the one with the sum s in a
// way that how names; the zero Sum for one of which none is known.
func (s Sum) With(how string) Sum {
	if s == (Sum{}) {
		return s
	}
	all := sha256.Sum256(append(s[:], how...))
	return Sum(all[:len(s)])
}

// digest returns the digest of s.
func (s span) digest() digest {
	bits := uint64(0)
	for i, set := range []bool{s.openFrom, s.openTo, s.dated} {
		if set {
			bits |= 1 << i
		}
	}
	return digest{}.with(uint64(s.first)).with(uint64(s.last)).with(bits)
}

// of returns the digest of a cluster: of its date and its members in their order.
func (k *clustering) digest(c *cluster) digest {
	d := c.span.digest()
	for _, m := range c.members {
		d = d.then(k.ids[m])
	}
	return d
}
