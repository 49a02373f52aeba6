package resolve

// background reports whether news names the date e only in passing, beside
// what it tells: in a relative clause or behind a participle that describes
// somebody, in brackets, behind "since". What is told next does not go on from it.
func (s *scan) background(e *expr) bool {
	return s.isWord(e.start-1, "since") || s.bracketed(e) || s.describes(e)
}

// describingReach is how many words a clause that describes somebody has, at
// most, before the date in it.
const describingReach = 14

// describes reports whether e stands in a clause that describes somebody or
// something: the bank, which failed in May 1976; the bank, founded in May
// 1976; "Founded in May 1976, the bank".
func (s *scan) describes(e *expr) bool {
	for i := e.start - 1; i >= 0 && i >= e.start-describingReach; i-- {
		t := s.tok(i)
		switch {
		case s.isMark(i, ','):
			return s.participle(i + 1)
		case t.form == markForm && t.mark != '-' && t.mark != '\'':
			return false
		case relatives[s.word(i)]:
			return true
		case i == 0:
			return s.participle(0) && s.isMark(e.end, ',')
		}
	}
	return false
}

// relatives begin a clause that describes what stands before them.
var relatives = setOf("which", "who", "whose", "where")

// participle reports whether token i is a participle that no subject stands before.
func (s *scan) participle(i int) bool {
	t := s.tok(i)
	if t.form != wordForm || t.end-t.start < 4 {
		return false
	}
	return s.text[t.end-2:t.end] == "ed" || strongParticiples[s.word(i)]
}

// strongParticiples are the participles of strong verbs that describe where
// somebody or something comes from.
var strongParticiples = setOf("born", "Born", "built", "Built", "bought", "written", "begun", "sold", "made", "won", "held", "struck", "brought", "set", "taken")
