package timeline

import (
	"cmp"
	"encoding/xml"
	"slices"

	"dateline/extract/timex"
)

// feedLength is the number of entries in a feed.
const feedLength = 100

// newest returns the events that a feed names, by index: those of the latest
// articles first.
func (t *Timeline) newest() []int {
	order := make([]int, len(t.Events))
	for i := range order {
		order[i] = i
	}
	// Articles are in order of publication.
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Or(t.teller(y)-t.teller(x), x-y) })
	return order[:min(len(order), feedLength)]
}

// teller returns the index of the first article on event i, -1 when there is
// none.
func (t *Timeline) teller(i int) int {
	if ev := t.Events[i].Evidence; len(ev) > 0 {
		return ev[0].Article
	}
	return -1
}

// toldAt returns when the first article on event i was published.
func (t *Timeline) toldAt(i int) string {
	if a := t.teller(i); a >= 0 {
		return stamp(t.Articles[a].Article.Published)
	}
	return stamp(timex.DCT{})
}

// told returns what a feed says of event i.
func (t *Timeline) told(i int) string {
	e := t.Events[i]
	r, quote := t.first(e)
	s := "Date: " + e.Status.DateWords(e.Date) + " (" + e.Status.String() + ", " + e.Confidence.String() + ")."
	if r != nil {
		s += " “" + quote + "” " + r.Article.Title + ", published " + r.Article.Published.Day.String() + "."
	}
	return s
}

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomEntry struct {
	Title   string   `xml:"title"`
	Link    atomLink `xml:"link"`
	ID      string   `xml:"id"`
	Updated string   `xml:"updated"`
	Author  string   `xml:"author>name,omitempty"`
	Summary string   `xml:"summary"`
}

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	ID       string      `xml:"id"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

// atom writes a feed, RFC 4287, of the latest events by publication.
func (x Export) atom(t *Timeline, w *output) error {
	f := atomFeed{Lang: x.Lang, Title: cmp.Or(x.Title, "Timeline"), Subtitle: x.Description, ID: x.BaseURL, Author: cmp.Or(x.Title, "Timeline"),
		Updated: stamp(timex.DCT{}),
		Links:   []atomLink{{"self", "application/atom+xml", x.BaseURL + "feed.atom"}, {"alternate", "text/html", x.BaseURL + "index.html"}}}
	for n, i := range t.newest() {
		if n == 0 {
			f.Updated = t.toldAt(i)
		}
		e := t.Events[i]
		r, _ := t.first(e)
		entry := atomEntry{Title: summary(e), Link: atomLink{"alternate", "text/html", x.eventURL(i)}, ID: x.BaseURL + "#" + e.ID,
			Updated: t.toldAt(i), Summary: t.told(i)}
		if r != nil {
			entry.Author = r.Article.Publisher
		}
		f.Entries = append(f.Entries, entry)
	}
	w.WriteString(xml.Header)
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(f); err != nil {
		return err
	}
	w.WriteByte('\n')
	return nil
}

type feedItem struct {
	ID        string   `json:"id"`
	URL       string   `json:"url,omitempty"`
	Title     string   `json:"title"`
	Text      string   `json:"content_text"`
	Published string   `json:"date_published,omitempty"`
	Tags      []string `json:"tags,omitempty"`
}

// jsonFeed writes the same as atom after JSON Feed 1.1.
func (x Export) jsonFeed(t *Timeline, w *output) error {
	newest := t.newest()
	w.WriteString(`{"version": "https://jsonfeed.org/version/1.1"`)
	for _, h := range [][2]string{{"title", cmp.Or(x.Title, "Timeline")}, {"description", x.Description}, {"language", x.Lang},
		{"home_page_url", x.BaseURL + "index.html"}, {"feed_url", x.BaseURL + "feed.json"}} {
		if h[1] == "" {
			continue
		}
		w.WriteString(",\n\"" + h[0] + "\": ")
		if err := plainJSON(w.Writer, h[1]); err != nil {
			return err
		}
	}
	w.WriteString(",\n\"items\": ")
	err := records(w.Writer, len(newest), func(n int) (any, error) {
		i := newest[n]
		e := t.Events[i]
		return feedItem{ID: x.BaseURL + "#" + e.ID, URL: x.eventURL(i), Title: summary(e), Text: t.told(i), Published: t.toldAt(i), Tags: e.Participants}, nil
	})
	w.WriteString("}\n")
	return err
}
