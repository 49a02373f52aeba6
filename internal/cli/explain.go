package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"dateline/extract"
	"dateline/extract/timex"
	"dateline/internal/suggest"
	"dateline/timeline"
)

// explainCmd tells how a date was worked out.
type explainCmd struct {
	What      string `arg:"" name:"event|file:line" help:"Id of an event of the timeline (its beginning is enough), FILE:LINE for a line of an article, or FILE for the whole of it."`
	Published string `short:"p" placeholder:"TIME" help:"Publication time of a file that does not state its own."`
	JSON      bool   `name:"json" help:"Print it as JSON."`
	siteFlags
}

// Run finds out what is meant and prints how its dates came about.
func (c *explainCmd) Run(e *env) error {
	s, err := c.open(e)
	if err != nil {
		return err
	}
	if c.What == "" {
		return badUsage("want the id of an event, FILE:LINE or FILE")
	}
	if file, line, ok := c.place(e); ok {
		return c.file(e, s, file, line)
	}
	return c.event(e, s)
}

// fileLine is FILE:LINE; a column may follow, as editors write it.
var fileLine = regexp.MustCompile(`^(.+?):([0-9]{1,9})(?::[0-9]+)?:?$`)

// place splits FILE:LINE; line is 0 for the whole file. What names no file
// that is there is an event, unless it looks like a file.
func (c *explainCmd) place(e *env) (file string, line int, ok bool) {
	file = c.What
	if m := fileLine.FindStringSubmatch(c.What); m != nil {
		file, ok = m[1], true
		line, _ = strconv.Atoi(m[2])
	}
	if info, err := e.fs.Stat(file); err == nil && !info.IsDir() {
		return file, line, true
	}
	return file, line, ok || strings.ContainsAny(file, `/\`) || isMarkdown(file) || filepath.Ext(file) == ".txt"
}

// file explains one line of an article, or all of them when line is 0.
func (c *explainCmd) file(e *env, s *sourceSite, file string, line int) error {
	if isLines(file) {
		return badUsage("%s: explain reads Markdown and plain text; extract prints the working of JSON Lines", file)
	}
	opts := s.articleOptions()
	var err error
	if c.Published != "" {
		if opts.Published, err = timex.ParseDCT(c.Published); err != nil {
			return badUsage("--published: %w", err)
		}
	}
	a, err := readOne(e.fs, file, opts)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return badUsage("%s: no such file%s", file, nearFile(e.fs, file))
	case err != nil:
		return err
	}
	r := extract.New(s.extractOptions()).Document(extract.DocumentOf(a))
	x := explainArticle(timeline.Reading{Article: a, Timexes: r.Timexes, Events: r.Events, Impossible: r.Impossible})
	if line > 0 {
		x = x.only(line)
	}
	if c.JSON {
		return printJSON(e.stdout, x)
	}
	if len(x.Timexes) == 0 && len(x.Events) == 0 && len(x.Impossible) == 0 {
		return fmt.Errorf("%s: no time expression and no event there%s", c.What, x.elsewhere())
	}
	w := newWorking(e.stdout)
	w.article(x)
	return w.flush()
}

// event explains an event of the timeline, named by its id or the beginning of one.
func (c *explainCmd) event(e *env, s *sourceSite) error {
	t, err := s.timeline(e.ctx)
	if err != nil {
		return err
	}
	events := slices.Concat(t.Events, t.Undated)
	found, err := pickEvent(t, events, c.What)
	if err != nil {
		return err
	}
	x := explainEvent(t, found)
	if c.JSON {
		return printJSON(e.stdout, x)
	}
	w := newWorking(e.stdout)
	w.event(x)
	return w.flush()
}

// pickEvent returns the event with an id, or with a mention that has it, or
// else the only one whose id begins so.
func pickEvent(t *timeline.Timeline, events []timeline.Event, id string) (timeline.Event, error) {
	var begins []timeline.Event
	var ids []string
	for _, event := range events {
		if event.ID == id || slices.ContainsFunc(event.Evidence, func(at timeline.Evidence) bool {
			_, mention := t.Of(at)
			return mention.ID == id
		}) {
			return event, nil
		}
		if strings.HasPrefix(event.ID, id) {
			begins = append(begins, event)
		}
		ids = append(ids, event.ID)
	}
	switch {
	case len(begins) == 1:
		return begins[0], nil
	case len(begins) > 1:
		lines := make([]string, 0, 5)
		for _, event := range begins[:min(len(begins), cap(lines))] {
			lines = append(lines, "  "+event.ID+"  "+event.Label)
		}
		return timeline.Event{}, badUsage("%s events have an id that begins with %q, among them\n%s", strconv.Itoa(len(begins)), id, strings.Join(lines, "\n"))
	}
	return timeline.Event{}, badUsage("no event has the id %q%s", id, suggest.DidYouMean(id, ids))
}

// printJSON prints v for programs, indented.
func printJSON(w io.Writer, v any) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(v)
}
