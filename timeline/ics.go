package timeline

import (
	"bufio"
	"fmt"
	"strings"
	"unicode/utf8"

	"dateline/extract/event"
	"dateline/extract/timex"
)

// ics writes an iCalendar, RFC 5545, of the events that are known to the day,
// as whole days without a zone. What is known less closely cannot be in a
// calendar; the description says how many events these are.
func (x Export) ics(t *Timeline, w *output) error {
	left := 0
	for _, e := range t.Events {
		if _, _, ok := ExactDays(e.Date); !ok {
			left++
		}
	}
	line := func(name, value string) { foldLine(w.Writer, name+":"+value) }
	text := func(name, value string) {
		if value != "" {
			line(name, icsText.Replace(oneLine(value)))
		}
	}
	line("BEGIN", "VCALENDAR")
	line("VERSION", "2.0")
	line("PRODID", "-//dateline//timeline//EN")
	line("CALSCALE", "GREGORIAN")
	text("X-WR-CALNAME", x.Title)
	description := x.Description
	if left > 0 {
		description = strings.TrimSpace(fmt.Sprintf("%s %d of %d events are not in this calendar, because their date is not known to the day.", x.Description, left, len(t.Events)))
	}
	text("X-WR-CALDESC", description)
	for i, e := range t.Events {
		err := x.piece(w, Piece{EventPiece, i}, func() error {
			first, last, ok := ExactDays(e.Date)
			if !ok {
				return nil
			}
			line("BEGIN", "VEVENT")
			line("UID", e.ID+"@dateline")
			r, quote := t.first(e)
			stamped := timex.DCT{}
			if r != nil {
				stamped = r.Article.Published
			}
			line("DTSTAMP", basic(stamped.Day.String())+"T000000Z")
			line("DTSTART;VALUE=DATE", basic(first.String()))
			line("DTEND;VALUE=DATE", basic((last + 1).String())) // exclusive
			text("SUMMARY", summary(e))
			if r != nil {
				text("DESCRIPTION", "“"+quote+"” "+r.Article.Title+", published "+r.Article.Published.Day.String())
			}
			text("LOCATION", e.Place)
			switch e.Status {
			case event.Planned, event.Possible:
				line("STATUS", "TENTATIVE")
			case event.Negated:
				line("STATUS", "CANCELLED")
			default:
				line("STATUS", "CONFIRMED")
			}
			line("TRANSP", "TRANSPARENT")
			if x.BaseURL != "" {
				line("URL", x.eventURL(i))
			}
			line("END", "VEVENT")
			return nil
		})
		if err != nil {
			return err
		}
	}
	line("END", "VCALENDAR")
	return nil
}

// summary returns the label of e, with its status where it is not plainly that
// something happened.
func summary(e Event) string {
	switch {
	case e.WasPlanned:
		return e.Label + " (was planned)"
	case e.Status == event.Negated:
		return e.Label + " (did not happen)"
	case e.Status == event.Happened:
		return e.Label
	}
	return e.Label + " (" + e.Status.String() + ")"
}

// icsText escapes a text value, RFC 5545 section 3.3.11.
var icsText = strings.NewReplacer(`\`, `\\`, ";", `\;`, ",", `\,`, "\n", `\n`)

// basic returns an ISO date without hyphens.
func basic(day string) string { return strings.ReplaceAll(day, "-", "") }

// foldLine writes a content line in pieces of at most 75 bytes, RFC 5545 section
// 3.1, never parting a character.
func foldLine(w *bufio.Writer, line string) {
	limit := 75
	for len(line) > limit {
		cut := limit
		for !utf8.RuneStart(line[cut]) {
			cut--
		}
		w.WriteString(line[:cut] + "\r\n ")
		line, limit = line[cut:], 74
	}
	w.WriteString(line + "\r\n")
}
