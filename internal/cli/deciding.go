package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"dateline/extract/event"
	"dateline/internal/decisions"
	"dateline/timeline/review"
)

// edit asks for each fact in turn; what is left as it is stays. Without any
// change the event is accepted.
func (d *decider) edit(item review.Item) error {
	now := item.Facts()
	var a decisions.Answer
	ask := func(what, is string, set func(string) error) error {
		said, err := d.ask(what, is)
		if err != nil || said == is {
			return err
		}
		a.Action = review.Fix
		return set(said)
	}
	err := ask("date", now.Date.String(), func(s string) (err error) { a.Date, err = decisions.ParseDate(s); return err })
	if err == nil {
		err = ask("label", now.Label, func(s string) error { a.Label = s; return nil })
	}
	if err == nil {
		err = ask("status", now.Status.String(), func(s string) (err error) { a.Status, err = review.ParseStatus(s); return err })
	}
	if err == nil {
		err = ask("people, with ; between them", strings.Join(now.Participants, "; "), func(s string) error {
			a.Participants = list(s)
			return nil
		})
	}
	if err == nil {
		err = ask("place, empty for none", now.Place, func(s string) error { a.Place, a.Nowhere = s, s == ""; return nil })
	}
	if err != nil {
		return err
	}
	if a.Action == 0 {
		a.Action = review.Accept
	} else if a.Note, err = d.ask("note, why", ""); err != nil {
		return err
	}
	return d.answer(item, a)
}

// list splits "Arden; Holm".
func list(s string) []string {
	names := []string{}
	for _, name := range strings.Split(s, ";") {
		if name = strings.TrimSpace(name); name != "" {
			names = append(names, name)
		}
	}
	return names
}

func (d *decider) reject(item review.Item) error {
	reasons := review.Reasons[:]
	if item.Match.Found != review.Gone {
		reasons = reasons[:3] // the last is for what is gone
	}
	line := "reject:"
	for n, r := range reasons {
		line += fmt.Sprintf(" %d %s  ", n+1, r)
	}
	d.paper.line(strings.TrimSpace(line))
	key, err := d.key()
	if err != nil {
		return err
	}
	n := int(key - '1')
	if n < 0 || n >= len(reasons) {
		return errors.New("not rejected")
	}
	return d.answer(item, decisions.Answer{Action: review.Reject, Reason: reasons[n]})
}

// merge offers the events that are likest.
func (d *decider) merge(item review.Item) error {
	near := d.session.Near(item, 9, decisions.English{})
	for n, c := range near {
		d.paper.line(fmt.Sprintf("%d  %s, %s (%s)", n+1, c.Label, c.DateWords, c.ID))
	}
	said, err := d.ask("the same event as (number or id)", "")
	if err != nil {
		return err
	}
	if said == "" {
		return errors.New("not merged")
	}
	if n, err := strconv.Atoi(said); err == nil && n >= 1 && n <= len(near) {
		said = near[n-1].ID
	}
	return d.answer(item, decisions.Answer{Action: review.Merge, Into: said})
}

// split makes several events of one, or takes this mention away from others.
func (d *decider) split(item review.Item) error {
	if others := d.session.Elsewhere(item, decisions.English{}); len(others) > 0 {
		for n, o := range others {
			d.paper.line(fmt.Sprintf("%d  %s, %s (%s)", n+1, o.Label, o.Date, o.Article))
		}
		said, err := d.ask("it is not the same event as (numbers; nothing to split it into parts)", "")
		if err != nil {
			return err
		}
		var apart []string
		for _, field := range strings.Fields(said) {
			n, err := strconv.Atoi(field)
			if err != nil || n < 1 || n > len(others) {
				return fmt.Errorf("there is no number %q", field)
			}
			apart = append(apart, others[n-1].ID)
		}
		if len(apart) > 0 {
			return d.answer(item, decisions.Answer{Action: review.Split, Apart: apart})
		}
	}
	said, err := d.ask("dates of the parts, with ; between them", "")
	if err != nil {
		return err
	}
	var parts []review.Facts
	for _, s := range list(said) {
		date, err := decisions.ParseDate(s)
		if err != nil {
			return err
		}
		label, err := d.ask("label of "+date.Words(), item.Facts().Label)
		if err != nil {
			return err
		}
		parts = append(parts, review.Facts{Date: date, Label: label})
	}
	if len(parts) < 2 {
		return errors.New("not split: it takes two dates")
	}
	return d.answer(item, decisions.Answer{Action: review.Split, Parts: parts})
}

func (d *decider) note(item review.Item) error {
	said, err := d.ask("note", "")
	if err != nil {
		return err
	}
	if said == "" {
		return errors.New("no note")
	}
	return d.answer(item, decisions.Answer{Action: review.Note, Note: said})
}

// add asks for an event of the article of item that the machine missed.
func (d *decider) add(item review.Item) error {
	a := decisions.Answer{Action: review.Add}
	var err error
	if a.Words, err = d.ask("words of the article that tell of it", ""); err != nil {
		return err
	}
	if a.Words == "" {
		return errors.New("not added")
	}
	date, err := d.ask("date", "")
	if err != nil {
		return err
	}
	if a.Date, err = decisions.ParseDate(date); err != nil {
		return err
	}
	if a.Label, err = d.ask("label", ""); err != nil {
		return err
	}
	status, err := d.ask("status", event.Happened.String())
	if err != nil {
		return err
	}
	if a.Status, err = review.ParseStatus(status); err != nil {
		return err
	}
	return d.answer(item, a)
}

// Keys that are not characters.
const (
	ctrlC     = 3
	ctrlD     = 4
	backspace = 8
	escape    = 27
	erase     = 127
	keyUp     = -1
	keyDown   = -2
)

// key reads one key.
func (d *decider) key() (rune, error) {
	r, _, err := d.keys.ReadRune()
	if err != nil || r != escape {
		return r, err
	}
	// An arrow is escape, bracket, letter, and comes in one read; a lone
	// escape has nothing behind it.
	if d.keys.Buffered() < 2 {
		return escape, nil
	}
	next, err := d.keys.Peek(2)
	if err != nil || next[0] != '[' {
		return escape, nil
	}
	d.keys.Discard(2)
	switch next[1] {
	case 'A':
		return keyUp, nil
	case 'B':
		return keyDown, nil
	}
	return escape, nil
}

// errLeft is that a question was left with escape.
var errLeft = errors.New("left as it was")

// ask reads a line, with is to begin with. Escape leaves the question.
func (d *decider) ask(what, is string) (string, error) {
	typed := []rune(is)
	d.paper.prompt(what, string(typed))
	for {
		r, err := d.key()
		if err != nil {
			return "", err
		}
		switch r {
		case '\r', '\n':
			d.paper.line("")
			return strings.TrimSpace(string(typed)), nil
		case escape, ctrlC:
			d.paper.line("")
			return "", errLeft
		case backspace, erase:
			typed = typed[:max(0, len(typed)-1)]
		case 21: // Ctrl-U clears the line, as in shells
			typed = nil
		default:
			if r < ' ' {
				continue
			}
			typed = slices.Concat(typed, []rune{r})
		}
		d.paper.retype(what, string(typed))
	}
}
