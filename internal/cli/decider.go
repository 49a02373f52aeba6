package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"strconv"
	"strings"

	"dateline/internal/decisions"
	"dateline/timeline/review"
)

// decider is a review in the terminal: one event on the screen, one key a
// decision.
type decider struct {
	session *decisions.Session
	filter  review.Filter
	queue   []place
	at      int
	message string // what came of the last key, shown under the event
	keys    *bufio.Reader
	paper   paper
}

// place names an item of the queue.
type place struct{ article, id string }

// errQuit ends a review.
var errQuit = errors.New("quit")

func newDecider(session *decisions.Session, filter review.Filter, queue []review.Item, in io.Reader, out io.Writer) *decider {
	d := &decider{session: session, filter: filter, keys: bufio.NewReader(in), paper: paper{out: out, width: 90}}
	d.take(queue)
	return d
}

func (d *decider) take(queue []review.Item) {
	d.queue, d.at = nil, 0
	for _, i := range queue {
		d.queue = append(d.queue, place{i.Reading.Article.ID, i.ID})
	}
}

// screen makes d draw on a terminal rather than on paper.
func (d *decider) screen(w io.Writer) { d.paper = terminalPaper(w) }

// run shows one item after the other until the reviewer quits, or the keys
// or the queue end.
func (d *decider) run() error {
	for {
		if d.at >= len(d.queue) {
			if done := d.end(); done {
				return nil
			}
			continue
		}
		item, err := d.session.Item(d.queue[d.at].article, d.queue[d.at].id)
		if err != nil {
			// Undone: an event that was added is there no more.
			d.queue = append(d.queue[:d.at], d.queue[d.at+1:]...)
			continue
		}
		d.paper.item(d.session.View(item, decisions.English{}), d.at+1, len(d.queue), d.session.Status(), d.message)
		d.message = ""
		key, err := d.key()
		if err == nil {
			err = d.press(key, item)
		}
		switch {
		case errors.Is(err, errQuit), errors.Is(err, io.EOF):
			d.paper.line(summary(d.session.Status()))
			return nil
		case err != nil:
			d.message = err.Error()
		}
	}
}

// end is what comes after the last item.
func (d *decider) end() (done bool) {
	d.paper.begin()
	if d.message != "" {
		d.paper.line(d.message)
	}
	d.paper.line("the queue is empty: " + summary(d.session.Status()))
	d.paper.line("k goes back, u undoes, q quits")
	for {
		key, err := d.key()
		switch {
		case err != nil || key == 'q':
			return true
		case key == 'k' && len(d.queue) > 0:
			d.at = len(d.queue) - 1
			return false
		case key == 'u':
			if err := d.undo(); err != nil {
				d.message = err.Error()
			}
			return false
		}
	}
}

func summary(s review.Status) string {
	return fmt.Sprintf("%d of %s decided, %d unreviewed, %d stale, %s", s.Reviewed(), count(s.Events, "event"), s.Unreviewed, s.Stale, count(s.Orphans, "orphan"))
}

// press does what a key stands for.
func (d *decider) press(key rune, item review.Item) error {
	switch key {
	case 'a':
		return d.answer(item, decisions.Answer{Action: review.Accept})
	case '1', '2', '3', '4':
		return d.answer(item, decisions.Answer{Action: review.Fix, Reading: int(key - '0')})
	case 'e':
		return d.edit(item)
	case 'x':
		return d.reject(item)
	case 's':
		return d.answer(item, decisions.Answer{Action: review.Skip})
	case 'm':
		return d.merge(item)
	case 'p':
		return d.split(item)
	case 'n':
		return d.note(item)
	case '+':
		return d.add(item)
	case 'A':
		return d.batch(item)
	case 'u':
		return d.undo()
	case 'j', keyDown:
		d.at++
	case 'k', keyUp:
		d.at = max(0, d.at-1)
	case 'f':
		return d.refilter()
	case 'r':
		return d.sample()
	case '?':
		d.message = help
	case 'q', ctrlC, ctrlD:
		return errQuit
	case '\r', '\n', ' ':
	default:
		return fmt.Errorf("no key %q; ? shows the keys", key)
	}
	return nil
}

