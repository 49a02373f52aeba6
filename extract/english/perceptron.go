package english

import (
	"math/bits"
	"strings"
	"sync"
)

// perceptron tags with the averaged perceptron of github.com/jdkato/prose: its
// model and its answers, laid out by word instead of by feature, so that a
// word is looked up once for all the places at which it can stand.
type perceptron struct {
	classes  []Tag // of the model, by number
	pairs    []pair
	long     []scores  // what long rows of weights add up to
	words    []wordRow // the first stands for words that the model does not know
	behind   []weights // of words behind a class, by wordRow.behindClass
	suffixes []suffixRow
	prefixes [256]weights // by the first byte of a word
	history  []scores     // what the classes before a word say of it, by historyOf
	slots    hashTable    // of words
	endings  hashTable    // of suffixes
	pool     sync.Pool
}

// scores are sums of weights by class. They are added up three at a time: each
// number holds the sums of three classes, 21 bits each. A sum may be negative
// on the way, and is not in the end, as each begins with zeroSum and no weight
// is heavier than maxWeight.
type scores [16]uint64 // one more than there are columns, so that no bounds are checked

const (
	laneBits   = 21
	columns    = 15
	maxClasses = 3 * columns

	zeroSum   = 1 << 19
	maxWeight = zeroSum / 14 // thousandths; a word has at most 14 features
)

// pair is a weight and the class that it speaks for: from below the column of
// the class, 4 bits, where its sum begins in there, 6 bits, and the weight in
// thousandths.
type pair int32

func newPair(class, weight int) pair {
	return pair(weight<<10 | class/columns*laneBits<<4 | class%columns)
}

// add adds a weight.
func (s *scores) add(p pair) {
	s[p&15] += uint64(int64(p>>10)) << (p >> 4 & 63)
}

// best returns the class with the highest sum, the first of equals.
func (s *scores) best() int {
	const mask = 1<<laneBits - 1
	var a, b, c uint64
	for i, sums := range s[:columns] {
		// Of equals the first wins: its number stands below the sum.
		n := uint64(maxClasses - 1 - i)
		a = max(a, sums&mask<<6|n)
		b = max(b, sums>>laneBits&mask<<6|(n-columns))
		c = max(c, sums>>(2*laneBits)<<6|(n-2*columns))
	}
	return maxClasses - 1 - int(max(a, b, c)&63)
}

// weights are pairs in a row: where they start, and in the last 6 bits how
// many they are; or, where they are many, the place of their sums, and 63.
type weights uint32

const (
	manyPairs = 8 // more of them are added up beforehand
	inLong    = 63
)

// wordRow is what the model knows of a word, by where it stands.
type wordRow struct {
	here  weights // of the word that is tagged
	whole weights // and of its suffix and its first byte, 0 where they were not added up
	beside

	known   uint8  // its class plus 1, where it has one only
	behind  uint32 // where its weights behind a class begin
	classes uint64 // a bit for each class that it has such weights for
}

// beside is what a word says of those around it. What its suffix says is part
// of before and after for the words that the model knows best.
type beside struct {
	before, suffixBefore, twoBefore weights
	after, suffixAfter, twoAfter    weights
}

// behindClass is the place of the weights of the word behind one of its classes.
func (w *wordRow) behindClass(p *perceptron, class int) *weights {
	return &p.behind[int(w.behind)+bits.OnesCount64(w.classes&(1<<class-1))]
}

// suffixRow is what the model knows of the last three bytes of a word.
type suffixRow struct{ here, before, after weights }

// historyOf is the place of two classes before a word in history.
func (p *perceptron) historyOf(before, twoBefore int) int {
	return before*(len(p.classes)+2) + twoBefore
}

// add adds weights to the scores.
func (p *perceptron) add(s *scores, w weights) {
	if w&63 == inLong {
		for i, sums := range &p.long[w>>6] {
			s[i] += sums
		}
		return
	}
	for _, pair := range p.pairs[w>>6:][:w&63] {
		s.add(pair)
	}
}

// context holds the words around; two more stand before the first word and
// after the last.
type context []neighbor

// neighbor is a word, and what it says of those around it.
type neighbor struct {
	form string
	row  uint32
	beside
}

