package event

import (
	"strconv"
	"strings"

	"dateline/extract/english"
)

// maxWhole is how long a label may be that says a sentence in its own words.
const maxWhole = 18

// compress returns words first to last, in among them, without dates, brackets,
// quotation marks and what the rest is whole without, until limit words are
// left: what interrupts it between commas, what stands before its subject, and
// then from its end clause by clause and adjunct by adjunct. Nothing is ever
// cut inside one of them.
// Articles stay only where articles is set.
func (f *finder) compress(s *sentence, first, last, in, limit int, articles bool) string {
	c := compression{s: s, first: first, last: last, in: in, gone: make([]bool, last-first+1), articles: articles}
	c.dates()
	c.marks()
	for _, step := range []func(){c.asides, c.opening, c.lists} {
		if c.size() > limit {
			step()
		}
	}
	for c.size() > limit || !s.words[in].quoted && c.pronoun() {
		if !c.tail() {
			break
		}
	}
	c.hanging()
	return c.text(f.names)
}

// compression is a run of words of a sentence and which of them are left out.
type compression struct {
	s           *sentence
	first, last int
	in          int // has to stay
	gone        []bool
	articles    bool // stay
	instead     map[int]string
}

func (c *compression) drop(from, to int) {
	for i := max(from, c.first); i <= min(to, c.last); i++ {
		c.gone[i-c.first] = true
	}
}

func (c *compression) dropped(i int) bool {
	return i < c.first || i > c.last || c.gone[i-c.first]
}

// size counts what is left as a reader counts words.
func (c *compression) size() (n int) {
	for i := c.first; i <= c.last; i++ {
		if !c.dropped(i) && c.counts(i) {
			n++
		}
	}
	return n
}

func (c *compression) counts(i int) bool {
	w := &c.s.words[i]
	if c.article(i) {
		return false
	}
	return w.Tag != english.POS && (w.Tag != english.None || w.Text != "," && w.Text != "." && !isQuote(w.Text) && w.Text != "$" && w.Text != "%")
}

// article reports whether word i is an article, or like one, that is not shown.
func (c *compression) article(i int) bool {
	w := c.s.words[i].Lower
	if c.articles || i+1 < len(c.s.words) && w != "the" && (counts[c.s.lower(i+1)] || c.s.is(i+1, "few") || c.s.is(i+1, "lot") || c.s.is(i+1, "number")) {
		return false
	}
	return c.s.words[i].Tag == english.PRPS || (w == "the" || w == "a" || w == "an") && (c.s.words[i].Text != "The" || i == 0)
}

// dates leaves out the dates, with what brings them, where the rest can do
// without: not after "than", not as what a verb or a preposition needs.
func (c *compression) dates() {
	s := c.s
	for i := c.first; i <= c.last; i++ {
		w := &s.words[i]
		if w.timex < 0 || i > c.first && s.words[i-1].timex == w.timex && c.dropped(i-1) {
			if w.timex >= 0 && i > c.first && s.words[i-1].timex == w.timex {
				c.drop(i, i)
			}
			continue
		}
		from := i
		if from > c.first && s.dropped(from-1) && strings.Contains(s.words[from-1].Text, "–") {
			from-- // "four–five hours ago"
		}
		for from > c.first && s.datePreposition(from-1) {
			from--
		}
		end := i
		for end < c.last && s.words[end+1].timex == w.timex {
			end++
		}
		before, after := s.tag(from-1), s.tag(end+1)
		switch {
		case w.phrase >= 0 && s.words[s.phrases[w.phrase].head].timex < 0 && after != english.POS: // "the 2014 election"
		case from == i && (before == english.IN || before == english.TO) && from > c.first && s.phraseOf(i) < 0:
			i = end
			continue // "than in 2016": what brings it is none of the usual
		case from == i && before == english.PRPS || s.is(from-1, "the") || s.is(from-1, "a") || s.is(from-1, "an"), from == i && s.is(from-1, "of"):
			i = end
			continue // "celebrations of the Day of Peace"
		case from == c.first && c.datesAre(end+1):
			i = end
			continue // "Friday was the fourth night of protests"
		case from > c.first && s.is(from-1, "than"), s.is(from, "until"), s.is(from-1, "until"), s.is(from, "between"):
			i = end
			continue
		}
		if after == english.POS {
			end++
		}
		if s.is(from-1, ",") && s.is(end+1, ",") { // both go
			end++
		}
		c.drop(from, end)
		i = end
	}
}

