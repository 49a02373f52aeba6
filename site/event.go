package site

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/extract/resolve"
	"dateline/extract/timex"
	"dateline/timeline"
)

type eventView struct {
	frame
	Entry      entryView
	Year       link // back to the year in the timeline
	Who        []link
	Where      link // Text is "" where no place is told
	SureLong   string
	Published  []publication
	Flow       *flow  // nil where there is nothing to draw
	Lag        string // how long after it the first report came, "" where that is not known
	Claims     []claimView
	Evidence   []evidenceView
	History    []changeView
	Joined     []string
	Review     timeline.Review
	Cite       string // how to quote the page
	Data       []link // the files that have the event
	Files      []link // those of the event alone
	Correct    string // where to suggest a correction, "" for nowhere
	Prev, Next *link
}

// publication is one article that speaks of the event.
type publication struct {
	When   phrase
	Link   link
	Lang   string // of the title, "" where it is that of the page
	Source string
	Sample bool
	Doubt  string // whether When is sure, "" when it is
}

// evidenceView is one mention and how its date was worked out.
type evidenceView struct {
	publication
	Quote    quote
	Steps    []step
	Readings []reading
	Rule     string
	Sure     string
}

// step is one step of the working. Lang is "en" where the words are the
// extractor's own, which speaks English, and the page does not.
type step struct{ Text, Lang string }

// reading is a date that was considered and not chosen.
type reading struct {
	When phrase
	Why  string
}

// claimView is one of several dates that the reports give.
type claimView struct {
	When     phrase
	Articles int // that give it
	Evidence []claimEvidence
}

// claimEvidence is one mention that gives a date: its sentence alone, since
// dates beside one another are compared, and the event's page has the rest.
type claimEvidence struct {
	publication
	Quote quote
}

type changeView struct {
	Word string
	publication
}

// eventIndexPage lists the years at the address of the folder of events, where
// readers go who cut the end off an event's address.
func (b *builder) eventIndexPage() page {
	const name = "events/index.html"
	b.madeFrom(name, b.overallFrom)
	return page{name: name, make: func() ([]byte, error) {
		v := yearsView{frame: b.frame(name, b.m["events.title"]), Standfirst: b.m.text("years.standfirst", "events", b.m.count("n.events", len(b.t.Events)))}
		v.About = v.Standfirst
		v.Years = b.yearLines(v.Root)
		return b.pages.render("years", v)
	}}
}

// eventPage makes the page of event i.
func (b *builder) eventPage(i int) ([]byte, error) {
	name := b.eventAt[i]
	e := b.t.Events[i]
	v := eventView{frame: b.frame(name, e.Label), Entry: b.entry(i, name), Where: b.topicLink("places", e.Place, "../")}
	for _, who := range e.Participants {
		v.Who = append(v.Who, b.topicLink("people", who, "../"))
	}
	v.Script = true
	v.Entry.Unreviewed = "" // this page says it in a sentence
	v.SureLong = b.m["confidence."+confidence(e, b.t).String()+".long"]
	if r := e.Review; r.State == timeline.Added || r.Fixed.Date {
		v.SureLong = b.m["review.sure"]
	}
	v.About = v.Entry.DateLabel + " " + v.Entry.Full.String() + ". " + e.Label + "."
	year, _ := place(e.Date)
	v.Year = link{Text: b.say.year(year), Href: v.Root + yearAt(year)}
	seen := map[int]bool{}
	for _, ev := range e.Evidence {
		if !seen[ev.Article] {
			seen[ev.Article] = true
			v.Published = append(v.Published, b.publication(ev.Article, v.Root))
		}
		v.Evidence = append(v.Evidence, b.evidence(ev, v.Root))
	}
	v.Flow, v.Lag = b.flow(i), b.lag(i)
	v.Claims = b.claims(i, v.Root)
	if len(e.History) > 1 {
		for _, c := range e.History {
			v.History = append(v.History, changeView{b.m["status."+c.Status.String()], b.publication(c.Article, v.Root)})
		}
	}
	v.Joined, v.Review = e.Why, b.dated(e.Review)
	when, address := v.Entry.Full.String(), cmp.Or(v.Canonical, name)
	v.Cite = b.m.text("event.cite.text", "label", e.Label, "when", when, "site", v.Site, "address", address)
	for _, f := range timeline.Formats() {
		if _, _, day := timeline.ExactDays(e.Date); f.Name == "json" || f.Name == "csv" || f.Name == "ics" && day {
			v.Data = append(v.Data, link{Text: f.File, Href: v.Root + "data/" + f.File})
		}
	}
	v.Files = b.eventFileLinks(i)
	v.Correct = b.correction(e.Label, when, address)
	if i > 0 {
		v.Prev = &link{Text: b.t.Events[i-1].Label, Href: v.Root + b.eventAt[i-1]}
	}
	if i+1 < len(b.t.Events) {
		v.Next = &link{Text: b.t.Events[i+1].Label, Href: v.Root + b.eventAt[i+1]}
	}
	return b.pages.render("event", v)
}

