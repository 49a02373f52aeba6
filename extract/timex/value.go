package timex

// Kind says what sort of thing a Value is.
type Kind uint8

// The kinds of Value. The zero Kind is no value.
const (
	NoKind         Kind = iota
	DayKind             // a day, month or year, perhaps with a time of day: 2021-12-07TEV
	WeekKind            // an ISO week, or its weekend: 2021-W47, 2021-W47-WE
	SeasonKind          // 2021-SU
	QuarterKind         // 2021-Q3
	HalfKind            // 2021-H1
	FiscalKind          // a year of account: 2019/2020
	DecadeKind          // 199
	CenturyKind         // 18
	MillenniumKind      // 2
	RefKind             // PRESENT_REF
	LengthKind          // P3D
	WeekdaySet          // XXXX-WXX-1
)

// Granularity is the unit to which a Value is known.
type Granularity uint8

// The granularities, coarsest first. Vague references, lengths and
// frequencies have NoGranularity.
const (
	NoGranularity Granularity = iota
	ToMillennium
	ToCentury
	ToDecade
	ToYear
	ToHalf
	ToQuarter
	ToSeason
	ToMonth
	ToWeek
	ToWeekend
	ToDay
	ToPart
	ToHour
	ToMinute
	ToSecond
)

// Ref is a vague reference to a time.
type Ref uint8

// The vague references of TIMEX3.
const (
	PastRef Ref = 1 + iota
	PresentRef
	FutureRef
)

// Season is a season of the year, as the northern hemisphere counts.
type Season uint8

// The seasons.
const (
	Spring Season = 1 + iota
	Summer
	Fall
	Winter
)

// Part is a part of the day.
type Part uint8

// The parts of the day that TIMEX3 knows. The zero Part is none.
const (
	NoPart Part = iota
	Morning
	Midday
	Afternoon
	Evening
	Night
	Daytime
)

// Zones that are no number of minutes.
const (
	NoZone int16 = 0
	UTC    int16 = 32000
)

// Value is a TIMEX3 value: a calendar value at one granularity, a length or
// a frequency. It is comparable, small, and holds no pointer. The zero Value
// is none. A field that the text leaves open is written with X.
type Value struct {
	kind   Kind
	sub    uint8 // week, season, quarter, half, ref; weekday of a WeekdaySet
	month  uint8 // 0 when the value is a year, X when open and day is set
	day    uint8
	open   uint8 // which of year, month, day are X
	part   Part
	clock  uint8 // 0 none, 1 hour, 2 minute, 3 second
	hour   uint8
	minute uint8
	second uint8
	unit   Unit // of a length
	unit2  Unit
	vague  bool  // a length of X units
	zone   int16 // minutes plus 10000, UTC or NoZone
	year   int32 // astronomical; decade or century number; amount of a length
	n2     int32 // second amount of a length: PT1H30M
}

const (
	openYear = 1 << iota
	openMonth
	openDay
)

// zoneBias keeps a stated zone of +00:00 apart from NoZone.
const zoneBias = 10000

// PointValue returns the DATE value of one year, month or day.
func PointValue(p Point) Value {
	return Value{kind: DayKind, year: int32(p.Year), month: uint8(p.Month), day: uint8(p.Day)}
}

// YearValue returns the value of a year; year 0 is 1 BCE.
func YearValue(year int) Value { return Value{kind: DayKind, year: int32(year)} }

// MonthValue returns the value of a month, 1 to 12.
func MonthValue(year, month int) Value {
	return Value{kind: DayKind, year: int32(year), month: uint8(month)}
}

// DayValue returns the value of a day.
func DayValue(d Day) Value {
	y, m, dd := d.Civil()
	return Value{kind: DayKind, year: int32(y), month: uint8(m), day: uint8(dd)}
}

// OpenMonth returns the value of a month of an unknown year: XXXX-06.
func OpenMonth(month int) Value { return Value{kind: DayKind, month: uint8(month), open: openYear} }

// OpenMonthDay returns the value of a day of an unknown year: XXXX-12-25.
func OpenMonthDay(month, day int) Value {
	return Value{kind: DayKind, month: uint8(month), day: uint8(day), open: openYear}
}

// OpenDay returns the value of a day of which nothing is known: XXXX-XX-XX.
func OpenDay() Value { return Value{kind: DayKind, open: openYear | openMonth | openDay} }

// WeekValue returns the value of an ISO week.
func WeekValue(year, week int) Value {
	return Value{kind: WeekKind, year: int32(year), sub: uint8(week)}
}

// WeekendValue returns the value of the weekend of an ISO week.
func WeekendValue(year, week int) Value {
	return Value{kind: WeekKind, year: int32(year), sub: uint8(week), day: 1}
}

// SeasonValue returns the value of a season; winter is named by the year in which it begins.
func SeasonValue(year int, s Season) Value {
	return Value{kind: SeasonKind, year: int32(year), sub: uint8(s)}
}

// OpenSeason returns the value of a season of an unknown year: XXXX-WI.
func OpenSeason(s Season) Value { return Value{kind: SeasonKind, sub: uint8(s), open: openYear} }

