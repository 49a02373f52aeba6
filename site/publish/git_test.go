package publish

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"
)

// TestMain gives git a world without the user's configuration.
func TestMain(m *testing.M) {
	for name, value := range map[string]string{
		"GIT_CONFIG_GLOBAL": os.DevNull, "GIT_CONFIG_NOSYSTEM": "1",
		"GIT_AUTHOR_NAME": "Ada", "GIT_AUTHOR_EMAIL": "ada@example.org",
		"GIT_COMMITTER_NAME": "Ada", "GIT_COMMITTER_EMAIL": "ada@example.org",
	} {
		os.Setenv(name, value)
	}
	if dir := os.Getenv("DATELINE_PUBLISH_FOR_TEST"); dir != "" {
		publishChild(dir)
		return
	}
	os.Exit(m.Run())
}

// git runs git in dir and returns what it printed.
func git(t *testing.T, dir string, args ...string) string {
	t.Helper()
	cmd := exec.Command("git", args...)
	cmd.Dir = dir
	out, err := cmd.CombinedOutput()
	if err != nil {
		t.Fatalf("git %s: %v\n%s", strings.Join(args, " "), err, out)
	}
	return strings.TrimSpace(string(out))
}

// newRepository returns a work tree with one commit and the bare repository
// that is its origin.
func newRepository(t *testing.T) (work, bare string) {
	t.Helper()
	root := t.TempDir()
	work, bare = filepath.Join(root, "work"), filepath.Join(root, "bare.git")
	git(t, root, "init", "-q", "--bare", "-b", "main", bare)
	git(t, root, "init", "-q", "-b", "main", work)
	write(t, work, "dateline.yaml", "title: Talks\n")
	git(t, work, "add", ".")
	git(t, work, "commit", "-q", "-m", "Begin")
	git(t, work, "remote", "add", "origin", bare)
	git(t, work, "push", "-q", "-u", "origin", "main")
	return work, bare
}

func write(t *testing.T, dir, name, text string) {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// siteOf returns a site of name and text pairs.
func siteOf(pairs ...string) afero.Fs {
	site := afero.NewMemMapFs()
	for i := 0; i < len(pairs); i += 2 {
		afero.WriteFile(site, pairs[i], []byte(pairs[i+1]), 0o644)
	}
	return site
}

// publish prepares and publishes, and ends the test on an error.
func publish(t *testing.T, o Options, site afero.Fs) (*Plan, Result) {
	t.Helper()
	plan, err := Prepare(context.Background(), o, site)
	if err != nil {
		t.Fatal(err)
	}
	defer plan.Close()
	result, err := plan.Publish(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return plan, result
}

// snapshot returns every file below dir with its content, and whether two
// states of a folder are one.
func snapshot(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		raw, err := os.ReadFile(path)
		files[strings.TrimPrefix(path, dir)] = string(raw)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// untouched returns a function that fails the test if work tree, index or
// HEAD changed since.
func untouched(t *testing.T, work string) func() {
	t.Helper()
	state := func() map[string]string {
		files := snapshot(t, work)
		for name := range files {
			inGit := strings.HasPrefix(name, "/.git/")
			if inGit && name != "/.git/index" && name != "/.git/HEAD" && name != "/.git/config" {
				delete(files, name)
			}
		}
		files["main"] = git(t, work, "for-each-ref", "refs/heads/main", "refs/tags")
		return files
	}
	before := state()
	return func() {
		t.Helper()
		if diff := cmp.Diff(before, state()); diff != "" {
			t.Errorf("publishing touched the work tree, the index or HEAD:\n%s", diff)
		}
	}
}

func tree(t *testing.T, bare, branch string) string {
	t.Helper()
	return git(t, bare, "ls-tree", "-r", "--name-only", branch)
}

// publishChild is the test binary as a program that publishes.
func publishChild(dir string) {
	plan, err := Prepare(context.Background(), Options{Dir: dir}, siteOf("index.html", "second"))
	if err == nil {
		defer plan.Close()
		_, err = plan.Publish(context.Background())
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
	}
}
