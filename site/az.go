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
	Events int    // of a topic
}

// azStretch is what stands under one letter: the numbers of events, and those
// of topics after the events. There are as many as events, so that a line is
// made only when its page is.
type azStretch struct {
	letter, id string
	lines      []int32
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

// azStretches returns the index in its order.
func (b *builder) azStretches() []azStretch {
	n := len(b.t.Events) + len(b.allTopics)
	keys, order := make([]string, 0, n), make([]int32, n)
	for i := range b.t.Events {
		keys = append(keys, sortKey(b.t.Events[i].Label))
	}
	for i := range b.allTopics {
		keys = append(keys, sortKey(b.allTopics[i].name))
	}
	letters := make([]string, n)
	for i, key := range keys {
		letters[i], order[i] = letter(key), int32(i)
	}
	slices.SortFunc(order, func(x, y int32) int {
		return cmp.Or(strings.Compare(letters[x], letters[y]), strings.Compare(keys[x], keys[y]), int(x-y))
	})
	var all []azStretch
	for from := 0; from < n; {
		to, l := from+1, letters[order[from]]
		for to < n && letters[order[to]] == l {
			to++
		}
		all = append(all, azStretch{l, "l-" + slug(l), order[from:to]})
		from = to
	}
	return all
}

// azLine returns a line of the index by its number.
func (b *builder) azLine(i int32) azLine {
	if n := len(b.t.Events); int(i) >= n {
		t := &b.allTopics[int(i)-n]
		return azLine{link: link{Text: t.name, Href: t.at}, Events: len(t.events)}
	}
	return azLine{link: link{Text: b.t.Events[i].Label, Href: b.eventAt[i]}}
}

// azPages returns the index: one page, or one for each letter and 500 lines
// when it is long.
func (b *builder) azPages(letters []azStretch) []page {
	if len(b.t.Events)+len(b.allTopics) <= most {
		return []page{b.azPage("az/index.html", letters, letters, func(l azStretch) string { return "#" + l.id }, nil)}
	}
	taken := names{"index": true}
	at := map[string]string{}
	for _, l := range letters {
		at[l.letter] = "az/" + taken.take(l.letter) + ".html"
	}
	href := func(l azStretch) string { return "../" + at[l.letter] }
	todo := []page{b.azPage("az/index.html", nil, letters, href, nil)}
	for _, l := range letters {
		n := parts(len(l.lines))
		for k := range n {
			some := l
			some.lines = part(l.lines, k)
			todo = append(todo, b.azPage(numbered(at[l.letter], k), []azStretch{some}, letters, href, b.partLinks(at[l.letter], n, k)))
		}
	}
	return todo
}

// line mixes in a line of the index.
func (b *builder) line(m *mixture, i int32) {
	l := b.azLine(i)
	m.text(l.Text)
	m.text(l.Href)
	m.number(l.Events)
	if int(i) < len(b.t.Events) {
		m.origin(b.origins.listed[i])
	}
}

// azPage returns the page of the index that shows some of all letters.
func (b *builder) azPage(name string, some, all []azStretch, href func(azStretch) string, parts []link) page {
	around := func() azView {
		v := azView{frame: b.frame(name, b.m["az.title"]), Parts: parts}
		v.About = b.m["az.standfirst"]
		for _, s := range all {
			l := azLetter{link: link{Text: s.letter, Href: href(s), Current: len(some) == 1 && some[0].letter == s.letter}}
			if len(some) == 0 {
				l.Lines, l.From, l.To = len(s.lines), b.azLine(s.lines[0]).Text, b.azLine(s.lines[len(s.lines)-1]).Text
			}
			v.Letters = append(v.Letters, l)
		}
		return v
	}
	b.madeFrom(name, func(m mixture) mixture {
		v := around()
		m = azFacts.Append(m, &v)
		for _, l := range some {
			m.text(l.letter)
			for _, i := range l.lines {
				b.line(&m, i)
			}
		}
		return m
	})
	return page{name: name, make: func() ([]byte, error) {
		v := around()
		for _, l := range some {
			g := azGroup{Letter: l.letter, ID: l.id}
			for _, i := range l.lines {
				line := b.azLine(i)
				if int(i) < len(b.t.Events) {
					line.When = b.say.fullAs(b.t.Events[i].Date, b.t.Events[i].Status)
				}
				g.Lines = append(g.Lines, line)
			}
			v.Groups = append(v.Groups, g)
		}
		return b.pages.render("az", v)
	}}
}
