package intake

import (
	"regexp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// markdownOf returns an element of a page as Markdown: paragraphs, headings,
// lists, quotations, tables as lines, emphasis and links to web addresses.
// Everything else is left out; what was text stays text, so no markup or
// script of the page survives. absolute resolves the address of a link, and
// returns "" for one that is not to be kept.
func markdownOf(n *html.Node, absolute func(string) string) string {
	m := &markdown{absolute: absolute}
	m.blocks(n, "", "")
	return strings.TrimSpace(m.out.String()) + "\n"
}

// markdown collects blocks. Text that belongs to no block yet waits in line.
type markdown struct {
	out      strings.Builder
	line     strings.Builder
	within   string // what stood before the lines of the last block
	absolute func(string) string
}

// blocks writes the children of n. first stands before the first line of the
// first block, rest before every other line.
func (m *markdown) blocks(n *html.Node, first, rest string) {
	written := m.out.Len()
	prefix := func() string {
		if m.out.Len() > written {
			return rest
		}
		return first
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			m.line.WriteString(escape(collapse(c.Data)))
		case c.Type != html.ElementNode || dropped(c):
		case isInline(c):
			m.inline(c)
		default:
			m.flush(prefix(), rest)
			m.block(c, prefix(), rest)
		}
	}
	m.flush(prefix(), rest)
}

// block writes one element that stands on lines of its own.
func (m *markdown) block(n *html.Node, first, rest string) {
	switch n.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		text := oneLine(m.text(n))
		if len(text) > maxHeading { // a heading that was never closed
			m.blocks(n, first, rest)
			return
		}
		if text != "" {
			level := min(max(int(n.Data[1]-'0'), 2), 4) // the title is the only heading of level 1
			m.line.WriteString(strings.Repeat("#", level) + " " + text)
			m.write(first, rest)
		}
	case atom.Blockquote:
		m.blocks(n, first+"> ", rest+"> ")
	case atom.Ul, atom.Ol:
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && !dropped(c) {
				m.blocks(c, rest+"- ", rest+"  ")
			}
		}
	case atom.Tr:
		if !m.row(n) {
			m.blocks(n, first, rest)
		}
		m.flush(first, rest)
	case atom.Hr:
		m.line.WriteString("* * *")
		m.write(first, rest)
	default:
		m.blocks(n, first, rest)
	}
}

// row writes the cells of a table row as one line, unless they are too long
// for one: then the table only lays out the page.
func (m *markdown) row(n *html.Node) bool {
	var cells []string
	length := 0
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if text := oneLine(m.text(c)); text != "" {
			cells = append(cells, text)
			length += len(text)
		}
	}
	if length > maxHeading {
		return false
	}
	m.line.WriteString(strings.Join(cells, " – "))
	return true
}

// oneLine returns inline Markdown without its line breaks.
func oneLine(text string) string { return strings.Join(strings.Fields(text), " ") }

// text returns the inline Markdown of all that is in n.
func (m *markdown) text(n *html.Node) string {
	inner := &markdown{absolute: m.absolute}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			inner.line.WriteString(escape(collapse(c.Data)))
		case c.Type == html.ElementNode && !dropped(c):
			if !isInline(c) {
				inner.line.WriteByte(' ')
			}
			inner.inline(c)
		}
	}
	return squeeze(inner.line.String())
}

// inline writes one inline element into the line.
func (m *markdown) inline(n *html.Node) {
	text := m.text(n)
	bare := strings.TrimSpace(text)
	if bare == "" {
		if n.DataAtom == atom.Br {
			m.line.WriteString("\n")
		} else if text != "" {
			m.line.WriteByte(' ')
		}
		return
	}
	mark := func(open, close string) {
		before, after, _ := strings.Cut(text, bare)
		m.line.WriteString(before + open + bare + close + after)
	}
	switch n.DataAtom {
	case atom.A:
		address := m.absolute(attr(n, "href"))
		if address == "" || strings.Contains(bare, "\n") {
			m.line.WriteString(text)
			return
		}
		mark("[", "]("+linkTarget.Replace(address)+")")
	case atom.Em, atom.I, atom.Cite:
		if strings.Contains(bare, "*") || strings.Contains(bare, "\n\n") {
			m.line.WriteString(text)
			return
		}
		mark("*", "*")
	case atom.Strong, atom.B:
		if strings.Contains(bare, "*") || strings.Contains(bare, "\n\n") {
			m.line.WriteString(text)
			return
		}
		mark("**", "**")
	case atom.Q:
		mark("“", "”")
	default:
		m.line.WriteString(text)
	}
}

