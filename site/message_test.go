package site

import (
	"io/fs"
	"os"
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/afero"
	"go.yaml.in/yaml/v3"

	"dateline/templates"
)

// languages are those of the message files.
func languages(t *testing.T) map[string]messages {
	t.Helper()
	files, err := fs.Glob(templates.FS, "messages/*.yaml")
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]messages{}
	for _, name := range files {
		src, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		m := messages{}
		if err := yaml.Unmarshal(src, &m); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		all[strings.TrimSuffix(path.Base(name), ".yaml")] = m
	}
	return all
}

var placeholder = regexp.MustCompile(`{[a-z0-9]+}`)

func TestLanguagesSayTheSame(t *testing.T) {
	all := languages(t)
	english := all["en"]
	for lang, m := range all {
		for key, text := range english {
			other, ok := m[key]
			if !ok {
				t.Errorf("%s: there is no message %q", lang, key)
				continue
			}
			for _, p := range placeholder.FindAllString(text, -1) {
				if !strings.Contains(other, p) {
					t.Errorf("%s: %s leaves out %s: %q", lang, key, p, other)
				}
			}
		}
		for key := range m {
			if _, ok := english[key]; !ok {
				t.Errorf("%s: message %q is not one of ours", lang, key)
			}
		}
	}
}

// unsaid is what a page shows where a message is missing.
var unsaid = regexp.MustCompile(`\[[a-z]+\.[a-z0-9.]+\]`)

func TestEveryPageInEveryLanguage(t *testing.T) {
	for lang := range languages(t) {
		out := afero.NewMemMapFs()
		cfg := harborConfig
		cfg.Lang, cfg.BaseURL = lang, "https://example.org/harbor/"
		build(t, cfg, harbor(t), out)
		for name, content := range tree(t, out) {
			if !strings.HasSuffix(name, ".html") {
				continue
			}
			if !strings.Contains(content, `<html lang="`+lang+`"`) {
				t.Errorf("%s in %s does not say its language", name, lang)
			}
			for _, m := range unsaid.FindAllString(content, -1) {
				t.Errorf("%s in %s shows %s", name, lang, m)
			}
			if strings.Contains(content, "{date}") || strings.Contains(content, "{n}") {
				t.Errorf("%s in %s shows a message that is not filled in", name, lang)
			}
		}
	}
}

func TestUnusedMessages(t *testing.T) {
	used := map[string]bool{}
	var prefixes []string
	uses := func(key string) {
		if strings.HasSuffix(key, ".") {
			prefixes = append(prefixes, key)
		}
		used[key] = true
	}
	inTemplates := regexp.MustCompile(`(?:\bt|count|print)[ (]"([a-z0-9.]+)"`)
	err := fs.WalkDir(templates.FS, ".", func(name string, d fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(name, ".html") && name != "review/review.js" {
			return err
		}
		src, err := fs.ReadFile(templates.FS, name)
		for _, m := range inTemplates.FindAllStringSubmatch(string(src), -1) {
			uses(m[1])
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	sources := os.DirFS(".")
	files, err := fs.Glob(sources, "*.go")
	if err != nil {
		t.Fatal(err)
	}
	said := regexp.MustCompile(`"([a-z]+\.[a-z0-9.-]*)"`)
	for _, name := range files {
		if strings.HasSuffix(name, "_test.go") {
			continue
		}
		src, err := fs.ReadFile(sources, name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range said.FindAllStringSubmatch(string(src), -1) {
			uses(m[1])
		}
	}
	prefixes = append(prefixes, "month.short.")
	for key := range languages(t)["en"] {
		base := strings.TrimSuffix(strings.TrimSuffix(key, ".one"), ".other")
		ok := used[key] || used[base]
		for _, p := range prefixes {
			ok = ok || strings.HasPrefix(key, p)
		}
		if !ok {
			t.Errorf("nothing says the message %q", key)
		}
	}
}

func TestTextPutsValuesInOnce(t *testing.T) {
	m := messages{"a": "{x} of {y}{x} {", "b": "{{x}} {xy} {x", "c": "none"}
	for _, test := range []struct {
		key  string
		args []any
		want string
	}{
		{"a", []any{"x", 3, "y", "{x}"}, "3 of {x}{x} {"},
		{"a", []any{"x", "{x}", "y", true}, "{x} of true{x} {"},
		{"b", []any{"x", "v"}, "{v} {xy} {x"},
		{"c", []any{"x", "v", "odd"}, "none"},
		{"gone", nil, "[gone]"},
	} {
		if got := m.text(test.key, test.args...); got != test.want {
			t.Errorf("%s with %v: got %q, want %q", test.key, test.args, got, test.want)
		}
	}
}

func TestSortKeyOfASCII(t *testing.T) {
	var ascii []byte
	for c := range 128 {
		ascii = append(ascii, byte(c))
	}
	key, ok := asciiKey(string(ascii))
	// A letter beyond ASCII at the end takes the other way.
	if want := strings.TrimSuffix(sortKey(string(ascii)+"ß"), "ß"); !ok || key != want {
		t.Errorf("got %q, want %q", key, want)
	}
}
