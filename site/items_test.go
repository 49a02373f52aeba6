package site

import (
	"io/fs"
	"strings"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// TestItemsWithoutRoom makes pages with all list items in a file, which must
// come to the same bytes as with all of them in memory.
func TestItemsWithoutRoom(t *testing.T) {
	tl := many(t, 60, 10)
	make := func(scratch afero.Fs) map[string]string {
		cfg := harborConfig
		cfg.Scratch = scratch
		b, err := newBuilder(cfg, tl)
		if err != nil {
			t.Fatal(err)
		}
		defer b.items.forget()
		b.items.room.Store(0)
		made := map[string]string{}
		for _, p := range b.all() {
			content, err := b.make(p)
			if err != nil {
				t.Fatal(err)
			}
			made[p.name] = string(content)
		}
		if (b.items.file != nil) != (scratch != nil) {
			t.Errorf("a file was made: %t, a folder for it was given: %t", b.items.file != nil, scratch != nil)
		}
		return made
	}
	scratch := afero.NewMemMapFs()
	want, got := make(nil), make(scratch)
	for name := range want {
		if got[name] != want[name] {
			t.Errorf("%s: with items in a file it is\n%s\nwant\n%s", name, got[name], want[name])
		}
	}
	if left, _ := afero.ReadDir(scratch, "."); len(left) > 0 {
		t.Errorf("%s is left", left[0].Name())
	}
	// Where no file can be made, memory takes them.
	b, err := newBuilder(Config{Scratch: afero.NewReadOnlyFs(afero.NewMemMapFs())}, tl)
	if err != nil {
		t.Fatal(err)
	}
	b.items.room.Store(0)
	if err := b.items.keep(3, "<li>"); err != nil {
		t.Error(err)
	}
	if said, err := b.items.get(3); said != "<li>" || err != nil {
		t.Errorf("the item is %q, %v", said, err)
	}
}

// fullFs is a file system without room for another byte.
type fullFs struct{ afero.Fs }

func (f fullFs) OpenFile(name string, flag int, perm fs.FileMode) (afero.File, error) {
	file, err := f.Fs.OpenFile(name, flag, perm)
	return fullFile{file}, err
}

type fullFile struct{ afero.File }

func (fullFile) WriteAt([]byte, int64) (int, error) { return 0, syscall.ENOSPC }

func TestItemsOnFullDisk(t *testing.T) {
	b, err := newBuilder(Config{Scratch: fullFs{afero.NewMemMapFs()}}, many(t, 60, 10))
	if err != nil {
		t.Fatal(err)
	}
	b.items.room.Store(0)
	for _, p := range b.all() {
		if _, err := b.make(p); err != nil {
			if !strings.Contains(err.Error(), "no space left on device") {
				t.Errorf("the error is %v", err)
			}
			return
		}
	}
	t.Error("a full disk took all list items")
}
