package timeline

import (
	"cmp"
	"slices"
	"strings"

	"dateline/extract/event"
)

// leadLabel returns the label that says best what the mentions of an event
// say together: one of a good length, without a pronoun at its head, with the
// participants, and with the words that most of the others have too, from a
// mention that speaks of the event as it came to be. Ties go to the shorter
// label, then to the earlier mention.
func (t *Timeline) leadLabel(evidence []Evidence, participants []string, status event.Status) string {
	if len(evidence) == 1 {
		_, m := t.Of(evidence[0])
		return m.Label
	}
	type candidate struct {
		label string
		words []string
		score int
	}
	var all []candidate
	count := map[string]int{}
	seen := map[string]bool{}
	for _, e := range evidence {
		_, m := t.Of(e)
		if seen[m.Label] {
			continue
		}
		seen[m.Label] = true
		c := candidate{label: m.Label}
		if m.Status != status {
			c.score -= 4
		}
		for _, p := range participants {
			if name := nameWords(p); len(name) > 0 && slices.ContainsFunc(nameTerms(m.Label, ""), func(w term) bool { return w.text == name[len(name)-1] }) {
				c.score += 2
			}
		}
		for w := range wordsOf(m.Label) {
			if w = fold(w); !stopWord(w) && !slices.Contains(c.words, w) {
				c.words = append(c.words, w)
			}
		}
		for _, w := range c.words {
			count[w]++
		}
		all = append(all, c)
	}
	for i := range all {
		c := &all[i]
		for _, w := range c.words {
			c.score += 2 * (count[w] - 1)
		}
		n := len(strings.Fields(c.label))
		switch {
		case n < 3 || n > 12:
			c.score -= 6
		case n > 8:
			c.score -= n - 8
		default:
			c.score += min(len(c.words), 5)
		}
		if startsWithPronoun(c.label) {
			c.score -= 6
		}
	}
	best := slices.MaxFunc(all, func(a, b candidate) int {
		return cmp.Or(cmp.Compare(a.score, b.score), cmp.Compare(len(b.label), len(a.label)))
	})
	return best.label
}

func startsWithPronoun(label string) bool {
	first, _, _ := strings.Cut(strings.ToLower(label), " ")
	switch first {
	case "he", "she", "it", "they", "we", "i", "you", "this", "that", "these", "those":
		return true
	}
	return false
}

// participants returns all that the mentions of an event name, each once and
// in its longest form, in the order of the evidence.
func (t *Timeline) participants(evidence []Evidence) []string {
	if len(evidence) == 1 {
		_, m := t.Of(evidence[0])
		return m.Participants
	}
	var names []string
	var words [][]string
	seen := map[string]bool{}
	for _, e := range evidence {
		_, m := t.Of(e)
	next:
		for _, p := range m.Participants {
			if seen[strings.ToLower(p)] {
				continue
			}
			seen[strings.ToLower(p)] = true
			n := nameWords(p)
			for i := range names {
				if sameName(words[i], n, isCountry) {
					if len(n) > len(words[i]) {
						names[i], words[i] = p, n
					}
					continue next
				}
			}
			names = append(names, p)
			words = append(words, n)
		}
	}
	return names
}

// place returns the place that most articles give, the longest where they
// agree on none.
func (t *Timeline) place(evidence []Evidence) string {
	count := map[string]int{}
	var places []string
	for _, e := range evidence {
		_, m := t.Of(e)
		if m.Place == "" {
			continue
		}
		if count[m.Place] == 0 {
			places = append(places, m.Place)
		}
		count[m.Place]++
	}
	if len(places) == 0 {
		return ""
	}
	return slices.MaxFunc(places, func(a, b string) int {
		return cmp.Or(cmp.Compare(count[a], count[b]), cmp.Compare(len(a), len(b)), strings.Compare(b, a))
	})
}
