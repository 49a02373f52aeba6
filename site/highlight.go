package site

import (
	"bytes"
	"fmt"
	"html/template"
	"sort"
	"strconv"
	"strings"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"dateline/extract/article"
	"dateline/extract/timex"
)

// fullText renders the text of article i with the marks at the exact words,
// and behind each passage the dates in it.
func (b *builder) fullText(i int) (template.HTML, error) {
	r := &b.t.Articles[i]
	h := &highlighter{b: b, article: i, noted: make([]bool, len(r.Timexes))}
	if r.Article.Body == nil {
		return h.plain(), nil
	}
	for _, m := range flatten(allMarks(r)) {
		h.marks = append(h.marks, inSource(r.Article.Runs, m)...)
	}
	sort.SliceStable(h.marks, func(i, j int) bool { return h.marks[i].Start < h.marks[j].Start })
	md := article.NewMarkdown(
		goldmark.WithParserOptions(parser.WithASTTransformers(util.Prioritized(h, 1000))),
		goldmark.WithRendererOptions(renderer.WithNodeRenderers(util.Prioritized(h, 500))),
	)
	var out bytes.Buffer
	if err := md.Convert(r.Article.Body, &out); err != nil {
		return "", fmt.Errorf("rendering article %s: %w", r.Article.ID, err)
	}
	return template.HTML(out.String()), nil
}

// inSource returns the places in the Markdown source of the words that m
// marks in the plain text: one for each run that they touch.
func inSource(runs []article.Run, m mark) []mark {
	first := sort.Search(len(runs), func(i int) bool { return runs[i].Text+runs[i].Len > m.Start })
	var marks []mark
	for _, run := range runs[first:] {
		if run.Text >= m.End {
			break
		}
		start, end := max(m.Start, run.Text), min(m.End, run.Text+run.Len)
		moved := m
		moved.Span = timex.Span{Start: start - run.Text + run.Source, End: end - run.Text + run.Source}
		marks = append(marks, moved)
	}
	return marks
}

// highlighter puts marks into the syntax tree of an article and renders them.
// It follows the form of goldmark's own extensions: a transformer that splits
// the text where marks begin and end, nodes for what is marked and noted, and
// a renderer for these nodes.
type highlighter struct {
	b       *builder
	article int
	marks   []mark // places in the source, in order, without overlaps
	noted   []bool // expressions that have had their note
}

// markNode holds the marked words.
type markNode struct {
	ast.BaseInline
	mark
}

var kindMark = ast.NewNodeKind("Mark")

func (n *markNode) Kind() ast.NodeKind { return kindMark }

func (n *markNode) Dump(source []byte, level int) {
	ast.DumpHelper(n, source, level, map[string]string{"Kind": n.mark.Kind}, nil)
}

// notesNode stands behind a passage and lists the expressions marked in it.
type notesNode struct {
	ast.BaseBlock
	timexes []int
}

var kindNotes = ast.NewNodeKind("Notes")

func (n *notesNode) Kind() ast.NodeKind { return kindNotes }

func (n *notesNode) Dump(source []byte, level int) { ast.DumpHelper(n, source, level, nil, nil) }

// Transform implements parser.ASTTransformer.
func (h *highlighter) Transform(doc *ast.Document, reader text.Reader, _ parser.Context) {
	var texts []*ast.Text
	var images []*ast.Image
	ast.Walk(doc, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if !entering {
			return ast.WalkContinue, nil
		}
		switch n := n.(type) {
		case *ast.CodeSpan:
			return ast.WalkSkipChildren, nil
		case *ast.Heading:
			n.Level = min(n.Level+1, 6) // the title of the article is the page's one h1
		case *ast.Image:
			images = append(images, n)
		case *ast.Text:
			texts = append(texts, n)
		}
		return ast.WalkContinue, nil
	})
	for _, t := range texts {
		h.split(t)
	}
	for _, image := range images {
		// A page makes no request to other hosts: a picture is its caption.
		caption := ast.NewEmphasis(1)
		for c := image.FirstChild(); c != nil; c = image.FirstChild() {
			caption.AppendChild(caption, c)
		}
		image.Parent().ReplaceChild(image.Parent(), image, caption)
	}
	var next ast.Node
	for block := doc.FirstChild(); block != nil; block = next {
		next = block.NextSibling()
		if timexes := marked(block); len(timexes) > 0 {
			doc.InsertAfter(doc, block, &notesNode{timexes: timexes})
		}
	}
}

