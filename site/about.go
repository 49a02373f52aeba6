package site

import (
	"cmp"
	"slices"
	"strings"

	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// aboutView is the page that says how the dates came about and what they are
// worth.
type aboutView struct {
	frame
	Rules      []ruleLine
	Confidence []countLine
	Reviewed   int // events on which a person decided
	Events     int
	Version    string
	Samples    bool
	Legend     []legendLine
	Correct    string // where to suggest corrections, "" for nowhere
}

// ruleLine is a rule with the number of expressions that it decided and one
// of them as an example.
type ruleLine struct {
	Name, Words string
	Lang        string // of Words
	Value       phrase
	Count       int
}

// countLine is a word, what it means and how many dates it is said of.
type countLine struct {
	Word, Meaning string
	Count         int
}

// legendLine shows one way of drawing a date or an event.
type legendLine struct{ Class, Word string }

const aboutAt = "about.html"

func (b *builder) aboutPage() page {
	return page{name: aboutAt, make: func() ([]byte, error) {
		v := aboutView{frame: b.frame(aboutAt, b.m["about.title"]), Events: len(b.t.Events), Version: b.cfg.Version, Correct: b.cfg.Corrections}
		v.About = b.m["about.standfirst"]
		v.Rules = b.rules()
		counts := map[timex.Confidence]int{}
		for _, e := range b.t.Events {
			counts[confidence(e, b.t)]++
			if e.Review.Decided() {
				v.Reviewed++
			}
		}
		for c := timex.Explicit; c <= timex.Guess; c++ {
			v.Confidence = append(v.Confidence, countLine{b.m["confidence."+c.String()], b.m["confidence."+c.String()+".long"], counts[c]})
		}
		for _, r := range b.t.Articles {
			v.Samples = v.Samples || r.Article.Sample
		}
		for _, p := range []string{toDay, toMonth, toYear, isRange, isSince, isBy} {
			v.Legend = append(v.Legend, legendLine{"p-" + p + " s-happened", b.m["precision."+p]})
		}
		for _, s := range []string{"happened", "ongoing", "planned", "possible", "negated", "statement"} {
			v.Legend = append(v.Legend, legendLine{"p-day s-" + s, b.m["status."+s]})
		}
		return b.pages.render("about", v)
	}}
}

// rules counts the rules that resolved the dates, the most used first.
func (b *builder) rules() []ruleLine {
	type use struct {
		count    int
		reading  int
		timex    resolve.Timex
		examples bool
	}
	uses := map[string]*use{}
	for i, r := range b.t.Articles {
		for _, x := range r.Timexes {
			u := uses[x.Rule]
			if u == nil {
				u = &use{}
				uses[x.Rule] = u
			}
			u.count++
			if _, dated := x.Value.EDTF(); dated && !u.examples {
				u.reading, u.timex, u.examples = i, x, true
			}
		}
	}
	var lines []ruleLine
	for name, u := range uses {
		line := ruleLine{Name: name, Count: u.count}
		if u.examples {
			a := b.t.Articles[u.reading].Article
			line.Words = strings.Join(strings.Fields(a.Text[u.timex.Start:u.timex.End]), " ")
			line.Lang = a.Lang
			line.Value = b.say.timex(u.timex.Value)
		}
		lines = append(lines, line)
	}
	slices.SortFunc(lines, func(x, y ruleLine) int {
		return cmp.Or(y.Count-x.Count, strings.Compare(x.Name, y.Name))
	})
	return lines
}
