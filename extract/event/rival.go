package event

import "math"

// rivals notes what speaks for a date belonging to heads[j] once it is known
// how likely each head of the sentence is to have each of its dates: p[i][k]
// is the first model's probability for head i and source k.
func rivals(f *features, heads []head, p [][]float64, j, k int) {
	h := &heads[j]
	kind := h.kind
	own := p[j][k]
	logit := bucketLogit(own)
	f.add("logit", logit)
	f.add("logitkind", logit, kind)
	rank, best, strong := 0, -1, 0
	for i := range heads {
		if i == j {
			continue
		}
		if p[i][k] > own {
			rank++
		}
		if p[i][k] > 0.4 {
			strong++
		}
		if best < 0 || p[i][k] > p[best][k] {
			best = i
		}
	}
	f.add("rank", bucket(rank))
	f.add("rankkind", bucket(rank), kind)
	f.add("strong", bucket(strong))
	f.add("strongkind", bucket(strong), kind)
	f.add("heads", bucket(len(heads)))
	if best >= 0 {
		f.add("gap", logit, bucketLogit(p[best][k]))
		f.add("bestkind", kind, heads[best].kind)
		rel := relation(h, &heads[best])
		f.add("relation", rel, yes(rank == 0))
		f.add("relationkind", rel, kind, yes(rank == 0))
	} else {
		f.add("alone", kind)
	}
	other := 0.0
	better := 0
	for l := range p[j] {
		if l != k {
			other = max(other, p[j][l])
			if p[j][l] > own {
				better++
			}
		}
	}
	f.add("other", bucketLogit(other))
	f.add("better", bucket(better))
	f.add("sources", bucket(len(p[j])))
}

// relation says how two heads of a sentence hang together.
func relation(a, b *head) *value {
	s := a.s
	switch g, v := a.verb(), b.verb(); {
	case g != nil && b.phrase >= 0 && g.object == b.phrase:
		return &itsobjectValue
	case g != nil && b.phrase >= 0 && g.subject == b.phrase:
		return &itssubjectValue
	case v != nil && a.phrase >= 0 && v.object == a.phrase:
		return &objectofValue
	case v != nil && a.phrase >= 0 && v.subject == a.phrase:
		return &subjectofValue
	case g != nil && v != nil && g.governor == b.group:
		return &governedbyValue
	case g != nil && v != nil && v.governor == a.group:
		return &governsValue
	case s.words[a.word].clause == s.words[b.word].clause:
		return &sameclauseValue
	case g != nil && v != nil && g.subject >= 0 && g.subject == v.subject:
		return &samesubjectValue
	}
	if a.word < b.word {
		return &beforeBy[bucketOf(s.cuts(a.word, b.word))]
	}
	return &afterBy[bucketOf(s.cuts(a.word, b.word))]
}

// beforeBy and afterBy name two clauses by the buckets of the boundaries between them.
var beforeBy, afterBy = bucketsAfter("before"), bucketsAfter("after")

// logits name the steps of a logit, logitSteps are the probabilities between them.
var (
	logits     = valuesOf("<-4", "-3", "-2", "-1", "-.5", "0", ".5", "1", "2", "3", ">4")
	logitSteps = func() (steps [10]float64) {
		for i, l := range [...]float64{-4, -2.5, -1.5, -0.75, -0.25, 0.25, 0.75, 1.5, 2.5, 4} {
			const off = 1e-4 // 0 and 1 have a logit too: that of (p + off) / (1 - p + off)
			steps[i] = (math.Exp(l)*(1+off) - off) / (1 + math.Exp(l))
		}
		return steps
	}()
)

// bucketLogit names a probability in steps of its logit.
func bucketLogit(p float64) *value {
	i := 0
	for i < len(logitSteps) && p >= logitSteps[i] {
		i++
	}
	return &logits[i]
}
