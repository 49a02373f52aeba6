package cli

import (
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/afero"

	"dateline/extract/article"
	"dateline/internal/history"
)

// sourceState tells whether the sources of a site are still those of another
// time: its configuration, articles, decisions, templates and history.
type sourceState struct {
	Seen  [sha256.Size]byte // a checksum of what can be seen of them without reading them
	Young []youngFile       // files so young that a change of them need not be seen
}

// youngFile is a file that was read because its time tells nothing yet.
type youngFile struct {
	Path string
	Sum  [sha256.Size]byte
}

// state returns the state of the sources. The error is that of what cannot be
// looked at, which a build will tell better.
func (s *sourceSite) state(ctx context.Context) (sourceState, error) {
	paths, found, err := article.Paths(ctx, s.fs, filepath.ToSlash(s.Content))
	if err != nil || len(found) > 0 {
		return sourceState{}, errors.Join(err, fmt.Errorf("%d problems", len(found)))
	}
	for _, folder := range []string{s.Review, s.Templates} {
		more, err := filesIn(s.fs, folder)
		if err != nil {
			return sourceState{}, err
		}
		paths = append(paths, more...)
	}
	past, err := history.State(ctx, filepath.FromSlash(s.Content))
	if err != nil {
		return sourceState{}, err
	}
	var state sourceState
	seen := fmt.Appendf(nil, "%q %+v %t %q\n", s.readingOptions(), s.Config, s.drafts, past)
	for _, path := range paths {
		info, err := s.fs.Stat(path)
		if err != nil {
			return sourceState{}, err
		}
		seen = append(append(seen, path...), 0)
		seen = binary.AppendVarint(binary.AppendVarint(seen, info.Size()), info.ModTime().UnixNano())
		if time.Since(info.ModTime()) >= settledAfter {
			continue
		}
		src, err := afero.ReadFile(s.fs, path)
		if err != nil {
			return sourceState{}, err
		}
		state.Young = append(state.Young, youngFile{path, sha256.Sum256(src)})
	}
	state.Seen = sha256.Sum256(seen)
	return state, nil
}

// filesIn returns the files in a folder and those below it, none where there
// is no such folder. Those that begin with a dot are of no account.
func filesIn(fsys afero.Fs, folder string) (files []string, err error) {
	err = afero.Walk(fsys, folder, func(name string, info fs.FileInfo, err error) error {
		switch {
		case errors.Is(err, fs.ErrNotExist):
			return nil
		case err != nil:
			return err
		case !info.IsDir() && !strings.HasPrefix(info.Name(), "."):
			files = append(files, name)
		}
		return nil
	})
	return files, err
}

// still reports whether the sources, which are now as now tells, are what they
// were.
func (was *sourceState) still(now *sourceState, fsys afero.Fs) bool {
	if was.Seen != now.Seen {
		return false
	}
	for _, young := range was.Young {
		src, err := afero.ReadFile(fsys, young.Path)
		if err != nil || sha256.Sum256(src) != young.Sum {
			return false
		}
	}
	return true
}
