package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"slices"
	"sort"
	"sync"

	"github.com/spf13/afero"
)

// staging is the folder in the output where new files wait until the whole
// site is made. It is on the same file system, so that a rename moves them.
const staging = ".dateline-new"

// writer puts the files of a site in place, all or none: they are staged
// while pages are being made, and moved when everything is there. It is safe
// for concurrent use until commit.
type writer struct {
	out  afero.Fs
	old  manifest // what the last build left
	mu   sync.Mutex
	new  manifest
	done Report
}

func newWriter(out afero.Fs) (*writer, error) {
	old, err := readManifest(out)
	if err != nil {
		return nil, err
	}
	// What an interrupted build left behind.
	if err := out.RemoveAll(staging); err != nil {
		return nil, fmt.Errorf("clearing %s: %w", staging, err)
	}
	return &writer{out: out, old: old, new: manifest{}}, nil
}

// add takes the content of a file of the site. A file that is there already
// with this content is left alone; one that dateline did not make is an error.
func (w *writer) add(name string, content []byte) error {
	sum := fmt.Sprintf("%x", sha256.Sum256(content))
	w.mu.Lock()
	_, twice := w.new[name]
	w.new[name] = sum
	w.mu.Unlock()
	if twice {
		return fmt.Errorf("writing %s: two pages have this name", name)
	}
	same, err := w.isThere(name, sum, int64(len(content)))
	if err != nil {
		return err
	}
	w.mu.Lock()
	if same {
		w.done.Unchanged = append(w.done.Unchanged, name)
	} else {
		w.done.Written = append(w.done.Written, name)
	}
	w.mu.Unlock()
	if same {
		return nil
	}
	tmp := path.Join(staging, name)
	if err := w.out.MkdirAll(path.Dir(tmp), 0o755); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	if err := afero.WriteFile(w.out, tmp, content, 0o644); err != nil {
		return fmt.Errorf("writing %s: %w", name, err)
	}
	return nil
}

// isThere reports whether the output has a file called name with the content
// that hashes to sum.
func (w *writer) isThere(name, sum string, size int64) (bool, error) {
	info, err := w.out.Stat(name)
	if errors.Is(err, fs.ErrNotExist) {
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("looking at %s: %w", name, err)
	}
	if info.IsDir() {
		return false, fmt.Errorf("writing %s: there is a folder of this name; move it away or build into another folder", name)
	}
	was, ours := w.old[name]
	if ours && (was != sum || info.Size() != size) {
		return false, nil
	}
	content, err := afero.ReadFile(w.out, name)
	if err != nil {
		return false, fmt.Errorf("reading %s: %w", name, err)
	}
	if fmt.Sprintf("%x", sha256.Sum256(content)) == sum {
		return true, nil
	}
	if !ours {
		return false, fmt.Errorf("writing %s: there is a file of this name that dateline did not make; move it away or build into another folder", name)
	}
	return false, nil
}

// commit moves the staged files into place and removes those of the last
// build that are no longer part of the site.
func (w *writer) commit() (Report, error) {
	sort.Strings(w.done.Written)
	sort.Strings(w.done.Unchanged)
	var stale []string
	for _, name := range w.old.names() {
		if _, ok := w.new[name]; !ok {
			stale = append(stale, name)
		}
	}
	if len(w.done.Written) > 0 || len(stale) > 0 {
		// Until all is done the manifest names old and new files, so that a
		// build that is interrupted here loses track of neither.
		both := manifest{}
		for _, m := range []manifest{w.old, w.new} {
			for name, sum := range m {
				both[name] = sum
			}
		}
		if err := both.write(w.out); err != nil {
			return Report{}, err
		}
	}
	for _, name := range w.done.Written {
		if err := w.out.MkdirAll(path.Dir(name), 0o755); err != nil {
			return Report{}, fmt.Errorf("writing %s: %w", name, err)
		}
		if err := w.move(path.Join(staging, name), name); err != nil {
			return Report{}, fmt.Errorf("writing %s: %w", name, err)
		}
	}
	if err := removeFiles(w.out, stale); err != nil {
		return Report{}, err
	}
	w.done.Removed = stale
	if err := w.new.write(w.out); err != nil {
		return Report{}, err
	}
	if err := w.out.RemoveAll(staging); err != nil {
		return Report{}, fmt.Errorf("removing %s: %w", staging, err)
	}
	return w.done, nil
}

// move puts a staged file into its place. A file system in memory looks at
// all of its files for each rename, so there the content is moved instead.
func (w *writer) move(from, to string) error {
	if _, inMemory := w.out.(*afero.MemMapFs); !inMemory {
		return w.out.Rename(from, to)
	}
	content, err := afero.ReadFile(w.out, from)
	if err != nil {
		return err
	}
	return afero.WriteFile(w.out, to, content, 0o644)
}

// abandon removes what was staged; the output stays as it was.
func (w *writer) abandon() { w.out.RemoveAll(staging) }

// removeFiles removes files, and the folders that are empty without them.
// Files that are gone already are no error.
func removeFiles(out afero.Fs, files []string) error {
	folders := map[string]bool{}
	for _, name := range files {
		if err := out.Remove(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("removing %s: %w", name, err)
		}
		for dir := path.Dir(name); dir != "."; dir = path.Dir(dir) {
			folders[dir] = true
		}
	}
	var deepest []string
	for dir := range folders {
		deepest = append(deepest, dir)
	}
	slices.Sort(deepest)
	slices.Reverse(deepest) // a folder comes after the folders in it
	for _, dir := range deepest {
		left, err := afero.ReadDir(out, dir)
		if err != nil || len(left) > 0 {
			continue
		}
		if err := out.Remove(dir); err != nil {
			return fmt.Errorf("removing %s: %w", dir, err)
		}
	}
	return nil
}
