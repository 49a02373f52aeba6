package event

import (
	"sort"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// parser reads sentences. It keeps its memory, so it serves one goroutine.
type parser struct {
	tagger    english.Tagger
	tokens    []english.Token
	read      []*sentence // by parse
	sentences slab[sentence]
	words     slab[word]
	phrases   slab[phrase]
	groups    slab[group]
	events    slab[string]
}

// reset lets go of the sentences that were read.
func (p *parser) reset() {
	clear(p.tokens)
	clear(p.read)
	p.sentences.reset()
	p.words.reset()
	p.phrases.reset()
	p.groups.reset()
	p.events.reset()
}

// parse reads the sentences of in that lie at spans. It takes one step after
// the other, each for all of them: what a step needs of the program and its
// tables is then in the processor's cache.
func (p *parser) parse(in Input, spans []timex.Span) []*sentence {
	p.tokens, p.read = p.tokens[:0], p.read[:0]
	for _, span := range spans {
		from := len(p.tokens)
		p.tokens = english.Tokenize(p.tokens, in.Text, span.Start, span.End)
		n := len(p.tokens) - from
		s := &append(p.sentences.take(1), sentence{span: span, text: in.Text, words: p.words.take(n)[:n]})[0]
		p.read = append(p.read, s)
	}
	rest := p.tokens
	for _, s := range p.read {
		p.tagger.Tag(rest[:len(s.words)])
		rest = rest[len(s.words):]
	}
	rest = p.tokens
	for _, s := range p.read {
		for i := range s.words {
			s.words[i] = word{Token: rest[i], timex: -1, phrase: -1, group: -1, clause: -1}
		}
		rest = rest[len(s.words):]
		s.markTimexes(in)
		s.markQuotes()
	}
	p.shape(p.read...)
	for _, s := range p.read {
		s.events = p.events.take(len(s.words))
		s.noteNouns()
		s.events = p.events.trim(s.events)
	}
	return p.read
}

// shape finds the phrases, verbs and clauses of sentences by their tags.
func (p *parser) shape(sentences ...*sentence) {
	for _, s := range sentences {
		s.phrases = p.phrases.take(len(s.words))
		s.chunk()
		s.phrases = p.phrases.trim(s.phrases)
	}
	for _, s := range sentences {
		s.groups = p.groups.take(len(s.words))
		s.findGroups()
		s.groups = p.groups.trim(s.groups)
	}
	for _, s := range sentences {
		s.cutClauses()
	}
	for _, s := range sentences {
		s.linkArguments()
	}
}

// markTimexes notes which words are part of a time expression.
func (s *sentence) markTimexes(in Input) {
	k := sort.Search(len(in.Timexes), func(k int) bool { return in.Timexes[k].End > s.span.Start })
	for i := range s.words {
		w := &s.words[i]
		for k < len(in.Timexes) && in.Timexes[k].End <= w.Start {
			k++
		}
		if k < len(in.Timexes) && in.Timexes[k].Start < w.End {
			w.timex, w.lasts = k, in.Timexes[k].Type == timex.Duration
			if w.Tag.Verb() || w.Tag == english.MD { // "May", "March"
				w.Tag = english.NNP
			}
		}
	}
}

// markQuotes notes which words stand inside quotation marks. A mark that is
// never closed quotes to the end of the sentence.
func (s *sentence) markQuotes() {
	open := false
	for i := range s.words {
		w := &s.words[i]
		switch w.Text {
		case "“", "«":
			open = true
		case "”", "»":
			if !open { // opened in an earlier sentence
				for j := range i {
					s.words[j].quoted = true
				}
			}
			open = false
		case "\"":
			open = !open
		default:
			w.quoted = open
		}
	}
}

// nameBit is the bit of a name, by FNV-1a.
func nameBit(name string) uint64 {
	h := uint32(2166136261)
	for i := range len(name) {
		h = (h ^ uint32(name[i])) * 16777619
	}
	return 1 << (h & 63)
}

// noteNouns notes the names and the event nouns of s.
func (s *sentence) noteNouns() {
	for i := range s.words {
		w := &s.words[i]
		if w.phrase < 0 || w.timex >= 0 {
			continue
		}
		if w.Tag.Name() {
			s.names |= nameBit(w.Lower)
		}
		if w.Tag.Noun() {
			if class, lemma := classOfNoun(w.Lower); class == listedEvent {
				s.events = append(s.events, lemma)
			}
		}
	}
}
