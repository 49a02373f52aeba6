package history

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// repository is a git repository in a folder of its own.
type repository struct {
	t   *testing.T
	dir string
}

func newRepository(t *testing.T) repository {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git on the PATH")
	}
	r := repository{t, t.TempDir()}
	r.git("", "init", "-q", "-b", "main")
	return r
}

func (r repository) git(date string, args ...string) {
	r.t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = r.dir
	cmd.Env = append(os.Environ(), "GIT_CONFIG_GLOBAL=/dev/null", "GIT_CONFIG_SYSTEM=/dev/null",
		"GIT_AUTHOR_NAME=Ann", "GIT_AUTHOR_EMAIL=ann@example.org", "GIT_COMMITTER_NAME=Ann", "GIT_COMMITTER_EMAIL=ann@example.org",
		"GIT_AUTHOR_DATE="+date, "GIT_COMMITTER_DATE=2030-01-01T00:00:00Z")
	if out, err := cmd.CombinedOutput(); err != nil {
		r.t.Fatalf("git %v: %v\n%s", args, err, out)
	}
}

// commit writes files, "" for one that goes, and commits them on a day.
func (r repository) commit(date string, files map[string]string) {
	r.t.Helper()
	for name, content := range files {
		at := filepath.Join(r.dir, filepath.FromSlash(name))
		if content == "" {
			if err := os.Remove(at); err != nil {
				r.t.Fatal(err)
			}
			continue
		}
		if err := os.MkdirAll(filepath.Dir(at), 0o755); err != nil {
			r.t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte(content), 0o644); err != nil {
			r.t.Fatal(err)
		}
	}
	r.git(date, "add", "-A")
	r.git(date, "commit", "-q", "-m", "Change\n\nM\nA")
}

func TestOf(t *testing.T) {
	r := newRepository(t)
	if err := os.Mkdir(filepath.Join(r.dir, "content"), 0o755); err != nil {
		t.Fatal(err)
	}
	of := func() []Change {
		t.Helper()
		all, err := Of(t.Context(), filepath.Join(r.dir, "content"))
		if err != nil {
			t.Fatal(err)
		}
		return all
	}
	if got := of(); got != nil {
		t.Errorf("before the first commit: %v", got)
	}
	r.commit("2024-03-01T23:30:00-05:00", map[string]string{"README": "one", "content/b.md": "one", "content/übung 1.md": "one"})
	r.commit("2024-03-02T09:00:00+01:00", map[string]string{"content/b.md": "two"})
	r.commit("2024-03-02T10:00:00+01:00", map[string]string{"content/b.md": "three", "content/deep/a.md": "one"})
	r.commit("2024-03-04T10:00:00Z", map[string]string{"content/b.md": "", "README": "two"})
	want := []Change{
		{"2024-03-04", "b.md", Removed},
		{"2024-03-02", "b.md", Changed},
		{"2024-03-02", "deep/a.md", Added},
		{"2024-03-01", "b.md", Added},
		{"2024-03-01", "übung 1.md", Added},
	}
	if diff := cmp.Diff(want, of()); diff != "" {
		t.Errorf("history (-want +got):\n%s", diff)
	}
	// What is not committed, and what a hook or a user set, changes nothing.
	if err := os.WriteFile(filepath.Join(r.dir, "content", "c.md"), []byte("new"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GIT_DIR", filepath.Join(r.dir, "elsewhere"))
	r2 := t.TempDir()
	if err := os.WriteFile(filepath.Join(r2, "config"), []byte("[diff]\n\trenames = copies\n\tmnemonicPrefix = true\n[log]\n\tshowSignature = true\n\tdate = relative\n[color]\n\tui = always\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	t.Setenv("GIT_CONFIG_GLOBAL", filepath.Join(r2, "config"))
	if diff := cmp.Diff(want, of()); diff != "" {
		t.Errorf("history with other settings (-want +got):\n%s", diff)
	}
}

func TestNoHistory(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("GIT_CEILING_DIRECTORIES", filepath.Dir(dir))
	if all, err := Of(t.Context(), dir); all != nil || err != nil {
		t.Errorf("outside of a repository: %v, %v", all, err)
	}
	t.Setenv("PATH", dir)
	if all, err := Of(t.Context(), dir); all != nil || err != nil {
		t.Errorf("without git: %v, %v", all, err)
	}
}

func FuzzParse(f *testing.F) {
	f.Add([]byte("\x012024-03-04\x00\nD\x00b.md\x00\x012024-03-02\x00\nM\x00b.md\x00A\x00deep/a.md\x00"))
	f.Add([]byte("A"))
	f.Fuzz(func(t *testing.T, log []byte) { parse(log) })
}
