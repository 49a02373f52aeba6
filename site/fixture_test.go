package site

import (
	"fmt"
	"regexp"
	"strings"
	"testing"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/resolve"
	"dateline/extract/timex"
	"dateline/timeline"
)

// story builds a timeline by hand, so that these tests do not change when the
// extraction gets better.
type story struct {
	t  *testing.T
	tl *timeline.Timeline
}

func newStory(t *testing.T) *story { return &story{t, &timeline.Timeline{}} }

var markup = regexp.MustCompile(`\*\*|\*|\[|\]\([^)]*\)`)

// article adds an article whose body is Markdown with emphasis and links only.
func (s *story) article(id, title, published, body string) *timeline.Reading {
	s.t.Helper()
	dct, err := timex.ParseDCT(published)
	if err != nil {
		s.t.Fatal(err)
	}
	a := article.Article{ID: id, Title: title, Published: dct, Lang: "en", Publisher: "Harbor Wire",
		Sample: true, FullText: true, Body: []byte(body)}
	at := 0
	add := func(end int) {
		if at < end {
			a.Runs = append(a.Runs, article.Run{Text: len(a.Text), Source: at, Len: end - at})
			a.Text += body[at:end]
		}
	}
	for _, m := range markup.FindAllStringIndex(body, -1) {
		add(m[0])
		at = m[1]
	}
	add(len(body))
	s.tl.Articles = append(s.tl.Articles, timeline.Reading{Article: a})
	return &s.tl.Articles[len(s.tl.Articles)-1]
}

// mention is one event in one article: the words that date it and its head
// are looked up in the text.
type mention struct {
	article     int
	sentence    string
	when, head  string // words of the sentence; when "" for none
	value, date string
	status      event.Status
	confidence  timex.Confidence
}

// event adds an event with its mentions; the label and the date are those of
// the first.
func (s *story) event(label, who, where string, mentions ...mention) *timeline.Event {
	s.t.Helper()
	e := timeline.Event{ID: fmt.Sprintf("e-%03d", len(s.tl.Events)+1), Label: label, Place: where}
	if who != "" {
		e.Participants = strings.Split(who, ", ")
	}
	for i, m := range mentions {
		r := &s.tl.Articles[m.article]
		find := func(words string, within timex.Span) timex.Span {
			k := strings.Index(r.Article.Text[within.Start:within.End], words)
			if k < 0 {
				s.t.Fatalf("article %s does not say %q", r.Article.ID, words)
			}
			return timex.Span{Start: within.Start + k, End: within.Start + k + len(words)}
		}
		date, err := timex.ParseEDTF(m.date)
		if err != nil {
			s.t.Fatal(err)
		}
		sentence := find(m.sentence, timex.Span{End: len(r.Article.Text)})
		ev := event.Event{ID: fmt.Sprintf("%s-%d", e.ID, i), Head: find(m.head, sentence), Date: date, Status: m.status, Label: label,
			Timex: -1, Sentence: sentence, Quote: m.sentence, Confidence: m.confidence,
			Why: "“" + m.head + "” carries the event, and the date stands beside it"}
		if m.when != "" {
			v, err := timex.ParseEDTF(m.value)
			if err != nil {
				s.t.Fatal(err)
			}
			ev.Timex = len(r.Timexes)
			r.Timexes = append(r.Timexes, resolve.Timex{Span: find(m.when, sentence), Type: timex.Date,
				Value: timex.PointValue(v.From), Anchor: resolve.DCTAnchor, Rule: "weekday-future", Confidence: m.confidence})
		}
		e.Evidence = append(e.Evidence, timeline.Evidence{Article: m.article, Mention: len(r.Events)})
		r.Events = append(r.Events, ev)
		if i == 0 {
			e.Date, e.Status, e.Confidence = date, m.status, m.confidence
		}
		known := false
		for k := range e.Claims {
			if e.Claims[k].Date == date {
				known = true
				e.Claims[k].Evidence = append(e.Claims[k].Evidence, i)
			}
		}
		if !known {
			e.Claims = append(e.Claims, timeline.Claim{Date: date, Evidence: []int{i}})
		}
		if len(e.History) == 0 || e.History[len(e.History)-1].Status != m.status {
			e.History = append(e.History, timeline.Change{Article: m.article, Status: m.status})
		}
	}
	s.tl.Events = append(s.tl.Events, e)
	return &s.tl.Events[len(s.tl.Events)-1]
}