// datesAre reports whether the dates that end before word i are the subject of
// the verb after them.
func (c *compression) datesAre(i int) bool {
	for i <= c.last && c.s.words[i].timex >= 0 {
		i++
	}
	return i <= c.last && c.s.words[i].group >= 0 && !c.s.groups[c.s.words[i].group].participle
}

// marks leaves out brackets with what is in them, quotation marks, and what a
// sentence opens with and says nothing by itself.
func (c *compression) marks() {
	s := c.s
	for i := c.first; i <= c.last; i++ {
		switch {
		case s.words[i].Text == "(" || s.words[i].Text == "[":
			j := i
			for j < c.last && s.words[j].Text != ")" && s.words[j].Text != "]" {
				j++
			}
			if c.in > i && c.in < j {
				c.drop(i, i)
				c.drop(j, j)
				continue
			}
			if s.words[i].Text == "[" && j-i <= 3 && s.tag(i+1) != english.None && s.tag(i+1) != english.CD {
				c.drop(i, i) // what an editor put in reads on: "whether [or] not"
				c.drop(j, j)
				if len(s.words[i+1].Text) == 1 && j == i+2 && j < c.last && s.words[j+1].Start == s.words[j].End {
					c.drop(i+1, i+1) // the letter goes with the word after it
				}
				continue
			}
			c.drop(i, j)
			i = j
		case isQuote(s.words[i].Text):
			c.drop(i, i)
		}
	}
	for i := c.first; i < min(c.first+8, c.in); i++ {
		if t := s.words[i].Text; (t == "–" || t == "—") && strings.ToUpper(s.words[c.first].Text) == s.words[c.first].Text && s.words[c.first].phrase >= 0 {
			c.drop(c.first, i) // "CARACAS –"
		}
	}
	for i := c.first; i < c.in; i++ {
		w := &s.words[i]
		if c.dropped(i) {
			continue
		}
		if w.Text == "," || w.Tag == english.CC || w.Tag == english.RB && w.phrase < 0 && w.Lower != "not" && (s.is(i+1, ",") || w.Lower == "also" || w.Lower == "then") {
			c.drop(i, i)
			continue
		}
		break
	}
}

// asides leaves out what stands between two commas, or dashes, and tells more
// of what it follows: appositions, relative clauses, participles.
func (c *compression) asides() {
	s := c.s
	for i := c.first + 1; i < c.last; i++ {
		if s.words[i].Text != "," && s.words[i].Text != "—" && s.words[i].Text != "–" || c.dropped(i) {
			continue
		}
		mark := s.words[i].Text
		j := i + 1
		for j <= c.last && s.words[j].Text != mark {
			j++
		}
		if j > c.last || c.in > i && c.in < j {
			continue
		}
		if mark == "," && !s.aside(i, j) {
			continue
		}
		c.drop(i, j)
		i = j
	}
}

// lists leaves out the names of a long list after the second.
func (c *compression) lists() {
	s := c.s
	for p := 0; p < len(s.phrases); p++ {
		ph := &s.phrases[p]
		last := s.listEnd(p)
		if n := last - p + 1; n >= 4 && ph.first >= c.first && s.phrases[last].last <= c.last && s.words[ph.last].Tag.Name() && (c.in < s.phrases[p+1].last+1 || c.in > s.phrases[last].last) {
			c.drop(s.phrases[p+1].last+1, s.phrases[last].last-1)
			if c.instead == nil {
				c.instead = map[int]string{}
			}
			c.instead[s.phrases[last].last] = "and " + strconv.Itoa(n-2) + " others"
		}
		p = last
	}
}

// opening leaves out what stands before the subject of the clause.
func (c *compression) opening() {
	s := c.s
	for k := range s.groups {
		g := &s.groups[k]
		if g.first < c.first || g.infinitive || g.participle || g.relative || g.subject < 0 || s.phrases[g.subject].first > g.first {
			continue
		}
		if s.words[g.first].clause != s.words[c.in].clause && g.first < c.in && k+1 < len(s.groups) && !reporting[g.lemma] {
			continue
		}
		start := s.phrases[s.leftmost(g.subject)].first
		if start > c.first && start <= c.in && s.is(start-1, ",") && c.adverbial() {
			c.drop(c.first, start-1)
		}
		return
	}
}

