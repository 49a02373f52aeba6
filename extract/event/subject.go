package event

import (
	"strings"

	"dateline/extract/english"
)

// subjectText returns the subject of group i as a label has it, with what is
// joined to it, and whether the verb goes with it in the plural.
func (f *finder) subjectText(s *sentence, i int) (text string, plural bool) {
	g := &s.groups[i]
	if g.subject < 0 {
		return s.namedDay(g), false
	}
	p := s.appositive(g.subject)
	ph := &s.phrases[p]
	if ph.pronoun || pronouns[s.words[ph.head].Lower] {
		if q := ph.first - 1; reflexives[s.words[ph.head].Lower] && s.phraseOf(q) >= 0 && s.phrases[s.phraseOf(q)].prep < 0 {
			return f.phraseText(s, s.phraseOf(q), s.phraseOf(q)), s.plural(s.phraseOf(q), s.phraseOf(q)) // "Lee himself"
		}
		name := f.antecedent(s, ph.head)
		return name, (s.is(ph.head, "they") || s.is(ph.head, "we")) && !singular(name)
	}
	if name := f.described(s, p); name != "" {
		return name, false
	}
	if noun := s.words[ph.head].Lower; humans[noun] || titleNouns.has(noun) || genders[noun] != unknown {
		if name := f.identified(s, p); name != "" {
			return name, false // "the attacker, identified as Bo Kim,"
		}
	}
	if kin := f.kinOf(s, p); kin != "" {
		return kin, false
	}
	if q := s.phraseOf(ph.first - 1); s.close && ph.first == ph.last && s.tag(ph.head) == english.DT && q >= 0 && s.leftmost(q) != q {
		return f.phraseText(s, s.leftmost(q), q), true // "Lee, Kim and Dunn all argued"
	}
	if s.close && ph.first == ph.last && s.tag(ph.head) == english.DT && !s.is(ph.head, "both") && !s.is(ph.head, "all") && s.leftmost(p) == p {
		return "", false // "each", "some"
	}
	if s.close && s.words[ph.first].Tag == english.PRPS && ph.first < ph.head && !s.words[ph.last].Tag.Name() && s.leftmost(p) == p {
		if who := f.owner(s, ph.first); f.isName(who) {
			end := s.attached(p, g.first)
			return genitive(who) + " " + f.phraseText(s, p, end), s.plural(p, p) // "his condition"
		}
	}
	if q := f.roleOf(s, p); q != p {
		return f.phraseText(s, q, q), false
	}
	first, last := s.leftmost(p), p
	if q := &s.phrases[first]; s.close && first+1 == p && q.first == q.last && (q.head == 0 || !s.words[q.head].Tag.Name()) && (titleNouns.has(s.words[q.head].Lower) || genders[s.words[q.head].Lower] != unknown) {
		first = p // "businessman and party member Bo Kim" is one
	}
	if g.relative && s.close && s.words[ph.first].clause != s.words[g.first].clause {
		if end := s.attachedOf(p); s.phrases[end].last < g.first {
			return f.phraseText(s, p, end), s.plural(p, p)
		}
	}
	if s.relativeAt(ph.last+1) || s.is(ph.last+1, ",") && s.relativeAt(ph.last+2) {
		first = p // "Lee and the actor who stayed": not both
	}
	if i := s.phrases[first].first - 1; s.is(i, "and") && s.phraseOf(i-1) >= 0 && s.phrases[s.phraseOf(i-1)].pronoun {
		return "", false // "he and his wife"
	}
	if end := f.attached(s, p, g.first); end > last {
		last = s.rightmost(end)
	}
	if first == p && last > p && s.is(ph.head, "number") && s.is(ph.last+1, "of") {
		// "the number of cases rose": cases did; "a number of": several.
		if text = f.phraseText(s, p+1, last); s.is(ph.first, "a") {
			text = "several " + text
		}
		return text, true
	}
	return f.phraseText(s, first, last), s.plural(first, p) || s.pairs(first, last)
}

// pairs reports whether phrases first to last are two that "and" joins: "Ann
// Lee of Orlo and Bo Kim".
func (s *sentence) pairs(first, last int) bool {
	i := s.phrases[last].first - 1
	if first < last && s.is(i, "and") && s.phraseOf(i-1) == first && s.words[i+1].Tag == english.PRPS {
		return true // "Ann Lee and her team"
	}
	return first < last && s.is(i, "and") && s.phraseOf(i-1) >= 0 && s.phraseOf(i-1) < last && s.phrases[last].prep < 0 &&
		s.words[s.phrases[last].last].Tag.Name() && s.words[s.phrases[first].last].Tag.Name() && !s.is(s.phrases[s.phraseOf(i-1)].prep, "between")
}

// singular reports whether a name that "they" stands for takes a verb in the
// singular: that of a body of people.
func singular(name string) bool {
	last := name[strings.LastIndexByte(name, ' ')+1:]
	return name != "" && !strings.Contains(name, " and ") && (bodies[strings.ToLower(last)] && last != "police" || startsUpper(last) && !strings.HasSuffix(last, "s"))
}

// namedDay returns the time expression right before g if it is the name of a
// day that something is told of: "Women's Day is observed"; "" otherwise.
func (s *sentence) namedDay(g *group) string {
	last := s.adverbsBefore(g.first) - 1
	if last < 0 || s.words[last].timex < 0 {
		return ""
	}
	first := last
	for first > 0 && s.words[first-1].timex == s.words[last].timex {
		first--
	}
	if first == last || s.tag(first-1) == english.IN {
		return ""
	}
	for i := first; i <= last; i++ {
		w := &s.words[i]
		if w.Tag == english.CD || !startsUpper(w.Text) && w.Tag != english.POS {
			return ""
		}
	}
	return s.string(first, last)
}

