package event

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// winner returns the head that the clause rule gives the date of src to: the
// event noun whose phrase holds it; else the last head left of it in its
// clause; else, for a date that opens the clause, the first to its right.
func winner(s *sentence, heads []head, src *source) int {
	for i := range heads {
		if p := heads[i].phrase; p >= 0 && s.phrases[p].first <= src.first && src.last <= s.phrases[p].last {
			return i
		}
	}
	clause := s.words[src.first].clause
	best, at := -1, -1
	for i := range heads {
		to := heads[i].last
		if to < src.first && to >= at && s.words[to].clause == clause {
			best, at = i, to
		}
	}
	if best >= 0 {
		return best
	}
	for i := range heads {
		if heads[i].word > src.last && s.words[heads[i].word].clause == clause {
			return i
		}
	}
	for i := range heads {
		if heads[i].word < src.first {
			best = i
		}
	}
	if best < 0 && len(heads) > 0 {
		best = 0
	}
	return best
}

// pair notes what speaks for src dating h.
func (h *head) pair(f *features, in Input, heads []head, srcs []source, k int) {
	s, src, kind := h.s, &srcs[k], h.kind
	prep, lemma := f.of(src.prep), f.of(h.lemma)
	if f.named {
		h.describe(f)
	}
	likely := bucketLogit(h.likely)
	f.add("likely", likely)
	f.add("likelykind", likely, kind)
	f.add("prep", prep)
	f.add("preplemma", prep, lemma)
	f.add("prepkind", prep, kind)
	side, distance, between := &insideValue, 0, 0
	from, to := h.first, h.last
	lo, hi := to, src.first
	switch {
	case to < src.first:
		side, distance = &leftValue, src.first-to-1
	case from > src.last:
		side, distance = &rightValue, from-src.last-1
		lo, hi = src.last, from
	}
	nouns, verbs, commas := 0, 0, 0
	for i := range heads {
		if w := heads[i].word; w > lo && w < hi {
			between++
			if heads[i].group >= 0 {
				verbs++
			} else {
				nouns++
			}
		}
	}
	dates := 0
	for i := range srcs {
		if i != k && srcs[i].first > lo && srcs[i].first < hi {
			dates++
		}
	}
	for i := lo + 1; i < hi; i++ {
		if s.is(i, ",") {
			commas++
		}
	}
	cuts := min(s.cuts(from, src.first), s.cuts(to, src.first))
	same := s.words[from].clause == s.words[src.first].clause || s.words[to].clause == s.words[src.first].clause
	inPhrase := h.phrase >= 0 && s.phrases[h.phrase].first <= src.first && src.last <= s.phrases[h.phrase].last
	f.when(inPhrase, "inphrase")
	f.add("distance", side, bucket(distance), kind)
	f.add("distanceside", side, bucket(distance))
	f.add("between", side, bucket(verbs), bucket(nouns))
	f.add("verbsbetween", bucket(verbs), kind)
	f.add("nounsbetween", bucket(nouns), kind)
	f.add("datesbetween", bucket(dates))
	f.add("commas", side, bucket(commas))
	f.add("cuts", side, bucket(cuts), kind)
	f.add("cutsall", bucket(cuts))
	f.when(same, "sameclause", side, kind)
	f.when(same, "sameclauseonly")
	won := src.winner
	if won >= 0 {
		won := &heads[won]
		switch {
		case won.word == h.word:
			f.add("winner", kind)
			f.add("winneronly")
			f.add("winnerlemma", lemma)
		case won.phrase >= 0 && h.group >= 0 && s.groups[h.group].object == won.phrase:
			f.add("objectwins", kind)
			f.when(light[h.lemma], "lightobjectwins")
		case won.group >= 0 && h.phrase >= 0 && s.groups[won.group].object == h.phrase:
			f.add("verbwins", &objectValue, f.of(classOfVerb(won.lemma)))
		case won.group >= 0 && h.phrase >= 0 && s.groups[won.group].subject == h.phrase:
			f.add("verbwins", f.of("subject"), f.of(classOfVerb(won.lemma)))
		case won.group >= 0 && h.group >= 0 && s.groups[won.group].governor == h.group:
			f.add("infinitivewins", kind, lemma)
			f.add("infinitivewinskind", kind)
		case won.group >= 0 && h.group >= 0 && s.groups[h.group].governor == won.group:
			f.add("governorwins", f.of(won.lemma))
			f.add("governorwinsonly")
		case won.group >= 0 && h.group >= 0 && s.groups[won.group].subject == s.groups[h.group].subject && s.groups[h.group].subject >= 0:
			f.add("samesubjectwins", kind, side)
			f.when(h.clauseKind() == "and" || won.clauseKind() == "and", "coordinated", kind)
		default:
			f.add("loses", kind, f.of(classOfVerb(won.lemma)))
		}
		f.when(won.word != h.word && reporting[won.lemma], "reportingwins", kind)
	}
	f.when(src.first <= 2 && s.words[src.first].clause == 0, "initial", kind)
	if g := h.verb(); g != nil && g.subject >= 0 && s.phrases[g.subject].last < src.first && src.last < g.first {
		// "a mill built in 1873 burned": the date stands within the subject
		n := 0
		for i := range heads {
			if w := heads[i].word; heads[i].group >= 0 && w > s.phrases[g.subject].last && w < src.first {
				n++
			}
		}
		f.add("insubject", bucket(n), yes(s.is(s.adverbsBefore(g.first)-1, ",")))
	}
	if class := s.modified(src); class != "" && !inPhrase {
		p := s.words[src.first].phrase
		f.add("modifiesnoun", f.of(s.lower(s.phrases[p].head)))
		f.when(s.words[s.phrases[p].first].Tag == english.PRPS, "modifieswhose", kind)
		f.when(h.group >= 0 && s.groups[h.group].object == p, "modifiesobject", kind)
		class := f.of(class)
		f.add("modifies", class, granularity(src.date))
		f.add("modifieskind", class, kind, side)
		f.when(src.prep == "", "modifiesbare", class, kind)
	}
	f.add("sources", bucket(len(srcs)))
	f.add("type", f.of(src.typ.String()))
	f.add("granularity", granularity(src.date), kind)
	f.add("relation", relationTo(in.DCT, src.date), kind)
	f.add("quotedboth", yes(s.words[h.word].quoted), yes(s.words[src.first].quoted))
	if distance == 0 || distance == 1 {
		f.add("touches", side, kind)
		f.add("toucheslemma", lemma)
	}
	w := in.Text[in.Timexes[src.timex].Start:in.Timexes[src.timex].End]
	f.when(w == "now" || w == "Now" || w == "currently" || w == "recently", "vague", kind)
}

