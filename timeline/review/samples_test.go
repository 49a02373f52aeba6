package review

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"dateline/extract/article"
	"dateline/extract/english"
)

// sampleSentence is a sentence of a sample article, with the one it was at first.
type sampleSentence struct {
	first int
	words []string
}

// sample is an article of the sample site, sentence by sentence, and the
// sentence of each decision on it.
type sample struct {
	name      string
	sentences []sampleSentence
	quotes    []Quote
	on        []int
}

// samples reads the sample site. A decision that quotes more than a sentence
// is left out.
func samples(t *testing.T) []sample {
	t.Helper()
	files, err := filepath.Glob("../../review/*.yaml")
	if err != nil || len(files) == 0 {
		t.Fatalf("no decisions on the samples: %v", err)
	}
	var all []sample
	for _, name := range files {
		src, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		f, err := Parse(name, src)
		if err != nil {
			t.Fatal(err)
		}
		path := filepath.Join("../../content", f.Article+".md")
		if src, err = os.ReadFile(path); err != nil {
			t.Fatal(err)
		}
		a, err := article.ReadMarkdown(path, src, article.Options{})
		if err != nil {
			t.Fatal(err)
		}
		s := sample{name: f.Article}
		begins := []int{}
		for at := 0; ; {
			next, ok := english.NextSentence(a.Text, at)
			if !ok {
				break
			}
			s.sentences = append(s.sentences, sampleSentence{len(s.sentences), strings.Fields(a.Text[next.Start:next.End])})
			begins = append(begins, next.Start)
			at = next.End
		}
		for _, d := range f.Decisions {
			if now := Renamed().Now(d.Proposed.Rule); now != d.Proposed.Rule {
				t.Errorf("%s: the rule %s is in use, and has an alias", name, d.Proposed.Rule)
			}
			if m := d.Quote.Find(a.Text); m.Found == Same {
				s.quotes = append(s.quotes, d.Quote)
				at, exact := slices.BinarySearch(begins, m.Span.Start)
				if !exact {
					at--
				}
				s.on = append(s.on, at)
			}
		}
		all = append(all, s)
	}
	return all
}

// TestEditsOfTheSamplesMoveNoDecision edits the sample articles as editors do
// and looks where the decisions on them are found: in their own sentence,
// however edited, or nowhere.
func TestEditsOfTheSamplesMoveNoDecision(t *testing.T) {
	all := samples(t)
	rapid.Check(t, func(t *rapid.T) {
		s := all[rapid.IntRange(0, len(all)-1).Draw(t, "article")]
		sentences := slices.Clone(s.sentences)
		for n := range rapid.IntRange(1, 12).Draw(t, "edits") {
			i := rapid.IntRange(0, len(sentences)-1).Draw(t, "sentence")
			words := slices.Clone(sentences[i].words)
			w := rapid.IntRange(0, len(words)-1).Draw(t, "word")
			switch rapid.SampledFrom([]string{"delete", "move", "copy", "replace", "drop", "insert", "halve"}).Draw(t, "edit") {
			case "delete":
				if len(sentences) > 1 {
					sentences = slices.Delete(sentences, i, i+1)
				}
				continue
			case "move", "copy":
				moved := sentences[i]
				if rapid.Bool().Draw(t, "away") && len(sentences) > 1 {
					sentences = slices.Delete(sentences, i, i+1)
				}
				sentences = slices.Insert(sentences, rapid.IntRange(0, len(sentences)).Draw(t, "to"), moved)
				continue
			case "replace":
				words[w] = fmt.Sprintf("word%d", n)
			case "drop":
				words = slices.Delete(words, w, w+1)
			case "insert":
				words = slices.Insert(words, w, fmt.Sprintf("word%d", n))
			case "halve":
				words = words[:w]
			}
			if len(words) == 0 {
				words = []string{"Nothing."}
			}
			sentences[i].words = words
		}
		var b strings.Builder
		var begins []int
		for _, one := range sentences {
			begins = append(begins, b.Len())
			b.WriteString(strings.Join(one.words, " ") + " ")
		}
		for k, q := range s.quotes {
			m := q.Find(b.String())
			if m.Found == Gone {
				continue
			}
			at, exact := slices.BinarySearch(begins, m.Span.Start)
			if !exact {
				at--
			}
			if sentences[at].first != s.on[k] {
				t.Errorf("%s: %+v was found in %q", s.name, q, sentences[at].words)
			}
		}
	})
}
