package event

import (
	"cmp"
	"slices"

	"dateline/extract/timex"
)

// attachDates returns the dates that the expressions of a sentence give to
// its heads. A first model looks at each head and each date by themselves, a
// second one at how they compare.
func (f *finder) attachDates(heads []head, srcs []source, feats *features) [][]decision {
	n, dates := len(heads), len(srcs)
	settled := f.settled.take(n)[:n]
	if dates == 0 {
		return settled
	}
	first := f.rows.take(n)[:n]
	for j := range heads {
		first[j] = f.numbers.take(dates)[:dates]
		for k := range srcs {
			feats.reset()
			heads[j].pair(feats, f.in, heads, srcs, k)
			feats.base = heads[j].attach
			first[j][k] = f.ask("attach", f.attach, &heads[j], srcs[k].dateOf(&heads[j]), feats)
		}
	}
	last := f.rows.take(n)[:n]
	f.last = last
	for j := range heads {
		last[j] = f.numbers.take(dates)[:dates]
		for k := range srcs {
			feats.reset()
			rivals(feats, heads, first, j, k)
			d := decision{h: &heads[j], source: &srcs[k], date: srcs[k].dateOf(&heads[j])}
			d.p = f.ask("rival", f.rival, d.h, d.date, feats)
			last[j][k] = d.p
			limit := attachThreshold
			if heads[j].s.cuts(heads[j].word, srcs[k].first) > 0 {
				limit = acrossThreshold
			}
			if k > 0 && took(settled[j], &srcs[k-1]) && listed(&srcs[k-1], &srcs[k], heads[j].s) {
				limit = listThreshold
			}
			if d.p >= limit {
				if settled[j] == nil {
					settled[j] = f.dates.take(dates)
				}
				settled[j] = insert(settled[j], d)
			}
		}
		if len(settled[j]) == 1 {
			f.refine(&settled[j][0], srcs, last[j])
		}
	}
	return settled
}

// refine gives d a date of its sentence that lies within its own and is finer,
// where the models do not speak against it: "last month, on July 19".
func (f *finder) refine(d *decision, srcs []source, p []float64) {
	best := finerThreshold
	within := d.date
	for k := range srcs {
		if p[k] > best && srcs[k].until < 0 && lies(srcs[k].date, within) {
			best = p[k]
			d.source, d.date = &srcs[k], srcs[k].dateOf(d.h)
		}
	}
}

// lies reports whether a lies within b and is finer.
func lies(a, b timex.EDTF) bool {
	if a.Interval || b.Interval {
		return false
	}
	first, last, _, _ := a.Bounds()
	from, to, _, ok := b.Bounds()
	return ok && from <= first && last <= to && last-first < to-from
}

// leftOver gives a date that no head took to the head that the clause rule
// gives it to, if the models do not speak much against it.
func (f *finder) leftOver(heads []head, srcs []source, settled [][]decision, feats *features) {
	if len(heads) == 0 {
		return
	}
	for k := range srcs {
		taken := slices.ContainsFunc(settled, func(dates []decision) bool { return took(dates, &srcs[k]) })
		if taken {
			continue
		}
		best, p := -1, leftOverThreshold
		if w := srcs[k].winner; w >= 0 && len(settled[w]) == 0 && touches(&heads[w], &srcs[k]) {
			best, p = w, max(p, f.last[w][k])
		}
		for j := range heads {
			if q := f.last[j][k]; q > p && len(settled[j]) == 0 {
				best, p = j, q
			}
		}
		if best >= 0 {
			settled[best] = append(settled[best], decision{h: &heads[best], source: &srcs[k], date: srcs[k].dateOf(&heads[best]), p: p})
		}
	}
}

// took reports whether src gave one of the dates.
func took(dates []decision, src *source) bool {
	return slices.ContainsFunc(dates, func(d decision) bool { return d.source == src })
}

// touches reports whether nothing but a preposition stands between h and a
// date after it in its clause.
func touches(h *head, src *source) bool {
	gap := src.first - h.last - 1
	if src.prep != "" {
		gap--
	}
	return gap == 0 && h.s.cuts(h.last, src.first) == 0
}

// insert adds d to the dates of one head, the likeliest first; only those
// that are likely by themselves stay beside it.
func insert(dates []decision, d decision) []decision {
	dates = append(dates, d)
	slices.SortStableFunc(dates, func(a, b decision) int { return cmp.Compare(b.p, a.p) })
	kept := dates[:1]
	for _, e := range dates[1:] {
		if e.p >= againThreshold || slices.ContainsFunc(kept, func(k decision) bool { return listed(k.source, e.source, d.h.s) }) {
			kept = append(kept, e)
		}
	}
	return kept
}

// listed reports whether two dates stand in one list: "in 2014 and 2018".
func listed(a, b *source, s *sentence) bool {
	if a.first > b.first {
		a, b = b, a
	}
	for i := a.last + 1; i < b.first; i++ {
		switch s.lower(i) {
		case ",", "and", "in", "on", "then", "again", "or", "&":
		default:
			return false
		}
	}
	return true
}
