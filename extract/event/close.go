package event

import (
	"strings"

	"dateline/extract/english"
)

// closely returns h in a second reading of its sentence, which labels,
// participants and places are made from. The first reading, which the models
// weigh, knows nothing of the rest of the article; the second knows its names,
// and takes more care of brackets, quantities and appositions.
func (f *finder) closely(h *head) *head {
	s := f.reading(h.s.at)
	c := &append(f.closer.take(1), *h)[0]
	c.s = s
	w := &s.words[h.word]
	switch {
	case h.group >= 0 && (w.group < 0 || s.groups[w.group].head != h.word), h.phrase >= 0 && (w.phrase < 0 || h.word < s.phrases[w.phrase].first):
		return h // read otherwise: the first reading found the head
	case h.group >= 0:
		c.group = w.group
	case h.phrase >= 0:
		c.phrase = w.phrase
		c.first, c.last = c.reach()
	}
	c.kind = c.kindNow()
	c.form = c.formNow()
	c.says = 0
	return c
}

// reading returns the second reading of sentence i of those that were read.
func (f *finder) reading(i int) *sentence {
	if f.readings == nil {
		f.readings = make([]*sentence, len(f.sentences))
	}
	if f.readings[i] == nil {
		f.readings[i] = f.parser.again(f.sentences[i], f.names)
	}
	return f.readings[i]
}

// again reads s once more with what the article's names tell.
func (p *parser) again(s *sentence, n *names) *sentence {
	size := len(s.words)
	t := &append(p.sentences.take(1), sentence{
		span: s.span, text: s.text, paragraph: s.paragraph, index: s.index, at: s.at, close: true,
		words: p.words.take(size)[:size], names: s.names, events: s.events,
	})[0]
	for i := range s.words {
		w := &s.words[i]
		t.words[i] = word{Token: w.Token, timex: w.timex, lasts: w.lasts, quoted: w.quoted, phrase: -1, group: -1, clause: -1}
		if w.lasts {
			t.words[i].timex = -1 // a length is no date, and belongs to what is told
		}
	}
	t.retag(n)
	p.shape(t)
	return t
}

// retag mends parts of speech by what the article and the neighbors tell.
func (s *sentence) retag(n *names) {
	for i := range s.words {
		w := &s.words[i]
		switch {
		case w.timex >= 0:
		case !w.Tag.Name() && startsUpper(w.Text) && n.family[w.Text] && (i == 0 || s.words[i-1].Text == "“" || s.words[i-1].Text == "\""):
			w.Tag = english.NNP // "Sanders" at the beginning of a sentence is no plural
		case i > 1 && (w.Tag == english.VBD || w.Tag == english.VBN) && (s.is(i-1, "first") || s.is(i-1, "last")) && s.tag(i-2) == english.DT && (s.tag(i+1) == english.NN || s.tag(i+1) == english.NNS):
			w.Tag = english.JJ // "the first recorded cases"
		case w.Lower == "near" && w.Tag != english.IN && i > 0 && s.tag(i-1) != english.DT && (s.tag(i+1).Name() || s.tag(i+1) == english.DT):
			w.Tag = english.IN // "came down near Orlo"
		case w.Lower == "her" && w.Tag == english.PRP && (s.tag(i+1).Noun() || s.tag(i+1).Adjective()):
			w.Tag = english.PRPS
		case w.Lower == "that" && w.Tag == english.IN && s.tag(i-1).Noun() && (s.tag(i+1) == english.VBD || s.tag(i+1) == english.VBZ || s.tag(i+1) == english.MD):
			w.Tag = english.WDT // "the fish that died"
		case w.Tag == english.VBD && i > 0 && s.words[i-1].Tag.Verb() && remaining.has(english.Lemma(s.words[i-1].Lower)):
			w.Tag = english.VBN // "remained closed"
		case nounsOnly.has(w.Lower) && (w.Tag.Verb() || w.Tag.Adjective()):
			w.Tag = nounTag(w.Lower)
		case titleNouns.has(w.Lower) && w.Tag.Verb() && s.tag(i-1).Name() && s.tag(i+1).Name():
			w.Tag = english.NN // "Metropolitan Police sergeant Bo Kim"
		case w.Tag == english.RB && predicates.has(w.Lower) && i > 0 && s.words[i-1].Tag.Verb():
			w.Tag = english.JJ // "fell ill"
		case w.Tag.Verb() && startsUpper(w.Text) && s.tag(i-1).Name() && s.tag(i+1).Name() && s.words[i-1].timex < 0:
			w.Tag = english.NNP // "Black Lives Matter"
		case w.Tag == english.VBG && s.tag(i-1).Noun() && (s.tag(i-2) == english.DT || s.tag(i-2).Adjective()) && (s.tag(i+1) == english.MD || s.tag(i+1) == english.VBD || s.tag(i+1) == english.VBZ):
			w.Tag = english.NN // "a face covering would"
		case (w.Lower == "both" || w.Lower == "all" || w.Lower == "each") && i > 0 && s.words[i-1].Tag.Verb() && (s.tag(i+1) == english.VBN || s.tag(i+1) == english.VBD || s.tag(i+1) == english.VBG):
			w.Tag = english.RB // "were both evacuated"
		case w.Lower == "think" && s.is(i+1, "tank"), w.Lower == "tank" && s.is(i-1, "think"):
			w.Tag = english.NN
		case w.Lower == "vice" && s.tag(i+1).Adjective():
			w.Tag = english.JJ // "vice presidential nominee"
		case (w.Tag == english.VBD || w.Tag == english.VBN) && s.tag(i-1) == english.JJ && s.tag(i-2) == english.DT && s.tag(i+1) == english.NNS && strings.HasSuffix(w.Lower, "ed"):
			w.Tag = english.JJ // "the first recorded cases"
		case likePreposition.has(w.Lower) && (w.Tag == english.VBG || w.Tag == english.VBP) && !s.beBefore(i):
			w.Tag = english.IN
		case (w.Tag == english.VBD || w.Tag == english.VBN) && s.tag(i-1) == english.CD && s.words[i-1].timex < 0 && strings.HasSuffix(w.Lower, "ed") && s.tag(i+1) == english.NNS:
			w.Tag = english.JJ // "21 confirmed cases"
		}
	}
}

// likePreposition are participles and rare words that stand like prepositions.
var likePreposition = newWordSet(`including regarding concerning excluding amongst amid amidst atop onto versus`)

// nounsOnly are nouns that are easily taken for verbs or adjectives.
var nounsOnly = newWordSet(`influenza unrest troops pandemic epidemic infections ballots`)

func nounTag(lower string) english.Tag {
	if strings.HasSuffix(lower, "s") {
		return english.NNS
	}
	return english.NN
}

// predicates are adjectives that follow a verb and are easily taken for adverbs.
var predicates = newWordSet(`ill sick well alive alone asleep awake aware close late dead short free open home`)

// remaining verbs are followed by what something is or becomes.
var remaining = newWordSet(`remain stay become get lie keep feel seem`)

// beBefore reports whether a form of be stands right before word i.
func (s *sentence) beBefore(i int) bool {
	for i--; i >= 0 && s.words[i].Tag == english.RB; i-- {
	}
	return i >= 0 && english.Lemma(s.words[i].Lower) == "be"
}
