package event

// value is one of the words of a feature's name behind its family. What most
// heads hold is one of few values, whose hashes are known beforehand.
type value struct {
	text     string
	mul, add uint64 // put ":" and the text behind a hash
}

const hashBase = 0x9E3779B97F4A7C15

// newValue returns the value of a text: the bytes of a name, a colon between
// its words, are the digits of a number in base hashBase, so that it does not
// matter where one word of it ends.
func newValue(text string) value {
	v := value{text: text, mul: hashBase, add: ':'}
	const (
		b2 = hashBase * hashBase & (1<<64 - 1)
		b3 = b2 * hashBase & (1<<64 - 1)
		b4 = b3 * hashBase & (1<<64 - 1)
	)
	for ; len(text) >= 4; text = text[4:] {
		v.mul *= b4
		v.add = v.add*b4 + uint64(text[0])*b3 + uint64(text[1])*b2 + uint64(text[2])*hashBase + uint64(text[3])
	}
	for i := range len(text) {
		v.mul *= hashBase
		v.add = v.add*hashBase + uint64(text[i])
	}
	return v
}

// valuesOf returns the values of texts.
func valuesOf(texts ...string) []value {
	values := make([]value, len(texts))
	for i, text := range texts {
		values[i] = newValue(text)
	}
	return values
}

// The values that most features are made of.
var (
	emptyValue           = newValue("")
	pastValue            = newValue("past")
	perfectValue         = newValue("perfect")
	participleValue      = newValue("participle")
	infinitiveValue      = newValue("infinitive")
	gerundValue          = newValue("gerund")
	modalValue           = newValue("modal")
	futureValue          = newValue("future")
	presentValue         = newValue("present")
	pluperfectValue      = newValue("pluperfect")
	pastpassiveValue     = newValue("pastpassive")
	pastprogressiveValue = newValue("pastprogressive")
	accordingValue       = newValue("according")
	carriedValue         = newValue("carried")
	nounValue            = newValue("noun")
	nominalValue         = newValue("nominal")
	yesValue             = newValue("yes")
	noValue              = newValue("no")
	intervalValue        = newValue("interval")
	yearValue            = newValue("year")
	monthValue           = newValue("month")
	dayValue             = newValue("day")
	clockValue           = newValue("clock")
	unknownValue         = newValue("unknown")
	longpastValue        = newValue("longpast")
	aroundValue          = newValue("around")
	weekValue            = newValue("week")
	longValue            = newValue("long")
	itsobjectValue       = newValue("itsobject")
	itssubjectValue      = newValue("itssubject")
	objectofValue        = newValue("objectof")
	subjectofValue       = newValue("subjectof")
	governedbyValue      = newValue("governedby")
	governsValue         = newValue("governs")
	sameclauseValue      = newValue("sameclause")
	samesubjectValue     = newValue("samesubject")
	leftValue            = newValue("left")
	rightValue           = newValue("right")
	insideValue          = newValue("inside")
	noneValue            = newValue("none")
	pronounValue         = newValue("pronoun")
	freshValue           = newValue("new")
	sameValue            = newValue("same")
	objectValue          = newValue("object")
	beforeValue          = newValue("before")
	paragraphValue       = newValue("paragraph")
	nameValue            = newValue("name")
	eventValue           = newValue("event")
	thingValue           = newValue("thing")
)
