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
	Key        []entryView // what a reader should see first
	Years      []yearView
	YearLines  []yearLine // instead of Years
	Recent     []changeDay
	Events     int
	Reviewed   int // events on which a person decided
	Samples    bool
}

func (b *builder) homePage() page {
	const name = "index.html"
	b.madeFrom(name, b.overallFrom)
	return page{name: name, make: func() ([]byte, error) {
		v := homeView{frame: b.frame(name, ""), Standfirst: b.cfg.Description, Events: len(b.t.Events)}
		v.About, v.Script = b.cfg.Description, true
		all := b.allInOrder()
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
		v.Strips = b.closer(v.Strips, all, name)
		// What a person rejected is not brought up again on the front page.
		recent := slices.DeleteFunc(b.changes(), func(c change) bool { return c.Href == "" || c.Action == "reject" })
		v.Recent = b.changeDays(recent[:min(len(recent), 3)], v.Root)
		if len(all) >= 30 {
			for _, i := range b.keyEvents(all, 6) {
				v.Key = append(v.Key, b.keyEntry(i, name))
			}
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
	order := b.allInOrder()
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

// closer adds to an overview that of the year which has most of events, given
// by index, where that is a third of them at least: on a line of many years the
// months of one cannot be seen.
func (b *builder) closer(strips []strip, events []int, name string) []strip {
	in := map[int][]int{}
	year := 0
	for _, i := range events {
		y, _ := place(b.t.Events[i].Date)
		in[y] = append(in[y], i)
		if len(in[y]) > len(in[year]) || len(in[y]) == len(in[year]) && y > year {
			year = y
		}
	}
	if n := len(in[year]); len(strips) == 0 || len(in) < 3 || n < 30 || n*3 < len(events) {
		return strips
	}
	wide := b.sketch(events).of(stripWide)
	if wide.layout == nil || wide.layout.scale < 1 {
		return strips // it shows months already
	}
	lead := b.partHeading(yearAt(year), in[year])
	if len(events) <= most {
		lead = func(_ string, year, month int) string { return headingLink(year, month) }
	}
	of := b.strips(in[year], func(year, month int) string { return lead(name, year, month) }, "")
	for k := range of {
		of[k].Name = b.m.text("strip.year", "year", b.say.year(year))
		of[k].Height -= eraTall * len(of[k].Eras) // the longest of all are drawn above
		of[k].Eras = nil
	}
	if len(of) == 0 {
		return strips
	}
	of[0].Of = &link{Text: b.m.text("strip.of", "year", b.say.year(year), "events", b.m.count("n.events", len(in[year]))), Href: lead(name, year, 0)}
	strips[len(strips)-1].Help = ""
	of[len(of)-1].Help = b.stripHelp(strips[0], of[0])
	return append(strips, of...)
}

// keyEntry returns event i as it stands among the key events: no heading says
// the year, and what stands with every event of the timeline is left to it.
func (b *builder) keyEntry(i int, from string) entryView {
	v := b.entry(i, from)
	date := b.t.Events[i].Date
	if v.Precision == toHour {
		date.From.Clock, v.CloseWords = "", ""
	}
	v.When = b.say.say(date, manner{short: true, coming: b.t.Events[i].Status.ToCome()})
	v.Reviewed, v.Unreviewed = "", ""
	return v
}
