package site

import (
	"slices"

	"dateline/extract/timex"
)

// homeView is the front page: the whole timeline, or the way to its years
// when it is long.
type homeView struct {
	frame
	Standfirst string
	Span       phrase
	Counts     []link // events, articles, disputed, undated
	Strips     []strip
	Most       []entryView // events that most articles tell of
	Years      []yearView
	YearLines  []yearLine // instead of Years
	Recent     []changeDay
	Events     int
	Reviewed   int // events on which a person decided
	Samples    bool
}

func (b *builder) homePage() page {
	const name = "index.html"
	return page{name, func() ([]byte, error) {
		v := homeView{frame: b.frame(name, ""), Standfirst: b.cfg.Description, Events: len(b.t.Events)}
		v.About, v.Script = b.cfg.Description, true
		all := b.inOrder(b.everything())
		for _, i := range all {
			if b.t.Events[i].Review.Decided() {
				v.Reviewed++
			}
		}
		for _, r := range b.t.Articles {
			v.Samples = v.Samples || r.Article.Sample
		}
		v.Span = b.span()
		v.Counts = b.counts()
		if len(all) <= most {
			var err error
			if v.Years, err = b.byYear(all, name); err != nil {
				return nil, err
			}
			v.Strips = b.strips(all, headingLink, "")
		} else {
			v.YearLines = b.yearLines("")
			v.Strips = b.strips(all, func(year, month int) string { return yearAt(year) }, "")
		}
		// What a person rejected is not brought up again on the front page.
		recent := slices.DeleteFunc(b.changes(), func(c change) bool { return c.Href == "" || c.Action == "reject" })
		v.Recent = b.changeDays(recent[:min(len(recent), 3)], v.Root)
		if len(all) >= 30 {
			v.Most = b.mostTold(5)
		}
		return b.pages.render("home", v)
	}}
}

// counts returns how much there is, each a link to where it is listed.
func (b *builder) counts() []link {
	c := []link{
		{Text: b.m.count("n.events", len(b.t.Events)), Href: "az/index.html"},
		{Text: b.m.count("n.articles", len(b.t.Articles)), Href: "articles/index.html"},
	}
	if n := len(b.conflicts()); n > 0 {
		c = append(c, link{Text: b.m.count("n.disputed", n), Href: conflictsAt})
	}
	if n := len(b.t.Undated); n > 0 {
		c = append(c, link{Text: b.m.count("n.undated", n), Href: undatedAt})
	}
	return c
}

// span returns the years or months from the first event to the last.
func (b *builder) span() phrase {
	if len(b.t.Events) == 0 {
		return nil
	}
	order := b.inOrder(b.everything())
	first, last := placing(b.t.Events[order[0]].Date), placing(b.t.Events[order[len(order)-1]].Date)
	if first.Year != last.Year || first.Month == 0 || last.Month == 0 {
		first.Month, last.Month = 0, 0
	}
	from, to := timex.Point{Year: first.Year, Month: first.Month}, timex.Point{Year: last.Year, Month: last.Month}
	if from == to {
		return b.say.full(timex.EDTF{From: from})
	}
	return b.say.full(timex.EDTF{From: from, To: to, Interval: true})
}

// mostTold returns at most n events that several articles tell of, those of
// most articles first; statements are not among them.
func (b *builder) mostTold(n int) []entryView {
	var found []int
	for i, e := range b.t.Events {
		if b.sources(e) > 1 && statusKey(e) != "statement" {
			found = append(found, i)
		}
	}
	slices.SortStableFunc(found, func(x, y int) int { return b.sources(b.t.Events[y]) - b.sources(b.t.Events[x]) })
	found = b.inOrder(found[:min(n, len(found))])
	var views []entryView
	for _, i := range found {
		views = append(views, b.entry(i, "index.html"))
	}
	return views
}
