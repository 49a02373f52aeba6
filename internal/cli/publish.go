package cli

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"github.com/spf13/afero"

	"dateline/extract/article"
	"dateline/internal/config"
	"dateline/site"
	"dateline/site/publish"
	"dateline/timeline"
)

// publishCmd pushes the site to a branch.
type publishCmd struct {
	Config    string `short:"c" placeholder:"FILE" help:"Configuration. Default: dateline.yaml, if there is one."`
	BaseURL   string `short:"b" placeholder:"URL" help:"Address where the site will be. Default: that of the configuration, else the one that GitHub gives the repository."`
	Remote    string `default:"origin" placeholder:"NAME" help:"Remote to push to."`
	Branch    string `default:"gh-pages" placeholder:"NAME" help:"Branch that holds the site."`
	Message   string `short:"m" placeholder:"TEXT" help:"Message of the commit; {sha} and {version} stand for the commit of the source and the version of dateline."`
	NoHistory bool   `help:"Replace the branch by one commit instead of adding one."`
	NoPush    bool   `help:"Move the local branch only, and leave pushing to you."`
	Adopt     bool   `help:"Take over a branch that dateline did not make: what is on it is removed from the site."`
	DryRun    bool   `short:"n" help:"Tell what would be published, and leave no trace."`
	Quiet     bool   `short:"q" help:"Print errors and warnings only."`
	JSON      bool   `name:"json" help:"Print what was done as JSON on standard output."`
}

// publishReport is what publish --json prints.
type publishReport struct {
	URL       string         `json:"url"`
	Remote    string         `json:"remote"`
	Address   string         `json:"address"`
	Branch    string         `json:"branch"`
	Message   string         `json:"message"`
	Source    string         `json:"source"` // commit of the source, "" when there is none
	Dirty     bool           `json:"dirty"`  // the source has changes that are not committed
	First     bool           `json:"first"`  // nothing of dateline's was on the branch
	Files     int            `json:"files"`
	Bytes     int64          `json:"bytes"`
	Limit     int64          `json:"limit"`      // of GitHub Pages, in bytes
	FileLimit int64          `json:"file_limit"` // of GitHub, in bytes
	Largest   []publish.File `json:"largest"`
	Added     []string       `json:"added"`
	Changed   []string       `json:"changed"`
	Removed   []string       `json:"removed"`
	Domain    string         `json:"cname"`
	Held      []string       `json:"held"` // drafts
	Warnings  []string       `json:"warnings"`
	DryRun    bool           `json:"dry_run"`
	Commit    string         `json:"commit,omitempty"`
	Pushed    bool           `json:"pushed"`
}

// Help is what the help says beyond the flags.
func (*publishCmd) Help() string {
	return `Builds the site strictly, as "build --strict" does, and adds it to the branch gh-pages of the remote
origin. Your work tree, index and HEAD are not touched, and what is in public/ does not matter. Drafts and
rejected events are not published, nor is the full text of an article unless it says full_text: true.

A branch that dateline did not make is left alone unless you say --adopt, and so is a CNAME: keep it with
domain: in dateline.yaml. --dry-run shows the address, every file, and the sizes against GitHub's limits.

On GitHub, choose once: Settings, Pages, Source: Deploy from a branch, gh-pages, / (root).`
}

// Run builds the site and publishes it.
func (c *publishCmd) Run(e *env) error {
	flags := siteFlags{Config: c.Config}
	s, err := flags.open(e)
	if err != nil {
		return err
	}
	s.remember = true
	defer s.saving.Wait()
	dir := filepath.Dir(c.Config)
	if err := s.at(c.BaseURL); err != nil {
		return err
	}
	if s.BaseURL == "" {
		if address, err := publish.Address(e.ctx, dir, c.Remote); err == nil {
			s.BaseURL = publish.Target(address, s.Domain)
		}
	}
	if s.BaseURL == "" {
		return fmt.Errorf("publish: the address of the site is not known, since %s is not on GitHub; give it as base_url: in %s, or with --base-url", c.Remote, config.Name)
	}
	out, err := os.MkdirTemp("", "dateline-site-")
	if err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	defer os.RemoveAll(out)
	built := afero.NewBasePathFs(afero.NewOsFs(), out)
	held, err := c.build(e, s, built)
	if err != nil {
		return err
	}
	plan, err := publish.Prepare(e.ctx, publish.Options{
		Dir: dir, Remote: c.Remote, Branch: c.Branch, Message: c.Message, Version: buildVersion().Version, Domain: s.Domain, Held: held,
		NoHistory: c.NoHistory, NoPush: c.NoPush, Adopt: c.Adopt, DryRun: c.DryRun,
	}, built)
	if err != nil {
		return err
	}
	defer plan.Close()
	return c.publish(e, s.BaseURL, plan)
}

