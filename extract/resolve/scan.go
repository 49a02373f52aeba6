package resolve

import (
	"strings"
	"time"

	"github.com/olebedev/when"
	"github.com/olebedev/when/rules"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// scan is the working state of one Find. It is kept and used again, so that
// a text costs little more memory than what is found in it.
type scan struct {
	opts   Options
	parser *when.Parser
	rules  []*family // of the parser
	base   time.Time
	text   string
	dct    timex.DCT

	spans     []timex.Span // memory for sentences
	sentences []timex.Span // of the text
	reading   int          // the sentence that is read
	sentence  timex.Span
	inQuote   bool // a quotation is open at token quoteAt
	paragraph int  // where the paragraph begins
	previous  int  // where the paragraph before it begins
	quoteAt   int
	toks      []token // of the sentence
	next      int     // the first token that was not looked at
	runEnd    int     // where the run of words ends that toks[next] stands in
	at, hi    int     // the window: tokens at which an expression may begin
	classes   class   // what occurs in the window
	last      expr    // the expression found before this one in the sentence
	hasLast   bool

	stretch     string // what the parser was handed
	stretchAt   int    // where it begins in the text
	stretchEnds int    // the sentence after its last

	applier    func(*rules.Match, *rules.Context, *rules.Options, time.Time) (bool, error)
	matches    [16]rules.Match // of one window: at most one a family
	used       int
	searched   bool // the window was searched, and matches holds what was found
	applied    bool // the parser has applied it
	draft      expr
	best       expr
	aside      expr // the date that another is counted from: a week from Friday
	bestFamily *family
	fields     [5]int
	result     Timex

	out        []Timex      // what was found so far
	impossible []Impossible // dates that no calendar has

	focus  focus
	source *source
	mode   mode
	years  yearCount
	tense  english.Clause // of the clause that the expression dates, once read
	read   bool

	log     logDay
	half    saidHalf
	counted timex.Day // the day that a shift by weeks gives, before it is rounded
	address uint8     // whether the text speaks to its readers, once found out
}

// maxWindow is how many tokens a window holds at most, so that a list of a
// thousand dates is not read a thousand times.
const maxWindow = 64

// mergeDistance is how far apart matches may lie that a parser applies to one
// Context. Ours are found one expression at a time, so nothing is merged.
const mergeDistance = 0

// stretchLength is how many bytes of a text the parser is handed at once, to
// the end of the sentence.
const stretchLength = 4 << 10

func newScan(opts Options) *scan {
	s := &scan{opts: opts, parser: when.New(&rules.Options{Distance: mergeDistance})}
	s.applier = s.apply
	for _, f := range families() {
		f.scan = s
		for i, v := range variantNames {
			f.variants[i] = f.name + v
		}
		s.rules = append(s.rules, f)
		s.parser.Add(f)
	}
	return s
}

// find hands the text to the parser, stretch by stretch, and keeps what it
// resolves. A stretch without an expression is not handed over. The parser
// fails only where an Applier does, and ours do not.
func (s *scan) find(text string, sentences []timex.Span, dct timex.DCT) {
	s.text, s.dct, s.out, s.impossible = text, dct, s.out[:0], s.impossible[:0]
	s.base = time.Unix(int64(dct.Day)*86400+int64(dct.Hour)*3600+int64(dct.Minute)*60, 0).UTC()
	s.mode = modeOf(text, dct, &s.years)
	s.previous, s.paragraph = 0, 0
	s.focus, s.source = focus{}, &source{text, dct}
	s.address = addressUnknown
	s.inQuote, s.log, s.half = false, logDay{}, saidHalf{}
	s.sentences, s.reading, s.toks = sentences, -1, s.toks[:0]
	s.next, s.runEnd, s.quoteAt, s.stretchEnds = 0, 0, 0, 0
	for more := s.advance(); more; more = s.reading < len(s.sentences) {
		s.applied = false
		if _, err := s.parser.Parse(s.stretch, s.base); err != nil || !s.applied {
			break
		}
	}
	s.searched = false
}

// beginStretch makes the stretch begin at the window.
func (s *scan) beginStretch() {
	s.stretchAt = int(s.toks[s.at].start)
	end := s.reading
	for end < len(s.sentences)-1 && s.sentences[end].End < s.stretchAt+stretchLength {
		end++
	}
	s.stretch, s.stretchEnds = s.text[s.stretchAt:s.sentences[end].End], end+1
}

// advance goes on to the next window of the text that holds an expression.
func (s *scan) advance() bool {
	for {
		if s.nextWindow() {
			if s.reading >= s.stretchEnds {
				s.beginStretch()
			}
			if s.search() {
				return true
			}
			s.next = s.runEnd
			continue
		}
		s.readQuotes(len(s.toks))
		if !s.nextSentence() {
			return false
		}
	}
}

// nextSentence reads the tokens of the next sentence with a word or number
// that can make a time expression.
func (s *scan) nextSentence() bool {
	for s.reading++; s.reading < len(s.sentences); s.reading++ {
		at, sentence := 0, s.sentences[s.reading]
		if s.reading > 0 {
			at = s.sentences[s.reading-1].End
		}
		if strings.IndexByte(s.text[at:sentence.Start], '\n') >= 0 {
			s.inQuote = false // a quotation that goes on is opened anew
			s.previous, s.paragraph = s.paragraph, sentence.Start
		}
		var trigger bool
		s.toks, trigger = lex(s.toks[:0], s.text, sentence.Start, sentence.End)
		s.quoteAt = 0
		if trigger {
			s.sentence, s.hasLast, s.next, s.runEnd = sentence, false, 0, 0
			return true
		}
		s.readQuotes(len(s.toks))
	}
	return false
}

// nextWindow makes the rest of the run of words, or the next run that can hold
// a time expression, the window.
func (s *scan) nextWindow() bool {
	for {
		if s.next < s.runEnd {
			all := class(0)
			for i := s.next; i < s.runEnd; i++ {
				all |= s.toks[i].class
			}
			if all&classTrigger != 0 {
				s.at, s.hi, s.classes = s.next, s.runEnd, all
				return true
			}
			s.next = s.runEnd
		}
		for s.next < len(s.toks) && s.toks[s.next].class&^classMark == 0 {
			s.next++
		}
		if s.next >= len(s.toks) {
			return false
		}
		s.runEnd = s.next
		for s.runEnd < len(s.toks) && s.runEnd < s.next+maxWindow && s.toks[s.runEnd].class != 0 {
			s.runEnd++
		}
	}
}

// release lets go of the text, so that the state can be kept.
func (s *scan) release() {
	s.text, s.stretch, s.sentences, s.source = "", "", nil, nil
	clear(s.matches[:])
	clear(s.out)
}

// search lets every family look at the window, and reports whether one of
// them found anything. The parser is then told what they found: most windows
// hold nothing, and need no parser.
func (s *scan) search() bool {
	s.used, s.best, s.read = 0, expr{}, false
	for _, f := range s.rules {
		f.found = f.first()
	}
	s.searched = s.used > 0
	return s.searched
}

// keep adds the expression resolved last to the output. What follows begins
// behind it.
func (s *scan) keep() {
	s.last, s.hasLast = s.best, true
	s.next = s.best.end
	if s.result.Value.IsZero() {
		if s.best.kind == dateExpr && !s.best.possible() {
			s.report(&s.best)
		}
		return
	}
	s.out = append(s.out, s.result)
}

// holds reports whether text is the stretch that s stands in.
func (s *scan) holds(text string) bool {
	return len(text) == len(s.stretch) && text == s.stretch
}

// enter makes text the whole of the text and the window, so that a rule can
// be tried by itself.
func (s *scan) enter(text string) {
	s.text, s.stretch, s.stretchAt, s.sentence = text, text, 0, timex.Span{End: len(text)}
	s.sentences, s.reading, s.stretchEnds = nil, 0, 1
	s.toks, _ = lex(s.toks[:0], text, 0, len(text))
	s.at, s.hi, s.used, s.best, s.read, s.hasLast, s.searched, s.applied = 0, len(s.toks), 0, expr{}, false, false, false, false
	s.classes = 0
	for i := range s.toks {
		s.classes |= s.toks[i].class
	}
}

// tok returns token i of the sentence, or one of no class outside it.
func (s *scan) tok(i int) *token {
	if i < 0 || i >= len(s.toks) {
		return &noToken
	}
	return &s.toks[i]
}

var noToken token

func (s *scan) is(i int, c class) bool { return s.tok(i).class&c != 0 }

// isMark reports whether token i is the mark m.
func (s *scan) isMark(i int, m byte) bool {
	t := s.tok(i)
	return t.form == markForm && t.mark == m
}

func (s *scan) isLink(i int, v int32) bool {
	t := s.tok(i)
	return t.class&classLink != 0 && t.value == v
}

func (s *scan) isArticle(i int) bool { return s.tok(i).class&classArticle != 0 }

func (s *scan) isThe(i int) bool {
	t := s.tok(i)
	return t.class&classArticle != 0 && t.value == 1
}

// word returns the text of token i as it stands.
func (s *scan) word(i int) string {
	t := s.tok(i)
	return s.text[t.start:t.end]
}

// isWord reports whether token i is the lower-case word w, in any case.
func (s *scan) isWord(i int, w string) bool {
	t := s.tok(i)
	return t.form == wordForm && int(t.end-t.start) == len(w) && equalFold(s.text[t.start:t.end], w)
}

// equalFold compares an ASCII word with a lower-case one.
func equalFold(word, lower string) bool {
	for i := range len(lower) {
		b := word[i]
		if b >= 'A' && b <= 'Z' {
			b += 'a' - 'A'
		}
		if b != lower[i] {
			return false
		}
	}
	return true
}

// isNumber reports whether token i is a number without commas of at most
// digits digits.
func (s *scan) isNumber(i int, digits uint8) bool {
	t := s.tok(i)
	return t.form == numberForm && t.digits <= digits && !t.comma
}

// glued reports whether token i follows the one before it without a space.
func (s *scan) glued(i int) bool { return s.tok(i).glued }
