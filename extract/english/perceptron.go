package english

import (
	"encoding/binary"
	"math"
	"strings"
	"sync"

	"github.com/jdkato/prose/v3/tag/aptagmodel"
)

// perceptron tags with the averaged perceptron of github.com/jdkato/prose: its
// model and its answers, looked up by hash instead of by binary search, which
// is several times as fast. The format of the model is described in prose's
// package internal/flat.
type perceptron struct {
	classes []Tag // of the model, by number
	count   int
	slots   []slot // hash table of features
	pairs   []pair // weights by class, feature after feature
	starts  []uint32
	known   map[string]uint8 // words that have one tag only
	pool    sync.Pool
}

type slot struct{ check, feature uint32 } // feature is its number plus 1

type pair struct {
	weight float32
	class  uint8
}

// The kinds of features, in the order in which prose adds them up.
const (
	bias = iota
	suffixHere
	prefixHere
	tagBefore
	tagTwoBefore
	tagsBefore
	wordHere
	tagAndWord
	wordBefore
	suffixBefore
	wordTwoBefore
	wordAfter
	suffixAfter
	wordTwoAfter
	kinds
)

// featureNames are the names of the kinds in the model; longer ones come
// before those that they begin with.
var featureNames = [kinds]string{"bias", "i suffix ", "i pref1 ", "i-1 tag ", "i-2 tag ", "i tag+i-2 tag ", "i word ",
	"i-1 tag+i word ", "i-1 word ", "i-1 suffix ", "i-2 word ", "i+1 word ", "i+1 suffix ", "i+2 word "}

var loadPerceptron = sync.OnceValue(func() *perceptron {
	p := &perceptron{}
	r := modelReader{b: aptagmodel.English}
	if string(r.next(8)) != "PROSETAG" || r.u32() != 1 {
		panic("english: the tagger's embedded model has an unknown format")
	}
	byName := map[string]Tag{}
	for i, name := range tagNames {
		byName[name] = Tag(i)
	}
	p.count = int(r.u32())
	number := map[string]uint64{"-START-": 254, "-START2-": 255}
	for i := range p.count {
		name := string(r.next(int(r.u16())))
		p.classes = append(p.classes, byName[name])
		number[name] = uint64(i)
	}
	features, pairs, blobLen := int(r.u32()), int(r.u32()), int(r.u32())
	blob := string(r.next(blobLen))
	offsets := r.u32s(features + 1)
	p.starts = r.u32s(features + 1)
	ids := r.next(pairs)
	p.pairs = make([]pair, pairs)
	for i := range p.pairs {
		p.pairs[i] = pair{math.Float32frombits(r.u32()), ids[i]}
	}
	p.slots = make([]slot, 1<<17)
	for i := range features {
		name := blob[offsets[i]:offsets[i+1]]
		for kind, prefix := range featureNames {
			rest, ok := strings.CutPrefix(name, prefix)
			if !ok {
				continue
			}
			var key uint64
			switch kind {
			case tagBefore, tagTwoBefore:
				key = mix(kind, number[rest], 0)
			case tagsBefore:
				a, b, _ := strings.Cut(rest, " ")
				key = mix(kind, number[a], number[b])
			case tagAndWord:
				a, b, _ := strings.Cut(rest, " ")
				key = mix(kind, hash(b), number[a])
			default:
				key = mix(kind, hash(rest), 0)
			}
			p.insert(key, uint32(i)+1)
			break
		}
	}
	n := int(r.u32())
	p.known = make(map[string]uint8, n)
	for range n {
		w := string(r.next(int(r.u16())))
		p.known[w] = r.next(1)[0]
	}
	p.pool.New = func() any { return new(context) }
	return p
})

type modelReader struct{ b []byte }

func (r *modelReader) next(n int) []byte {
	b := r.b[:n]
	r.b = r.b[n:]
	return b
}
func (r *modelReader) u16() uint16 { return binary.LittleEndian.Uint16(r.next(2)) }
func (r *modelReader) u32() uint32 { return binary.LittleEndian.Uint32(r.next(4)) }
func (r *modelReader) u32s(n int) []uint32 {
	out := make([]uint32, n)
	for i := range out {
		out[i] = r.u32()
	}
	return out
}

// hash is FNV-1a.
func hash(s string) uint64 {
	h := uint64(14695981039346656037)
	for i := 0; i < len(s); i++ {
		h = (h ^ uint64(s[i])) * 1099511628211
	}
	return h
}

