package site

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"hash"
	"os"
	"path"

	"github.com/spf13/afero"
)

// staging is the folder in the output where new files wait until the whole
// site is made. It is on the same file system, so that a rename moves them.
const staging = ".dateline-new"

// staged is a file that is being written into the staging folder.
type staged struct {
	w    *writer
	page *keptPage
	file afero.File
	sum  hash.Hash // of what Write wrote
	size int64
}

// stage begins a page in the staging folder. Whoever writes to the file
// itself has set its size and checksum.
func (w *writer) stage(p *keptPage) (*staged, error) {
	tmp := staging + "/" + p.Name
	folder := path.Dir(tmp)
	if _, made := w.folders.Load(folder); !made {
		if err := w.out.MkdirAll(folder, 0o755); err != nil {
			return nil, fmt.Errorf("writing %s: %w", p.Name, err)
		}
		w.folders.Store(folder, true)
	}
	f, err := w.out.OpenFile(tmp, os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o644)
	if err != nil {
		return nil, fmt.Errorf("writing %s: %w", p.Name, err)
	}
	return &staged{w: w, page: p, file: f}, nil
}

// Write writes to the file and takes its checksum.
func (f *staged) Write(b []byte) (int, error) {
	if f.sum == nil {
		f.sum = sha256.New()
	}
	f.sum.Write(b)
	f.size += int64(len(b))
	return f.file.Write(b)
}

// close ends the file, unless it has failed before.
func (f *staged) close(err error) error {
	if f.sum != nil {
		f.sum.Sum(f.page.Sum[:0])
		f.page.Size = f.size
	}
	if err == nil && f.w.memory != nil {
		var info os.FileInfo
		if info, err = f.file.Stat(); err == nil {
			f.page.ModTime = info.ModTime().UnixNano()
		}
	}
	if err := errors.Join(err, f.file.Close()); err != nil {
		return fmt.Errorf("writing %s: %w", f.page.Name, err)
	}
	return nil
}

// abandon removes what was staged; the output stays as it was.
func (w *writer) abandon() { w.out.RemoveAll(staging) }
