package event

import (
	"strings"

	"dateline/extract/english"
)

// part is a piece of what follows a verb or a noun. It goes into a label whole
// or not at all.
type part struct {
	text   string
	size   int  // in words
	under  int  // the part that it hangs on, -1 for the verb or noun itself
	needed bool // without it, what it hangs on is broken off
	bad    bool // cannot be said: a pronoun that stands for nobody known, a verb without its object
}

// predicate reads what follows a verb or a noun into parts.
type predicate struct {
	f       *finder
	s       *sentence
	parts   []part
	broken  bool   // ends in the middle of something else
	subject string // who it is said of
	quoted  bool   // begins with a quotation
	source  bool   // of a noun that "from" says more about
}

func (p *predicate) add(text string, under int, needed bool) int {
	text = strings.TrimSpace(text)
	p.parts = append(p.parts, part{text: text, size: wordsIn(text), under: under, needed: needed, bad: text == ""})
	return len(p.parts) - 1
}

// fail notes that what is read for the part under, or all for -1, ends in the
// middle of something.
func (p *predicate) fail(under int) {
	if under >= 0 {
		p.parts[under].bad = true
	} else {
		p.broken = true
	}
}

// ofVerb reads what follows group k, whose object has been said already when
// full is set; under is the part that the verb is. It returns the word after it.
func (p *predicate) ofVerb(k, under int, full bool) int {
	g := &p.s.groups[k]
	first := len(p.parts)
	next := p.read(g.last+1, k, under, full)
	alone := aspectual[g.lemma] && g.subject >= 0 && !p.s.words[p.s.phrases[g.subject].last].Tag.Name() && !titleNouns.has(p.s.lower(p.s.phrases[g.subject].head)) // "classes begin"
	if !full && !g.passive && !alone && (needsObject[g.lemma] || empty[g.lemma]) && g.particle < 0 && !p.has(first, under) {
		p.fail(under)
	}
	if !full && under < 0 && !p.complete(k, first, under) {
		p.broken = true
	}
	return next
}

// complete reports whether what verb k needs beside its object was read: what
// somebody is asked, told or caused to do.
func (p *predicate) complete(k, first, under int) bool {
	g := &p.s.groups[k]
	if g.passive || !causing[g.lemma] || g.object < 0 {
		return true
	}
	n := 0
	for i := first; i < len(p.parts); i++ {
		if p.parts[i].under == under {
			n++
		}
	}
	return n > 1
}

// causing verbs say little of whom without what.
var causing = words(`ask urge tell force allow permit enable instruct persuade encourage advise compel remind inform`)

// has reports whether a part of what under brings was read from first on; the
// first of them is then needed.
func (p *predicate) has(first, under int) bool {
	for i := first; i < len(p.parts); i++ {
		if q := &p.parts[i]; q.under == under {
			q.needed = true
			return true
		}
	}
	return false
}

