package site

import (
	"crypto/sha256"
	"encoding/base64"
	"html/template"
	"net/url"
)

type notFoundView struct{ frame }

// notFoundPage makes the page for addresses that lead nowhere. A host serves
// it at any depth, so it carries its style along and its links begin at the
// top of the site, or beside the missing page where the base URL is not known:
// every folder of the site has an index.
func (b *builder) notFoundPage() page {
	return page{"404.html", func() ([]byte, error) {
		v := notFoundView{b.frame("404.html", b.m["notfound.title"])}
		css, err := b.style()
		if err != nil {
			return nil, err
		}
		sum := sha256.Sum256(css)
		v.Style, v.StyleHash = template.CSS(css), base64.StdEncoding.EncodeToString(sum[:])
		v.Canonical = ""
		top := ""
		if u, err := url.Parse(b.cfg.BaseURL); err == nil && u.Path != "" {
			top = u.Path
		}
		v.Root = top
		for _, links := range [][]link{v.Nav, v.Foot} {
			for i := range links {
				links[i].Href = top + links[i].Href
			}
		}
		return b.pages.render("notfound", v)
	}}
}