// linkTarget keeps an address from ending the link that it stands in.
var linkTarget = strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", "\\", "%5C", "\n", "")

// flush writes the line that was collected as a paragraph, or as several when
// empty lines part it: pages make paragraphs by two line breaks too.
func (m *markdown) flush(first, rest string) {
	text := squeeze(m.line.String())
	m.line.Reset()
	for paragraph := range strings.SplitSeq(text, "\n\n") {
		if strings.TrimSpace(paragraph) == "" {
			continue
		}
		lines := strings.Split(strings.TrimSpace(paragraph), "\n")
		for i, line := range lines {
			lines[i] = escapeStart(strings.TrimSpace(line))
		}
		m.line.WriteString(strings.Join(lines, "\n"))
		m.write(first, rest)
		first = rest
	}
}

// write writes the line as a block, after a blank line that belongs to what
// this block and the one before are both in.
func (m *markdown) write(first, rest string) {
	text := m.line.String()
	m.line.Reset()
	if m.out.Len() > 0 {
		common := 0
		for common < min(len(rest), len(m.within)) && rest[common] == m.within[common] {
			common++
		}
		m.out.WriteString(strings.TrimRight(rest[:common], " ") + "\n")
	}
	m.within = rest
	for i, line := range strings.Split(text, "\n") {
		prefix := rest
		if i == 0 {
			prefix = first
		}
		m.out.WriteString(strings.TrimRight(prefix+line, " ") + "\n")
	}
}

// dropped reports whether an element holds nothing that is read as text.
func dropped(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Object, atom.Embed, atom.Svg, atom.Math, atom.Canvas,
		atom.Video, atom.Audio, atom.Picture, atom.Img, atom.Map, atom.Form, atom.Button, atom.Input, atom.Select, atom.Textarea,
		atom.Figure, atom.Figcaption, atom.Nav, atom.Aside, atom.Footer, atom.Dialog, atom.Link, atom.Meta, atom.Head:
		return true
	}
	return hidden(n)
}

func isInline(n *html.Node) bool {
	return inline(n) || n.DataAtom == atom.Br || n.DataAtom == atom.Label
}

// hidden reports whether a page hides an element from its readers.
func hidden(n *html.Node) bool {
	if _, ok := attribute(n, "hidden"); ok {
		return true
	}
	style := strings.ToLower(strings.ReplaceAll(attr(n, "style"), " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

var (
	blanks   = regexp.MustCompile(`[\s\x{00a0}\x{200b}\x{feff}]+`)
	aroundBr = regexp.MustCompile(` *\n *`)
	manyBrs  = regexp.MustCompile(`\n{3,}`)
	manyGaps = regexp.MustCompile(`  +`)
)

// collapse returns text with every run of white space as one blank.
func collapse(text string) string { return blanks.ReplaceAllString(text, " ") }

// squeeze takes out the blanks that meet where elements met, and of several
// line breaks all but two.
func squeeze(text string) string {
	return manyGaps.ReplaceAllString(manyBrs.ReplaceAllString(aroundBr.ReplaceAllString(text, "\n"), "\n\n"), " ")
}

// special are the characters by which Markdown makes more than text.
var special = strings.NewReplacer("\\", "\\\\", "*", "\\*", "_", "\\_", "`", "\\`", "[", "\\[", "]", "\\]", "<", "\\<", "~", "\\~", "|", "\\|")

// entity is what Markdown would read as one.
var entity = regexp.MustCompile(`&(#?\w+;)`)

// escape returns text so that Markdown shows the same text.
func escape(text string) string { return entity.ReplaceAllString(special.Replace(text), "\\&$1") }

// blockStart is what begins a heading, a list, a quotation, a rule or a fence
// at the start of a line.
var blockStart = regexp.MustCompile(`^(?:(#{1,6})(\s|$)|([-+])(\s|$)|(\d{1,9})([.)])(\s|$)|(>)|(={1,}|-{2,})\s*$|(:-))`)

// escapeStart returns a line so that it begins no block.
func escapeStart(line string) string {
	m := blockStart.FindStringSubmatchIndex(line)
	if m == nil {
		return line
	}
	at := 0
	if m[10] >= 0 {
		at = m[11] // "1. May" keeps its number, and the dot is escaped
	}
	return line[:at] + "\\" + line[at:]
}
