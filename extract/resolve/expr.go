package resolve

import "dateline/extract/timex"

// kind says what an expr names.
type kind uint8

const (
	noExpr        kind = iota
	dateExpr           // any of year, month, day: 9 May 2014, June, the 3rd
	weekdayExpr        // Tuesday
	deicticExpr        // yesterday, today, tomorrow, tonight
	unitExpr           // last week, the following year, that day
	shiftExpr          // two weeks ago, three days later
	lengthExpr         // three days
	setExpr            // every Monday, annually
	monthWeekExpr      // the last week of August
	seasonExpr         // last summer, winter 2019
	quarterExpr        // the third quarter of 2020
	halfExpr           // the first half of 2020
	fiscalExpr         // the 2019/20 fiscal year
	decadeExpr         // the 1990s
	centuryExpr        // the 19th century
	holidayExpr        // Christmas
	refExpr            // now, recently
	timeRefExpr        // at that time
	timeExpr           // 5 p.m., the evening: a time of a day that is not named
	apposedExpr        // a Sunday, behind 28 June 1914: the date before it
	newYearExpr        // early in the new year
)

// expr is what the words of one time expression say, before it is resolved
// against anything. Its zero fields were not said.
type expr struct {
	kind       kind
	start, end int // tokens, end exclusive
	before     int // tokens before start that belong to it, outside the window
	mod        timex.Mod

	hasYear, hasMonth, hasDay bool
	twoDigitYear              bool // '98
	inYear                    int  // the year of "this day in 1969"
	ambiguous                 bool // 12/07/2021
	year                      int  // astronomical
	month, day                int
	otherMonth                int // the month when day and month of a numeric date change places
	weekday                   timex.Weekday
	weekOffset                int  // Friday week: 1
	placed                    int  // the place of a weekday in its month, the first Monday in September: 1; the last: -1
	further                   bool // one unit further than dir says: the week before last
	dir                       uint8
	yearDir                   uint8 // August last year
	deictic                   uint8
	season                    timex.Season
	part                      timex.Part
	sub                       int // quarter or half
	holiday                   *holiday
	ref                       timex.Ref

	unit, unit2  timex.Unit
	asUnit       timex.Unit // the unit, a shift away, that is meant: the year-ago quarter
	n, n2        int
	half         bool // and a half
	tenths       int  // 6.4 years: 4
	vague        bool
	shift        uint8
	shiftTo      *expr // a week from Friday
	openWeekdays bool  // a SET of a weekday: every Monday
	everyDay     bool  // a SET of a part of the day: every night
	edge         uint8 // earlier this week: the plain week
	hasClock     bool
	hour, minute int
	second       int
	clockDigits  int
	meridiemSaid bool
	pmGuess      bool // the half of the day was not said
	halfOpen     bool // nor is it certain that hours are counted to twelve: 3:07
	zone         int  // minutes east
	zoneKind     uint8
	eraBC        bool
	decadeOnly   bool // the nineties: century not said
	alternate    bool // every other
	dayStep      int
	toTheDay     bool // thirty years ago today
	weekend      bool // the weekend that the day lies in
	week         int8 // the week that lies so many before or after that of the day: the week before Christmas
	byEvent      bool // a length that an event names with it: two years of war
}

const (
	noZone = iota
	zoneUTC
	zoneOffset
	zoneLocal
)
