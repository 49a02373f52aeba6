package site

import (
	"html"
	"net/url"
	"regexp"
	"strings"
	"testing"

	"github.com/spf13/afero"
)

// TestReadersSuggestCorrections follows the links of the pages of events to the
// form for a new issue.
func TestReadersSuggestCorrections(t *testing.T) {
	for _, form := range []string{"https://example.org/harbor/issues/new", "https://example.org/new?labels=dates"} {
		cfg := harborConfig
		cfg.BaseURL, cfg.Corrections = "https://example.org/harbor/", form
		out := afero.NewMemMapFs()
		tl := harbor(t)
		build(t, harborConfig, tl, out) // pages that were made without the link are made anew
		build(t, cfg, tl, out)
		links := 0
		for name, content := range tree(t, out) {
			m := regexp.MustCompile(`<a rel="external nofollow" href="([^"]+)">Suggest a correction</a>`).FindStringSubmatch(content)
			if m == nil {
				continue
			}
			u, err := url.Parse(html.UnescapeString(m[1]))
			if err != nil || !strings.HasPrefix(u.String(), form) {
				t.Errorf("%s: %s %v", name, m[1], err)
				continue
			}
			if name == "about.html" {
				continue
			}
			links++
			q := u.Query()
			if !strings.HasPrefix(q.Get("title"), "Correction: ") || !strings.Contains(q.Get("body"), cfg.BaseURL+name) {
				t.Errorf("%s: title %q, text %q", name, q.Get("title"), q.Get("body"))
			}
		}
		if links != len(tl.Events) {
			t.Errorf("%d of %d events have a link", links, len(tl.Events))
		}
	}
}

func TestNoFormNoLink(t *testing.T) {
	out := afero.NewMemMapFs()
	build(t, harborConfig, harbor(t), out)
	for name, content := range tree(t, out) {
		if strings.Contains(content, "Suggest a correction") {
			t.Errorf("%s asks for corrections that nobody takes", name)
		}
	}
}
