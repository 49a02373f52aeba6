package event

import "math"

// rivals notes what speaks for a date belonging to heads[j] once it is known
// how likely each head of the sentence is to have each of its dates: p[i][k]
// is the first model's probability for head i and source k.
func rivals(f *features, heads []head, p [][]float64, j, k int) {
	h := &heads[j]
	kind := h.kind()
	own := p[j][k]
	f.add("logit", bucketLogit(own))
	f.add("logitkind", bucketLogit(own), kind)
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
		f.add("gap", bucketLogit(own), bucketLogit(p[best][k]))
		f.add("bestkind", kind, heads[best].kind())
		f.add("relation", relation(h, &heads[best]), yes(rank == 0))
		f.add("relationkind", relation(h, &heads[best]), kind, yes(rank == 0))
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
func relation(a, b *head) string {
	s := a.s
	switch g, v := a.verb(), b.verb(); {
	case g != nil && b.phrase >= 0 && g.object == b.phrase:
		return "itsobject"
	case g != nil && b.phrase >= 0 && g.subject == b.phrase:
		return "itssubject"
	case v != nil && a.phrase >= 0 && v.object == a.phrase:
		return "objectof"
	case v != nil && a.phrase >= 0 && v.subject == a.phrase:
		return "subjectof"
	case g != nil && v != nil && g.governor == b.group:
		return "governedby"
	case g != nil && v != nil && v.governor == a.group:
		return "governs"
	case s.words[a.word].clause == s.words[b.word].clause:
		return "sameclause"
	case g != nil && v != nil && g.subject >= 0 && g.subject == v.subject:
		return "samesubject"
	}
	if a.word < b.word {
		return "before" + bucket(s.cuts(a.word, b.word))
	}
	return "after" + bucket(s.cuts(a.word, b.word))
}

// bucketLogit names a probability in steps of its logit.
func bucketLogit(p float64) string {
	l := math.Log((p + 1e-4) / (1 - p + 1e-4))
	switch {
	case l < -4:
		return "<-4"
	case l < -2.5:
		return "-3"
	case l < -1.5:
		return "-2"
	case l < -0.75:
		return "-1"
	case l < -0.25:
		return "-.5"
	case l < 0.25:
		return "0"
	case l < 0.75:
		return ".5"
	case l < 1.5:
		return "1"
	case l < 2.5:
		return "2"
	case l < 4:
		return "3"
	}
	return ">4"
}
