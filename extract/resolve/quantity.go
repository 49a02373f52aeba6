package resolve

import "dateline/extract/timex"

// maxCardinal is the largest number of units that is believed.
const maxCardinal = 999999

// cardinal reads a number in digits or words at i: 44, 1,200, twenty-one, two
// hundred and six, half a dozen, a hundred. end is 0 when there is none.
func (s *scan) cardinal(i int) (n, end int) {
	t := s.tok(i)
	if t.form == numberForm {
		if s.is(i+1, classCardinal) && s.tok(i+1).value >= 1000 && !t.comma && t.digits <= 3 { // 65 million
			return min(int(t.value)*int(s.tok(i+1).value), 1000*maxCardinal), i + 2
		}
		if s.decimalUnits(i) {
			return int(t.value), i + 1
		}
		if t.digits > 6 || s.partOfNumber(i) && !s.isMark(i-1, '-') {
			return 0, 0
		}
		return int(t.value), i + 1
	}
	if t.class&classCardinal == 0 {
		return 0, 0
	}
	total, part, j := 0, 0, i
	for j < i+12 {
		t := s.tok(j)
		if t.class&classCardinal == 0 {
			break
		}
		switch v := int(t.value); {
		case part > maxCardinal || total > maxCardinal:
			return 0, 0
		case v == 100:
			part = max(part, 1) * 100
		case v >= 1000:
			total += max(part, 1) * v
			part = 0
		case part%100 != 0 && (part%10 != 0 || v >= 10 || part%100 < 20):
			return total + part, j // "two, three" and "ten twenty" are two numbers
		default:
			part += v
		}
		j++
		switch {
		case s.isMark(j, '-') && s.glued(j) && s.is(j+1, classCardinal) && s.tok(j+1).value < 10 && s.tok(j-1).value >= 20 && s.tok(j-1).value < 100:
			j++
		case s.isLink(j, linkAnd) && s.is(j+1, classCardinal) && (s.tok(j-1).value >= 100):
			j++
		}
	}
	if total+part > maxCardinal {
		return 0, 0
	}
	return total + part, j
}

// decimalUnits reports whether the number at i has one decimal place and
// counts units: 6.4 years, a 2.5-hour film.
func (s *scan) decimalUnits(i int) bool {
	t, d := s.tok(i), s.tok(i+2)
	if t.glued && !s.isMark(i-1, '(') || t.comma || t.digits > 4 || !s.isMark(i+1, '.') || !s.glued(i+1) || d.form != numberForm || !d.glued || d.digits != 1 {
		return false
	}
	return s.is(i+3, classUnit) && !s.glued(i+3) && s.tok(i+3).value >= int32(timex.MinuteUnit) || s.isMark(i+3, '-') && s.is(i+4, classUnit)
}

// quantity reads how many units there are: three, an, several, a couple of, half a.
func (s *scan) quantity(i int, e *expr) int {
	j := i
	if s.is(j, classHalf) { // half a century, half-century
		k := j + 1
		if s.isMark(k, '-') && s.glued(k) {
			k++
		}
		if s.isArticle(k) {
			if s.isThe(k) {
				return 0
			}
			k++
		}
		if s.isWord(k, "dozen") {
			e.n = 6
			return k + 1
		}
		if s.is(k, classUnit) {
			e.half = true
			return k
		}
		return 0
	}
	if s.isArticle(j) && !s.isThe(j) {
		k := j + 1
		if s.tok(k).class&classApprox != 0 && s.tok(k).value == approxOnly { // a full year, a further two weeks
			k++
		}
		if s.isWord(k, "single") {
			k++
		}
		if s.is(k, classHalf) { // a half hour, a half-century
			m := k + 1
			if s.isMark(m, '-') {
				m++
			}
			if s.is(m, classUnit) {
				e.half = true
				return m
			}
			return 0
		}
		if t := s.tok(k); t.class&classVague != 0 {
			switch {
			case t.value == vagueCouple:
				e.n = 2
			case t.value == vagueDozen:
				e.n = 12
			case s.isWord(k, "few"), s.isWord(k, "number"), s.isWord(k, "many"):
				e.vague = true
			default:
				return 0
			}
			k++
			if s.isWord(k, "more") {
				k++
			}
			if s.isLink(k, linkOf) {
				k++
			}
			return k
		}
		if n, end := s.cardinal(k); end > 0 {
			e.n = n
			return s.afterCardinal(end)
		}
		e.n = 1
		return k
	}
	if t := s.tok(j); t.class&classVague != 0 && !s.isWord(j, "number") && !(s.isWord(j, "many") && s.isWord(j-1, "as")) {
		switch t.value {
		case vagueCouple:
			e.n = 2
		case vagueDozen:
			e.n = 12
		default:
			e.vague = true
		}
		j++
		if s.isWord(j, "more") || s.isWord(j, "other") {
			j++
		}
		if s.isLink(j, linkOf) {
			j++
		}
		return j
	}
	n, end := s.cardinal(j)
	if end == 0 || n == 0 {
		return 0
	}
	e.n = n
	return s.afterCardinal(end)
}

