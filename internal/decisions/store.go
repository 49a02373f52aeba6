// Package decisions keeps review files in a folder, and is the one way in
// which the terminal and the browser read and write them: atomically, one
// writer at a time, never over what somebody else wrote in between.
package decisions

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"strings"
	"sync"
	"time"

	"github.com/spf13/afero"

	"dateline/extract/article"
	"dateline/timeline/review"
)

// Store is the folder of the review files of a site. It is safe for
// concurrent use. On a file system on which a file can be made exclusively,
// as on disk, so are several stores of one folder, in one process or in many.
type Store struct {
	fs  afero.Fs
	dir string
	mu  sync.Mutex // memory file systems make no file exclusively
}

// NewStore returns the store of the files in dir. The folder is made when the
// first decision is written.
func NewStore(fsys afero.Fs, dir string) *Store { return &Store{fs: fsys, dir: dir} }

// Path returns the name of the review file of an article.
func (s *Store) Path(article string) string { return path.Join(s.dir, review.Name(article)) }

// ConflictError says that somebody else decided on the event after it was
// shown. Nothing was written.
type ConflictError struct {
	Path  string
	Other review.Decision // what was decided in between; zero when a record was taken out by hand
}

// Error says what happened and what to do.
func (e *ConflictError) Error() string {
	if e.Other.ID == "" {
		return fmt.Sprintf("%s was changed in between: a record of this event is gone; look at it again and decide anew", e.Path)
	}
	return fmt.Sprintf("%s was changed in between: %s decided %q (%s) on this event; look at it again and decide anew",
		e.Path, e.Other.By, e.Other.Action, e.Other.Words())
}

// Load returns the review file of an article, an empty one when there is none.
func (s *Store) Load(article string) (*review.File, error) {
	name := s.Path(article)
	src, err := afero.ReadFile(s.fs, name)
	if errors.Is(err, fs.ErrNotExist) {
		return &review.File{Article: article}, nil
	}
	if err != nil {
		return nil, err
	}
	f, err := review.Parse(name, src)
	if err != nil {
		return nil, err
	}
	if f.Article != "" && f.Article != article {
		return nil, fmt.Errorf("%s:1: article: the file decides on %q; name it %s or correct the line", name, f.Article, review.Name(f.Article))
	}
	return f, nil
}

// LoadAll returns the review files of articles, by ID. The error holds
// everything that is wrong with any of them, one line each.
func (s *Store) LoadAll(articles []string) (map[string]*review.File, error) {
	files := make(map[string]*review.File, len(articles))
	var wrong []error
	there, listed := s.names()
	for _, id := range articles {
		if listed && !there[strings.ToLower(review.Name(id))] {
			files[id] = &review.File{Article: id}
			continue
		}
		f, err := s.Load(id)
		if err != nil {
			wrong = append(wrong, err)
			continue
		}
		files[id] = f
	}
	return files, errors.Join(wrong...)
}

// names returns the names of all that is in the folder, in lower case; ok is
// false when they cannot be told.
func (s *Store) names() (names map[string]bool, ok bool) {
	entries, err := afero.ReadDir(s.fs, s.dir)
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, false
	}
	names = make(map[string]bool, len(entries))
	for _, e := range entries {
		names[strings.ToLower(e.Name())] = true // some file systems do not tell the cases apart
	}
	return names, true
}

// Strays returns the names of review files that belong to none of the
// articles: their decisions are orphans all.
func (s *Store) Strays(articles []string) ([]string, error) {
	entries, err := afero.ReadDir(s.fs, s.dir)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, id := range articles {
		known[review.Name(id)] = true
	}
	var strays []string
	for _, e := range entries {
		if name := e.Name(); !e.IsDir() && strings.HasSuffix(name, ".yaml") && !strings.HasPrefix(name, ".") && !known[name] {
			strays = append(strays, path.Join(s.dir, name))
		}
	}
	return strays, nil
}

// Change is a review file before and after a decision was written.
type Change struct{ Before, After *review.File }

// Put writes a decision on article a. Seen is the version of the event's
// thread when it was shown to whoever decides; if it has another by now, the
// error is a *ConflictError and nothing is written. Decisions on other events
// that were written in between are kept.
func (s *Store) Put(a article.Article, d review.Decision, seen string) (Change, error) {
	if err := d.Validate(); err != nil {
		return Change{}, err
	}
	return s.change(a.ID, func(f *review.File) error {
		t := f.Thread(d.ID)
		if t.Version() != seen {
			conflict := &ConflictError{Path: s.Path(a.ID)}
			if len(t.Decisions) > 0 {
				conflict.Other = t.Last()
			}
			return conflict
		}
		f.Put(d, a)
		return nil
	})
}

// TakeBack undoes a decision that was just put: its record leaves the file,
// and every other stays. It fails when something was decided on the event
// since. A file that is left without a record is removed.
func (s *Store) TakeBack(a article.Article, d review.Decision) (Change, error) {
	return s.change(a.ID, func(f *review.File) error {
		if !f.TakeBack(d) {
			return fmt.Errorf("%s was changed in between: %s is no longer the last decision on the event, so it cannot be taken back", s.Path(a.ID), d.Action)
		}
		return nil
	})
}

// change reads the file of an article, changes it and writes it, while no
// other dateline does.
func (s *Store) change(articleID string, change func(*review.File) error) (c Change, err error) {
	if strings.ContainsAny(articleID, `/\`) || strings.HasPrefix(articleID, ".") {
		return c, fmt.Errorf("article id %q cannot name a review file: it has a slash or begins with a dot", articleID)
	}
	if err := s.fs.MkdirAll(s.dir, 0o755); err != nil {
		return c, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	unlock, err := s.lock(articleID)
	if err != nil {
		return c, err
	}
	defer unlock()
	if c.Before, err = s.Load(articleID); err != nil {
		return c, err
	}
	if c.After, err = s.Load(articleID); err != nil {
		return c, err
	}
	if err := change(c.After); err != nil {
		return c, err
	}
	if len(c.After.Decisions) == 0 {
		return c, s.fs.Remove(s.Path(articleID))
	}
	return c, s.write(s.Path(articleID), c.After.Bytes())
}

// How long a writer waits for another one, which needs a few milliseconds.
const (
	lockTries = 200
	lockPause = 10 * time.Millisecond
)

// lock makes a file that only one writer can have made.
func (s *Store) lock(articleID string) (unlock func(), err error) {
	name := path.Join(s.dir, "."+articleID+".lock")
	for range lockTries {
		file, err := s.fs.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o644)
		if err == nil {
			file.Close()
			return func() { s.fs.Remove(name) }, nil
		}
		if !errors.Is(err, fs.ErrExist) {
			return nil, err
		}
		time.Sleep(lockPause)
	}
	return nil, fmt.Errorf("%s: another dateline is writing; if none is running, remove this file", name)
}

// write puts src in the place of a file, whole or not at all.
func (s *Store) write(name string, src []byte) (err error) {
	temp, err := afero.TempFile(s.fs, s.dir, ".review-*")
	if err != nil {
		return err
	}
	defer func() {
		if err != nil {
			temp.Close()
			s.fs.Remove(temp.Name())
		}
	}()
	if _, err := temp.Write(src); err != nil {
		return err
	}
	if err := temp.Sync(); err != nil {
		return err
	}
	if err := temp.Close(); err != nil {
		return err
	}
	if err := s.fs.Chmod(temp.Name(), 0o644); err != nil {
		return err
	}
	return s.fs.Rename(temp.Name(), name)
}
