package resolve

import "dateline/extract/timex"

// The days in this file follow calendars that are not ours, or the decision
// of a body. They are given by table, for the years that the table knows;
// where the day depends on the sighting of the moon, it is that of Saudi Arabia.

var newYears = [][2]int{{1, 27}, {2, 15}, {2, 4}, {1, 23}, {2, 10}, {1, 31}, {2, 19}, {2, 7}, {1, 28}, {2, 16}, // 1990
	{2, 5}, {1, 24}, {2, 12}, {2, 1}, {1, 22}, {2, 9}, {1, 29}, {2, 18}, {2, 7}, {1, 26}, // 2000
	{2, 14}, {2, 3}, {1, 23}, {2, 10}, {1, 31}, {2, 19}, {2, 8}, {1, 28}, {2, 16}, {2, 5}, // 2010
	{1, 25}, {2, 12}, {2, 1}, {1, 22}, {2, 10}, {1, 29}, {2, 17}, {2, 6}, {1, 26}, {2, 13}, {2, 3}} // 2020

var fitrs = [][2]int{{12, 16}, {12, 5}, {11, 25}, {11, 14}, {11, 3}, {10, 23}, {10, 13}, {10, 1}, {9, 20}, // 2001
	{9, 10}, {8, 30}, {8, 19}, {8, 8}, {7, 28}, {7, 17}, {7, 6}, {6, 25}, {6, 15}, {6, 4}, // 2010
	{5, 24}, {5, 13}, {5, 2}, {4, 21}, {4, 10}, {3, 30}, {3, 20}} // 2020

var adhas = [][2]int{{12, 20}, {12, 8}, {11, 27}, // 2007
	{11, 16}, {11, 6}, {10, 26}, {10, 15}, {10, 4}, {9, 24}, {9, 12}, {9, 1}, {8, 21}, {8, 11}, // 2010
	{7, 31}, {7, 20}, {7, 9}, {6, 28}, {6, 16}, {6, 6}, {5, 27}} // 2020

var kippurs = [][2]int{{10, 9}, {9, 27}, {9, 16}, {10, 6}, {9, 25}, {10, 13}, {10, 2}, {9, 22}, {10, 9}, {9, 28}, // 2000
	{9, 18}, {10, 8}, {9, 26}, {9, 14}, {10, 4}, {9, 23}, {10, 12}, {9, 30}, {9, 19}, {10, 9}, // 2010
	{9, 28}, {9, 16}, {10, 5}, {9, 25}, {10, 12}, {10, 2}, {9, 21}} // 2020

var diwalis = [][2]int{{11, 5}, {10, 26}, {11, 13}, {11, 3}, {10, 23}, {11, 11}, {10, 30}, {10, 19}, {11, 7}, {10, 27}, // 2010
	{11, 14}, {11, 4}, {10, 24}, {11, 12}, {10, 31}, {10, 20}, {11, 8}} // 2020

// tabled returns the day of year in a table that begins with the year first.
func tabled(table [][2]int, first, year int) (timex.Day, bool) {
	if year < first || year >= first+len(table) {
		return 0, false
	}
	d := table[year-first]
	return timex.DayOf(year, d[0], d[1])
}

func lunarNewYear(year int) (timex.Day, bool) { return tabled(newYears, 1990, year) }
func eidAlFitr(year int) (timex.Day, bool)    { return tabled(fitrs, 2001, year) }
func eidAlAdha(year int) (timex.Day, bool)    { return tabled(adhas, 2007, year) }
func yomKippur(year int) (timex.Day, bool)    { return tabled(kippurs, 2000, year) }
func diwali(year int) (timex.Day, bool)       { return tabled(diwalis, 2010, year) }

// roshHashanah is nine days before Yom Kippur.
func roshHashanah(year int) (timex.Day, bool) {
	d, ok := yomKippur(year)
	return d - 9, ok
}

// superTuesday is the day on which most states hold their primaries, in the
// years in which a President of the United States is chosen.
func superTuesday(year int) (timex.Day, bool) {
	if year < 1988 || year%4 != 0 {
		return 0, false
	}
	table := [][2]int{{3, 8}, {3, 10}, {3, 12}, {3, 7}, {3, 2}, {2, 5}, {3, 6}, {3, 1}, {3, 3}, {3, 5}}
	if n := (year - 1988) / 4; n < len(table) {
		return timex.DayOf(year, table[n][0], table[n][1])
	}
	return 0, false
}

// inaugurationDay is that of a President of the United States.
func inaugurationDay(year int) (timex.Day, bool) {
	d, ok := timex.DayOf(year, 1, 20)
	return d, ok && year%4 == 1 && year > 1933
}
