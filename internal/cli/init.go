package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"dateline/internal/starter"
	"dateline/site/workflow"
)

// repository is the GitHub repository, OWNER/NAME, that this binary was
// released by. The release workflow sets it when it links; it is "" otherwise.
var repository string

// initCmd starts a site.
type initCmd struct {
	Dir        string `arg:"" optional:"" default:"." help:"Folder of the site; it is made when it is missing."`
	Branch     string `placeholder:"NAME" help:"Branch whose pushes publish the site. Default: the branch that the folder is on, else main."`
	Repository string `placeholder:"OWNER/NAME" help:"GitHub repository whose releases hold dateline, for the workflow. Default: the one that released this binary."`
	Quiet      bool   `short:"q" help:"Print errors only."`
	JSON       bool   `name:"json" help:"Print what was written as JSON on standard output."`
}

// initReport is what init --json prints.
type initReport struct {
	Dir     string   `json:"dir"`
	Written []string `json:"written"`
	Kept    []string `json:"kept"` // there already, and left alone
	Notes   []string `json:"notes"`
}

// Help is what the help says beyond the flags.
func (*initCmd) Help() string {
	return `Writes dateline.yaml with every key explained, content/ with an example, review/, .gitignore, and the
workflow that publishes the site on GitHub Pages with every push. What is there already is left alone,
so running it again fills in what is missing.`
}

// Run writes the files that are missing.
func (c *initCmd) Run(e *env) error {
	if info, err := e.fs.Stat(c.Dir); err == nil && !info.IsDir() {
		return badUsage("%s is a file; name a folder", c.Dir)
	}
	if c.Repository == "" {
		c.Repository = repository
	} else if owner, name, ok := strings.Cut(c.Repository, "/"); !ok || owner == "" || name == "" || strings.ContainsAny(name, "/ \"") || strings.ContainsAny(owner, " \"") {
		return badUsage("--repository: want OWNER/NAME, not %q", c.Repository)
	}
	top, err := topOf(e.fs, c.Dir)
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	if c.Branch == "" {
		c.Branch = branchOf(e.fs, top)
	}
	written, kept, err := starter.Write(e.fs, c.Dir, starter.Files(workflow.Options{Branch: c.Branch, Repository: c.Repository, Version: buildVersion().Version}))
	if err != nil {
		return fmt.Errorf("init: %w", err)
	}
	report := initReport{Dir: filepath.ToSlash(c.Dir), Written: orEmpty(written), Kept: orEmpty(kept), Notes: c.notes(e.fs, top, written)}
	if c.JSON {
		return printJSON(e.stdout, report)
	}
	if !c.Quiet {
		c.tell(e, report)
	}
	return nil
}

// notes returns what a person has to know or do.
func (c *initCmd) notes(fsys afero.Fs, top string, written []string) []string {
	notes := []string{}
	for _, path := range written {
		if path != workflow.Path {
			continue
		}
		if c.Repository == "" {
			notes = append(notes, "this dateline was not released by a repository: set DATELINE_REPOSITORY in "+workflow.Path+", or give --repository OWNER/NAME")
		}
		if top != "" && top != filepath.Clean(c.Dir) {
			notes = append(notes, "GitHub reads workflows from the top folder of a repository only: move "+workflow.Path+" to "+filepath.ToSlash(top))
		}
		notes = append(notes, "to publish with every push, switch it on once on GitHub: Settings, Pages, Source: GitHub Actions")
	}
	if raw, err := afero.ReadFile(fsys, filepath.Join(c.Dir, ".gitignore")); err == nil && !strings.Contains(string(raw), "public") {
		notes = append(notes, "add /public/ to .gitignore: the site is built, not kept")
	}
	return notes
}

// tell prints what was done, and the next two commands.
func (c *initCmd) tell(e *env, r initReport) {
	for _, path := range r.Written {
		fmt.Fprintf(e.stderr, "wrote %s\n", filepath.ToSlash(filepath.Join(c.Dir, path)))
	}
	for _, path := range r.Kept {
		fmt.Fprintf(e.stderr, "kept  %s\n", filepath.ToSlash(filepath.Join(c.Dir, path)))
	}
	for _, note := range r.Notes {
		fmt.Fprintf(e.stderr, "note: %s\n", note)
	}
	into := ""
	if filepath.Clean(c.Dir) != "." {
		into = "cd " + filepath.ToSlash(c.Dir) + " && "
	}
	fmt.Fprintf(e.stderr, "\nnext: bring an article in, then see the site\n    %sdateline add ADDRESS-OR-FILE\n    dateline serve\n", into)
}

// topOf returns the top folder of the git repository that dir will be in, ""
// when it is in none.
func topOf(fsys afero.Fs, dir string) (string, error) {
	at, err := filepath.Abs(dir)
	if err != nil {
		return "", err
	}
	for shown := filepath.Clean(dir); ; shown = filepath.Join(shown, "..") {
		if _, err := fsys.Stat(filepath.Join(at, ".git")); err == nil {
			return shown, nil
		} else if !errors.Is(err, fs.ErrNotExist) {
			return "", err
		}
		if filepath.Dir(at) == at {
			return "", nil
		}
		at = filepath.Dir(at)
	}
}

// branchOf returns the branch that a repository is on, "" when it is not known.
func branchOf(fsys afero.Fs, top string) string {
	if top == "" {
		return ""
	}
	head, err := afero.ReadFile(fsys, filepath.Join(top, ".git", "HEAD"))
	if err != nil {
		return ""
	}
	name, ok := strings.CutPrefix(strings.TrimSpace(string(head)), "ref: refs/heads/")
	if !ok || name == "gh-pages" {
		return ""
	}
	return name
}
