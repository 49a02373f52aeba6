package intake

import (
	"errors"

	"dateline/extract/timex"
)

// Options say how sources are read.
type Options struct {
	Published     timex.DCT // of what does not state its own; unknown: it has none
	DayFirst      bool      // 12/07/2021 is 12 July
	PublishedKeys []string  // front matter keys of the publication time in Markdown; nil: the usual ones
	Teasers       bool      // take the entries of a feed as they are, without the pages that they link to
}

// errNoText is returned for a page without an article.
var errNoText = errors.New("no article was found on the page; save its text as .txt or .md and add that")

// ReadHTML returns the article on a page. address is where the page was got,
// "" when that is not known; contentType is what the server said. The
// publication time of the item is unknown when the page does not tell.
func ReadHTML(raw []byte, contentType, address string, o Options) (Item, error) {
	src, err := decode(raw, contentType)
	if err != nil {
		return Item{}, err
	}
	p, err := openPage(src, address)
	if err != nil {
		return Item{}, err
	}
	lang := p.language()
	item := Item{
		Title: p.title(), Authors: p.authors(), Publisher: p.publisher(), URL: p.canonical(), Lang: lang, Tags: p.tags(),
	}
	item.Published, item.Updated = p.published(o.DayFirst || dayFirstIn(lang))
	if p.paywalled() {
		item.Notes = append(item.Notes, "the page says that it is not free to read, so the text may be cut short")
	}
	if item.Body = p.body(item.Title, item.Authors); item.Body == "" {
		return Item{}, errNoText
	}
	return item, nil
}

// dayFirstIn reports whether a variety of English writes the day before the month.
func dayFirstIn(lang string) bool {
	switch lang {
	case "", "en", "en-US", "en-PH", "en-CA":
		return false
	}
	return true
}
