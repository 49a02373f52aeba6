package starter

import (
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"dateline/extract/article"
	"dateline/internal/config"
	"dateline/site/workflow"
)

func TestWrite(t *testing.T) {
	for name, fsys := range map[string]afero.Fs{"memory": afero.NewMemMapFs(), "disk": afero.NewBasePathFs(afero.NewOsFs(), t.TempDir())} {
		t.Run(name, func(t *testing.T) {
			files := Files(workflow.Options{})
			var paths []string
			for _, f := range files {
				paths = append(paths, f.Path)
			}
			written, kept, err := Write(fsys, "site", files)
			if err != nil || len(kept) > 0 {
				t.Fatalf("kept %v, %v", kept, err)
			}
			if diff := cmp.Diff(paths, written); diff != "" {
				t.Error(diff)
			}
			// What a person changed stays; what is missing comes back.
			afero.WriteFile(fsys, "site/dateline.yaml", []byte("title: Mine\n"), 0o644)
			fsys.Remove("site/.gitignore")
			written, kept, err = Write(fsys, "site", files)
			if diff := cmp.Diff([]string{".gitignore"}, written); diff != "" || err != nil {
				t.Error(diff, err)
			}
			if len(kept) != len(files)-1 {
				t.Errorf("kept %v", kept)
			}
			if raw, _ := afero.ReadFile(fsys, "site/dateline.yaml"); string(raw) != "title: Mine\n" {
				t.Errorf("dateline.yaml was overwritten: %s", raw)
			}
		})
	}
}

// No example is put among somebody's own articles.
func TestNoExampleBesideArticles(t *testing.T) {
	fsys := afero.NewMemMapFs()
	afero.WriteFile(fsys, "content/own.md", []byte("x"), 0o644)
	if _, _, err := Write(fsys, ".", Files(workflow.Options{})); err != nil {
		t.Fatal(err)
	}
	if entries, _ := afero.ReadDir(fsys, "content"); len(entries) != 1 {
		t.Errorf("%d files in content", len(entries))
	}
}

// The configuration is valid as it is and with every line uncommented, and it
// explains every key there is.
func TestConfiguration(t *testing.T) {
	whole := regexp.MustCompile(`(?m)^# ([a-z_]+: )`).ReplaceAllString(configuration, "$1")
	for name, source := range map[string]string{"as it is": configuration, "uncommented": whole} {
		fsys := afero.NewMemMapFs()
		afero.WriteFile(fsys, config.Name, []byte(source), 0o644)
		if _, err := config.Load(fsys, ""); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
	for _, key := range config.Keys() {
		if !strings.Contains(whole, "\n"+key+": ") {
			t.Errorf("%s is not explained", key)
		}
	}
	fsys := afero.NewMemMapFs()
	stated := regexp.MustCompile(`(?m)^(?:title|description|base_url|domain|corrections|event_files): .*$`).ReplaceAllString(whole, "")
	afero.WriteFile(fsys, config.Name, []byte(stated), 0o644)
	got, err := config.Load(fsys, "")
	want, _ := config.Load(afero.NewMemMapFs(), "")
	want.Lang, want.Include, want.PublishedKeys = "en", "all", article.PublishedKeys()
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("what is commented out is not what holds by default: %s%v", diff, err)
	}
}

func TestExampleIsAnArticle(t *testing.T) {
	a, err := article.ReadMarkdown("example.md", []byte(example), article.Options{})
	if err != nil || !a.Sample || !a.Published.Known {
		t.Errorf("%+v, %v", a, err)
	}
}
