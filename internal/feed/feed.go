// Package feed writes feeds: Atom, RFC 4287, and JSON Feed 1.1, from one
// description.
//
//	f := feed.Feed{Title: "Changes", Home: "https://example.org/", Atom: "https://example.org/feed.atom"}
//	err := f.WriteAtom(w)
package feed

import "cmp"

// Length is the number of entries that a feed has at most: readers come back
// long before there are more.
const Length = 100

// Epoch is the stamp of what has no known time, since the formats know no
// other way.
const Epoch = "1970-01-01T00:00:00Z"

// Feed is a list of entries, the latest first.
type Feed struct {
	Title       string
	Description string // "" for none
	Lang        string // BCP 47
	ID          string // an address that stays
	Home        string // address of the page that the feed follows
	Atom, JSON  string // addresses of the feed itself in the two formats
	Author      string // of entries that name none
	Entries     []Entry
}

// Entry is one piece of news.
type Entry struct {
	ID      string // an address that stays
	URL     string // of the page that it is about
	Title   string
	Text    string   // plain
	At      string   // when it came about, RFC 3339
	Author  string   // "" for that of the feed
	Subject []string // what it is about, or of what kind it is
}

// updated returns the time of the latest entry.
func (f Feed) updated() string {
	if len(f.Entries) == 0 {
		return Epoch
	}
	return cmp.Or(f.Entries[0].At, Epoch)
}