// read reads parts from word i to the end of the clause; k is the verb that
// they follow, -1 for a noun. It returns the word after the last that was read.
func (p *predicate) read(i, k, under int, full bool) int {
	s := p.s
	fresh := true   // nothing of the verb's own has been read
	anchor := under // the part that "of" goes on
	noun := -1      // the last word of the noun phrase that was read last
	if full {
		fresh = false
	}
	for i < len(s.words) {
		w := &s.words[i]
		switch {
		case w.Text == "(" || w.Text == "[":
			for i < len(s.words) && s.words[i].Text != ")" && s.words[i].Text != "]" {
				i++
			}
			i++
			continue
		case s.closes(i):
			return i
		case isQuote(w.Text):
			p.quoted = p.quoted || fresh
			if noun == i-1 {
				noun = i // "called the vote “a disgrace”"
			}
			i++
			continue
		case w.Text == ",":
			if j := s.dateBetweenCommas(i); j > i {
				i = j
				continue
			}
			if s.tag(i-1) == english.RB && (s.tag(i+1) == english.RB || s.tag(i+1).Adjective()) {
				i++
				continue
			}
			if j := p.goesOn(i, k); j > i && noun == i-1 {
				i, noun = j, j-1
				continue
			}
			if j := p.apposition(i, anchor, noun); j > i {
				i = j
				continue
			}
			return i
		case w.timex >= 0 && w.phrase < 0, s.datePreposition(i):
			if k >= 0 && s.is(i, "until") && s.groups[k].negated {
				j := i
				for j+1 < len(s.words) && (s.words[j+1].timex >= 0 || s.datePreposition(j+1)) {
					j++
				}
				p.add(s.string(i, j), under, true) // "not counted until Monday": without it never
				i = j
			}
			i++
			continue
		case w.phrase >= 0 && i == s.phrases[w.phrase].first:
			q := w.phrase
			if end := s.phrases[q].last + 1; i > 0 && s.phrases[q].prep < 0 && (s.verbOfOwn(end) || s.phrases[q].pronoun && noun >= 0 && end < len(s.words) && s.words[end].group >= 0) {
				if !fresh {
					return i // "a statement he made"
				}
				return p.clause(i, under)
			}
			prefix := ""
			if j := i - 1; s.tag(j) == english.RBS || s.tag(j) == english.RBR || s.tag(j) == english.JJS || s.tag(j) == english.JJR || s.tag(j) == english.PDT {
				if s.words[j].phrase < 0 {
					prefix = s.words[j].Lower // "the most delegates"
				}
			}
			if !fresh && s.phrases[q].prep < 0 && reflexives[w.Lower] {
				i++ // "chose Lee for the board himself"
				continue
			}
			if k < 0 && noun >= 0 && s.phrases[q].prep < 0 {
				return i // nothing stands bare after a noun
			}
			next, ok := p.list(q, prefix, under, fresh || noun == i-1 && k >= 0 && under == anchorRoot(p, anchor))
			if !ok {
				return next
			}
			anchor, noun, fresh = len(p.parts)-1, next-1, false
			i = next
			continue
		case w.group >= 0:
			g := &s.groups[w.group]
			if g.first != i {
				i++
				continue
			}
			next, goesOn := p.verbal(w.group, k, under, anchor, noun, fresh)
			if !goesOn {
				return next
			}
			i, fresh = next, false
			if len(p.parts) > 0 {
				anchor, noun = len(p.parts)-1, next-1
			}
			continue
		case s.is(i, "that") && k >= 0 && p.tells(i):
			return p.told(i+1, under)
		case s.relativeAt(i), w.cut && subordinators.has(w.Lower), w.Tag == english.IN && s.relativeAt(i+1),
			s.is(i, "including"), s.is(i, "such") && s.is(i+1, "as"), s.is(i, "according"), s.is(i, "that"):
			return i
		case w.Tag == english.CC:
			next := p.joined(i, k, anchor)
			if next < 0 {
				return i
			}
			i, noun = next, next-1
			continue
		case w.Tag == english.IN || w.Tag == english.TO || w.Tag == english.RB && s.tag(i+1) == english.IN && !s.words[i+1].cut && s.phraseOf(i+2) >= 0:
			next := p.preposition(i, k, under, anchor, noun, fresh)
			if next <= i {
				if !w.cut && k >= 0 {
					p.fail(under)
				}
				return i
			}
			fresh = false
			anchor, noun = len(p.parts)-1, next-1
			i = next
			continue
		case w.Tag == english.RB || w.Tag == english.RBR && s.phraseOf(i+1) < 0:
			switch {
			case w.Tag == english.RBR && fresh:
				p.add(w.Text, under, true) // "draws closer"
			case w.Lower == "not", w.Lower == "as", w.Lower == "too", w.Lower == "likely" && fresh:
				p.fail(under) // it says something of what is not known here
			case directions[w.Lower] && fresh && !(w.Lower == "back" && (s.datePreposition(i+1) || i+1 < len(s.words) && s.words[i+1].timex >= 0)):
				p.add(w.Text, under, true)
			case (noun == i-1 || noun == i-2 && isQuote(s.words[i-1].Text)) && strings.HasSuffix(w.Lower, "ly") && (i+1 >= len(s.words) || s.tag(i+1) == english.None):
				p.add(w.Text, under, false) // "takes the threat seriously"
			}
			i++
			continue
		case (w.Tag.Adjective() || w.Tag == english.PDT) && s.phraseOf(i+1) >= 0: // goes with the phrase
		case w.Tag.Adjective() || w.Tag == english.VBN || w.Tag == english.RP || w.Tag == english.CD || w.Tag == english.VBG:
			hangs := under
			if !fresh && noun == i-1 && anchor >= 0 {
				hangs = anchor // "a manner similar to that"
			}
			anchor = p.add(w.Text, hangs, fresh || noun == i-1)
			fresh = false
		case w.Tag == english.PRPS && fresh:
			if noun := p.f.elided(s, i); noun != "" && w.Lower == "his" {
				p.add(noun, under, true)
				fresh = false
				break
			}
			p.fail(under) // "ended his"
			return i
		case w.Tag == english.POS:
			p.fail(under) // what it is of was not seen
			return i
		case w.Tag == english.None:
			return i
		default:
			i++
			continue
		}
		i++
	}
	return i
}

