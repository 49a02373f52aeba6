package timex

import "strconv"

// Unit is a unit of a length of time.
type Unit uint8

// The units, shortest first. The zero Unit is none.
const (
	NoUnit Unit = iota
	SecondUnit
	MinuteUnit
	HourUnit
	NightUnit
	DayUnit
	WeekendUnit
	WeekUnit
	MonthUnit
	QuarterUnit
	SeasonUnit
	YearUnit
	DecadeUnit
	CenturyUnit
	MillenniumUnit
)

// String returns the English name of u, "week" for WeekUnit.
func (u Unit) String() string {
	return [...]string{"", "second", "minute", "hour", "night", "day", "weekend", "week", "month", "quarter",
		"season", "year", "decade", "century", "millennium"}[u]
}

// code returns the letters that TIMEX3 writes u with, and whether they stand after T.
func (u Unit) code() (code string, clock bool) {
	switch u {
	case SecondUnit:
		return "S", true
	case MinuteUnit:
		return "M", true
	case HourUnit:
		return "H", true
	case NightUnit:
		return "NI", true
	case DayUnit:
		return "D", false
	case WeekendUnit:
		return "WE", false
	case WeekUnit:
		return "W", false
	case MonthUnit:
		return "M", false
	case QuarterUnit:
		return "Q", false
	case SeasonUnit:
		return "SN", false
	case YearUnit:
		return "Y", false
	case DecadeUnit:
		return "DE", false
	case CenturyUnit:
		return "CE", false
	}
	return "ML", false
}

// Length returns the value of n units. Decades, centuries and millennia are
// counted in years, as TIMEX3 prefers: two decades are P20Y.
func Length(n int, u Unit) Value {
	switch u {
	case DecadeUnit:
		n, u = 10*n, YearUnit
	case CenturyUnit:
		n, u = 100*n, YearUnit
	case MillenniumUnit:
		n, u = 1000*n, YearUnit
	}
	return Value{kind: LengthKind, year: int32(n), unit: u}
}

// HalfMore returns the value of n units and a half, in the next smaller
// unit: an hour and a half is PT1H30M, half a year P6M.
func HalfMore(n int, u Unit) Value {
	switch u {
	case DecadeUnit:
		return Length(10*n+5, YearUnit)
	case CenturyUnit:
		return Length(100*n+50, YearUnit)
	case MillenniumUnit:
		return Length(1000*n+500, YearUnit)
	}
	smaller, half := NoUnit, 0
	switch u {
	case MinuteUnit:
		smaller, half = SecondUnit, 30
	case HourUnit:
		smaller, half = MinuteUnit, 30
	case DayUnit:
		smaller, half = HourUnit, 12
	case YearUnit:
		smaller, half = MonthUnit, 6
	case MonthUnit:
		smaller, half = WeekUnit, 2
	case WeekUnit:
		smaller, half = DayUnit, 3
	default:
		return Length(n, u)
	}
	if n == 0 {
		return Length(half, smaller)
	}
	return Length(n, u).Plus(half, smaller)
}

// Tenths returns the value of n units and so many tenths of one: P6.4Y.
func Tenths(n, tenths int, u Unit) Value {
	v := Length(n, u)
	if u < DecadeUnit {
		v.sub = uint8(tenths)
	}
	return v
}

// Plus returns the length v with n smaller units more: 37 years, 6 months.
func (v Value) Plus(n int, u Unit) Value {
	v.n2, v.unit2 = int32(n), u
	return v
}

// VagueLength returns the value of an unknown number of units: PXW.
func VagueLength(u Unit) Value { return Value{kind: LengthKind, unit: u, vague: true} }

// Amount returns the number and the unit of a length; n is 0 when it is
// vague, and ok is false when v is no length.
func (v Value) Amount() (n int, u Unit, ok bool) {
	return int(v.year), v.unit, v.kind == LengthKind
}

func (v Value) appendLength(b []byte) []byte {
	b = append(b, 'P')
	code, clock := v.unit.code()
	if clock {
		b = append(b, 'T')
	}
	if v.vague {
		b = append(b, 'X')
	} else {
		b = strconv.AppendInt(b, int64(v.year), 10)
	}
	if v.sub != 0 {
		b = append(b, '.', '0'+v.sub)
	}
	b = append(b, code...)
	if v.unit2 != NoUnit {
		code, second := v.unit2.code()
		if second && !clock {
			b = append(b, 'T')
		}
		b = strconv.AppendInt(b, int64(v.n2), 10)
		b = append(b, code...)
	}
	return b
}
