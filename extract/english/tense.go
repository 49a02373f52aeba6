package english

import "dateline/extract/timex"

// Tense is when a clause says that something takes place, seen from its
// speaker: grammar's tense and mood in one.
type Tense uint8

// The tenses. The zero Tense is no opinion.
const (
	NoTense  Tense = iota
	Past           // held, was killed, has arrived, could not reach
	Present        // a headline's present: Russia annexes Crimea
	Future         // will hold, is to, is due, plans to, begins on
	Would          // would hold: the future of somebody who spoke
	Possible       // could, may, might hold
	Expected       // was expected to hold: ahead of then, not of now
	Command        // to hold, with no finite verb: a headline's infinitive
)

// String returns a word for t: "future".
func (t Tense) String() string {
	return [...]string{"no tense", "past", "present", "future", "future seen from the past", "possible", "expected in the past", "infinitive"}[t]
}

// Ahead reports whether what t tells of lies after the time of speaking.
func (t Tense) Ahead() bool { return t == Future || t == Would || t == Possible || t == Command }

// Clause is what ReadClause found.
type Clause struct {
	Tense Tense
	Cue   timex.Span // the words that tell the tense, empty when none do
	// Touches says that the verb stands next to the date, or with one short
	// word between.
	Touches bool
}

// ReadClause returns the tense of the clause that the words at date belong
// to: of the nearest verb before them in the clause, or, where they open it,
// of the first verb behind them. sentence holds date. The work is bounded,
// however long the sentence, and nothing is allocated.
func ReadClause(text string, sentence, date timex.Span) Clause {
	var left, right [maxWords]wordAt
	from := max(sentence.Start, date.Start-reach)
	l := readWords(text, from, date.Start, left[:], true)
	if c := readLeft(text, left[:l]); c.Tense != NoTense && !c.weak {
		if c.reduced {
			r := readWords(text, date.End, min(sentence.End, date.End+reach), right[:], false)
			if d := readRight(text, right[:r]); d.Tense == Past && !d.perfect {
				if calledOff(text, right[:r], d.Cue.Start) {
					d.Tense = Expected
				}
				return d.Clause
			}
		}
		return c.Clause
	} else if r := readWords(text, date.End, min(sentence.End, date.End+reach), right[:], false); r > 0 {
		if c.Tense != NoTense && same(text, right[0], "that") {
			return c.Clause // said on Saturday that
		}
		if d := readRight(text, right[:r]); d.Tense != NoTense {
			return d.Clause
		}
		return c.Clause
	} else {
		return c.Clause
	}
}

type reading struct {
	Clause
	weak    bool // a clause of its own may follow the verb found
	perfect bool // has arrived
	reduced bool // "the games scheduled for": the verb of the clause is still to come
}

