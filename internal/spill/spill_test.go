package spill

import (
	"bytes"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"syscall"
	"testing"

	"github.com/spf13/afero"
)

// systems are file systems with a folder called kept.
func systems(t *testing.T) map[string]afero.Fs {
	all := map[string]afero.Fs{"memory": afero.NewMemMapFs(), "disk": afero.NewBasePathFs(afero.NewOsFs(), t.TempDir())}
	for _, fsys := range all {
		if err := fsys.Mkdir("kept", 0o755); err != nil {
			t.Fatal(err)
		}
	}
	return all
}

func TestFile(t *testing.T) {
	for name, fsys := range systems(t) {
		t.Run(name, func(t *testing.T) {
			f, err := Create(fsys, "kept")
			if err != nil {
				t.Fatal(err)
			}
			var working sync.WaitGroup
			for w := range 4 {
				working.Go(func() {
					for i := range 200 {
						want := bytes.Repeat(fmt.Appendf(nil, "%d.%d ", w, i), i%50)
						p, err := f.Add(want)
						if err != nil {
							t.Error(err)
							return
						}
						if got, err := f.Read(p, []byte("before ")); err != nil || string(got) != "before "+string(want) {
							t.Errorf("%d.%d: read %q, %v", w, i, got, err)
						}
					}
				})
			}
			working.Wait()
			if got, err := f.Read(Place{}, nil); err != nil || len(got) > 0 {
				t.Errorf("nothing was read as %q, %v", got, err)
			}
			if err := f.Close(); err != nil {
				t.Error(err)
			}
			if left, _ := afero.ReadDir(fsys, "kept"); len(left) > 0 {
				t.Errorf("%s is left", left[0].Name())
			}
		})
	}
}

// TestKilled sees that what a killed run left behind goes, and nothing else.
func TestKilled(t *testing.T) {
	for name, fsys := range systems(t) {
		t.Run(name, func(t *testing.T) {
			for _, name := range []string{"kept/" + prefix + "123", "kept/readings"} {
				if err := afero.WriteFile(fsys, name, []byte("old"), 0o600); err != nil {
					t.Fatal(err)
				}
			}
			f, err := Create(fsys, "kept")
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			if left, _ := afero.ReadDir(fsys, "kept"); len(left) != 1 || left[0].Name() != "readings" {
				t.Errorf("%d files are left, want the readings alone", len(left))
			}
		})
	}
}

func TestNoFolder(t *testing.T) {
	if _, err := Create(afero.NewReadOnlyFs(afero.NewMemMapFs()), "kept"); err == nil {
		t.Error("a file was made where nothing can be written")
	}
}

// TestDamage changes and cuts the file behind the back of who wrote it.
func TestDamage(t *testing.T) {
	for name, fsys := range systems(t) {
		t.Run(name, func(t *testing.T) {
			f, err := Create(fsys, "kept")
			if err != nil {
				t.Fatal(err)
			}
			defer f.Close()
			place, err := f.Add([]byte("a long list of events"))
			if err != nil {
				t.Fatal(err)
			}
			if _, err := f.file.WriteAt([]byte("short"), 2); err != nil {
				t.Fatal(err)
			}
			if _, err := f.Read(place, nil); err == nil || !strings.Contains(err.Error(), "is damaged") {
				t.Errorf("what was changed was read: %v", err)
			}
			if err := f.file.Truncate(3); err != nil {
				t.Fatal(err)
			}
			if _, err := f.Read(place, nil); err == nil || !strings.Contains(err.Error(), "reading back") {
				t.Errorf("what was cut off was read: %v", err)
			}
		})
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

func TestFull(t *testing.T) {
	fsys := afero.NewMemMapFs()
	if err := fsys.Mkdir("kept", 0o755); err != nil {
		t.Fatal(err)
	}
	f, err := Create(fullFs{fsys}, "kept")
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.Add([]byte("more")); err == nil || !strings.Contains(err.Error(), "no space left") {
		t.Errorf("a full disk took more: %v", err)
	}
}