// modified names the class of the noun that src goes before in one phrase, "the
// 2018 nominee", as against "in 2018"; "" where there is none.
func (s *sentence) modified(src *source) string {
	p := s.words[src.first].phrase
	if p < 0 || s.phrases[p].head <= src.last {
		return ""
	}
	noun := &s.words[s.phrases[p].head]
	switch class, _ := classOfNoun(noun.Lower); {
	case class == listedEvent:
		return "event"
	case class != noEvent:
		return "nominal"
	case noun.Tag.Name():
		return "name"
	}
	return "thing"
}

// classOfVerb names the class of a verb for the models.
func classOfVerb(lemma string) string {
	switch {
	case reporting[lemma]:
		return "reporting"
	case light[lemma]:
		return "light"
	case occurring[lemma]:
		return "occurring"
	case aspectual[lemma]:
		return "aspectual"
	case stative[lemma]:
		return "stative"
	}
	return "other"
}

func yes(b bool) *value {
	if b {
		return &yesValue
	}
	return &noValue
}

// granularity names how finely e is known.
func granularity(e timex.EDTF) *value {
	switch {
	case e.Interval:
		return &intervalValue
	case e.From.Month == 0:
		return &yearValue
	case e.From.Day == 0:
		return &monthValue
	case e.From.Clock == "":
		return &dayValue
	}
	return &clockValue
}

// relationTo says where e lies, seen from the day of publication.
func relationTo(dct timex.DCT, e timex.EDTF) *value {
	first, last, hasFirst, hasLast := e.Bounds()
	switch {
	case !dct.Known:
		return &unknownValue
	case hasLast && last < dct.Day-31:
		return &longpastValue
	case hasLast && last < dct.Day:
		return &pastValue
	case hasFirst && first > dct.Day:
		return &futureValue
	}
	return &aroundValue
}