// afterCardinal skips what may stand between a number and its unit: "two full
// years", "ten more days", "three-and-a-half years" is left to andHalf.
func (s *scan) afterCardinal(j int) int {
	switch {
	case s.isWord(j, "full"), s.isWord(j, "whole"), s.isWord(j, "more"), s.isWord(j, "consecutive"), s.isWord(j, "straight"), s.isWord(j, "further"),
		s.isWord(j, "additional"), s.isWord(j, "long"), s.isWord(j, "other"), s.isWord(j, "business"), s.isWord(j, "calendar"), s.isWord(j, "short"),
		s.isWord(j, "working"), s.isWord(j, "trading"), s.isWord(j, "brutal"), s.isWord(j, "fiscal"):
		if s.is(j+1, classUnit) {
			return j + 1
		}
	}
	return j
}

// andHalf reads "and a half" behind a unit, and a second, smaller unit.
func (s *scan) andHalf(j int, e *expr) int {
	if s.isLink(j, linkAnd) && s.is(j+1, classArticle) && s.is(j+2, classHalf) && !s.isLink(j+3, linkOf) {
		e.half = true
		return j + 3
	}
	k := j
	if s.isMark(k, ',') {
		k++
	}
	if s.isLink(k, linkAnd) {
		k++
	}
	if e.vague || e.half || e.n == 0 {
		return j
	}
	if n, end := s.cardinal(k); end > 0 && s.is(end, classUnit) && n > 0 {
		if u := timex.Unit(s.tok(end).value); u < e.unit && u != timex.NightUnit && lessThan(n, u, e.unit) && (!s.is(end+1, classShift) || s.is(end+1, classShift) && s.tok(end+1).value >= shiftBefore && s.tok(end+1).value <= shiftAfter && !s.endsClause(end+2)) && (k == j || u+4 >= e.unit || u == timex.DayUnit && k == j+1 && s.isLink(j, linkAnd) && e.n > 0) && !s.isOld(end+1) {
			e.n2, e.unit2 = n, u
			return end + 1
		}
	}
	return j
}

// lessThan reports whether n units u are less than one unit of, so that they
// may follow it: a week and two days, but "5 days a week, 28 days holiday".
func lessThan(n int, u, of timex.Unit) bool {
	most := map[timex.Unit]int{timex.SecondUnit: 60, timex.MinuteUnit: 60, timex.HourUnit: 24, timex.MonthUnit: 12}[u]
	switch {
	case u == timex.DayUnit && of == timex.WeekUnit:
		most = 7
	case u == timex.DayUnit && of == timex.MonthUnit:
		most = 31
	}
	return most == 0 || n < most
}

// isOld reports whether token i makes an age of the length before it: old,
// -old, of age.
func (s *scan) isOld(i int) bool {
	if s.isMark(i, '-') {
		i++
	}
	return s.isLink(i, linkOld) || s.isLink(i, linkOf) && s.isWord(i+1, "age")
}

// length returns the value of the amount that e states.
func (e *expr) length() timex.Value {
	switch {
	case e.vague:
		return timex.VagueLength(e.unit)
	case e.half:
		return timex.HalfMore(e.n, e.unit)
	}
	v := timex.Length(e.n, e.unit)
	if e.tenths > 0 {
		return timex.Tenths(e.n, e.tenths, e.unit)
	}
	if e.n2 > 0 {
		v = v.Plus(e.n2, e.unit2)
	}
	return v
}
