package decisions

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/extract/timex"
	"dateline/timeline"
	"dateline/timeline/review"
)

// View is an item as a reviewer sees it, in the terminal and in the browser.
type View struct {
	Article   string   `json:"article"`
	Title     string   `json:"title"`
	Lang      string   `json:"lang"` // of the article
	Publisher string   `json:"publisher,omitempty"`
	Published string   `json:"published"` // in words
	File      string   `json:"file"`
	Line      int      `json:"line"`
	Page      string   `json:"page,omitempty"` // address of the sentence on the site, where the page has one
	ID        string   `json:"id"`
	Seen      string   `json:"seen"` // version of the thread, to decide with
	Class     string   `json:"class"`
	State     string   `json:"state"`
	Skipped   bool     `json:"skipped"`
	Orphan    bool     `json:"orphan"`
	Before    string   `json:"before"`
	Sentence  []Piece  `json:"sentence"`
	After     string   `json:"after"`
	Stands    bool     `json:"stands"` // what follows is what a person decided
	Label     string   `json:"label"`
	Date      string   `json:"date"` // EDTF
	DateWords string   `json:"date_words"`
	Precision string   `json:"precision"` // how fine the date is: hour, day, month, year, range, open or none
	Status    string   `json:"status"`
	People    []string `json:"people"`
	Place     string   `json:"place"`

	Proposed      string      `json:"proposed,omitempty"`       // the date that the machine has now, where it differs
	ProposedWords string      `json:"proposed_words,omitempty"` // the same in words
	Sure          string      `json:"sure"`
	Rule          string      `json:"rule,omitempty"`
	Steps         []string    `json:"steps"`
	Readings      []Reading   `json:"readings"`
	Elsewhere     []Elsewhere `json:"elsewhere"`
	Stale         []string    `json:"stale"`
	Echo          string      `json:"echo,omitempty"` // the rejection of a copy that holds for it
	History       []Past      `json:"history"`
	Note          string      `json:"note,omitempty"`
}

// Piece is a part of a sentence. Mark is "head" for the words that carry the
// event, "when" for those that say when, "" for the rest.
type Piece struct {
	Text string `json:"text"`
	Mark string `json:"mark,omitempty"`
}

// Reading is another date that an item can be given with one key.
type Reading struct {
	Date  string `json:"date"`
	Words string `json:"words"`
	Why   string `json:"why"`
}

// Past is an earlier decision.
type Past struct {
	On    string `json:"on"` // in words
	By    string `json:"by"`
	Words string `json:"words"`
	Note  string `json:"note,omitempty"`
}

// View returns an item as a reviewer sees it, with its dates in the reviewer's
// language. What the machine and people had to say stays in English.
func (s *Session) View(i review.Item, say Speech) View {
	a := i.Reading.Article
	v := View{
		Article: a.ID, Title: a.Title, Lang: cmp.Or(a.Lang, "en"), Publisher: a.Publisher, Published: say.Published(a.Published), File: a.Path,
		ID: i.ID, Seen: i.Thread.Version(), Class: s.Class(i).String(), State: i.State().String(), Skipped: i.Skipped(), Orphan: i.Orphan(),
		Note: i.Thread.Note(), Elsewhere: s.Elsewhere(i, say),
		Steps: []string{}, Readings: []Reading{}, Stale: []string{}, History: []Past{}, People: []string{},
	}
	if v.Elsewhere == nil {
		v.Elsewhere = []Elsewhere{}
	}
	for _, stale := range i.Stale {
		v.Stale = append(v.Stale, stale.Why)
	}
	if e := i.Echo; e != nil {
		v.Echo = fmt.Sprintf("rejected in its copy %s by %s: %s; it stays off the site unless it is decided on here", e.Article, e.By, e.Reason)
	}
	for _, p := range review.Verdicts(a.ID, i.Thread, s.labelOf) {
		v.History = append(v.History, Past{dateIn(say, p.On, 0), p.By, p.Words, p.Note})
	}
	v.place(i)
	v.facts(i, say)
	if i.Event != nil {
		v.Sure, v.Rule = i.Event.Confidence.String(), i.Rule()
		v.Steps = append(v.Steps, i.Working()...)
		for _, r := range i.Readings() {
			v.Readings = append(v.Readings, Reading{r.Value, dateIn(say, r.Value, i.Facts().Status), r.Why})
		}
	}
	return v
}

// mark is a marked place of a text.
type mark struct {
	timex.Span
	kind string
}

