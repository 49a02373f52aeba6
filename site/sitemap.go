package site

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// sitemapMost is the number of addresses that one sitemap may have, by the
// protocol of sitemaps.org.
const sitemapMost = 50_000

// sitemapPages returns the sitemap and robots.txt, which both need the address
// of the site. 404.html and what was withdrawn are no pages to be found, and
// fragments belong to others.
func (b *builder) sitemapPages(names []string) []page {
	if b.cfg.BaseURL == "" {
		return nil
	}
	hidden := map[string]bool{"404.html": true}
	for _, m := range b.moved {
		hidden[m.at] = true
	}
	for _, w := range b.withdrawn {
		hidden[w.at] = true
	}
	names = slices.DeleteFunc(names, func(name string) bool {
		return !strings.HasSuffix(name, ".html") || hidden[name] || strings.HasPrefix(name, "embed/")
	})
	todo := []page{{name: "robots.txt", make: func() ([]byte, error) {
		return []byte("User-agent: *\nAllow: /\nSitemap: " + b.cfg.BaseURL + "sitemap.xml\n"), nil
	}}}
	pages := func(name string, some []string) page {
		return page{name: name, make: func() ([]byte, error) {
			urls := make([]string, len(some))
			for i, name := range some {
				urls[i] = b.address(name)
			}
			return sitemap("urlset", "url", urls)
		}}
	}
	if len(names) <= sitemapMost {
		return append(todo, pages("sitemap.xml", names))
	}
	var maps []string
	for k := 0; k*sitemapMost < len(names); k++ {
		name := fmt.Sprintf("sitemap.%d.xml", k+1)
		maps = append(maps, b.cfg.BaseURL+name)
		todo = append(todo, pages(name, names[k*sitemapMost:min((k+1)*sitemapMost, len(names))]))
	}
	return append(todo, page{name: "sitemap.xml", make: func() ([]byte, error) { return sitemap("sitemapindex", "sitemap", maps) }})
}

func sitemap(root, element string, urls []string) ([]byte, error) {
	var out bytes.Buffer
	out.WriteString(xml.Header + "<" + root + ` xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">` + "\n")
	for _, u := range urls {
		out.WriteString("<" + element + "><loc>")
		if err := xml.EscapeText(&out, []byte(uri(u))); err != nil {
			return nil, fmt.Errorf("writing the sitemap: %w", err)
		}
		out.WriteString("</loc></" + element + ">\n")
	}
	out.WriteString("</" + root + ">\n")
	return out.Bytes(), nil
}

// uri returns an address with all that is not ASCII escaped, as sitemaps ask.
func uri(address string) string {
	var out strings.Builder
	for i := range len(address) {
		if c := address[i]; c >= utf8.RuneSelf || c == ' ' {
			fmt.Fprintf(&out, "%%%02X", c)
		} else {
			out.WriteByte(c)
		}
	}
	return out.String()
}
