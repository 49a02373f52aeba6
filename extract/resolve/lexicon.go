package resolve

import "dateline/extract/timex"

// class says what a word can do in a time expression.
type class uint32

const (
	classMonth class = 1 << iota
	classWeekday
	classUnit
	classCardinal // number words
	classOrdinal  // ordinal words; a digit with a suffix is put together by the rules
	classSeason
	classPart
	classDay      // yesterday, today, tomorrow, tonight
	classDir      // last, next, this …
	classVague    // several, few, many …
	classEdge     // early, late, mid, start, end …
	classApprox   // about, nearly, more than …
	classArticle  // the, a, an
	classFrequent // daily, annually …
	classEvery    // every, each, per
	classShift    // ago, later, earlier, before, after …
	classNow      // now, currently, recently …
	classHoliday  // the first word of a holiday
	classHalf
	classLink // of, in, on, at, to, and, or …
	classZone
	classMeridiem // a.m., p.m., o'clock
	classEra      // BC, AD, CE, BCE
	classFiscal
	classDigits
	classYearDigits
	classMark
	classSuffix      // st, nd, rd, th, s
	classQuarterName // Q, H
	classPeriod      // period words that are no unit: time, moment, past, future
)

// classTrigger are the classes of which an expression must hold at least one.
const classTrigger = classMonth | classWeekday | classUnit | classSeason | classPart | classDay | classFrequent |
	classNow | classHoliday | classHalf | classYearDigits | classMeridiem | classPeriod | classZone | classDigits

// entry is what the lexicon says of a word.
type entry struct {
	class class
	value int32
}

// Values of direction words.
const (
	dirLast      = 1 + iota // last, past
	dirNext                 // next, coming, upcoming
	dirThis                 // this, current
	dirThat                 // that, those
	dirSame                 // same
	dirFollowing            // following, subsequent
	dirPrevious             // previous, preceding, prior
	dirThese
)

// Values of edge words.
const (
	edgeEarly = 1 + iota
	edgeMid
	edgeLate
	edgeStart
	edgeEnd
	edgeEarlier
	edgeLater
	edgeRest
)

// Values of shift words.
const (
	shiftAgo = 1 + iota
	shiftLater
	shiftEarlier
	shiftBefore
	shiftAfter
	shiftFrom
	shiftHence
	shiftBack
)

// Values of approximating words.
const (
	approxAbout = 1 + iota
	approxLess
	approxMore
	approxAtLeast
	approxUpTo
	approxExact
	approxOnly
)

// Values of vague quantities.
const (
	vagueSeveral = 1 + iota
	vagueCouple
	vagueDozen
	vagueMany
)

// Values of the words for now.
const (
	nowPresent = 1 + iota
	nowPast
)

// Values of links.
const (
	linkOf = 1 + iota
	linkIn
	linkOn
	linkAt
	linkTo
	linkAnd
	linkOr
	linkFrom
	linkBy
	linkOther
	linkLong
	linkLocal
	linkOld
	linkUntil
	linkBetween
	linkFor
	linkDuring
	linkVery
	linkGlue
)

