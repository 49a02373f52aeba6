package timex

import "strconv"

// String returns v as TIMEX3 writes it: 2021-12-07TEV, 2021-W47, P3D, PXW,
// XXXX-WXX-1, BC0664.
func (v Value) String() string {
	var buf [32]byte
	return string(v.Append(buf[:0]))
}

// Append appends v to b as String writes it.
func (v Value) Append(b []byte) []byte {
	switch v.kind {
	case NoKind:
		return b
	case LengthKind:
		return v.appendLength(b)
	case RefKind:
		return append(b, [...]string{"", "PAST_REF", "PRESENT_REF", "FUTURE_REF"}[v.sub]...)
	case DecadeKind:
		return appendPadded(b, int(v.year), 3)
	case CenturyKind:
		if v.year < 0 {
			return appendPadded(append(b, "BC"...), int(-v.year-1), 2)
		}
		return appendPadded(b, int(v.year), 2)
	case MillenniumKind:
		return appendPadded(b, int(v.year), 1)
	case WeekdaySet:
		if v.sub == 0 {
			b = append(b, "XXXX-XX-XX"...)
		} else {
			b = append(append(b, "XXXX-WXX-"...), '0'+v.sub)
		}
		return v.appendTime(b)
	}
	b = v.appendYear(b)
	switch v.kind {
	case DayKind:
		if v.day > 0 || v.month > 0 || v.open&(openMonth|openDay) != 0 {
			b = appendField(b, int(v.month), v.open&openMonth != 0)
		}
		if v.day > 0 || v.open&openDay != 0 {
			b = appendField(b, int(v.day), v.open&openDay != 0)
		}
		b = v.appendTime(b)
	case WeekKind:
		b = append(b, '-', 'W', '0'+v.sub/10, '0'+v.sub%10)
		if v.day > 0 {
			b = append(b, "-WE"...)
		}
	case SeasonKind:
		b = append(b, [...]string{"", "-SP", "-SU", "-FA", "-WI"}[v.sub]...)
	case QuarterKind:
		b = append(b, '-', 'Q', '0'+v.sub)
	case HalfKind:
		b = append(b, '-', 'H', '0'+v.sub)
	case FiscalKind:
		b = appendPadded(append(b, '/'), int(v.year)+1, 4)
	}
	return b
}

func (v Value) appendYear(b []byte) []byte {
	switch {
	case v.open&openYear != 0:
		return append(b, "XXXX"...)
	case v.year <= 0:
		return appendPadded(append(b, "BC"...), int(1-v.year), 4)
	}
	return appendPadded(b, int(v.year), 4)
}

func appendField(b []byte, n int, open bool) []byte {
	if open {
		return append(b, "-XX"...)
	}
	return append(b, '-', byte('0'+n/10), byte('0'+n%10))
}

func (v Value) appendTime(b []byte) []byte {
	if v.part != NoPart {
		return append(b, [...]string{"", "TMO", "TMI", "TAF", "TEV", "TNI", "TDT"}[v.part]...)
	}
	if v.clock == 0 {
		return b
	}
	b = append(b, 'T', '0'+v.hour/10, '0'+v.hour%10)
	if v.clock > 1 {
		b = append(b, ':', '0'+v.minute/10, '0'+v.minute%10)
	}
	if v.clock > 2 {
		b = append(b, ':', '0'+v.second/10, '0'+v.second%10)
	}
	switch v.zone {
	case NoZone:
	case UTC:
		b = append(b, 'Z')
	default:
		z, sign := int(v.zone)-zoneBias, byte('+')
		if z < 0 {
			z, sign = -z, '-'
		}
		b = append(b, sign, byte('0'+z/600), byte('0'+z/60%10), ':', byte('0'+z%60/10), byte('0'+z%10))
	}
	return b
}

func appendPadded(b []byte, n, width int) []byte {
	for limit := 10; width > 1; width-- {
		if n < limit {
			for i := 1; i < width; i++ {
				b = append(b, '0')
			}
			break
		}
		limit *= 10
	}
	return strconv.AppendInt(b, int64(n), 10)
}

// EDTF returns the dates that v covers: a week as the interval of its days,
// seasons and quarters as that of their months. ok is false for lengths,
// frequencies, vague references and values with an open year.
func (v Value) EDTF() (e EDTF, ok bool) {
	if v.open != 0 {
		return EDTF{}, false
	}
	y := int(v.year)
	months := func(y, from, to int) (EDTF, bool) {
		return EDTF{From: Point{Year: y, Month: from}, To: Point{Year: y + (to-1)/12, Month: (to-1)%12 + 1}, Interval: true}, true
	}
	years := func(from, to int) (EDTF, bool) {
		return EDTF{From: Point{Year: from}, To: Point{Year: to}, Interval: true}, true
	}
	switch v.kind {
	case DayKind:
		p := Point{Year: y, Month: int(v.month), Day: int(v.day)}
		if v.clock > 0 && v.day > 0 {
			p.Clock = twoDigits(int(v.hour))
			if v.clock > 1 && v.minute > 0 {
				p.Clock += ":" + twoDigits(int(v.minute))
			}
		}
		return EDTF{From: p}, true
	case WeekKind:
		first := WeekStart(y, int(v.sub))
		last := first + 6
		if v.day > 0 {
			first += 5
		}
		return EDTF{From: DayEDTF(first).From, To: DayEDTF(last).From, Interval: true}, true
	case SeasonKind:
		return months(y, 3*int(v.sub), 3*int(v.sub)+2)
	case QuarterKind:
		return months(y, 3*int(v.sub)-2, 3*int(v.sub))
	case HalfKind:
		return months(y, 6*int(v.sub)-5, 6*int(v.sub))
	case FiscalKind:
		return years(y, y+1)
	case DecadeKind:
		return years(10*y, 10*y+9)
	case CenturyKind:
		if y < 0 { // the fifth century BCE is 500 to 401 BCE
			return years(100*y+1, 100*y+100)
		}
		return years(100*y, 100*y+99)
	case MillenniumKind:
		return years(1000*y, 1000*y+999)
	}
	return EDTF{}, false
}

// Days returns the first and the last day that v covers; ok is false where
// EDTF's is.
func (v Value) Days() (first, last Day, ok bool) {
	e, ok := v.EDTF()
	if !ok {
		return 0, 0, false
	}
	first, last, _, _ = e.Bounds()
	return first, last, ok
}
