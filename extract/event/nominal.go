package event

import (
	"strings"

	"dateline/extract/english"
)

// nounLabel makes a label of an event noun: its phrase and what hangs on it,
// with who took part where the sentence says it of this event.
func (f *finder) nounLabel(h *head, status Status) string {
	if h.phrase < 0 {
		return ""
	}
	s := h.s
	p := &s.phrases[h.phrase]
	core := s.render(p.first, h.word, f.names)
	short := wordsIn(core) <= 4
	if first := &s.words[p.first]; s.close && first.Tag == english.PRPS {
		if who := f.possessor(s, p.first); who != "" && wordsIn(who) <= 4 {
			core = who + "'s " + core // "his campaign"
		}
	}
	if h.word == p.head {
		if text := f.namedAs(s, h.phrase, true); text != "" {
			core = text // "US presidential election", as the title has it
		} else if who := f.whose(s, p); who != "" {
			core = genitive(who) + " " + core
		} else if (p.first == p.head || !s.namesAny(p.first, p.last)) && (s.tag(p.first) != english.DT || s.is(p.first, "the") || s.is(p.first, "this") || s.is(p.first, "a")) {
			core = f.ofCountry(h, core)
		}
	}
	rest := predicate{f: f, s: s}
	if h.word == p.head {
		rest.ofNoun(p)
	}
	tail, _ := rest.choose(wordsIn(core))
	noun := core + tail
	if status == Possible && !possibleMods[strings.ToLower(strings.SplitN(core, " ", 2)[0])] {
		noun = "possible " + noun
	}
	if who := f.gathered(h); who != "" {
		// "met at a summit in Geneva": the Geneva summit of those who met.
		if place, ok := strings.CutPrefix(strings.TrimSpace(tail), "in "); ok && wordsIn(place) <= 2 {
			noun = place + " " + core
		}
		if joined := noun + " of " + who; wordsIn(joined) <= maxWords {
			return joined
		}
	}
	for i := range s.groups {
		g := &s.groups[i]
		given := s.gives(g, h.phrase)
		if g.object != h.phrase && g.subject != h.phrase && !given || g.infinitive && g.governor < 0 {
			continue
		}
		switch {
		case (s.carriesNoun(g) && g.object == h.phrase || given) && !g.passive && (short || wordsIn(core) <= 4):
			// "Putin and Biden hold talks": the clause says who.
			if l := polish(f.clauseLabel(s, i, status)); wellFormed(l) {
				return l
			}
		case wordsIn(noun) < minWords:
			if planning[g.lemma] && g.passive && g.subject == h.phrase && !s.looksAhead(i) {
				verb := " " + f.verbForm(s, g, Happened, false, true)
				p := predicate{f: f, s: s}
				p.ofVerb(i, -1, true)
				if rest, ok := p.choose(wordsIn(noun) + 1); ok && status == Planned {
					return noun + verb + rest // "Second meeting planned in Orlo"
				}
			}
			verb := status
			if putOff[g.lemma] || cancelling[g.lemma] {
				verb = Happened // what is planned, or off, is the noun
			}
			k := i
			if g.lemma == "be" && i+1 < len(s.groups) && s.groups[i+1].governor == i && s.groups[i+1].infinitive {
				k++ // "the game is to go ahead"
			}
			if l := polish(f.located(f.clauseLabel(s, k, verb), h)); wellFormed(l) && strings.Contains(strings.ToLower(l), s.words[h.word].Lower) {
				return l
			}
		}
	}
	return noun
}

// whose returns whom the "whose" before p means: "Bo Kim, whose death".
func (f *finder) whose(s *sentence, p *phrase) string {
	if !s.is(p.first-1, "whose") && !s.is(p.first, "whose") {
		return ""
	}
	i := p.first - 1
	if s.is(i, "whose") {
		i--
	}
	if s.is(i, ",") {
		i--
	}
	if q := s.phraseOf(i); q >= 0 && s.words[s.phrases[q].last].Tag.Name() {
		return f.phraseText(s, q, q)
	}
	return ""
}

// gives reports whether p is the second object of g: "granted Ann Lee a pardon".
func (s *sentence) gives(g *group, p int) bool {
	return g.object >= 0 && p == g.object+1 && s.phrases[p].prep < 0 && s.phrases[p].first == s.phrases[g.object].last+1 && !g.participle
}