// split puts the marked parts of t into mark nodes of their own.
func (h *highlighter) split(t *ast.Text) {
	seg := t.Segment
	first := sort.Search(len(h.marks), func(i int) bool { return h.marks[i].End > seg.Start })
	parent, at := t.Parent(), seg.Start
	var last *ast.Text
	put := func(start, end int, into func(ast.Node)) {
		last = ast.NewTextSegment(text.NewSegment(start, end))
		last.SetRaw(t.IsRaw())
		into(last)
	}
	before := func(n ast.Node) { parent.InsertBefore(parent, t, n) }
	for _, m := range h.marks[first:] {
		if m.Start >= seg.Stop {
			break
		}
		start, end := max(m.Start, at), min(m.End, seg.Stop)
		if start >= end {
			continue
		}
		if at < start {
			put(at, start, before)
		}
		node := &markNode{mark: m}
		put(start, end, func(n ast.Node) { node.AppendChild(node, n) })
		before(node)
		at = end
	}
	if last == nil {
		return
	}
	if at < seg.Stop || t.SoftLineBreak() || t.HardLineBreak() {
		// A line break belongs behind the mark, not into it.
		put(at, seg.Stop, before)
		last.SetSoftLineBreak(t.SoftLineBreak())
		last.SetHardLineBreak(t.HardLineBreak())
	}
	parent.RemoveChild(parent, t)
}

// marked returns the expressions marked in a block, in order.
func marked(block ast.Node) []int {
	var timexes []int
	seen := map[int]bool{}
	ast.Walk(block, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if m, ok := n.(*markNode); ok && entering && m.Timex >= 0 && !seen[m.Timex] {
			seen[m.Timex] = true
			timexes = append(timexes, m.Timex)
		}
		return ast.WalkContinue, nil
	})
	return timexes
}

// RegisterFuncs implements renderer.NodeRenderer.
func (h *highlighter) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(kindMark, h.renderMark)
	r.Register(kindNotes, h.renderNotes)
}

func (h *highlighter) renderMark(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString(openMark(node.(*markNode).mark))
	} else {
		w.WriteString("</mark>")
	}
	return ast.WalkContinue, nil
}

func openMark(m mark) string { return `<mark class="` + m.Kind + `">` }

func (h *highlighter) renderNotes(w util.BufWriter, _ []byte, node ast.Node, entering bool) (ast.WalkStatus, error) {
	if entering {
		w.WriteString(h.notes(node.(*notesNode).timexes))
	}
	return ast.WalkContinue, nil
}

// notes returns the marginal list that says what each expression was resolved
// to and leads to the events that it dates.
func (h *highlighter) notes(timexes []int) string {
	r := &h.b.t.Articles[h.article]
	var s strings.Builder
	esc := template.HTMLEscapeString
	for _, i := range timexes {
		x := r.Timexes[i]
		if h.noted[i] || x.Start >= x.End {
			continue
		}
		h.noted[i] = true
		words := strings.Join(strings.Fields(r.Article.Text[x.Start:x.End]), " ")
		s.WriteString(`<li id="t` + strconv.Itoa(i) + `"><q lang="` + esc(r.Article.Lang) + `">` + esc(words) + `</q> `)
		for _, w := range h.b.say.timex(x.Value) {
			if w.Datetime == "" {
				s.WriteString(esc(w.Text))
				continue
			}
			s.WriteString(`<time datetime="` + esc(w.Datetime) + `">` + esc(w.Text) + `</time>`)
		}
		linked := map[int]bool{}
		for j, m := range r.Events {
			e := h.b.mentions[h.article][j]
			if m.Timex != i || e < 0 || linked[e] {
				continue
			}
			linked[e] = true
			s.WriteString(` <a href="` + esc(root(h.b.textAt[h.article])+h.b.eventAt[e]) + `">` + esc(h.b.t.Events[e].Label) + `</a>`)
		}
		s.WriteString("</li>")
	}
	if s.Len() == 0 {
		return ""
	}
	return `<ul class="notes" aria-label="` + esc(h.b.m["article.marks"]) + `">` + s.String() + "</ul>\n"
}

// plain renders an article that is plain text: its paragraphs are parted by
// empty lines.
func (h *highlighter) plain() template.HTML {
	r := &h.b.t.Articles[h.article]
	content := r.Article.Text
	marks := flatten(allMarks(r))
	var s strings.Builder
	for at := 0; at < len(content); {
		end := len(content)
		if i := strings.Index(content[at:], "\n\n"); i >= 0 {
			end = at + i
		}
		if strings.TrimSpace(content[at:end]) != "" {
			s.WriteString("<p>")
			for _, p := range tidy(cut(content, timex.Span{Start: at, End: end}, marks)) {
				if p.Kind == "" {
					s.WriteString(template.HTMLEscapeString(p.Text))
				} else {
					s.WriteString(openMark(mark{Kind: p.Kind}) + template.HTMLEscapeString(p.Text) + "</mark>")
				}
			}
			s.WriteString("</p>\n")
			var here []int
			for i, x := range r.Timexes {
				if at <= x.Start && x.Start < end {
					here = append(here, i)
				}
			}
			s.WriteString(h.notes(here))
		}
		at = end + 2
	}
	return template.HTML(s.String())
}
