package english

import "strings"

// Tag is a part of speech, after the Penn Treebank.
type Tag uint8

// The tags. The zero Tag is none, and stands for punctuation too.
const (
	None Tag = iota
	NN
	NNS
	NNP
	NNPS
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	MD
	JJ
	JJR
	JJS
	RB
	RBR
	RBS
	RP
	IN
	DT
	PDT
	PRP
	PRPS // PRP$, a possessive pronoun
	WDT
	WP
	WPS // WP$, whose
	WRB
	TO
	CC
	CD
	POS
	EX
	UH
	FW
)

var tagNames = [...]string{"", "NN", "NNS", "NNP", "NNPS", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD", "JJ", "JJR",
	"JJS", "RB", "RBR", "RBS", "RP", "IN", "DT", "PDT", "PRP", "PRP$", "WDT", "WP", "WP$", "WRB", "TO", "CC", "CD",
	"POS", "EX", "UH", "FW"}

// String returns the Penn Treebank's name, "" for None.
func (t Tag) String() string { return tagNames[t] }

// Verb reports whether t is a form of a verb, modals left out.
func (t Tag) Verb() bool { return t >= VB && t <= VBZ }

// Noun reports whether t is a noun, a name included.
func (t Tag) Noun() bool { return t >= NN && t <= NNPS }

// Name reports whether t is a proper noun.
func (t Tag) Name() bool { return t == NNP || t == NNPS }

// Adjective reports whether t is an adjective.
func (t Tag) Adjective() bool { return t >= JJ && t <= JJS }

// Tagger gives the tokens of one sentence their parts of speech.
type Tagger interface {
	// Tag sets the Tag of each token.
	Tag(tokens []Token)
	// Name says which tagger it is.
	Name() string
}

// NewTagger returns the tagger that dateline uses: an averaged perceptron
// (github.com/jdkato/prose), with what its training on old newswire gets wrong
// put right. It is safe for concurrent use.
func NewTagger() Tagger { return loadPerceptron() }

// mend puts right the mistakes that the perceptron makes again and again.
func mend(tokens []Token) {
	for i := range tokens {
		t := &tokens[i]
		switch t.Lower {
		case "'s", "’s":
			// "Biden's visit" against "it's": after a pronoun it is a verb.
			if i > 0 && (tokens[i-1].Tag == PRP || tokens[i-1].Tag == EX || tokens[i-1].Lower == "that") {
				t.Tag = VBZ
			} else if i > 0 && tokens[i-1].Tag.Noun() {
				t.Tag = POS
			}
		case "following":
			// "following the vote": a preposition, where no form of be makes it a verb.
			if i+1 < len(tokens) && i > 0 && tokens[i-1].Tag != DT && !tokens[i-1].Tag.Verb() {
				t.Tag = IN
			}
		case "'", "’":
			if i > 0 && tokens[i-1].Tag.Noun() && strings.HasSuffix(tokens[i-1].Lower, "s") && tokens[i].Start == tokens[i-1].End {
				t.Tag = POS
			} else {
				t.Tag = None
			}
		case "-", "–", "—", "\"", "“", "”", "(", ")", "[", "]", ";", ":", ",", ".", "/", "*", "#", "…":
			t.Tag = None
		}
		if (t.Tag.Adjective() || t.Tag == NN || t.Tag == IN) && i > 0 {
			t.Tag = verbAfterAll(tokens, i)
		}
		if t.Tag == VBN && i > 0 && finiteWithoutAuxiliary(tokens, i) {
			t.Tag = VBD
		}
	}
}

// finiteWithoutAuxiliary reports whether the participle at i stands where only
// a past tense can: right after a subject pronoun, or after "who" and "which".
func finiteWithoutAuxiliary(tokens []Token, i int) bool {
	j := i - 1
	for j > 0 && tokens[j].Tag == RB {
		j--
	}
	switch tokens[j].Lower {
	case "he", "she", "they", "we", "i", "who":
		return true
	case "it", "which":
		return j == 0 || tokens[j-1].Tag != IN
	}
	return false
}

// verbAfterAll returns the tag of the word at i, which the perceptron took for
// an adjective or a noun: a past tense that no other word is spelled like
// ("withdrew"), or a form in -ed after be ("was uploaded") or before the
// beginning of an object ("requested the ballots").
func verbAfterAll(tokens []Token, i int) Tag {
	t := &tokens[i]
	next := None
	if i+1 < len(tokens) {
		next = tokens[i+1].Tag
	}
	begins := next == DT || next == PRPS || next == CD || next == NNP || next == PRP
	if verbs.past[t.Lower] {
		return VBD
	}
	if n := len(t.Lower); n < 5 || t.Lower[n-2:] != "ed" || strings.HasSuffix(t.Lower, "eed") || t.Tag == IN {
		return t.Tag
	}
	j := i - 1
	for j > 0 && (tokens[j].Tag == RB || tokens[j].Lower == "not") {
		j--
	}
	switch before := tokens[j].Lower; {
	case before == "was" || before == "were" || before == "been" || before == "being":
		if t.Tag != NN && (next == None || next == IN || next == RB || next == TO || next.Noun() || next == CC) {
			return VBN
		}
	case before == "has" || before == "have" || before == "had":
		return VBN
	case begins && tokens[j].Tag != DT && tokens[j].Tag != PRPS && !tokens[j].Tag.Adjective():
		return VBD
	}
	return t.Tag
}
