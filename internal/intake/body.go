package intake

import (
	"net/url"
	"regexp"
	"strings"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// minBody is how many characters a text must have to be an article.
const minBody = 100

// body returns the text of the article on a page as Markdown, "" when there
// is none. The page is taken apart by it.
func (p *page) body(title string, authors []string) string {
	inData := textBody(p.ld.text("articleBody"))
	p.strip()
	text := ""
	parser := readability.NewParser()
	parser.DisableJSONLD = true
	address := p.base
	if address == nil {
		address = &url.URL{}
	}
	if a, err := parser.ParseDocument(p.root, address); err == nil && a.Node != nil {
		text = p.cleaned(a.Node, title, authors)
	}
	if len(text) < minBody {
		// A short article does not score; the page may mark it itself.
		marked := p.first(func(n *html.Node) bool { return hasWord(attr(n, "itemprop"), "articleBody") })
		for _, kind := range []atom.Atom{atom.Article, atom.Main} {
			if marked == nil {
				marked = p.first(func(n *html.Node) bool { return n.DataAtom == kind })
			}
		}
		if marked != nil {
			if s := p.cleaned(marked, title, authors); len(s) > len(text) {
				text = s
			}
		}
	}
	if len(text) < minBody && len(inData) > len(text) {
		text = inData
	}
	if len(text) < minBody {
		return ""
	}
	return text
}

// strip takes what stands beside the article out of the page, and the byline,
// which has been read.
func (p *page) strip() {
	var gone []*html.Node
	for n := range p.root.Descendants() {
		if n.Type == html.ElementNode && (p.besides[n] || hidden(n) || isByline(n)) {
			gone = append(gone, n)
		}
	}
	for _, n := range gone {
		if n.Parent != nil && n.DataAtom != atom.Body && n.DataAtom != atom.Html {
			n.Parent.RemoveChild(n)
		}
	}
}

// isByline reports whether an element is one that shows author or time, and
// not a part of a sentence.
func isByline(n *html.Node) bool {
	names := attr(n, "class") + " " + attr(n, "id") + " " + attr(n, "data-testid")
	if n.DataAtom != atom.Time && n.DataAtom != atom.Address && !bylineClass.MatchString(names) && !bylineName.MatchString(names) {
		return false
	}
	if alone(n) {
		return len(textOf(n)) < 150
	}
	block := n
	for inline(block) && block.Parent != nil {
		block = block.Parent
	}
	return len(textOf(block)) < 150
}

// alone reports whether no text stands beside an element on its line.
func alone(n *html.Node) bool {
	if !inline(n) {
		return true
	}
	apart := func(n *html.Node, next func(*html.Node) *html.Node) bool {
		for n = next(n); n != nil && n.Type == html.TextNode && strings.TrimSpace(n.Data) == ""; {
			n = next(n)
		}
		return n == nil || n.Type == html.ElementNode && !inline(n)
	}
	return apart(n, func(n *html.Node) *html.Node { return n.PrevSibling }) && apart(n, func(n *html.Node) *html.Node { return n.NextSibling }) &&
		!(inline(n.Parent) || n.Parent.DataAtom == atom.P)
}

// cleaned returns an element as Markdown without what repeats the head of the
// article, and without boilerplate.
func (p *page) cleaned(n *html.Node, title string, authors []string) string {
	link := func(ref string) string {
		if strings.HasPrefix(strings.TrimSpace(ref), "#") {
			return ""
		}
		return cleanAddress(p.absolute(ref))
	}
	var kept []string
	for block := range strings.SplitSeq(markdownOf(n, link), "\n\n") {
		for len(kept) < 4 { // title and date may be lines of one block
			first, rest, more := strings.Cut(strings.Trim(block, "\n"), "\n")
			if !more || !isHead(plainBlock(first), title, authors) {
				break
			}
			block = rest
		}
		plain := plainBlock(block)
		switch {
		case plain == "", boilerplate.MatchString(plain) && len(plain) < 250:
		case linkOnly(block) && (len(kept) == 0 || !strings.HasPrefix(block, "- ")):
		case len(kept) < 4 && isHead(plain, title, authors):
		default:
			kept = append(kept, strings.Trim(block, "\n"))
		}
	}
	// A heading that nothing follows stood over a list of other articles.
	for len(kept) > 0 && (strings.HasPrefix(kept[len(kept)-1], "#") || linkOnly(kept[len(kept)-1])) {
		kept = kept[:len(kept)-1]
	}
	if len(kept) == 0 {
		return ""
	}
	return strings.Join(kept, "\n\n") + "\n"
}

// linkOnly reports whether a short block is nothing but links, which lead
// away from the article.
func linkOnly(block string) bool {
	links := len(ownLink.FindAllString(block, 3))
	rest := len(strings.Trim(plainBlock(ownLink.ReplaceAllString(block, "")), " .,|·•–—-:*"))
	return len(block) < 400 && (links == 1 && rest < 4 || links > 1 && rest < 20)
}

// ownLink is a link in our own Markdown.
var ownLink = regexp.MustCompile(`\[(?:\\.|[^\]\\])*\]\([^)]*\)`)

// boilerplate is a paragraph that publishers put into articles and that says
// nothing of what they are about.
var boilerplate = regexp.MustCompile(`(?i)^(?:` + strings.Join([]string{
	`advertisement\b.*`, `(?:article|story) continues below.*`, `continue reading.*`, `skip (?:to|past|advert).*`,
	`(?:read|see|watch|listen)(?: more| also|:| this article| next)\b.*`, `(?:related|more on this|also read|recommended|you may also like|don't miss)\b:?.{0,120}`,
	`sign up (?:for|to|here)\b.*`, `subscribe\b.*`, `(?:get|receive) (?:our|the) .{0,60}(?:newsletter|inbox|alerts).*`, `.{0,80}\bnewsletter\b.{0,80}\binbox\b.*`,
	`follow (?:us|\S+ \S+|\S+) on (?:twitter|x|facebook|instagram|bluesky|mastodon).*`, `(?:share|print|email|save|comment)s?(?: (?:this|on|article|story).{0,60})?`,
	`click here\b.*`, `(?:©|\(c\)|copyright)\s.*`, `all rights reserved.*`, `.{0,60}all rights reserved\.?`,
	`(?:photo|photograph|image|picture|video)(?: (?:credit|source|caption|by))?:.*`, `(?:getty|file) (?:images|photo).{0,40}`,
	`\d+ (?:comments?|shares?|min(?:ute)?s? read)`, `loading\b.{0,20}`, `this (?:video|content) (?:can not|cannot|is not).{0,100}`,
	`\d+ (?:minutes?|hours?|days?|weeks?|months?) ago`, `our standards:.*`,
	`(?:we use|this site uses) cookies.*`, `log in or .{0,40}`, `have (?:a|you a) (?:news )?tip\b.*`, `reporting by .*editing by .*`,
}, "|") + `)$`)

// marks are what Markdown adds to a text.
var marks = regexp.MustCompile(`\]\([^)]*\)|\\(.)|^[>\s]*(?:#{1,6} |- )?|[*\[]`)

// plainBlock returns a block of our own Markdown as its words.
func plainBlock(block string) string {
	return strings.TrimSpace(strings.ReplaceAll(marks.ReplaceAllString(block, "$1"), "\n", " "))
}

// isHead reports whether a block near the top is the title, the byline or the date.
func isHead(plain, title string, authors []string) bool {
	if strings.EqualFold(plain, title) {
		return true
	}
	if len(plain) > 160 {
		return false
	}
	plain = strings.TrimLeft(plain, " ,|·•–—-")
	rest := plain
	if _, _, _, _, end, _ := dateIn(plain, false); end > 0 {
		v, _ := readVisible(plain, false)
		rest = beforeDate(plain) + plain[v.end:]
	} else if !byWord.MatchString(plain) {
		return false
	}
	rest = byWord.ReplaceAllString(strings.TrimSpace(rest), "")
	for _, name := range authors {
		rest = strings.Replace(rest, name, "", 1)
	}
	rest = clockBefore.ReplaceAllString(strings.TrimRight(rest, " ,·•|–—-"), "")
	return len(strings.Trim(rest, " .,|()·•–—-:")) < 25 && !strings.Contains(rest, ". ")
}

// textBody returns a plain text as Markdown: its blank lines part paragraphs;
// where it has none, its lines do.
func textBody(text string) string {
	text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	gap := blankLines
	if !gap.MatchString(strings.TrimSpace(text)) {
		gap = singleLine
	}
	var paragraphs []string
	for _, s := range gap.Split(text, -1) {
		var lines []string
		for line := range strings.SplitSeq(s, "\n") {
			if line = strings.TrimSpace(collapse(line)); line != "" {
				lines = append(lines, escapeStart(escape(line)))
			}
		}
		if len(lines) > 0 {
			paragraphs = append(paragraphs, strings.Join(lines, "\n"))
		}
	}
	if len(paragraphs) == 0 {
		return ""
	}
	return strings.Join(paragraphs, "\n\n") + "\n"
}

var (
	blankLines = regexp.MustCompile(`\n[ \t]*\n\s*`)
	singleLine = regexp.MustCompile(`\n`)
)
