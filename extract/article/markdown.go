package article

import (
	"bytes"
	pathpkg "path"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"dateline/extract/timex"
)

// Options are what the owner of a folder of articles decides.
type Options struct {
	PublishedKeys []string  // front matter keys of the publication time, the first one present wins; nil: PublishedKeys()
	Published     timex.DCT // of articles whose front matter has none of the keys; unknown: such an article is an error
	Lang          string    // of articles that state none; "" means "en"
}

// NewMarkdown returns the Markdown that articles are written in, CommonMark
// with tables, strikethrough and bare links, with what a renderer adds. Only a
// tree of this parser agrees with the Runs of an Article.
func NewMarkdown(opts ...goldmark.Option) goldmark.Markdown {
	return goldmark.New(append([]goldmark.Option{
		goldmark.WithExtensions(extension.Table, extension.Strikethrough, extension.Linkify),
	}, opts...)...)
}

// reader is the parser of NewMarkdown, made once: it keeps nothing between
// articles and is safe for concurrent use.
var reader = sync.OnceValue(func() parser.Parser { return NewMarkdown().Parser() })

// ReadMarkdown returns the article in a Markdown file with front matter. The
// error is a *Problem.
func ReadMarkdown(path string, src []byte, opts Options) (Article, error) {
	if err := checkBytes(path, src); err != nil {
		return Article{}, err
	}
	src = bytes.TrimPrefix(src, []byte(bom))
	matter, body, err := splitFrontMatter(src)
	if err != nil {
		return Article{}, inFile(path, err)
	}
	a := Article{ID: idOf(path), Path: path, Lang: opts.Lang, Body: body}
	if dir := pathpkg.Dir(path); a.ID == "index" && dir != "." && dir != "/" {
		a.ID = pathpkg.Base(dir) // a folder that holds an article and its pictures
	}
	a.BodyLine = 1 + bytes.Count(src[:len(src)-len(body)], []byte("\n"))
	if a.Lang == "" {
		a.Lang = "en"
	}
	fields, err := matter.fields()
	if err == nil {
		err = a.fill(fields)
	}
	if err == nil {
		a.Published, err = published(fields, matter.kind != noMatter, opts)
	}
	if err != nil {
		return Article{}, inFile(path, err)
	}
	doc := reader().Parse(text.NewReader(body))
	a.Text, a.Runs = flatten(doc, body)
	if a.Title == "" {
		a.Title = firstHeading(doc, body)
	}
	if a.Title == "" {
		a.Title = a.ID
	}
	return a, nil
}

// firstHeading returns the text of the first heading of level 1, or "".
func firstHeading(doc ast.Node, source []byte) string {
	for n := doc.FirstChild(); n != nil; n = n.NextSibling() {
		if h, ok := n.(*ast.Heading); ok && h.Level == 1 {
			title, _ := flatten(h, source)
			return strings.TrimSpace(title)
		}
	}
	return ""
}
