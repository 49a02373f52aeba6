package timex

// Span is a place in a text: byte offsets, End exclusive. What leaves the
// library for other programs counts in code points instead; see package extract.
type Span struct{ Start, End int }

// Type is the type of a TIMEX3 time expression.
type Type uint8

// The types of TIMEX3. The zero Type is invalid.
const (
	Date     Type = 1 + iota // a calendar date: Tuesday, June 2014, the 1990s
	Time                     // a time of day: 5 p.m., Tuesday evening
	Duration                 // a length: three days
	Set                      // a frequency: every Monday, annually
)

// String returns the name that TIMEX3 uses, "DATE" for Date.
func (t Type) String() string {
	return [...]string{"", "DATE", "TIME", "DURATION", "SET"}[t]
}

// Mod is the mod attribute of TIMEX3: what the words add to the value.
type Mod uint8

// The modifiers of TIMEX3. The zero Mod is none.
const (
	NoMod Mod = iota
	Approx
	Start
	Mid
	End
	MoreThan
	LessThan
	EqualOrMore
	EqualOrLess
	Before
	After
	OnOrBefore
	OnOrAfter
)

// String returns the name that TIMEX3 uses, "EQUAL_OR_MORE" for EqualOrMore, "" for NoMod.
func (m Mod) String() string {
	return [...]string{"", "APPROX", "START", "MID", "END", "MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE",
		"EQUAL_OR_LESS", "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER"}[m]
}

// Confidence says in a word how a value was come by.
type Confidence uint8

// The confidences, surest first. The zero Confidence is invalid.
const (
	Explicit  Confidence = 1 + iota // the words name the date themselves, or leave one reading
	Inferred                        // worked out from tense, publication time or context
	Ambiguous                       // two readings are defensible; the likelier one is given
	Guess                           // no good ground; the usual reading is given
)

// String returns the word, "inferred" for Inferred.
func (c Confidence) String() string {
	return [...]string{"", "explicit", "inferred", "ambiguous", "guess"}[c]
}

// Reading is another defensible value, and the reason for it in words.
type Reading struct {
	Value string `json:"value"`
	Why   string `json:"why"`
}
