package resolve

import (
	"iter"
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

	sentence  timex.Span
	inQuote   bool // a quotation is open at token quoteAt
	paragraph int  // where the paragraph begins
	previous  int  // where the paragraph before it begins
	quoteAt   int
	toks      []token // of the sentence
	at, hi    int     // the window: tokens at which an expression may begin
	window    string  // its text
	classes   class   // what occurs in the window
	last      expr    // the expression found before this one in the sentence
	hasLast   bool

	applier    func(*rules.Match, *rules.Context, *rules.Options, time.Time) (bool, error)
	matches    [16]rules.Match // of one window: at most one a family
	used       int
	searched   bool // the window was searched, and matches holds what was found
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

	counted timex.Day // the day that a shift by weeks gives, before it is rounded
	address uint8     // whether the text speaks to its readers, once found out
}

// maxWindow is how many tokens a window holds at most, so that a list of a
// thousand dates is not read a thousand times.
const maxWindow = 64

// mergeDistance is how far apart matches may lie that a parser applies to one
// Context. Our windows hold one expression each, so nothing is merged.
const mergeDistance = 0

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

// find walks through the sentences of text.
func (s *scan) find(text string, sentences iter.Seq[timex.Span], dct timex.DCT) {
	s.text, s.dct, s.out, s.impossible = text, dct, s.out[:0], s.impossible[:0]
	s.base = time.Unix(int64(dct.Day)*86400+int64(dct.Hour)*3600+int64(dct.Minute)*60, 0).UTC()
	s.mode = modeOf(text, dct, &s.years)
	s.previous, s.paragraph = 0, 0
	s.focus, s.source = focus{}, &source{text, dct}
	s.address = addressUnknown
	s.inQuote = false
	at := 0
	for sentence := range sentences {
		if strings.IndexByte(text[at:sentence.Start], '\n') >= 0 {
			s.inQuote = false // a quotation that goes on is opened anew
			s.previous, s.paragraph = s.paragraph, sentence.Start
		}
		at = sentence.End
		var trigger bool
		if s.toks, trigger = lex(s.toks[:0], text, sentence.Start, sentence.End); !trigger {
			s.quoteAt = 0
			s.readQuotes(len(s.toks))
			continue
		}
		s.sentence, s.hasLast = sentence, false
		s.quoteAt = 0
		s.windows()
		s.readQuotes(len(s.toks))
	}
}

// release lets go of the text, so that the state can be kept.
func (s *scan) release() {
	s.text, s.window, s.source = "", "", nil
	clear(s.matches[:])
	clear(s.out)
}

// windows hands every run of words that can make a time expression to the parser.
func (s *scan) windows() {
	for i := 0; i < len(s.toks); {
		if s.toks[i].class&^classMark == 0 {
			i++
			continue
		}
		j, all := i, class(0)
		for j < len(s.toks) && j < i+maxWindow && s.toks[j].class != 0 {
			all |= s.toks[j].class
			j++
		}
		if all&classTrigger != 0 {
			j = max(j, s.parse(i, j))
		}
		i = j
	}
}

// parse takes expression after expression out of the window toks[i:hi], and
// returns the token behind the last. The parser fails only where an Applier
// does, and ours do not.
func (s *scan) parse(i, hi int) int {
	for i < hi {
		all := class(0)
		for j := i; j < hi; j++ {
			all |= s.toks[j].class
		}
		if all&classTrigger == 0 {
			break
		}
		s.at, s.hi, s.classes = i, hi, all
		s.window = s.text[s.toks[i].start:s.sentence.End]
		s.used, s.best, s.read = 0, expr{}, false
		if !s.search() {
			break // the parser would find nothing
		}
		r, err := s.parser.Parse(s.window, s.base)
		s.searched = false
		if err != nil || r == nil {
			break
		}
		s.keep()
		i = s.best.end
	}
	return i
}

// search lets every family look at the window, and reports whether one of
// them found anything. The parser is then told what they found: most windows
// hold nothing, and need no parser.
func (s *scan) search() bool {
	for _, f := range s.rules {
		f.found = f.first()
	}
	s.searched = s.used > 0
	return s.searched
}

// keep adds the expression resolved last to the output.
func (s *scan) keep() {
	s.last, s.hasLast = s.best, true
	if s.result.Value.IsZero() {
		if s.best.kind == dateExpr && !s.best.possible() {
			s.report(&s.best)
		}
		return
	}
	s.out = append(s.out, s.result)
}

// holds reports whether text is the window that s stands at.
func (s *scan) holds(text string) bool {
	return len(text) == len(s.window) && text == s.window
}

// enter makes text the whole of the text and the window, so that a rule can
// be tried by itself.
func (s *scan) enter(text string) {
	s.text, s.window, s.sentence = text, text, timex.Span{End: len(text)}
	s.toks, _ = lex(s.toks[:0], text, 0, len(text))
	s.at, s.hi, s.used, s.best, s.read, s.hasLast, s.searched = 0, len(s.toks), 0, expr{}, false, false, false
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