// adverbial reports whether what is left begins with an adjunct or a clause
// rather than with a subject.
func (c *compression) adverbial() bool {
	for i := c.first; i <= c.last; i++ {
		if c.dropped(i) {
			continue
		}
		switch c.s.words[i].Tag {
		case english.IN, english.TO, english.RB, english.VBG, english.VBN, english.WRB:
			return true
		}
		return subordinators.has(c.s.words[i].Lower)
	}
	return false
}

// tail leaves out the last clause or adjunct after the word that has to stay.
// It reports false where nothing more can go.
func (c *compression) tail() bool {
	s := c.s
	// The last place of each kind where the rest can go: clauses before adjuncts.
	cut := -1
	for i := c.last; i > c.in+1; i-- {
		if c.dropped(i) {
			continue
		}
		if s.startsAdjunct(i, c.in) && c.says(i) && (s.words[i].group < 0 || s.finiteBetween(c.first, i)) {
			cut = i
			break
		}
	}
	if cut < 0 {
		return false
	}
	for cut-1 > c.in+1 && s.tag(cut-1) == english.RB && s.phraseOf(cut-1) < 0 {
		cut-- // "shortly after"
	}
	c.drop(cut, c.last)
	c.last = cut - 1
	c.gone = c.gone[:c.last-c.first+1]
	return c.last > c.in
}

// says reports whether the rest says enough when it is cut at word i: a verb
// that says little alone keeps something after it.
func (c *compression) says(i int) bool {
	k := c.s.words[c.in].group
	if k < 0 || c.s.groups[k].passive {
		return true
	}
	if lemma := c.s.groups[k].lemma; !reporting[lemma] && !needsObject[lemma] && !empty[lemma] || sayAlone[lemma] {
		return true
	}
	for j := c.s.groups[k].last + 1; j < i; j++ {
		if !c.dropped(j) && c.counts(j) {
			return true
		}
	}
	return false
}

// pronoun reports whether a pronoun that a label cannot have is left after the
// word that has to stay.
func (c *compression) pronoun() bool {
	for i := c.in + 1; i <= c.last; i++ {
		if w := &c.s.words[i]; !c.dropped(i) && w.Tag == english.PRP && !reflexives[w.Lower] && w.Lower != "it" {
			return true
		}
	}
	return false
}

var tidyCommas = strings.NewReplacer(" ,", ",", ",,", ",", " ( )", "")

// text returns what is left, with names in full.
func (c *compression) text(n *names) string {
	s := c.s
	var b strings.Builder
	for i := c.first; i <= c.last; i++ {
		if c.dropped(i) {
			continue
		}
		w := &s.words[i]
		if w.Text == "." && i == c.last || c.article(i) {
			continue
		}
		text := s.whole(i)
		last := i
		if p := w.phrase; p >= 0 && s.phrases[p].last <= c.last {
			if name, _ := n.nameIn(s, &s.phrases[p]); name != "" && n.person[n.fullest(name)] && strings.HasSuffix(s.string(s.phrases[p].first, s.phrases[p].last), name) {
				if at := s.phrases[p].last - wordsIn(name) + 1; at == i {
					text, last = n.fullest(name), s.phrases[p].last
				}
			}
		}
		if other := c.instead[i]; other != "" {
			text = other
		}
		if text == "U.S." {
			text = "US"
		}
		if i == 0 && last == i && !w.Tag.Name() && text != "I" && geography[text] == "" && len(text) > 1 && text[1:] == w.Lower[1:] {
			text = w.Lower
		}
		if b.Len() > 0 && (w.Start > s.words[i-1].End || c.dropped(i-1)) && w.Text != "," {
			b.WriteByte(' ')
		}
		b.WriteString(text)
		i = last
	}
	return strings.Trim(tidyCommas.Replace(b.String()), " ,;:—–")
}

// hanging leaves out the words at the end that bring nothing any more.
func (c *compression) hanging() {
	for c.last > c.in {
		w := &c.s.words[c.last]
		switch w.Tag {
		case english.IN, english.TO, english.CC, english.DT, english.PRPS, english.WDT, english.WP, english.WRB, english.None:
			if w.Text == "%" || w.phrase >= 0 && w.Tag == english.DT && !c.article(c.last) && w.Lower != "the" && w.Lower != "a" {
				return
			}
		default:
			if !c.dropped(c.last) {
				return
			}
		}
		c.last--
	}
}
