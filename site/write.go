package site

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"maps"
	"os"
	"path"
	"slices"
	"sort"
	"strings"
	"sync"

	"github.com/spf13/afero"
)

// staging is the folder in the output where new files wait until the whole
// site is made. It is on the same file system, so that a rename moves them.
const staging = ".dateline-new"

// writer puts the files of a site in place, all or none: they are staged
// while pages are being made, and moved when everything is there. Different
// pages may be handed to it at the same time.
type writer struct {
	out     afero.Fs
	memory  Memory
	last    []byte           // the manifest of the last build as it stands in the output
	old     manifest         // what the last build left, where site does not tell
	site    *keptSite        // what the last build kept, nil for nothing
	known   map[string]int32 // where it has its files
	pages   []keptPage       // those of this build
	changed []bool           // which of them are staged
	folders sync.Map         // those that were made in the staging folder
	made    *origins         // what the pages are made from
	parts   sync.Map         // []keptPiece of files that are written piece by piece, by name
	once    sync.Once        // for events
	events  map[origin]int   // see numbers
}

// newWriter returns a writer of the pages of todo, by their numbers.
func newWriter(out afero.Fs, memory Memory, todo []page, last <-chan lastSite) (*writer, error) {
	w := &writer{out: out, memory: memory, pages: make([]keptPage, len(todo)), changed: make([]bool, len(todo))}
	names := make(map[string]bool, len(todo))
	for i, p := range todo {
		if names[p.name] {
			return nil, fmt.Errorf("writing %s: two pages have this name", p.name)
		}
		names[p.name] = true
		w.pages[i].Name = p.name
	}
	was := <-last
	if was.err != nil {
		return nil, was.err
	}
	var err error
	if w.last, w.site, w.known = was.manifest, was.site, was.known; w.site == nil {
		if w.old, err = parseManifest(w.last); err != nil {
			return nil, err
		}
	}
	// What an interrupted build left behind.
	if err := out.RemoveAll(staging); err != nil {
		return nil, fmt.Errorf("clearing %s: %w", staging, err)
	}
	return w, nil
}

// lastSite is what is known of the last build.
type lastSite struct {
	manifest []byte
	site     *keptSite
	known    map[string]int32
	err      error
}

// lookBack reads what is known of the last build while others work.
func lookBack(out afero.Fs, memory Memory) <-chan lastSite {
	found := make(chan lastSite, 1)
	go func() {
		var l lastSite
		if l.manifest, l.err = manifestSource(out); l.err == nil && memory != nil {
			l.site = recall(memory.Load(), l.manifest)
		}
		if l.site != nil {
			l.known = make(map[string]int32, len(l.site.Pages))
			for i, p := range l.site.Pages {
				l.known[p.Name] = int32(i)
			}
		}
		found <- l
	}()
	return found
}

// was returns what the last build knew of a file.
func (w *writer) was(name string) (p keptPage, known bool) {
	i, known := w.known[name]
	if known {
		p = w.site.Pages[i]
	}
	return p, known
}

// left returns the checksum of a file that the last build left.
func (w *writer) left(name string) (checksum, bool) {
	if w.site != nil {
		p, known := w.was(name)
		return p.Sum, known
	}
	sum, known := w.old[name]
	return sum, known
}

// leftAll returns what the last build left.
func (w *writer) leftAll() iter.Seq2[string, checksum] {
	if w.site == nil {
		return maps.All(w.old)
	}
	return func(yield func(string, checksum) bool) {
		for _, p := range w.site.Pages {
			if !yield(p.Name, p.Sum) {
				return
			}
		}
	}
}

// keep reports whether page i is there already, as the last build made it from
// the same origin. Then it need not be made.
func (w *writer) keep(i int, from origin) bool {
	was, known := w.was(w.pages[i].Name)
	if !known || was.From != from || !intact(w.out, was) {
		return false
	}
	w.pages[i] = was
	for _, p := range w.site.Pieces {
		if p.Name == was.Name {
			w.parts.Store(p.Name, p.Pieces)
		}
	}
	return true
}

// add takes the content of page i. A file that is there already with this
// content is left alone; one that dateline did not make is an error.
func (w *writer) add(i int, from origin, content []byte) error {
	p := &w.pages[i]
	p.From, p.Sum, p.Size = from, sha256.Sum256(content), int64(len(content))
	same, err := w.isThere(p)
	if err != nil || same {
		return err
	}
	w.changed[i] = true
	return w.stage(p, func(f io.Writer) error {
		_, err := f.Write(content)
		return err
	})
}

