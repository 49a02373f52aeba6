package publish

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

func TestForeignBranch(t *testing.T) {
	work, bare := newRepository(t)
	git(t, work, "push", "-q", "origin", "main:gh-pages")
	site := siteOf("index.html", "one")
	_, err := Prepare(context.Background(), Options{Dir: work}, site)
	if !errors.Is(err, ErrForeign) || !strings.Contains(err.Error(), "--adopt") {
		t.Fatalf("error %v, want ErrForeign and the way out", err)
	}
	plan, _ := publish(t, Options{Dir: work, Adopt: true}, site)
	if !plan.First || tree(t, bare, "gh-pages") != ".dateline-published\n.nojekyll\nindex.html" {
		t.Errorf("adopting left %s", tree(t, bare, "gh-pages"))
	}
	if git(t, bare, "rev-parse", "gh-pages^") != git(t, bare, "rev-parse", "main") {
		t.Error("adopting lost the history of the branch")
	}
	publish(t, Options{Dir: work}, siteOf("index.html", "two")) // adopted once is enough
}

func TestForeignDomain(t *testing.T) {
	work, bare := newRepository(t)
	other := filepath.Join(t.TempDir(), "other")
	publish(t, Options{Dir: work}, siteOf("index.html", "one"))
	git(t, work, "clone", "-q", "-b", "gh-pages", bare, other)
	write(t, other, "CNAME", "talks.example.org\n")
	git(t, other, "add", "CNAME")
	git(t, other, "commit", "-q", "-m", "Set the domain in the settings")
	git(t, other, "push", "-q")
	tip := git(t, bare, "rev-parse", "gh-pages")
	for _, o := range []Options{{}, {Domain: "elsewhere.example.org"}, {NoHistory: true}, {Adopt: true}} {
		o.Dir = work
		_, err := Prepare(context.Background(), o, siteOf("index.html", "two"))
		if !errors.Is(err, ErrDomain) || !strings.Contains(err.Error(), "domain: talks.example.org") {
			t.Errorf("%+v: error %v, want ErrDomain and the way out", o, err)
		}
	}
	if git(t, bare, "rev-parse", "gh-pages") != tip {
		t.Error("a refused publication moved the branch")
	}
	publish(t, Options{Dir: work, Domain: "talks.example.org"}, siteOf("index.html", "two"))
	if got := git(t, bare, "show", "gh-pages:CNAME"); got != "talks.example.org" {
		t.Errorf("CNAME %q", got)
	}
	// From now on the domain is ours, and ours to change and to drop.
	plan, _ := publish(t, Options{Dir: work, Domain: "new.example.org"}, siteOf("index.html", "two"))
	if plan.URL != "https://new.example.org/" || plan.Domain != "new.example.org" {
		t.Errorf("URL %q, domain %q", plan.URL, plan.Domain)
	}
	publish(t, Options{Dir: work}, siteOf("index.html", "two"))
	if got := tree(t, bare, "gh-pages"); strings.Contains(got, "CNAME") {
		t.Errorf("the domain was not dropped:\n%s", got)
	}
}

func TestBadDomain(t *testing.T) {
	work, _ := newRepository(t)
	for _, domain := range []string{"https://example.org", "example.org/", "a b.org", "localhost", "-a.org", "a..org"} {
		if _, err := Prepare(context.Background(), Options{Dir: work, Domain: domain}, siteOf("index.html", "x")); err == nil {
			t.Errorf("%q was taken for a domain", domain)
		}
	}
}

// Somebody else pushes between the reading of the branch and the push.
func TestRemoteMoved(t *testing.T) {
	for _, o := range []Options{{}, {NoHistory: true}} {
		work, bare := newRepository(t)
		publish(t, Options{Dir: work}, siteOf("index.html", "one"))
		o.Dir = work
		plan, err := Prepare(context.Background(), o, siteOf("index.html", "two"))
		if err != nil {
			t.Fatal(err)
		}
		defer plan.Close()
		publish(t, Options{Dir: work}, siteOf("index.html", "theirs"))
		tip := git(t, bare, "rev-parse", "gh-pages")
		if _, err := plan.Publish(context.Background()); !errors.Is(err, ErrMoved) {
			t.Errorf("no history %t: error %v, want ErrMoved", o.NoHistory, err)
		}
		if git(t, bare, "rev-parse", "gh-pages") != tip {
			t.Errorf("no history %t: their site was overwritten", o.NoHistory)
		}
		publish(t, o, siteOf("index.html", "two"))
	}
}