// readLeft reads the words before a date, the nearest first.
func readLeft(text string, w []wordAt) reading {
	n := len(w)
	at := func(i int, t Tense) reading {
		return reading{Clause: Clause{t, timex.Span{Start: int(w[i].start), End: int(w[i].end)}, n-i <= 2 || n-i == 3 && w[i].kind == wasWord}}
	}
	verb := func(i int, t Tense) reading { // with the verb that the auxiliary goes with
		r := at(i, t)
		if i+1 < n && w[i+1].mark == 0 && !w[i+1].capital {
			r.Cue.End = int(w[i+1].end)
		}
		return r
	}
	until := n > 0 && (same(text, w[n-1], "until") || same(text, w[n-1], "till") || same(text, w[n-1], "by") || same(text, w[n-1], "for") || same(text, w[n-1], "to"))
	for i := n - 1; i >= 0; i-- {
		k := w[i].kind
		switch k {
		case aheadWord:
			if n-i <= 3 {
				return at(i, Future)
			}
		case willWord:
			return verb(i, Future)
		case wouldWord:
			if i+1 < n && (w[i+1].kind == haveWord || hadSaid(text, w[i], w[i+1])) {
				return at(i, Past)
			}
			return verb(i, Would)
		case modalWord:
			if i+1 < n && (w[i+1].kind == haveWord || w[i+1].kind == notWord && same(text, w[i], "could")) {
				return at(i, Past)
			}
			return verb(i, Possible)
		case toWord:
			if i == n-1 || !infinitive(text, w, i) {
				continue
			}
			if r, ok := governor(text, w, i); ok {
				return r
			}
		case cueWord:
			if i > 0 && (w[i-1].kind == wasWord || w[i-1].kind == hadWord) || i > 1 && (w[i-2].kind == wasWord || w[i-2].kind == hadWord) {
				return at(i, Expected)
			}
			if same(text, w[i], "set") || same(text, w[i], "going") || same(text, w[i], "likely") || same(text, w[i], "expected") {
				if i > 0 && (w[i-1].kind == presentBe || w[i-1].kind == beWord) || same(text, w[i], "expected") && until {
					return at(i, Future)
				}
				if !same(text, w[i], "set") {
					continue
				}
				if same(text, w[n-1], "for") && i == n-2 { // the vote, set for
					r := at(i, Future)
					r.reduced = true
					return r
				}
				return at(i, Past)
			}
			r := at(i, Future)
			r.reduced = i == 0 || w[i-1].kind != presentBe && w[i-1].kind != beWord && w[i-1].kind != haveWord
			return r
		case planWord:
			if i > 0 && w[i-1].kind == nounWord || i+1 < n && w[i+1].kind != toWord && (same(text, w[i], "plan") || same(text, w[i], "plans") || same(text, w[i], "hopes") || same(text, w[i], "hope") || same(text, w[i], "needs")) {
				continue // the plans
			}
			if i > 0 && w[i-1].kind == wasWord {
				return at(i, Expected)
			}
			return at(i, Future)
		case delayWord:
			if i > 0 && w[i-1].kind == nounWord {
				continue
			}
			if until {
				return at(i, Future)
			}
			if i > 0 && w[i-1].kind == beWord {
				continue
			}
			return at(i, Past)
		case beginsWord:
			if i > 0 && (w[i-1].kind == nounWord || w[i-1].kind == toWord || w[i-1].kind == wasWord || w[i-1].kind == notWord || w[i-1].kind == hadWord) || afterNumber(text, w[i]) {
				continue
			}
			return at(i, Future)
		case saysWord:
			if i > 0 && w[i-1].kind == nounWord {
				continue
			}
			r := at(i, Present)
			r.weak = n-i > 2
			return r
		case presentBe:
			if i+1 < n && ing(text, w[i+1]) || n-i <= 2 {
				return at(i, Future)
			}
			return reading{weak: true}
		case haveWord:
			if i+1 < n && w[i+1].kind == toWord && n > i+2 || i == n-2 && until {
				return at(i, Future)
			}
			return at(i, Past)
		case wasWord, hadWord:
			if i+1 < n && w[i+1].kind == toWord && n > i+2 {
				return at(i, Expected)
			}
			if i+1 < n && feared(text, w[i+1]) && reported(text, w[:i]) {
				return verb(i, Possible)
			}
			return at(i, Past)
		case reportWord:
			r := at(i, Past)
			r.weak = n-i > 3 && w[i].mark != ','
			return r
		case pastWord:
			if i > 0 && (w[i-1].kind == toWord || w[i-1].kind == willWord || w[i-1].kind == wouldWord || w[i-1].kind == modalWord) {
				continue // to cut
			}
			if i > 0 && w[i-1].kind == nounWord && w[i].mark == 0 && i < n-1 {
				continue // the revised budget
			}
			if movedTo(text, w[i:]) || shutUntil(text, w, i) {
				return at(i, Future)
			}
			if i > 0 && w[i-1].kind == beWord || i > 1 && w[i-2].kind == beWord && w[i-1].kind == noVerb && ly(text, w[i-1]) {
				continue // will be killed
			}
			if i == n-1 && i > 0 && w[i-1].kind == presentBe && (same(text, w[i], "closed") || same(text, w[i], "shut")) {
				return at(i, Future) // is closed Monday
			}
			if i > 0 && (w[i-1].kind == presentBe || w[i-1].kind == haveWord) && i < n-1 {
				if w[i-1].kind == presentBe {
					return reading{}
				}
			}
			return at(i, Past)
		case bounds:
			if earlyAs(text, w, i) {
				continue // as early as Thursday
			}
			if i+1 < n && (w[i+1].kind == nounWord || w[i+1].capital) && (same(text, w[i], "before") || same(text, w[i], "after") || same(text, w[i], "since") || same(text, w[i], "until") || same(text, w[i], "as")) {
				continue // before the committee
			}
			if n-i > 1 {
				return reading{weak: true}
			}
		}
		if w[i].mark == ';' || w[i].mark == ':' || w[i].mark == '"' && n-i > 3 {
			return reading{weak: true}
		}
	}
	return reading{weak: true}
}

// earlyAs reports whether the "as" at w[i] is one of "as early as".
func earlyAs(text string, w []wordAt, i int) bool {
	if !same(text, w[i], "as") {
		return false
	}
	early := func(j int) bool {
		if j < 0 || j >= len(w) {
			return false
		}
		switch text[w[j].start:w[j].end] {
		case "early", "soon", "late":
			return true
		}
		return false
	}
	return early(i-1) || early(i+1)
}

// feared reports whether w, behind "was", says that something has not come
// about yet.
func feared(text string, w wordAt) bool {
	switch text[w.start:w.end] {
	case "possible", "likely", "probable", "imminent", "unlikely", "conceivable", "inevitable":
		return true
	}
	return false
}

