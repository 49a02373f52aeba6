package resolve

import (
	"strings"

	"dateline/extract/timex"
)

// mode says what the dates of a text count from.
type mode uint8

const (
	news      mode = iota // its publication
	narrative             // the dates that it told before: histories
)

const (
	modeReach    = 1 << 16 // bytes of a text that its mode is read from
	minHistories = 5       // years away from publication that a history names at least
)

// A history names years away from publication histShare times as often as its
// own at least, and nearShare times where it comes back to its own again and
// again, nearOften times or more: long reports of the month, and interviews
// that look back on a life, come to four or five.
const (
	histShare = 3
	nearShare = 6
	nearOften = 4
)

// sparse is how many bytes of a history there are to a year at most, when it
// names a year of publication's own time as well: a long talk names few.
const sparse = 3000

// leadReach is how many bytes at its beginning a text of news takes to name a
// day that hangs on publication.
const leadReach = 1000

// leadYears is how many years away from publication a text names before it is
// a history, though it names a day of the week: on Whit Sunday, in Sunday hats.
const leadYears = 2

// openReach is how many bytes at its beginning a history of few years takes
// to name the first of them, which lies openAge years back at least.
const (
	openReach   = 200
	openAge     = 10
	storyLength = 400 // bytes that it has at least
)

// hanging says what a word that hangs on publication is.
type hanging uint8

const (
	hangsNot     hanging = iota
	hangsWeekday         // Tuesday
	hangsDay             // yesterday, today
)

// hangs returns what the word is that the letter y at text[i] ends.
func hangs(text string, i int) hanging {
	if i < 4 || text[i-1] != 'a' || text[i-2] != 'd' {
		return hangsNot
	}
	switch c := text[i-4]; text[i-3] {
	case 'n', 's':
		return hangsWeekday
	case 'o':
		if c == 't' || c == 'T' {
			return hangsDay
		}
	case 'i':
		if c == 'r' {
			return hangsWeekday
		}
	case 'r':
		if c == 'u' {
			return hangsWeekday
		} else if c == 'e' {
			return hangsDay
		}
	}
	return hangsNot
}

// hangsOn reports whether "last" at text[i] is followed by night, week, month or year.
func hangsOn(text string, i int) bool {
	rest := text[i+len("last"):]
	return strings.HasPrefix(rest, " week") || strings.HasPrefix(rest, " month") || strings.HasPrefix(rest, " year") || strings.HasPrefix(rest, " night")
}

// weekdayToYear is how many bytes may lie between a weekday and the year of the
// date that it stands in.
const weekdayToYear = 24

// opensStory reports whether the first year of a text, which before stands
// before, is that of a story: no other month stands before it, and no "since".
// dated says that it stands behind its own month, or the day of one.
func opensStory(before string) (opens, dated bool) {
	words := 0
	for before = strings.TrimRight(before, " ,.0123456789"); before != ""; before = strings.TrimRight(before, " ,.0123456789") {
		at := strings.LastIndexByte(before, ' ') + 1
		w := before[at:]
		before = before[:at]
		switch c, _, _ := lookUp(w); {
		case c&classMonth != 0 && (words == 0 || words == 1 && w[0] <= 'Z'):
			dated = true
		case c&classMonth != 0 && w[0] <= 'Z', words == 0 && w == "since":
			return false, false
		}
		words++
	}
	return true, dated
}

// telling are the bytes at which modeOf looks closer.
var telling = [256]bool{'0': true, '1': true, '2': true, '3': true, '4': true, '5': true, '6': true, '7': true, '8': true, '9': true,
	'y': true, 'l': true}

// yearCount counts the years that a text names.
type yearCount struct {
	first int // the first of them
	total int
	near  int // how often the text names a year close to publication, or a day that hangs on it
	of    [lastCounted - firstCounted]uint16
}

// The years that are counted, the last exclusive.
const (
	firstCounted = 1000
	lastCounted  = 2100
)

// around returns how often the text names a year close to y.
func (c *yearCount) around(y int) int {
	n := 0
	for i := max(y-2, firstCounted); i <= y+2 && i < lastCounted; i++ {
		n += int(c.of[i-firstCounted])
	}
	return n
}

// modeOf finds out whether a text counts from its publication or tells
// history, and counts the years that it names: histories name years far from
// their publication, many more than they use words that hang on it.
func modeOf(text string, dct timex.DCT, years *yearCount) mode {
	if len(text) > modeReach {
		text = text[:modeReach]
	}
	*years = yearCount{}
	now := 0
	if dct.Known {
		now, _, _ = dct.Day.Civil()
	}
	far, near, weekdays := 0, 0, 0
	lead, opens, dated := false, false, false // dated: the first year stands behind its month
	opening := openReach
	for i := 0; i+3 < len(text); i++ {
		c := text[i]
		if !telling[c] {
			continue
		}
		if c < '0' || c > '9' {
			h := hangsNot
			if c == 'y' {
				h = hangs(text, i)
			} else if text[i:i+4] == "last" && hangsOn(text, i) {
				h = hangsDay
			}
			if h != hangsNot {
				near++
				if h == hangsWeekday {
					weekdays++
				}
				if opening = 0; h == hangsWeekday && far == 0 && i < openReach && i+1 < len(text) && text[i+1] != '.' {
					opening = i + weekdayToYear // Wednesday, June 18, 1862
				}
				lead = lead || i < leadReach && far < leadYears
			}
			continue
		}
		j, n := i, 0
		for j < len(text) && text[j] >= '0' && text[j] <= '9' {
			if j-i < 5 {
				n = n*10 + int(text[j]-'0')
			}
			j++
		}
		switch {
		case j-i == 4 && n >= firstCounted && n < lastCounted:
			if years.total == 0 {
				years.first = n
				if opens = i < opening && n <= now-openAge; opens {
					opens, dated = opensStory(text[:i])
				}
			}
			years.total++
			years.of[n-firstCounted]++
			if n >= now-2 && n <= now+2 {
				near++
			} else {
				far++
			}
		case j-i <= 3 && j+2 < len(text) && text[j] == ' ' && (text[j+1] == 'B' || text[j+1] == 'A') && (text[j+2] == 'C' || text[j+2] == 'D' || text[j+2] == '.'):
			far++
		}
		i = j
	}
	if !dct.Known {
		return narrative
	}
	years.near = near
	if opens && len(text) >= storyLength && (near == 0 || dated && near == weekdays) {
		return narrative
	}
	if far >= minHistories && far >= histShare*near && (near < nearOften || far >= nearShare*near) && (near == 0 || (far+near)*sparse >= len(text)) && (!lead || far >= 10*near && far >= 30) {
		return narrative
	}
	return news
}
