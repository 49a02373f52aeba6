package cli

import (
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"dateline/internal/decisions"
	"dateline/timeline/review"
)

// paper is what a review is drawn on: a screen that is cleared for each
// event, or a stream on which one follows the other.
type paper struct {
	out    io.Writer
	width  int
	screen bool
	bold   bool
}

// terminalPaper returns the paper of a terminal in raw mode.
func terminalPaper(w io.Writer) paper {
	p := paper{out: w, width: 90, screen: true, bold: os.Getenv("NO_COLOR") == ""}
	if f, ok := w.(*os.File); ok {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns >= 40 {
			p.width = min(columns, 100)
		}
	}
	return p
}

// print writes text; a raw terminal needs the return as well as the new line.
func (p paper) print(s string) {
	if p.screen {
		s = strings.ReplaceAll(s, "\n", "\r\n")
	}
	io.WriteString(p.out, s)
}

func (p paper) line(s string) { p.print(s + "\n") }

func (p paper) begin() {
	if p.screen {
		p.print("\x1b[H\x1b[2J")
	} else {
		p.line(strings.Repeat("─", 24))
	}
}

func (p paper) prompt(what, typed string) {
	p.print(what + ": " + typed)
}

// retype shows a line that was typed on.
func (p paper) retype(what, typed string) {
	if p.screen {
		p.print("\r\x1b[K" + what + ": " + typed)
	}
}

// item draws an event.
func (p paper) item(v decisions.View, n, of int, s review.Status, message string) {
	p.begin()
	state := v.State
	if v.Skipped {
		state = "skipped"
	}
	p.line(p.strong(fmt.Sprintf("%d of %d  %s, %s", n, of, v.Class, state)) +
		fmt.Sprintf("  (%d of %d decided)", s.Reviewed(), s.Events))
	where := v.File
	if v.Line > 0 {
		where += fmt.Sprintf(":%d", v.Line)
	}
	p.line(fmt.Sprintf("%s, published %s", where, v.Published))
	p.line("")
	p.wrap("  ", "  ", oneLine(v.Before)+" "+p.marked(v.Sentence)+" "+oneLine(v.After))
	p.line("")
	p.field("date", fmt.Sprintf("%s (%s), %s; %s", v.DateWords, v.Date, v.Status, precisionWords[v.Precision]))
	p.field("event", v.Label)
	p.field("people", strings.Join(v.People, "; "))
	p.field("place", v.Place)
	for i, step := range v.Steps {
		if i == 0 {
			p.field("because", step)
		} else {
			p.field("", "→ "+step)
		}
	}
	if v.Sure != "" {
		sure := v.Sure
		if v.Rule != "" {
			sure += ", by the rule " + v.Rule
		}
		p.field("sure", sure)
	}
	if v.Proposed != "" {
		p.field("now", fmt.Sprintf("%s (%s) is what the words give", v.ProposedWords, v.Proposed))
	}
	for i, r := range v.Readings {
		p.field(fmt.Sprintf("or %d", i+1), fmt.Sprintf("%s (%s): %s", r.Words, r.Date, r.Why))
	}
	for _, e := range v.Elsewhere {
		says := "also"
		if e.Differs {
			says = "but"
		}
		p.field(says, fmt.Sprintf("%s: %s (%s)", e.Date, e.Label, e.Article))
	}
	for _, past := range v.History {
		p.field("decided", fmt.Sprintf("%s, %s: %s", past.On, past.By, past.Words))
		p.field("", past.Note)
	}
	p.field("copy", v.Echo)
	for _, why := range v.Stale {
		p.field("look again", why)
	}
	p.line("")
	if message != "" {
		p.line(message)
		p.line("")
	}
	p.line(keysFor(v))
}

// precisionWords say how fine a date is.
var precisionWords = map[string]string{
	"hour": "known to the hour", "day": "known to the day", "month": "known to the month", "year": "known to the year",
	"range": "a span of time", "open": "open at one end", "none": "no date",
}

// keysFor shows the keys that mean something for an item.
func keysFor(v decisions.View) string {
	if v.Orphan {
		return "x reject  n note  u undo  j/k next, previous  ? help  q quit"
	}
	keys := "a accept  "
	if len(v.Readings) > 0 {
		keys += "1"
		if len(v.Readings) > 1 {
			keys += fmt.Sprintf("–%d", len(v.Readings))
		}
		keys += " other reading  "
	}
	return keys + "e edit  x reject  s skip  m merge  p split  n note  u undo  j/k  ? help  q quit"
}

// marked returns a sentence with its marks: as reverse and underlined on a
// terminal, else [so] for the words that say when and *so* for the head.
func (p paper) marked(pieces []decisions.Piece) string {
	var b strings.Builder
	for _, piece := range pieces {
		text := piece.Text
		switch {
		case piece.Mark == "":
		case p.bold && piece.Mark == "when":
			text = "\x1b[7m" + text + "\x1b[0m"
		case p.bold:
			text = "\x1b[1;4m" + text + "\x1b[0m"
		case piece.Mark == "when":
			text = "[" + text + "]"
		default:
			text = "*" + text + "*"
		}
		b.WriteString(text)
	}
	return b.String()
}

func (p paper) strong(s string) string {
	if p.bold {
		return "\x1b[1m" + s + "\x1b[0m"
	}
	return s
}

// field prints a name and a text beside it; nothing when the text is empty.
func (p paper) field(name, text string) {
	if text != "" {
		p.wrap(fmt.Sprintf("  %-*s", label, name), strings.Repeat(" ", 2+label), text)
	}
}

// wrap prints text in lines of the paper's width. Escape sequences take no
// room.
func (p paper) wrap(first, rest, text string) {
	line, used := first, utf8.RuneCountInString(first)
	for i, word := range strings.Fields(text) {
		room := visible(word)
		switch {
		case i > 0 && used+1+room > p.width:
			p.line(strings.TrimRight(line, " "))
			line, used = rest+word, utf8.RuneCountInString(rest)+room
		case i > 0:
			line += " " + word
			used += 1 + room
		default:
			line += word
			used += room
		}
	}
	p.line(strings.TrimRight(line, " "))
}

// visible returns how many columns a word takes.
func visible(word string) int {
	n, hidden := 0, false
	for _, r := range word {
		switch {
		case r == escape:
			hidden = true
		case hidden:
			hidden = r != 'm'
		default:
			n++
		}
	}
	return n
}
