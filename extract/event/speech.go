package event

import "strings"

// statementLabel makes a label of what somebody said: "NAME says …".
func (f *finder) statementLabel(s *sentence, g *group, subject, verb string) string {
	i := g.last + 1
	for i < len(s.words) && (s.words[i].timex >= 0 && s.words[i].phrase < 0 || s.datePreposition(i) || s.is(i, "that") || s.is(i, ",") || s.dropped(i)) {
		i++
	}
	// A clause whose subject is the speaker: "Biden said he would make it hard".
	if p := s.phraseOf(i); p >= 0 && s.phrases[p].pronoun && s.is(i, s.ownPronoun(i)) {
		t := newTail(f, s, maxWords-wordsIn(subject))
		t.whole = true
		t.run(i + 1)
		if t.kept > 0 {
			return subject + ":" + t.text()
		}
	}
	t := newTail(f, s, maxWords-wordsIn(subject)-wordsIn(verb))
	t.whole = s.phraseOf(i) >= 0 && s.finiteAfter(s.phrases[s.phraseOf(i)].last+1)
	t.run(i)
	if t.kept > 0 {
		return subject + " " + verb + t.text()
	}
	// What was said goes before: "…, NAME said".
	q := newTail(f, s, maxWords-wordsIn(subject)-1)
	q.whole = true
	q.run(0)
	if said := strings.TrimSpace(q.text()); said != "" && g.first > 3 && !strings.HasPrefix(said, subject) {
		return subject + ": " + said
	}
	return subject + " " + verb
}

// ownPronoun returns the word at i if a speaker can mean himself by it.
func (s *sentence) ownPronoun(i int) string {
	switch w := s.lower(i); w {
	case "he", "she", "they", "i", "we", "it":
		return w
	}
	return "-"
}
