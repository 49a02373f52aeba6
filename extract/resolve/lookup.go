package resolve

// lexicon holds what buildLexicon returns, so that a word is found without
// being copied: a hash table, more than half of it empty.
var lexicon, shapes = buildTable()

// slot is a word of the lexicon and what it says of it; empty where word is.
type slot struct {
	word packedWord
	entry
}

const (
	slotBits = 11 // of the number of a slot
	slots    = 1 << slotBits
)

// longestWord is the length of the longest entry of the lexicon, in bytes.
const longestWord = 16

// packedWord is a word of up to longestWord bytes in lower case.
type packedWord [2]uint64

// pack packs a word, and says whether it has no lower-case letter.
func pack(word string) (p packedWord, upper bool) {
	upper = true
	for i := range len(word) {
		b := word[i]
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		} else if b >= 'a' && b <= 'z' {
			upper = false
		}
		p[i>>3&1] |= uint64(b) << (i & 7 * 8)
	}
	return p, upper
}

// slot returns the number of the slot at which the search for p begins.
func (p packedWord) slot() uint64 {
	return (p[0] ^ p[1]*3) * 0x9E3779B97F4A7C15 >> (64 - slotBits)
}

// lookUp finds a word in the lexicon, and says whether it is in capitals.
func lookUp(word string) (c class, value int32, upper bool) {
	if len(word) > longestWord {
		return 0, 0, false
	}
	if len(word) > 1 && !mayKnow(word[0], word[1], len(word)) {
		return 0, 0, isUpper(word)
	}
	p, upper := pack(word)
	for i := p.slot(); ; i = (i + 1) % slots {
		if s := &lexicon[i]; s.word == p || s.word == (packedWord{}) {
			return s.class, s.value, upper
		}
	}
}

// isUpper reports whether a word has no lower-case letter.
func isUpper(word string) bool {
	for i := len(word) - 1; i >= 0; i-- { // the last is the likeliest to be one
		if word[i] >= 'a' && word[i] <= 'z' {
			return false
		}
	}
	return true
}

// shapeTable holds, for the first two letters of a word in either case, the
// lengths of the words of the lexicon that begin with them, as bits. Most
// words of a text are turned away by it without a look into the lexicon.
type shapeTable [32 * 32]uint32

func mayKnow(first, second byte, length int) bool {
	return shapes[int(first&31)<<5|int(second&31)]>>length&1 != 0
}

func buildTable() (*[slots]slot, *shapeTable) {
	var table [slots]slot
	var shapes shapeTable
	for w, e := range buildLexicon() {
		p, _ := pack(w)
		i := p.slot()
		for table[i].word != (packedWord{}) {
			i = (i + 1) % slots
		}
		table[i] = slot{p, e}
		if len(w) > 1 {
			shapes[int(w[0]&31)<<5|int(w[1]&31)] |= 1 << len(w)
		}
	}
	return &table, &shapes
}
