// Package intake brings articles in: it reads pages, feeds, archives, tables
// and texts of many kinds into items, and writes an item as a Markdown file
// with front matter. What it keeps is plain Markdown: no markup of the source
// survives, so neither do its scripts.
package intake

import (
	"dateline/extract/timex"
)

// Item is an article as it was brought in.
type Item struct {
	From      string // where it was read: an address or a path, with the number of the entry
	ID        string // that the source gives it, "" for none
	Title     string
	Published Finding
	Updated   timex.DCT // the last time that the source changed it, unknown when not stated
	Authors   []string
	Publisher string
	URL       string   // canonical, "" when not known
	Lang      string   // BCP 47, "" when not stated
	Tags      []string //
	Draft     bool
	Sample    bool
	FullText  bool     // publish the whole text, not only excerpts
	Body      string   // Markdown
	Notes     []string // what the reader of the article should know, one sentence each
}

// Finding is a publication time, where it was found, and how sure that is.
// The zero Finding is none.
type Finding struct {
	Time       timex.DCT
	Source     string           // "JSON-LD datePublished", "meta article:published_time", …
	Confidence timex.Confidence // Explicit: stated for programs; Inferred: read from words or the address; Ambiguous: sources disagree
	Why        string           // the ground for a Confidence below Explicit, "" otherwise
}

// Known reports whether a publication time was found.
func (f Finding) Known() bool { return f.Time.Known }
