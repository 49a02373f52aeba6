package event

import (
	"slices"
	"strings"

	"dateline/extract/timex"
)

// How likely the date is right that an article gives what it begins with and
// does not date: that of an event told of later in the same words, that of
// another event of the lead, or the day of publication.
const (
	againSure     = 0.5
	leadSure      = 0.4
	publishedSure = 0.35
)

// begin dates what the article begins with, the verb of its headline and the
// main verbs of its first sentences, where nothing before them has a date.
func (f *finder) begin(found []decision) []decision {
	if !f.in.DCT.Known {
		return nil
	}
	var begun []decision
	for j := range f.heads {
		h := &f.heads[j]
		if h.s.at > 2 || slices.ContainsFunc(found, func(d decision) bool {
			return d.h == h || d.h.word < h.word && d.h.s == h.s && !d.from.said || d.h.s.at < h.s.at && !d.from.said
		}) {
			break
		}
		if h.s.at == 0 && f.headline() {
			if h.kind == &presentValue && !stative[h.lemma] {
				begun = append(begun, f.toldLater(h, found))
			}
			continue
		}
		if f.leads(h) {
			begun = append(begun, f.toldLater(h, found))
		}
	}
	return begun
}

// headline reports whether the first sentence is a headline that the text
// begins with: "Norway sinks freighter".
func (f *finder) headline() bool {
	line, _, more := strings.Cut(f.in.Text, "\n")
	line = strings.TrimSpace(line)
	return more && line != "" && !strings.ContainsAny(line[len(line)-1:], ".!?:,;") && (f.in.Title == "" || f.in.Title == line) &&
		f.sentences[0].span.Start < len(line)
}

// leads reports whether h is the main verb of a sentence that names no date
// and tells of something that happened.
func (f *finder) leads(h *head) bool {
	g := h.verb()
	if g == nil || len(f.sources[h.s.at]) > 0 || h.s.firstFinite() != h.group || !h.tells() || g.perfect && g.tense == past || h.likely < unlikely {
		return false
	}
	c := h.cue(0)
	return c.status == 0 || c.status == Happened
}

// toldLater returns the date of the first event told of after h in the same
// words, else that of the first event of the lead, else the day of publication.
func (f *finder) toldLater(h *head, found []decision) decision {
	best := -1
	for i := range found {
		d := &found[i]
		if d.h.s.index > 8 || !f.recent(d.date) || d.from.said {
			continue
		}
		if d.h.stem == h.stem {
			return decision{h: h, date: withoutClock(d.date), from: candidate{from: dated{head: d.h, date: d.date, ok: true}, named: true, lead: true}, p: againSure}
		}
		if best < 0 && d.h.s.index <= 3 {
			best = i
		}
	}
	if best < 0 {
		return decision{h: h, date: timex.DayEDTF(f.in.DCT.Day), from: candidate{news: true}, p: publishedSure}
	}
	d := &found[best]
	return decision{h: h, date: withoutClock(d.date), from: candidate{from: dated{head: d.h, date: d.date, ok: true}, lead: true}, p: leadSure}
}
