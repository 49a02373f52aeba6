package event

import "dateline/extract/english"

// phrase is a noun phrase without what follows its head, except that a name
// keeps its "of" and "for" ("Department of Health").
type phrase struct {
	first, last int // words, inclusive
	head        int // the word that carries it
	prep        int // the preposition right before it, -1
	pronoun     bool

	named  bool   // nameOf has answered for it:
	name   string // the name
	titled bool   // a title came before it
}

// chunk finds the noun phrases of s.
func (s *sentence) chunk() {
	for i := 0; i < len(s.words); {
		last := s.phraseEnd(i + s.approximation(i))
		if last < 0 {
			i++
			continue
		}
		p := phrase{first: i, last: last, head: last, prep: -1, pronoun: s.words[i].Tag == english.PRP && i == last}
		if j := s.nameGoesOn(last); j > last {
			p.last = j
		}
		if t := s.tag(i - 1); (t == english.IN || t == english.TO) && s.words[i-1].phrase < 0 && !s.is(i-1, "that") && !s.is(i-1, "whether") &&
			!(s.words[i].Tag == english.CD && roughly[s.lower(i-1)]) {
			p.prep = i - 1
		}
		for j := p.first; j <= p.last; j++ {
			s.words[j].phrase = len(s.phrases)
		}
		s.phrases = append(s.phrases, p)
		i = p.last + 1
	}
}

// approximation returns how many words at i only say how exact the number
// after them is: "at least" of "at least 71 people".
func (s *sentence) approximation(i int) int {
	if !s.close || s.words[i].timex >= 0 {
		return 0
	}
	n := 0
	switch w := s.words[i].Lower; {
	case w == "at" && (s.is(i+1, "least") || s.is(i+1, "most")), w == "up" && s.is(i+1, "to"),
		(w == "more" || w == "fewer" || w == "less") && s.is(i+1, "than"):
		n = 2
	case roughly[w]:
		n = 1
	}
	if n == 0 {
		return 0
	}
	j := i + n
	if s.is(j, "a") || s.is(j, "an") {
		j++
	}
	if j < len(s.words) && s.words[j].timex < 0 && (s.tag(j) == english.CD || counts[s.words[j].Lower]) {
		return n
	}
	return 0
}

// counts are nouns that count.
var counts = words(`dozen hundred thousand million billion half quarter third score dozens hundreds thousands`)

// roughly are words that go before a number without being its preposition.
var roughly = words(`around about over under nearly almost roughly some`)

// phraseEnd returns the head of the noun phrase that begins at i, -1 when
// none does.
func (s *sentence) phraseEnd(i int) int {
	head := -1
	start := i
	for ; i < len(s.words); i++ {
		w := &s.words[i]
		if w.timex >= 0 && !s.timexInside(start, i) {
			if i == start {
				return -1
			}
			break
		}
		switch w.Tag {
		case english.PRP, english.EX:
			if i == start {
				return i
			}
			return head
		case english.DT, english.PRPS, english.PDT:
			if head >= 0 {
				return head
			}
			continue
		case english.CD, english.JJ, english.JJR, english.JJS:
			if head >= 0 && w.Tag != english.CD && s.words[head].Tag != english.CD && !(i+1 < len(s.words) && s.words[i+1].Tag.Noun() && s.words[head].Tag.Name()) {
				return head
			}
			if w.Tag == english.CD {
				head = i
			}
			continue
		case english.NN, english.NNS, english.NNP, english.NNPS, english.FW:
			head = i
			continue
		case english.POS:
			if head >= 0 && s.phraseEnd(i+1) >= 0 {
				head = -1
				continue
			}
			return head
		case english.TO:
			if s.close && head >= 0 && s.words[head].Tag == english.CD && s.tag(i+1) == english.CD && s.words[i+1].timex < 0 {
				continue // "18 to 63 thousand visitors"
			}
			return s.headOr(head, start, i)
		case english.VBG, english.VBN:
			if s.close && head >= 0 && i > start && s.words[head].Tag == english.CD && s.words[head].timex < 0 && s.tag(i+1) == english.NNS && !s.is(i+1, "people") {
				continue // "six working groups", "140 thousand related deaths"
			}
			// "an ongoing outbreak", "confirmed cases": before a noun, after what can begin a phrase or at its beginning.
			if head < 0 && i+1 < len(s.words) && (s.words[i+1].Tag.Noun() || s.words[i+1].Tag.Adjective()) &&
				(i > start || w.Tag == english.VBN && s.tag(i-1) == english.IN && !s.is(i-1, "since")) && !s.is(i-1, "’s") {
				continue
			}
			return s.headOr(head, start, i)
		case english.RB, english.RBR, english.RBS:
			if head < 0 && i > start && (s.tag(i+1).Adjective() || s.tag(i+1) == english.VBN || s.tag(i+1) == english.CD) {
				continue
			}
			return s.headOr(head, start, i)
		case english.CC:
			// "health and human services" inside a capitalised name: "&" only.
			if w.Text == "&" && head >= 0 {
				continue
			}
			if s.close && head < 0 && i > start && s.tag(i-1).Adjective() && s.tag(i+1).Adjective() && s.tag(i+2).Noun() {
				continue // "a full and unconditional pardon"
			}
			return head
		case english.None:
			if w.Text == "$" || w.Text == "£" || w.Text == "€" || w.Text == "%" && head >= 0 {
				if w.Text == "%" {
					head = i
				}
				continue
			}
			if w.timex >= 0 && head < 0 {
				continue
			}
			if s.close && i > start && head < 0 && isQuote(w.Text) && (s.tag(i+1).Noun() || s.tag(i+1).Adjective()) {
				continue // "a “public health emergency”"
			}
			return s.headOr(head, start, i)
		}
		return s.headOr(head, start, i)
	}
	return s.headOr(head, start, i)
}