// build writes the site to out, and returns the drafts that are not in it. A
// warning is an error.
func (c *publishCmd) build(e *env, s *sourceSite, out afero.Fs) (held []string, err error) {
	t, err := s.timeline(e.ctx)
	var found problems
	if errors.As(err, &found) {
		fmt.Fprintln(e.stderr, found)
		fmt.Fprintf(e.stderr, "dateline: publish: %s; nothing was published\n", count(len(found), "problem"))
		return nil, errReported
	}
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	cfg, err := s.pages(e.ctx, t)
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	report, err := site.Build(e.ctx, cfg, t, out)
	if err != nil {
		return nil, fmt.Errorf("publish: building the site: %w", err)
	}
	report.Warnings = append(report.Warnings, s.reviewWarnings...)
	if n := len(report.Warnings); n > 0 {
		printWarnings(e, report)
		fmt.Fprintf(e.stderr, "dateline: publish: %s; nothing was published\n", count(n, "warning"))
		return nil, errReported
	}
	return c.held(e, s, t)
}

// held returns the articles that are not in the timeline: the drafts.
func (c *publishCmd) held(e *env, s *sourceSite, t *timeline.Timeline) ([]string, error) {
	paths, _, err := article.Paths(e.ctx, e.fs, filepath.ToSlash(s.Content))
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	return slices.DeleteFunc(paths, func(path string) bool {
		return slices.ContainsFunc(t.Articles, func(r timeline.Reading) bool { return r.Article.Path == path })
	}), nil
}

// publish prints the plan and does it.
func (c *publishCmd) publish(e *env, url string, plan *publish.Plan) error {
	r := publishReport{
		URL: url, Remote: plan.Remote, Address: plan.Address, Branch: plan.Branch, Message: plan.Message, Source: plan.Source, Dirty: plan.Dirty,
		First: plan.First, Files: plan.Files, Bytes: plan.Bytes, Limit: publish.MaxSite, FileLimit: publish.MaxFile, Largest: orEmpty(plan.Largest),
		Added: orEmpty(plan.Added), Changed: orEmpty(plan.Changed), Removed: orEmpty(plan.Removed), Domain: plan.Domain,
		Held: orEmpty(plan.Held), Warnings: orEmpty(plan.Warnings), DryRun: c.DryRun,
	}
	for _, w := range plan.Warnings {
		fmt.Fprintf(e.stderr, "warning: %s\n", w)
	}
	if plan.First {
		fmt.Fprintln(e.stderr, "note: a GitHub Pages site may be read by everybody, even when its repository is private")
	}
	if !c.Quiet && !c.JSON {
		r.tell(e, c.DryRun)
	}
	if !c.DryRun {
		result, err := plan.Publish(e.ctx)
		if err != nil {
			return err
		}
		r.Commit, r.Pushed = result.Commit, result.Pushed
		if !c.Quiet {
			fmt.Fprintln(e.stderr, r.done(result))
		}
	}
	if c.JSON {
		return printJSON(e.stdout, r)
	}
	return nil
}

// done says what was done.
func (r *publishReport) done(result publish.Result) string {
	switch {
	case result.Same:
		return fmt.Sprintf("%s of %s has this site already; nothing was pushed", r.Branch, r.Remote)
	case result.Pushed:
		return fmt.Sprintf("pushed %.10s to %s of %s: %s", result.Commit, r.Branch, r.Remote, r.URL)
	}
	return fmt.Sprintf("moved the local branch %s to %.10s; push it with \"git push %s %s\"", r.Branch, result.Commit, r.Remote, r.Branch)
}

// tell prints what is published; with all, every file of it.
func (r *publishReport) tell(e *env, all bool) {
	domain := r.Domain
	if domain == "" {
		domain = "none"
	}
	source := r.Source
	switch {
	case source == "":
		source = "not committed"
	case r.Dirty:
		source = fmt.Sprintf("%.10s and changes that are not committed", source)
	default:
		source = fmt.Sprintf("%.10s", source)
	}
	fmt.Fprintf(e.stderr, "address  %s\nremote   %s (%s), branch %s\nCNAME    %s\nsource   %s\nmessage  %s\n", r.URL, r.Remote, r.Address, r.Branch, domain, source, r.Message)
	fmt.Fprintf(e.stderr, "files    %d (%d added, %d changed, %d removed), %d bytes, %.1f %% of the %d that GitHub Pages takes\n",
		r.Files, len(r.Added), len(r.Changed), len(r.Removed), r.Bytes, 100*float64(r.Bytes)/float64(r.Limit), r.Limit)
	for _, path := range r.Held {
		fmt.Fprintf(e.stderr, "draft    %s is held back\n", path)
	}
	if !all {
		return
	}
	for _, f := range r.Largest {
		fmt.Fprintf(e.stderr, "largest  %s, %d bytes\n", f.Path, f.Size)
	}
	for _, change := range []struct {
		what  string
		paths []string
	}{{"add", r.Added}, {"change", r.Changed}, {"remove", r.Removed}} {
		for _, path := range change.paths {
			fmt.Fprintf(e.stderr, "%-8s %s\n", change.what, path)
		}
	}
}

// at sets the address of the site to that of a flag, unless it is "".
func (s *sourceSite) at(flag string) (err error) {
	if flag == "" {
		return nil
	}
	if s.BaseURL, err = config.BaseURL(flag); err != nil {
		return badUsage("--base-url: %w", err)
	}
	return nil
}
