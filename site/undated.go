package site

import "dateline/timeline"

// undatedView is a page that lists what has no date.
type undatedView struct {
	frame
	Standfirst string
	Parts      []link
	Groups     []undatedGroup
}

// undatedGroup is the events without a date that one article tells of.
type undatedGroup struct {
	publication
	Short phrase // the day of publication
	Lines []undatedLine
}

// undatedLine is an event without a date and where it was told.
type undatedLine struct {
	Label    string
	Word     string // its status, "" for what plainly happened
	Evidence []undatedEvidence
}

type undatedEvidence struct {
	publication
	Other    bool // it is in another article than that of the group
	Quote    quote
	Why      string    // in the extractor's words, which are English
	Readings []reading // guesses at a date
}

const undatedAt = "undated.html"

// undatedPages returns the pages of events without a date, none when there
// are none.
func (b *builder) undatedPages() []page {
	if len(b.t.Undated) == 0 {
		return nil
	}
	standfirst := b.m["undated.standfirst"]
	if b.guessed() {
		standfirst = b.m["undated.standfirst.guess"]
	}
	var todo []page
	n := parts(len(b.t.Undated))
	for k := range n {
		name := numbered(undatedAt, k)
		b.madeFrom(name, func(m mixture) mixture {
			m.text(standfirst)
			m.number(n)
			for _, o := range part(b.origins.undating, k) {
				m.origin(o)
			}
			return m
		})
		todo = append(todo, page{name: name, make: func() ([]byte, error) {
			v := undatedView{frame: b.frame(name, b.m["undated.title"]), Standfirst: standfirst, Parts: b.partLinks(undatedAt, n, k)}
			v.About = v.Standfirst
			last := -1
			for _, e := range part(b.t.Undated, k) {
				at := e.Evidence[0].Article
				if at != last {
					v.Groups = append(v.Groups, undatedGroup{publication: b.publication(at, v.Root), Short: b.published(&b.t.Articles[at])})
				}
				last = at
				g := &v.Groups[len(v.Groups)-1]
				g.Lines = append(g.Lines, b.undatedLine(e, v.Root))
			}
			return b.pages.render("undated", v)
		}})
	}
	return todo
}

// guessed reports whether an event is without a date because there was only a
// guess at it, which the policy of the site leaves out.
func (b *builder) guessed() bool {
	for _, e := range b.t.Undated {
		for _, ev := range e.Evidence {
			if _, m := b.t.Of(ev); len(m.Alternatives) > 0 {
				return true
			}
		}
	}
	return false
}

func (b *builder) undatedLine(e timeline.Event, root string) undatedLine {
	line := undatedLine{Label: e.Label, Word: b.statusWord(e)}
	for _, ev := range e.Evidence {
		r, m := b.t.Of(ev)
		line.Evidence = append(line.Evidence, undatedEvidence{b.publication(ev.Article, root), ev.Article != e.Evidence[0].Article, sentence(r, m), m.Why, b.readings(m.Alternatives)})
	}
	return line
}
