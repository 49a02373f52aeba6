package cli

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"slices"

	"github.com/spf13/afero"

	"dateline/internal/check"
	"dateline/internal/config"
	"dateline/internal/fetch"
	"dateline/site"
	"dateline/timeline"
	"dateline/timeline/review"
)

// checkCmd looks for what is wrong with a site.
type checkCmd struct {
	Config       string `short:"c" placeholder:"FILE" help:"Configuration. Default: dateline.yaml, if there is one."`
	BaseURL      string `short:"b" placeholder:"URL" help:"Address where the site will be. Default: that of the configuration."`
	External     bool   `help:"Ask for every outside link of the articles as well."`
	AllowPrivate bool   `help:"With --external: ask for links to this machine and private networks too."`
	Strict       bool   `help:"Fail on warnings too."`
	Quiet        bool   `short:"q" help:"Print findings only, without the sum."`
	JSON         bool   `name:"json" help:"Print the findings as JSON on standard output."`
}

// checkReport is what check --json prints.
type checkReport struct {
	Articles int             `json:"articles"`
	Files    int             `json:"files"` // of the site, 0 when it could not be built
	Bytes    int64           `json:"bytes"`
	Errors   int             `json:"errors"`
	Warnings int             `json:"warnings"`
	Findings []check.Finding `json:"findings"`
}

// Help is what the help says beyond the flags.
func (*checkCmd) Help() string {
	return `Looks at the front matter of all articles, drafts included; publication times that "dateline add" was
not sure of; expressions of time that could not be resolved; decisions that no longer fit their article;
and, in a site built in memory, broken links between its pages, ids that are there twice, and sizes
against the limits of GitHub Pages. Nothing is written.

Exit codes: 0 nothing that must be mended, 1 errors (with --strict, warnings too), 2 the command line was wrong.`
}

// Run makes all checks and prints what they found.
func (c *checkCmd) Run(e *env) error {
	flags := siteFlags{Config: c.Config, Drafts: true}
	s, err := flags.open(e)
	if err != nil {
		return err
	}
	if err := s.at(c.BaseURL); err != nil {
		return err
	}
	var r checkReport
	readings, err := s.read(e.ctx)
	var found problems
	switch {
	case errors.As(err, &found):
		r.Findings = check.Problems(found)
	case err != nil:
		return fmt.Errorf("check: %w", err)
	default:
		r.Articles = len(readings)
		if err := c.look(e, s, readings, &r); err != nil {
			return fmt.Errorf("check: %w", err)
		}
	}
	r.Findings = orEmpty(check.Sorted(r.Findings))
	for _, f := range r.Findings {
		if f.Severity == check.Error {
			r.Errors++
		} else {
			r.Warnings++
		}
	}
	if c.JSON {
		if err := printJSON(e.stdout, r); err != nil {
			return err
		}
	} else {
		for _, f := range r.Findings {
			fmt.Fprintln(e.stdout, f)
		}
	}
	if !c.Quiet {
		fmt.Fprintf(e.stderr, "%s, %s (%d bytes): %s, %s\n", count(r.Articles, "article"), count(r.Files, "file"), r.Bytes,
			count(r.Errors, "error"), count(r.Warnings, "warning"))
	}
	if r.Errors > 0 || c.Strict && r.Warnings > 0 {
		return errReported
	}
	return nil
}

// look makes the checks of articles that can be read.
func (c *checkCmd) look(e *env, s *sourceSite, readings []timeline.Reading, r *checkReport) error {
	r.Findings = append(r.Findings, check.Articles(readings)...)
	ids := idsOf(readings)
	files, err := s.store().LoadAll(ids)
	if err != nil {
		return err
	}
	strays, err := s.store().Strays(ids)
	if err != nil {
		return err
	}
	all := make([]*timeline.Reading, len(readings))
	for i := range readings {
		all[i] = &readings[i]
	}
	items := slices.Concat(review.ExamineAll(all, files)...)
	r.Findings = append(r.Findings, check.Decisions(items, s.store().Path, strays, s.RequireReview)...)
	if c.External {
		outside, err := check.External(e.ctx, check.Outsides(readings), c.asker())
		if err != nil {
			return err
		}
		r.Findings = append(r.Findings, outside...)
	}
	public := slices.DeleteFunc(slices.Clone(readings), func(r timeline.Reading) bool { return r.Article.Draft })
	if len(public) == 0 {
		return nil
	}
	if public, err = s.decided(public); err != nil {
		return err
	}
	out := afero.NewMemMapFs()
	built, err := site.Build(e.ctx, s.siteConfig(), timeline.Build(public), out)
	if err != nil {
		return err
	}
	for _, warning := range built.Warnings {
		r.Findings = append(r.Findings, check.Finding{Severity: check.Warning, Kind: "site", Path: config.Name, What: warning})
	}
	pages, err := check.Pages(e.ctx, out, s.BaseURL)
	r.Findings, r.Files, r.Bytes = append(r.Findings, pages.Findings...), pages.Files, pages.Bytes
	return err
}

// asker returns what asks for an outside link.
func (c *checkCmd) asker() func(context.Context, string) error {
	client := &fetch.Client{UserAgent: userAgent(), AllowPrivate: c.AllowPrivate, Proxy: http.ProxyFromEnvironment}
	return func(ctx context.Context, address string) error {
		_, err := client.Get(ctx, address)
		if errors.Is(err, fetch.ErrTooLarge) {
			return nil // it is there
		}
		return err
	}
}
