package english

import (
	"strings"
	"testing"
)

func BenchmarkTokenize(b *testing.B) {
	text := strings.Repeat("Nobody knows why the U.S. ship didn't answer; its owners’ cease-fire plan, worth $13,000, was Norway's.\n", 20)
	var tokens []Token
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tokens = Tokenize(tokens[:0], text, 0, len(text))
	}
}