// gathered returns who met at the event that h names, "" when the sentence
// does not say so.
func (f *finder) gathered(h *head) string {
	s := h.s
	p := s.phrases[h.phrase].prep
	if p < 0 || !s.is(p, "at") && !s.is(p, "in") && !s.is(p, "for") && !s.is(p, "during") {
		return ""
	}
	g := s.groupBefore(h.word)
	if g < 0 || s.groups[g].lemma != "meet" && s.groups[g].lemma != "gather" {
		return ""
	}
	who, _ := f.subjectText(s, g)
	if o := s.groups[g].object; o >= 0 && who != "" {
		who += " and " + f.phraseText(s, o, o)
	}
	return who
}

// ofNoun reads what hangs on the phrase ph.
func (p *predicate) ofNoun(ph *phrase) {
	s := p.s
	if ph.last > ph.head { // a name that goes on: "Battle of Verdun"
		p.add(s.render(ph.head+1, ph.last, nil), -1, true)
	}
	p.source = fromNouns[s.words[ph.head].Lower]
	p.read(ph.last+1, -1, -1, true)
}

// fromNouns are those that "from" says more about.
var fromNouns = words(`withdrawal exit departure escape retreat secession separation independence resignation flight transfer return
	retirement removal expulsion eviction extradition defection split trip journey move transition`)

// groupBefore returns the verb group nearest before word i in its clause, -1.
func (s *sentence) groupBefore(i int) int {
	for j := i; j >= 0; j-- {
		if g := s.words[j].group; g >= 0 && s.words[j].clause == s.words[i].clause {
			return g
		}
	}
	return -1
}

// nominals are the nouns of verbs, for labels such as "Collapse of the bridge".
var nominals = readNominals(`annex:annexation invade:invasion collapse:collapse die:death resign:resignation arrest:arrest
	open:opening reopen:reopening close:closure found:founding elect:election reelect:re-election kill:killing attack:attack
	explode:explosion crash:crash arrive:arrival depart:departure retire:retirement begin:start start:start end:end
	launch:launch release:release erupt:eruption withdraw:withdrawal return:return sink:sinking disappear:disappearance
	assassinate:assassination appoint:appointment bomb:bombing convict:conviction surrender:surrender destroy:destruction
	sell:sale liberate:liberation execute:execution deport:deportation extradite:extradition expel:expulsion
	inaugurate:inauguration nominate:nomination baptize:baptism bury:burial cremate:cremation divorce:divorce
	expire:expiry graduate:graduation imprison:imprisonment injure:injury land:landing merge:merger murder:murder
	occupy:occupation poison:poisoning recover:recovery rescue:rescue resume:resumption shoot:shooting stab:stabbing
	suspend:suspension bankrupt:bankruptcy dissolve:dissolution evacuate:evacuation abolish:abolition adopt:adoption
	ratify:ratification repeal:repeal cancel:cancellation postpone:postponement delay:delay`)

func readNominals(list string) map[string]string {
	m := map[string]string{}
	for entry := range strings.FieldsSeq(list) {
		verb, noun, _ := strings.Cut(entry, ":")
		m[verb] = noun
	}
	return m
}

// intransitive verbs have their subject in the phrase that their noun makes:
// the death of him who dies, but the arrest of him who is arrested.
var intransitive = words(`collapse die resign explode crash arrive depart retire begin start end erupt return sink disappear surrender
	expire graduate land recover open reopen close resume`)

// nominalized makes "Collapse of the bridge" of a verb that has nothing but
// its subject; "" where that is not what the verb says.
func (f *finder) nominalized(h *head, status Status) string {
	g := h.verb()
	if g == nil {
		return ""
	}
	noun, ok := nominals[g.lemma]
	if !ok || status != Happened || !g.passive && (!intransitive[g.lemma] || g.object >= 0) {
		return ""
	}
	subject, _ := f.subjectText(h.s, h.group)
	if p := g.subject; p >= 0 && (h.s.tag(h.s.phrases[p].head) == english.CD || h.s.tag(h.s.phrases[p].head) == english.DT || counts[h.s.lower(h.s.phrases[p].head)]) {
		return "" // "injury of two"
	}
	if subject != "" {
		return noun + " of " + subject
	}
	p := predicate{f: f, s: h.s} // "Return to work", whoever it was
	p.ofVerb(h.group, -1, true)
	rest, _ := p.choose(1)
	return noun + rest
}
