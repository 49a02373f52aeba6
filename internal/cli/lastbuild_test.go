package cli

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"
)

// stands reports whether a build of the site would find that nothing changed.
func (k *keeper) stands() bool {
	k.t.Helper()
	flags := siteFlags{Config: filepath.Join(k.dir, "dateline.yaml")}
	s, err := flags.open(&env{fs: afero.NewOsFs(), stderr: os.Stderr})
	if err != nil {
		k.t.Fatal(err)
	}
	now, err := s.state(k.t.Context())
	if err != nil {
		k.t.Fatal(err)
	}
	last, _ := s.standing(&now)
	return last != nil
}

// TestNothingChangedIsSeen changes each of what a build is made from and what
// it made: a build finds that something changed, and after it that nothing did.
func TestNothingChangedIsSeen(t *testing.T) {
	k := newKeeper(t, 5, 12)
	k.write("review/none.txt", "")
	k.build(k.dir)
	if !k.stands() {
		t.Fatal("nothing was changed, and a build would not know")
	}
	name, src := k.press.article(3, 0)
	inPlace := func(t *testing.T, name, content string) {
		// With the same size and time as before, which is too late to be trusted.
		info, err := os.Stat(filepath.Join(k.dir, name))
		if err != nil {
			t.Fatal(err)
		}
		if int64(len(content)) != info.Size() {
			t.Fatalf("%d bytes for %d", len(content), info.Size())
		}
		if err := os.WriteFile(filepath.Join(k.dir, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(filepath.Join(k.dir, name), info.ModTime(), info.ModTime()); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct {
		what   string
		change func(t *testing.T)
	}{
		{"an article is edited", func(t *testing.T) { k.article(2, 1) }},
		{"an article is added", func(t *testing.T) { k.article(40, 0) }},
		{"an article is removed", func(t *testing.T) { k.remove("content/" + k.there[5]); delete(k.there, 5) }},
		{"the configuration", func(t *testing.T) { k.write("dateline.yaml", "title: Another\n") }},
		{"a template", func(t *testing.T) { k.write("templates/messages/en.yaml", "event.evidence: Grounds\n") }},
		{"a decision", func(t *testing.T) { k.decide(); k.write("review/more.txt", "x") }},
		{"a page is damaged", func(t *testing.T) { k.write("public/index.html", "mine") }},
		{"a page is gone", func(t *testing.T) { k.remove("public/about.html") }},
		{"the manifest is gone", func(t *testing.T) { k.remove("public/.dateline-manifest") }},
		{"the cache is gone", func(t *testing.T) { k.remove(".dateline-cache") }},
		{"a young article is written", func(t *testing.T) {
			k.write("content/"+name, string(src))
			late := time.Now().Add(time.Hour) // young as long as the test takes
			if err := os.Chtimes(filepath.Join(k.dir, "content", name), late, late); err != nil {
				t.Fatal(err)
			}
		}},
		{"and written again at once", func(t *testing.T) {
			again := []byte(string(src))
			copy(again[len(again)-10:], "xxxxxxxxx")
			inPlace(t, "content/"+name, string(again))
		}},
		{"review pages were made", func(t *testing.T) {
			e := &env{ctx: t.Context(), fs: afero.NewOsFs(), stdout: os.Stderr, stderr: os.Stderr}
			if code := run(e, []string{"build", "-q", "--with-review", "--config", filepath.Join(k.dir, "dateline.yaml")}); code != ok {
				t.Fatal(code)
			}
		}},
	} {
		c.change(t)
		if k.stands() {
			t.Errorf("%s, and a build would not see it", c.what)
		}
		if diff := cmp.Diff(k.clean(), k.build(k.dir)); diff != "" {
			t.Fatalf("%s: the site is not that of a clean build (-want +got):\n%s", c.what, diff)
		}
		if !k.stands() {
			t.Errorf("%s, was built, and a build would not see that nothing changed since", c.what)
		}
	}
}

// TestCommitsAreSeen commits the articles, which the page of changes tells of.
func TestCommitsAreSeen(t *testing.T) {
	if _, err := exec.LookPath("git"); err != nil {
		t.Skip("there is no git on the PATH")
	}
	k := newKeeper(t, 6, 6)
	git := func(args ...string) {
		t.Helper()
		cmd := exec.Command("git", append([]string{"-C", k.dir, "-c", "user.name=Ann", "-c", "user.email=ann@example.org"}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v\n%s", args, err, out)
		}
	}
	git("init", "-q")
	for i := range 2 {
		k.build(k.dir)
		if !k.stands() {
			t.Fatal("nothing was changed, and a build would not know")
		}
		git("add", "content")
		git("commit", "-q", "--allow-empty", "-m", fmt.Sprint("Commit ", i))
		if k.stands() {
			t.Errorf("commit %d was made, and a build would not see it", i)
		}
	}
}
