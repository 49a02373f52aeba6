package cli

import (
	"cmp"
	"fmt"

	"dateline/extract"
	"dateline/extract/article"
	"dateline/extract/timex"
)

// extractCmd prints what articles hold, without a site.
type extractCmd struct {
	Files     []string `arg:"" optional:"" name:"file" help:"Markdown (.md), JSON Lines (.jsonl, or what begins with {) or plain text; \"-\" or nothing reads standard input."`
	Format    string   `short:"f" help:"Output: ${enum}. What auto means: table on a terminal, else jsonl." enum:"auto,table,jsonl,json,csv,timeml" default:"auto"`
	Published string   `short:"p" placeholder:"TIME" help:"Publication time of what does not state its own: 2021-12-05, or 2021-12-05T18:30+02:00."`
	DayFirst  bool     `help:"Read 12/07/2021 as 12 July, not December 7."`
	Undated   bool     `help:"Print events without a date as well."`
	Config    string   `short:"c" placeholder:"FILE" help:"Configuration, for published_keys, lang and day_first. Default: dateline.yaml, if there is one."`
	Workers   int      `placeholder:"N" help:"Articles read at the same time; the output is the same for any number. Default: one for each processor."`
}

// Help is what the help says beyond the flags.
func (*extractCmd) Help() string {
	return `Offsets in the output count Unicode code points into the text, end exclusive: of a text file or a JSON
line as it is, of Markdown without its markup.

A line of JSON Lines is {"id", "published" (or "dct"), "title"?, "text", "url"?}. A bad line or file is
told on standard error with its place, the others go on, and the exit code is 1.

The format timeml is one TimeML document after the other, with the time expressions as TIMEX3.`
}

// outcome is what one input came to: a result, or an error.
type outcome struct {
	result extract.Result
	err    error
}

// Run reads the inputs one after the other and prints their records in order.
func (c *extractCmd) Run(e *env) error {
	flags := siteFlags{Config: c.Config, Workers: c.Workers}
	s, err := flags.open(e)
	if err != nil {
		return err
	}
	if len(c.Files) == 0 {
		c.Files = []string{"-"}
	}
	in := inputs{env: e, names: c.Files, opts: s.articleOptions()}
	if c.Published != "" {
		if in.opts.Published, err = timex.ParseDCT(c.Published); err != nil {
			return badUsage("--published: %w", err)
		}
	}
	if err := in.check(); err != nil {
		return err
	}
	opts := s.extractOptions()
	opts.DayFirst = opts.DayFirst || c.DayFirst
	x := extract.New(opts)
	read := func(job func() (article.Article, error)) outcome {
		a, err := job()
		if err != nil {
			return outcome{err: err}
		}
		r, err := extracted(x, a)
		return outcome{r, err}
	}
	out := newRecordWriter(c.Format, e.stdout, c.Undated)
	var shown *progress
	if !isTerminal(e.stdout) {
		shown = newProgress(e.stderr)
	}
	failed := false
	err = inOrder(e.ctx, s.workers, in.articles(), read, func(o outcome) error {
		shown.tick("articles")
		if o.err != nil {
			failed = true
			shown.clear()
			fmt.Fprintf(e.stderr, "dateline: %v\n", o.err)
			return nil
		}
		return out.write(o.result)
	})
	shown.clear()
	if err == nil {
		err = out.close()
	}
	switch {
	case err != nil:
		return fmt.Errorf("extract: %w", err)
	case failed:
		return errReported
	}
	return nil
}

// extracted returns what an article holds. A fault of ours is an error of
// that article, so that it does not take a run over thousands with it.
func extracted(x *extract.Extractor, a article.Article) (r extract.Result, err error) {
	defer func() {
		if fault := recover(); fault != nil {
			err = &article.Problem{Path: cmp.Or(a.Path, a.ID), What: fmt.Sprintf("a fault of dateline: %v", fault),
				Hint: "please report it with the article"}
		}
	}()
	return x.Document(extract.DocumentOf(a)), nil
}
