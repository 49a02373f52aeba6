package site

import (
	"path"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dateline/timeline"
)

var (
	hrefs = regexp.MustCompile(`(?:href|src)="([^"]*)"`)
	ids   = regexp.MustCompile(`\bid="([^"]*)"`)
)

// TestLinksLead follows every link within a site: the file must exist, and so
// must the heading or event that the link names. No link may begin at the root
// of the host, which a project page does not own.
func TestLinksLead(t *testing.T) {
	for name, tl := range map[string]*timeline.Timeline{"short": harbor(t), "long": many(t, 60, 10), "samples": sampleTimeline(t)} {
		t.Run(name, func(t *testing.T) {
			out := afero.NewMemMapFs()
			build(t, harborConfig, tl, out)
			files := tree(t, out)
			named := map[string]map[string]bool{}
			for file, content := range files {
				named[file] = map[string]bool{}
				if !strings.HasSuffix(file, ".html") {
					continue
				}
				for _, m := range ids.FindAllStringSubmatch(content, -1) {
					if named[file][m[1]] {
						t.Errorf("%s has the id %s twice", file, m[1])
					}
					named[file][m[1]] = true
				}
			}
			followed := 0
			for file, content := range files {
				if !strings.HasSuffix(file, ".html") {
					continue
				}
				for _, m := range hrefs.FindAllStringSubmatch(content, -1) {
					to, fragment, _ := strings.Cut(m[1], "#")
					if strings.Contains(to, "://") {
						continue
					}
					if strings.HasPrefix(to, "/") {
						t.Errorf("%s links to %s, from the root of the host", file, m[1])
						continue
					}
					at := file
					if to != "" {
						at = path.Join(path.Dir(file), to)
					}
					if named[at] == nil {
						t.Errorf("%s links to %s, which is not there", file, m[1])
					} else if fragment != "" && !named[at][fragment] {
						t.Errorf("%s links to %s, where nothing has this id", file, m[1])
					}
					followed++
				}
			}
			if followed < 100 {
				t.Errorf("only %d links were found", followed)
			}
		})
	}
}