// preposition reads what the preposition at i brings. It returns i where that
// is nothing that can be said.
func (p *predicate) preposition(i, k, under, anchor, noun int, fresh bool) int {
	s := p.s
	j := i
	for j+1 < len(s.words) && s.phraseOf(j+1) < 0 && s.words[j+1].timex < 0 && (s.tag(j+1) == english.IN || s.tag(j+1) == english.TO) {
		j++ // "ahead of", "out of"
	}
	prep := strings.ToLower(s.string(i, j))
	hangs, needed := under, fresh && p.governs(k, prep)
	if noun == i-1 && anchor >= 0 && anchor < len(p.parts) {
		if prep == "of" || prep == "between" || prep == "per" || prep == "than" {
			hangs, needed = anchor, prep != "between"
		} else if k >= 0 && !fresh && third[s.groups[k].lemma] != "" && strings.Contains(third[s.groups[k].lemma]+" ", " "+prep+" ") && !p.saidThird(under) {
			needed = true // "accused Lee of theft"
		} else {
			hangs = anchor
			needed = prep == "with" && s.phraseOf(noun) >= 0 && s.phrases[s.phraseOf(noun)].prep == noun-1 && s.is(noun-1, "in") // "in touch with"
		}
	} else if prep == "of" && noun == i-1 {
		needed = true
	} else if i > 0 && s.words[i-1].Tag.Adjective() && s.phraseOf(i-1) < 0 && anchor >= 0 && anchor < len(p.parts) {
		hangs = anchor
		switch prep {
		case "to", "of", "from", "with", "for", "on", "than", "about":
			needed = true
		}
	}
	q := s.phraseOf(j + 1)
	if k < 0 && prep == "as" {
		return i // "the attack on Orlo as an example"
	}
	if k < 0 && prep == "from" && !p.source {
		return i // "questions about his campaign from a reporter"
	}
	switch {
	case q >= 0 && s.phrases[q].first == j+1:
		next, _ := p.list(q, prep, hangs, needed)
		if hangs != under && hangs >= 0 {
			return next
		}
		return next
	case j+1 < len(s.words) && s.words[j+1].group >= 0 && s.groups[s.words[j+1].group].participle:
		v := s.words[j+1].group
		at := p.add(prep+" "+s.render(s.groups[v].first, s.groups[v].last, nil), hangs, needed)
		return p.ofVerb(v, at, false)
	case j+1 < len(s.words) && (s.tag(j+1).Adjective() || s.tag(j+1) == english.VBN || s.tag(j+1) == english.RB):
		p.add(prep+" "+s.words[j+1].Text, hangs, needed)
		return j + 2
	case fresh && s.tag(i) == english.IN:
		p.broken = p.broken || needed
	}
	return i
}

// saidThird reports whether something after a preposition that under needs was
// read.
func (p *predicate) saidThird(under int) bool {
	n := 0
	for i := range p.parts {
		if p.parts[i].under == under && p.parts[i].needed {
			n++
		}
	}
	return n > 1
}

