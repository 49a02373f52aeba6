package intake

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"

	"github.com/spf13/afero"

	"dateline/extract/article"
)

// Store is the folder of a site's articles.
type Store struct {
	fs      afero.Fs
	folder  string // with slashes
	dateKey string
	opts    article.Options
	seen    *seen
	ids     map[string]bool // lower case
}

// Duplicate is the error of an item that is there already.
type Duplicate struct {
	Path string // of the article that it repeats
	How  string // "same address", "same text"
}

// Error returns "already there as content/a.md (same address)".
func (d *Duplicate) Error() string { return "already there as " + d.Path + " (" + d.How + ")" }

// ErrUndated is returned for an item whose publication time is not known.
var ErrUndated = errors.New("no publication time was found")

// OpenStore reads what is in a folder, which may not exist yet. Files that
// are no articles are passed over: they are for check to report.
func OpenStore(ctx context.Context, fsys afero.Fs, folder string, opts article.Options) (*Store, error) {
	s := &Store{fs: fsys, folder: filepath.ToSlash(folder), opts: opts, seen: newSeen(), ids: map[string]bool{}, dateKey: "date"}
	if len(opts.PublishedKeys) > 0 {
		s.dateKey = opts.PublishedKeys[0]
	}
	paths, _, err := article.Paths(ctx, fsys, s.folder)
	if errors.Is(err, fs.ErrNotExist) {
		return s, nil
	}
	if err != nil {
		return nil, err
	}
	for _, p := range paths {
		a, err := article.ReadFile(fsys, p, opts)
		if err != nil {
			name := path.Base(p)
			s.ids[strings.ToLower(strings.TrimSuffix(name, path.Ext(name)))] = true
			continue
		}
		s.ids[strings.ToLower(a.ID)] = true
		s.seen.add(p, a.SourceURL, a.Text)
	}
	return s, nil
}

// Known returns the path of the article that has an address, "" for none.
func (s *Store) Known(address string) string {
	return s.seen.byAddress[addressKey(address)] // which never has the key ""
}

// Add writes an item as a new file and returns its path. It never overwrites
// one. The error is ErrUndated, a *Duplicate, or says what failed. With dry,
// nothing is written, and the path is the one it would have.
func (s *Store) Add(item Item, dry bool) (string, error) {
	if !item.Published.Known() {
		return "", ErrUndated
	}
	item.settle()
	name := item.Name()
	for n := 2; s.ids[strings.ToLower(name)]; n++ {
		name = fmt.Sprintf("%s-%d", item.Name(), n)
	}
	src := item.Markdown(s.dateKey)
	file := path.Join(s.folder, name+".md")
	a, err := article.ReadMarkdown(file, src, s.opts)
	if err != nil {
		return "", fmt.Errorf("the article cannot be kept: %w", err)
	}
	if p, how := s.seen.find(item.URL, a.Text); p != "" {
		return "", &Duplicate{p, how}
	}
	if !dry {
		if err := s.write(file, src); err != nil {
			return "", err
		}
	}
	s.ids[strings.ToLower(name)] = true
	s.seen.add(file, item.URL, a.Text)
	return file, nil
}

// write creates a file, or leaves none when it fails.
func (s *Store) write(name string, src []byte) error {
	if err := s.fs.MkdirAll(s.folder, 0o755); err != nil {
		return err
	}
	f, err := s.fs.OpenFile(name, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return err
	}
	_, err = f.Write(src)
	if closed := f.Close(); err == nil {
		err = closed
	}
	if err != nil {
		s.fs.Remove(name)
	}
	return err
}
