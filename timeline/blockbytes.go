package timeline

import (
	"encoding/binary"
	"math"
)

// blockAgain returns the clusters of the mentions of one date, as they were
// found in the last build where that had the same mentions.
func (k *clustering) blockAgain(mentions []int) []cluster {
	if len(mentions) == 1 {
		return []cluster{{span: k.mentions.brief[mentions[0]].span, members: []int{mentions[0]}, into: -1}}
	}
	alone := clustering{mentions: k.mentions}
	if k.past == nil {
		alone.block(mentions)
		return alone.clusters
	}
	key := digest{}
	local := make(map[int]int, len(mentions)) // before block sorts them
	for i, m := range mentions {
		key = key.then(k.ids[m])
		local[m] = i
	}
	src := k.past.block(key)
	if clusters, ok := unpackClusters(src, mentions, k.mentions.brief[mentions[0]].span); ok {
		k.past.keepBlock(key, src, false)
		return clusters
	}
	alone.block(mentions)
	k.past.keepBlock(key, packClusters(alone.clusters, local), true)
	return alone.clusters
}

// packClusters returns the clusters of the mentions of one date as bytes;
// local is their number among these.
func packClusters(clusters []cluster, local map[int]int) []byte {
	out := binary.AppendUvarint(nil, uint64(len(clusters)))
	for _, c := range clusters {
		out = binary.AppendUvarint(out, uint64(c.into+1))
		out = binary.AppendUvarint(out, uint64(len(c.members)))
		for _, m := range c.members {
			out = binary.AppendUvarint(out, uint64(local[m]))
		}
		out = binary.AppendUvarint(out, uint64(len(c.joins)))
		for _, j := range c.joins {
			out = binary.AppendUvarint(out, uint64(local[j.from]))
			out = binary.AppendUvarint(out, uint64(local[j.to]))
			out = j.like.append(out)
		}
	}
	return out
}

func (l *likeness) append(out []byte) []byte {
	bits := byte(0)
	for i, set := range []bool{l.stop, l.distant, l.refers} {
		if set {
			bits |= 1 << i
		}
	}
	out = append(out, bits)
	for _, v := range []float64{l.head, l.names, l.place, l.words, l.score} {
		out = binary.LittleEndian.AppendUint64(out, math.Float64bits(v))
	}
	return out
}

// unpackClusters reads what packClusters wrote of mentions, which have one
// span. ok is false when src is nothing of the kind.
func unpackClusters(src []byte, mentions []int, s span) (clusters []cluster, ok bool) {
	if src == nil {
		return nil, false
	}
	defer func() {
		if recover() != nil {
			clusters, ok = nil, false // a number that lies leads beyond the end
		}
	}()
	r := &mentionReader{src: src}
	n := r.number()
	if n > uint64(len(src)) {
		return nil, false
	}
	clusters = make([]cluster, n)
	all := make([]int, 0, len(mentions)) // a mention is a member once
	for i := range clusters {
		c := &clusters[i]
		c.into = int(r.number()) - 1
		start := len(all)
		for range r.number() {
			all = append(all, mentions[r.number()])
		}
		if c.into < 0 {
			c.span = s
		}
		c.members = all[start:len(all):len(all)]
		for range r.number() {
			j := join{from: mentions[r.number()], to: mentions[r.number()]}
			j.like.read(r)
			c.joins = append(c.joins, j)
		}
		if c.into >= int(n) {
			return nil, false
		}
	}
	return clusters, len(r.src) == 0
}

func (l *likeness) read(r *mentionReader) {
	bits := r.src[0]
	l.stop, l.distant, l.refers = bits&1 != 0, bits&2 != 0, bits&4 != 0
	for i, v := range []*float64{&l.head, &l.names, &l.place, &l.words, &l.score} {
		*v = math.Float64frombits(binary.LittleEndian.Uint64(r.src[1+8*i:]))
	}
	r.src = r.src[1+5*8:]
}
