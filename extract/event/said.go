package event

import (
	"slices"

	"dateline/extract/timex"
)

// saidOn returns the date of a statement for which no expression stands: that
// of the happening in its sentence; else that of what the paragraph tells of,
// when that is a day of the last two weeks; else the day of publication.
func (f *finder) saidOn(h *head, settled [][]decision, fc *focus) (decision, bool) {
	if !f.in.DCT.Known || h.s.words[h.word].quoted || !f.isStatement(h) {
		return decision{}, false
	}
	if c := h.cue(0); c.status != 0 && c.status != Happened && c.status != Ongoing {
		return decision{}, false
	}
	kind := h.kind()
	switch g := h.verb(); kind {
	case "past", "present":
	case "perfect":
		if g.tense == past { // "had said": before what is told of
			return decision{}, false
		}
	case "gerund":
		if g.governor >= 0 || g.first > 0 && !h.s.is(g.first-1, ",") {
			return decision{}, false
		}
	default:
		return decision{}, false
	}
	take := func(from dated) (decision, bool) {
		return decision{h: h, date: withoutClock(from.date), from: candidate{from: from, said: true}, p: 1}, true
	}
	for j := range settled {
		for i := range settled[j] {
			d := &settled[j][i]
			if f.recent(d.date) && h.s.cuts(h.word, d.h.word) == 0 || kind == "gerund" && d.h.word < h.word && f.recent(d.date) {
				return take(dated{head: d.h, date: d.date, ok: true})
			}
		}
	}
	switch kind {
	case "gerund":
		return decision{}, false
	case "past":
		for _, near := range slices.Backward(fc.all) {
			if h.s.paragraph-near.head.s.paragraph > 1 || h.s.index-near.head.s.index > 4 {
				break
			}
			if f.recent(near.date) {
				return take(near)
			}
		}
	}
	return decision{h: h, date: timex.DayEDTF(f.in.DCT.Day), from: candidate{said: true}, p: 1}, true
}

// recent reports whether e is one day of the two weeks before publication.
func (f *finder) recent(e timex.EDTF) bool {
	first, last, ok, ok2 := e.Bounds()
	return ok && ok2 && first == last && first <= f.in.DCT.Day && first > f.in.DCT.Day-14
}
