package event

import "slices"

// choose makes of the dates that the models allow the heads of a sentence
// those that it keeps: a verb and the event noun that is its object are one
// event, so are a verb of intending or beginning and its infinitive, and the
// likelier of the two carries it. settled holds the decisions by head.
func choose(heads []head, settled [][]decision) {
	for j := range heads {
		settled[j] = oneADay(settled[j])
	}
	for j := range heads {
		if len(settled[j]) == 0 {
			continue
		}
		if k := offNoun(heads, j, settled[j][0].source); k >= 0 {
			if d := settled[j][0]; len(settled[k]) == 0 {
				d.h, d.date = &heads[k], d.source.dateOf(&heads[k])
				settled[k] = []decision{d}
			}
			settled[j] = nil
			continue
		}
		for k := range heads { // the noun carries it, even where only the verb got the date
			if h := &heads[k]; j != k && len(settled[k]) == 0 && h.class == listedEvent && oneEvent(&heads[j], h) && !preferred(&heads[j], h, 1, 0) {
				for _, d := range settled[j] {
					d.h, d.date = h, d.source.dateOf(h)
					settled[k] = append(settled[k], d)
				}
				settled[j] = nil
				break
			}
		}
	}
	for j := range heads {
		for k := range heads {
			if j == k || len(settled[j]) == 0 || len(settled[k]) == 0 || !oneEvent(&heads[j], &heads[k]) && !reportsState(&heads[j], &heads[k]) {
				continue
			}
			a, b := settled[j][0], settled[k][0]
			if a.date != b.date && a.source != b.source {
				continue
			}
			if reportsState(&heads[j], &heads[k]) {
				settled[k] = nil
				continue
			}
			if preferred(&heads[j], &heads[k], a.p, b.p) {
				settled[k] = nil
			} else {
				settled[j] = nil
			}
		}
	}
}

// offNoun returns, for a verb that cancels or moves an event, the noun of that
// event if the date is its own: "cancelled Monday's strike", "put the vote off
// until May"; else -1.
func offNoun(heads []head, j int, src *source) int {
	g := heads[j].verb()
	if g == nil || src == nil || !cancelling[g.lemma] && !putOff[g.lemma] {
		return -1
	}
	for k := range heads {
		h := &heads[k]
		if h.phrase < 0 || h.class != listedEvent || g.object != h.phrase && !(g.passive && g.subject == h.phrase) {
			continue
		}
		if src.inside(h) || putOff[g.lemma] && (src.prep == "until" || src.prep == "to") {
			return k
		}
	}
	return -1
}

// oneADay drops a date of a head that differs from another of its dates only
// in the time of day: "at 2 a.m. (0100 UTC) on Friday" is one date.
func oneADay(decisions []decision) []decision {
	kept := decisions[:0]
	for _, d := range decisions {
		at := slices.IndexFunc(kept, func(k decision) bool { return withoutClock(k.date) == withoutClock(d.date) })
		switch {
		case at < 0:
			kept = append(kept, d)
		case kept[at].date.From.Clock == "" && d.date.From.Clock != "":
			kept[at] = d
		}
	}
	return kept
}

// oneEvent reports whether verb a and b, its object or infinitive, speak of one event.
func oneEvent(a, b *head) bool {
	s := a.s
	g := a.verb()
	if g == nil {
		// "talks via video conference", "an attack in the course of the war"
		return a.phrase >= 0 && b.phrase == a.phrase+1 && s.phrases[b.phrase].prep == s.phrases[a.phrase].last+1
	}
	if b.phrase >= 0 {
		if p := s.phrases[b.phrase].prep; meeting[g.lemma] && p > a.word && s.cuts(a.word, p) == 0 {
			switch s.lower(p) { // "met at a summit"
			case "at", "in", "for", "during", "on":
				return true
			}
		}
		over := b.s.outermost(b.phrase)
		return g.object == over && g.object >= 0 || g.subject == b.phrase && (occurring[g.lemma] || aspectual[g.lemma] || g.passive && (light[g.lemma] || intending[g.lemma]) || g.lemma == "take")
	}
	if v := b.verb(); v != nil && v.governor == a.group && v.infinitive {
		return true
	}
	return false
}

// reportsState reports whether a says that b, a state or something going on:
// "said on Saturday that he was taking it seriously". The date is that of
// saying so.
func reportsState(a, b *head) bool {
	g, v := a.verb(), b.verb()
	if g == nil || v == nil || !reporting[g.lemma] || b.word < a.word || v.infinitive || v.participle {
		return false
	}
	if i := a.s.complement(g); i < 0 || i > b.word || a.s.cuts(i, b.word) > 0 {
		return false
	}
	return v.progressive && v.tense == past || stative[v.lemma] && !v.perfect
}

// preferred reports whether verb a carries the event that a and b share.
func preferred(a, b *head, pa, pb float64) bool {
	if a.group >= 0 && b.phrase >= 0 && (planning[a.lemma] && a.verb().passive || carriers[a.lemma] || occurring[a.lemma] || a.lemma == "meet" || a.lemma == "gather") && b.class == listedEvent {
		return false
	}
	if a.group < 0 && b.group < 0 && a.carried() {
		return true // "hold talks via video conference"
	}
	return pa >= pb
}

// meeting verbs leave the event to the noun after "at": "met at a summit".
var meeting = words(`meet gather convene assemble speak appear participate take go`)

// planning verbs say only that what they have as a subject is to come: "an attack is planned".
var planning = words(`plan schedule expect slate set propose intend pencil`)

// carriers say only that what they have as an object takes place.
var carriers = words(`hold host conduct stage undergo organize organise`)
