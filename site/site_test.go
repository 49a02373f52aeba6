package site

import (
	"context"
	"errors"
	"flag"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"dateline/timeline"
)

var update = flag.Bool("update", false, "write the golden site and the picture of the README anew")

var harborConfig = Config{
	Title:       "The harbor bridge",
	Description: "Who decided what about the bridge over the harbor, and when, as far as the reports tell.",
}

// onBoth runs a test on a file system in memory and on one on disk.
func onBoth(t *testing.T, test func(t *testing.T, out afero.Fs)) {
	t.Run("memory", func(t *testing.T) { test(t, afero.NewMemMapFs()) })
	t.Run("disk", func(t *testing.T) { test(t, afero.NewBasePathFs(afero.NewOsFs(), t.TempDir())) })
}

func build(t *testing.T, cfg Config, tl *timeline.Timeline, out afero.Fs) Report {
	t.Helper()
	report, err := Build(context.Background(), cfg, tl, out)
	if err != nil {
		t.Fatal(err)
	}
	return report
}

// tree returns the content of every file of fsys by name.
func tree(t *testing.T, fsys afero.Fs) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := afero.Walk(fsys, ".", func(name string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		content, err := afero.ReadFile(fsys, name)
		files[filepath.ToSlash(name)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestPreview(t *testing.T) {
	if dir := os.Getenv("PREVIEW"); dir != "" {
		build(t, harborConfig, harbor(t), afero.NewBasePathFs(afero.NewOsFs(), dir))
	}
}

func TestGolden(t *testing.T) {
	golden := filepath.Join("testdata", "golden")
	if *update {
		if err := os.RemoveAll(golden); err != nil {
			t.Fatal(err)
		}
		build(t, harborConfig, harbor(t), afero.NewBasePathFs(afero.NewOsFs(), golden))
	}
	want := tree(t, afero.NewBasePathFs(afero.NewOsFs(), golden))
	onBoth(t, func(t *testing.T, out afero.Fs) {
		build(t, harborConfig, harbor(t), out)
		if diff := cmp.Diff(want, tree(t, out)); diff != "" {
			t.Errorf("the site differs from %s; if that is meant, run go test ./site -update (-want +got):\n%s", golden, diff)
		}
	})
}

func TestBuildAgainWritesNothing(t *testing.T) {
	onBoth(t, func(t *testing.T, out afero.Fs) {
		first := build(t, harborConfig, harbor(t), out)
		again := build(t, harborConfig, harbor(t), out)
		if len(again.Written) != 0 || len(again.Removed) != 0 {
			t.Errorf("second build wrote %v and removed %v", again.Written, again.Removed)
		}
		if diff := cmp.Diff(first.Written, again.Unchanged); diff != "" {
			t.Errorf("unchanged files are not those of the first build: %s", diff)
		}
	})
}

func TestBuildWritesOnlyWhatChanged(t *testing.T) {
	onBoth(t, func(t *testing.T, out afero.Fs) {
		build(t, harborConfig, harbor(t), out)
		tl := harbor(t)
		tl.Events[4].Why = []string{"the same vote"}
		report := build(t, harborConfig, tl, out)
		if diff := cmp.Diff([]string{"data/events.json", "events/e-005.html", "events/e-005.json"}, report.Written); diff != "" {
			t.Errorf("files written after one event changed (-want +got):\n%s", diff)
		}
	})
}

func TestBuildMendsADamagedFile(t *testing.T) {
	onBoth(t, func(t *testing.T, out afero.Fs) {
		build(t, harborConfig, harbor(t), out)
		want := tree(t, out)
		if err := afero.WriteFile(out, "index.html", []byte("<!doctype html>"), 0o644); err != nil {
			t.Fatal(err)
		}
		build(t, harborConfig, harbor(t), out)
		if diff := cmp.Diff(want, tree(t, out)); diff != "" {
			t.Errorf("the site is not whole again: %s", diff)
		}
	})
}

func TestStaleFilesGoAndForeignFilesStay(t *testing.T) {
	onBoth(t, func(t *testing.T, out afero.Fs) {
		build(t, harborConfig, harbor(t), out)
		for _, name := range []string{"CNAME", "events/notes.txt", "kept/by-me.html"} {
			if err := out.MkdirAll(path.Dir(name), 0o755); err != nil {
				t.Fatal(err)
			}
			if err := afero.WriteFile(out, name, []byte("mine"), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		tl := harbor(t)
		tl.Events, tl.Undated = tl.Events[:3], nil
		report := build(t, harborConfig, tl, out)
		want := []string{"disputed.html", "events/e-004.html", "events/e-004.ics", "events/e-004.json", "events/e-005-1.html", "events/e-005.html", "events/e-005.ics",
			"events/e-005.json", "events/e-006.html", "events/e-006.ics", "events/e-006.json", "events/e-007.html", "events/e-007.ics", "events/e-007.json", "events/e-008.html", "events/e-008.json", "topics/ana-ruiz.html", "topics/city-council.html", "topics/town-hall.html", "undated.html", "years/2024.html"}
		if diff := cmp.Diff(want, report.Removed); diff != "" {
			t.Errorf("removed (-want +got):\n%s", diff)
		}
		files := tree(t, out)
		for _, name := range want {
			if _, ok := files[name]; ok {
				t.Errorf("%s is still there", name)
			}
		}
		if _, err := Clean(out); err != nil {
			t.Fatal(err)
		}
		left := map[string]string{"CNAME": "mine", "events/notes.txt": "mine", "kept/by-me.html": "mine"}
		if diff := cmp.Diff(left, tree(t, out)); diff != "" {
			t.Errorf("left after Clean (-want +got):\n%s", diff)
		}
		if _, err := out.Stat("articles"); !errors.Is(err, fs.ErrNotExist) {
			t.Errorf("Clean left the empty folder articles: %v", err)
		}
	})
}

func TestForeignFileInTheWay(t *testing.T) {
	onBoth(t, func(t *testing.T, out afero.Fs) {
		if err := afero.WriteFile(out, "index.html", []byte("my own page"), 0o644); err != nil {
			t.Fatal(err)
		}
		_, err := Build(context.Background(), harborConfig, harbor(t), out)
		if err == nil || !strings.Contains(err.Error(), "index.html") || !strings.Contains(err.Error(), "did not make") {
			t.Errorf("error %v; want one that names index.html", err)
		}
		if diff := cmp.Diff(map[string]string{"index.html": "my own page"}, tree(t, out)); diff != "" {
			t.Errorf("the output was touched: %s", diff)
		}
	})
}

func TestFailedBuildLeavesTheLastGoodSite(t *testing.T) {
	broken := afero.NewMemMapFs()
	// A template that fails only while a page is being made.
	if err := afero.WriteFile(broken, "event/event.html", []byte(`{{define "main"}}{{index .Evidence 99}}{{end}}`), 0o644); err != nil {
		t.Fatal(err)
	}
	onBoth(t, func(t *testing.T, out afero.Fs) {
		build(t, harborConfig, harbor(t), out)
		want := tree(t, out)
		cfg := harborConfig
		cfg.Title = "Another title"
		cfg.Templates = broken
		if _, err := Build(context.Background(), cfg, harbor(t), out); err == nil {
			t.Fatal("no error from a broken template")
		}
		if diff := cmp.Diff(want, tree(t, out)); diff != "" {
			t.Errorf("the last good site was touched: %s", diff)
		}
		canceled, cancel := context.WithCancel(context.Background())
		cancel()
		cfg.Templates = nil
		if _, err := Build(canceled, cfg, harbor(t), out); !errors.Is(err, context.Canceled) {
			t.Errorf("error %v from a canceled build", err)
		}
		if diff := cmp.Diff(want, tree(t, out)); diff != "" {
			t.Errorf("the last good site was touched: %s", diff)
		}
	})
}

func TestManifestMustNotLeadOutOfTheSite(t *testing.T) {
	out := afero.NewMemMapFs()
	line := strings.Repeat("0", 64) + "  ../precious.txt\n"
	if err := afero.WriteFile(out, manifestName, []byte(line), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := Clean(out); err == nil || !strings.Contains(err.Error(), "line 1") {
		t.Errorf("error %v; want one that names line 1", err)
	}
}

func TestOwnTemplates(t *testing.T) {
	own := afero.NewMemMapFs()
	for name, content := range map[string]string{
		"articles/articles.html": `{{define "main"}}<h1>Sources</h1>{{end}}`,
		"messages/en.yaml":       "nav.articles: Sources\n",
	} {
		if err := afero.WriteFile(own, name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	out := afero.NewMemMapFs()
	cfg := harborConfig
	cfg.Templates = own
	build(t, cfg, harbor(t), out)
	files := tree(t, out)
	if !strings.Contains(files["articles/index.html"], "<h1>Sources</h1>") {
		t.Error("the site's own articles/articles.html was not used")
	}
	if !strings.Contains(files["index.html"], ">Timeline</a>") || !strings.Contains(files["index.html"], ">Sources</a>") {
		t.Error("the site's own words must stand over ours, message by message")
	}
}
