package cli

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/internal/decisions"
	"dateline/timeline"
	"dateline/timeline/review"
)

// newsroom is two articles with three events, and an empty review folder.
func newsroom(t *testing.T) (*decisions.Session, *decisions.Store) {
	t.Helper()
	store := decisions.NewStore(afero.NewMemMapFs(), "review")
	readings := []timeline.Reading{
		report(t, "one", "2021-12-05", "Nobody knew. The ministers met in Riga on Tuesday. It was late.", "met", "2021-11-30", timex.Ambiguous,
			timex.Reading{Value: "2021-12-07", Why: "the Tuesday after publication"}),
		report(t, "two", "2021-12-08", "A second round follows in Vienna on 14 December 2021.", "follows", "2021-12-14", timex.Explicit),
		report(t, "three", "2021-12-09", "The envoys had dinner in Tallinn on Sunday.", "dinner", "2021-12-05", timex.Inferred),
	}
	readings[2].Events[0].Place = "Tallinn"
	session, err := decisions.NewSession(store, readings, "ann", "2021-12-10")
	if err != nil {
		t.Fatal(err)
	}
	return session, store
}

// report is an article of one event; its sentence is the one with the head.
func report(t *testing.T, id, published, text, head, date string, sure timex.Confidence, others ...timex.Reading) timeline.Reading {
	t.Helper()
	dct, err := timex.ParseDCT(published)
	if err != nil {
		t.Fatal(err)
	}
	d, err := timex.ParseEDTF(date)
	if err != nil {
		t.Fatal(err)
	}
	at := strings.Index(text, head)
	span := timex.Span{Start: at, End: at + len(head)}
	sentence := review.SentenceAround(text, span)
	return timeline.Reading{
		Article: article.Article{ID: id, Path: "content/" + id + ".md", Title: "Report " + id, Published: dct, Text: text, BodyLine: 1},
		Events: []event.Event{{
			ID: "e-" + id, Head: span, Sentence: sentence, Quote: text[sentence.Start:sentence.End], Label: "Event of " + id,
			Date: d, Status: event.Happened, Timex: -1, Confidence: sure, Why: "the words → the date", Alternatives: others,
		}},
	}
}

// press runs a review with the given keys and returns what was decided, an
// event a line, and what was shown.
func press(t *testing.T, keys string) (decided, shown string) {
	t.Helper()
	session, store := newsroom(t)
	var out bytes.Buffer
	d := newDecider(session, review.Filter{}, session.Queue(review.Filter{}), strings.NewReader(keys), &out)
	if err := d.run(); err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	for _, id := range []string{"one", "two", "three"} {
		f, err := store.Load(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decisions {
			b.WriteString(d.ID + " " + d.Words())
			if d.Note != "" {
				b.WriteString(" (" + d.Note + ")")
			}
			b.WriteString("\n")
		}
	}
	return b.String(), out.String()
}

func TestKeysDecide(t *testing.T) {
	const up, clear = "\x1b[A", "\x15"
	for _, test := range []struct{ name, keys, want string }{
		{"accept in the order of the queue", "aaa", "e-one accepted as 30 November 2021\ne-two accepted as 14 December 2021\ne-three accepted as 5 December 2021\n"},
		{"another reading", "1q", "e-one date corrected from 30 November 2021 to 7 December 2021\n"},
		{"a reading that there is not", "4q", ""},
		{"reject for each reason", "x1x2x3", "e-one rejected: not an event\ne-two rejected: duplicate\ne-three rejected: wrong date\n"},
		{"reject and think again", "x0q", ""},
		{"edit date and place", "e" + clear + "7 December 2021\r\r\r\r" + clear + "Riga\rasked the ministry\rq",
			"e-one date corrected from 30 November 2021 to 7 December 2021; place corrected to Riga (asked the ministry)\n"},
		{"take a place out", "ae\r\r\r\r" + clear + "\rthe dinner was at sea\rq",
			"e-one accepted as 30 November 2021\ne-three place taken out (the dinner was at sea)\n"},
		{"edit nothing is accept", "e\r\r\r\r\rq", "e-one accepted as 30 November 2021\n"},
		{"edit and leave", "e" + clear + "2021\x1b", ""},
		{"edit a date that is none", "e" + clear + "soon\rq", ""},
		{"skip and note", "sncall Vienna\rq", "e-one left open\ne-three note (call Vienna)\n"},
		{"undo", "aauq", "e-one accepted as 30 November 2021\n"},
		{"undo with nothing done", "uq", ""},
		{"next, previous, arrows", "jkj" + up + "aq", "e-one accepted as 30 November 2021\n"},
		{"merge by id", "me-three\rq", "e-one the same event as e-three\n"},
		{"merge with what is not there", "me-nobody\rq", ""},
		{"split into parts", "p2021-11-30; 2021-12-01\r\r" + clear + "Second day\rq", "e-one 2 events: 30 November 2021; 1 December 2021\n"},
		{"split into one", "p2021-11-30\r\rq", ""},
		{"add what was missed", "+It was late.\r2021-11-30\rMeeting ends late\r\rq", "e-ZZZ added: Meeting ends late, 30 November 2021\n"},
		{"add words that are not there", "+It was early.\r2021-11-30\rMeeting\r\rq", ""},
		{"accept the rule's explicit dates: there are none of a rule", "Aq", ""},
		{"filter", "fstate=all confidence=explicit\raq", "e-two accepted as 14 December 2021\n"},
		{"filter by the status of the event", "fstatus=happened state=open\raaaa", "e-one accepted as 30 November 2021\ne-two accepted as 14 December 2021\ne-three accepted as 5 December 2021\n"},
		{"filter by a status that no event has", "fstatus=planned\rq", ""},
		{"filter by what is no status", "fstatus=open\rq", ""},
		{"filter that finds nothing", "farticle=four\raq", "e-one accepted as 30 November 2021\n"},
		{"sample of all", "r3 1\raaa", "e-one accepted as 30 November 2021\ne-two accepted as 14 December 2021\ne-three accepted as 5 December 2021\n"},
		{"undo after the last", "aaauq", "e-one accepted as 30 November 2021\ne-three accepted as 5 December 2021\n"},
	} {
		t.Run(test.name, func(t *testing.T) {
			got, shown := press(t, test.keys)
			if i := strings.Index(got, " added"); i > 0 {
				got = "e-ZZZ" + got[i:]
			}
			if diff := cmp.Diff(test.want, got); diff != "" {
				t.Errorf("%s\n%s", diff, shown)
			}
		})
	}
}

func TestReviewShowsTheWorking(t *testing.T) {
	_, shown := press(t, "q")
	want := `────────────────────────
1 of 3  ambiguous, unreviewed  (0 of 3 decided)
content/one.md:1, published Sunday 5 December 2021

  Nobody knew. The ministers *met* in Riga on Tuesday. It was late.

  date        30 November 2021 (2021-11-30), happened; known to the day
  event       Event of one
  because     the words
              → the date
  sure        ambiguous
  or 1        7 December 2021 (2021-12-07): the Tuesday after publication

a accept  1 other reading  e edit  x reject  s skip  m merge  p split  n note  u undo  j/k  ? help  q quit
0 of 3 events decided, 3 unreviewed, 0 stale, 0 orphans
`
	if diff := cmp.Diff(want, shown); diff != "" {
		t.Error(diff)
	}
}
