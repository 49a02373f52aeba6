package resolve

import "dateline/extract/timex"

// logDay is the day of a log: of lines that begin with a time by the clock,
// as live reports and minutes are written.
type logDay struct {
	day    timex.Day
	anchor int
	known  bool
}

// halfReach is how many bytes back a time whose half of the day was said tells
// that of one behind it.
const halfReach = 800

// halfOfDay gives the time by the clock e, whose half of the day is not said, that
// of the time before it, when it is the next one of that name: at 2:32 p.m. …
// by 3:07.
func (s *scan) halfOfDay(e *expr) {
	now := e.hour*60 + e.minute
	if e.meridiemSaid || s.half.said && !e.halfOpen && !e.pmGuess {
		if s.half.said = e.meridiemSaid; e.meridiemSaid {
			s.half.at, s.half.minutes = int(s.toks[e.end-1].end), now
		}
		return
	}
	if !e.halfOpen || !s.half.said || s.behind(s.half.at) > halfReach || e.hour > 12 || e.zoneKind != noZone {
		return
	}
	if now %= 720; now < s.half.minutes {
		now += 720
	}
	if now >= s.half.minutes && now < 1440 {
		e.hour = now / 60
		s.half.at, s.half.minutes = int(s.toks[e.end-1].end), now
	}
}

// saidHalf is the last time by the clock whose half of the day is known.
type saidHalf struct {
	said    bool
	at      int // where it ends, in bytes
	minutes int
}

// beginsLine reports whether e begins a line of the text.
func (s *scan) beginsLine(e *expr) bool {
	at := s.sentence.Start
	return e.start == 0 && (at == 0 || s.text[at-1] == '\n')
}

// dayOfLog returns the day of a line that begins with a time by the clock: the
// day of the heading above, else that of the first such line. Days that the lines
// themselves tell of do not change it. d is the day in focus.
func (s *scan) dayOfLog(d timex.Day, anchor int) (timex.Day, int) {
	if !s.log.known {
		s.log = logDay{d, anchor, true}
	}
	return s.log.day, s.log.anchor
}

// noteHeading takes the day d, of the expression e kept as out[index], for
// that of the lines below, where it heads a line.
func (s *scan) noteHeading(d timex.Day, e *expr, index int) {
	if !e.hasClock && s.beginsLine(e) && (e.end == len(s.toks) || s.tok(e.end).form == markForm && !s.isMark(e.end, '\'')) {
		s.log = logDay{d, index, true}
	}
}
