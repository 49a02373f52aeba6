package config

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"
)

func load(t *testing.T, name, source string) (Config, error) {
	t.Helper()
	fsys := afero.NewMemMapFs()
	if err := afero.WriteFile(fsys, name, []byte(source), 0o644); err != nil {
		t.Fatal(err)
	}
	return Load(fsys, name)
}

func TestLoad(t *testing.T) {
	got, err := load(t, "sites/winter/dateline.yaml", "# A site\ntitle: The long winter\ndescription: >\n  Talks,\n  and more.\nbase_url: https://news.example/winter\n"+
		"lang: en-GB\npublished_keys: [issued, date]\nday_first: true\ncontent: articles\nout: ../public\ntemplates:\n")
	if err != nil {
		t.Fatal(err)
	}
	want := Config{Title: "The long winter", Description: "Talks, and more.", BaseURL: "https://news.example/winter/", Lang: "en-GB",
		PublishedKeys: []string{"issued", "date"}, DayFirst: true,
		Content: filepath.FromSlash("sites/winter/articles"), Out: filepath.FromSlash("sites/public"), Templates: filepath.FromSlash("sites/winter/templates"),
		Review: filepath.FromSlash("sites/winter/review")}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got)\n%s", diff)
	}
}

func TestLoadDefaults(t *testing.T) {
	want := Config{Content: "content", Out: "public", Templates: "templates", Review: "review"}
	if got, err := Load(afero.NewMemMapFs(), ""); err != nil || !cmp.Equal(got, want) {
		t.Errorf("without a file: %+v, %v", got, err)
	}
	if got, err := load(t, "dateline.yaml", "# nothing yet\n"); err != nil || !cmp.Equal(got, want) {
		t.Errorf("with an empty file: %+v, %v", got, err)
	}
	if _, err := Load(afero.NewMemMapFs(), "site.yaml"); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a file that is named but missing: %v", err)
	}
}

func TestEventFilesMayBeLeftOpen(t *testing.T) {
	for source, want := range map[string]string{"title: a": "<nil>", "event_files: true": "true", "event_files: false": "false"} {
		c, err := load(t, "dateline.yaml", source)
		got := "<nil>"
		if c.EventFiles != nil {
			got = fmt.Sprint(*c.EventFiles)
		}
		if err != nil || got != want {
			t.Errorf("%s: %s, %v", source, got, err)
		}
	}
}

func TestLoadProblems(t *testing.T) {
	for _, c := range []struct{ source, want string }{
		{"title: a\nbaseurl: b", `dateline.yaml:2: unknown key "baseurl"; did you mean "base_url"?`},
		{"theme: dark", `dateline.yaml:1: unknown key "theme"`},
		{"title: a\n\ntitle: b", "dateline.yaml:3: title is there twice, first on line 1"},
		{"title: [a, b]", "dateline.yaml:1: title: want one value"},
		{"published_keys: date", "dateline.yaml:1: published_keys: want a list of words"},
		{"day_first: sometimes", `dateline.yaml:1: day_first: want true or false, not "sometimes"`},
		{"event_files: some", `dateline.yaml:1: event_files: want true or false, not "some"`},
		{"base_url: news.example", "dateline.yaml:1: base_url: want an address such as"},
		{"base_url: https://news.example/?a=b", "dateline.yaml:1: base_url: want an address such as"},
		{"corrections: the editor", "dateline.yaml:1: corrections: want an address such as"},
		{"corrections: javascript:alert(1)", "dateline.yaml:1: corrections: want an address such as"},
		{"title: a: b", "dateline.yaml:1: not YAML: mapping values"},
		{"- title", "dateline.yaml:1: want lines of key: value"},
	} {
		_, err := load(t, "dateline.yaml", c.source)
		if err == nil || !strings.HasPrefix(err.Error(), c.want) {
			t.Errorf("%q: got %v, want %s…", c.source, err, c.want)
		}
	}
}