// harbor is a small timeline with one of everything: all precisions, all
// statuses, a disputed date, marks across emphasis and links, and text that
// must be escaped.
func harbor(t *testing.T) *timeline.Timeline {
	s := newStory(t)
	s.article("bridge-vote", "Council to vote on the harbor bridge", "2024-03-10T08:30:00+01:00",
		`The council has argued for a year. It will **vote on** [the *harbor* bridge next **Tuesday**](https://example.org/agenda), the mayor's office said. A long evening is expected.

The old bridge was closed in June. Ferries have run since 2019, and the port authority built the first pier in about 1931.

Opponents <b>of the plan</b> & their lawyers could go to court next month.`)
	s.article("bridge-result", "Harbor bridge: the vote that slipped", "2024-03-14",
		`The council voted on the bridge on Wednesday. "We had no quorum on Tuesday," the clerk, Ana Ruiz, said on Thursday.

A debate on tolls that was set for 12 March did not take place. Repairs ran from 4 to 8 March.`)
	s.event("Port authority builds the first pier", "", "", mention{0, "Ferries have run since 2019, and the port authority built the first pier in about 1931.", "about 1931", "built", "1931", "1931~", event.Happened, timex.Explicit})
	s.event("Ferries cross the harbor", "", "", mention{0, "Ferries have run since 2019, and the port authority built the first pier in about 1931.", "2019", "run", "2019", "2019/..", event.Ongoing, timex.Explicit})
	s.event("Old harbor bridge closed", "", "Harbor", mention{0, "The old bridge was closed in June.", "June", "closed", "2023-06", "2023-06", event.Happened, timex.Inferred})
	s.event("Repairs of the harbor bridge", "", "", mention{1, "Repairs ran from 4 to 8 March.", "8 March", "ran", "2024-03-08", "2024-03-04/2024-03-08", event.Happened, timex.Explicit})
	s.tl.Articles[0].Article.Tags = []string{"Bridges"}
	s.tl.Articles[1].Article.FullText = false
	e := s.event("Council votes on the harbor bridge", "City council", "Town hall",
		mention{0, "It will vote on the harbor bridge next Tuesday, the mayor's office said.", "next Tuesday", "vote", "2024-03-12", "2024-03-12", event.Planned, timex.Inferred},
		mention{1, "The council voted on the bridge on Wednesday.", "Wednesday", "voted", "2024-03-13", "2024-03-13", event.Happened, timex.Inferred})
	e.WasPlanned = true
	e.Why = []string{"same council, same bridge, one day apart"}
	s.event("Debate on tolls", "", "", mention{1, "A debate on tolls that was set for 12 March did not take place.", "12 March", "debate", "2024-03-12", "2024-03-12", event.Negated, timex.Explicit})
	s.event("Clerk Ana Ruiz on the missing quorum", "Ana Ruiz", "", mention{1, `"We had no quorum on Tuesday," the clerk, Ana Ruiz, said on Thursday.`, "Thursday", "said", "2024-03-14", "2024-03-14", event.Statement, timex.Ambiguous})
	s.event("Opponents <b>may</b> go to court & appeal", "", "", mention{0, "Opponents <b>of the plan</b> & their lawyers could go to court next month.", "next month", "go to court", "2024-04", "2024-04", event.Possible, timex.Guess})
	s.undated("Lawsuit of the ferrymen", mention{1, "A debate on tolls that was set for 12 March did not take place.", "", "tolls", "", "", event.Possible, timex.Guess})
	fixed := timeline.Verdict{Article: "bridge-result", Event: "e-007", Action: "fix", Label: "Clerk Ana Ruiz on the missing quorum", From: "2024-03-07", To: "2024-03-14",
		Words: "date corrected from 7 March 2024 to 14 March 2024", Note: "she spoke the day after the vote", By: "rk", On: "2024-03-20"}
	gone := timeline.Verdict{Article: "bridge-result", Event: "e-900", Action: "reject", Label: "Bridge falls down", From: "2024-03-13",
		Words: "rejected: not an event", By: "rk", On: "2024-03-21"}
	s.tl.Articles[1].Verdicts = []timeline.Verdict{fixed, gone}
	s.tl.Articles[1].Withdrawn = []timeline.Verdict{gone}
	s.tl.Events[6].Review = timeline.Review{State: timeline.Fixed, By: "rk", On: "2024-03-20", Note: fixed.Note, Verdicts: []timeline.Verdict{fixed}}
	return s.tl
}

// undated moves an event without a date off the timeline.
func (s *story) undated(label string, m mention) {
	s.t.Helper()
	m.date = "2000" // not read: there is no such date
	e := *s.event(label, "", "", m)
	ev := &s.tl.Articles[m.article].Events[e.Evidence[0].Mention]
	e.Date, ev.Date, e.Claims = timex.EDTF{}, timex.EDTF{}, nil
	s.tl.Events = s.tl.Events[:len(s.tl.Events)-1]
	s.tl.Undated = append(s.tl.Undated, e)
}