// buildLexicon returns every word that a time expression can be made of, in
// lower case.
func buildLexicon() map[string]entry {
	m := make(map[string]entry, 600)
	add := func(c class, v int, words ...string) {
		for _, w := range words {
			e := m[w]
			e.class |= c
			if e.value == 0 {
				e.value = int32(v)
			}
			m[w] = e
		}
	}
	for i, names := range [][]string{
		{"january", "jan"}, {"february", "feb"}, {"march", "mar"}, {"april", "apr"}, {"may"}, {"june", "jun"}, {"july", "jul"},
		{"august", "aug"}, {"september", "sept", "sep"}, {"october", "oct"}, {"november", "nov"}, {"december", "dec"},
	} {
		add(classMonth, i+1, names...)
	}
	for i, names := range [][]string{
		{"monday", "mon"}, {"tuesday", "tues", "tue"}, {"wednesday", "wed", "weds"}, {"thursday", "thurs", "thur", "thu"},
		{"friday", "fri"}, {"saturday", "sat"}, {"sunday", "sun"},
	} {
		add(classWeekday, i+1, names...)
		add(classWeekday, i+1, names[0]+"s")
	}
	for u, names := range map[timex.Unit][]string{
		timex.SecondUnit: {"second", "seconds", "secs", "sec"}, timex.MinuteUnit: {"minute", "minutes", "mins", "min"},
		timex.HourUnit: {"hour", "hours", "hrs", "hr"}, timex.DayUnit: {"day", "days"},
		timex.WeekendUnit: {"weekend", "weekends", "wkend", "wknd", "wkd"}, timex.WeekUnit: {"week", "weeks", "wk", "wks", "fortnight", "fortnights"},
		timex.MonthUnit: {"month", "months"}, timex.QuarterUnit: {"quarter", "quarters"},
		timex.YearUnit: {"year", "years", "yr", "yrs"}, timex.DecadeUnit: {"decade", "decades"},
		timex.CenturyUnit: {"century", "centuries"}, timex.MillenniumUnit: {"millennium", "millennia", "millenniums"},
	} {
		add(classUnit, int(u), names...)
	}
	for i, w := range []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
		"thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"} {
		add(classCardinal, i, w)
	}
	for i, w := range []string{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"} {
		add(classCardinal, 20+10*i, w)
	}
	add(classCardinal, 100, "hundred")
	add(classCardinal, 1000, "thousand")
	add(classCardinal, 1000000, "million")
	for i, w := range []string{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
		"twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"} {
		add(classOrdinal, i+1, w)
	}
	add(classOrdinal, 30, "thirtieth")
	for i, w := range []string{"twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"} {
		add(classPeriod, 20+10*i, w)
	}
	add(classSeason, int(timex.Spring), "spring", "springtime")
	add(classSeason, int(timex.Summer), "summer", "summertime", "midsummer")
	add(classSeason, int(timex.Fall), "fall", "autumn")
	add(classSeason, int(timex.Winter), "winter", "wintertime", "midwinter")
	add(classSeason, int(timex.Spring), "springs")
	add(classSeason, int(timex.Summer), "summers")
	add(classSeason, int(timex.Winter), "winters")
	add(classPart, int(timex.Morning), "morning", "mornings", "dawn", "daybreak", "sunrise", "sunup")
	add(classPart, int(timex.Midday), "noon", "midday", "lunchtime", "noontime")
	add(classPart, int(timex.Afternoon), "afternoon", "afternoons", "teatime")
	add(classPart, int(timex.Evening), "evening", "evenings", "dusk", "sunset")
	add(classPart, int(timex.Night), "night", "nights", "overnight", "midnight", "nighttime", "nightfall")
	add(classPart, int(timex.Daytime), "daytime")
	add(classDay, 1, "yesterday", "yday")
	add(classDay, 2, "today")
	add(classDay, 3, "tomorrow", "tmrw", "tmw", "tomoz", "tomorro", "tommorow", "tommorrow", "moro", "morro")
	add(classDay, 4, "tonight", "tonite", "nite")
	add(classDir, dirLast, "last", "past", "trailing")
	add(classDir, dirNext, "next", "coming", "upcoming", "nxt")
	add(classDir, dirThis, "this")
	add(classDir, dirThese, "these")
	add(classDir, dirThat, "that", "those")
	add(classDir, dirSame, "same")
	add(classDir, dirFollowing, "following", "subsequent", "ensuing", "succeeding")
	add(classDir, dirPrevious, "previous", "preceding", "prior")
	add(classVague, vagueSeveral, "several", "few", "some", "dozens", "hundreds", "thousands", "number", "various", "multiple", "countless", "tens", "scores")
	add(classVague, vagueMany, "many")
	add(classVague, vagueCouple, "couple", "pair")
	add(classVague, vagueDozen, "dozen")
	add(classEdge, edgeEarly, "early")
	add(classEdge, edgeMid, "mid", "middle", "midst", "midway", "mids")
	add(classEdge, edgeLate, "late")
	add(classEdge, edgeStart, "start", "beginning", "outset", "opening", "turn", "dawning")
	add(classEdge, edgeEnd, "end", "close", "closing", "ending")
	add(classEdge, edgeRest, "rest", "remainder")
	add(classEdge, edgeEarlier, "earlier")
	add(classEdge, edgeLater, "later")
	m["earlier"] = entry{classEdge | classShift, shiftEarlier}
	m["later"] = entry{classEdge | classShift, shiftLater}
	add(classApprox, approxAbout, "about", "around", "approximately", "roughly", "circa", "approx", "ca")
	add(classApprox, approxLess, "nearly", "almost", "under", "below", "less", "fewer", "within")
	add(classApprox, approxMore, "over", "more", "beyond", "longer", "exceeding")
	add(classApprox, approxAtLeast, "least", "minimum")
	add(classApprox, approxUpTo, "most", "up", "maximum")
	add(classApprox, approxExact, "exactly", "precisely")
	add(classApprox, approxOnly, "just", "only", "mere", "barely", "full", "entire", "whole", "another", "further", "additional", "straight", "consecutive", "final",
		"business", "calendar", "working", "trading")
	add(classArticle, 1, "the")
	add(classArticle, 2, "a", "an")
	for u, w := range map[timex.Unit][]string{
		timex.HourUnit: {"hourly"}, timex.DayUnit: {"daily"}, timex.WeekUnit: {"weekly", "fortnightly", "biweekly"},
		timex.MonthUnit: {"monthly", "semiannually", "biannually", "semiannual"}, timex.QuarterUnit: {"quarterly"}, timex.YearUnit: {"yearly", "annual", "annually"},
		timex.NightUnit: {"nightly"},
	} {
		add(classFrequent, int(u), w...)
	}
	add(classEvery, 1, "every")
	add(classEvery, 2, "each")
	add(classEvery, 3, "per")
	add(classShift, shiftAgo, "ago")
	add(classShift, shiftBefore, "before")
	add(classShift, shiftAfter, "after")
	add(classShift, shiftHence, "hence")
	add(classShift, shiftBack, "back")
	add(classNow, nowPresent, "now", "currently", "nowadays", "presently")
	add(classNow, nowPast, "recently", "lately", "formerly", "previously")
	add(classHalf, 1, "half")
	add(classLink, linkOf, "of")
	add(classLink, linkIn, "in", "into")
	add(classLink, linkOn, "on")
	add(classLink, linkAt, "at")
	add(classLink, linkTo, "to", "through", "thru")
	add(classLink, linkUntil, "until", "till")
	add(classLink, linkAnd, "and")
	add(classLink, linkOr, "or")
	add(classLink, linkFrom, "from")
	add(classLink, linkBy, "by")
	add(classLink, linkBetween, "between")
	add(classLink, linkFor, "for")
	add(classLink, linkDuring, "during", "throughout")
	add(classLink, linkOther, "other", "alternate")
	add(classLink, linkLong, "long")
	add(classLink, linkLocal, "local", "eastern", "central", "pacific", "mountain", "atlantic", "standard", "daylight", "european", "east", "coast")
	add(classLink, linkOld, "old", "olds")
	add(classLink, linkVery, "very")
	add(classLink, linkGlue, "so")
	add(classLink, linkGlue, "than", "as", "no", "well", "slightly", "little", "latest", "current", "small", "short", "extended", "brief", "lengthy", "prolonged", "indefinite", "undetermined", "unspecified", "limited", "considerable", "much", "single", "once", "twice", "thrice")
	add(classMeridiem, 1, "am", "a.m.", "a.m")
	add(classMeridiem, 2, "pm", "p.m.", "p.m")
	add(classMeridiem, 3, "o'clock", "o’clock")
	add(classEra, 1, "bc", "bce", "b.c.", "b.c", "b.c.e.", "b.c.e")
	add(classEra, 2, "ad", "ce", "a.d.", "a.d", "c.e.")
	add(classFiscal, 1, "fiscal", "financial", "fy", "cy")
	add(classSuffix, 1, "st", "nd", "rd", "th")
	add(classSuffix, 2, "s", "d")
	add(classQuarterName, 1, "q")
	add(classQuarterName, 2, "h")
	add(classPeriod, 1, "past", "recent", "near", "foreseeable", "time", "moment", "future", "present", "period", "date", "moments", "times", "duration")
	for w, minutes := range zones {
		e := m[w]
		e.class |= classZone
		if e.value == 0 {
			e.value = int32(minutes)
		}
		m[w] = e
	}
	for _, w := range []string{"est", "edt", "cst", "cdt", "mst", "mdt", "pst", "pdt", "gmt"} {
		dotted := w[:1] + "." + w[1:2] + "." + w[2:]
		add(classZone, zones[w], dotted, dotted+".")
	}
	for _, w := range holidayLeads() {
		add(classHoliday, 0, w)
	}
	return m
}

// zones are the names of zones whose offset is not in doubt, in minutes east
// of Greenwich. BST and IST are read as in British and Indian news.
var zones = map[string]int{
	"utc": 0, "gmt": 0, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420, "mdt": -360, "pst": -480, "pdt": -420,
	"bst": 60, "cet": 60, "cest": 120, "eet": 120, "eest": 180, "msk": 180, "ist": 330, "jst": 540, "kst": 540, "hkt": 480, "sgt": 480,
	"aest": 600, "aedt": 660, "acst": 570, "awst": 480, "nzst": 720, "nzdt": 780, "wib": 420, "pkt": 300, "sast": 120, "et": -300, "pt": -480, "ct": -360,
}
