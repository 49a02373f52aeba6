package cache

import (
	"testing"

	"github.com/spf13/afero"
)

func TestLoadGivesWhatWasSaved(t *testing.T) {
	fsys := afero.NewMemMapFs()
	f := In(fsys, "site", "v1").File("readings", "day_first")
	if got := f.Load(); got != nil {
		t.Errorf("an empty folder gives %q", got)
	}
	for range 2 {
		if err := f.Save([]byte("what "), nil, []byte("was read")); err != nil {
			t.Fatal(err)
		}
		if got := f.Load(); string(got) != "what was read" {
			t.Errorf("got %q", got)
		}
	}
	for _, other := range []*File{
		In(fsys, "site", "v2").File("readings", "day_first"), In(fsys, "site", "v1").File("readings"), In(fsys, "site", "v1").File("pages", "day_first"),
		In(fsys, "site", "v1").File("readings", "day_", "first"), In(fsys, "", "v1").File("readings", "day_first"),
	} {
		if got := other.Load(); got != nil {
			t.Errorf("%+v gives %q, which is another's", other, got)
		}
	}
	left, err := afero.ReadDir(fsys, "site/"+Name)
	if err != nil || len(left) != 2 {
		t.Errorf("the folder has %d files, want .gitignore and readings (%v)", len(left), err)
	}
	if err := Clean(fsys, "site"); err != nil {
		t.Fatal(err)
	}
	if f.Load() != nil {
		t.Error("it is there after Clean")
	}
}

// TestLoadRefusesDamage changes each byte and cuts at each place.
func TestLoadRefusesDamage(t *testing.T) {
	fsys := afero.NewMemMapFs()
	f := In(fsys, "", "v1").File("readings")
	if err := f.Save([]byte("what was read")); err != nil {
		t.Fatal(err)
	}
	src, err := afero.ReadFile(fsys, f.name)
	if err != nil {
		t.Fatal(err)
	}
	for i := range src {
		changed := append([]byte(nil), src...)
		changed[i] ^= 0x40
		for _, bad := range [][]byte{changed, src[:i]} {
			if err := afero.WriteFile(fsys, f.name, bad, 0o644); err != nil {
				t.Fatal(err)
			}
			if got := f.Load(); got != nil {
				t.Fatalf("damage at byte %d of %d: got %q", i, len(src), got)
			}
		}
	}
}

func TestSaveFails(t *testing.T) {
	f := In(afero.NewReadOnlyFs(afero.NewMemMapFs()), "", "v1").File("readings")
	if err := f.Save([]byte("x")); err == nil {
		t.Error("saved to what cannot be written")
	}
}

func TestNilKeepsNothing(t *testing.T) {
	var c *Folder
	f := c.File("readings")
	if err := f.Save([]byte("x")); err != nil || f.Load() != nil || f.Remove() != nil {
		t.Error("a nil file is not empty")
	}
}

func TestProgram(t *testing.T) {
	if p := Program(); len(p) != 64 || p != Program() {
		t.Errorf("got %q", p)
	}
}
