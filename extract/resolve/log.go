package resolve

import "dateline/extract/timex"

// logDay is the day of a log: of lines that begin with a time by the clock,
// as live reports and minutes are written.
type logDay struct {
	day    timex.Day
	anchor int
	known  bool
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
