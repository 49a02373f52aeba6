// Package timex holds the calendar: civil days, publication times, TIMEX3
// values and EDTF dates. It knows nothing of language and does no input or
// output. A calendar day is never a time.Time here: a day has no hour and no
// zone, and passing one through a zone is how dates come to be off by one.
package timex

// Day is a civil day of the proleptic Gregorian calendar, counted from
// 1970-01-01 (day 0). Years follow astronomical numbering: year 0 is 1 BCE.
type Day int

// Weekday numbers follow ISO 8601: Monday is 1 and Sunday is 7.
type Weekday int

// The days of the week.
const (
	Monday Weekday = 1 + iota
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
	Sunday
)

// String returns the English name of w.
func (w Weekday) String() string {
	if w < Monday || w > Sunday {
		return "weekday?"
	}
	return [...]string{"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}[w-1]
}

// MonthName returns the English name of month m, 1 to 12, or "month?".
func MonthName(m int) string {
	if m < 1 || m > 12 {
		return "month?"
	}
	return [...]string{"January", "February", "March", "April", "May", "June", "July", "August",
		"September", "October", "November", "December"}[m-1]
}

// IsLeap reports whether year has a 29 February.
func IsLeap(year int) bool {
	return year%4 == 0 && (year%100 != 0 || year%400 == 0)
}

// DaysIn returns the number of days in a month, 0 when month is not 1 to 12.
func DaysIn(year, month int) int {
	switch {
	case month < 1 || month > 12:
		return 0
	case month == 2 && IsLeap(year):
		return 29
	case month == 2:
		return 28
	case month == 4 || month == 6 || month == 9 || month == 11:
		return 30
	}
	return 31
}

// DayOf returns the day of a civil date; ok is false when there is no such
// day (30 February). The arithmetic is Howard Hinnant's days_from_civil.
func DayOf(year, month, day int) (d Day, ok bool) {
	if day < 1 || day > DaysIn(year, month) {
		return 0, false
	}
	y := year
	if month <= 2 {
		y--
	}
	era := floorDiv(y, 400)
	yoe := y - era*400
	mp := (month + 9) % 12
	doy := (153*mp+2)/5 + day - 1
	doe := yoe*365 + yoe/4 - yoe/100 + doy
	return Day(era*146097 + doe - 719468), true
}

// Civil returns the year, month and day of d.
func (d Day) Civil() (year, month, day int) {
	z := int(d) + 719468
	era := floorDiv(z, 146097)
	doe := z - era*146097
	yoe := (doe - doe/1460 + doe/36524 - doe/146096) / 365
	doy := doe - (365*yoe + yoe/4 - yoe/100)
	mp := (5*doy + 2) / 153
	day = doy - (153*mp+2)/5 + 1
	month = mp + 3
	if month > 12 {
		month -= 12
	}
	year = yoe + era*400
	if month <= 2 {
		year++
	}
	return year, month, day
}

// Weekday returns the day of the week of d.
func (d Day) Weekday() Weekday {
	return Weekday((int(d)+3)%7+7)%7 + 1
}

// ISOWeek returns the ISO 8601 week that d lies in, and that week's year.
func (d Day) ISOWeek() (year, week int) {
	thursday := d + Day(Thursday-d.Weekday())
	year, _, _ = thursday.Civil()
	jan1, _ := DayOf(year, 1, 1)
	return year, int(thursday-jan1)/7 + 1
}

// WeekStart returns the Monday of ISO week week of year.
func WeekStart(year, week int) Day {
	jan4, _ := DayOf(year, 1, 4)
	return jan4 - Day(jan4.Weekday()-Monday) + Day(7*(week-1))
}

// AddMonths returns d moved by n months, clipped to the end of a shorter
// month: 31 January plus one month is 28 or 29 February.
func (d Day) AddMonths(n int) Day {
	y, m, day := d.Civil()
	t := y*12 + m - 1 + n
	y, m = floorDiv(t, 12), t-floorDiv(t, 12)*12+1
	r, _ := DayOf(y, m, min(day, DaysIn(y, m)))
	return r
}

// String returns d as an ISO 8601 date; years below 0 or above 9999 carry a sign.
func (d Day) String() string {
	y, m, day := d.Civil()
	return yearString(y) + "-" + twoDigits(m) + "-" + twoDigits(day)
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b != 0 && (a < 0) != (b < 0) {
		q--
	}
	return q
}