// dated returns a review with its days as a reader says them.
func (b *builder) dated(r timeline.Review) timeline.Review {
	r.On = b.say.value(r.On).String()
	r.Verdicts = slices.Clone(r.Verdicts)
	for i := range r.Verdicts {
		r.Verdicts[i].On = b.say.value(r.Verdicts[i].On).String()
	}
	return r
}

// publication returns article i for a page whose way back to the top is root.
func (b *builder) publication(i int, root string) publication {
	r := &b.t.Articles[i]
	lang := r.Article.Lang
	if lang == b.cfg.Lang {
		lang = ""
	}
	return publication{
		When: b.say.published(r.Article.Published), Source: r.Article.Publisher, Sample: r.Article.Sample,
		Link: link{Text: r.Article.Title, Href: root + b.textAt[i]}, Lang: lang, Doubt: b.found(r.Article).Sure,
	}
}

// evidence returns one mention with its working.
func (b *builder) evidence(ev timeline.Evidence, root string) evidenceView {
	r, m := b.t.Of(ev)
	v := evidenceView{publication: b.publication(ev.Article, root), Quote: inContext(r, m),
		Sure: b.m["confidence."+m.Confidence.String()+".long"]}
	own := func(key string, args ...any) { v.Steps = append(v.Steps, step{Text: b.m.text(key, args...)}) }
	said := func(why ...string) {
		for _, w := range why {
			if r, n := utf8.DecodeRuneInString(w); n > 0 {
				w = string(unicode.ToUpper(r)) + w[n:]
				if !strings.HasSuffix(w, ".") {
					w += "."
				}
				v.Steps = append(v.Steps, step{Text: w, Lang: "en"})
			}
		}
	}
	if m.Timex < 0 {
		own("step.nowords")
	} else {
		x := r.Timexes[m.Timex]
		v.Rule = x.Rule
		own("step.words", "words", r.Article.Text[x.Start:x.End])
		switch x.Anchor {
		case resolve.NoAnchor:
			own("step.absolute")
		case resolve.DCTAnchor:
			own("step.published", "date", b.say.published(r.Article.Published).String())
		default:
			a := r.Timexes[x.Anchor]
			own("step.anchor", "words", r.Article.Text[a.Start:a.End], "date", b.say.timex(a.Value).String())
		}
		said(reasons(x.Why())...)
	}
	if review := r.Reviews[m.ID]; review.State == timeline.Added || review.Fixed.Date {
		v.Sure, v.Rule = b.m["review.sure"], "" // the words did not decide it
	}
	said(m.Why)
	own("step.value", "date", b.say.fullAs(m.Date, m.Status).String())
	readings := m.Alternatives
	if len(readings) == 0 && m.Timex >= 0 {
		readings = r.Timexes[m.Timex].Alternatives()
	}
	v.Readings = b.readings(readings)
	return v
}

// readings returns the dates that were considered and not chosen.
func (b *builder) readings(others []timex.Reading) []reading {
	var all []reading
	for _, alt := range others {
		// The extractor's reason ends in the date, which stands before it here.
		why, _, _ := strings.Cut(alt.Why, ": ")
		all = append(all, reading{b.say.value(alt.Value), why})
	}
	return all
}

// reasons returns the links of a chain of reasons that the page does not say
// by itself: not the words, what they are counted from and the outcome.
func reasons(chain string) []string {
	links := strings.Split(chain, " → ")
	if len(links) < 3 {
		return nil
	}
	var left []string
	for _, l := range links[1 : len(links)-1] {
		if !strings.HasPrefix(l, "published ") && !strings.HasPrefix(l, "after “") {
			left = append(left, l)
		}
	}
	return left
}
