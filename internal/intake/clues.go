package intake

import (
	"net/url"
	"regexp"
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"dateline/extract/timex"
)

// publishedMeta are the meta tags that publishers state the time of
// publication in, the most reliable first.
func publishedMeta() []string {
	return []string{
		"article:published_time", "og:article:published_time", "og:published_time", "article:published", "rnews:datepublished",
		"datepublished", "parsely-pub-date", "sailthru.date", "cxenseparse:recs:publishtime", "cxenseparse:publishtime",
		"dc.date.issued", "dcterms.issued", "dc.date.created", "dcterms.created", "dc.date", "dcterms.date",
		"citation_publication_date", "citation_online_date", "publication_date", "publish-date", "publish_date", "publishdate",
		"published_time", "pubdate", "article.published", "article.created", "article_date_original", "originalpublicationdate",
		"date.release", "displaydate", "timestamp", "date",
	}
}

// updatedMeta are those of the last change.
func updatedMeta() []string {
	return []string{"article:modified_time", "og:updated_time", "article:modified", "datemodified", "dcterms.modified", "dc.date.modified",
		"last-modified", "lastmod", "article.updated"}
}

// stated returns the times that a page states for programs.
func (p *page) stated() []Finding {
	var all []Finding
	add := func(source string, texts ...string) {
		for _, s := range texts {
			if dct, err := ParseStamp(s); err == nil {
				all = append(all, Finding{Time: dct, Source: source, Confidence: timex.Explicit})
				return
			}
		}
	}
	add("JSON-LD datePublished", p.ld.all("datePublished", "@value")...)
	if len(all) == 0 {
		add("JSON-LD dateCreated", p.ld.all("dateCreated", "@value")...)
	}
	for _, name := range publishedMeta() {
		if value := p.metaValue(name); value != "" && len(all) < 3 {
			add("meta "+name, value)
		}
	}
	if n := p.first(func(n *html.Node) bool { return hasWord(attr(n, "itemprop"), "datePublished") && !p.isBeside(n) }); n != nil {
		add("microdata datePublished", attr(n, "datetime"), attr(n, "content"), textOf(n))
	}
	return all
}

// statedUpdate returns when a page says for programs that it was changed.
func (p *page) statedUpdate() timex.DCT {
	candidates := append(p.ld.all("dateModified", "@value"), p.metaValue(updatedMeta()...))
	if n := p.first(func(n *html.Node) bool { return hasWord(attr(n, "itemprop"), "dateModified") && !p.isBeside(n) }); n != nil {
		candidates = append(candidates, attr(n, "datetime"), attr(n, "content"))
	}
	for _, s := range candidates {
		if dct, err := ParseStamp(s); err == nil {
			return dct
		}
	}
	return timex.DCT{}
}

