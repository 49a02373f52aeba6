package event

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// focus is what the text has been speaking of so far.
type focus struct {
	last, lead dated          // the last dated event, and the first
	named      map[string]int // event nouns and verbs that were dated, to their place in the list
	in         int            // events that were dated in the sentence before this one and in it
}

// dated is an event that has its date.
type dated struct {
	head      *head
	date      timex.EDTF
	statement bool
	ok        bool
}

// note makes d the event that the text speaks of.
func (f *focus) note(d dated) {
	d.ok = true
	// The beginning of something open is no day that other events share.
	if !f.lead.ok && !d.statement {
		f.lead = d
	}
	f.last = d
}

// inherit notes what speaks for h taking the date of d, an event before it.
func (h *head) inherit(f *features, in Input, fc *focus, d dated, which string) {
	kind := h.kind()
	h.describe(f)
	f.add("which", which, kind)
	f.add("whichonly", which)
	f.add("granularity", granularity(d.date), kind)
	f.add("granularityonly", granularity(d.date), which)
	f.add("relation", relationTo(in.DCT, d.date), kind)
	f.add("age", which, bucket(h.s.index-d.head.s.index))
	f.add("agekind", bucket(h.s.index-d.head.s.index), kind)
	f.add("paragraphs", which, bucket(h.s.paragraph-d.head.s.paragraph))
	f.add("index", bucket(h.s.index))
	f.add("indexkind", bucket(h.s.index), kind)
	f.when(d.statement, "fromstatement", kind)
	f.when(d.head.lemma == h.lemma, "samelemma", kind)
	own := "none"
	for i := range h.s.words {
		if h.s.words[i].timex >= 0 {
			own = "left"
			if i > h.word {
				own = "right"
			}
			break
		}
	}
	f.add("owntimex", own, kind)
	f.add("owntimexonly", own, bucket(h.s.index-d.head.s.index))
	f.when(h.s.words[h.word].quoted, "quotedonly")
	f.when(relationTo(in.DCT, d.date) == "future" && kind == "past", "pastonfuture")
	f.when(fc.last.date == fc.lead.date, "agree", kind)
	var lead string
	if fc.lead.ok {
		lead = fc.lead.head.kind()
	}
	f.add("leadkind", lead, kind)
	f.add("determinerkind", h.determiner(), kind)
	if h.phrase >= 0 && h.s.words[h.word].Tag != english.NNP {
		f.when(fc.named[h.lemma] > 0, "namedbefore", h.determiner())
	}
}