// QuarterValue returns the value of a quarter, 1 to 4.
func QuarterValue(year, quarter int) Value {
	return Value{kind: QuarterKind, year: int32(year), sub: uint8(quarter)}
}

// HalfValue returns the value of a half of a year, 1 or 2.
func HalfValue(year, half int) Value {
	return Value{kind: HalfKind, year: int32(year), sub: uint8(half)}
}

// FiscalValue returns the value of the year of account that begins in year.
func FiscalValue(year int) Value { return Value{kind: FiscalKind, year: int32(year)} }

// DecadeValue returns the value of the decade that begins with year: 1990 gives 199.
func DecadeValue(year int) Value { return Value{kind: DecadeKind, year: int32(floorDiv(year, 10))} }

// CenturyValue returns the value of the century that holds year: 1850 gives
// 18. Centuries BCE are given by any of their (negative) years.
func CenturyValue(year int) Value { return Value{kind: CenturyKind, year: int32(floorDiv(year, 100))} }

// MillenniumValue returns the value of the millennium that holds year.
func MillenniumValue(year int) Value {
	return Value{kind: MillenniumKind, year: int32(floorDiv(year, 1000))}
}

// RefValue returns a vague reference.
func RefValue(r Ref) Value { return Value{kind: RefKind, sub: uint8(r)} }

// WeekdaySetValue returns the frequency "every Monday"; weekday 0 is every
// day: XXXX-XX-XX.
func WeekdaySetValue(w Weekday) Value { return Value{kind: WeekdaySet, sub: uint8(w)} }

// WithPart returns v, a day, with a part of the day.
func (v Value) WithPart(p Part) Value {
	v.part, v.clock = p, 0
	return v
}

// WithClock returns v, a day, at a time of day; digits is 1 when only the
// hour is known, 2 for minutes, 3 for seconds.
func (v Value) WithClock(hour, minute, second, digits int) Value {
	v.part, v.clock = NoPart, uint8(digits)
	v.hour, v.minute, v.second = uint8(hour), uint8(minute), uint8(second)
	return v
}

// WithZone returns v with a zone, minutes east of Greenwich.
func (v Value) WithZone(minutes int) Value {
	v.zone = int16(minutes) + zoneBias
	return v
}

// WithUTC returns v with the zone Z.
func (v Value) WithUTC() Value {
	v.zone = UTC
	return v
}

// InZoneOf returns v with the zone of o, or without one where o has none.
func (v Value) InZoneOf(o Value) Value {
	v.zone = o.zone
	return v
}

// Kind returns what sort of thing v is.
func (v Value) Kind() Kind { return v.kind }

// IsZero reports whether v is no value at all.
func (v Value) IsZero() bool { return v.kind == NoKind }

// IsOpen reports whether the year, month or day of v is unknown.
func (v Value) IsOpen() bool { return v.open != 0 || v.kind == WeekdaySet }

// Year returns the astronomical year of v; ok is false where it has none.
func (v Value) Year() (year int, ok bool) {
	switch v.kind {
	case DayKind, WeekKind, SeasonKind, QuarterKind, HalfKind, FiscalKind:
		return int(v.year), v.open&openYear == 0
	}
	return 0, false
}

// Month returns the month of v, 0 where it has none.
func (v Value) Month() int {
	if v.kind != DayKind {
		return 0
	}
	return int(v.month)
}

// Day returns the civil day that v names; ok is false where it is not one day.
func (v Value) Day() (d Day, ok bool) {
	if v.kind != DayKind || v.open != 0 || v.day == 0 {
		return 0, false
	}
	return DayOf(int(v.year), int(v.month), int(v.day))
}

// Part returns the part of the day of v.
func (v Value) Part() Part { return v.part }

// Clock returns the time of day of v; ok is false where it names none.
func (v Value) Clock() (hour, minute int, ok bool) {
	return int(v.hour), int(v.minute), v.clock > 0
}

// Ref returns the vague reference that v is, 0 for none.
func (v Value) Ref() Ref {
	if v.kind != RefKind {
		return 0
	}
	return Ref(v.sub)
}

// Granularity returns the unit to which v is known.
func (v Value) Granularity() Granularity {
	switch v.kind {
	case DayKind:
		switch {
		case v.clock > 0:
			return ToHour + Granularity(v.clock) - 1
		case v.part != NoPart:
			return ToPart
		case v.day > 0 || v.open&openDay != 0:
			return ToDay
		case v.month > 0:
			return ToMonth
		}
		return ToYear
	case WeekKind:
		if v.day > 0 {
			return ToWeekend
		}
		return ToWeek
	case SeasonKind:
		return ToSeason
	case QuarterKind:
		return ToQuarter
	case HalfKind:
		return ToHalf
	case FiscalKind:
		return ToYear
	case DecadeKind:
		return ToDecade
	case CenturyKind:
		return ToCentury
	case MillenniumKind:
		return ToMillennium
	}
	return NoGranularity
}
