package cli

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/afero"

	"dateline/extract"
	"dateline/extract/article"
	"dateline/internal/config"
	"dateline/site"
	"dateline/timeline"
)

// siteFlags are the flags of every command that reads a site's content.
type siteFlags struct {
	Config  string `short:"c" placeholder:"FILE" help:"Configuration. Default: dateline.yaml, if there is one."`
	Drafts  bool   `short:"D" help:"Read articles marked as drafts as well."`
	Workers int    `placeholder:"N" help:"Articles read at the same time; the output is the same for any number. Default: one for each processor."`
}

// sourceSite is the input of a site: its configuration and its content.
type sourceSite struct {
	config.Config
	fs       afero.Fs
	drafts   bool
	workers  int
	folder   string // that of the configuration
	remember bool   // what was worked out, for the next run
	progress *progress

	held           []string // IDs of the drafts that the last call of read left out
	reviewWarnings []string // of the last call of decided

	saving sync.WaitGroup // what is being written to the cache
}

// open reads the configuration that the flags name.
func (f *siteFlags) open(e *env) (*sourceSite, error) {
	if f.Workers < 0 {
		return nil, badUsage("--workers: want a number above 0, not %d", f.Workers)
	}
	if f.Workers == 0 {
		f.Workers = runtime.GOMAXPROCS(0)
	}
	cfg, err := config.Load(e.fs, f.Config)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, badUsage("%s: no such file%s", f.Config, nearFile(e.fs, f.Config))
	case err != nil:
		return nil, err
	}
	return &sourceSite{Config: cfg, fs: e.fs, drafts: f.Drafts, workers: f.Workers, folder: configFolder(f.Config), progress: newProgress(e.stderr)}, nil
}

// problems are everything that was wrong with the articles of a site, so that
// all of it can be mended at once.
type problems []*article.Problem

// Error returns one line a problem.
func (p problems) Error() string {
	lines := make([]string, len(p))
	for i, problem := range p {
		lines[i] = problem.Error()
	}
	return strings.Join(lines, "\n")
}

// read returns the articles of the site, each with what was extracted from
// it, in order of their paths. When any article cannot be read, the error is
// the problems of them all.
func (s *sourceSite) read(ctx context.Context) ([]timeline.Reading, error) {
	folder := filepath.ToSlash(s.Content)
	paths, found, err := article.Paths(ctx, s.fs, folder)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fmt.Errorf("%s: no such folder; make it and put articles into it, as Markdown files that begin with front matter", folder)
	case err != nil:
		return nil, err
	case len(paths) == 0 && len(found) == 0:
		return nil, fmt.Errorf("%s: no article in the folder; put Markdown files (.md) that begin with front matter into it", folder)
	}
	all := problems(found)
	var readings []timeline.Reading
	s.held = nil
	x := extract.New(s.extractOptions())
	opts := s.articleOptions()
	known := remember(s.cacheFolder(), s.readingOptions())
	err = inOrder(ctx, s.workers, iter.Seq[string](slices.Values(paths)), func(path string) readOutcome {
		r, err := known.read(s.fs, path, opts, x, s.drafts)
		return readOutcome{r, err}
	}, func(o readOutcome) error {
		s.progress.step("reading articles", len(paths))
		var problem *article.Problem
		switch {
		case errors.As(o.err, &problem):
			all = append(all, problem)
		case o.err != nil:
			return o.err
		case o.reading.Article.Draft && !s.drafts:
			s.held = append(s.held, o.reading.Article.ID)
		default:
			readings = append(readings, o.reading)
		}
		return nil
	})
	s.progress.clear()
	if err != nil {
		return nil, err
	}
	if s.remember {
		// Where nothing can be kept, as in a folder that is read-only, the next
		// run takes longer, and that is all.
		s.saving.Go(func() { _ = known.save() })
	}
	all = append(all, article.Distinct(articlesOf(readings))...)
	switch {
	case len(all) > 0:
		slices.SortStableFunc(all, func(a, b *article.Problem) int {
			return cmp.Or(strings.Compare(a.Path, b.Path), a.Line-b.Line)
		})
		return nil, all
	case len(readings) == 0:
		return nil, fmt.Errorf("%s: every article is a draft (%d); read them with --drafts", folder, len(s.held))
	}
	return readings, nil
}

// readOutcome is a reading, or why there is none.
type readOutcome struct {
	reading timeline.Reading
	err     error
}

func (s *sourceSite) extractOptions() extract.Options {
	var opts extract.Options
	opts.DayFirst = s.DayFirst
	return opts
}

func (s *sourceSite) articleOptions() article.Options {
	return article.Options{PublishedKeys: s.PublishedKeys, Lang: s.Lang}
}

func articlesOf(readings []timeline.Reading) []article.Article {
	articles := make([]article.Article, len(readings))
	for i, r := range readings {
		articles[i] = r.Article
	}
	return articles
}

// siteConfig returns what the pages need to know.
func (s *sourceSite) siteConfig() site.Config {
	cfg := site.Config{Title: s.Title, Description: s.Description, Lang: s.Lang, BaseURL: s.BaseURL, Corrections: s.Corrections, EventFiles: s.EventFiles, Version: release(buildVersion().Version)}
	if isDir, err := afero.DirExists(s.fs, s.Templates); err == nil && isDir {
		cfg.Templates = afero.NewReadOnlyFs(afero.NewBasePathFs(s.fs, s.Templates))
	}
	return cfg
}
