package english

import (
	"encoding/binary"
	"math"
	"math/bits"
	"strings"
	"sync"

	"github.com/jdkato/prose/v3/tag/aptagmodel"
)

// loadPerceptron reads the model of prose, whose format is described in
// prose's package internal/flat, and lays it out by word.
var loadPerceptron = sync.OnceValue(func() *perceptron {
	r := modelReader{b: aptagmodel.English}
	if string(r.next(8)) != "PROSETAG" || r.u32() != 1 {
		panic("english: the tagger's embedded model has an unknown format")
	}
	l := layout{perceptron: &perceptron{
		words: make([]wordRow, 1, 20000), suffixes: make([]suffixRow, 1, 4000),
		slots: make(hashTable, 1<<16), long: make([]scores, 0, 7000), endings: make(hashTable, 1<<13),
	}}
	l.readClasses(&r)
	features, pairs, blobLen := int(r.u32()), int(r.u32()), int(r.u32())
	names := string(r.next(blobLen))
	offsets, starts := r.u32s(features+1), r.u32s(features+1)
	l.readPairs(r.next(pairs), r.u32s(pairs))
	for i := range features {
		l.place(names[offsets.at(i):offsets.at(i+1)], l.weights(starts.at(i), starts.at(i+1)))
	}
	for range int(r.u32()) {
		word := string(r.next(int(r.u16())))
		l.words[l.wordRow(word)].known = r.next(1)[0] + 1
	}
	l.addSuffixes()
	l.layBehind()
	l.layHistory()
	l.pool.New = func() any { return new(context) }
	return l.perceptron
})

// layout is a perceptron that is being laid out.
type layout struct {
	*perceptron
	number map[string]int // of the classes
	// The weights of any word, and of classes before it.
	bias              weights
	before, twoBefore [maxClasses + 2]weights
	both              [maxClasses + 2][maxClasses + 2]weights
	behind            []behind
	names             []string // of the rows of words
}

// behind are the weights of a word behind a class.
type behind struct {
	row   uint32
	class uint8
	at    weights
}

// readClasses reads the names of the classes.
func (l *layout) readClasses(r *modelReader) {
	tags := map[string]Tag{}
	for i, name := range tagNames {
		tags[name] = Tag(i)
	}
	n := int(r.u32())
	if n != maxClasses {
		panic("english: the tagger's embedded model has other classes than expected")
	}
	l.number = map[string]int{"-START-": n, "-START2-": n + 1}
	for i := range n {
		name := string(r.next(int(r.u16())))
		l.classes = append(l.classes, tags[name])
		l.number[name] = i
	}
}

// readPairs reads the weights, which are whole thousandths.
func (l *layout) readPairs(classes []byte, values u32s) {
	l.pairs = make([]pair, len(classes))
	for i := range l.pairs {
		w := math.Round(1000 * float64(math.Float32frombits(values.at(i))))
		if math.Abs(w) > maxWeight {
			panic("english: the tagger's embedded model has heavier weights than expected")
		}
		l.pairs[i] = newPair(int(classes[i]), int(w))
	}
}

// weights returns the pairs from start to end, added up where they are many.
func (l *layout) weights(start, end uint32) weights {
	if end-start <= manyPairs {
		return weights(start<<6 | (end - start))
	}
	var s scores
	for _, pair := range l.pairs[start:end] {
		s.add(pair)
	}
	l.long = append(l.long, s)
	return weights(len(l.long)-1)<<6 | inLong
}

