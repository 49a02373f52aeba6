package timeline

import (
	"encoding/binary"

	"dateline/extract/event"
	"dateline/extract/timex"
)

// flags are what a mention answers with yes or no, in a fixed order.
func (m *mention) flags() []*bool {
	return []*bool{&m.again, &m.kin, &m.unnamed, &m.bare, &m.definite, &m.aspect, &m.span.openFrom, &m.span.openTo, &m.span.dated}
}

// numbersOf are the plain numbers of a mention, in a fixed order.
func (m *mention) numbersOf() []int64 {
	return []int64{int64(m.at.Mention), int64(m.status), int64(m.span.first), int64(m.span.last), int64(m.head.Start), int64(m.head.End),
		int64(m.sentence.Start), int64(m.sentence.End)}
}

// lists are the lists of words of a mention, in a fixed order, but for its
// names and the cast, which all mentions of an article share.
func (m *mention) lists() []*[]word {
	return []*[]word{&m.families, &m.labelled, &m.place, &m.region, &m.words, &m.quote, &m.heard, &m.told, &m.label, &m.act, &m.numbers}
}

// packMentions returns the mentions of an article as bytes.
func packMentions(mentions []mention) []byte {
	total := 0
	var cast []word
	for i := range mentions {
		m := &mentions[i]
		cast = m.cast
		for _, l := range m.lists() {
			total += len(*l)
		}
		for _, n := range m.names {
			total += len(n)
		}
	}
	out := binary.AppendUvarint(nil, uint64(len(mentions)))
	out = binary.AppendUvarint(out, uint64(total+len(cast)))
	out = appendWords(out, cast)
	for i := range mentions {
		m := &mentions[i]
		bits := uint64(0)
		for b, set := range m.flags() {
			if *set {
				bits |= 1 << b
			}
		}
		out = binary.AppendUvarint(out, bits)
		for _, n := range m.numbersOf() {
			out = binary.AppendVarint(out, n)
		}
		out = binary.AppendUvarint(out, uint64(m.lemma))
		for _, l := range m.lists() {
			out = appendWords(out, *l)
		}
		out = binary.AppendUvarint(out, uint64(len(m.names)))
		for _, n := range m.names {
			out = appendWords(out, n)
		}
	}
	return out
}

func appendWords(out []byte, list []word) []byte {
	out = binary.AppendUvarint(out, uint64(len(list)))
	for _, w := range list {
		// The bit of countries goes to the end, so that small numbers stay short.
		country := uint64(w / countryBit)
		out = binary.AppendUvarint(out, uint64(w&^countryBit)<<1|country)
	}
	return out
}

// packBriefs returns what is asked of all mentions of an article as bytes.
func packBriefs(mentions []mention) []byte {
	total := 0
	for i := range mentions {
		total += len(mentions[i].families)
	}
	out := binary.AppendUvarint(nil, uint64(len(mentions)))
	out = binary.AppendUvarint(out, uint64(total))
	for i := range mentions {
		b := briefOf(&mentions[i])
		bits := uint64(0)
		for n, set := range []bool{b.span.openFrom, b.span.openTo, b.span.dated, b.nameable} {
			if set {
				bits |= 1 << n
			}
		}
		out = binary.AppendUvarint(binary.AppendUvarint(out, bits), uint64(b.at.Mention))
		out = binary.AppendVarint(binary.AppendVarint(out, int64(b.span.first)), int64(b.span.last))
		out = appendWords(out, b.families)
	}
	return out
}

// unpackBriefs reads what packBriefs wrote of the article of a number. ok is
// false when src is nothing of the kind.
func unpackBriefs(src []byte, article int) (briefs []brief, ok bool) {
	defer func() {
		if recover() != nil {
			briefs, ok = nil, false // a length that lies leads beyond the end
		}
	}()
	r := &mentionReader{src: src}
	n, total := r.number(), r.number()
	if n > uint64(len(src)) || total > uint64(len(src)) {
		return nil, false
	}
	briefs = make([]brief, n)
	r.block = make([]word, 0, total)
	for i := range briefs {
		b := &briefs[i]
		bits := r.number()
		b.span.openFrom, b.span.openTo, b.span.dated, b.nameable = bits&1 != 0, bits&2 != 0, bits&4 != 0, bits&8 != 0
		b.at = Evidence{article, int(r.number())}
		b.span.first, b.span.last = timex.Day(r.signed()), timex.Day(r.signed())
		b.families = r.words()
	}
	return briefs, len(r.src) == 0
}

// mentionReader reads what packMentions wrote.
type mentionReader struct {
	src   []byte
	block []word // the words of all lists of the article
}

// unpackMentions reads the mentions of the article of a number. ok is false
// when src is not what packMentions wrote.
func unpackMentions(src []byte, article int) (mentions []mention, ok bool) {
	defer func() {
		if recover() != nil {
			mentions, ok = nil, false // a length that lies leads beyond the end
		}
	}()
	r := &mentionReader{src: src}
	n, total := r.number(), r.number()
	if n > uint64(len(src)) || total > uint64(len(src)) {
		return nil, false
	}
	mentions = make([]mention, n)
	r.block = make([]word, 0, total)
	cast := r.words()
	for i := range mentions {
		r.mention(&mentions[i])
		mentions[i].at.Article, mentions[i].cast = article, cast
	}
	return mentions, len(r.src) == 0
}

func (r *mentionReader) mention(m *mention) {
	bits := r.number()
	for b, set := range m.flags() {
		*set = bits>>b&1 == 1
	}
	m.at.Mention, m.status = int(r.signed()), event.Status(r.signed())
	m.span.first, m.span.last = timex.Day(r.signed()), timex.Day(r.signed())
	m.head = timex.Span{Start: int(r.signed()), End: int(r.signed())}
	m.sentence = timex.Span{Start: int(r.signed()), End: int(r.signed())}
	m.lemma = word(r.number())
	for _, l := range m.lists() {
		*l = r.words()
	}
	if n := r.number(); n > 0 {
		if n > uint64(len(r.src)) {
			panic("too many names")
		}
		m.names = make([][]word, n)
		for i := range m.names {
			m.names[i] = r.words()
		}
	}
}

func (r *mentionReader) number() uint64 {
	if b := r.src[0]; b < 0x80 {
		r.src = r.src[1:]
		return uint64(b)
	}
	v, n := binary.Uvarint(r.src)
	r.src = r.src[n:]
	return v
}

func (r *mentionReader) signed() int64 {
	u := r.number()
	return int64(u>>1) ^ -int64(u&1)
}

func (r *mentionReader) words() []word {
	n := int(r.number())
	start := len(r.block)
	list := r.block[start : start+n : start+n]
	r.block = r.block[:start+n]
	for i := range list {
		v := r.number()
		list[i] = word(v>>1) | word(v&1)*countryBit
	}
	return list
}
