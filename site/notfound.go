package site

import (
	"crypto/sha256"
	"encoding/base64"
	"fmt"
	"html/template"
	"io/fs"
	"net/url"
	"slices"
)

// notFoundView is the page for addresses that lead nowhere, with the ways that
// lead on from there.
type notFoundView struct {
	frame
	Search bool // there is something to search
	Ways   []link
}

// notFoundPage makes the page for addresses that lead nowhere. A host serves
// it at any depth, so it carries its style along and its links begin at the
// top of the site. Where the base URL is not known, they begin beside the
// missing page, and a script puts them right.
func (b *builder) notFoundPage() page {
	const name = "404.html"
	return page{name: name, make: func() ([]byte, error) {
		v := notFoundView{frame: b.frame(name, b.m["notfound.title"]), Search: len(b.t.Events) > 0}
		css, err := b.style()
		if err != nil {
			return nil, err
		}
		v.Style, v.StyleHash = template.CSS(css), hashOf(css)
		v.Canonical, v.Root, v.Feeds = "", "", nil
		if b.cfg.BaseURL != "" {
			u, err := url.Parse(b.cfg.BaseURL)
			if err != nil {
				return nil, fmt.Errorf("reading the base URL: %w", err)
			}
			v.Root, v.Script = u.EscapedPath(), v.Search
		} else {
			const finder = "notfound/top.js"
			src, err := fs.ReadFile(b.files, finder)
			if err != nil {
				return nil, fmt.Errorf("reading templates/%s: %w", finder, err)
			}
			v.Inline, v.InlineHash = template.HTML("<script>"+string(src)+"</script>"), hashOf(src)
		}
		for _, links := range [][]link{v.Nav, v.Foot} {
			for i := range links {
				links[i].Href = v.Root + links[i].Href
			}
		}
		v.Ways = slices.DeleteFunc(slices.Concat(v.Nav, v.Foot), func(l link) bool {
			return !slices.Contains([]string{"index.html", "years/index.html", "topics/index.html", "articles/index.html", "az/index.html"}, l.Href[len(v.Root):])
		})
		return b.pages.render("notfound", v)
	}}
}

// hashOf returns the hash by which a content security policy allows what
// stands in the page itself.
func hashOf(content []byte) string {
	sum := sha256.Sum256(content)
	return base64.StdEncoding.EncodeToString(sum[:])
}