// The branch is created by somebody else after it was found missing.
func TestBranchAppeared(t *testing.T) {
	work, bare := newRepository(t)
	plan, err := Prepare(context.Background(), Options{Dir: work}, siteOf("index.html", "mine"))
	if err != nil {
		t.Fatal(err)
	}
	defer plan.Close()
	git(t, work, "push", "-q", "origin", "main:gh-pages")
	if _, err := plan.Publish(context.Background()); !errors.Is(err, ErrMoved) {
		t.Errorf("error %v, want ErrMoved", err)
	}
	if git(t, bare, "rev-parse", "gh-pages") != git(t, bare, "rev-parse", "main") {
		t.Error("their branch was overwritten")
	}
}

// The branch may be checked out in another work tree of the repository.
func TestNoPushOntoCheckedOutBranch(t *testing.T) {
	work, _ := newRepository(t)
	publish(t, Options{Dir: work, NoPush: true}, siteOf("index.html", "one"))
	git(t, work, "worktree", "add", "-q", filepath.Join(t.TempDir(), "w"), "gh-pages")
	plan, err := Prepare(context.Background(), Options{Dir: work, NoPush: true}, siteOf("index.html", "two"))
	if err != nil {
		t.Fatal(err)
	}
	defer plan.Close()
	if _, err := plan.Publish(context.Background()); err == nil || !strings.Contains(err.Error(), "checked out") {
		t.Errorf("error %v, want a refusal", err)
	}
}

func TestRefusals(t *testing.T) {
	work, bare := newRepository(t)
	site := siteOf("index.html", "one")
	tests := []struct {
		name string
		o    Options
		site afero.Fs
		want string
	}{
		{"no repository", Options{Dir: t.TempDir()}, site, "git init"},
		{"no such remote", Options{Dir: work, Remote: "backup"}, site, `no remote "backup"`},
		{"bad branch", Options{Dir: work, Branch: "a..b"}, site, "no name of a branch"},
		{"branch of the work", Options{Dir: work, Branch: "main"}, site, "branch you work on"},
		{"empty site", Options{Dir: work}, siteOf(), "has no files"},
	}
	for _, test := range tests {
		_, err := Prepare(context.Background(), test.o, test.site)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: error %v, want one with %q", test.name, err, test.want)
		}
	}
	git(t, work, "remote", "set-url", "origin", filepath.Join(bare, "gone"))
	if _, err := Prepare(context.Background(), Options{Dir: work}, site); err == nil {
		t.Error("a remote that is gone was not reported")
	}
}

// A link in the output could publish a file from anywhere on the disk.
func TestLinkInSite(t *testing.T) {
	work, _ := newRepository(t)
	out := t.TempDir()
	write(t, out, "index.html", "one")
	if err := os.Symlink("/etc/hostname", filepath.Join(out, "leak.txt")); err != nil {
		t.Skip(err)
	}
	_, err := Prepare(context.Background(), Options{Dir: work}, afero.NewBasePathFs(afero.NewOsFs(), out))
	if err == nil || !strings.Contains(err.Error(), "leak.txt") {
		t.Errorf("error %v, want one that names the link", err)
	}
}

func TestPushRejectedByTheRemote(t *testing.T) {
	work, bare := newRepository(t)
	write(t, bare, "hooks/pre-receive", "#!/bin/sh\necho protected branch >&2\nexit 1\n")
	os.Chmod(filepath.Join(bare, "hooks/pre-receive"), 0o755)
	plan, err := Prepare(context.Background(), Options{Dir: work}, siteOf("index.html", "one"))
	if err != nil {
		t.Fatal(err)
	}
	defer plan.Close()
	if _, err := plan.Publish(context.Background()); err == nil || errors.Is(err, ErrMoved) || !strings.Contains(err.Error(), "protected branch") {
		t.Errorf("error %v, want what the remote said", err)
	}
}
