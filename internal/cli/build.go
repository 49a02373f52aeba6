package cli

import (
	"cmp"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/afero"

	"dateline/internal/config"
	"dateline/site"
	"dateline/timeline"
)

// buildCmd writes the site.
type buildCmd struct {
	siteFlags
	Out        string `short:"d" placeholder:"DIR" help:"Folder that the site is written to. Default: public."`
	BaseURL    string `short:"b" placeholder:"URL" help:"Address where the site will be, for feeds and permanent links."`
	WithReview bool   `help:"Add a review page, which collects decisions in the browser for dateline review --apply. It has all events, rejected ones too: not for the public."`
	Strict     bool   `help:"Treat warnings as errors: the site is not written when there is one."`
	Quiet      bool   `short:"q" help:"Print errors and warnings only."`
	JSON       bool   `name:"json" help:"Print what was done as JSON on standard output."`
}

// Help is what the help says beyond the flags.
func (*buildCmd) Help() string {
	return `The articles are the Markdown files in content/ and its folders. Each begins with front matter, YAML
between lines of --- or TOML between lines of +++, that states at least when it was published:

    ---
    title: Talks resume
    date: 2021-12-05
    ---

dateline.yaml may hold title, description, base_url, domain, lang, published_keys (the front matter keys of the
publication time, in order), day_first (12/07/2021 is 12 July), include (which events: all,
likely, accepted+explicit, accepted), require_review, corrections (the address of a form for new issues),
event_files (a JSON and, where the day is known, an iCalendar file beside the page of each event), and the
folders content, out, templates and review.

When anything is wrong with an article, all that is wrong is told with file and line, nothing is written,
and the exit code is 1.`
}

// buildReport is what build --json prints.
type buildReport struct {
	Out       string   `json:"out"`
	Articles  int      `json:"articles"`
	Events    int      `json:"events"`
	Conflicts int      `json:"conflicts"`
	Undated   int      `json:"undated"`
	Written   []string `json:"written"`
	Unchanged int      `json:"unchanged"`
	Removed   []string `json:"removed"`
	Warnings  []string `json:"warnings"`
	Problems  problems `json:"problems"` // with the articles; when there is one, nothing was written
}

// Run reads the articles and writes the site. When anything is wrong with an
// article, it says so and leaves the last good site as it is.
func (c *buildCmd) Run(e *env) error {
	began := time.Now()
	s, err := c.open(e)
	if err != nil {
		return err
	}
	s.remember = true
	defer s.saving.Wait()
	keepToRoom()
	if c.Out != "" {
		s.Out = c.Out
	}
	if c.BaseURL != "" {
		if s.BaseURL, err = config.BaseURL(c.BaseURL); err != nil {
			return badUsage("--base-url: %w", err)
		}
	}
	if within(s.Out, s.Content) {
		return badUsage("the site cannot be written to %s, which is in the folder of the articles", s.Out)
	}
	now, unseen := s.state(e.ctx)
	if unseen == nil && !c.WithReview {
		if last, names := s.standing(&now); last != nil && !(c.Strict && len(last.Warnings) > 0) {
			return c.done(e, s, began, last, site.Report{Unchanged: names, Warnings: last.Warnings})
		}
	}
	memory := s.pageMemory()
	var past *site.Past
	if memory != nil {
		past = site.LookBack(afero.NewBasePathFs(e.fs, s.Out), memory)
	}
	t, err := s.timeline(e.ctx)
	var found problems
	if errors.As(err, &found) {
		fmt.Fprintln(e.stderr, found)
		return c.refuse(e, s, count(len(found), "problem"), buildReport{Problems: found})
	}
	if err != nil {
		return fmt.Errorf("build: %w", err)
	}
	keepToRoom()
	cfg, err := s.pages(e.ctx, t)
	if err != nil {
		return fmt.Errorf("build: %w", err)
	}
	if c.WithReview {
		if cfg.Files, err = s.reviewPages(e.ctx); err != nil {
			return fmt.Errorf("build: %w", err)
		}
	}
	if c.Strict {
		trial, err := site.Build(e.ctx, cfg, t, afero.NewMemMapFs())
		if err != nil {
			return fmt.Errorf("build: %w", err)
		}
		trial.Warnings = append(trial.Warnings, s.reviewWarnings...)
		if n := len(trial.Warnings); n > 0 {
			printWarnings(e, trial)
			return c.refuse(e, s, count(n, "warning"), buildReport{Warnings: trial.Warnings})
		}
	}
	if err := e.fs.MkdirAll(s.Out, 0o755); err != nil {
		return fmt.Errorf("build: %w", err)
	}
	cfg.Scratch = s.cacheFolder().Scratch()
	if err := s.outputFile("built").Remove(); err == nil {
		cfg.Memory, cfg.Past = memory, past
	} // else what cannot be taken back must not be built on
	report, err := site.Build(e.ctx, cfg, t, afero.NewBasePathFs(e.fs, s.Out))
	if err != nil {
		return fmt.Errorf("build: writing %s: %w", filepath.ToSlash(s.Out), err)
	}
	report.Warnings = append(report.Warnings, s.reviewWarnings...)
	done := &lastBuild{now, contents(t), countsOf(t), report.Warnings}
	if unseen == nil && !c.WithReview {
		s.built(done)
	}
	return c.done(e, s, began, done, report)
}

