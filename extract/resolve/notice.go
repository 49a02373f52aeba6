package resolve

import (
	"strings"

	"dateline/extract/english"
)

// noticeReach is how many bytes of a text are read to find out whether it
// speaks to its readers.
const noticeReach = 4 << 10

// announces reports whether e, in a clause that has no tense, stands in a
// notice of what is to come: in a text that speaks to its readers, or beside
// words that only notices put without a verb.
func (s *scan) announces(e *expr) bool {
	if s.inPost() {
		return true
	}
	for i := e.start - 1; i >= 0 && i >= e.start-noticeWordReach && !s.endsSentence(i); i-- {
		if noticeWords[s.word(i)] {
			return true
		}
	}
	return s.isLink(e.end, linkFor) || noticeWords[s.word(e.end)]
}

// inPost reports whether the text is a short one that speaks to its readers,
// and no interview.
func (s *scan) inPost() bool { return len(s.text) <= noticeReach && s.speaksToReaders() }

// noticeWordReach is how many words before a date may make it a notice.
const noticeWordReach = 12

// endsSentence reports whether token i is a mark that parts two sentences.
func (s *scan) endsSentence(i int) bool {
	return s.isMark(i, '.') || s.isMark(i, '!') || s.isMark(i, '?') || s.isMark(i, ';')
}

// noticeWords tell of what is to come without a verb: Off to Rome on Friday,
// tickets on sale Monday, doors Saturday at 7, rain Friday.
var noticeWords = withCapitals("see", "join", "miss", "come", "forget", "remember", "reminder", "off", "out", "sale", "tickets", "tix", "doors", "kick-off", "kickoff",
	"next", "nxt", "free", "anyone", "happy", "deadline", "rehearsal", "meeting", "rsvp", "sunny", "cloudy", "rain", "showers", "snow", "highs", "lows", "clearing",
	"forecast", "preview", "agenda", "fixtures", "upcoming", "CLOSED", "CANCELLED", "CANCELED", "POSTPONED", "OPEN", "SHUT",
	"clinic", "clinics", "workshop", "class", "gig", "show", "talk", "concert", "walk-in", "appointments", "session")

// withCapitals returns a set of words as they stand within and at the
// beginning of a sentence.
func withCapitals(words ...string) map[string]bool {
	m := setOf(words...)
	for _, w := range words {
		m[strings.ToUpper(w[:1])+w[1:]] = true
	}
	return m
}

// verblessNotice reports whether e stands without a verb in a text that speaks
// to its readers: Stalls from 11am to 6pm.
func (s *scan) verblessNotice(e *expr) bool {
	return s.clause(e).Tense == english.NoTense && s.speaksToReaders()
}

// speaksToReaders reports whether the text says we or you outside quotations,
// as notices and posts do and reports do not. It is found out once.
func (s *scan) speaksToReaders() bool {
	if s.address == addressUnknown {
		s.address = addressNone
		if addresses(s.text[:min(len(s.text), noticeReach)]) {
			s.address = addressReaders
		}
	}
	return s.address == addressReaders
}

// Whether a text speaks to its readers.
const (
	addressUnknown = iota
	addressNone
	addressReaders
)

// addresses reports whether text says we or you outside quotation marks.
func addresses(text string) bool {
	quoted := false
	for at := 0; ; {
		w, next, ok := nextWord(text, at)
		if !ok {
			return false
		}
		for i := at; i < w.start; i++ {
			switch {
			case text[i] == '"':
				quoted = !quoted
			case i+2 < w.start && text[i:i+3] == "“":
				quoted = true
			case i+2 < w.start && text[i:i+3] == "”":
				quoted = false
			case text[i] == '\n':
				quoted = false
			}
		}
		if !quoted && speakers[text[w.start:w.end]] {
			return true
		}
		at = next
	}
}

// speakers are the words by which a text speaks of itself and to its readers.
var speakers = setOf("we", "We", "our", "Our", "us", "you", "You", "your", "Your", "ur", "u", "I", "my", "My", "me")

type wordSpan struct{ start, end int }

// nextWord returns the next run of letters in text from at on.
func nextWord(text string, at int) (w wordSpan, next int, ok bool) {
	for at < len(text) && byteKind[text[at]] != letterByte {
		at++
	}
	end := at
	for end < len(text) && byteKind[text[end]] == letterByte {
		end++
	}
	return wordSpan{at, end}, end, end > at
}

// noticed reports whether the clause c of e, though its verb says otherwise,
// tells what is planned: the group reports results on Tuesday.
func (s *scan) noticed(e *expr, c english.Clause) bool {
	if c.Tense == english.Present && e.kind == weekdayExpr && s.isWord(e.end, "it") && s.isWord(e.end+1, "is") {
		return true // on Tuesday it is the turn of the bank
	}
	return c.Tense == english.Present && e.kind == weekdayExpr && timetabled[s.text[c.Cue.Start:c.Cue.End]] && s.inBody()
}

// timetabled are the verbs whose present tense tells, outside headlines, what
// is to be done on a day.
var timetabled = setOf("reports", "announces", "releases", "unveils", "signs", "names", "rules")

// articleReach is how many words of a sentence are searched for an article.
const articleReach = 40

// inBody reports whether the sentence is one of the running text, and no
// headline: a full stop ends it and articles stand in it.
func (s *scan) inBody() bool {
	if n := len(s.toks); n == 0 || !s.isMark(n-1, '.') {
		return false
	}
	for i := range min(len(s.toks), articleReach) {
		if s.isArticle(i) {
			return true
		}
	}
	return false
}
