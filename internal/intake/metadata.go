package intake

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxHeading is how long a headline gets, in bytes; a longer one is a heading
// that was never closed.
const maxHeading = 300

// title returns the headline of a page, without the name of the site.
func (p *page) title() string {
	heading := ""
	if n := p.first(func(n *html.Node) bool { return n.DataAtom == atom.H1 && !p.isBeside(n) }); n != nil {
		if heading = textOf(n); len(heading) > maxHeading {
			heading = ""
		}
	}
	stated := firstOf(p.ld.text("headline"), p.metaValue("og:title", "twitter:title", "dc.title", "citation_title", "parsely-title", "sailthru.title"), heading)
	if stated != "" {
		return withoutSite(plainText(stated), heading, p.publisher())
	}
	if n := p.first(func(n *html.Node) bool { return n.DataAtom == atom.Title }); n != nil {
		return longestPart(withoutSite(textOf(n), "", p.publisher()))
	}
	return ""
}

// longestPart returns the part of a page's title that reads as a headline:
// sites put their name and section before or after it.
func longestPart(title string) string {
	best, second := "", 0
	for _, part := range titleEnd.Split(title, -1) {
		switch words := len(strings.Fields(part)); {
		case words > len(strings.Fields(best)):
			second = len(strings.Fields(best))
			best = part
		case words > second:
			second = words
		}
	}
	if len(strings.Fields(best)) < 4 || second > 3 {
		return title
	}
	return best
}

// titleEnd is what stands between a headline and the name of the site.
var titleEnd = regexp.MustCompile(`\s+(?:\||-|–|—|·|•|:|»|«)\s+`)

// withoutSite cuts the name of the site off a title: what follows the last
// separator, if that is the name, or if the heading of the page lacks it.
func withoutSite(title, heading, site string) string {
	cuts := titleEnd.FindAllStringIndex(title, -1)
	if len(cuts) == 0 {
		return title
	}
	last := cuts[len(cuts)-1]
	rest, end := title[:last[0]], title[last[1]:]
	if site != "" && strings.EqualFold(end, site) || heading != "" && strings.EqualFold(rest, heading) {
		return rest
	}
	return title
}

// publisher returns the name of who published a page.
func (p *page) publisher() string {
	name := firstOf(p.ld.text("publisher", "name"), p.ldNames[p.ld.text("publisher", "@id")], p.metaValue("og:site_name", "application-name", "dc.publisher", "citation_publisher", "twitter:app:name:iphone"))
	return plainText(name)
}

// authors returns the names of the authors of a page.
func (p *page) authors() []string {
	names := p.ld.all("author", "name")
	if len(names) == 0 {
		for _, m := range p.meta {
			switch m.name {
			case "author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "citation_author", "byl":
				names = append(names, forwards(m.value))
			}
		}
	}
	if people := cleanAuthors(names, p.publisher()); len(people) > 0 {
		return people
	}
	names = nil
	for n := range p.root.Descendants() {
		if n.Type != html.ElementNode || p.isBeside(n) {
			continue
		}
		if hasWord(attr(n, "rel"), "author") || hasWord(attr(n, "itemprop"), "author") || hasWord(attr(n, "class"), "p-author") {
			names = append(names, textOf(n))
		}
	}
	if len(names) == 0 {
		if n := p.first(func(n *html.Node) bool {
			return bylineName.MatchString(attr(n, "class")) && !p.isBeside(n) && len(textOf(n)) < 200
		}); n != nil {
			names = append(names, beforeDate(textOf(n)))
		}
	}
	return cleanAuthors(names, p.publisher())
}

// forwards returns "Ada Brook" for "Brook, Ada", as libraries write names.
func forwards(name string) string {
	last, first, ok := strings.Cut(name, ", ")
	if !ok || len(strings.Fields(last)) != 1 || len(strings.Fields(first)) > 2 || strings.Contains(first, ",") {
		return name
	}
	return first + " " + last
}

var (
	bylineName = regexp.MustCompile(`(?i)(?:^|[\s_-])(?:byline|by-line|author|authors|author-name|writer|contributor)(?:$|[\s_-])`)
	byWord     = regexp.MustCompile(`(?i)^\s*(?:by|words by|written by|reported by|reporting by|story by|author|text)\b[\s:]*`)
	roleWords  = regexp.MustCompile(`(?i),?\s+(?:in\s+[A-Z][\w ]+|(?:senior |chief |staff |special )?(?:correspondents?|reporters?|editors?|staff writers?|writers?)\b.*|and agencies|for [A-Z].*)$`)
	authorGap  = regexp.MustCompile(`\s*(?:;|\||\s&\s|\sand\s|,\s)\s*`)
	notNames   = regexp.MustCompile(`(?i)https?:|@|\.(?:com|org|net)\b|^(?:admin|editor|staff|unknown|none|null|web ?desk|newsroom|redaction)$|^\d|^[^\pL]*$`)
)

