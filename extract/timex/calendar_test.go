package timex

import (
	"testing"
	"time"

	"pgregory.net/rapid"
)

// days that rapid draws: some 8000 years around our own.
func anyDay(t *rapid.T) Day { return Day(rapid.IntRange(-1400000, 1400000).Draw(t, "day")) }

// of is the day of the standard library.
func of(d Day) time.Time { return time.Unix(int64(d)*86400, 0).UTC() }

func TestCivilIsThatOfTheStandardLibrary(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := anyDay(t)
		y, m, day := d.Civil()
		std := of(d)
		if y != std.Year() || m != int(std.Month()) || day != std.Day() {
			t.Fatalf("day %d is %d-%d-%d, want %s", d, y, m, day, std.Format(time.DateOnly))
		}
		if back, ok := DayOf(y, m, day); !ok || back != d {
			t.Fatalf("%d-%d-%d is day %d, want %d", y, m, day, back, d)
		}
		if w := int(d.Weekday()) % 7; w != int(std.Weekday()) {
			t.Fatalf("%s is a %s, want %s", d, d.Weekday(), std.Weekday())
		}
		wy, w := d.ISOWeek()
		if sy, sw := std.ISOWeek(); wy != sy || w != sw {
			t.Fatalf("%s is in week %d of %d, want %d of %d", d, w, wy, sw, sy)
		}
		if start := WeekStart(wy, w); start > d || d > start+6 || start.Weekday() != Monday {
			t.Fatalf("week %d of %d begins on %s, but holds %s", w, wy, start, d)
		}
	})
}

func TestDayOfRefusesWhatTheStandardLibraryMoves(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, m, d := rapid.IntRange(-2000, 4000).Draw(t, "year"), rapid.IntRange(-1, 14).Draw(t, "month"), rapid.IntRange(-1, 33).Draw(t, "day")
		std := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
		real := std.Year() == y && int(std.Month()) == m && std.Day() == d
		if _, ok := DayOf(y, m, d); ok != real {
			t.Fatalf("DayOf(%d, %d, %d) says %t, want %t", y, m, d, ok, real)
		}
	})
}

func TestAddMonthsClipsToTheEndOfTheMonth(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, n := anyDay(t), rapid.IntRange(-500, 500).Draw(t, "months")
		y, m, day := d.Civil()
		first := time.Date(y, time.Month(m+n), 1, 0, 0, 0, 0, time.UTC)
		want := time.Date(first.Year(), first.Month(), min(day, DaysIn(first.Year(), int(first.Month()))), 0, 0, 0, 0, time.UTC)
		if got := of(d.AddMonths(n)); !got.Equal(want) {
			t.Fatalf("%s plus %d months is %s, want %s", d, n, got.Format(time.DateOnly), want.Format(time.DateOnly))
		}
	})
}

func TestNextAndPreviousWeekday(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d, w := anyDay(t), Weekday(rapid.IntRange(1, 7).Draw(t, "weekday"))
		today := rapid.Bool().Draw(t, "today")
		next, previous := d.Next(w, today), d.Previous(w, today)
		if next.Weekday() != w || previous.Weekday() != w {
			t.Fatalf("%s: next %s, previous %s", d, next.Weekday(), previous.Weekday())
		}
		if today && d.Weekday() == w {
			if next != d || previous != d {
				t.Fatalf("%s is the %s itself, got %s and %s", d, w, next, previous)
			}
			return
		}
		if next <= d || next > d+7 || previous >= d || previous < d-7 {
			t.Fatalf("%s: next %s, previous %s", d, next, previous)
		}
	})
}

func TestNthWeekday(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		y, m := rapid.IntRange(1600, 2400).Draw(t, "year"), rapid.IntRange(1, 12).Draw(t, "month")
		n, w := rapid.IntRange(-5, 5).Draw(t, "n"), Weekday(rapid.IntRange(1, 7).Draw(t, "weekday"))
		var all []Day
		for day := 1; day <= DaysIn(y, m); day++ {
			if d, _ := DayOf(y, m, day); d.Weekday() == w {
				all = append(all, d)
			}
		}
		i := n - 1
		if n < 0 {
			i = len(all) + n
		}
		d, ok := NthWeekday(y, m, n, w)
		if want := n != 0 && i >= 0 && i < len(all); ok != want {
			t.Fatalf("%d. %s of %d-%d: %t, want %t", n, w, y, m, ok, want)
		} else if ok && d != all[i] {
			t.Fatalf("%d. %s of %d-%d is %s, want %s", n, w, y, m, d, all[i])
		}
	})
}

func TestEaster(t *testing.T) {
	for year, want := range map[int]string{1818: "1818-03-22", 1943: "1943-04-25", 2008: "2008-03-23", 2011: "2011-04-24", 2021: "2021-04-04", 2024: "2024-03-31", 2038: "2038-04-25"} {
		if got := Easter(year).String(); got != want {
			t.Errorf("Easter of %d is %s, want %s", year, got, want)
		}
	}
	for year, want := range map[int]string{2011: "2011-04-24", 2016: "2016-05-01", 2020: "2020-04-19", 2021: "2021-05-02", 2024: "2024-05-05"} {
		if got := OrthodoxEaster(year).String(); got != want {
			t.Errorf("Orthodox Easter of %d is %s, want %s", year, got, want)
		}
	}
	for year := 1583; year < 3000; year++ {
		if Easter(year).Weekday() != Sunday || OrthodoxEaster(year).Weekday() != Sunday {
			t.Fatalf("Easter of %d is no Sunday", year)
		}
	}
}
