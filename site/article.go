package site

import (
	"html/template"
	"sort"

	"dateline/extract/article"
	"dateline/extract/timex"
	"dateline/timeline"
)

type articleView struct {
	frame
	Published, Updated phrase
	Found              found
	Publisher          string
	Authors            []string
	Source             string
	Sample             bool
	CopyOf             *link // the article that this one is a near copy of
	FullText           bool
	TextLang           string
	Body               template.HTML // the whole text with its marks, when it is to be published
	Excerpts           []quote       // else the sentences that carry a date
	Entries            []entryView
	Loose              []loose
}

// found is how the publication time of an article became known.
type found struct {
	Where string // in the page, "" when a person stated it
	Sure  string // in words, "" when there is no doubt
	Note  string // the ground for the doubt, in English
}

// loose is an expression that says when, but names no date.
type loose struct {
	Quote quote // the words
	Kind  phrase
}

type articlesView struct {
	frame
	Parts    []link
	Articles []articleLine
}

// articleLine is an article in a list.
type articleLine struct {
	publication
	Short  phrase // the day of publication
	Events int
}

func (b *builder) articlesPages() []page {
	const index = "articles/index.html"
	all := make([]int, len(b.t.Articles))
	for i := range all {
		all[i] = i
	}
	var todo []page
	n := parts(len(all))
	for k := range n {
		name := numbered(index, k)
		b.madeFrom(name, func(m mixture) mixture {
			m.number(n)
			for _, i := range part(all, k) {
				m.origin(b.origins.cards[i])
				m.number(len(b.eventsOf(i)))
			}
			return m
		})
		todo = append(todo, page{name: name, make: func() ([]byte, error) {
			v := articlesView{frame: b.frame(name, b.m["articles.title"]), Parts: b.partLinks(index, n, k)}
			v.About = b.m["articles.standfirst"]
			for _, i := range part(all, k) {
				v.Articles = append(v.Articles, articleLine{b.publication(i, v.Root), b.published(&b.t.Articles[i]), len(b.eventsOf(i))})
			}
			return b.pages.render("articles", v)
		}})
	}
	return todo
}

// articlePage makes the page of article i.
func (b *builder) articlePage(i int) ([]byte, error) {
	name := b.textAt[i]
	r := &b.t.Articles[i]
	a := r.Article
	v := articleView{frame: b.frame(name, a.Title), Published: b.say.published(a.Published),
		Publisher: a.Publisher, Authors: a.Authors, Source: a.SourceURL, Sample: a.Sample, FullText: a.FullText, TextLang: a.Lang}
	if of := b.copyOf(i); of >= 0 {
		v.CopyOf = &link{Text: b.t.Articles[of].Article.Title, Href: v.Root + b.textAt[of]}
	}
	v.Script = true
	v.Found = b.found(a)
	v.Loose = b.loose(r)
	if a.Updated.Known {
		v.Updated = b.say.published(a.Updated)
	}
	for _, e := range b.eventsOf(i) {
		line := b.entry(e, name)
		line.When = b.say.say(b.t.Events[e].Date, manner{short: true, coming: b.t.Events[e].Status.ToCome()}) // no heading says the year
		line.Alone = true
		v.Entries = append(v.Entries, line)
	}
	if a.FullText {
		body, err := b.fullText(i)
		if err != nil {
			return nil, err
		}
		v.Body = body
	} else {
		v.Excerpts = excerpts(r)
	}
	return b.pages.render("article", v)
}

// found returns how the publication time of an article became known.
func (b *builder) found(a article.Article) found {
	f := found{Where: a.DateFound.Source, Note: a.DateFound.Note}
	if c := a.DateFound.Confidence; c != "" && c != timex.Explicit.String() && b.m["confidence."+c] != "" {
		f.Sure = b.m["confidence."+c]
	}
	return f
}

// loose returns the expressions of r that name no date, in reading order.
func (b *builder) loose(r *timeline.Reading) []loose {
	var all []loose
	for _, x := range r.Timexes {
		if _, dated := x.Value.EDTF(); !dated && x.Start < x.End {
			all = append(all, loose{quote{r.Article.Lang, tidy([]piece{{Text: r.Article.Text[x.Start:x.End], Kind: markTimex}})}, b.say.timex(x.Value)})
		}
	}
	return all
}

// eventsOf returns the events that article i speaks of, in the order of the
// timeline.
func (b *builder) eventsOf(i int) []int {
	seen := map[int]bool{}
	var events []int
	for _, e := range b.mentions[i] {
		if e >= 0 && !seen[e] {
			seen[e] = true
			events = append(events, e)
		}
	}
	sort.Ints(events)
	return events
}

// excerpts returns the passages of an article that carry a dated event, in
// reading order; passages that touch are one.
func excerpts(r *timeline.Reading) []quote {
	text := r.Article.Text
	var passages []timex.Span
	for i := range r.Events {
		passages = append(passages, around(text, r.Events[i].Sentence))
	}
	sort.Slice(passages, func(i, j int) bool { return passages[i].Start < passages[j].Start })
	marks := allMarks(r)
	var quotes []quote
	for i := 0; i < len(passages); {
		p := passages[i]
		for i++; i < len(passages) && passages[i].Start <= p.End+1; i++ {
			p.End = max(p.End, passages[i].End)
		}
		quotes = append(quotes, quote{r.Article.Lang, tidy(cut(text, p, marks))})
	}
	return quotes
}

// allMarks returns the marks of an article: every expression, then the heads
// of its events.
func allMarks(r *timeline.Reading) []mark {
	var marks []mark
	for i, x := range r.Timexes {
		marks = append(marks, mark{x.Span, markTimex, i})
	}
	for _, m := range r.Events {
		marks = append(marks, mark{m.Head, markHead, -1})
	}
	return marks
}

// ArticlePages returns the file names of the pages of articles, from the top
// of the site. The IDs must be all those of the site, in the order of a
// Timeline.
func ArticlePages(ids []string) []string {
	taken := names{}
	pages := make([]string, len(ids))
	for i, id := range ids {
		pages[i] = "articles/" + taken.take(id) + ".html"
	}
	return pages
}
