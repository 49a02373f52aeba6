// Package article reads articles: Markdown with front matter, plain text and
// JSON Lines. It keeps the way back from the plain text that is resolved to
// the source that is rendered.
package article

import "dateline/extract/timex"

// Article is one article and what its front matter says of it.
type Article struct {
	ID        string // file name without extension, or the id of a JSON line
	Path      string // where it was read, "" when not from a file
	Title     string
	Published timex.DCT
	Updated   timex.DCT
	DateFound DateFound // how Published was found, where a program looked for it
	Authors   []string
	Publisher string
	SourceURL string
	Lang      string // BCP 47, "en" when not stated
	Tags      []string
	Draft     bool
	Sample    bool   // an article that was made up to show the tool
	FullText  bool   // publish the whole text, not only excerpts
	Body      []byte // Markdown source, front matter cut off; nil for plain text
	BodyLine  int    // line of the file, from 1, on which Body or else Text begins
	Text      string // plain text of the body
	Runs      []Run  // Text piece by piece, back to Body; nil for plain text
}

// DateFound is how a program found the publication time of an article. A
// person who has looked at it takes these lines out of the front matter.
type DateFound struct {
	Source     string // "JSON-LD datePublished", "" when not stated
	Confidence string // a word of timex.Confidence, "" when not stated
	Note       string // the ground for a confidence below explicit
}

// Run maps a piece of Article.Text to Article.Body: the Len bytes at Text
// come from those at Source. Text between runs (paragraph breaks, characters
// that the source writes as an entity) has no source.
type Run struct {
	Text, Source, Len int
}
