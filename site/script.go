package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"strings"

	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/timeline"
)

// scriptWords are the messages that the script shows, by its own names.
var scriptWords = map[string]string{
	"filter": "filter.label", "search": "filter.search", "order": "filter.order", "oldest": "filter.oldest", "newest": "filter.newest",
	"status": "event.status", "sure": "event.sure", "close": "filter.close", "close.day": "precision.day", "close.month": "precision.month",
	"close.year": "precision.year", "close.span": "precision.range", "close.loose": "precision.loose", "disputed": "status.disputed", "shown": "filter.shown", "reset": "filter.reset", "rest": "filter.rest",
	"download": "filter.download", "copy": "filter.copy", "copied": "filter.copied", "jump": "article.jump", "keys": "filter.keys", "more": "filter.more",
}

// scriptPages returns the script, which is one file for all pages, and the
// index that it searches where the timeline is on several pages, and from the
// page for addresses that lead nowhere.
func (b *builder) scriptPages() []page {
	todo := []page{{name: "dateline.js", make: b.script}}
	if len(b.t.Events) > 0 {
		const name = "search.js"
		b.streams[name] = func(w io.Writer, p *pieces) error {
			of := p.of(timeline.Format{})
			return b.searchIndex(w, func(i int, write func() error) error {
				return p.tell(of, timeline.Piece{Kind: timeline.EventPiece, I: i}, write)
			})
		}
		todo = append(todo, page{name: name, make: func() ([]byte, error) {
			var js bytes.Buffer
			err := b.searchIndex(&js, func(_ int, write func() error) error { return write() })
			return js.Bytes(), err
		}})
	}
	return todo
}

func (b *builder) script() ([]byte, error) {
	words := map[string]string{}
	for name, key := range scriptWords {
		words[name] = b.m[key]
	}
	for key, text := range b.m {
		if s, ok := strings.CutPrefix(key, "status."); ok && s != "disputed" {
			words[key] = text
		}
		if s, ok := strings.CutPrefix(key, "confidence."); ok && !strings.HasSuffix(s, ".long") {
			words["sure."+s] = text
		}
	}
	said, err := json.Marshal(words) // in order of the keys
	if err != nil {
		return nil, fmt.Errorf("writing the words of the script: %w", err)
	}
	var js bytes.Buffer
	fmt.Fprintf(&js, "var datelineWords = %s;\n", said)
	src, err := assets(b.files, ".js")
	if err != nil {
		return nil, err
	}
	js.Write(src)
	return js.Bytes(), nil
}

// statusOrder is the order in which the script counts statuses.
var statusOrder = []string{"happened", "ongoing", "planned", "wasplanned", "possible", "negated", "statement"}

// closely returns the number of the script's word for how closely e is known.
func closely(e timex.EDTF) int {
	if doubt(e) != "" {
		return 4
	}
	return map[string]int{toHour: 0, toDay: 0, toMonth: 1, toYear: 2, isRange: 3, isSince: 3, isBy: 3}[precision(e)]
}

// searchIndex writes what the script searches: of each event its page, label,
// date in words, status, confidence, whether the date is disputed, who and
// where, and how closely the date is known. It is a script that sets one variable, since a page that is read
// from disk may load nothing else. Each event is told of by a call of tell.
func (b *builder) searchIndex(js io.Writer, tell func(i int, write func() error) error) error {
	number := map[string]int{event.Status(0).String(): 0}
	for i, s := range statusOrder {
		number[s] = i
	}
	line := func(s string) error {
		_, err := io.WriteString(js, s)
		return err
	}
	if err := line("var datelineIndex = [\n"); err != nil {
		return err
	}
	row := func(i int) error {
		e := &b.t.Events[i]
		at := strings.TrimSuffix(strings.TrimPrefix(b.eventAt[i], "events/"), ".html")
		disputed := 0
		if e.Conflict() {
			disputed = 1
		}
		sure := max(int(confidence(*e, b.t))-int(timex.Explicit), 0)
		row, err := json.Marshal([]any{at, e.Label, b.say.fullAs(e.Date, e.Status).String(), number[statusKey(*e)], sure, disputed,
			strings.TrimSpace(strings.Join(e.Participants, " ") + " " + e.Place), closely(e.Date)})
		if err != nil {
			return fmt.Errorf("writing the search index: %w", err)
		}
		return line(string(row) + ",\n") // a comma at the end adds nothing
	}
	for _, i := range b.allInOrder() {
		if err := tell(i, func() error { return row(i) }); err != nil {
			return err
		}
	}
	return line("];\n")
}
