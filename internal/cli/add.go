package cli

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"dateline/extract/timex"
	"dateline/internal/fetch"
	"dateline/internal/intake"
)

// addCmd brings articles in.
type addCmd struct {
	Sources      []string      `arg:"" name:"source" help:"Address of a page or feed, or a file or folder: HTML, Markdown, text, RSS, Atom, JSON Feed, WARC, CSV, JSON, JSON Lines, or a list of addresses."`
	Config       string        `short:"c" placeholder:"FILE" help:"Configuration. Default: dateline.yaml, if there is one."`
	Published    string        `short:"p" placeholder:"TIME" help:"Publication time of what does not state its own: 2021-12-05, or 2021-12-05T18:30+02:00."`
	Teasers      bool          `help:"Take the entries of a feed as they are, without getting the pages that they link to."`
	DryRun       bool          `short:"n" help:"Tell what would be added, and write nothing."`
	AllowPrivate bool          `help:"Get pages from this machine and private networks too."`
	IgnoreRobots bool          `help:"Get pages that robots.txt asks programs to leave alone; for sites of your own."`
	Delay        time.Duration `default:"1s" placeholder:"TIME" help:"Time between two requests to one server."`
	Quiet        bool          `short:"q" help:"Print errors only."`
	JSON         bool          `name:"json" help:"Print what was done as JSON on standard output."`
}

// addedArticle is an article as add --json tells of it.
type addedArticle struct {
	From       string   `json:"from"`
	Path       string   `json:"path"`
	Title      string   `json:"title"`
	Published  string   `json:"published"`
	Source     string   `json:"date_source"`
	Confidence string   `json:"date_confidence"`
	Why        string   `json:"date_note,omitempty"`
	Notes      []string `json:"notes,omitempty"`
}

// passedOver is a source of no article.
type passedOver struct {
	From string `json:"from"`
	Why  string `json:"why"`
}

// addReport is what add --json prints.
type addReport struct {
	Added   []addedArticle `json:"added"`
	Skipped []passedOver   `json:"skipped"` // there already
	Failed  []passedOver   `json:"failed"`
}

// Help is what the help says beyond the flags.
func (*addCmd) Help() string {
	return `Each article becomes a Markdown file in content/. Its publication time is looked for in JSON-LD, meta
tags, <time> elements, the visible byline and the address of the page; where it was found and how sure
that is stands beside it in the file (date_source, date_confidence). When it is not found, add asks on a
terminal, and fails elsewhere: give it with --published.

An article that is there already, by its address or by its text, is skipped. One that fails does not stop
the others; the exit code is then 1.

    dateline add https://news.example.org/2021/12/05/talks.html
    dateline add https://news.example.org/feed.xml articles/ links.txt`
}

// Run reads the sources one after the other and writes an article for each entry.
func (c *addCmd) Run(e *env) error {
	var published timex.DCT
	if c.Published != "" {
		var err error
		if published, err = timex.ParseDCT(c.Published); err != nil {
			return badUsage("--published: %w", err)
		}
	}
	flags := siteFlags{Config: c.Config}
	s, err := flags.open(e)
	if err != nil {
		return err
	}
	store, err := intake.OpenStore(e.ctx, e.fs, s.Content, s.articleOptions())
	if err != nil {
		return fmt.Errorf("add: %w", err)
	}
	im := &intake.Importer{
		Options: intake.Options{Published: published, DayFirst: s.DayFirst, PublishedKeys: s.PublishedKeys, Teasers: c.Teasers},
		Files:   e.fs, Get: c.getter(), Known: store.Known,
	}
	a := adding{addCmd: c, env: e, store: store, progress: s.progress, terminal: terminalOf(e)}
	for _, source := range c.Sources {
		a.show(source)
		for entry := range im.Import(e.ctx, source) {
			a.take(entry)
			a.show(source)
		}
		if err := e.ctx.Err(); err != nil {
			break
		}
	}
	s.progress.clear()
	return a.finish()
}

// userAgent returns the name under which pages are asked for.
func userAgent() string {
	about := "builds timelines of articles"
	if repository != "" {
		about = "+https://github.com/" + repository
	}
	return "dateline/" + strings.Trim(buildVersion().Version, "()") + " (" + about + ")"
}

