package resolve

// hourAlone reads a time by the clock of which nothing says that it is one
// but what is done at it: the coach leaves at 10.30; she gets up at three.
func (s *scan) hourAlone(i int, e *expr) int {
	if !s.isLink(i-1, linkAt) || s.is(i-2, classUnit) {
		return 0
	}
	hour, minute, end := 0, 0, i+1
	switch t := s.tok(i); {
	case t.form == numberForm && t.digits <= 2 && !t.comma:
		hour = int(t.value)
		if m := s.tok(i + 2); (s.isMark(i+1, '.') || s.isMark(i+1, ':')) && s.glued(i+1) && m.glued && m.form == numberForm {
			if m.digits != 2 || m.value%5 != 0 || m.value > 55 {
				return 0
			}
			minute, end = int(m.value), i+3
		}
	case t.class&classCardinal != 0 && t.value <= 12:
		hour = int(t.value)
	}
	if hour < 1 || hour > 12 || s.tok(end).form == numberForm || s.glued(end) && s.tok(end).form == wordForm || !s.endsHour(end) || !s.doneByClock(i-2) {
		return 0
	}
	e.pmGuess = true
	if hour <= 6 && s.byAfternoon(i-2) {
		hour += 12
	}
	return s.zoneAt(end, e, hour, minute, 0, 2)
}

// byAfternoon reports whether the words before a preposition, the last of them
// token i, tell of what is done in the afternoon: shops that close at four.
func (s *scan) byAfternoon(i int) bool {
	for j := i; j >= 0 && j > i-clockReach && !s.endsSentence(j); j-- {
		if afternoons[s.word(j)] {
			return true
		}
	}
	return false
}

// afternoons are words for what is done in the afternoon.
var afternoons = withCapitals("close", "closes", "closed", "closing", "shut", "shuts", "choir", "tea", "pick-up", "pickup", "kick-off", "kickoff", "matinee", "heading", "early", "meet", "match")

// endsHour reports whether token i may follow a time by the clock that stands alone.
func (s *scan) endsHour(i int) bool {
	if t := s.tok(i); t.form == markForm {
		return t.mark == '.' && !(s.glued(i+1) && s.tok(i+1).form == numberForm) || t.mark == ',' || t.mark == ';' || t.mark == '!' || t.mark == '?' || t.mark == ')' || t.mark == '"'
	}
	return s.tok(i).form == 0 || s.isLink(i, linkIn) || s.isLink(i, linkAnd) || s.isLink(i, linkOn)
}

// clockReach is how many words before "at" may tell that an hour follows.
const clockReach = 7

// doneByClock reports whether the words before "at", the last of them token i,
// tell of something that is done at an hour.
func (s *scan) doneByClock(i int) bool {
	for j := i; j >= 0 && j > i-clockReach && !s.endsSentence(j); j-- {
		w := s.word(j)
		if byClock[w] || postedHours[w] && s.speaksToReaders() {
			return true
		}
	}
	return false
}

// byClock are words for what is done at an hour of the day.
var byClock = withCapitals("leave", "leaves", "left", "depart", "departs", "departed", "arrive", "arrives", "arrived", "wake", "woke", "wakes", "rose", "breakfast", "lunch", "dinner",
	"supper", "tea", "train", "trains", "bus", "coach", "ferry", "kick-off", "kickoff", "choir", "carriages", "doors", "update", "bed", "rehearsal", "curtain", "mass")

// postedHours are words that in a text to its readers say when something is done.
var postedHours = withCapitals("open", "opens", "close", "closes", "start", "starts", "begin", "begins", "meet", "meets", "meeting", "up", "in", "voted", "vote", "back", "home", "ends", "end", "show", "gig", "class", "from")

// hourOfDayPart reports whether the number at i is an hour whose day and part
// of it follow: at 7 Monday night, since 6 this morning, by 10 tonight.
func (s *scan) hourOfDayPart(i int) bool {
	p := s.tok(i - 1)
	switch {
	case p.class&classLink != 0 && (p.value == linkAt || p.value == linkBy || p.value == linkUntil || p.value == linkFrom):
	case s.isWord(i-1, "since"), s.isWord(i-1, "about"), s.isWord(i-1, "around"), s.isWord(i-1, "before"), s.isWord(i-1, "after"):
	default:
		return false
	}
	j := i + 1
	switch {
	case s.isWord(j, "tonight"):
		return true
	case s.isLink(j, linkOn):
		return s.is(j+1, classWeekday) && s.isFullWeekday(j+1) && s.tok(j+1).capital && !s.isPlural(j+1) && !s.isLink(i-1, linkFrom)
	case s.isWord(j, "this"), s.isWord(j, "that"), s.isWord(j, "yesterday"), s.isWord(j, "tomorrow"), s.is(j, classWeekday) && s.isFullWeekday(j) && s.tok(j).capital:
		return s.is(j+1, classPart) && s.text[s.tok(j+1).end-1] != 's'
	}
	return false
}
