package site

import (
	"encoding/xml"
	"net/url"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dateline/internal/browser"
)

// TestSitemapNamesEveryPage reads the sitemap as the protocol of sitemaps.org
// has it: every page that is to be found is in it once, by an address that
// leads to it, and robots.txt leads to the sitemap.
func TestSitemapNamesEveryPage(t *testing.T) {
	cfg := harborConfig
	cfg.BaseURL = "https://example.org/brücke/"
	out := afero.NewMemMapFs()
	build(t, cfg, harbor(t), out)
	files := tree(t, out)
	var got struct {
		XMLName xml.Name `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 urlset"`
		URLs    []struct {
			Loc string `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 loc"`
		} `xml:"http://www.sitemaps.org/schemas/sitemap/0.9 url"`
	}
	dec := xml.NewDecoder(strings.NewReader(files["sitemap.xml"]))
	dec.Strict = true
	if err := dec.Decode(&got); err != nil {
		t.Fatal(err)
	}
	listed := map[string]bool{}
	for _, u := range got.URLs {
		address, err := url.Parse(u.Loc)
		if err != nil || !address.IsAbs() || len(u.Loc) >= 2048 {
			t.Errorf("%q is no address: %v", u.Loc, err)
			continue
		}
		name, below := strings.CutPrefix(address.Path, "/brücke/")
		if name == "" || strings.HasSuffix(name, "/") {
			name += "index.html"
		}
		if _, there := files[name]; !below || !there || listed[name] {
			t.Errorf("%s leads to no page, or is there twice", u.Loc)
		}
		listed[name] = true
	}
	for name, content := range files {
		found := strings.HasSuffix(name, ".html") && name != "404.html" && !strings.Contains(content, `http-equiv="refresh"`) && name != "events/e-900.html"
		if listed[name] != found {
			t.Errorf("%s is to be found: %v; the sitemap has it: %v", name, found, listed[name])
		}
	}
	if !strings.Contains(files["robots.txt"], "\nSitemap: "+cfg.BaseURL+"sitemap.xml\n") {
		t.Errorf("robots.txt: %q", files["robots.txt"])
	}
}

// TestSitemapReadElsewhere gives the sitemap to a reader of another program.
func TestSitemapReadElsewhere(t *testing.T) {
	t.Parallel()
	cfg := harborConfig
	cfg.BaseURL = "https://example.org/brücke/"
	out := afero.NewMemMapFs()
	build(t, cfg, harbor(t), out)
	src := tree(t, out)["sitemap.xml"]
	addresses := browser.Read[[]string](t, "sitemap", src)
	if len(addresses) != strings.Count(src, "<url>") {
		t.Errorf("%d addresses in a sitemap of %d", len(addresses), strings.Count(src, "<url>"))
	}
	for _, a := range addresses {
		if !strings.HasPrefix(a, "https://example.org/br%C3%BCcke/") {
			t.Errorf("%q is not of the site", a)
		}
	}
}
