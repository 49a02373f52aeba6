package site

import (
	"bytes"
	"compress/gzip"
	"path"
	"slices"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// packed returns how many bytes content takes gzipped, as a host sends it.
func packed(content string) int {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	z.Write([]byte(content))
	z.Close()
	return b.Len()
}

// TestBudgets holds every page to its weight, and all that is needed before a
// page can be read to 85 KB.
func TestBudgets(t *testing.T) {
	for name, tl := range map[string]func() afero.Fs{
		"long": func() afero.Fs { out := afero.NewMemMapFs(); build(t, harborConfig, many(t, 100, 10), out); return out },
		"500":  func() afero.Fs { out := afero.NewMemMapFs(); build(t, harborConfig, many(t, 50, 10), out); return out },
		"samples": func() afero.Fs {
			out := afero.NewMemMapFs()
			build(t, sampleConfig, sampleTimeline(t), out)
			return out
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := tree(t, tl())
			css, js := packed(files["style.css"]), packed(files["dateline.js"])
			most := map[string]int{} // the heaviest page by folder
			for name, content := range files {
				limit := 0
				switch {
				case strings.HasSuffix(name, ".html"):
					limit = 60 << 10
				case strings.HasSuffix(name, ".css"):
					limit = 10 << 10
				case name == "dateline.js":
					limit = 12 << 10
				case name == "search.js":
					limit = 100 << 10
				default:
					continue
				}
				n := packed(content)
				if n > limit {
					t.Errorf("%s weighs %d bytes gzipped, want at most %d", name, n, limit)
				}
				if strings.HasSuffix(name, ".html") {
					kind := path.Dir(name)
					if kind == "." {
						kind = name
					}
					most[kind] = max(most[kind], n)
					if strings.Contains(content, "style.css") {
						n += css
					}
					if strings.Contains(content, "dateline.js") {
						n += js
					}
					if n > 85<<10 {
						t.Errorf("%s weighs %d bytes gzipped with its style and script, want at most %d", name, n, 85<<10)
					}
				}
			}
			var kinds []string
			for kind := range most {
				kinds = append(kinds, kind)
			}
			slices.Sort(kinds)
			t.Logf("style %d, script %d", css, js)
			for _, kind := range kinds {
				t.Logf("%-14s %6d bytes gzipped at most", kind, most[kind])
			}
		})
	}
}
