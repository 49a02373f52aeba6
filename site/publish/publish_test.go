package publish

import (
	"context"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFirstPublish(t *testing.T) {
	work, bare := newRepository(t)
	check := untouched(t, work)
	plan, result := publish(t, Options{Dir: work, Version: "v1.2.3"}, siteOf("index.html", "<p>one", "events/a.html", "a"))
	check()
	if !plan.First || !result.Pushed || plan.Dirty {
		t.Errorf("plan %+v, result %+v; want a first push from a clean tree", plan, result)
	}
	if got, want := tree(t, bare, "gh-pages"), ".dateline-published\n.nojekyll\nevents/a.html\nindex.html"; got != want {
		t.Errorf("tree\n%s\nwant\n%s", got, want)
	}
	if got := git(t, bare, "show", "gh-pages:index.html"); got != "<p>one" {
		t.Errorf("index.html holds %q", got)
	}
	head := git(t, work, "rev-parse", "HEAD")
	if got, want := git(t, bare, "log", "--format=%s", "gh-pages"), "Publish "+head[:10]+" with dateline v1.2.3"; got != want {
		t.Errorf("message %q, want %q", got, want)
	}
	if got := git(t, bare, "show", "gh-pages:"+markerName); !strings.Contains(got, `"source": "`+head+`"`) {
		t.Errorf("the marker does not name the source:\n%s", got)
	}
}

func TestHistoryIsKept(t *testing.T) {
	work, bare := newRepository(t)
	publish(t, Options{Dir: work}, siteOf("index.html", "one", "old.html", "old", "same.html", "same"))
	first := git(t, bare, "rev-parse", "gh-pages")
	plan, _ := publish(t, Options{Dir: work, Message: "Second of {sha}"}, siteOf("index.html", "two", "new.html", "new", "same.html", "same"))
	got := [][]string{plan.Added, plan.Changed, plan.Removed}
	if diff := cmp.Diff([][]string{{"new.html"}, {"index.html"}, {"old.html"}}, got); diff != "" {
		t.Error(diff)
	}
	if plan.First {
		t.Error("the second publication is called the first")
	}
	if got := git(t, bare, "rev-parse", "gh-pages^"); got != first {
		t.Errorf("parent %s, want %s", got, first)
	}
	if got := tree(t, bare, "gh-pages"); strings.Contains(got, "old.html") {
		t.Errorf("a removed page is still there:\n%s", got)
	}
}

// A new commit of the source that changes no page is no reason to publish.
func TestSameSite(t *testing.T) {
	work, bare := newRepository(t)
	publish(t, Options{Dir: work}, siteOf("index.html", "one"))
	tip := git(t, bare, "rev-parse", "gh-pages")
	git(t, work, "commit", "-q", "--allow-empty", "-m", "Nothing new")
	_, result := publish(t, Options{Dir: work}, siteOf("index.html", "one"))
	if !result.Same || result.Pushed || git(t, bare, "rev-parse", "gh-pages") != tip {
		t.Errorf("result %+v; want nothing done", result)
	}
}

func TestNoHistory(t *testing.T) {
	work, bare := newRepository(t)
	publish(t, Options{Dir: work}, siteOf("index.html", "one"))
	publish(t, Options{Dir: work, NoHistory: true}, siteOf("index.html", "two"))
	if got := git(t, bare, "rev-list", "--count", "gh-pages"); got != "1" {
		t.Errorf("%s commits, want 1", got)
	}
	if got := git(t, bare, "show", "gh-pages:index.html"); got != "two" {
		t.Errorf("index.html holds %q", got)
	}
}

func TestNoPush(t *testing.T) {
	work, bare := newRepository(t)
	check := untouched(t, work)
	_, result := publish(t, Options{Dir: work, NoPush: true}, siteOf("index.html", "one"))
	_, second := publish(t, Options{Dir: work, NoPush: true}, siteOf("index.html", "two"))
	check()
	if result.Pushed || git(t, work, "rev-parse", "gh-pages") != second.Commit || git(t, work, "rev-parse", "gh-pages^") != result.Commit {
		t.Errorf("results %+v, %+v; want two commits on the local branch", result, second)
	}
	if got := git(t, bare, "branch", "--list", "gh-pages"); got != "" {
		t.Errorf("the remote has %q", got)
	}
	git(t, work, "checkout", "-q", "gh-pages")
	git(t, work, "worktree", "add", "-q", filepath.Join(t.TempDir(), "w"), "main")
	if _, err := Prepare(context.Background(), Options{Dir: work, NoPush: true}, siteOf("index.html", "three")); err == nil {
		t.Error("publishing onto the branch that is checked out was not refused")
	}
}
