package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"sync"

	"github.com/spf13/afero"
)

// writer puts the files of a site in place, all or none: they are staged
// while pages are being made, and moved when everything is there. Different
// pages may be handed to it at the same time.
type writer struct {
	out     afero.Fs
	memory  Memory
	last    *lastSite
	at      []int32    // which file of the last build each page was, -1 for none
	pages   []keptPage // those of this build
	changed []bool     // which of them are staged
	folders sync.Map   // those that were made in the staging folder
	made    *origins   // what the pages are made from
	parts   sync.Map   // []keptPiece of files that are written piece by piece, by name
	once    sync.Once  // for same
	same    []int32
}

// newWriter returns a writer of the pages of todo, by their numbers.
func newWriter(out afero.Fs, memory Memory, todo []page, past *Past) (*writer, error) {
	w := &writer{out: out, memory: memory, at: make([]int32, len(todo)), pages: make([]keptPage, len(todo)), changed: make([]bool, len(todo))}
	if w.last = <-past.found; w.last.err != nil {
		return nil, w.last.err
	}
	seen, fresh := make([]bool, w.last.len()), map[string]bool{}
	for i, p := range todo {
		w.pages[i].Name = p.name
		w.at[i] = w.last.at(p.name)
		twice := false
		if k := w.at[i]; k >= 0 {
			twice, seen[k] = seen[k], true
		} else {
			twice, fresh[p.name] = fresh[p.name], true
		}
		if twice {
			return nil, fmt.Errorf("writing %s: two pages have this name", p.name)
		}
	}
	// What an interrupted build left behind.
	if err := out.RemoveAll(staging); err != nil {
		return nil, fmt.Errorf("clearing %s: %w", staging, err)
	}
	return w, nil
}

// was returns what the last build knew of page i, where it left the file as it
// still is.
func (w *writer) was(i int) (p keptPage, intact bool) {
	k := w.at[i]
	if k < 0 || w.last.site == nil || !w.last.intact(w.out, k) {
		return keptPage{}, false
	}
	return w.last.site.Pages[k], true
}

// keep reports whether page i is there already, as the last build made it from
// the same origin. Then it need not be made.
func (w *writer) keep(i int, from origin) bool {
	if k := w.at[i]; k < 0 || w.last.site == nil || w.last.site.Pages[k].From != from {
		return false
	}
	was, intact := w.was(i)
	if !intact {
		return false
	}
	w.pages[i] = was
	if kept := w.last.pieces(was.Name); kept != nil {
		w.parts.Store(was.Name, kept)
	}
	return true
}

// add takes the content of page i. A file that is there already with this
// content is left alone; one that dateline did not make is an error.
func (w *writer) add(i int, from origin, content []byte) error {
	p := &w.pages[i]
	p.From, p.Sum, p.Size = from, sha256.Sum256(content), int64(len(content))
	same, err := w.isThere(i)
	if err != nil || same {
		return err
	}
	f, err := w.stage(p)
	if err != nil {
		return err
	}
	_, err = f.file.Write(content)
	w.changed[i] = true
	return f.close(err)
}

// isThere reports whether the output has the file of page i with the content
// that it is to have.
func (w *writer) isThere(i int) (bool, error) {
	p := &w.pages[i]
	info, err := w.out.Stat(p.Name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("looking at %s: %w", p.Name, err)
	}
	if info.IsDir() {
		return false, fmt.Errorf("writing %s: there is a folder of this name; move it away or build into another folder", p.Name)
	}
	ours := w.at[i] >= 0
	if ours && (w.last.sum(w.at[i]) != p.Sum || info.Size() != p.Size) {
		return false, nil
	}
	f, err := w.out.Open(p.Name)
	if err != nil {
		return false, fmt.Errorf("reading %s: %w", p.Name, err)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return false, fmt.Errorf("reading %s: %w", p.Name, err)
	}
	if checksum(sum.Sum(nil)) == p.Sum {
		p.ModTime = info.ModTime().UnixNano()
		return true, nil
	}
	if !ours {
		return false, fmt.Errorf("writing %s: there is a file of this name that dateline did not make; move it away or build into another folder", p.Name)
	}
	return false, nil
}