// headOr returns head, or the last word before end when the phrase is an
// adjective or a determiner that stands for a noun ("the injured", "this").
func (s *sentence) headOr(head, start, end int) int {
	if head >= 0 || end == start {
		return head
	}
	last := end - 1
	if t := s.words[last].Tag; t == english.DT && !s.is(last, "the") && !s.is(last, "a") && !s.is(last, "an") && !s.is(last, "no") ||
		t == english.CD || last > start && t.Adjective() && s.words[start].Tag == english.DT {
		return last
	}
	return -1
}

// timexInside reports whether the time expression at i belongs to the noun
// phrase that begins at start: "the 2014 annexation", "Tuesday's summit", "the
// 2020 election"; and not "On Tuesday police", where it ends before a phrase.
func (s *sentence) timexInside(start, i int) bool {
	w := &s.words[i]
	end := i
	for end+1 < len(s.words) && s.words[end+1].timex == w.timex {
		end++
	}
	begin := i
	for begin > 0 && s.words[begin-1].timex == w.timex {
		begin--
	}
	switch next := s.tag(end + 1); {
	case next == english.POS:
		return true
	case !next.Noun() && !next.Adjective() && next != english.VBG:
		return false
	}
	if start < begin { // a determiner or an adjective came before
		return s.words[start].Tag == english.DT || s.words[start].Tag == english.PRPS || s.words[start].Tag == english.POS ||
			s.words[begin-1].Tag == english.POS
	}
	// "2020 election"; "the December 6 appeal", whose article is in the expression.
	return end == begin && len(w.Text) == 4 && w.Text[0] >= '0' && w.Text[0] <= '9' || s.words[begin].Tag == english.DT && end > begin
}

// forName returns the last word of a name such as "Cinema for Peace
// Foundation", whose "for" stands at j; j where none goes on there.
func (s *sentence) forName(j int) int {
	if !s.close || !s.is(j, "for") {
		return j
	}
	k := j
	for s.tag(k+1).Name() && s.words[k+1].timex < 0 {
		k++
	}
	if k > j+1 && organizationWords.has(s.words[k].Lower) {
		return k
	}
	return j
}

// ofNames are the other names that "of" goes on.
var ofNames = words(`republic kingdom state states battle siege treaty gulf bay cape sea lake isle isles island university
	declaration statue tower gate strait straits federation commonwealth duchy principality city district province
	tribune church order knights sons daughters duke duchess earl count bank days academy house call game lord peace union`)

// nameGoesOn returns the last word of the name whose first part ends at i:
// "University of Washington", "Department of Health and Human Services".
func (s *sentence) nameGoesOn(i int) int {
	if !s.words[i].Tag.Name() {
		return i
	}
	for {
		j := i + 1
		w := s.words[i].Lower
		if k := s.forName(j); k > j {
			return k
		}
		if !s.is(j, "of") && !(s.is(j, "for") && organizationWords.has(w)) || s.is(j, "of") && !organizationWords.has(w) && !titleNouns.has(w) && !ofNames[w] {
			return i
		}
		j++
		if s.is(j, "the") {
			j++
		}
		if !s.tag(j).Name() || s.words[j].timex >= 0 {
			return i
		}
		for s.tag(j+1).Name() && s.words[j+1].timex < 0 {
			j++
		}
		if s.is(j+1, "and") && s.tag(j+2).Name() && s.words[j+2].timex < 0 && s.tag(j+3).Name() {
			j += 3
			for s.tag(j+1).Name() && s.words[j+1].timex < 0 {
				j++
			}
		}
		i = j
	}
}
