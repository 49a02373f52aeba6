package event

import (
	"strings"

	"dateline/extract/english"
)

// likelihood notes what speaks, beside its description, for heads[j] being an
// event that the article would have on a timeline, whatever its date.
func (f *finder) likelihood(feats *features, heads []head, j int, srcs []source) {
	h := &heads[j]
	s, kind, form := h.s, h.kind, h.form
	feats.add("index", bucket(s.index))
	feats.add("indexkind", bucket(s.index), kind)
	feats.add("paragraph", bucket(s.paragraph))
	feats.add("heads", bucket(len(heads)))
	feats.add("place", bucket(j), kind)
	feats.add("length", bucket(len(s.words)/5))
	feats.add("topic", bucket(f.overlap(s)))
	stem := h.stem
	if f.title[stem] {
		feats.add("title", kind)
		feats.add("titleindex", bucket(s.index))
	}
	frame := feats.of(h.frame())
	feats.add("told", frame)
	feats.add("toldkind", frame, kind)
	feats.add("counts", feats.of(h.counts()), kind)
	feats.add("prevword", feats.of(s.lower(h.word-1)))
	feats.add("nextword", feats.of(s.lower(h.word+1)))
	f.nearest(feats, heads, j, srcs)
	neighbors(feats, heads, j)
	h.arguments(feats)
	before := f.told[stem]
	age, fresh := 99, 99
	if before.times > 0 {
		age = s.index - before.last
	}
	if f.fresh >= 0 {
		fresh = s.index - f.fresh
	}
	feats.add("repeats", bucket(before.times), form)
	feats.add("repeatage", bucket(age), form)
	feats.add("freshsources", bucket(fresh), bucket(len(srcs)))
}

// nearest notes how the date nearest to heads[j] stands to it.
func (f *finder) nearest(feats *features, heads []head, j int, srcs []source) {
	h := &heads[j]
	s, kind, form := h.s, h.kind, h.form
	feats.add("sources", bucket(len(srcs)), kind)
	if len(srcs) == 0 {
		return
	}
	src := &srcs[0]
	won := false
	for k := range srcs {
		if gap(h, &srcs[k]) < gap(h, src) {
			src = &srcs[k]
		}
		won = won || srcs[k].winner == j
	}
	cuts := min(s.cuts(h.first, src.first), s.cuts(h.last, src.first))
	side := &leftValue
	if src.first > h.word {
		side = &rightValue
	}
	between := 0
	for i := range heads {
		if w := heads[i].word; w > h.word && w < src.first || w < h.word && w > src.last {
			between++
		}
	}
	feats.add("wins", yes(won), kind)
	feats.add("nearest", bucket(gap(h, src)), bucket(cuts))
	feats.add("nearestkind", bucket(cuts), kind)
	feats.add("srcprep", side, feats.of(src.prep), bucket(cuts))
	feats.add("srcgran", granularity(src.date), form)
	feats.add("srcrel", relationTo(f.in.DCT, src.date), form, bucket(min(cuts, 1)))
	feats.add("srcbetween", side, bucket(between), form)
	if class := s.modified(src); class != "" {
		feats.add("srcmodifies", feats.of(class), form)
	}
}

// neighbors notes the heads before and after heads[j].
func neighbors(feats *features, heads []head, j int) {
	h := &heads[j]
	form := h.form
	if j == 0 {
		feats.add("before", &noneValue, form)
	} else {
		b := &heads[j-1]
		rel := relation(h, b)
		feats.add("before", b.form, form)
		feats.add("beforerel", rel, form)
		feats.when(reporting[b.lemma], "beforereporting", rel, form)
	}
	if j+1 < len(heads) {
		a := &heads[j+1]
		feats.add("afterrel", relation(h, a), form)
		feats.add("afterlemma", feats.of(a.lemma))
	}
}

// arguments notes the words that h governs or hangs on.
func (h *head) arguments(feats *features) {
	s := h.s
	if g := h.verb(); g != nil {
		if g.subject >= 0 {
			feats.add("subjectlemma", feats.of(english.Singular(s.lower(s.phrases[g.subject].head))))
		}
		if g.object >= 0 {
			feats.add("objectlemma", feats.of(english.Singular(s.lower(s.phrases[g.object].head))))
		}
		return
	}
	if h.phrase < 0 {
		return
	}
	for _, k := range nounKinds[h.lemma] {
		feats.add("nounkind", feats.of(k))
		feats.add("nounkindkind", feats.of(k), h.kind)
	}
	p, determiner := &s.phrases[h.phrase], feats.of(h.determiner())
	if p.prep >= 0 {
		feats.add("nounprep", feats.of(s.lower(p.prep)), determiner)
	}
	feats.add("ofafter", feats.of(s.lower(p.last+1)), determiner)
	for i := range s.groups {
		if g := &s.groups[i]; g.object == h.phrase {
			feats.add("objectof", feats.of(g.lemma))
		} else if g.subject == h.phrase {
			feats.add("subjectof", feats.of(g.lemma))
		}
	}
}