// verbal reads the verb group v, which follows what verb k brings. goesOn is
// false where nothing after it is read.
func (p *predicate) verbal(v, k, under, anchor, noun int, fresh bool) (next int, goesOn bool) {
	s := p.s
	g := &s.groups[v]
	switch {
	case g.infinitive:
		hangs, needed := under, fresh
		if k >= 0 && !fresh {
			over := &s.groups[k]
			needed = s.lastGroupBefore(g.first-1) == k && over.object >= 0 && (objectControl[over.lemma] || believing[over.lemma] || over.lemma == "lead") || over.passive && len(p.parts) == 0 && takesInfinitive(over.lemma)
		}
		if k >= 0 && fresh && s.groups[k].passive && !takesInfinitive(s.groups[k].lemma) {
			needed = false // "extended to allow repairs"
		}
		if !needed && noun == g.first-1 && anchor >= 0 {
			hangs = anchor
		}
		at := p.add(s.render(g.first, g.last, nil), hangs, needed)
		return p.ofVerb(v, at, false), false
	case s.is(g.first, "aged") && s.tag(g.last+1) == english.CD:
		return g.last + 2, true
	case g.participle && g.passive:
		if fresh {
			at := p.add(s.render(g.first, g.last, nil), under, true)
			return p.ofVerb(v, at, true), false
		}
		if j := g.last + 1; j < len(s.words) && s.is(g.head, english.Participle(g.lemma)) && !s.is(g.head, g.lemma) && (s.words[j].timex >= 0 || s.datePreposition(j)) {
			return j, true // "a law passed in May": without its date it says nothing
		}
		at := p.add(s.render(g.first, g.last, nil), anchor, false)
		next = p.ofVerb(v, at, false)
		p.parts[at].needed = next-g.last <= 1 && noun == g.first-1 // "36 people infected"
		return next, p.parts[at].needed
	case g.participle:
		if fresh && k >= 0 {
			at := p.add(s.render(g.first, g.last, nil), under, true)
			return p.ofVerb(v, at, false), false
		}
		at := p.add(s.render(g.first, g.last, nil), anchor, false)
		return p.ofVerb(v, at, false), false
	}
	if !s.words[g.first].cut && k >= 0 {
		if last := len(p.parts) - 1; last > under {
			p.parts[last].bad = true // belongs to that verb
			return g.first, false
		}
		p.fail(under) // a finite verb whose clause was not seen to begin
	}
	return g.first, false
}

// joined reads what the conjunction at i joins to what was read: another
// prepositional phrase. It returns -1 where that is something else.
func (p *predicate) joined(i, k, anchor int) int {
	s := p.s
	if anchor < 0 || anchor >= len(p.parts) || s.words[i-1].timex >= 0 {
		return -1
	}
	q := s.phraseOf(i + 2)
	if s.tag(i+1) == english.IN && q >= 0 && s.phrases[q].prep == i+1 && s.words[i+2].timex < 0 && p.likeAdjunct(anchor, s.words[i+1].Lower) && !s.finiteAfter(s.phrases[q].last+1) {
		next, _ := p.list(q, s.words[i].Text+" "+s.words[i+1].Lower, anchor, true)
		return next
	}
	if s.tag(i-1).Adjective() && s.tag(i+1).Adjective() && s.phraseOf(i+1) < 0 {
		p.add(s.words[i].Text+" "+s.words[i+1].Text, anchor, true)
		return i + 2
	}
	return -1
}

// likeAdjunct reports whether the part at begins with prep, or both are of place.
func (p *predicate) likeAdjunct(at int, prep string) bool {
	first, _, _ := strings.Cut(p.parts[at].text, " ")
	return first == prep || (placePrepositions[first] || first == "on") && (placePrepositions[prep] || prep == "on")
}

// clause reads the clause that begins at word i, which the verb brings without
// "that", in its own words.
func (p *predicate) clause(i, under int) int {
	last := p.s.endOf(i)
	text := p.f.compress(p.s, i, last, p.s.verbFrom(i, last), maxWhole-4, false)
	p.add(text, under, true)
	return last + 1
}