// place puts the weights of a feature where they are looked up. Its name says
// what it is about in two words, and then which word, suffix or class it is.
func (l *layout) place(name string, at weights) {
	if name == "bias" {
		l.bias = at
		return
	}
	kind := strings.IndexByte(name, ' ') + 1
	end := kind + strings.IndexByte(name[kind:], ' ')
	which := name[end+1:]
	switch name[:end] {
	case "i word":
		l.words[l.wordRow(which)].here = at
	case "i-1 word":
		l.words[l.wordRow(which)].before = at
	case "i-2 word":
		l.words[l.wordRow(which)].twoBefore = at
	case "i+1 word":
		l.words[l.wordRow(which)].after = at
	case "i+2 word":
		l.words[l.wordRow(which)].twoAfter = at
	case "i suffix":
		l.suffixes[l.suffixRow(which)].here = at
	case "i-1 suffix":
		l.suffixes[l.suffixRow(which)].before = at
	case "i+1 suffix":
		l.suffixes[l.suffixRow(which)].after = at
	case "i pref1":
		if which != "" {
			l.prefixes[which[0]] = at
		}
	case "i-1 tag":
		l.before[l.number[which]] = at
	case "i-2 tag":
		l.twoBefore[l.number[which]] = at
	case "i tag+i-2": // "tag A B"
		a, b, _ := strings.Cut(strings.TrimPrefix(which, "tag "), " ")
		l.both[l.number[a]][l.number[b]] = at
	case "i-1 tag+i": // "word A W"
		class, word, _ := strings.Cut(strings.TrimPrefix(which, "word "), " ")
		b := behind{l.wordRow(word), uint8(l.number[class]), at}
		l.words[b.row].classes |= 1 << b.class
		l.behind = append(l.behind, b)
	}
}

// wordRow returns the row of a word, a new one where it has none.
func (l *layout) wordRow(word string) uint32 {
	row := rowOf(l.slots, &l.words, hash(word))
	for len(l.names) <= int(row) {
		l.names = append(l.names, word)
	}
	return row
}

// suffixRow returns the row of a suffix, a new one where it has none.
func (l *layout) suffixRow(suffix string) uint32 {
	return rowOf(l.endings, &l.suffixes, endingOf(suffix).hash())
}

func rowOf[Row any](t hashTable, rows *[]Row, h uint64) uint32 {
	row := t.row(h)
	if row == 0 {
		row = uint32(len(*rows))
		*rows = append(*rows, *new(Row))
		t.insert(h, row)
	}
	return row
}

// addSuffixes lays beside what the model knows of a word what it knows of the
// suffix of the word. Of the words that it knows most of, which are frequent,
// it adds both up.
func (l *layout) addSuffixes() {
	for i := 1; i < len(l.words); i++ {
		w, name := &l.words[i], l.names[i]
		suffix := &l.suffixes[l.endings.row(endingOf(name).hash())]
		if name != "" && w.here&63 == inLong {
			w.whole = l.sum(w.here, suffix.here, l.prefixes[name[0]])
		}
		w.suffixBefore, w.suffixAfter = suffix.before, suffix.after
		if w.before&63 == inLong {
			w.before, w.suffixBefore = l.sum(w.before, suffix.before), 0
		}
		if w.after&63 == inLong {
			w.after, w.suffixAfter = l.sum(w.after, suffix.after), 0
		}
	}
}

// sum returns what weights add up to.
func (l *layout) sum(all ...weights) weights {
	var s scores
	for _, w := range all {
		l.add(&s, w)
	}
	l.long = append(l.long, s)
	return weights(len(l.long)-1)<<6 | inLong
}

// layBehind lays out the weights of words behind classes, word after word.
func (l *layout) layBehind() {
	next := uint32(0)
	for i := range l.words {
		w := &l.words[i]
		w.behind = next
		next += uint32(bits.OnesCount64(w.classes))
	}
	l.perceptron.behind = make([]weights, next)
	for _, b := range l.behind {
		*l.words[b.row].behindClass(l.perceptron, int(b.class)) = b.at
	}
}

// layHistory adds up what the classes before a word say of it.
func (l *layout) layHistory() {
	n := len(l.classes) + 2
	l.history = make([]scores, n*n)
	for a := range n {
		for b := range n {
			s := &l.history[l.historyOf(a, b)]
			for class := range maxClasses {
				s.add(newPair(class, zeroSum))
			}
			l.add(s, l.bias)
			l.add(s, l.before[a])
			l.add(s, l.twoBefore[b])
			l.add(s, l.both[a][b])
		}
	}
}

// modelReader reads the model from its front.
type modelReader struct{ b []byte }

func (r *modelReader) next(n int) []byte {
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}
func (r *modelReader) u16() uint16     { return binary.LittleEndian.Uint16(r.next(2)) }
func (r *modelReader) u32() uint32     { return binary.LittleEndian.Uint32(r.next(4)) }
func (r *modelReader) u32s(n int) u32s { return r.next(4 * n) }

// u32s are numbers as the model holds them.
type u32s []byte

func (u u32s) at(i int) uint32 { return binary.LittleEndian.Uint32(u[4*i:]) }
