package article

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"
)

// onBoth runs a test on a file system in memory and on one on disk.
func onBoth(t *testing.T, test func(t *testing.T, fsys afero.Fs)) {
	t.Run("memory", func(t *testing.T) { test(t, afero.NewMemMapFs()) })
	t.Run("disk", func(t *testing.T) { test(t, afero.NewBasePathFs(afero.NewOsFs(), t.TempDir())) })
}

func write(t *testing.T, fsys afero.Fs, name, text string) {
	t.Helper()
	if err := fsys.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := afero.WriteFile(fsys, name, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestPaths(t *testing.T) {
	onBoth(t, func(t *testing.T, fsys afero.Fs) {
		for _, name := range []string{"content/b.md", "content/2021/z.md", "content/2021/12/a.MD", "content/notes.txt", "content/.draft.md",
			"content/.git/x.md", "content/größe & weite.md", "content/picture.md.png", "other/c.md", "content/line\nend.md"} {
			write(t, fsys, name, "")
		}
		if err := fsys.MkdirAll("content/folder.md/in", 0o755); err != nil {
			t.Fatal(err)
		}
		paths, problems, err := Paths(t.Context(), fsys, "content")
		if err != nil {
			t.Fatal(err)
		}
		want := []string{"content/2021/12/a.MD", "content/2021/z.md", "content/b.md", "content/größe & weite.md"}
		if diff := cmp.Diff(want, paths); diff != "" {
			t.Errorf("paths (-want +got)\n%s", diff)
		}
		var told []string
		for _, p := range problems {
			told = append(told, p.Path+": "+p.What)
		}
		if diff := cmp.Diff([]string{"content/folder.md: a folder with the name of an article", "content/line\nend.md: the name of the file cannot be shown"}, told); diff != "" {
			t.Errorf("problems (-want +got)\n%s", diff)
		}

		if _, _, err := Paths(t.Context(), fsys, "nowhere"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("a missing folder: %v", err)
		}
		ended, end := context.WithCancel(t.Context())
		end()
		if _, _, err := Paths(ended, fsys, "content"); !errors.Is(err, context.Canceled) {
			t.Errorf("after the end: %v", err)
		}
	})
}

// TestPathsFollowNoLinks checks that nothing from outside of the folder is
// read, while the folder itself may be a link.
func TestPathsFollowNoLinks(t *testing.T) {
	dir := t.TempDir()
	for _, step := range []error{
		os.MkdirAll(filepath.Join(dir, "real/deep"), 0o755),
		os.WriteFile(filepath.Join(dir, "real/a.md"), nil, 0o644),
		os.WriteFile(filepath.Join(dir, "secret.md"), nil, 0o644),
		os.Symlink("../secret.md", filepath.Join(dir, "real/b.md")),
		os.Symlink("..", filepath.Join(dir, "real/deep/up")),
		os.Symlink("../a.md", filepath.Join(dir, "real/deep/picture.png")),
		os.Symlink("nothing", filepath.Join(dir, "real/deep/dangling")),
		os.Symlink("real", filepath.Join(dir, "content")),
	} {
		if step != nil {
			t.Skip("no symbolic links here:", step)
		}
	}
	paths, problems, err := Paths(t.Context(), afero.NewBasePathFs(afero.NewOsFs(), dir), "content")
	if err != nil || len(paths) != 1 || paths[0] != "content/a.md" || len(problems) != 2 ||
		problems[0].Path != "content/b.md" || problems[1].Path != "content/deep/up" {
		t.Errorf("paths %q, problems %v, error %v", paths, problems, err)
	}
}

func TestReadFile(t *testing.T) {
	onBoth(t, func(t *testing.T, fsys afero.Fs) {
		write(t, fsys, "content/a.md", "---\ndate: 2021-12-05\n---\nText.")
		if a, err := ReadFile(fsys, "content/a.md", Options{}); err != nil || a.Text != "Text." || a.ID != "a" {
			t.Errorf("%+v, %v", a, err)
		}
		_, err := ReadFile(fsys, "content/b.md", Options{})
		if p := (*Problem)(nil); !errors.As(err, &p) || !strings.HasPrefix(p.Error(), "content/b.md: cannot read the file") {
			t.Errorf("a missing file: %v", err)
		}
	})
}

func TestDistinct(t *testing.T) {
	problems := Distinct([]Article{{ID: "talks", Path: "a/talks.md"}, {ID: "move", Path: "move.md"}, {ID: "Talks", Path: "b/Talks.md"}})
	if len(problems) != 1 || problems[0].Path != "b/Talks.md" || !strings.Contains(problems[0].What, "a/talks.md") {
		t.Errorf("%v", problems)
	}
}

func TestFileLine(t *testing.T) {
	a, err := ReadMarkdown("a.md", []byte("---\ndate: 2021-12-05\n---\n# Head\n\nOne *two\nthree*\nfour &amp; five\n\n- six\n"), Options{})
	if err != nil {
		t.Fatal(err)
	}
	for word, line := range map[string]int{"Head": 4, "One": 6, "two": 6, "three": 7, "four": 8, "five": 8, "six": 10} {
		if got := a.FileLine(strings.Index(a.Text, word)); got != line {
			t.Errorf("%q is on line %d, want %d", word, got, line)
		}
	}
	if got := a.FileLine(len(a.Text)); got != 10 {
		t.Errorf("the end is on line %d", got)
	}
	text, err := ReadText("a.txt", []byte("\ufeffone\ntwo\n"), a.Published)
	if err != nil || text.FileLine(strings.Index(text.Text, "two")) != 2 {
		t.Errorf("%+v, %v", text, err)
	}
}
