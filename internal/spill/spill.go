// Package spill keeps bytes for which there is no room in memory in a
// temporary file, as long as one run takes.
//
//	f, err := spill.Create(fsys, "cache")
//	defer f.Close()
//	place, err := f.Add(content)
//	content, err = f.Read(place, nil)
//
// The file goes with the run, however that ends: where the system lets it, it
// has no name from the beginning, and elsewhere the next Create removes it.
package spill

import (
	"errors"
	"fmt"
	"hash/crc32"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/spf13/afero"
)

// prefix begins the names of all files of this package.
const prefix = "spill-"

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// File is a temporary file. It is safe for concurrent use, but for Close.
type File struct {
	fs    afero.Fs
	file  afero.File
	named bool          // it still has its name
	one   *sync.Mutex   // held while the file is read or written; nil where many can at a time
	end   atomic.Uint64 // of what was added
}

// Place is where content stands in a File. The zero Place is that of no content.
type Place struct {
	at       uint64
	len, sum uint32
}

// Create makes a file in a folder of fsys, which must exist, and removes those
// that were left there by runs that were killed.
func Create(fsys afero.Fs, folder string) (*File, error) {
	left, err := afero.Glob(fsys, filepath.Join(folder, prefix+"*"))
	if err != nil {
		return nil, err
	}
	for _, name := range left {
		_ = fsys.Remove(name) // it may be in use where a file in use keeps its name
	}
	file, err := afero.TempFile(fsys, folder, prefix)
	if err != nil {
		return nil, err
	}
	f := &File{fs: fsys, file: file}
	f.named = fsys.Remove(file.Name()) != nil
	if !concurrent(file) {
		f.one = &sync.Mutex{}
	}
	return f, nil
}

// concurrent reports whether a file can be read and written at several places
// at a time. Those of the system can; of others nothing is known.
func concurrent(file afero.File) bool {
	if below, ok := file.(*afero.BasePathFile); ok {
		file = below.File
	}
	_, ok := file.(*os.File)
	return ok
}

// Add puts content into the file.
func (f *File) Add(content []byte) (Place, error) {
	n := uint64(len(content))
	p := Place{f.end.Add(n) - n, uint32(n), crc32.Checksum(content, castagnoli)}
	if f.one != nil {
		f.one.Lock()
		defer f.one.Unlock()
	}
	if _, err := f.file.WriteAt(content, int64(p.at)); err != nil {
		return Place{}, fmt.Errorf("keeping what there is no room for in memory: %w", err)
	}
	return p, nil
}

// Read appends the content at p to b.
func (f *File) Read(p Place, b []byte) ([]byte, error) {
	start := len(b)
	b = slices.Grow(b, int(p.len))[:start+int(p.len)]
	if err := f.readAt(b[start:], int64(p.at)); err != nil {
		return b[:start], fmt.Errorf("reading back what there was no room for in memory: %w", err)
	}
	if crc32.Checksum(b[start:], castagnoli) != p.sum {
		return b[:start], fmt.Errorf("reading back what there was no room for in memory: %s is damaged; run again", f.file.Name())
	}
	return b, nil
}

func (f *File) readAt(b []byte, at int64) error {
	if f.one != nil {
		f.one.Lock()
		defer f.one.Unlock()
	}
	n, err := f.file.ReadAt(b, at)
	if n == len(b) {
		return nil
	}
	return err
}

// Close removes the file. A nil File is none.
func (f *File) Close() error {
	if f == nil {
		return nil
	}
	err := f.file.Close()
	if f.named {
		err = errors.Join(err, f.fs.Remove(f.file.Name()))
	}
	return err
}
