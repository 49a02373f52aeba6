package event

import (
	"strings"
)

// choose puts together what says enough in at most limit words: all that is
// needed, and of the rest what comes before soft words. It reports false where
// what is needed cannot be said, or not in maxWhole words.
func (p *predicate) choose(before int) (text string, ok bool) {
	if p.broken {
		return "", false
	}
	before += p.f.taken
	kept := make([]bool, len(p.parts))
	if !p.keepNeeded(kept, -1) {
		return "", false
	}
	size := before
	for i, k := range kept {
		if k {
			size += p.parts[i].size
		}
	}
	if size > maxWhole {
		return "", false
	}
	for i := range p.parts {
		if kept[i] || p.parts[i].needed {
			continue
		}
		if u := p.parts[i].under; u >= 0 && !kept[u] {
			continue
		}
		so := before // up to here
		for j := range i {
			if kept[j] {
				so += p.parts[j].size
			}
		}
		trial := append([]bool(nil), kept...)
		trial[i] = true
		if p.parts[i].bad || !p.keepNeeded(trial, i) {
			break
		}
		grown := before
		for j, k := range trial {
			if k {
				grown += p.parts[j].size
			}
		}
		if so >= softWords && so > before || grown > maxWords+2 || grown > maxWords && so >= softWords-2 {
			break
		}
		kept = trial
	}
	var b strings.Builder
	for i, k := range kept {
		if k {
			b.WriteByte(' ')
			b.WriteString(p.parts[i].text)
		}
	}
	return b.String(), true
}

// keepNeeded marks the parts that part i needs, and those that they need. It
// reports false where one of them cannot be said.
func (p *predicate) keepNeeded(kept []bool, i int) bool {
	for j := i + 1; j < len(p.parts); j++ {
		if q := &p.parts[j]; q.under == i && q.needed {
			if q.bad {
				return false
			}
			kept[j] = true
			if !p.keepNeeded(kept, j) {
				return false
			}
		}
	}
	return true
}
