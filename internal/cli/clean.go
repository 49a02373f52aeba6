package cli

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/afero"

	"dateline/internal/cache"
	"dateline/site"
)

// cleanCmd removes the site.
type cleanCmd struct {
	Config string `short:"c" placeholder:"FILE" help:"Configuration. Default: dateline.yaml, if there is one."`
	Out    string `short:"d" placeholder:"DIR" help:"Folder of the site. Default: public."`
	Quiet  bool   `short:"q" help:"Print errors only."`
	JSON   bool   `name:"json" help:"Print the names of the files removed as JSON on standard output."`
}

// cleanReport is what clean --json prints.
type cleanReport struct {
	Out     string   `json:"out"`
	Removed []string `json:"removed"`
}

// Run removes the files that builds made, and what they kept for the next one;
// files of others stay.
func (c *cleanCmd) Run(e *env) error {
	flags := siteFlags{Config: c.Config}
	s, err := flags.open(e)
	if err != nil {
		return err
	}
	if c.Out != "" {
		s.Out = c.Out
	}
	var removed []string
	exists, err := afero.DirExists(e.fs, s.Out)
	if err == nil && exists {
		removed, err = site.Clean(afero.NewBasePathFs(e.fs, s.Out))
	}
	if err == nil {
		err = cache.Clean(e.fs, s.folder)
	}
	out := filepath.ToSlash(s.Out)
	switch {
	case err != nil:
		return fmt.Errorf("clean: %s: %w", out, err)
	case c.JSON:
		return printJSON(e.stdout, cleanReport{out, orEmpty(removed)})
	case !c.Quiet:
		fmt.Fprintf(e.stderr, "%s: %s removed\n", out, count(len(removed), "file"))
	}
	return nil
}
