package event

import (
	"strings"

	"dateline/extract/timex"
)

// statusNames are the names of the statuses, by status.
var statusNames = valuesOf("", "happened", "ongoing", "planned", "possible", "negated", "statement")

// outcome returns what became of d, by a model that weighs what the rules say,
// rule, against how and among what it is told: plans that came to nothing, what
// goes on, what nobody vouches for. raw is the cue of its words alone.
func (f *finder) outcome(d *decision, raw, rule cue) cue {
	if !f.in.DCT.Known || rule.status == Statement || d.plainPast(rule) {
		return rule
	}
	feats := &f.feats
	feats.reset()
	f.signs(feats, d.h, d.source, d.date, &statusNames[raw.status], &statusNames[rule.status])
	votes := f.outcomes.count(feats.hashes)
	status := votes.best()
	first, _, hasFirst, _ := d.date.Bounds()
	if status == rule.status || hasFirst && first > f.in.DCT.Day && (status == Happened || status == Ongoing) {
		return rule // nothing has happened after the day of publication
	}
	c := cue{status: status, why: f.verdict(d, raw, rule, status), told: status}
	switch {
	case status == Negated && (d.h.group >= 0 || rule.status != Happened): // "was to open", and did not
		c.told = Planned
	case rule.status == Negated: // "will not open until May"
		c.told = Negated
	}
	return c
}

// plainPast reports whether d is what a verb of the past tells plainly.
func (d *decision) plainPast(rule cue) bool {
	g := d.h.verb()
	return g != nil && rule.status == Happened && !d.date.Interval && !g.progressive && !g.infinitive &&
		(g.tense == past || g.perfect && g.tense == present) && !d.h.traits.stative && !intending[g.lemma]
}

// verdict says in words for a reader what spoke most for status against rule.
func (f *finder) verdict(d *decision, raw, rule cue, status Status) string {
	feats := features{named: true}
	f.signs(&feats, d.h, d.source, d.date, &statusNames[raw.status], &statusNames[rule.status])
	best, most := "", int16(0)
	for i, name := range feats.names {
		says := d.h.reads(name, f.in.DCT, d.date)
		if says == "" {
			continue
		}
		slot := f.outcomes.slotOf(feats.hashes[i])
		if w := slot.weights[place(status)] - slot.weights[place(rule.status)]; w > most {
			best, most = says, w
		}
	}
	if best == "" {
		return "what is told around it says so"
	}
	return best
}

// place returns the place of a status among those that are sorted.
func place(status Status) int {
	for i, s := range sorted {
		if s == status {
			return i
		}
	}
	return 0
}

// reads says in words what a sign is, "" where that would tell a reader nothing.
func (h *head) reads(name string, dct timex.DCT, date timex.EDTF) string {
	family, rest, _ := strings.Cut(name, ":")
	first, second, _ := strings.Cut(rest, ":")
	switch family {
	case "back", "ruleback", "backform":
		if over(date, dct) {
			return "its day is over"
		}
	case "shape", "shapeback":
		return "“" + h.planWords() + "” is how it is told"
	case "openbefore":
		return "“" + first + "” stands before it"
	case "openafter":
		return "“" + first + "” stands after it"
	case "open", "openrule":
		return "“" + first + "” stands beside it"
	case "modifier":
		return "it is called “" + first + "”"
	case "governor", "governorlemma":
		return "it hangs on “" + first + "”"
	case "adverb":
		return "it is told with “" + first + "”"
	case "of", "ofback":
		return "“" + second + "” is said of it"
	case "verb":
		return "“" + second + "” stands " + first
	case "turn":
		return "“" + first + "” stands in the sentence after it"
	}
	return ""
}