// done tells what a build did.
func (c *buildCmd) done(e *env, s *sourceSite, began time.Time, b *lastBuild, report site.Report) error {
	printWarnings(e, report)
	if !c.Quiet {
		fmt.Fprintf(e.stderr, "%s: %s; %s written, %d unchanged, %d removed (%s)\n", filepath.ToSlash(s.Out), b.Holds,
			count(len(report.Written), "file"), len(report.Unchanged), len(report.Removed), time.Since(began).Round(time.Millisecond))
	}
	return c.report(e, s, buildReport{
		Articles: b.Counts.Articles, Events: b.Counts.Events, Conflicts: b.Counts.Conflicts, Undated: b.Counts.Undated,
		Written: report.Written, Unchanged: len(report.Unchanged), Removed: report.Removed, Warnings: report.Warnings,
	})
}

// refuse ends a build that found something wrong before it wrote anything.
func (c *buildCmd) refuse(e *env, s *sourceSite, why string, r buildReport) error {
	fmt.Fprintf(e.stderr, "dateline: build: %s; nothing was written to %s\n", why, filepath.ToSlash(s.Out))
	return cmp.Or(c.report(e, s, r), errReported)
}

// report prints r where JSON is wanted.
func (c *buildCmd) report(e *env, s *sourceSite, r buildReport) error {
	if !c.JSON {
		return nil
	}
	r.Out = filepath.ToSlash(s.Out)
	r.Written, r.Removed = orEmpty(r.Written), orEmpty(r.Removed)
	r.Warnings, r.Problems = orEmpty(r.Warnings), orEmpty(r.Problems)
	return printJSON(e.stdout, r)
}

func printWarnings(e *env, report site.Report) {
	for _, w := range report.Warnings {
		fmt.Fprintf(e.stderr, "warning: %s\n", w)
	}
}

// contents says what a timeline holds: "3 articles, 14 events (1 conflict), 2 undated".
func contents(t *timeline.Timeline) string {
	s := count(len(t.Articles), "article") + ", " + count(len(t.Events), "event")
	if n := conflicts(t); n > 0 {
		s += " (" + count(n, "conflict") + ")"
	}
	return fmt.Sprintf("%s, %d undated", s, len(t.Undated))
}

func conflicts(t *timeline.Timeline) int {
	n := 0
	for _, event := range t.Events {
		if event.Conflict() {
			n++
		}
	}
	return n
}

// count returns "1 file", "2 files".
func count(n int, noun string) string {
	if n != 1 {
		noun += "s"
	}
	return fmt.Sprintf("%d %s", n, noun)
}

// orEmpty keeps null out of JSON.
func orEmpty[S ~[]E, E any](s S) S {
	if s == nil {
		return S{}
	}
	return s
}

// within reports whether path is folder or lies in it.
func within(path, folder string) bool {
	rel, err := filepath.Rel(folder, path)
	return err == nil && rel != ".." && !strings.HasPrefix(rel, ".."+string(filepath.Separator))
}
