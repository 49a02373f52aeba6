package intake

import (
	"fmt"
	"iter"
	"net/url"
	"regexp"
	"strings"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/atom"
	"golang.org/x/net/html"
	element "golang.org/x/net/html/atom"

	"dateline/extract/timex"
)

// How many characters of Markdown an entry must have to be the article and
// not a teaser for it. Feeds that have both put the article into the content
// and the teaser into the description; some have only a description.
const (
	minContent     = 300
	minDescription = 1200
)

// cutOff is how a teaser ends.
var cutOff = regexp.MustCompile(`(?:…|\.\.\.|\\?\[[^\]]{0,20}\]?|(?i:continue reading|read more)[^.]*)\s*$`)

// readFeed yields the entries of an RSS, Atom or JSON feed. An entry without
// the whole text is to be fetched from the page that it links to, unless the
// options ask for teasers.
func readFeed(from, address, text string, o Options) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		parser := gofeed.NewParser()
		parser.KeepOriginalFeed = true
		feed, err := parser.Parse(strings.NewReader(text))
		if err != nil {
			yield(Entry{From: from, Err: fmt.Errorf("reading the feed: %w", err)})
			return
		}
		base, err := url.Parse(firstOf(address, feed.Link, feed.FeedLink))
		if err != nil {
			base = &url.URL{}
		}
		for i, entry := range feed.Items {
			if entry == nil {
				continue
			}
			// The parser fills in what an Atom entry may leave out; that is not for us to state.
			if f, ok := feed.OriginalFeed().(*atom.Feed); ok && i < len(f.Entries) && f.Entries[i].Published == "" {
				entry.Published, entry.PublishedParsed = "", nil
			}
			if !yield(feedEntry(fmt.Sprintf("%s#%d", from, i+1), base, feed, entry, o)) {
				return
			}
		}
	}
}

func feedEntry(from string, base *url.URL, feed *gofeed.Feed, in *gofeed.Item, o Options) Entry {
	item := Item{
		From: from, Title: plainText(in.Title), Publisher: plainText(feed.Title),
		Lang: cleanLanguage(feed.Language), Tags: cleanTags(in.Categories),
	}
	if u, err := url.Parse(strings.TrimSpace(in.Link)); err == nil && in.Link != "" {
		item.URL = cleanAddress(base.ResolveReference(u).String())
	}
	if item.URL == "" && cleanAddress(in.GUID) == in.GUID {
		item.URL = in.GUID
	}
	var people []string
	for _, person := range in.Authors {
		if person != nil {
			people = append(people, person.Name)
		}
	}
	item.Authors = cleanAuthors(people, item.Publisher)
	item.Published, item.Updated = feedTimes(feed.FeedType, in)
	enough := minContent
	if in.Content == "" {
		enough = minDescription
	}
	item.Body = fragmentBody(firstOf(in.Content, in.Description), item.URL, item.Title, item.Authors)
	switch {
	case item.URL != "" && !o.Teasers && (len(item.Body) < enough || cutOff.MatchString(item.Body)):
		return Entry{From: from, Item: item, Follow: item.URL}
	case item.Body == "":
		return Entry{From: from, Err: fmt.Errorf("the entry %q has neither text nor a link", item.Title)}
	}
	return Entry{From: from, Item: item}
}

// feedTimes returns when an entry was published and updated. The words of the
// feed are read first, for they keep the zone.
func feedTimes(kind string, in *gofeed.Item) (found Finding, updated timex.DCT) {
	read := func(words string) timex.DCT {
		dct, err := ParseStamp(words)
		if err != nil {
			return timex.DCT{}
		}
		return dct
	}
	published := read(in.Published)
	if !published.Known && in.PublishedParsed != nil {
		published = read(in.PublishedParsed.Format("2006-01-02T15:04:05Z07:00"))
	}
	updated = read(in.Updated)
	if !updated.Known && in.UpdatedParsed != nil {
		updated = read(in.UpdatedParsed.Format("2006-01-02T15:04:05Z07:00"))
	}
	name := map[string]string{"rss": "RSS pubDate", "atom": "Atom published", "json": "JSON Feed date_published"}[kind]
	switch {
	case published.Known:
		if updated == published {
			updated = timex.DCT{}
		}
		return Finding{Time: published, Source: name, Confidence: timex.Explicit}, updated
	case updated.Known:
		return Finding{Time: updated, Source: "feed updated", Confidence: timex.Inferred,
			Why: "the entry states only when it was updated"}, timex.DCT{}
	}
	return Finding{}, timex.DCT{}
}

// parseFragment returns the nodes of a piece of HTML in an element of ours.
func parseFragment(text string) *html.Node {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: element.Body}
	nodes, err := html.ParseFragment(strings.NewReader(text), body)
	if err != nil {
		return body
	}
	for _, n := range nodes {
		body.AppendChild(n)
	}
	return body
}

// fragmentBody returns a piece of HTML as Markdown, without boilerplate.
func fragmentBody(text, address, title string, authors []string) string {
	if strings.TrimSpace(text) == "" {
		return ""
	}
	p := &page{root: parseFragment(text)}
	if u, err := url.Parse(address); err == nil && u.Host != "" {
		p.address, p.base = u, u
	}
	return p.cleaned(p.root, title, authors)
}

// plainText returns the text of a title, which some feeds write as HTML.
func plainText(text string) string {
	if !strings.ContainsAny(text, "<&") {
		return strings.Join(strings.Fields(text), " ")
	}
	return textOf(parseFragment(text))
}
