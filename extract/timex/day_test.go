package timex

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// The standard library's calendar is the second opinion on ours.
func TestDayAgreesWithStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(-800_000, 800_000).Draw(t, "day")
		d := Day(n)
		want := time.Unix(0, 0).UTC().AddDate(0, 0, n)
		y, m, day := d.Civil()
		if y != want.Year() || m != int(want.Month()) || day != want.Day() {
			t.Fatalf("Day(%d).Civil() = %d-%d-%d, want %s", n, y, m, day, want.Format("2006-01-02"))
		}
		if back, ok := DayOf(y, m, day); !ok || back != d {
			t.Fatalf("DayOf(%d, %d, %d) = %d, %v, want %d", y, m, day, back, ok, n)
		}
		if got, want := int(d.Weekday())%7, int(want.Weekday()); got != want {
			t.Fatalf("%s.Weekday() = %v, want %v", d, d.Weekday(), want)
		}
		wy, ww := d.ISOWeek()
		if ey, ew := want.ISOWeek(); wy != ey || ww != ew {
			t.Fatalf("%s.ISOWeek() = %d-W%d, want %d-W%d", d, wy, ww, ey, ew)
		}
		if monday := WeekStart(wy, ww); monday.Weekday() != Monday || d < monday || d > monday+6 {
			t.Fatalf("WeekStart(%d, %d) = %s, which does not begin the week of %s", wy, ww, monday, d)
		}
	})
}

func TestDayOfRefusesDaysThatDoNotExist(t *testing.T) {
	for _, c := range [][3]int{{2021, 2, 29}, {2021, 4, 31}, {1900, 2, 29}, {2021, 13, 1}, {2021, 0, 1}, {2021, 1, 0}} {
		if d, ok := DayOf(c[0], c[1], c[2]); ok {
			t.Errorf("DayOf(%d, %d, %d) = %s, want none", c[0], c[1], c[2], d)
		}
	}
	if _, ok := DayOf(2000, 2, 29); !ok {
		t.Error("2000-02-29 exists")
	}
}

func TestAddMonthsClipsToTheMonthsEnd(t *testing.T) {
	for _, c := range []struct {
		from string
		n    int
		want string
	}{
		{"2021-01-31", 1, "2021-02-28"},
		{"2020-01-31", 1, "2020-02-29"},
		{"2021-03-31", -1, "2021-02-28"},
		{"2021-12-15", 1, "2022-01-15"},
		{"2021-01-15", -13, "2019-12-15"},
		{"0001-01-01", -12, "0000-01-01"},
	} {
		dct, err := ParseDCT(c.from)
		if err != nil {
			t.Fatal(err)
		}
		if got := dct.Day.AddMonths(c.n).String(); got != c.want {
			t.Errorf("%s.AddMonths(%d) = %s, want %s", c.from, c.n, got, c.want)
		}
	}
}
