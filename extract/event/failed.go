package event

import (
	"math"
	"slices"

	"dateline/extract/timex"
)

// clue is a feature that speaks for or against a plan having come to nothing,
// and the words that say so, in words for a reader.
type clue struct {
	name, says string
	beside     bool // words around the plan take something back
}

// failed reports whether h, which was to be at date, did not come about: a
// model weighs how the plan is told of, whether its day is over, and what the
// words and sentences around it tell. why names the strongest clue.
func (f *finder) failed(h *head, date timex.EDTF) (why string, ok bool) {
	sum, best := float64(f.failedPlans.bias)/hundredths, 0.0
	told := false // something beside the plan itself speaks for it
	for _, c := range f.clues(h, date) {
		w := f.failedPlans.weight(c.name)
		sum += w
		told = told || c.beside && w > 0.2
		if c.says != "" && w > best {
			why, best = c.says, w
		}
	}
	if !told && longOver(daysBack(f.in.DCT, date).text) {
		return "", false // history tells of plans without saying what became of them
	}
	if why == "" {
		why = "nothing says that it was"
	}
	return "it was to be so, and " + why, 1/(1+math.Exp(-sum)) >= failedThreshold
}

const failedThreshold = 0.5

// longOver reports whether what daysBack names is too long ago for news to be
// about the failure itself.
func longOver(back string) bool { return back == "year" || back == "long" }

// clues returns what may tell whether the plan of h came to nothing.
func (f *finder) clues(h *head, date timex.EDTF) []clue {
	s := h.s
	back := daysBack(f.in.DCT, date).text
	shape := h.planShape()
	over := ""
	if back != "future" && back != "unknown" {
		over = "its day is over"
	}
	clues := []clue{{"back:" + back, over, false}, {"shape:" + shape, "“" + h.planWords() + "” is told of what was not", false},
		{"shapeback:" + shape + ":" + back, over, false}, {"kind:" + h.kind.text, "", false}, {"lemma:" + h.lemma, "", false}}
	around := func(where string, s *sentence, from, to int) {
		for i := range s.groups {
			g := &s.groups[i]
			if g.head < from || g.head > to || s == h.s && i == h.group {
				continue
			}
			says := "“" + s.string(g.first, g.last) + "” stands " + where + " it"
			clues = append(clues, clue{where + ":" + g.lemma, says, false})
			if cancelling[g.lemma] || putOff[g.lemma] || undoing[g.lemma] || s.off(g) {
				clues = append(clues, clue{where + "cancels", says, true}, clue{where + "cancelsback:" + back, says, true})
			}
			if g.negated {
				clues = append(clues, clue{where + "denied", says, true})
			}
		}
		for i := max(0, from); i <= to && i < len(s.words); i++ {
			if w := s.words[i].Lower; turns[w] {
				says := "“" + s.words[i].Text + "” stands " + where + " it"
				clues = append(clues, clue{where + "turn:" + w, says, true}, clue{where + "turns", says, true}, clue{where + "turnsback:" + back, says, true})
			}
		}
	}
	around("before", s, 0, h.first-1)
	around("after", s, h.last+1, len(s.words))
	if i := s.at + 1; i < len(f.sentences) && f.sentences[i].paragraph == s.paragraph {
		around("next after", f.sentences[i], 0, min(14, len(f.sentences[i].words)))
	}
	if i := s.at - 1; i >= 0 && f.sentences[i].paragraph == s.paragraph {
		around("next before", f.sentences[i], 0, len(f.sentences[i].words))
	}
	slices.SortFunc(clues, func(a, b clue) int {
		switch {
		case a.name < b.name:
			return -1
		case a.name > b.name:
			return 1
		}
		return 0
	})
	return slices.CompactFunc(clues, func(a, b clue) bool { return a.name == b.name })
}

// off reports whether "off" goes with g: "called off", "put it off".
func (s *sentence) off(g *group) bool {
	return s.is(g.last, "off") || s.is(g.last+1, "off") || (g.lemma == "call" || g.lemma == "put") && s.is(g.last+2, "off")
}

// undoing verbs say that their object does not come about as it was meant to,
// turns are words that go over to something else.
var (
	undoing = words(`drop withdraw replace forbid block reject stop prevent bar ban halt advise decline refuse fail lose ask extend
		quit break move bring reschedule prolong shorten remove bow back pull`)
	turns = words(`but however instead although though because until off longer no not never nothing originally initially still yet
		already meanwhile only despite after when`)
)

// planWords returns the words by which the plan of h is told of.
func (h *head) planWords() string {
	if g := h.planGroup(); g != nil {
		return h.s.string(g.first, g.last)
	}
	return h.text()
}

// planGroup returns the verb group that makes a plan of h: what its infinitive
// hangs on, or what is said of a noun; its own where there is no other.
func (h *head) planGroup() *group {
	s := h.s
	if g := h.verb(); g != nil {
		if g.infinitive && g.governor >= 0 {
			return &s.groups[g.governor]
		}
		return g
	}
	for i := range s.groups {
		if g := &s.groups[i]; h.phrase >= 0 && (g.subject == h.phrase || g.object == h.phrase) {
			return g
		}
	}
	return nil
}

// planShape says how the plan of h is told of: "past be" of "was to be held",
// "perfect" added where "was to have been held" says that it was not.
func (h *head) planShape() string {
	g := h.planGroup()
	if g == nil {
		return "none"
	}
	shape := tenseName(g.tense)
	if g.perfect {
		shape += " perfect"
	}
	if g.participle {
		shape += " participle"
	}
	if g.auxiliary != "" {
		shape += " " + g.auxiliary
	} else if intending[g.lemma] || g.lemma == "be" || g.lemma == "suppose" {
		shape += " " + g.lemma
	}
	if v := h.verb(); v != nil && v.infinitive && h.s.is(v.first+1, "have") && v.head > v.first+1 {
		shape += " have"
	}
	if h.s.is(g.last+1, "due") || h.s.is(g.last+1, "set") || h.s.is(g.last+1, "supposed") {
		shape += " " + h.s.lower(g.last+1)
	}
	return shape
}
