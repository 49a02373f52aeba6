package cli

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"dateline/internal/cache"
)

// settle is how long nothing must change before a change is told: editors
// save a file in several steps.
const settle = 100 * time.Millisecond

// watcher tells when files below some folders, or some single files, change.
type watcher struct {
	notify *fsnotify.Watcher
	trees  []string // folders watched with all that is in them
	files  []string // single files; the folder of each is watched
}

// newWatcher begins to watch. A tree that does not exist yet is seen when it
// is made.
func newWatcher(trees, files []string) (*watcher, error) {
	notify, err := fsnotify.NewWatcher()
	if err != nil {
		return nil, err
	}
	w := &watcher{notify: notify}
	for _, name := range files {
		w.files = append(w.files, filepath.Clean(name))
	}
	if err := w.above(w.files); err != nil {
		notify.Close()
		return nil, err
	}
	if err := w.follow(trees); err != nil {
		notify.Close()
		return nil, err
	}
	return w, nil
}

// follow watches these trees from now on, and none of those before that is
// not among them. It must not be called while changes waits for a change.
func (w *watcher) follow(trees []string) error {
	var now []string
	for _, name := range trees {
		now = append(now, filepath.Clean(name))
	}
	if slices.Equal(now, w.trees) {
		return nil
	}
	w.trees = now
	for _, name := range now {
		w.addTree(name)
	}
	return w.above(now)
}

// above watches the folders that names are in: seen from there, a file that
// is replaced and a tree that is made or moved are changes too.
func (w *watcher) above(names []string) error {
	for _, name := range names {
		if err := w.notify.Add(filepath.Dir(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	return nil
}

// addTree watches a folder and the folders in it. One that cannot be watched
// is left out: the next build says what is wrong with it.
func (w *watcher) addTree(root string) {
	// With a slash at its end a root that is a symbolic link is followed.
	filepath.WalkDir(root+string(filepath.Separator), func(path string, entry fs.DirEntry, err error) error {
		if err == nil && entry.IsDir() {
			w.notify.Add(path)
		}
		return nil
	})
}

// concerns reports whether a change of name is one of what is watched.
func (w *watcher) concerns(name string) bool {
	name = filepath.Clean(name)
	for _, file := range w.files {
		if name == file {
			return true
		}
	}
	if strings.HasPrefix(filepath.Base(name), ".") || filepath.Base(filepath.Dir(name)) == cache.Name {
		return false // swap and lock files of editors, and what builds keep
	}
	for _, tree := range w.trees {
		if within(name, tree) {
			return true
		}
	}
	return false
}

// changes calls each after every change, once what changes has settled, until
// ctx ends. It returns an error only when watching fails.
func (w *watcher) changes(ctx context.Context, each func()) error {
	defer w.notify.Close()
	quiet := time.NewTimer(settle)
	quiet.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case change, more := <-w.notify.Events:
			if !more {
				return nil
			}
			if change.Op == fsnotify.Chmod || !w.concerns(change.Name) {
				continue
			}
			if info, err := os.Lstat(change.Name); err == nil && info.IsDir() {
				w.addTree(change.Name)
			}
			quiet.Reset(settle)
		case err, more := <-w.notify.Errors:
			if more && !errors.Is(err, fsnotify.ErrEventOverflow) {
				return err
			}
			quiet.Reset(settle)
		case <-quiet.C:
			each()
		}
	}
}