// hasWord reports whether a list of words apart by blanks has one.
func hasWord(list, word string) bool {
	for _, w := range strings.Fields(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

var (
	publishedClass = regexp.MustCompile(`(?i)publ|posted|pubdate|entry-date|dt-published|first-?pub`)
	updatedClass   = regexp.MustCompile(`(?i)updat|modif|revis|edited`)
)

// times returns the <time> elements of the article, those marked as its
// publication first, and the one marked as its update.
func (p *page) times() (found []Finding, updated timex.DCT) {
	var marked, plain []Finding
	for n := range p.root.Descendants() {
		if n.DataAtom != atom.Time || p.isBeside(n) {
			continue
		}
		dct, err := ParseStamp(firstOf(attr(n, "datetime"), attr(n, "data-datetime"), textOf(n)))
		if err != nil {
			continue
		}
		marks := attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "itemprop") + " " + attr(n, "data-testid")
		around := marks
		if n.Parent != nil {
			around += " " + attr(n.Parent, "class") + " " + labelBefore(n)
		}
		_, pubdate := attribute(n, "pubdate")
		f := Finding{Time: dct, Source: "<time>", Confidence: timex.Explicit}
		switch {
		case updatedClass.MatchString(marks), updatedLabel.MatchString(labelBefore(n)) && !publishedClass.MatchString(marks):
			if !updated.Known {
				updated = dct
			}
		case pubdate, publishedClass.MatchString(around):
			marked = append(marked, f)
		default:
			f.Confidence, f.Why = timex.Inferred, "the first <time> of the article, which does not say what it is the time of"
			plain = append(plain, f)
		}
	}
	return append(marked, plain...), updated
}

// labelBefore returns the text that stands before an element in its parent.
func labelBefore(n *html.Node) string {
	var b strings.Builder
	for c := n.Parent.FirstChild; c != nil && c != n; c = c.NextSibling {
		switch {
		case c.DataAtom == atom.Time:
			b.Reset() // the words before another time speak of that one
		case c.Type == html.TextNode:
			b.WriteString(c.Data)
		case c.Type == html.ElementNode:
			b.WriteString(textOf(c) + " ")
		}
	}
	s := b.String()
	return s[max(0, len(s)-80):]
}

func attribute(n *html.Node, key string) (string, bool) {
	for _, a := range n.Attr {
		if a.Key == key {
			return a.Val, true
		}
	}
	return "", false
}

// firstOf returns the first text that is not blank.
func firstOf(texts ...string) string {
	for _, s := range texts {
		if strings.TrimSpace(s) != "" {
			return s
		}
	}
	return ""
}

// bylineClass are the names of elements in which pages show their date.
var bylineClass = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:byline|by-line|dateline|date|datetime|time|timestamp|published|pubdate|posted|publish\w*|article-?meta|article-?info|article-?header|post-?meta|entry-?meta|story-?meta|meta|credit|submitted|lastupdated|updated)(?:$|[\s_-])`)

// maxByline is how long a byline gets, in bytes.
const maxByline = 300

// shown returns the dates that readers see in the byline of an article, those
// labeled as its publication first, and the one labeled as its update. A
// byline is what is named so, what stands under the title, or a short piece
// of text that says "published" or is nothing but a date.
func (p *page) shown(dayFirst bool) (found []Finding, updated timex.DCT) {
	var labeled, plain []Finding
	for n := range p.root.Descendants() {
		names, text := "", ""
		switch {
		case n.Type == html.TextNode && n.Parent != nil && !unseen(n.Parent) && n.Parent.DataAtom != atom.Title && len(n.Data) < maxByline:
			text = strings.Join(strings.Fields(n.Data), " ")
			if v, ok := readVisible(text, dayFirst); !ok || !v.whole && !v.labeled && !v.updated || len(text) > 100 {
				continue
			}
		case n.Type != html.ElementNode, n.DataAtom == atom.Html, n.DataAtom == atom.Body, n.DataAtom == atom.Head:
			continue
		default:
			names = strings.Join([]string{attr(n, "class"), attr(n, "id"), attr(n, "itemprop"), attr(n, "data-testid"), attr(n, "rel")}, " ")
			if n.DataAtom != atom.Time && !bylineClass.MatchString(names) && !p.underTitle(n) {
				continue
			}
			if text = textOf(n); len(text) > maxByline {
				continue // what holds the article, not its byline
			}
		}
		if p.isBeside(n) {
			continue
		}
		for {
			v, ok := readVisible(text, dayFirst)
			if !ok {
				break
			}
			f := v.finding()
			switch {
			case v.updated || updatedClass.MatchString(names) && !v.labeled:
				if !updated.Known {
					updated = v.time
				}
			case v.labeled:
				f.Source = labeledByline
				labeled = append(labeled, f)
			default:
				plain = append(plain, f)
			}
			text = text[v.end:]
		}
	}
	return append(labeled, plain...), updated
}

// finding returns a visible date as a finding.
func (v visible) finding() Finding {
	f := Finding{Time: v.time, Source: "visible byline", Confidence: timex.Inferred, Why: "read from the words of the byline"}
	if v.ambiguous {
		f.Confidence, f.Why = timex.Ambiguous, "day and month could be the other way around"
	}
	return f
}

// underTitle reports whether an element stands next after the main heading.
func (p *page) underTitle(n *html.Node) bool {
	before := n.PrevSibling
	for steps := 0; before != nil && steps < 6; before = before.PrevSibling {
		if before.DataAtom == atom.H1 {
			return true
		}
		if before.Type == html.ElementNode {
			steps++
		}
	}
	return false
}

// dateInPath are the forms of a date in an address: /2021/12/05/, /2021/dec/05/, /2021-12-05/, /20211205.
var dateInPath = []*regexp.Regexp{
	regexp.MustCompile(`/((?:19|20)\d\d)/(\d{1,2})/(\d{1,2})(?:/|$|[-_.])`),
	regexp.MustCompile(`/((?:19|20)\d\d)/([a-z]{3})[a-z]*/(\d{1,2})(?:/|$|-)`),
	regexp.MustCompile(`[/_-]((?:19|20)\d\d)-(\d\d)-(\d\d)(?:$|[/_.-])`),
	regexp.MustCompile(`[/_-]((?:19|20)\d\d)(\d\d)(\d\d)(?:$|[/_.-])`),
}

// dateInAddress returns the day that the address of a page names.
func (p *page) dateInAddress() []Finding {
	for _, address := range []string{p.link("canonical"), p.metaValue("og:url"), p.addressText()} {
		u, err := url.Parse(address)
		if err != nil || address == "" {
			continue
		}
		for _, form := range dateInPath {
			m := form.FindStringSubmatch(strings.ToLower(u.Path))
			if m == nil {
				continue
			}
			year, _ := strconv.Atoi(m[1])
			month, err := strconv.Atoi(m[2])
			if err != nil {
				month = monthNumber(m[2])
			}
			day, _ := strconv.Atoi(m[3])
			if d, ok := timex.DayOf(year, month, day); ok {
				return []Finding{{Time: timex.DCT{Day: d, Known: true}, Source: "address of the page", Confidence: timex.Inferred,
					Why: "the address names the day and nothing else does"}}
			}
		}
	}
	return nil
}

func (p *page) addressText() string {
	if p.address == nil {
		return ""
	}
	return p.address.String()
}
