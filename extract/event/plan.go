package event

// undoing verbs say that their object does not come about as it was meant to,
// turns are words that go over to something else.
var (
	undoing = words(`drop withdraw replace forbid block reject stop prevent bar ban halt advise decline refuse fail lose ask extend
		quit break move bring reschedule prolong shorten remove bow back pull`)
	turns = words(`but however instead although though because until off longer no not never nothing originally initially still yet
		already meanwhile only despite after when`)
)

// undoes reports whether g takes something back or puts it off.
func (s *sentence) undoes(g *group) bool {
	return cancelling[g.lemma] || putOff[g.lemma] || undoing[g.lemma] || s.off(g)
}

// off reports whether "off" goes with g: "called off", "put it off".
func (s *sentence) off(g *group) bool {
	return s.is(g.last, "off") || s.is(g.last+1, "off") || (g.lemma == "call" || g.lemma == "put") && s.is(g.last+2, "off")
}

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
