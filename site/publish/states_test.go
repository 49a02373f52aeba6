package publish

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestStatesOfTheRepository(t *testing.T) {
	states := map[string]func(work string) Options{
		"detached HEAD": func(work string) Options {
			git(t, work, "checkout", "-q", "--detach")
			return Options{}
		},
		"dirty tree": func(work string) Options {
			write(t, work, "dateline.yaml", "title: Changed\n")
			write(t, work, "staged.txt", "staged")
			git(t, work, "add", "staged.txt")
			write(t, work, "content/new.md", "untracked")
			return Options{}
		},
		"a merge under way": func(work string) Options {
			git(t, work, "checkout", "-q", "-b", "side")
			write(t, work, "dateline.yaml", "title: Side\n")
			git(t, work, "commit", "-qam", "Side")
			git(t, work, "checkout", "-q", "main")
			write(t, work, "dateline.yaml", "title: Main\n")
			git(t, work, "commit", "-qam", "Main")
			cmd := exec.Command("git", "merge", "-q", "side")
			cmd.Dir = work
			cmd.Run()
			return Options{}
		},
		"a folder below the top": func(work string) Options {
			write(t, work, "content/a.md", "a")
			return Options{Dir: filepath.Join(work, "content")}
		},
		"lines converted on checkout": func(work string) Options {
			git(t, work, "config", "core.autocrlf", "true")
			return Options{}
		},
		"a local branch with other commits": func(work string) Options {
			git(t, work, "branch", "gh-pages", "main")
			return Options{}
		},
	}
	for name, arrange := range states {
		t.Run(name, func(t *testing.T) {
			work, bare := newRepository(t)
			publish(t, Options{Dir: work}, siteOf("index.html", "one\n"))
			o := arrange(work)
			if o.Dir == "" {
				o.Dir = work
			}
			check := untouched(t, work)
			_, result := publish(t, o, siteOf("index.html", "two\r\n"))
			check()
			if !result.Pushed || git(t, bare, "cat-file", "-s", "gh-pages:index.html") != "5" {
				t.Errorf("result %+v, index.html is not what the site has", result)
			}
		})
	}
}

func TestShallowClone(t *testing.T) {
	work, bare := newRepository(t)
	for _, text := range []string{"one", "two", "three"} {
		publish(t, Options{Dir: work}, siteOf("index.html", text))
		git(t, work, "commit", "-q", "--allow-empty", "-m", text)
		git(t, work, "push", "-q")
	}
	for name, args := range map[string][]string{
		"one branch":      {"--depth=1"},
		"all branches":    {"--depth=1", "--no-single-branch"},
		"without objects": {"--filter=blob:none"},
	} {
		t.Run(name, func(t *testing.T) {
			git(t, bare, "config", "uploadpack.allowFilter", "true")
			clone := filepath.Join(t.TempDir(), "clone")
			git(t, work, append(append([]string{"clone", "-q"}, args...), "file://"+bare, clone)...)
			check := untouched(t, clone)
			before := git(t, bare, "rev-parse", "gh-pages")
			publish(t, Options{Dir: clone}, siteOf("index.html", "from "+name))
			check()
			if got := git(t, bare, "rev-parse", "gh-pages^"); got != before {
				t.Errorf("parent %s, want %s", got, before)
			}
			git(t, bare, "fsck", "--strict")
		})
	}
}

func TestDryRun(t *testing.T) {
	work, bare := newRepository(t)
	publish(t, Options{Dir: work}, siteOf("index.html", "one", "old.html", "old"))
	// The branch is moved by another clone, so that its objects are missing here.
	other := filepath.Join(t.TempDir(), "other")
	git(t, work, "clone", "-q", bare, other)
	publish(t, Options{Dir: other}, siteOf("index.html", "theirs", "old.html", "old"))
	before, remote := snapshot(t, work), snapshot(t, bare)
	plan, err := Prepare(context.Background(), Options{Dir: work, DryRun: true, Held: []string{"content/draft.md"}},
		siteOf("index.html", "two", "big.html", strings.Repeat("x", 4000)))
	if err != nil {
		t.Fatal(err)
	}
	if _, err := plan.Publish(context.Background()); err == nil {
		t.Error("a dry run published")
	}
	plan.Close()
	if diff := cmp.Diff(before, snapshot(t, work)); diff != "" {
		t.Errorf("the dry run left traces:\n%s", diff)
	}
	if diff := cmp.Diff(remote, snapshot(t, bare)); diff != "" {
		t.Errorf("the dry run changed the remote:\n%s", diff)
	}
	got := [][]string{plan.Added, plan.Changed, plan.Removed, plan.Held}
	if diff := cmp.Diff([][]string{{"big.html"}, {"index.html"}, {"old.html"}, {"content/draft.md"}}, got); diff != "" {
		t.Error(diff)
	}
	if plan.Largest[0].Path != "big.html" || plan.Largest[0].Size != 4000 || plan.Files != 3 || plan.Bytes < 4003 {
		t.Errorf("largest %v, %d files, %d bytes", plan.Largest, plan.Files, plan.Bytes)
	}
}

func TestUnbornHead(t *testing.T) {
	_, bare := newRepository(t)
	empty := filepath.Join(t.TempDir(), "empty")
	git(t, filepath.Dir(empty), "init", "-q", "-b", "main", empty)
	git(t, empty, "remote", "add", "origin", bare)
	plan, _ := publish(t, Options{Dir: empty}, siteOf("index.html", "one"))
	if plan.Source != "" || plan.Message != "Publish uncommitted work with dateline (devel)" {
		t.Errorf("source %q, message %q", plan.Source, plan.Message)
	}
}

// git sets these for its hooks; publishing from one must not write to the
// index of the commit that is being made.
func TestVariablesOfAHook(t *testing.T) {
	work, bare := newRepository(t)
	check := untouched(t, work)
	t.Setenv("GIT_INDEX_FILE", filepath.Join(work, ".git", "index"))
	t.Setenv("GIT_DIR", filepath.Join(t.TempDir(), "elsewhere"))
	_, result := publish(t, Options{Dir: work}, siteOf("index.html", "one"))
	os.Unsetenv("GIT_INDEX_FILE")
	os.Unsetenv("GIT_DIR")
	check()
	if got := git(t, bare, "rev-parse", "gh-pages"); got != result.Commit {
		t.Errorf("the branch is at %s, want %s", got, result.Commit)
	}
}

// A hook that git runs for the push sees the user's index, not ours.
func TestHookSeesTheUsersIndex(t *testing.T) {
	work, _ := newRepository(t)
	write(t, work, ".git/hooks/pre-push", "#!/bin/sh\ntest -z \"$(git status --porcelain)\"\n")
	os.Chmod(filepath.Join(work, ".git/hooks/pre-push"), 0o755)
	if _, result := publish(t, Options{Dir: work}, siteOf("index.html", "one")); !result.Pushed {
		t.Errorf("result %+v", result)
	}
}
