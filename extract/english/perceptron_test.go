package english

import (
	"testing"

	"github.com/jdkato/prose/v3/tag"
)

// The answers are those of prose itself, before they are mended.
func TestPerceptronAgreesWithProse(t *testing.T) {
	prose, err := tag.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"The minister of health resigned on Tuesday after three weeks of protests in the capital.",
		"Talks between Norway and Japan, which began in 2019, will resume next month in Oslo.",
		"He's said that 13,000 well-paid jobs weren't lost; \"not one\", the spokeswoman added.",
		"Rebels left the town, set fire to the bridge and withdrew; nobody has since been seen there.",
		"Should the ceasefire hold, aid could reach up to 40% of those who fled the flooding.",
	} {
		tokens := Tokenize(nil, text, 0, len(text))
		words := make([]tag.Token, len(tokens))
		for i := range tokens {
			words[i].Text = spelling(tokens[i].Text)
		}
		prose.TagTokens(words)
		p := loadPerceptron()
		c := p.pool.Get().(*context)
		p.tagRaw(c, tokens)
		for i := range tokens {
			if got := tokens[i].Tag.String(); got != words[i].Tag && got != "" {
				t.Errorf("%q in %q: %s, prose says %s", tokens[i].Text, text, got, words[i].Tag)
			}
		}
	}
}

func BenchmarkTag(b *testing.B) {
	text := "The minister of health resigned on Tuesday after three weeks of protests in the capital, aides said."
	tokens := Tokenize(nil, text, 0, len(text))
	tagger := NewTagger()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		tagger.Tag(tokens)
	}
}