// mix makes one key of a kind of feature and what it is about.
func mix(kind int, a, b uint64) uint64 {
	h := (a ^ uint64(kind)*0x9E3779B97F4A7C15) * 0xBF58476D1CE4E5B9
	h ^= h >> 29
	h = (h ^ b*0x94D049BB133111EB) * 0x9E3779B97F4A7C15
	return h ^ h>>32
}

func (p *perceptron) insert(key uint64, feature uint32) {
	mask := uint64(len(p.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		if p.slots[i].feature == 0 {
			p.slots[i] = slot{uint32(key >> 32), feature}
			return
		}
	}
}

// add adds the weights of a feature to the scores.
func (p *perceptron) add(scores *[64]float32, key uint64) {
	mask := uint64(len(p.slots) - 1)
	for i := key & mask; ; i = (i + 1) & mask {
		s := p.slots[i]
		if s.feature == 0 {
			return
		}
		if s.check == uint32(key>>32) {
			for _, w := range p.pairs[p.starts[s.feature-1]:p.starts[s.feature]] {
				scores[w.class&63] += w.weight
			}
			return
		}
	}
}

// context holds the hashes of the words around, and of their suffixes; two
// more stand before the first word and after the last.
type context struct{ words, suffixes []uint64 }

// Name returns "perceptron".
func (p *perceptron) Name() string { return "perceptron" }

// Tag sets the Tag of each token.
func (p *perceptron) Tag(tokens []Token) {
	c := p.pool.Get().(*context)
	p.tagRaw(c, tokens)
	p.pool.Put(c)
	mend(tokens)
}

// tagRaw sets the tags as the model has them.
func (p *perceptron) tagRaw(c *context, tokens []Token) {
	c.words, c.suffixes = c.words[:0], c.suffixes[:0]
	note := func(w string) {
		c.words = append(c.words, hash(w))
		c.suffixes = append(c.suffixes, hash(w[max(0, len(w)-3):]))
	}
	note("-START-")
	note("-START2-")
	for i := range tokens {
		note(modelForm(&tokens[i]))
	}
	note("-END-")
	note("-END2-")
	before, twoBefore := uint64(254), uint64(255)
	for i := range tokens {
		class := p.classOf(c, i+2, spelling(tokens[i].Text), before, twoBefore)
		tokens[i].Tag = None
		if class < p.count {
			tokens[i].Tag = p.classes[class]
		}
		before, twoBefore = uint64(class), before
	}
}

// classOf returns the class of the word at i of the context.
func (p *perceptron) classOf(c *context, i int, word string, before, twoBefore uint64) int {
	if class, ok := p.known[word]; ok {
		return int(class)
	}
	var scores [64]float32
	p.add(&scores, mix(bias, hash(""), 0))
	p.add(&scores, mix(suffixHere, hash(word[max(0, len(word)-3):]), 0))
	p.add(&scores, mix(prefixHere, hash(word[:min(1, len(word))]), 0))
	p.add(&scores, mix(tagBefore, before, 0))
	p.add(&scores, mix(tagTwoBefore, twoBefore, 0))
	p.add(&scores, mix(tagsBefore, before, twoBefore))
	p.add(&scores, mix(wordHere, c.words[i], 0))
	p.add(&scores, mix(tagAndWord, c.words[i], before))
	p.add(&scores, mix(wordBefore, c.words[i-1], 0))
	p.add(&scores, mix(suffixBefore, c.suffixes[i-1], 0))
	p.add(&scores, mix(wordTwoBefore, c.words[i-2], 0))
	p.add(&scores, mix(wordAfter, c.words[i+1], 0))
	p.add(&scores, mix(suffixAfter, c.suffixes[i+1], 0))
	p.add(&scores, mix(wordTwoAfter, c.words[i+2], 0))
	best := 0
	for class := 1; class < p.count; class++ {
		if scores[class&63] > scores[best&63] {
			best = class
		}
	}
	return best
}

// spelling returns a token as the newswire of the model's training spells it.
func spelling(text string) string {
	switch text {
	case "’s":
		return "'s"
	case "n’t":
		return "n't"
	case "“":
		return "``"
	case "”":
		return "''"
	}
	return text
}

// modelForm returns the form of a word that stands for it in the model.
func modelForm(t *Token) string {
	w := t.Lower
	switch {
	case w == "":
		return w
	case w[0] != '-' && strings.IndexByte(w, '-') >= 0:
		return "!HYPHEN"
	case w[0] >= '0' && w[0] <= '9':
		if len(w) == 4 && isDigit(w[1]) && isDigit(w[2]) && isDigit(w[3]) {
			return "!YEAR"
		}
		return "!DIGITS"
	}
	return spelling(w)
}
