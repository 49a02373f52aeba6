package timeline

import "strings"

// Words that tell events apart no better than any others.
const (
	stopWords = `a an the and or but nor of in on at to by from for with without as into onto over under after before
		between among during since until than then that this these those it its he she they them his her their hers
		theirs him who whom whose which what is are was were be been being am has have had having do does did will
		would shall should can could may might must not no yes also more most many much some any all each both other
		another such about around there here said say says saying told up out off down again further only own same so
		too very just s t us we our ours you your i my me if because while where when how why`
	// Calendar words say when, which the date says already.
	calendarWords = `monday tuesday wednesday thursday friday saturday sunday january february march april may june
		july august september october november december today yesterday tomorrow day week month year morning afternoon
		evening night midnight noon weekend time`
	// Titles are no part of the name that follows.
	titles = `mr mrs ms miss dr sir dame lord lady president vice prime minister premier chancellor secretary senator
		governor mayor general colonel captain major sergeant king queen prince princess pope sultan emperor
		ambassador spokesman spokeswoman spokesperson chairman chief director justice judge professor congressman
		congresswoman representative deputy former acting the of`
	ordinals = `first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth final last
		inaugural`
	counts   = `one two three four five six seven eight nine ten eleven twelve`
	numerals = counts + ` dozen dozens hundred hundreds thousand thousands million millions several few both`
	kin      = `mother father parent parents wife husband widow widower son daughter brother sister uncle aunt nephew niece
		cousin grandson granddaughter grandfather grandmother`
	// Words that say that there is more than one such event.
	recurrence = `again another second third fourth fifth repeated repeatedly annual annually yearly monthly weekly daily
		nightly every round rounds anniversary`
	// Heads that only say that something begins, goes on or takes place.
	aspects = `begin start commence erupt occur happen unfold continue hold`
)

var (
	stopSet    = setOf(stopWords + " " + calendarWords)
	titleSet   = setOf(titles)
	ordinalSet = setOf(ordinals)
	countSet   = setOf(counts)
	numeralSet = setOf(numerals)
	kinSet     = setOf(kin)
	recurring  = setOf(recurrence)
	partyWords = strings.Fields("party democrat democrats democratic republican republicans labour labor conservative conservatives liberal liberals green greens")
	aspectual  = func() map[string]bool {
		m := setOf(aspects)
		m["break out"], m["take place"] = true, true
		return m
	}()
)

func setOf(words string) map[string]bool {
	m := map[string]bool{}
	for _, w := range strings.Fields(words) {
		m[w] = true
	}
	return m
}

func stopWord(w string) bool { return stopSet[w] }

func title(w string) bool { return titleSet[w] }

func numeral(w string) bool { return numeralSet[w] }

// isNumber reports whether w, in lower case, is an ordinal or begins with a digit.
func isNumber(w string) bool { return ordinalSet[w] || w != "" && w[0] >= '0' && w[0] <= '9' }
