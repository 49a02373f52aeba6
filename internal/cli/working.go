package cli

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"dateline/extract/timex"
)

// working lays out how dates were worked out, for people.
type working struct {
	out   *bufio.Writer
	width int
	bold  bool
}

// label is the width of the column that says what a line is about.
const label = 12

// newWorking returns a working that is as wide as the terminal, or 90 columns
// where there is none.
func newWorking(w io.Writer) *working {
	width, isTerm := 90, isTerminal(w)
	if f, ok := w.(*os.File); ok && isTerm {
		if columns, _, err := term.GetSize(int(f.Fd())); err == nil && columns >= 50 {
			width = min(columns, 100)
		}
	}
	return &working{out: bufio.NewWriter(w), width: width, bold: isTerm && os.Getenv("NO_COLOR") == ""}
}

func (w *working) flush() error { return w.out.Flush() }

// article prints the dates of an article.
func (w *working) article(x *articleExplanation) {
	w.head(fmt.Sprintf("%s, published %s", x.File, publishedWords(x.dct)))
	for _, t := range x.Timexes {
		fmt.Fprintln(w.out)
		w.head(fmt.Sprintf("line %d: “%s” is %s", t.Line, oneLine(t.Text), valueWords(t)))
		w.timex(x, t)
	}
	for _, d := range x.Impossible {
		fmt.Fprintln(w.out)
		w.head(fmt.Sprintf("line %d: “%s” is no date: %s", d.Line, oneLine(d.Text), d.Why))
	}
	for _, e := range x.Events {
		fmt.Fprintln(w.out)
		w.head(fmt.Sprintf("line %d: %s", e.Line, e.Label))
		w.field("date", dated(edtfWords(e.Date), e.Date, e.Status))
		w.field("word", "“"+oneLine(e.Text)+"”")
		if e.Timex != nil {
			w.field("dated by", "“"+oneLine(x.all.Timexes[*e.Timex].Text)+"”")
		}
		w.mention(e)
		w.field("id", e.ID)
	}
}

// event prints an event of the timeline and the evidence for it.
func (w *working) event(x *eventExplanation) {
	w.head(x.Label)
	status := x.Status
	if x.WasPlanned {
		status += "; the date has passed since"
	}
	w.field("date", dated(x.date.Words(), x.Date, status))
	w.field("confidence", x.Confidence)
	w.field("id", x.ID)
	if len(x.Claims) > 1 {
		for _, c := range x.Claims {
			w.field("claimed", fmt.Sprintf("%s (%s), by evidence %s", c.date.Words(), c.Date, strings.Trim(fmt.Sprint(c.Evidence), "[]")))
		}
	}
	for _, why := range x.Joined {
		w.field("one event", why)
	}
	w.review(x.Review)
	for i, ev := range x.Evidence {
		fmt.Fprintln(w.out)
		w.head(fmt.Sprintf("evidence %d: %s:%d, published %s", i+1, ev.File, ev.Event.Line, publishedWords(ev.article.dct)))
		w.field("date", dated(edtfWords(ev.Event.Date), ev.Event.Date, ev.Event.Status))
		w.field("word", "“"+oneLine(ev.Event.Text)+"”")
		w.mention(ev.Event)
		if t := ev.Timex; t != nil {
			w.field("dated by", fmt.Sprintf("“%s” on line %d, %s", oneLine(t.Text), t.Line, valueWords(*t)))
			w.timex(ev.article, *t)
		}
	}
}

// timex prints the steps to the value of a time expression.
func (w *working) timex(x *articleExplanation, t explainedTimex) {
	w.field("rule", fmt.Sprintf("%s (%s)", t.Rule, t.Confidence))
	if anchor := x.anchor(t); anchor != "" {
		w.field("counts from", anchor)
	}
	// The working begins with the words, which the line above has.
	w.steps(strings.TrimPrefix(t.Why, "“"+oneLine(t.Text)+"” → "))
	w.readings(t.Alternatives)
}

// mention prints what speaks for one mention of an event.
func (w *working) mention(e explainedEvent) {
	w.field("sentence", "“"+oneLine(e.Quote)+"”")
	w.steps(e.Why)
	w.readings(e.Alternatives)
}

func (w *working) steps(why string) {
	for i, step := range strings.Split(why, " → ") {
		switch {
		case step == "":
		case i == 0:
			w.field("because", step)
		default:
			w.field("", "→ "+step)
		}
	}
}

func (w *working) readings(others []timex.Reading) {
	for _, r := range others {
		s := r.Value
		if r.Why != "" {
			s += ": " + r.Why
		}
		w.field("or else", s)
	}
}

func (w *working) head(s string) {
	if w.bold {
		s = "\x1b[1m" + s + "\x1b[0m"
	}
	fmt.Fprintln(w.out, s)
}

// field prints a line of two columns, the second one wrapped.
func (w *working) field(name, s string) {
	used := 0
	fmt.Fprintf(w.out, "  %-*s", label, name)
	for _, word := range strings.Fields(s) {
		n := utf8.RuneCountInString(word)
		switch {
		case used == 0:
		case 2+label+used+1+n > w.width:
			fmt.Fprintf(w.out, "\n  %*s", label, "")
			used = 0
		default:
			fmt.Fprint(w.out, " ")
			used++
		}
		fmt.Fprint(w.out, word)
		used += n
	}
	fmt.Fprintln(w.out)
}

// valueWords returns a value as a reader would say it, with its modifier:
// "7 December 2021 (2021-12-07)", "2021-W47, 22–28 November 2021".
func valueWords(t explainedTimex) string {
	s := t.Value
	if date, err := timex.ParseEDTF(t.Value); err == nil {
		if words := date.Words(); words != t.Value {
			s = words + " (" + t.Value + ")"
		}
	} else if t.From != "" {
		days := t.From
		if t.To != t.From {
			days += "/" + t.To
		}
		s += ", " + edtfWords(days)
	}
	if t.Mod != "" {
		s += ", " + t.Mod
	}
	return s
}

// dated returns a date in words and in EDTF, with the status of the event.
func dated(words, date, status string) string {
	if date == "" || date == words {
		return words + ", " + status
	}
	return fmt.Sprintf("%s (%s), %s", words, date, status)
}

// edtfWords returns a date of EDTF as a reader would say it.
func edtfWords(s string) string {
	date, err := timex.ParseEDTF(s)
	if err != nil {
		return "undated"
	}
	return date.Words()
}