const help = `a accept        e edit date, label, status, people, place      x reject
1–4 another reading of the date      s skip, leave it open      n note
m merge with another event      p split into parts, or from other evidence
+ add an event of this article that was missed
A accept all explicit dates of this rule      r a random sample
f filter      j next      k previous      u undo      q quit`

// answer writes a decision and goes on to the next item.
func (d *decider) answer(item review.Item, a decisions.Answer) error {
	out, err := d.session.Decide("", item.Reading.Article.ID, item.ID, item.Thread.Version(), a)
	if err != nil {
		return err
	}
	d.message = out.Decision.Words()
	if out.Notice != "" {
		d.message += "\n" + out.Notice
	}
	switch a.Action {
	case review.Note:
	case review.Add:
		added := place{item.Reading.Article.ID, out.Decision.ID}
		d.queue = append(d.queue[:d.at+1], append([]place{added}, d.queue[d.at+1:]...)...)
	default:
		d.at++
	}
	return nil
}

func (d *decider) undo() error {
	was, ok, err := d.session.Undo("")
	switch {
	case err != nil:
		return err
	case !ok:
		return errors.New("nothing to undo")
	}
	d.message = "taken back: " + was.Words()
	for i, p := range d.queue {
		if p.id == was.ID {
			d.at = i
		}
	}
	return nil
}

// batch accepts every explicit date of the item's rule.
func (d *decider) batch(item review.Item) error {
	same := d.session.SameRule(item)
	if len(same) == 0 {
		return fmt.Errorf("no explicit date of the rule %q is open", item.Rule())
	}
	yes, err := d.ask(fmt.Sprintf("accept %s of the rule %s? y/n", count(len(same), "explicit date"), item.Rule()), "")
	if err != nil || !strings.HasPrefix(strings.ToLower(yes), "y") {
		return err
	}
	n, err := d.session.Accept("", same)
	d.message = "accepted " + count(n, "explicit date")
	return err
}

// refilter asks what to go through.
func (d *decider) refilter() error {
	line, err := d.ask("article=ID rule=RULE words=WORD confidence=WORD state=STATE status=STATUS undated=yes; nothing for all that is open", "")
	if err != nil {
		return err
	}
	var f review.Filter
	for _, field := range strings.Fields(line) {
		name, value, _ := strings.Cut(field, "=")
		switch name {
		case "article":
			f.Article = value
		case "rule":
			f.Rule = value
		case "words":
			f.Words = value
		case "confidence":
			f.Confidence = value
		case "state":
			f.State = value
		case "status":
			f.Status = value
		case "undated":
			f.Undated = value != "no"
		default:
			return fmt.Errorf("cannot filter by %q", field)
		}
	}
	if err := f.Check(); err != nil {
		return err
	}
	queue := d.session.Queue(f)
	if len(queue) == 0 {
		return errors.New("there is nothing of that; the filter stays as it was")
	}
	d.filter = f
	d.take(queue)
	return nil
}

// sample asks how many items to check at random.
func (d *decider) sample() error {
	line, err := d.ask("how many, and the number of the sample (20 1)", "20")
	if err != nil {
		return err
	}
	var n int
	var seed uint64
	fields := strings.Fields(line)
	if len(fields) > 0 {
		n, err = strconv.Atoi(fields[0])
	}
	if err == nil && len(fields) > 1 {
		seed, err = strconv.ParseUint(fields[1], 10, 64)
	}
	if err != nil || n <= 0 {
		return fmt.Errorf("cannot read %q as how many", line)
	}
	all := d.filter
	all.State = "all"
	d.take(review.Sample(d.session.Queue(all), n, seed))
	return nil
}
