package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strings"

	"github.com/spf13/afero"
)

// commit moves the staged files into place and removes those of the last
// build that are no longer part of the site.
func (w *writer) commit() (Report, error) {
	var done Report
	order, gone := w.inOrder()
	pages := make([]keptPage, len(order))
	done.Unchanged = make([]string, 0, len(order))
	for k, i := range order {
		pages[k] = w.pages[i]
		if w.changed[i] {
			done.Written = append(done.Written, pages[k].Name)
		} else {
			done.Unchanged = append(done.Unchanged, pages[k].Name)
		}
	}
	for _, k := range gone {
		done.Removed = append(done.Removed, w.last.name(k))
	}
	content := w.last.manifest
	if nothing := len(done.Written) == 0 && len(done.Removed) == 0; !nothing || w.last.site == nil || len(content) == 0 {
		content = manifestOf(pages)
	}
	if len(w.last.manifest) > 0 && (len(done.Written) > 0 || len(done.Removed) > 0) {
		// Until all is done the manifest names old and new files, so that a
		// build that is interrupted here loses track of neither.
		if err := writeManifest(w.out, w.both(pages, content, gone)); err != nil {
			return Report{}, err
		}
	} else if len(done.Written) > 0 {
		if err := writeManifest(w.out, content); err != nil {
			return Report{}, err
		}
	}
	if err := w.moveAll(done.Written); err != nil {
		return Report{}, err
	}
	if err := removeFiles(w.out, done.Removed); err != nil {
		return Report{}, err
	}
	if string(content) != string(w.last.manifest) {
		if err := writeManifest(w.out, content); err != nil {
			return Report{}, err
		}
	}
	if err := w.out.RemoveAll(staging); err != nil {
		return Report{}, fmt.Errorf("removing %s: %w", staging, err)
	}
	if w.memory != nil && (w.last.site == nil || !slices.Equal(pages, w.last.site.Pages)) {
		// Where nothing can be kept, the next build takes longer, and that is all.
		_ = w.memory.Save(w.keptSite(pages, content).bytes())
	}
	return done, nil
}

// inOrder returns the pages by their names, and the files of the last build
// that are none of them. Most were there before, so that little is to be sorted.
func (w *writer) inOrder() (order []int, gone []int32) {
	place := make([]int32, w.last.len()) // of each file of the last build among the pages
	for k := range place {
		place[k] = -1
	}
	var fresh []int
	for i, k := range w.at {
		if k < 0 {
			fresh = append(fresh, i)
		} else {
			place[k] = int32(i)
		}
	}
	slices.SortFunc(fresh, func(a, b int) int { return strings.Compare(w.pages[a].Name, w.pages[b].Name) })
	order = make([]int, 0, len(w.pages))
	for k, i := range place {
		if i < 0 {
			gone = append(gone, int32(k))
			continue
		}
		for len(fresh) > 0 && w.pages[fresh[0]].Name < w.pages[i].Name {
			order, fresh = append(order, fresh[0]), fresh[1:]
		}
		order = append(order, int(i))
	}
	return append(order, fresh...), gone
}

// keptSite returns what the next build needs to know.
func (w *writer) keptSite(pages []keptPage, manifest []byte) *keptSite {
	site := &keptSite{Manifest: sha256.Sum256(manifest), Pages: pages}
	if w.made == nil {
		return site
	}
	site.Frame, site.Things = w.made.frame, *w.made.things()
	for _, p := range pages {
		if parts, ok := w.parts.Load(p.Name); ok {
			site.Pieces = append(site.Pieces, keptPieces{p.Name, parts.([]keptPiece)})
		}
	}
	return site
}

// both returns the manifest of the pages and of the files that are gone; content
// is that of the pages alone.
func (w *writer) both(pages []keptPage, content []byte, gone []int32) []byte {
	if len(gone) == 0 {
		return content
	}
	both := slices.Clone(pages)
	for _, k := range gone {
		both = append(both, keptPage{Name: w.last.name(k), Sum: w.last.sum(k)})
	}
	slices.SortFunc(both, func(a, b keptPage) int { return strings.Compare(a.Name, b.Name) })
	return manifestOf(both)
}

// moveAll puts staged files into their places. A folder that the output does not
// have yet is moved as a whole.
func (w *writer) moveAll(names []string) error {
	_, inMemory := w.out.(*afero.MemMapFs)
	whole := map[string]bool{} // by the first folder of a name
	made := map[string]bool{}
	for _, name := range names {
		if top, _, deep := strings.Cut(name, "/"); deep && !inMemory {
			moved, looked := whole[top]
			if !looked {
				if _, err := w.out.Stat(top); errors.Is(err, fs.ErrNotExist) {
					if err := w.out.Rename(staging+"/"+top, top); err != nil {
						return fmt.Errorf("writing %s: %w", top, err)
					}
					moved = true
				}
				whole[top] = moved
			}
			if moved {
				continue
			}
		}
		if folder := path.Dir(name); !made[folder] {
			if err := w.out.MkdirAll(folder, 0o755); err != nil {
				return fmt.Errorf("writing %s: %w", name, err)
			}
			made[folder] = true
		}
		if err := w.move(staging+"/"+name, name, inMemory); err != nil {
			return fmt.Errorf("writing %s: %w", name, err)
		}
	}
	return nil
}

// move puts a staged file into its place. A file system in memory looks at
// all of its files for each rename, so there the content is moved instead.
func (w *writer) move(from, to string, inMemory bool) error {
	if !inMemory {
		return w.out.Rename(from, to)
	}
	content, err := afero.ReadFile(w.out, from)
	if err != nil {
		return err
	}
	info, err := w.out.Stat(from)
	if err != nil {
		return err
	}
	if err := afero.WriteFile(w.out, to, content, 0o644); err != nil {
		return err
	}
	return w.out.Chtimes(to, info.ModTime(), info.ModTime()) // by which the next build knows it
}

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
		if !isEmpty(out, dir) {
			continue
		}
		if err := out.Remove(dir); err != nil {
			return fmt.Errorf("removing %s: %w", dir, err)
		}
	}
	return nil
}

// isEmpty reports whether a folder is there and has nothing in it. It may have
// very many files.
func isEmpty(out afero.Fs, dir string) bool {
	f, err := out.Open(dir)
	if err != nil {
		return false
	}
	defer f.Close()
	_, err = f.Readdirnames(1)
	return errors.Is(err, io.EOF)
}
