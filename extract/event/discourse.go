package event

import (
	"math/bits"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// focus is what the text has been speaking of so far.
type focus struct {
	last, lead dated              // the last dated event, and the first
	all        []dated            // all of them, in order
	named      map[string]dated   // event nouns, to the last dated event that they named
	stems      map[string]dated   // of the heads, to the last dated event of each
	dates      map[timex.EDTF]int // of the events so far, how many each has
	days       int                // different dates that the expressions of the article name
	candidates []candidate        // for the head at hand
}

// clear makes fc the focus before the first sentence of an article that
// nothing is known of.
func (fc *focus) clear() {
	if fc.named == nil {
		fc.named, fc.stems, fc.dates = map[string]dated{}, map[string]dated{}, map[timex.EDTF]int{}
	}
	clear(fc.named)
	clear(fc.stems)
	clear(fc.dates)
	clear(fc.all)
	clear(fc.candidates)
	*fc = focus{named: fc.named, stems: fc.stems, dates: fc.dates, all: fc.all[:0], candidates: fc.candidates[:0]}
}

// dated is an event that has its date.
type dated struct {
	head      *head
	date      timex.EDTF
	statement bool
	ok        bool
	p         float64 // how likely the date is its own
}

// note makes d the event that the text speaks of.
func (fc *focus) note(d dated) {
	d.ok = true
	if !fc.lead.ok && !d.statement {
		fc.lead = d
	}
	fc.last = d
	fc.all = append(fc.all, d)
	fc.dates[withoutClock(d.date)]++
	fc.stems[d.head.stem] = d
	if d.head.phrase >= 0 {
		fc.named[d.head.lemma] = d
	}
	if noun, ok := nounOf[d.head.lemma]; ok {
		fc.named[noun] = d
	}
}

// nounOf gives the noun by which a text goes on speaking of what a verb told.
var nounOf = map[string]string{
	"attack": "attack", "crash": "crash", "collide": "collision", "shoot": "shooting", "stab": "stabbing", "kill": "killing",
	"strike": "strike", "explode": "explosion", "collapse": "collapse", "protest": "protest", "rally": "rally", "arrest": "arrest",
	"die": "death", "resign": "resignation", "elect": "election", "vote": "vote", "launch": "launch", "meet": "meeting",
	"decide": "decision", "rule": "ruling", "announce": "announcement", "invade": "invasion", "annex": "annexation", "bomb": "bombing",
	"debate": "debate", "fire": "fire", "burn": "fire", "erupt": "eruption", "flood": "flood", "defeat": "match", "win": "match",
	"beat": "match", "marry": "wedding", "visit": "visit", "close": "closure", "release": "release", "test": "test", "sign": "signing",
}

// candidate is a date that an event without its own may take.
type candidate struct {
	from                           dated
	last, lead, named, akin, again bool // how the event is related that it would be taken from
	since                          bool // it begins with that event: "has since"
	news                           bool // it is the day of publication: the article begins with it and says nowhere when it was
	said                           bool // it is something said while that event, or the publication day where there is none, is told of
	shared                         int  // words that akin events share
	rank                           int  // among the dates of the events before, the nearest first
}

// which names the relations that hold, for the models.
func (c *candidate) which() *value {
	i := 0
	for bit, holds := range [...]bool{c.last, c.lead, c.named, c.akin, c.again} {
		if holds {
			i |= 1 << bit
		}
	}
	return &relationNames[i]
}

// relationNames are the names of sets of relations, by bits.
var relationNames = func() (names [32]value) {
	for i := range names {
		all := ""
		for bit, name := range [...]string{"last ", "lead ", "named ", "akin ", "again "} {
			if i&(1<<bit) != 0 {
				all += name
			}
		}
		names[i] = newValue(all)
	}
	return names
}()

// tells reports whether h can be told of without a date of its own: a past
// tense, or a noun that speaks of something definite, outside quotations.
func (h *head) tells() bool {
	if h.s.words[h.word].quoted {
		return false
	}
	switch h.kind.text {
	case "past", "perfect", "participle":
		return !stative[h.lemma]
	case "carried":
		return true
	case "noun":
		switch h.determiner() {
		case "a", "an", "no", "possessive":
			return false
		}
		return true
	}
	return false
}

// candidatesFor returns the dates that h may take: of the last event, of the
// first, of an event that its clause names again ("the crash"), and of the one
// whose clause shares most names with its own.
func (fc *focus) candidatesFor(h *head) []candidate {
	found := fc.candidates[:0]
	at := func(d dated) *candidate {
		for i := range found {
			if withoutClock(found[i].from.date) == withoutClock(d.date) {
				return &found[i]
			}
		}
		found = append(found, candidate{from: d})
		return &found[len(found)-1]
	}
	if fc.last.ok {
		at(fc.last).last = true
	}
	if fc.lead.ok {
		at(fc.lead).lead = true
	}
	for _, lemma := range h.s.events {
		if d, ok := fc.named[lemma]; ok && d.head.s != h.s {
			at(d).named = true
		}
	}
	best, most := -1, 0
	for i, all := len(fc.all)-1, bits.OnesCount64(h.s.names); i >= 0 && most < all; i-- {
		if d := &fc.all[i]; d.head.s != h.s {
			if n := shared(h, d.head); n > most {
				best, most = i, n
			}
		}
	}
	if best >= 0 {
		c := at(fc.all[best])
		c.akin, c.shared = true, most
	}
	if d, ok := fc.stems[h.stem]; ok {
		at(d).again = true
	}
	// The dates of the events before it, and how far back each is.
	for i, rank := len(fc.all)-1, 0; i >= 0 && rank < nearDates; i-- {
		if c := at(fc.all[i]); c.rank == 0 {
			rank++
			c.rank = rank
		}
	}
	fc.candidates = found
	return found
}

// nearDates is how many of the last dates an event may take.
const nearDates = 4

// shared counts the names that the sentences of h and g have in common, by
// hash: two names may be taken for one.
func shared(h, g *head) int { return bits.OnesCount64(h.s.names & g.s.names) }

// overlap counts the words that s shares with title and first sentence.
func (f *finder) overlap(s *sentence) int {
	known := &f.overlaps[s.at]
	if *known == 0 {
		*known = 1
		for i := range s.words {
			if w := &s.words[i]; w.Tag.Noun() && f.themes[w.Lower] {
				*known++
			}
		}
	}
	return *known - 1
}

// surroundings are what inherit notes of the sentence of a head, whatever the
// date is that it may take.
type surroundings struct {
	own      *value // where the first time expression stands, seen from the head
	mentions int    // nouns that take up what was told of
}

func (fc *focus) surroundingsOf(h *head) surroundings {
	s := h.s
	around := surroundings{own: &noneValue}
	for i := range s.words {
		w := &s.words[i]
		if w.timex >= 0 && around.own == &noneValue {
			around.own = &leftValue
			if i > h.word {
				around.own = &rightValue
			}
		}
		if w.phrase >= 0 && w.Tag.Noun() {
			if first := s.phrases[w.phrase].first; (s.is(first, "the") || s.is(first, "this")) && fc.named[w.Lower].ok {
				around.mentions++
			}
		}
	}
	return around
}

// inherit notes what speaks for h taking the date of an event before it.
func (fd *finder) inherit(f *features, h *head, fc *focus, around *surroundings, c *candidate) {
	kind, d, which, age := h.kind, &c.from, c.which(), bucket(h.s.index-c.from.head.s.index)
	relation := relationTo(fd.in.DCT, d.date)
	again := subjectAgain(h, d.head)
	f.add("likelywhich", bucketLogit(h.likely), which)
	f.add("subjectagain", again, which)
	f.add("subjectagainkind", again, kind, age)
	f.add("which", which, kind)
	f.add("whichonly", which)
	f.when(c.last, "last", kind)
	f.when(c.lead, "lead", kind)
	f.when(c.named, "named", kind)
	f.when(c.akin, "akin", bucket(c.shared))
	f.when(c.akin, "akinkind", kind)
	f.add("granularity", granularity(d.date), kind)
	f.add("granularityonly", granularity(d.date), which)
	f.add("relation", relation, kind)
	f.add("age", which, age)
	f.add("agekind", age, kind)
	f.add("paragraphs", which, bucket(h.s.paragraph-d.head.s.paragraph))
	f.when(d.statement, "fromstatement", kind)
	f.when(d.head.lemma == h.lemma, "samelemma", kind)
	f.add("owntimexonly", around.own, age)
	f.when(relation == &futureValue && kind == &pastValue, "pastonfuture")
	f.add("days", bucket(fc.days), which)
	f.add("dated", bucket(len(fc.dates)), which)
	kinds, from := h.traits.kinds, d.head.traits.kinds
	for i := range kinds {
		f.add("verbkindwhich", &kinds[i], which)
		for j := range from {
			f.add("verbkinds", &from[j], &kinds[i])
		}
		f.add("verbkindage", &kinds[i], age)
	}
	f.add("overlap", bucket(fd.overlap(h.s)), which)
	fd.inheritFrom(f, h, fc, c)
}

// inheritAny notes what speaks for h taking the date of an event before it,
// whichever that is.
func (fd *finder) inheritAny(f *features, h *head, fc *focus, around *surroundings) {
	kind, likely := h.kind, bucketLogit(h.likely)
	f.add("likely", likely)
	f.add("likelykind", likely, kind)
	f.add("index", bucket(h.s.index))
	f.add("indexkind", bucket(h.s.index), kind)
	f.add("owntimex", around.own, kind)
	f.when(h.s.words[h.word].quoted, "quotedonly")
	f.when(fc.last.date == fc.lead.date, "agree", kind)
	lead := &emptyValue
	if fc.lead.ok {
		lead = fc.lead.head.kind
	}
	f.add("leadkind", lead, kind)
	determiner := f.of(h.determiner())
	f.add("determinerkind", determiner, kind)
	f.add("dayskind", bucket(fc.days), kind)
	f.add("mentions", bucket(around.mentions))
	f.add("overlapkind", bucket(fd.overlap(h.s)), kind)
	if h.phrase >= 0 && h.s.words[h.word].Tag != english.NNP {
		f.when(fc.named[h.lemma].ok, "namedbefore", determiner)
	}
	f.add("firstword", f.of(h.s.lower(0)))
	for i := range h.s.words {
		if w := &h.s.words[i]; timeWords.has(w.Lower) && w.clause == h.s.words[h.word].clause {
			word := f.of(w.Lower)
			f.add("timeword", word)
			f.add("timewordform", word, h.form)
		}
	}
}

// inheritFrom notes how h stands to the event that it may take its date from,
// and how that date stands among those of the article.
func (fd *finder) inheritFrom(f *features, h *head, fc *focus, c *candidate) {
	g, which, kind, form := c.from.head, c.which(), h.kind, h.form
	where := &beforeValue
	switch {
	case g.s == h.s:
		where = relation(h, g)
		f.add("cutsfrom", bucket(h.s.cuts(h.word, g.word)), kind)
	case g.s.paragraph == h.s.paragraph:
		where = &paragraphValue
	}
	rank, back, sure := bucket(c.rank), daysBack(fd.in.DCT, c.from.date), bucketLogit(c.from.p)
	f.add("where", where, kind)
	f.add("rank", rank, kind)
	f.add("rankage", rank, bucket(h.s.index-g.s.index))
	f.add("rankback", rank, back)
	f.when(c.again, "again", kind)
	f.add("wherewhich", where, which)
	f.add("donorkind", g.kind, kind)
	f.add("donorlikely", bucketLogit(g.likely), kind)
	f.add("donorsure", sure)
	f.add("donorsurewhich", sure, which)
	f.add("form", form, which)
	f.add("back", back, which)
	f.add("backform", back, form)
	f.add("backindex", back, bucket(h.s.index))
	count, most := fc.dates[withoutClock(c.from.date)], 0
	for _, n := range fc.dates {
		most = max(most, n)
	}
	f.add("count", bucket(count), which)
	f.add("most", yes(count == most), bucket(len(fc.dates)))
	f.add("choices", bucket(len(fc.candidates)), which)
	own := bucket(len(fd.sources[h.s.at]))
	f.add("ownsources", own, which)
	f.add("ownsourceskind", own, where, kind)
}

// timeWords say how what a clause tells of lies to what was told before.
var timeWords = newWordSet(`previously earlier later then also already formerly once before after following subsequently
	meanwhile still again afterwards afterward eventually initially originally first finally soon immediately when while until`)

// daysBack names how long before publication e ended.
func daysBack(dct timex.DCT, e timex.EDTF) *value {
	_, last, _, ok := e.Bounds()
	if !dct.Known || !ok {
		return &unknownValue
	}
	switch n := int(dct.Day - last); {
	case n < 0:
		return &futureValue
	case n <= 2:
		return bucket(n)
	case n <= 7:
		return &weekValue
	case n <= 31:
		return &monthValue
	case n <= 366:
		return &yearValue
	}
	return &longValue
}

// subjectAgain says how the subject of h takes up that of g.
func subjectAgain(h, g *head) *value {
	v, w := h.verb(), g.verb()
	switch {
	case v == nil:
		return &nounValue
	case v.subject < 0:
		return &noneValue
	case h.s.phrases[v.subject].pronoun:
		return &pronounValue
	case w == nil || w.subject < 0:
		return &freshValue
	case h.s.lower(h.s.phrases[v.subject].head) == g.s.lower(g.s.phrases[w.subject].head):
		return &sameValue
	case w.object >= 0 && h.s.lower(h.s.phrases[v.subject].head) == g.s.lower(g.s.phrases[w.object].head):
		return &objectValue
	}
	return &freshValue
}