// note adds a word.
func (c *context) note(p *perceptron, w string) {
	n := neighbor{form: w, row: p.slots.row(hash(w))}
	if n.row != 0 {
		n.beside = p.words[n.row].beside
	} else {
		suffix := &p.suffixes[p.endings.row(endingOf(w).hash())]
		n.suffixBefore, n.suffixAfter = suffix.before, suffix.after
	}
	*c = append(*c, n)
}

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
	*c = (*c)[:0]
	c.note(p, "-START-")
	c.note(p, "-START2-")
	for i := range tokens {
		c.note(p, modelForm(&tokens[i]))
	}
	c.note(p, "-END-")
	c.note(p, "-END2-")
	before, twoBefore := len(p.classes), len(p.classes)+1
	for i := range tokens {
		t := &tokens[i]
		around := (*c)[i : i+5]
		word, row := spelling(t.Text), around[2].row
		if word != t.Lower {
			row = p.slots.row(hash(word))
		}
		class := int(p.words[row].known) - 1
		if class < 0 {
			class = p.classOf(around, word, before, twoBefore)
		}
		t.Tag = p.classes[class]
		before, twoBefore = class, before
	}
}

// classOf returns the class of the word that two stand around on each side.
func (p *perceptron) classOf(around []neighbor, word string, before, twoBefore int) int {
	s := p.history[p.historyOf(before, twoBefore)]
	here := &p.words[around[2].row]
	if here.whole != 0 && around[2].form == word {
		p.add(&s, here.whole)
	} else {
		p.add(&s, here.here)
		p.add(&s, p.suffixes[p.endings.row(endingOf(word).hash())].here)
		if word != "" {
			p.add(&s, p.prefixes[word[0]])
		}
	}
	if here.classes&(1<<before) != 0 {
		p.add(&s, *here.behindClass(p, before))
	}
	p.add(&s, around[1].before)
	p.add(&s, around[1].suffixBefore)
	p.add(&s, around[0].twoBefore)
	p.add(&s, around[3].after)
	p.add(&s, around[3].suffixAfter)
	p.add(&s, around[4].twoAfter)
	return s.best()
}

// ending is the last three bytes of a word, or all of a shorter one, and in the
// highest byte how many they are.
type ending uint32

func endingOf(word string) ending {
	n := len(word)
	if n >= 3 {
		return 3<<24 | ending(word[n-3])<<16 | ending(word[n-2])<<8 | ending(word[n-1])
	}
	e := ending(n) << 24
	for i := range n {
		e |= ending(word[i]) << (8 * i)
	}
	return e
}

// hash returns a number of which the upper half is e itself.
func (e ending) hash() uint64 { return uint64(e)<<32 | uint64(e*0x9E3779B1>>16) }

// hash reads eight bytes at a time; what is left of a word, it reads in two
// halves that may overlap.
func hash(s string) uint64 {
	const k = 0x9E3779B97F4A7C15
	h := uint64(len(s)) * k
	for ; len(s) >= 8; s = s[8:] {
		h = (h ^ (uint64(four(s)) | uint64(four(s[4:]))<<32)) * k
		h ^= h >> 32
	}
	switch n := len(s); {
	case n >= 4:
		h ^= uint64(four(s)) | uint64(four(s[n-4:]))<<32
	case n > 0:
		h ^= uint64(s[0]) | uint64(s[n/2])<<8 | uint64(s[n-1])<<16
	}
	h *= k
	return h ^ h>>32
}

// four returns the first four bytes of s.
func four(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

// hashTable leads from hashes to rows. It trusts in 64 bits: two words of one
// hash would be one to it.
type hashTable []struct {
	check uint32 // the upper half of the hash
	row   uint32 // 0 where the slot is empty
}

// row returns the row of a hash, 0 when it has none.
func (t hashTable) row(h uint64) uint32 {
	mask := uint64(len(t) - 1)
	for i := (h ^ h>>32) & mask; ; i = (i + 1) & mask {
		s := t[i]
		if s.row == 0 || s.check == uint32(h>>32) {
			return s.row
		}
	}
}

// insert gives a hash that has none a row.
func (t hashTable) insert(h uint64, row uint32) {
	mask := uint64(len(t) - 1)
	i := (h ^ h>>32) & mask
	for t[i].row != 0 {
		i = (i + 1) & mask
	}
	t[i].check, t[i].row = uint32(h>>32), row
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
