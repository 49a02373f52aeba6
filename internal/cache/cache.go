// Package cache keeps what one run of dateline worked out for the next one,
// in a folder that may be thrown away at any time: what is missing, damaged or
// of another version is worked out again.
package cache

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sync"

	"github.com/spf13/afero"
)

// Name is the name of the folder, which stands beside the configuration of a
// site. It keeps itself out of version control.
const Name = ".dateline-cache"

// Folder is a cache folder. A nil Folder keeps nothing.
type Folder struct {
	fs      afero.Fs
	dir     string
	version string
}

// In returns the cache folder beside the configuration in the folder beside.
// Version tells the programs apart that may write to it: what another one
// wrote is not read.
func In(fsys afero.Fs, beside, version string) *Folder {
	return &Folder{fsys, filepath.Join(beside, Name), version}
}

// File returns the file of a cache that is called name, for a purpose: all
// that its content was worked out from besides what the content itself tells.
func (c *Folder) File(name string, purpose ...string) *File {
	if c == nil {
		return nil
	}
	key := sha256.New()
	for _, s := range append(purpose, c.version) {
		fmt.Fprintf(key, "%d:%s", len(s), s)
	}
	f := &File{folder: c, name: filepath.Join(c.dir, name)}
	key.Sum(f.key[:0])
	return f
}

// Clean removes the folder. It is no error when there is none.
func Clean(fsys afero.Fs, beside string) error {
	return fsys.RemoveAll(filepath.Join(beside, Name))
}

// File is one file of a cache. A nil File is always empty.
type File struct {
	folder *Folder
	name   string
	key    [sha256.Size]byte
}

// magic begins every file; the number grows when the frame of the content changes.
const magic = "dateline cache 1\n"

// headLen is the length of what stands before the content: magic, key and checksum.
const headLen = len(magic) + sha256.Size + 4

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Load returns what Save saved for the same purpose; nil when that is not
// there, or not whole.
func (f *File) Load() []byte {
	if f == nil {
		return nil
	}
	src, err := afero.ReadFile(f.folder.fs, f.name)
	if err != nil || len(src) < headLen || string(src[:len(magic)]) != magic ||
		!bytes.Equal(src[len(magic):len(magic)+sha256.Size], f.key[:]) ||
		binary.LittleEndian.Uint32(src[headLen-4:]) != crc32.Checksum(src[headLen:], castagnoli) {
		return nil
	}
	return src[headLen:]
}

// Save keeps content for the next Load, whole or not at all.
func (f *File) Save(content ...[]byte) error {
	if f == nil {
		return nil
	}
	if err := f.folder.make(); err != nil {
		return err
	}
	sum := uint32(0)
	for _, c := range content {
		sum = crc32.Update(sum, castagnoli, c)
	}
	head := append(append(make([]byte, 0, headLen), magic...), f.key[:]...)
	head = binary.LittleEndian.AppendUint32(head, sum)
	tmp, err := afero.TempFile(f.folder.fs, f.folder.dir, filepath.Base(f.name)+".*")
	if err != nil {
		return err
	}
	for _, c := range append([][]byte{head}, content...) {
		if _, err = tmp.Write(c); err != nil {
			break
		}
	}
	if err := errors.Join(err, tmp.Close()); err != nil {
		f.folder.fs.Remove(tmp.Name())
		return err
	}
	return f.folder.fs.Rename(tmp.Name(), f.name)
}

// Remove removes the file. It is no error when there is none.
func (f *File) Remove() error {
	if f == nil {
		return nil
	}
	if err := f.folder.fs.Remove(f.name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

// Scratch returns the folder as a file system, for what a run keeps for itself;
// nil where it cannot be made.
func (c *Folder) Scratch() afero.Fs {
	if c == nil || c.make() != nil {
		return nil
	}
	return afero.NewBasePathFs(c.fs, c.dir)
}

// make makes the folder, which keeps itself out of version control.
func (c *Folder) make() error {
	if err := c.fs.MkdirAll(c.dir, 0o755); err != nil {
		return err
	}
	ignore := filepath.Join(c.dir, ".gitignore")
	if _, err := c.fs.Stat(ignore); !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return afero.WriteFile(c.fs, ignore, []byte("# Made by dateline, which makes it again when it is gone.\n*\n"), 0o644)
}

// Program returns what tells this program from every other one: a checksum of
// its file; "" when that cannot be read, and nothing should be kept.
var Program = sync.OnceValue(func() string {
	name, err := os.Executable()
	if err != nil {
		return ""
	}
	f, err := os.Open(name)
	if err != nil {
		return ""
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		return ""
	}
	return fmt.Sprintf("%x", sum.Sum(nil))
})