// cleanAuthors returns the names in bylines: "By Ada Lovelace and Alan
// Turing, Chief correspondents" has two. The publisher is no author.
func cleanAuthors(bylines []string, publisher string) []string {
	var names []string
	seen := map[string]bool{}
	for _, byline := range bylines {
		byline = byWord.ReplaceAllString(plainText(byline), "")
		byline = roleWords.ReplaceAllString(byline, "")
		for _, name := range authorGap.Split(byline, -1) {
			name = strings.Trim(byWord.ReplaceAllString(name, ""), " ,.·•-–—")
			key := strings.ToLower(name)
			if name == "" || len(name) > 60 || len(strings.Fields(name)) > 5 || seen[key] || notNames.MatchString(name) || strings.EqualFold(name, publisher) {
				continue
			}
			seen[key] = true
			names = append(names, name)
		}
	}
	return names[:min(len(names), 10)]
}

// beforeDate returns the part of a byline before its date, where it has one.
func beforeDate(byline string) string {
	if _, _, _, start, end, _ := dateIn(byline, false); end > 0 {
		byline = byline[:start]
	}
	return publishedLabel.ReplaceAllString(updatedLabel.ReplaceAllString(byline, ""), "")
}

// canonical returns the address that a page gives as its own, else the one
// that it was got from.
func (p *page) canonical() string {
	own := ""
	for _, key := range []string{"url", "mainEntityOfPage", "@id"} {
		if own = cleanAddress(p.absolute(p.ld.text(key, "@id"))); own != "" {
			break
		}
	}
	for _, address := range []string{p.link("canonical"), p.absolute(p.metaValue("og:url")), own} {
		// A home page as the canonical address of an article is a fault of its template.
		if clean := cleanAddress(address); clean != "" && !isHome(clean) {
			return clean
		}
	}
	return cleanAddress(p.addressText())
}

func isHome(address string) bool {
	return !strings.Contains(addressKey(address), "/") && !strings.Contains(address, "?")
}

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$`)

// language returns the language of a page as a BCP 47 tag, "" when not stated.
func (p *page) language() string {
	inHTML := ""
	if n := p.first(func(n *html.Node) bool { return n.DataAtom == atom.Html }); n != nil {
		inHTML = attr(n, "lang")
	}
	for _, tag := range []string{p.ld.text("inLanguage", "alternateName"), inHTML, p.metaValue("content-language", "og:locale", "dc.language", "language")} {
		if tag = cleanLanguage(tag); tag != "" {
			return tag
		}
	}
	return ""
}

// cleanLanguage returns en-GB for "en_GB" and "en-gb", "" for what is no tag.
func cleanLanguage(tag string) string {
	tag, _, _ = strings.Cut(strings.TrimSpace(strings.ReplaceAll(tag, "_", "-")), ",")
	if !languageTag.MatchString(tag) {
		return ""
	}
	parts := strings.Split(tag, "-")
	parts[0] = strings.ToLower(parts[0])
	for i := 1; i < len(parts); i++ {
		if len(parts[i]) == 2 {
			parts[i] = strings.ToUpper(parts[i])
		}
	}
	return strings.Join(parts, "-")
}

// tags returns the keywords of a page, at most a dozen.
func (p *page) tags() []string {
	words := p.ld.all("keywords", "name")
	for _, m := range p.meta {
		if m.name == "article:tag" || m.name == "keywords" && len(words) == 0 || m.name == "news_keywords" && len(words) == 0 {
			words = append(words, m.value)
		}
	}
	return cleanTags(words)
}

func cleanTags(words []string) []string {
	var tags []string
	seen := map[string]bool{}
	for _, list := range words {
		for _, tag := range strings.FieldsFunc(list, func(r rune) bool { return r == ',' || r == ';' || r == '|' }) {
			tag = plainText(tag)
			// "type:article", "tone=news" and the like are for machines.
			if key := strings.ToLower(tag); tag != "" && len(tag) <= 40 && !seen[key] && !strings.ContainsAny(tag, ":=/") {
				seen[key] = true
				tags = append(tags, tag)
			}
		}
	}
	return tags[:min(len(tags), 12)]
}

// paywalled reports whether a page says that its text is not all there.
func (p *page) paywalled() bool {
	if p.ld != nil {
		if free, ok := p.ld.fields["isAccessibleForFree"].(bool); ok {
			return !free
		}
	}
	return strings.EqualFold(p.ld.text("isAccessibleForFree"), "false") || strings.EqualFold(p.metaValue("article:content_tier"), "locked")
}
