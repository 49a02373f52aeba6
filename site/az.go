package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// azView is a page of the index from A to Z, by which a reader without script
// searches.
type azView struct {
	frame
	Letters []azLetter
	Parts   []link
	Groups  []azGroup
}

// azLetter leads to the lines under a letter. What they are is told only where
// they are on other pages.
type azLetter struct {
	link
	Lines    int
	From, To string // the first of them, and the last
}

// azGroup is the lines under one letter.
type azGroup struct {
	Letter, ID string
	Lines      []azLine
}

// azLine is an event or a topic in the index.
type azLine struct {
	link
	When   phrase // of an event; found when its page is made
	event  int    // by index, -1 for a topic
	Events int    // of a topic
	letter string // under which it stands
	key    string
}

// sortKey returns s as it is sorted: without case, accents and quotation marks.
func sortKey(s string) string {
	if key, ok := asciiKey(s); ok {
		return key
	}
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) || unicode.IsPunct(r) && r != '-' {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(s))
}

// asciiKey is sortKey for what is plain ASCII; ok is false for all else.
func asciiKey(s string) (key string, ok bool) {
	out := make([]byte, 0, len(s))
	for i := range len(s) {
		c := s[i]
		switch {
		case c >= utf8.RuneSelf:
			return "", false
		case 'A' <= c && c <= 'Z':
			out = append(out, c+'a'-'A')
		case c == '-' || !unicode.IsPunct(rune(c)):
			out = append(out, c)
		}
	}
	return string(out), true
}

// letter returns the letter under which a key stands, "#" for figures.
func letter(key string) string {
	r, _ := utf8.DecodeRuneInString(strings.TrimSpace(key))
	if !unicode.IsLetter(r) {
		return "#"
	}
	return string(unicode.ToUpper(r))
}

// azGroups returns the lines of the index in their order.
func (b *builder) azGroups() []azGroup {
	lines := make([]azLine, 0, len(b.t.Events)+len(b.allTopics))
	for i := range b.t.Events {
		e := &b.t.Events[i]
		lines = append(lines, azLine{link: link{Text: e.Label, Href: b.eventAt[i]}, event: i, key: sortKey(e.Label)})
	}
	for _, t := range b.allTopics {
		lines = append(lines, azLine{link: link{Text: t.name, Href: t.at}, Events: len(t.events), event: -1, key: sortKey(t.name)})
	}
	order := make([]int, len(lines)) // a line is large
	for i := range order {
		order[i], lines[i].letter = i, letter(lines[i].key)
	}
	slices.SortFunc(order, func(x, y int) int {
		if c := strings.Compare(lines[x].letter, lines[y].letter); c != 0 {
			return c
		}
		return cmp.Or(strings.Compare(lines[x].key, lines[y].key), x-y)
	})
	var groups []azGroup
	for _, i := range order {
		l := &lines[i]
		if len(groups) == 0 || groups[len(groups)-1].Letter != l.letter {
			groups = append(groups, azGroup{Letter: l.letter, ID: "l-" + slug(l.letter)})
		}
		g := &groups[len(groups)-1]
		g.Lines = append(g.Lines, *l)
	}
	return groups
}

// azPages returns the index: one page, or one for each letter and 500 lines
// when it is long.
func (b *builder) azPages(groups []azGroup) []page {
	if len(b.t.Events)+len(b.allTopics) <= most {
		return []page{b.azPage("az/index.html", groups, groups, func(g azGroup) string { return "#" + g.ID }, nil)}
	}
	taken := names{"index": true}
	at := map[string]string{}
	for _, g := range groups {
		at[g.Letter] = "az/" + taken.take(g.Letter) + ".html"
	}
	href := func(g azGroup) string { return "../" + at[g.Letter] }
	todo := []page{b.azPage("az/index.html", nil, groups, href, nil)}
	for _, g := range groups {
		n := parts(len(g.Lines))
		for k := range n {
			some := g
			some.Lines = part(g.Lines, k)
			todo = append(todo, b.azPage(numbered(at[g.Letter], k), []azGroup{some}, groups, href, b.partLinks(at[g.Letter], n, k)))
		}
	}
	return todo
}

// line mixes in a line of the index.
func (b *builder) line(m *mixture, l *azLine) {
	m.text(l.Text)
	m.text(l.Href)
	m.number(l.Events)
	if l.event >= 0 {
		m.origin(b.origins.listed[l.event])
	}
}

// datedLines returns groups whose lines say when their events were.
func (b *builder) datedLines(groups []azGroup) []azGroup {
	groups = slices.Clone(groups)
	for i := range groups {
		lines := slices.Clone(groups[i].Lines)
		for k := range lines {
			if n := lines[k].event; n >= 0 {
				lines[k].When = b.say.fullAs(b.t.Events[n].Date, b.t.Events[n].Status)
			}
		}
		groups[i].Lines = lines
	}
	return groups
}

// azPage returns the page of the index that shows some of all groups.
func (b *builder) azPage(name string, some, all []azGroup, href func(azGroup) string, parts []link) page {
	view := func() azView {
		v := azView{frame: b.frame(name, b.m["az.title"]), Groups: some, Parts: parts}
		v.About = b.m["az.standfirst"]
		for _, g := range all {
			l := azLetter{link: link{Text: g.Letter, Href: href(g), Current: len(some) == 1 && some[0].Letter == g.Letter}}
			if len(some) == 0 {
				l.Lines, l.From, l.To = len(g.Lines), g.Lines[0].Text, g.Lines[len(g.Lines)-1].Text
			}
			v.Letters = append(v.Letters, l)
		}
		return v
	}
	b.madeFrom(name, func(m mixture) mixture {
		v := view()
		v.Groups = nil
		m = azFacts.Append(m, &v)
		for _, g := range some {
			m.text(g.Letter)
			for i := range g.Lines {
				b.line(&m, &g.Lines[i])
			}
		}
		return m
	})
	return page{name, func() ([]byte, error) {
		v := view()
		v.Groups = b.datedLines(some)
		return b.pages.render("az", v)
	}}
}