// reported reports whether the clause that ends with w is what somebody said:
// a "that" with a past verb before it.
func reported(text string, w []wordAt) bool {
	for i := len(w) - 1; i >= 0; i-- {
		if !same(text, w[i], "that") {
			continue
		}
		for j := i - 1; j >= 0 && j >= i-4; j-- {
			if k := w[j].kind; k == reportWord || k == pastWord || k == saysWord {
				return true
			}
		}
		return false
	}
	return false
}

// hadSaid reports whether would is the "had" of "they'd said".
func hadSaid(text string, would, next wordAt) bool {
	return same(text, would, "d") && next.kind == reportWord
}

// stillTo reports whether w is an adverb that may part "is" from its "to":
// is now to run until Friday.
func stillTo(text string, w wordAt) bool {
	switch text[w.start:w.end] {
	case "now", "still", "also", "then", "only":
		return true
	}
	return false
}

// governor reads what stands before the infinitive at w[i].
func governor(text string, w []wordAt, i int) (reading, bool) {
	at := func(j int, t Tense) (reading, bool) {
		return reading{Clause: Clause{Tense: t, Cue: timex.Span{Start: int(w[j].start), End: int(w[i].end)}}}, true
	}
	for j := i - 1; j >= 0 && j >= i-8; j-- {
		switch k := w[j].kind; k {
		case cueWord:
			if j > 0 && (w[j-1].kind == wasWord || w[j-1].kind == hadWord) || j > 1 && w[j-2].kind == wasWord {
				return at(j, Expected)
			}
			return at(j, Future)
		case planWord, delayWord, willWord, presentBe:
			if k == presentBe && j < i-1 && !(j == i-2 && stillTo(text, w[j+1])) {
				return reading{}, false
			}
			if k == delayWord && j < i-5 {
				return reading{}, false
			}
			return at(j, Future)
		case wasWord:
			if j == i-1 {
				return at(j, Expected)
			}
			return at(j, Past)
		case wouldWord, modalWord, pastWord, reportWord, haveWord, hadWord, beginsWord, saysWord:
			return reading{}, false
		case bounds:
			return reading{}, false
		}
	}
	if i+1 < len(w) && w[i+1].kind == beWord && i > 0 && w[i-1].kind == noVerb {
		return at(i, Future) // the election to be held
	}
	// no finite verb before it: "Biden to meet Putin"
	for j := i - 1; j >= 0; j-- {
		if k := w[j].kind; k != noVerb && k != toWord && k != coordinator && k != nounWord {
			return reading{}, false
		}
	}
	if i > 0 && w[0].capital && i <= 8 {
		return at(i, Command)
	}
	return reading{}, false
}

// infinitive reports whether the "to" at w[i] is followed by a verb and not by a noun phrase.
func infinitive(text string, w []wordAt, i int) bool {
	if i+1 >= len(w) || w[i+1].capital || w[i+1].mark != 0 {
		return false
	}
	switch text[w[i+1].start:w[i+1].end] {
	case "the", "a", "an", "his", "her", "their", "its", "this", "that", "those", "these", "him", "them", "it", "us", "me", "you", "our", "my", "some", "all", "more",
		"about", "at", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return false
	}
	return !ing(text, w[i+1])
}

// readRight reads the words behind a date that opens its clause.
func readRight(text string, w []wordAt) reading {
	at := func(i int, t Tense) reading {
		return reading{Clause: Clause{Tense: t, Cue: timex.Span{Start: int(w[i].start), End: int(w[i].end)}}}
	}
	for i := range w {
		if w[i].mark == ';' || w[i].mark == '"' && i > 0 {
			break
		}
		switch w[i].kind {
		case willWord, planWord:
			return at(i, Future)
		case wouldWord:
			if i+1 < len(w) && hadSaid(text, w[i], w[i+1]) {
				return at(i, Past)
			}
			return at(i, Would)
		case modalWord:
			if i+1 < len(w) && w[i+1].kind == haveWord || i+1 < len(w) && w[i+1].kind == notWord && same(text, w[i], "could") {
				return at(i, Past)
			}
			return at(i, Possible)
		case presentBe:
			if i+1 < len(w) && (w[i+1].kind == toWord || w[i+1].kind == cueWord || ing(text, w[i+1]) || same(text, w[i+1], "open") || same(text, w[i+1], "closed") || same(text, w[i+1], "shut")) {
				return at(i, Future)
			}
			return at(i, Present)
		case wasWord, hadWord:
			if i+2 < len(w) && (w[i+1].kind == toWord || w[i+1].kind == cueWord && w[i+2].kind == toWord) {
				return at(i, Expected)
			}
			return at(i, Past)
		case haveWord:
			r := at(i, Past)
			r.perfect = true
			return r
		case reportWord, pastWord, delayWord:
			if i > 0 && w[i-1].kind == nounWord && w[i].mark == 0 {
				continue // the revised budget
			}
			return at(i, Past)
		case saysWord:
			return at(i, Present)
		case beginsWord:
			return at(i, Future)
		}
	}
	return reading{}
}
