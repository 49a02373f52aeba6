package resolve

import "dateline/extract/timex"

// speechReach is how many bytes before a quotation the day on which it was
// spoken may be named.
const speechReach = 900

// spokenOn returns the day on which the quotation that holds e was spoken,
// where the text gives one of the week before publication.
func (s *scan) spokenOn(e *expr) (d timex.Day, index int, ok bool) {
	f := &s.focus
	if !s.dct.Known || !f.hasTold || s.behind(f.toldAt) > speechReach || f.told >= s.dct.Day || f.told < s.dct.Day-7 || !s.quoted(e) {
		return 0, 0, false
	}
	return f.told, f.toldIndex, true
}

// quoted reports whether e stands inside quotation marks.
func (s *scan) quoted(e *expr) bool {
	s.readQuotes(e.start)
	return s.inQuote
}

// readQuotes follows the quotation marks of the sentence up to token end.
func (s *scan) readQuotes(end int) {
	for ; s.quoteAt < end; s.quoteAt++ {
		t := &s.toks[s.quoteAt]
		if t.form != markForm || t.mark != '"' {
			continue
		}
		switch s.text[t.start:t.end] {
		case "“", "«", "„":
			s.inQuote = true
		case "”", "»":
			s.inQuote = false
		default:
			s.inQuote = !s.inQuote
		}
	}
}
