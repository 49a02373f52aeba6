package article

import (
	"bytes"
	"regexp"
	"strings"

	"github.com/yuin/goldmark/ast"
	extast "github.com/yuin/goldmark/extension/ast"
	"github.com/yuin/goldmark/util"
)

// flattener collects the plain text of a Markdown tree and the way back.
type flattener struct {
	source []byte
	text   strings.Builder
	runs   []Run
	gap    gap // what goes before the next text, when there is any text already
}

// gap is what lies between two pieces of text; the wider one wins.
type gap uint8

const (
	noGap gap = iota
	blankGap
	cellGap
	lineGap
	blockGap
)

func (g gap) String() string { return [...]string{"", " ", "\t", "\n", "\n\n"}[g] }

// flatten returns the text of a document as a reader would speak it: blocks
// apart by a blank line, table cells by a tab, lines of a paragraph by a
// blank. Code, images, addresses and raw HTML are left out, for a date in them
// is none of the article's, and so is text struck out, which was taken back.
// Text inside emphasis and links is kept.
func flatten(doc ast.Node, source []byte) (string, []Run) {
	f := &flattener{source: source}
	f.text.Grow(len(source))
	f.block(doc)
	return f.text.String(), f.runs
}

func (f *flattener) block(n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeBlock, *ast.FencedCodeBlock, *ast.HTMLBlock, *ast.LinkReferenceDefinition:
		return
	case *extast.TableCell:
		if n.PreviousSibling() != nil {
			f.separate(cellGap)
		} else {
			f.separate(blockGap)
		}
	case *ast.Paragraph, *ast.TextBlock, *ast.Heading:
		f.separate(blockGap)
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		if c.Type() == ast.TypeInline {
			f.inline(c)
		} else {
			f.block(c)
		}
	}
}

func (f *flattener) inline(n ast.Node) {
	switch n := n.(type) {
	case *ast.CodeSpan, *ast.Image, *ast.AutoLink, *extast.Strikethrough:
		return
	case *ast.RawHTML:
		if n.Segments.Len() > 0 && bytes.HasPrefix(bytes.ToLower(n.Segments.Value(f.source)), []byte("<br")) {
			f.separate(lineGap)
		}
		return
	case *ast.Text:
		f.piece(n.Segment.Start, n.Segment.Stop, n.IsRaw())
		switch {
		case n.HardLineBreak():
			f.separate(lineGap)
		case n.SoftLineBreak():
			f.separate(blankGap)
		}
		return
	}
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		f.inline(c)
	}
}

// separate asks for a gap before the next text.
func (f *flattener) separate(g gap) { f.gap = max(f.gap, g) }

// entity is a character reference of CommonMark.
var entity = regexp.MustCompile(`^&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[0-9A-Za-z]+);`)

// piece adds source[start:stop]. Backslashes that escape are dropped and
// character references resolved, unless raw; what they stand for has no run.
func (f *flattener) piece(start, stop int, raw bool) {
	from := start
	for i := start; i < stop && !raw; i++ {
		switch c := f.source[i]; {
		case c == '\\' && i+1 < stop && util.IsPunct(f.source[i+1]):
			f.run(from, i)
			from = i + 1
			i++
		case c == '&':
			m := entity.Find(f.source[i:stop])
			if m == nil {
				continue
			}
			plain := util.ResolveEntityNames(util.ResolveNumericReferences(m))
			if bytes.Equal(plain, m) {
				continue
			}
			f.run(from, i)
			f.add(plain)
			from = i + len(m)
			i = from - 1
		}
	}
	f.run(from, stop)
}

// run adds source[start:stop] as it is.
func (f *flattener) run(start, stop int) {
	if start >= stop {
		return
	}
	f.add(f.source[start:stop])
	at := f.text.Len() - (stop - start)
	if n := len(f.runs); n > 0 {
		last := &f.runs[n-1]
		if last.Text+last.Len == at && last.Source+last.Len == start {
			last.Len += stop - start
			return
		}
	}
	f.runs = append(f.runs, Run{Text: at, Source: start, Len: stop - start})
}

// add writes s after the gap that was asked for.
func (f *flattener) add(s []byte) {
	if f.text.Len() > 0 {
		f.text.WriteString(f.gap.String())
	}
	f.gap = noGap
	f.text.Write(s)
}
