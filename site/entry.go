package site

import (
	"html/template"
	"strings"

	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/timeline"
)

// entryView is an event as it stands in a list.
type entryView struct {
	ID         string
	Label      string
	Lang       string // of Label, "" where it is that of the page
	Href       string
	DateLabel  string // what the date is: "Happened", "Planned for"
	When       phrase // for the margin
	Full       phrase
	Precision  string // CSS class: day, month, year, range, since, by
	Doubt      string // CSS class: "about", "uncertain" or ""
	CloseWords string // precision and doubt in words, "" for a day
	Status     string // CSS class
	Word       string // status in a word, "" for what plainly happened
	Confidence string // CSS class
	Sure       string // confidence in words, "" for dates that are stated
	Also       []phrase
	Quote      quote
	Published  phrase
	Source     string
	More       int // sources beyond the first
	Sample     bool
	Alone      bool   // it stands under no month
	Reviewed   string // what a person found, "" when nobody has looked
	// Unreviewed says that nobody has looked, on a site where people have
	// looked at other events; where nobody has looked at any, the page says it once.
	Unreviewed string
}

// item returns event i as a list item of the page called from.
func (b *builder) item(i int, from string) (template.HTML, error) {
	deep := root(from) == "../"
	if deep {
		if said, err := b.items.get(i); said != "" || err != nil {
			return said, err
		}
	}
	said, err := b.pages.partial("entry", b.entry(i, from))
	if err != nil {
		return "", err
	}
	if deep {
		err = b.items.keep(i, template.HTML(said))
	}
	return template.HTML(said), err
}

// entry returns event i as a list on the page called from shows it.
func (b *builder) entry(i int, from string) entryView {
	e := b.t.Events[i]
	v := entryView{
		ID: e.ID, Label: e.Label, Href: root(from) + b.eventAt[i],
		DateLabel: b.dateLabel(e), When: b.say.gutter(e.Date, e.Status), Full: b.say.fullAs(e.Date, e.Status),
		Precision: precision(e.Date), Doubt: doubt(e.Date),
		Status: statusKey(e), Word: b.statusWord(e),
	}
	var closely []string
	if v.Precision != toDay {
		closely = append(closely, b.m["precision."+v.Precision])
	}
	if v.Doubt != "" {
		closely = append(closely, b.m["precision."+v.Doubt])
	}
	v.CloseWords = strings.Join(closely, " · ")
	c := confidence(e, b.t)
	v.Confidence = c.String()
	if c != timex.Explicit {
		v.Sure = b.m["confidence."+c.String()]
	}
	if e.Review.Decided() {
		v.Reviewed = b.m["review."+e.Review.State.String()]
	} else if b.anyReviewed {
		v.Unreviewed = b.m["review.unreviewed"]
	}
	if e.Conflict() {
		for _, c := range e.Claims[1:] {
			v.Also = append(v.Also, b.say.fullAs(c.Date, e.Status))
		}
	}
	if len(e.Evidence) > 0 {
		r, m := b.t.Of(e.Evidence[0])
		v.Quote = sentence(r, m)
		v.Published = b.published(r)
		v.Source = r.Article.Publisher
		v.Sample = r.Article.Sample
		if r.Article.Lang != b.cfg.Lang {
			v.Lang = r.Article.Lang
		}
		v.More = b.sources(e) - 1
	}
	return v
}

// published returns the day of publication of an article, short.
func (b *builder) published(r *timeline.Reading) phrase {
	if !r.Article.Published.Known {
		return phrase{{Text: b.m["date.unknown"]}}
	}
	return b.say.shortDay(r.Article.Published.Day)
}

// dateLabel returns what the date of e is the date of.
func (b *builder) dateLabel(e timeline.Event) string { return b.m["when."+statusKey(e)] }

// statusWord returns the status of e in a word, "" for what plainly happened.
func (b *builder) statusWord(e timeline.Event) string {
	if e.Status == event.Happened {
		return ""
	}
	return b.m["status."+statusKey(e)]
}

// statusKey returns the status of e as messages and style sheets call it.
func statusKey(e timeline.Event) string {
	if e.WasPlanned && e.Status == event.Planned {
		return "wasplanned"
	}
	return e.Status.String()
}

// confidence returns how sure the date of e is: its own word, else that of
// its first evidence.
func confidence(e timeline.Event, t *timeline.Timeline) timex.Confidence {
	if e.Confidence != 0 || len(e.Evidence) == 0 {
		return e.Confidence
	}
	_, m := t.Of(e.Evidence[0])
	return m.Confidence
}

// sources returns the number of articles that speak of e. An article and a
// near copy of it are one source.
func (b *builder) sources(e timeline.Event) int {
	seen := map[int]bool{}
	for _, ev := range e.Evidence {
		a := ev.Article
		if of := b.copyOf(a); of >= 0 {
			a = of
		}
		seen[a] = true
	}
	return len(seen)
}

// copyOf returns the article that article i is a near copy of, -1 when it is
// none.
func (b *builder) copyOf(i int) int {
	if i >= len(b.t.CopyOf) {
		return -1
	}
	return b.t.CopyOf[i]
}