// stream is add for a page that write writes, event by event from pieces.
func (w *writer) stream(i int, from origin, written *pieces, write func(io.Writer) error) error {
	defer written.close()
	p := &w.pages[i]
	p.From = from
	sum := sha256.New()
	err := w.stage(p, func(f io.Writer) error {
		b := bufio.NewWriterSize(f, 1<<18)
		n := &counter{}
		if err := write(io.MultiWriter(b, sum, n)); err != nil {
			return err
		}
		p.Size = n.bytes
		return b.Flush()
	})
	if err != nil {
		return err
	}
	sum.Sum(p.Sum[:0])
	same, err := w.isThere(p)
	if same {
		err = w.out.Remove(path.Join(staging, p.Name))
	}
	w.changed[i] = !same
	return err
}

// counter counts the bytes written to it.
type counter struct{ bytes int64 }

func (c *counter) Write(b []byte) (int, error) {
	c.bytes += int64(len(b))
	return len(b), nil
}

// stage writes a page into the staging folder.
func (w *writer) stage(p *keptPage, write func(io.Writer) error) error {
	tmp := staging + "/" + p.Name
	folder := path.Dir(tmp)
	if _, made := w.folders.Load(folder); !made {
		if err := w.out.MkdirAll(folder, 0o755); err != nil {
			return fmt.Errorf("writing %s: %w", p.Name, err)
		}
		w.folders.Store(folder, true)
	}
	f, err := w.out.OpenFile(tmp, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return fmt.Errorf("writing %s: %w", p.Name, err)
	}
	if err = write(f); err == nil && w.memory != nil {
		var info fs.FileInfo
		if info, err = f.Stat(); err == nil {
			p.ModTime = info.ModTime().UnixNano()
		}
	}
	if err := errors.Join(err, f.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", p.Name, err)
	}
	return nil
}

// isThere reports whether the output has the file of p with the content that
// it is to have.
func (w *writer) isThere(p *keptPage) (bool, error) {
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
	was, ours := w.left(p.Name)
	if ours && (was != p.Sum || info.Size() != p.Size) {
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

// commit moves the staged files into place and removes those of the last
// build that are no longer part of the site.
func (w *writer) commit() (Report, error) {
	var done Report
	now := make(manifest, len(w.pages))
	for i, p := range w.pages {
		now[p.Name] = p.Sum
		if w.changed[i] {
			done.Written = append(done.Written, p.Name)
		} else {
			done.Unchanged = append(done.Unchanged, p.Name)
		}
	}
	sort.Strings(done.Written)
	sort.Strings(done.Unchanged)
	for name := range w.leftAll() {
		if _, ok := now[name]; !ok {
			done.Removed = append(done.Removed, name)
		}
	}
	sort.Strings(done.Removed)
	content := now.bytes()
	if len(w.last) > 0 && (len(done.Written) > 0 || len(done.Removed) > 0) {
		// Until all is done the manifest names old and new files, so that a
		// build that is interrupted here loses track of neither.
		if err := writeManifest(w.out, w.both(now, content, done)); err != nil {
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
	if !bytes.Equal(content, w.last) {
		if err := writeManifest(w.out, content); err != nil {
			return Report{}, err
		}
	}
	if err := w.out.RemoveAll(staging); err != nil {
		return Report{}, fmt.Errorf("removing %s: %w", staging, err)
	}
	if w.memory != nil && (len(done.Written) > 0 || len(done.Removed) > 0 || w.site == nil || !w.sameOrigins()) {
		// Where nothing can be kept, the next build takes longer, and that is all.
		_ = w.memory.Save(w.keptSite(content).bytes())
	}
	return done, nil
}

// keptSite returns what the next build needs to know.
func (w *writer) keptSite(manifest []byte) *keptSite {
	site := &keptSite{Manifest: sha256.Sum256(manifest), Pages: w.pages}
	if w.made == nil {
		return site
	}
	site.Frame, site.Events = w.made.frame, w.made.events
	for _, p := range w.pages {
		if parts, ok := w.parts.Load(p.Name); ok {
			site.Pieces = append(site.Pieces, keptPieces{p.Name, parts.([]keptPiece)})
		}
	}
	return site
}

// sameOrigins reports whether what is known of the pages is what was known.
func (w *writer) sameOrigins() bool {
	return !slices.ContainsFunc(w.pages, func(p keptPage) bool {
		was, known := w.was(p.Name)
		return !known || was != p
	})
}

// both returns the manifest of the old and the new files, with the checksums of
// the new.
func (w *writer) both(now manifest, content []byte, done Report) []byte {
	if len(done.Removed) == 0 {
		return content
	}
	both := make(manifest, len(now)+len(done.Removed))
	maps.Insert(both, w.leftAll())
	maps.Copy(both, now)
	return both.bytes()
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
