package site

import (
	"bytes"
	"encoding/xml"
	"fmt"
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
	var urls []string
	hidden := map[string]bool{"404.html": true}
	for _, m := range b.moved {
		hidden[m.at] = true
	}
	for _, w := range b.withdrawn {
		hidden[w.at] = true
	}
	for _, name := range names {
		if strings.HasSuffix(name, ".html") && !hidden[name] && !strings.HasPrefix(name, "embed/") {
			urls = append(urls, b.address(name))
		}
	}
	todo := []page{{"robots.txt", func() ([]byte, error) {
		return []byte("User-agent: *\nAllow: /\nSitemap: " + b.cfg.BaseURL + "sitemap.xml\n"), nil
	}}}
	if len(urls) <= sitemapMost {
		return append(todo, page{"sitemap.xml", func() ([]byte, error) { return sitemap("urlset", "url", urls) }})
	}
	var maps []string
	for k := 0; k*sitemapMost < len(urls); k++ {
		name := fmt.Sprintf("sitemap.%d.xml", k+1)
		some := urls[k*sitemapMost : min((k+1)*sitemapMost, len(urls))]
		maps = append(maps, b.cfg.BaseURL+name)
		todo = append(todo, page{name, func() ([]byte, error) { return sitemap("urlset", "url", some) }})
	}
	return append(todo, page{"sitemap.xml", func() ([]byte, error) { return sitemap("sitemapindex", "sitemap", maps) }})
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