// getter returns what gets pages from the web.
func (c *addCmd) getter() func(context.Context, string) (intake.Got, error) {
	client := &fetch.Client{
		UserAgent: userAgent(), AllowPrivate: c.AllowPrivate, IgnoreRobots: c.IgnoreRobots, Delay: c.Delay, Proxy: http.ProxyFromEnvironment,
	}
	if c.Delay == 0 {
		client.Delay = -1
	}
	return func(ctx context.Context, address string) (intake.Got, error) {
		page, err := client.Get(ctx, address)
		switch {
		case errors.Is(err, fetch.ErrPrivate):
			err = fmt.Errorf("%w; allow it with --allow-private", err)
		case errors.Is(err, fetch.ErrRobots):
			err = fmt.Errorf("%w; save the page with a browser and add the file", err)
		}
		return intake.Got{Address: page.URL, ContentType: page.ContentType, Body: page.Body}, err
	}
}

// adding is an add under way.
type adding struct {
	*addCmd
	*env
	store    *intake.Store
	progress *progress
	terminal *bufio.Reader // to ask on, nil where nobody can be asked
	report   addReport
}

// terminalOf returns the terminal that a person sits at, nil when there is none.
func terminalOf(e *env) *bufio.Reader {
	if isTerminal(e.stdin) && isTerminal(e.stderr) {
		return bufio.NewReader(e.stdin)
	}
	return nil
}

// show tells on a terminal what is being read.
func (a *adding) show(source string) {
	if a.progress == nil {
		return
	}
	r := a.report
	a.progress.shown = 1
	fmt.Fprintf(a.stderr, "\r\x1b[K%d added, %d skipped, %d failed: %.60s", len(r.Added), len(r.Skipped), len(r.Failed), source)
}

// take writes one entry.
func (a *adding) take(entry intake.Entry) {
	a.progress.clear()
	item := entry.Item
	path, err := "", entry.Err
	if err == nil {
		if !item.Published.Known() && a.terminal != nil {
			item.Published = a.ask(item)
		}
		path, err = a.store.Add(item, a.DryRun)
	}
	var duplicate *intake.Duplicate
	switch {
	case errors.As(err, &duplicate):
		a.report.Skipped = append(a.report.Skipped, passedOver{entry.From, err.Error()})
		if !a.Quiet {
			fmt.Fprintf(a.stderr, "skipped %s: %v\n", entry.From, err)
		}
		return
	case errors.Is(err, intake.ErrUndated):
		err = fmt.Errorf("%w; give it with --published 2006-01-02", err)
	}
	if err != nil {
		a.report.Failed = append(a.report.Failed, passedOver{entry.From, err.Error()})
		fmt.Fprintf(a.stderr, "dateline: %s: %v\n", entry.From, err)
		return
	}
	f := item.Published
	a.report.Added = append(a.report.Added, addedArticle{
		From: entry.From, Path: path, Title: item.Title, Published: f.Time.String(), Source: f.Source,
		Confidence: f.Confidence.String(), Why: f.Why, Notes: item.Notes,
	})
	if a.Quiet {
		return
	}
	how := f.Source + ", " + f.Confidence.String()
	if f.Why != "" {
		how += ": " + f.Why
	}
	fmt.Fprintf(a.stderr, "added %s: published %s (%s)\n", path, f.Time, how)
	for _, note := range item.Notes {
		fmt.Fprintf(a.stderr, "note: %s: %s\n", path, note)
	}
}

// ask asks the person at the terminal when an article was published. An empty
// answer leaves it open.
func (a *adding) ask(item intake.Item) intake.Finding {
	fmt.Fprintf(a.stderr, "%s: %s\n", item.From, item.Title)
	for a.ctx.Err() == nil {
		fmt.Fprint(a.stderr, "when was it published? (2021-12-05, 2021-12-05T18:30+02:00, or nothing to leave it out) ")
		line, err := a.terminal.ReadString('\n')
		line = strings.TrimSpace(line)
		if line == "" || err != nil && err != io.EOF {
			break
		}
		dct, problem := timex.ParseDCT(line)
		if problem == nil {
			return intake.Finding{Time: dct, Source: "given by hand", Confidence: timex.Explicit}
		}
		fmt.Fprintln(a.stderr, problem)
	}
	return intake.Finding{}
}

// finish prints the sum and returns whether anything failed.
func (a *adding) finish() error {
	r := a.report
	r.Added, r.Skipped, r.Failed = orEmpty(r.Added), orEmpty(r.Skipped), orEmpty(r.Failed)
	if a.JSON {
		if err := printJSON(a.stdout, r); err != nil {
			return err
		}
	} else if !a.Quiet {
		done := "added"
		if a.DryRun {
			done = "would be added"
		}
		fmt.Fprintf(a.stderr, "%d %s, %d skipped, %d failed\n", len(r.Added), done, len(r.Skipped), len(r.Failed))
	}
	switch {
	case a.ctx.Err() != nil:
		return fmt.Errorf("add: %w", a.ctx.Err())
	case len(r.Failed) > 0:
		return errReported
	}
	return nil
}
