package timex

// Value is a TIMEX3 value: a calendar value at one granularity, a length or
// a frequency. The zero Value is none.
type Value struct {
	point EDTF
}

// PointValue returns the DATE value of one year, month or day.
func PointValue(p Point) Value { return Value{EDTF{From: p}} }

// String returns v as TIMEX3 writes it: 2021-12-07, 2021-W47, P3D, PXW.
func (v Value) String() string { return v.point.String() }

// EDTF returns the dates that v covers; ok is false for lengths, frequencies
// and vague references.
func (v Value) EDTF() (e EDTF, ok bool) { return v.point, !v.point.IsZero() }

// Days returns the first and the last day that v covers; ok is false where
// EDTF's is.
func (v Value) Days() (first, last Day, ok bool) {
	first, last, ok, _ = v.point.Bounds()
	return first, last, ok
}
