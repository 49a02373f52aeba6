package event

import (
	"strings"

	"dateline/extract/english"
)

// attached returns the last phrase that hangs on p by "of", "in", "for",
// "with" or "from" before word limit.
func (s *sentence) attached(p, limit int) int {
	for p+1 < len(s.phrases) {
		next := &s.phrases[p+1]
		if next.prep != s.phrases[p].last+1 || next.last >= limit || s.words[next.first].timex >= 0 {
			return p
		}
		switch s.lower(next.prep) {
		case "of", "in", "for", "from", "with", "between", "over", "at", "via":
			p++
		default:
			return p
		}
	}
	return p
}

// leftmost returns the first of the phrases that p is joined with by "and"
// and commas: "Russia, China and Iran".
func (s *sentence) leftmost(p int) int {
	joined := false
	for {
		i := s.phrases[p].first - 1
		switch {
		case s.is(i, "and") && s.phraseOf(i-1) >= 0 && !joined:
			joined = true
		case s.close && s.is(i, "and") && s.is(i-1, ",") && s.phraseOf(i-2) >= 0 && !joined && !s.words[i].cut && s.listed(i-2):
			joined = true
			i--
		case joined && s.is(i, ",") && s.phraseOf(i-1) >= 0:
		default:
			return p
		}
		q := s.outermost(s.words[i-1].phrase)
		for k := range s.groups {
			if s.groups[k].object == q { // "lost their lives and dozens were hurt"
				return p
			}
		}
		if s.phrases[q].prep >= 0 || s.words[s.phrases[q].first].timex >= 0 || s.phrases[q].pronoun {
			return p
		}
		p = q
	}
}

// listed reports whether the phrase that ends at word i is one of several that
// commas part, so that ", and" closes their list.
func (s *sentence) listed(i int) bool {
	j := s.phrases[s.outermost(s.words[i].phrase)].first - 1
	k := s.phraseOf(j - 1)
	return s.is(j, ",") && k >= 0 && s.phrases[k].last == j-1 && (s.words[s.phrases[k].last].Tag.Name() == s.words[i].Tag.Name())
}

// rightmost returns the last of the phrases that p is joined with by "and".
func (s *sentence) rightmost(p int) int {
	i := s.phrases[p].last + 1
	if s.is(i, "and") && s.phraseOf(i+1) == p+1 && !s.words[i].cut && s.words[i+1].timex < 0 {
		return p + 1
	}
	return p
}

// plural reports whether a verb goes with phrases first to last in the plural.
func (s *sentence) plural(first, last int) bool {
	if k := s.phraseOf(s.phrases[last].first - 2); s.close && first != last && k >= 0 && k != first && s.phrases[k].prep >= 0 && s.is(s.phrases[k].prep, "with") {
		return s.plural(first, first) // "a helicopter with Bo Kim and two others"
	}
	if first != last {
		// "Free and Equal Elections Foundation" is one.
		name := &s.phrases[first]
		return !(s.close && first+1 == last && name.first == name.last && s.words[name.last].Tag.Name() && geography[s.words[name.last].Text] == "" &&
			s.phrases[last].last > s.phrases[last].first && organizationWords.has(s.words[s.phrases[last].last].Lower))
	}
	w := &s.words[s.phrases[last].head]
	switch w.Lower {
	case "people", "police", "others", "both", "many", "several", "percent", "%", "they", "we", "you", "officials", "authorities",
		"men", "women", "children", "gunmen", "policemen", "firemen", "fishermen", "servicemen", "businessmen", "congressmen":
		return true
	case "states":
		return !w.Tag.Name()
	case "united states", "news", "politics", "nations", "games":
		return false
	}
	if class, lemma := classOfNoun(w.Lower); s.close && s.phrases[last].head == 0 && class == listedEvent && lemma != w.Lower && w.Tag.Name() {
		return true // "Protests"
	}
	if s.phrases[last].head == 0 && strings.HasSuffix(w.Lower, "s") && !strings.HasSuffix(w.Lower, "ss") && w.Tag != english.NNP {
		return true // the capital is that of the sentence
	}
	if d := &s.words[s.phrases[last].first]; s.close && w.Tag == english.NNPS && s.phrases[last].head == s.phrases[last].last && s.phrases[last].head-s.phrases[last].first <= 1 &&
		(partisans[w.Lower] || d.Lower == "some" || d.Lower == "many" || d.Lower == "several" || d.Lower == "most" || d.Tag == english.CD) {
		return true // "some Germans"
	}
	if s.close && partisans[w.Lower] && s.phrases[last].head == s.phrases[last].last {
		return true // "Democrats", whatever their tag
	}
	if w.Tag == english.CD && s.phrases[last].head > s.phrases[last].first && s.words[s.phrases[last].head-1].Tag.Name() {
		return false // "the Bell 206"
	}
	if w.Tag.Name() || startsUpper(w.Text) && s.phrases[last].head > 0 && w.Tag != english.CD {
		return w.Lower == "states" && s.phrases[last].first == s.phrases[last].head // else a name: "Sanders", "Wikinews"
	}
	return w.Tag == english.NNS || w.Tag == english.CD && w.Lower != "one"
}

// partisans are names for many people of one mind.
var partisans = words(`democrats republicans liberals conservatives greens socialists communists libertarians independents tories muslims christians jews
	hindus catholics protestants`)