// place fills in the sentence, or, for an orphan, what was quoted of it.
func (v *View) place(i review.Item) {
	if i.Match.Found == review.Gone {
		q := i.Thread.Last().Quote
		v.Sentence = []Piece{{Text: q.Prefix}, {q.Exact, "head"}, {Text: q.Suffix}}
		return
	}
	text := i.Reading.Article.Text
	v.Line = i.Reading.Article.FileLine(i.Match.Span.Start)
	sentence := review.SentenceAround(text, i.Match.Span)
	marks := []mark{{i.Match.Span, "head"}}
	if e := i.Event; e != nil {
		sentence = e.Sentence
		if t := e.Timex; t >= 0 && t < len(i.Reading.Timexes) {
			when := i.Reading.Timexes[t].Span
			// Words in another sentence belong to the working, not to this mark.
			if when.Start >= sentence.Start && when.End <= sentence.End {
				marks = append(marks, mark{when, "when"})
			}
		}
	}
	v.Before, v.After = review.Context(text, sentence)
	slices.SortFunc(marks, func(a, b mark) int { return cmp.Compare(a.Start, b.Start) })
	at := sentence.Start
	for _, m := range marks {
		start := max(m.Start, at)
		if start >= m.End {
			continue
		}
		v.Sentence = append(v.Sentence, Piece{Text: text[at:start]}, Piece{text[start:m.End], m.kind})
		at = m.End
	}
	v.Sentence = append(v.Sentence, Piece{Text: text[at:max(at, sentence.End)]})
	v.Sentence = slices.DeleteFunc(v.Sentence, func(p Piece) bool { return p.Text == "" })
}

// facts fills in what is said of the event: by a person where one decided,
// else by the machine.
func (v *View) facts(i review.Item, say Speech) {
	f := i.Facts()
	_, v.Stands = i.Standing()
	v.Label, v.Date, v.DateWords, v.Status, v.Place = f.Label, f.Date.String(), say.Date(f.Date, f.Status), f.Status.String(), f.Place
	v.Precision = precision(f.Date)
	if f.Participants != nil {
		v.People = f.Participants
	}
	if e := i.Event; e != nil && e.Date != f.Date {
		v.Proposed, v.ProposedWords = e.Date.String(), say.Date(e.Date, e.Status)
	}
}

// precision says how fine a date is.
func precision(d timex.EDTF) string {
	switch p := d.From; {
	case d.IsZero():
		return "none"
	case d.Interval && (d.OpenFrom || d.OpenTo):
		return "open"
	case d.Interval:
		return "range"
	case p.Clock != "":
		return "hour"
	case p.Day > 0:
		return "day"
	case p.Month > 0:
		return "month"
	}
	return "year"
}

// Candidate is an event that another can be merged with.
type Candidate struct {
	ID        string `json:"id"`
	Label     string `json:"label"`
	DateWords string `json:"date_words"`
	Article   string `json:"article"`
}

// Near returns up to n events that an item could be the same as, the likest
// first: those that share most words with it, then those nearest in time.
func (s *Session) Near(i review.Item, n int, say Speech) []Candidate {
	s.mu.Lock()
	defer s.mu.Unlock()
	own := s.same[key(i.Reading.Article.ID, i.ID)]
	f := i.Facts()
	words := wordSet(f.Label)
	type scored struct {
		e      *timeline.Event
		shared int
		days   int
	}
	var all []scored
	for j := range s.built.Events {
		e := &s.built.Events[j]
		if e == own {
			continue
		}
		c := scored{e: e, days: apart(f.Date, e.Date)}
		for w := range wordSet(e.Label) {
			if words[w] {
				c.shared++
			}
		}
		all = append(all, c)
	}
	slices.SortStableFunc(all, func(a, b scored) int {
		return cmp.Or(cmp.Compare(b.shared, a.shared), cmp.Compare(a.days, b.days))
	})
	var near []Candidate
	for _, c := range all[:min(n, len(all))] {
		r, _ := s.built.Of(c.e.Evidence[0])
		near = append(near, Candidate{c.e.ID, c.e.Label, say.Date(c.e.Date, c.e.Status), r.Article.ID})
	}
	return near
}

// wordSet returns the words of a label that say something: names and words
// of more than three letters.
func wordSet(label string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.Fields(strings.ToLower(label)) {
		if w = strings.Trim(w, ".,;:'’\"“”"); len(w) > 3 {
			set[w] = true
		}
	}
	return set
}

// apart returns the days between two dates, a large number when they cannot
// be told.
func apart(a, b timex.EDTF) int {
	x, _, okA, _ := a.Bounds()
	y, _, okB, _ := b.Bounds()
	if !okA || !okB {
		return 1 << 30
	}
	return max(int(x-y), int(y-x))
}
