package intake

import (
	"net/url"
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// page is a parsed HTML page with what its head says.
type page struct {
	root    *html.Node
	address *url.URL // where it was got, or nil
	base    *url.URL // what its links are relative to, or nil
	meta    []pair   // name (lower case) and content of its meta tags, in order
	ld      *ldObject
	ldNames map[string]string   // of the organizations in JSON-LD, by their @id
	besides map[*html.Node]bool // what stands beside the article
}

type pair struct{ name, value string }

// openPage parses decoded HTML. Parsing never fails: browsers take anything.
func openPage(src, address string) (*page, error) {
	root, err := html.Parse(strings.NewReader(src))
	if err != nil {
		return nil, err
	}
	p := &page{root: root}
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		p.address, p.base = u, u
	}
	var scripts []string
	for n := range root.Descendants() {
		switch n.DataAtom {
		case atom.Meta:
			for _, key := range []string{"property", "name", "itemprop", "http-equiv"} {
				if name := attr(n, key); name != "" {
					p.meta = append(p.meta, pair{strings.ToLower(strings.TrimSpace(name)), strings.TrimSpace(attr(n, "content"))})
				}
			}
		case atom.Base:
			if u, err := url.Parse(attr(n, "href")); err == nil && p.base == p.address {
				if p.base != nil {
					u = p.base.ResolveReference(u)
				}
				if u.Host != "" {
					p.base = u
				}
			}
		case atom.Script:
			kind, _, _ := strings.Cut(attr(n, "type"), ";")
			if strings.EqualFold(strings.TrimSpace(kind), "application/ld+json") && n.FirstChild != nil {
				scripts = append(scripts, n.FirstChild.Data)
			}
		}
	}
	p.noteBesides()
	p.ld, p.ldNames = mainArticle(scripts, p)
	return p, nil
}

// metaValue returns the first meta tag with one of the names that has content.
func (p *page) metaValue(names ...string) string {
	for _, name := range names {
		for _, m := range p.meta {
			if m.name == name && m.value != "" {
				return m.value
			}
		}
	}
	return ""
}

// link returns the absolute address of the first <link> with a rel, or "".
func (p *page) link(rel string) string {
	for n := range p.root.Descendants() {
		if n.DataAtom != atom.Link {
			continue
		}
		for _, r := range strings.Fields(attr(n, "rel")) {
			if strings.EqualFold(r, rel) {
				return p.absolute(attr(n, "href"))
			}
		}
	}
	return ""
}

// absolute returns a web address that a page refers to, or "" when it is none.
func (p *page) absolute(ref string) string {
	u, err := url.Parse(strings.TrimSpace(ref))
	if err != nil || ref == "" {
		return ""
	}
	if p.base != nil {
		u = p.base.ResolveReference(u)
	}
	if u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		return ""
	}
	return u.String()
}

// first returns the first element that fits, in the order of the page, or nil.
func (p *page) first(fits func(*html.Node) bool) *html.Node {
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && fits(n) {
			return n
		}
	}
	return nil
}

// attr returns an attribute of an element, "" when it has none.
func attr(n *html.Node, key string) string {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val
		}
	}
	return ""
}

// textOf returns what a reader sees of an element, on one line.
func textOf(n *html.Node) string {
	var b strings.Builder
	for d := range n.Descendants() {
		switch {
		case d.Type == html.TextNode && (d.Parent == nil || !unseen(d.Parent)):
			b.WriteString(d.Data)
		case d.Type == html.ElementNode && !inline(d):
			b.WriteByte(' ')
		}
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

func unseen(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template:
		return true
	}
	return false
}

// inline reports whether the text before and after an element may be one word.
func inline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.A, atom.Abbr, atom.B, atom.Bdi, atom.Bdo, atom.Cite, atom.Code, atom.Data, atom.Dfn, atom.Em, atom.Font, atom.I,
		atom.Ins, atom.Kbd, atom.Mark, atom.Q, atom.S, atom.Samp, atom.Small, atom.Span, atom.Strong, atom.Sub, atom.Sup,
		atom.Time, atom.U, atom.Var, atom.Wbr:
		return true
	}
	return false
}

// beside are the class names of what stands beside an article: the dates
// there are those of other articles.
var beside = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:related|recommend\w*|sidebar|comments?|disqus|most-?read|popular|trending|latest|promo\w*|teasers?|newsletter|more-(?:on|from|stories)|read-?(?:more|next)|ticker|cookie\w*|breaking)(?:$|[\s_-])`)

// noteBesides finds the elements that are no part of the article, but for
// those that hold it: "page with-sidebar" is the name of the whole.
func (p *page) noteBesides() {
	p.besides = map[*html.Node]bool{}
	holds := map[*html.Node]bool{}
	for n := range p.root.Descendants() {
		main := n.DataAtom == atom.H1 || n.DataAtom == atom.Article || n.DataAtom == atom.Main || hasWord(attr(n, "itemprop"), "articleBody")
		for a := n; main && a != nil && !holds[a]; a = a.Parent {
			holds[a] = true
		}
	}
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode || holds[n] {
			continue
		}
		switch n.DataAtom {
		case atom.Nav, atom.Aside:
			p.besides[n] = true
		case atom.Footer: // that of the article may have its date
			p.besides[n] = !inside(n, atom.Article)
		default:
			p.besides[n] = beside.MatchString(attr(n, "class")) || beside.MatchString(attr(n, "id"))
		}
	}
}

// isBeside reports whether an element is no part of the article.
func (p *page) isBeside(n *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if p.besides[n] {
			return true
		}
	}
	return false
}

// inside reports whether an element stands in one of a kind.
func inside(n *html.Node, kind atom.Atom) bool {
	for n = n.Parent; n != nil; n = n.Parent {
		if n.DataAtom == kind {
			return true
		}
	}
	return false
}
