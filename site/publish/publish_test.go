package publish

import (
	"context"
	"errors"
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
		"variables of a hook": func(work string) Options {
			t.Setenv("GIT_INDEX_FILE", filepath.Join(work, ".git", "index"))
			t.Setenv("GIT_DIR", "/nowhere")
			return Options{}
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
			var check func()
			if os.Getenv("GIT_DIR") == "" {
				check = untouched(t, work)
			}
			_, result := publish(t, o, siteOf("index.html", "two\r\n"))
			os.Unsetenv("GIT_DIR")
			if check != nil {
				check()
			}
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
	if plan.Largest[0].Path != "big.html" || plan.Largest[0].Size != 4000 || plan.Files != 2 || plan.Bytes < 4003 {
		t.Errorf("largest %v, %d files, %d bytes", plan.Largest, plan.Files, plan.Bytes)
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