// gap counts the words between h and src.
func gap(h *head, src *source) int {
	switch {
	case h.last < src.first:
		return src.first - h.last - 1
	case h.first > src.last:
		return h.first - src.last - 1
	}
	return 0
}

// frame says by what h is told: the reporting verb whose complement it stands in.
func (h *head) frame() string {
	s := h.s
	if s.words[h.word].quoted {
		return "quoted"
	}
	for i := range s.groups {
		g := &s.groups[i]
		if !reporting[g.lemma] || g.head == h.word {
			continue
		}
		if c := s.complement(g); c >= 0 && c <= h.word {
			return "by " + tenseName(g.tense)
		}
		if g.last >= len(s.words)-4 && h.word < g.first && s.is(g.first-1, ",") {
			return "before"
		}
	}
	for i := range s.words {
		if s.is(i, "according") && s.is(i+1, "to") {
			return "according"
		}
	}
	return "no"
}

// counts says whether numbers stand in the subject or the object of h.
func (h *head) counts() string {
	s := h.s
	number := func(p int) bool {
		if p < 0 {
			return false
		}
		for i := s.phrases[p].first; i <= s.phrases[p].last; i++ {
			if s.words[i].Tag == english.CD && s.words[i].timex < 0 {
				return true
			}
		}
		return false
	}
	if g := h.verb(); g != nil {
		switch {
		case number(g.subject):
			return "subject"
		case number(g.object):
			return "object"
		}
		return "none"
	}
	if number(h.phrase) {
		return "own"
	}
	return "none"
}

// stemOf cuts what endings of inflection and derivation leave different:
// "explode" and "explosion" keep "explo".
func stemOf(w string) string {
	for _, end := range []string{"ation", "ition", "sion", "tion", "ment", "ing", "ed", "es", "al", "e", "s", "y"} {
		if t, ok := strings.CutSuffix(w, end); ok && len(t) >= 3 {
			w = t
			break
		}
	}
	if len(w) > 6 {
		w = w[:6]
	}
	return w
}

// nounKinds sorts event nouns as verbKinds does verbs.
var nounKinds = readKinds(`
incident: attack crash explosion fire earthquake quake flood shooting stabbing bombing collapse accident blast killing death murder riot clash
 storm hurricane outbreak derailment collision aftershock violence unrest incident disaster fatality blaze wildfire blackout airstrike strike
 hostilities raid rescue evacuation injury outage incursion kidnapping hijacking robbery theft assassination ambush shelling massacre
contest: match game race final tournament championship victory win defeat loss draw round season cup olympics semifinal series tie goal title
justice: trial arrest hearing verdict conviction sentence lawsuit ruling indictment charge appeal investigation inquiry detention acquittal
 execution injunction decision judgment plea suit inquest extradition
politics: election vote referendum primary caucus resignation inauguration summit talks meeting treaty agreement deal protest demonstration
 rally coup invasion annexation sanction ban lockdown curfew emergency ceasefire truce negotiation nomination campaign appointment debate
 convention impeachment withdrawal reform legislation reshuffle ballot march boycott visit
business: launch release opening closure merger acquisition sale purchase announcement deal bankruptcy strike layoff bid ipo auction release
 publication premiere debut production construction reopening completion
life: birth death marriage wedding funeral burial retirement graduation career illness surgery diagnosis divorce appearance
culture: concert festival ceremony award exhibition performance tour premiere parade celebration anniversary conference fair show
measure: measure restriction quarantine vaccination testing test order decree mandate suspension cancellation delay
saying: announcement statement speech interview briefing report call conference warning claim comment question address
state: war conflict crisis pandemic recession drought famine siege occupation dispute shortage campaign
`)

// formNow is the kind of h, with the pluperfect, the progressive and the passive
// of the past told apart.
func (h *head) formNow() *value {
	kind := h.kindNow()
	switch g := h.verb(); {
	case g == nil:
	case kind == &perfectValue && g.tense == past:
		return &pluperfectValue
	case kind == &pastValue && g.passive:
		return &pastpassiveValue
	case kind == &pastValue && g.progressive:
		return &pastprogressiveValue
	}
	return kind
}
