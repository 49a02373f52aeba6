package intake

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"

	"dateline/extract/timex"
)

// visible is a date as a page shows it to its readers.
type visible struct {
	time      timex.DCT
	updated   bool // it is labeled as the time of a change
	labeled   bool // it is labeled as the time of publication
	ambiguous bool // day and month could be the other way around
	whole     bool // there was nothing else in the text
	end       int  // where the date ends in the text
}

const (
	monthWords   = `(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
	weekdayWords = `(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,?\s+)?`
	clockWords   = `(\d{1,2})(?:[:.](\d{2}))?(?:[:.]\d{2})?\s*([apAP]\.?[mM]\b\.?)?(?:\s*(?:hrs?|hours)\b)?`
	zoneWords    = `(?:\s*\(?((?:GMT|UTC)?[+-]\d{1,2}(?::?\d{2})?|Z|[A-Z]{2,4}\b)\)?)?`
	between      = `\s*(?:,|\||·|•|–|—|-|/|at|@)*\s*`
)

// The forms of a date in words and figures. Groups: see dateOf.
var (
	dayMonthYear = regexp.MustCompile(`(?i)\b` + weekdayWords + `(\d{1,2})(?:st|nd|rd|th)?\.?\s+(?:of\s+)?(` + monthWords + `),?\s+(\d{4})\b`)
	monthDayYear = regexp.MustCompile(`(?i)\b` + weekdayWords + `(` + monthWords + `)\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})\b`)
	isoDate      = regexp.MustCompile(`\b(\d{4})-(\d{2})-(\d{2})\b`)
	figures      = regexp.MustCompile(`(?i)(?:\b(mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+)?\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b`)

	clockAfter  = regexp.MustCompile(`^` + between + `(?:T)?` + clockWords + zoneWords)
	clockBefore = regexp.MustCompile(clockWords + zoneWords + between + `$`)

	updatedLabel   = regexp.MustCompile(`(?i)\b(?:updated|modified|revised|last\s+(?:edited|changed|update)|edited)\b`)
	publishedLabel = regexp.MustCompile(`(?i)\b(?:published|posted|first\s+published|issued|publication\s+date)\b`)
)

// zoneOffset reads the abbreviations that name one zone in English news. ET,
// PT and the like say only where, not whether it was summer, and are left out.
func zoneOffset(name string) string {
	switch strings.ToUpper(name) {
	case "Z", "UTC", "GMT":
		return "Z"
	case "BST", "CET", "WEST":
		return "+01:00"
	case "CEST", "EET", "SAST":
		return "+02:00"
	case "EEST", "MSK":
		return "+03:00"
	case "SGT", "HKT":
		return "+08:00"
	case "JST", "KST":
		return "+09:00"
	case "AEST":
		return "+10:00"
	case "AEDT":
		return "+11:00"
	case "NZST":
		return "+12:00"
	case "NZDT":
		return "+13:00"
	case "EST", "CDT":
		return "-05:00"
	case "EDT":
		return "-04:00"
	case "CST", "MDT":
		return "-06:00"
	case "MST", "PDT":
		return "-07:00"
	case "PST":
		return "-08:00"
	}
	return ""
}

// readVisible returns the first date with a year in a text that people read,
// with the clock and zone beside it. The text is on one line. dayFirst
// decides 12/07/2021.
func readVisible(text string, dayFirst bool) (visible, bool) {
	year, month, day, start, end, ambiguous := dateIn(text, dayFirst)
	d, ok := timex.DayOf(year, month, day)
	if end == 0 || !ok {
		return visible{}, false
	}
	v := visible{time: timex.DCT{Day: d, Known: true}, ambiguous: ambiguous}
	before, after := text[:start], text[end:]
	v.end = end
	if m := clockAfter.FindStringSubmatchIndex(after); m != nil && v.setClock(after, m) {
		after, v.end = after[m[1]:], end+m[1]
	} else if m := clockBefore.FindStringSubmatchIndex(before); m != nil && v.setClock(before, m) {
		before = before[:m[0]]
	}
	v.updated = lastLabel(before, updatedLabel) > lastLabel(before, publishedLabel)
	v.labeled = !v.updated && lastLabel(before, publishedLabel) >= 0
	v.whole = strings.Trim(before+after, " .,|()") == ""
	return v, true
}

// lastLabel returns where a label stands last in text, -1 for nowhere.
func lastLabel(text string, label *regexp.Regexp) int {
	at := -1
	for _, m := range label.FindAllStringIndex(text, -1) {
		at = m[0]
	}
	return at
}

// dateIn returns the first date of text, and where it stands; end is 0 when
// there is none.
func dateIn(text string, dayFirst bool) (year, month, day, start, end int, ambiguous bool) {
	number := func(m []int, group int) int {
		n, err := strconv.Atoi(text[m[2*group]:m[2*group+1]])
		if err != nil {
			return 0
		}
		return n
	}
	first := func(m []int) bool { return m != nil && (end == 0 || m[0] < start) }
	if m := dayMonthYear.FindStringSubmatchIndex(text); first(m) {
		day, month, year, start, end = number(m, 1), monthNumber(text[m[4]:m[5]]), number(m, 3), m[0], m[1]
	}
	if m := monthDayYear.FindStringSubmatchIndex(text); first(m) {
		month, day, year, start, end = monthNumber(text[m[2]:m[3]]), number(m, 2), number(m, 3), m[0], m[1]
	}
	if m := isoDate.FindStringSubmatchIndex(text); first(m) {
		year, month, day, start, end = number(m, 1), number(m, 2), number(m, 3), m[0], m[1]
	}
	if m := figures.FindStringSubmatchIndex(text); first(m) {
		a, b := number(m, 2), number(m, 3)
		year, start, end = number(m, 4), m[0], m[1]
		month, day = a, b
		if a > 12 || b <= 12 && dayFirst {
			day, month = a, b
		}
		ambiguous = a <= 12 && b <= 12 && a != b
		if m[2] >= 0 { // the weekday tells which is which
			this, other := weekdayIs(text[m[2]:m[3]], year, month, day), weekdayIs(text[m[2]:m[3]], year, day, month)
			if other && !this {
				month, day = day, month
			}
			ambiguous = ambiguous && this == other
		}
	}
	return year, month, day, start, end, ambiguous
}

// weekdayIs reports whether a date falls on the weekday that begins with a word.
func weekdayIs(word string, year, month, day int) bool {
	d, ok := timex.DayOf(year, month, day)
	return ok && strings.EqualFold(d.Weekday().String()[:3], word[:3])
}

// monthNumber returns 1 for "Jan.", "january".
func monthNumber(word string) int {
	const starts = "janfebmaraprmayjunjulaugsepoctnovdec"
	return 1 + strings.Index(starts, strings.ToLower(word[:3]))/3
}

// setClock sets the clock that m found in text, unless it is none: a bare
// number needs "p.m." to be an hour.
func (v *visible) setClock(text string, m []int) bool {
	part := func(group int) string {
		if m[2*group] < 0 {
			return ""
		}
		return text[m[2*group]:m[2*group+1]]
	}
	half := strings.ToLower(strings.ReplaceAll(part(3), ".", ""))
	if part(2) == "" && half == "" {
		return false
	}
	hour, _ := strconv.Atoi(part(1))
	minute, _ := strconv.Atoi(part(2))
	switch {
	case half != "" && (hour < 1 || hour > 12), hour > 23, minute > 59:
		return false
	case half == "pm" && hour < 12:
		hour += 12
	case half == "am" && hour == 12:
		hour = 0
	}
	v.time.Hour, v.time.Minute, v.time.HasClock = hour, minute, true
	v.time.Zone = zone(part(4))
	return true
}

var offsetZone = regexp.MustCompile(`^(?:GMT|UTC)?([+-])(\d{1,2})(?::?(\d{2}))?$`)

// zone returns the offset that a zone is written as, "" when it names none.
func zone(name string) string {
	if m := offsetZone.FindStringSubmatch(name); m != nil {
		hours, _ := strconv.Atoi(m[2])
		minutes, _ := strconv.Atoi(m[3])
		if hours == 0 && minutes == 0 {
			return "Z"
		}
		return fmt.Sprintf("%s%02d:%02d", m[1], hours, minutes)
	}
	return zoneOffset(name)
}
