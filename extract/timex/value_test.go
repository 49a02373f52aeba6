package timex

import (
	"testing"

	"pgregory.net/rapid"
)

func day(y, m, d int) Day {
	r, _ := DayOf(y, m, d)
	return r
}

func TestValues(t *testing.T) {
	for _, c := range []struct {
		value       Value
		timex3      string
		edtf        string // "" when it covers no dates
		granularity Granularity
	}{
		{Value{}, "", "", NoGranularity},
		{YearValue(2014), "2014", "2014", ToYear},
		{YearValue(79), "0079", "0079", ToYear},
		{YearValue(-663), "BC0664", "-0663", ToYear},
		{MonthValue(2021, 6), "2021-06", "2021-06", ToMonth},
		{DayValue(day(2021, 12, 7)), "2021-12-07", "2021-12-07", ToDay},
		{DayValue(day(2021, 12, 7)).WithPart(Evening), "2021-12-07TEV", "2021-12-07", ToPart},
		{DayValue(day(2021, 12, 7)).WithClock(17, 0, 0, 2), "2021-12-07T17:00", "2021-12-07T17", ToMinute},
		{DayValue(day(2021, 12, 7)).WithClock(17, 30, 0, 2).WithUTC(), "2021-12-07T17:30Z", "2021-12-07T17:30", ToMinute},
		{DayValue(day(2021, 12, 7)).WithClock(15, 22, 0, 2).WithZone(-240), "2021-12-07T15:22-04:00", "2021-12-07T15:22", ToMinute},
		{DayValue(day(2021, 12, 7)).WithClock(11, 30, 5, 3).WithZone(330), "2021-12-07T11:30:05+05:30", "2021-12-07T11:30", ToSecond},
		{DayValue(day(2021, 12, 7)).WithClock(9, 0, 0, 1), "2021-12-07T09", "2021-12-07T09", ToHour},
		{WeekValue(2021, 47), "2021-W47", "2021-11-22/2021-11-28", ToWeek},
		{WeekendValue(2021, 47), "2021-W47-WE", "2021-11-27/2021-11-28", ToWeekend},
		{SeasonValue(2021, Summer), "2021-SU", "2021-06/2021-08", ToSeason},
		{SeasonValue(2019, Winter), "2019-WI", "2019-12/2020-02", ToSeason},
		{QuarterValue(2021, 3), "2021-Q3", "2021-07/2021-09", ToQuarter},
		{HalfValue(2020, 1), "2020-H1", "2020-01/2020-06", ToHalf},
		{FiscalValue(2019), "2019/2020", "2019/2020", ToYear},
		{DecadeValue(1990), "199", "1990/1999", ToDecade},
		{CenturyValue(1850), "18", "1800/1899", ToCentury},
		{CenturyValue(-500), "BC04", "-0499/-0400", ToCentury},
		{MillenniumValue(2021), "2", "2000/2999", ToMillennium},
		{RefValue(PastRef), "PAST_REF", "", NoGranularity},
		{OpenMonth(6), "XXXX-06", "", ToMonth},
		{OpenMonthDay(12, 25), "XXXX-12-25", "", ToDay},
		{OpenDay().WithPart(Night), "XXXX-XX-XXTNI", "", ToPart},
		{OpenDay().WithClock(9, 0, 0, 2), "XXXX-XX-XXT09:00", "", ToMinute},
		{OpenSeason(Winter), "XXXX-WI", "", ToSeason},
		{WeekdaySetValue(Monday), "XXXX-WXX-1", "", NoGranularity},
		{WeekdaySetValue(Sunday).WithPart(Morning), "XXXX-WXX-7TMO", "", NoGranularity},
		{Length(3, DayUnit), "P3D", "", NoGranularity},
		{Length(2, DecadeUnit), "P20Y", "", NoGranularity},
		{Length(90, MinuteUnit), "PT90M", "", NoGranularity},
		{HalfMore(1, HourUnit), "PT1H30M", "", NoGranularity},
		{HalfMore(0, CenturyUnit), "P50Y", "", NoGranularity},
		{HalfMore(0, HourUnit), "PT30M", "", NoGranularity},
		{Length(37, YearUnit).Plus(6, MonthUnit), "P37Y6M", "", NoGranularity},
		{Length(1, DayUnit).Plus(12, HourUnit), "P1DT12H", "", NoGranularity},
		{VagueLength(WeekUnit), "PXW", "", NoGranularity},
		{VagueLength(DecadeUnit), "PXDE", "", NoGranularity},
		{VagueLength(HourUnit), "PTXH", "", NoGranularity},
	} {
		if got := c.value.String(); got != c.timex3 {
			t.Errorf("TIMEX3 %s, want %s", got, c.timex3)
		}
		e, ok := c.value.EDTF()
		if got := e.String(); got != c.edtf || ok != (c.edtf != "") {
			t.Errorf("%s: EDTF %q %t, want %q", c.timex3, got, ok, c.edtf)
		}
		if got := c.value.Granularity(); got != c.granularity {
			t.Errorf("%s: granularity %d, want %d", c.timex3, got, c.granularity)
		}
	}
}

func TestDaysHoldTheDayThatTheyWereMadeFrom(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.IntRange(-700000, 700000).Draw(t, "day"))
		y, m, _ := d.Civil()
		wy, w := d.ISOWeek()
		for _, v := range []Value{DayValue(d), MonthValue(y, m), YearValue(y), WeekValue(wy, w), QuarterValue(y, (m+2)/3), HalfValue(y, (m+5)/6),
			DecadeValue(y), CenturyValue(y), MillenniumValue(y)} {
			if y <= 0 && v.Kind() >= DecadeKind {
				continue // centuries BCE are named by their own count
			}
			first, last, ok := v.Days()
			if !ok || d < first || d > last {
				t.Fatalf("%s covers %s to %s, not %s", v, first, last, d)
			}
		}
	})
}

func TestEDTFOfAValueIsRead(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		d := Day(rapid.IntRange(-700000, 700000).Draw(t, "day"))
		v := DayValue(d).WithClock(rapid.IntRange(0, 23).Draw(t, "hour"), rapid.IntRange(0, 59).Draw(t, "minute"), 0, 2)
		e, _ := v.EDTF()
		back, err := ParseEDTF(e.String())
		if err != nil || back != e {
			t.Fatalf("%s: %v, %v", e, back, err)
		}
	})
}
