package timeline

import (
	"cmp"
	"slices"

	"dateline/extract/timex"
	"dateline/internal/feed"
)

// newest returns the events that a feed names, by index: those of the latest
// articles first.
func (t *Timeline) newest() []int {
	order := make([]int, len(t.Events))
	for i := range order {
		order[i] = i
	}
	// Articles are in order of publication.
	slices.SortStableFunc(order, func(x, y int) int { return cmp.Or(t.teller(y)-t.teller(x), x-y) })
	return order[:min(len(order), feed.Length)]
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

// feed describes a feed of the latest events by publication.
func (x Export) feed(t *Timeline) feed.Feed {
	f := feed.Feed{Title: cmp.Or(x.Title, "Timeline"), Description: x.Description, Lang: x.Lang, ID: x.BaseURL, Home: x.BaseURL + "index.html",
		Atom: x.BaseURL + "feed.atom", JSON: x.BaseURL + "feed.json", Author: cmp.Or(x.Title, "Timeline")}
	for _, i := range t.newest() {
		e := t.Events[i]
		entry := feed.Entry{ID: x.BaseURL + "#" + e.ID, URL: x.eventURL(i), Title: summary(e), Text: t.told(i), At: t.toldAt(i), Subject: e.Participants}
		if r, _ := t.first(e); r != nil {
			entry.Author = r.Article.Publisher
		}
		f.Entries = append(f.Entries, entry)
	}
	return f
}

func (x Export) atom(t *Timeline, w *output) error { return x.feed(t).WriteAtom(w) }

func (x Export) jsonFeed(t *Timeline, w *output) error { return x.feed(t).WriteJSON(w) }
