// Package starter makes the folder of a new site.
package starter

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"

	"github.com/spf13/afero"

	"dateline/site/workflow"
)

// File is one file of a new site. Path has slashes.
type File struct {
	Path    string
	Content string
}

// Files returns the files of a new site.
func Files(o workflow.Options) []File {
	return []File{
		{"dateline.yaml", configuration},
		{"content/2021-12-05-border-talks.md", example},
		{"review/.gitkeep", ""},
		{".gitignore", "# The site is built, not kept.\n/public/\n"},
		{workflow.Path, workflow.Pages(o)},
	}
}

// Write writes the files that are missing in a folder, and returns the paths
// of those that it wrote and of those that were there. It overwrites nothing.
// The example is left out where there are articles already.
func Write(fsys afero.Fs, dir string, files []File) (written, kept []string, err error) {
	for _, f := range files {
		name := filepath.Join(dir, filepath.FromSlash(f.Path))
		if path.Dir(f.Path) == "content" {
			if entries, err := afero.ReadDir(fsys, filepath.Dir(name)); err == nil && len(entries) > 0 {
				kept = append(kept, "content/")
				continue
			}
		}
		if err := fsys.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			return written, kept, fmt.Errorf("making %s: %w", filepath.ToSlash(filepath.Dir(name)), err)
		}
		// Asked for first: an afero file system may not know O_EXCL.
		if _, err := fsys.Stat(name); err == nil {
			kept = append(kept, f.Path)
			continue
		} else if !errors.Is(err, fs.ErrNotExist) {
			return written, kept, err
		}
		if err := create(fsys, name, f.Content); err != nil {
			return written, kept, fmt.Errorf("writing %s: %w", filepath.ToSlash(name), err)
		}
		written = append(written, f.Path)
	}
	return written, kept, nil
}

func create(fsys afero.Fs, name, content string) error {
	f, err := fsys.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.WriteString(content)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
