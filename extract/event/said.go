package event

import "dateline/extract/timex"

// saidOn returns the date of a statement for which no expression stands: that
// of the happening in its sentence; else that of what the paragraph tells of,
// when that is a day of the last two weeks; else the day of publication.
func (f *finder) saidOn(h *head, settled [][]decision, found []decision) (decision, bool) {
	speaker := h.speaker()
	if !f.in.DCT.Known || h.s.words[h.word].quoted && !namedSpeaker(h) || !f.speaks(h, asideThreshold) {
		return decision{}, false
	}
	if c := h.cue(0); c.status != 0 && c.status != Happened && c.status != Ongoing {
		return decision{}, false
	}
	kind := h.kind.text
	switch g := h.verb(); kind {
	case "past", "present":
	case "perfect":
		if g.tense == past { // "had said": before what is told of
			return decision{}, false
		}
	case "gerund": // "resigned, saying", "began by hinting"
		if by := h.s.is(g.first-1, "by"); !by && (g.governor >= 0 || g.first > 0 && !h.s.is(g.first-1, ",")) {
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
			if d := &settled[j][i]; f.recent(d.date) && h.s.cuts(h.word, d.h.word) == 0 {
				return take(dated{head: d.h, date: d.date, ok: true})
			}
		}
	}
	switch kind {
	case "gerund": // "resigned, saying": on the day of the verb before it
		for i := len(found) - 1; i >= 0 && found[i].h.s == h.s; i-- {
			if d := &found[i]; d.h.word < h.word && f.recent(d.date) {
				return take(dated{head: d.h, date: d.date, ok: true})
			}
		}
		if i := h.s.firstFinite(); i < 0 || h.s.groups[i].tense != past || h.s.groups[i].first > h.word {
			return decision{}, false
		}
		fallthrough
	case "past":
		for i := len(found) - 1; i >= 0; i-- {
			d := &found[i]
			near := h.s.paragraph-d.h.s.paragraph <= 1 && h.s.index-d.h.s.index <= 4 && !d.from.said
			// What one speaker says in an article is mostly said at once.
			again := speaker != "" && d.h.speaker() == speaker && h.s.index-d.h.s.index <= 8
			if (near || again) && f.recent(d.date) {
				return take(dated{head: d.h, date: d.date, ok: true})
			}
			if h.s.index-d.h.s.index > 8 {
				break
			}
		}
	}
	return decision{h: h, date: timex.DayEDTF(f.in.DCT.Day), from: candidate{said: true}, p: 1}, true
}

// speaker returns the last word of the subject of a verb when it is a name,
// in lower case, else "".
func (h *head) speaker() string {
	if g := h.verb(); g != nil && g.subject >= 0 {
		if i := h.s.phrases[g.subject].head; h.s.words[i].Tag.Name() {
			return h.s.words[i].Lower
		}
	}
	return ""
}

// namedSpeaker reports whether a name is the subject of h: what stands in
// quotation marks then is the other words, whatever the marks seem to say.
func namedSpeaker(h *head) bool { return reporting[h.lemma] && h.speaker() != "" }

// recent reports whether e is one day of the two weeks before publication.
func (f *finder) recent(e timex.EDTF) bool {
	first, last, ok, ok2 := e.Bounds()
	return ok && ok2 && first == last && first <= f.in.DCT.Day && first > f.in.DCT.Day-14
}
