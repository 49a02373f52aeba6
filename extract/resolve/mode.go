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

// modeOf finds out whether a text counts from its publication or tells
// history: histories name years far from their publication, many more than
// they use words that hang on it.
func modeOf(text string, dct timex.DCT) mode {
	if len(text) > modeReach {
		text = text[:modeReach]
	}
	if !dct.Known {
		return narrative
	}
	now, _, _ := dct.Day.Civil()
	far, near := 0, 0
	for i := 0; i+3 < len(text); i++ {
		c := text[i]
		if c < '0' || c > '9' {
			continue
		}
		j := i
		n := 0
		for j < len(text) && text[j] >= '0' && text[j] <= '9' {
			if j-i < 5 {
				n = n*10 + int(text[j]-'0')
			}
			j++
		}
		switch {
		case j-i == 4 && n >= 1000 && n < 2100:
			if n >= now-2 && n <= now+2 {
				near++
			} else {
				far++
			}
		case j-i == 3 && j+2 < len(text) && text[j] == ' ' && (text[j+1] == 'B' || text[j+1] == 'A') && (text[j+2] == 'C' || text[j+2] == 'D' || text[j+2] == '.'):
			far++
		}
		i = j
	}
	if far < minHistories {
		return news
	}
	for _, w := range [...]string{"esterday", " today", "Today", "nday", "esday", "Thursday", "Friday", " last week", " last month", " last year", " this year", "tomorrow"} {
		near += strings.Count(text, w)
	}
	if far >= 3*near {
		return narrative
	}
	return news
}
