package cli

import (
	"bytes"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"dateline/internal/config"
	"dateline/internal/suggest"
	"dateline/site"
	"dateline/timeline"
)

// exportCmd prints the timeline for other programs.
type exportCmd struct {
	Format  string `arg:"" help:"json, csv, ics (iCalendar, what is known to the day), timelinejs, timelinejs-csv, jsonld, annotations, atom or jsonfeed."`
	Output  string `short:"o" placeholder:"FILE" help:"Write to a file instead of standard output."`
	BaseURL string `short:"b" placeholder:"URL" help:"Address where the site is, to link to its pages; feeds need it."`
	siteFlags
}

// Run prints what the site has in its folder data, or as its feed.
func (c *exportCmd) Run(e *env) error {
	format, known := timeline.FormatNamed(c.Format)
	if !known {
		var names []string
		for _, f := range timeline.Formats() {
			names = append(names, f.Name)
		}
		return badUsage("unknown format %q%s\nthe formats are %s", c.Format, suggest.DidYouMean(c.Format, names), strings.Join(names, ", "))
	}
	s, err := c.open(e)
	if err != nil {
		return err
	}
	if c.BaseURL != "" {
		if s.BaseURL, err = config.BaseURL(c.BaseURL); err != nil {
			return badUsage("--base-url: %w", err)
		}
	}
	if format.Based && s.BaseURL == "" {
		return badUsage("%s: an entry of a feed is known by its address; say with --base-url where the site is", format.Name)
	}
	t, err := s.timeline(e.ctx)
	var found problems
	if errors.As(err, &found) {
		fmt.Fprintln(e.stderr, found)
		return fmt.Errorf("export: %s; nothing was written", count(len(found), "problem"))
	}
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	x, err := site.Export(s.siteConfig(), t)
	if err != nil {
		return fmt.Errorf("export: %w", err)
	}
	if s.BaseURL == "" {
		x.EventAt, x.ArticleAt = nil, nil // a name in the site leads nowhere from outside
	}
	if c.Output == "" {
		return format.Write(e.stdout, x, t)
	}
	var out bytes.Buffer
	if err := format.Write(&out, x, t); err != nil {
		return err
	}
	if err := replaceFile(e.fs, c.Output, out.Bytes()); err != nil {
		return fmt.Errorf("export: writing %s: %w", c.Output, err)
	}
	return nil
}

// replaceFile writes a file beside the one of that name and puts it in its
// place, so that a failure leaves the old one as it was.
func replaceFile(fsys afero.Fs, name string, content []byte) error {
	temp, err := afero.TempFile(fsys, filepath.Dir(name), "."+filepath.Base(name)+"-")
	if err != nil {
		return err
	}
	_, err = temp.Write(content)
	err = errors.Join(err, temp.Close())
	if err == nil {
		err = fsys.Chmod(temp.Name(), 0o644)
	}
	if err == nil {
		err = fsys.Rename(temp.Name(), name)
	}
	if err != nil {
		fsys.Remove(temp.Name())
	}
	return err
}
