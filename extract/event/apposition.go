package event

import (
	"strings"

	"dateline/extract/english"
)

// apposition reads what stands between the comma at i and the next one, where
// it only tells who or what the phrase before it is: a name goes into the
// label. It returns the word after it, i where it is something else.
func (p *predicate) apposition(i, anchor, noun int) int {
	s := p.s
	q := s.phraseOf(i + 1)
	if noun != i-1 || anchor < 0 || anchor >= len(p.parts) || q < 0 || s.phrases[q].first != i+1 || s.words[i+1].timex >= 0 {
		return i
	}
	end := s.phrases[s.attached(q, len(s.words))].last + 1
	if !s.is(end, ",") || s.tag(end+1) != english.IN && s.tag(end+1) != english.TO || s.words[end+1].cut {
		return i
	}
	if name, _ := p.f.names.nameIn(s, &s.phrases[q]); name != "" && s.phrases[q].last+1 == end && !s.words[noun].Tag.Name() {
		a := &p.parts[anchor]
		a.text += " " + p.f.names.fullest(name)
		a.size = wordsIn(a.text)
	}
	return end + 1
}

// goesOn returns the word after the comma behind which verb k goes on with
// what it needs: "convicted Bo Kim, a baker who had shops in Orlo, of theft"; i
// where it does not.
func (p *predicate) goesOn(i, k int) int {
	if k < 0 || third[p.s.groups[k].lemma] == "" {
		return i
	}
	if q := p.s.phraseOf(i + 1); q < 0 || p.s.phrases[q].first != i+1 {
		return i
	}
	for j := i + 2; j+2 < len(p.s.words) && !p.s.closes(j); j++ {
		if p.s.is(j, ",") && strings.Contains(third[p.s.groups[k].lemma]+" ", " "+p.s.lower(j+1)+" ") && p.s.tag(j+1) == english.IN {
			return j + 1
		}
	}
	return i
}

// anchorRoot returns what the part anchor hangs on.
func anchorRoot(p *predicate, anchor int) int {
	if anchor < 0 || anchor >= len(p.parts) {
		return -1
	}
	return p.parts[anchor].under
}

// closes reports whether the mark at i ends a clause.
func (s *sentence) closes(i int) bool {
	switch s.words[i].Text {
	case ".", ";", ":", "?", "!", "—", "–", ")", "]", "...", "…":
		return true
	}
	return false
}

func isQuote(text string) bool {
	switch text {
	case "\"", "“", "”", "``", "''", "«", "»":
		return true
	}
	return false
}

// dateBetweenCommas returns the word after the second of two commas that only
// dates stand between, the first of which is at i; i where something else does.
func (s *sentence) dateBetweenCommas(i int) int {
	j := i + 1
	for j < len(s.words) && (s.words[j].timex >= 0 && s.words[j].phrase < 0 || s.datePreposition(j)) {
		j++
	}
	if j > i+1 && s.is(j, ",") {
		return j + 1
	}
	return i
}

// verbOfOwn reports whether a phrase that ends before word i has a verb of its
// own: "believed" of "showed half of them believed", and not the verb of an
// outer clause, of what a conjunction joins, or of what begins after the phrase.
func (s *sentence) verbOfOwn(i int) bool {
	if !s.finiteAfter(i) || s.tag(i) == english.CC {
		return false
	}
	for j := i; j < len(s.words); j++ {
		if s.words[j].cut {
			return false
		}
		if s.words[j].group >= 0 {
			return true
		}
	}
	return false
}