// roleOf returns, for a title that a name follows in a phrase that hangs on
// it ("Senator from Vermont Ann Lee"), the phrase with the name; else p.
func (f *finder) roleOf(s *sentence, p int) int {
	if !titleNouns.has(s.words[s.phrases[p].last].Lower) || p+1 >= len(s.phrases) || s.phrases[p+1].prep != s.phrases[p].last+1 {
		return p
	}
	if prep := s.phrases[p+1].prep; s.close && !s.is(prep, "of") && !s.is(prep, "from") {
		return p
	}
	if name, titled := f.names.nameIn(s, &s.phrases[p+1]); titled && f.names.person[f.names.fullest(name)] {
		return p + 1
	}
	return p
}

// appositive returns, of two phrases that name the same thing ("Pierre, the
// president, died"), the one that is a name.
func (s *sentence) appositive(p int) int {
	ph := &s.phrases[p]
	if s.close && s.is(ph.first+1, "same") && s.is(ph.first-1, ",") {
		k := ph.first - 2
		if s.is(k, ")") {
			for k > 0 && !s.is(k, "(") {
				k--
			}
			k--
		}
		if q := s.phraseOf(k); q >= 0 && s.words[s.phrases[q].last].Tag.Name() {
			return q // "the Orlo Party, the same party that"
		}
	}
	q := s.phraseOf(ph.first - 2)
	if !s.is(ph.first-1, ",") || q < 0 || !s.is(ph.last+1, ",") {
		// "Basu, the head of the unit," where the phrase before the last comma hangs on p.
		end := s.attached(p, len(s.words))
		if !s.is(ph.first-1, ",") || q < 0 || !s.is(s.phrases[end].last+1, ",") {
			return p
		}
	}
	q = s.outermost(q)
	if name, _ := s.nameOf(ph); name != "" && s.phrases[q].first != s.phrases[q].last {
		if before, _ := s.nameOf(&s.phrases[q]); before == "" {
			return p
		}
	}
	if s.phrases[q].prep >= 0 && !s.is(s.phrases[q].prep, "of") {
		return p
	}
	return q
}

// phraseText renders phrases first to last and what stands between them.
func (f *finder) phraseText(s *sentence, first, last int) string {
	if first == last {
		if text := f.named(s, first); text != "" {
			return text
		}
		if text := f.kinOf(s, first); text != "" {
			return text
		}
		if text := f.ofBody(s, first); text != "" {
			return text
		}
	}
	return s.render(s.phrases[first].first, s.phrases[last].last, f.names)
}

// kinOf returns whose and who phrase p is where it is somebody's, called by one
// name alone: "Ann Lee's husband Bo" of "her husband Bo" and "her husband, Bo,";
// "" elsewhere.
func (f *finder) kinOf(s *sentence, p int) string {
	ph := &s.phrases[p]
	noun, name := -1, ""
	switch {
	case s.words[ph.first].Tag == english.PRPS && ph.last > ph.first+1 && s.words[ph.last].Tag.Name() && !s.words[ph.last-1].Tag.Name():
		noun, name = ph.last-1, s.words[ph.last].Text
	case ph.first == ph.last && s.words[ph.last].Tag.Name() && s.is(ph.first-1, ",") && s.phraseOf(ph.first-2) >= 0:
		q := &s.phrases[s.phraseOf(ph.first-2)]
		if s.words[q.first].Tag != english.PRPS || q.last != q.head {
			return ""
		}
		noun, name, ph = q.head, s.words[ph.last].Text, q
	default:
		return ""
	}
	if noun <= ph.first || !humans[s.words[noun].Lower] && genders[s.words[noun].Lower] == unknown || f.names.full[name] != "" {
		return ""
	}
	who := f.owner(s, ph.first)
	if !f.isName(who) || strings.HasSuffix(who, name) {
		return ""
	}
	return genitive(who) + " " + s.words[noun].Lower + " " + name
}

// ofBody returns phrase p with the name of the body whose it is: "Orlo Party's
// nominee" of "the party's nominee"; "" where it is not somebody's, or the name is
// not known.
func (f *finder) ofBody(s *sentence, p int) string {
	ph := &s.phrases[p]
	if ph.last < ph.first+3 || !s.is(ph.first, "the") || s.tag(ph.first+2) != english.POS || s.words[ph.first+1].Tag.Name() {
		return ""
	}
	name := f.bodyBefore(s, ph.first+1)
	if name == "" {
		return ""
	}
	return genitive(name) + " " + s.render(ph.first+3, ph.last, f.names)
}

// bodyBefore returns the last name before word i of s that ends in that word:
// "Orlo Party" for "party".
func (f *finder) bodyBefore(s *sentence, i int) string {
	noun := s.words[i].Lower
	if name := f.names.called[noun]; name != "" {
		return name
	}
	if !namedKinds[noun] && !bodies[noun] && !kinds[noun] {
		return ""
	}
	for at := s.at; at >= 0 && at > s.at-8; at-- {
		t := f.sentences[at]
		for j := len(t.words) - 1; j > 0; j-- {
			if t.words[j].Lower != noun || !t.words[j].Tag.Name() || !startsUpper(t.words[j].Text) || t.words[j].Start >= s.words[i].Start || t.words[j].timex >= 0 {
				continue
			}
			first := j
			for first > 0 && t.words[first-1].Tag.Name() && t.words[first-1].phrase == t.words[j].phrase && t.words[first-1].timex < 0 {
				first--
			}
			if name := t.string(first, j); first < j {
				for _, other := range f.names.long {
					if other != name && lastWordLower(other) == noun && f.names.count[other] >= f.names.count[name] {
						return "" // "founded as the Moor Party": more often by another name
					}
				}
				return name
			}
		}
	}
	return ""
}
