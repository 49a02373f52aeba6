package timeline

import (
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/extract/event"
)

// Each case is a small press, and what a reader must see of it.
func TestBuild(t *testing.T) {
	call := said{sentence: "Mara Arden and Jonas Holm will speak by video on Tuesday.", head: "speak", date: "2021-12-07",
		status: event.Planned, label: "Video call of Arden and Holm", who: "Mara Arden,Jonas Holm"}
	for _, test := range []struct {
		name     string
		articles func(t *testing.T) []Reading
		want     []string
	}{
		{"one call in three articles, in other words each time", func(t *testing.T) []Reading {
			return []Reading{
				reading(t, "a", "2021-12-05", call,
					said{sentence: "The talks are to last an hour, Holm said.", head: "talks", date: "2021-12-07", status: event.Planned, label: "Talks of an hour"}),
				reading(t, "b", "2021-12-06",
					said{sentence: "A conversation of Ms Arden with Jonas Holm is set for Tuesday evening.", head: "conversation", date: "2021-12-07T20",
						status: event.Planned, label: "Conversation of Arden with Holm", who: "Arden,Jonas Holm"}),
				reading(t, "c", "2021-12-08",
					said{sentence: "Arden met Holm on screen on Tuesday for two hours.", head: "met", date: "2021-12-07", label: "Arden meets Holm on screen", who: "Arden,Holm"}),
			}
		}, []string{"2021-12-07T20 happened Arden meets Holm on screen: a-0 a-1 b-0 c-0"}},
		{"bare talks of the day, and other talks", func(t *testing.T) []Reading {
			return []Reading{reading(t, "a", "2021-12-05",
				said{sentence: "Ready for talks on Tuesday amid tensions over Norvania.", head: "talks", date: "2021-12-07", status: event.Planned, label: "Talks amid Norvania tensions"},
				call,
				said{sentence: "On Tuesday, union talks in Lisbon will resume.", head: "talks", date: "2021-12-07", status: event.Planned, label: "Union talks in Lisbon", place: "Lisbon"})}
		}, []string{"2021-12-07 planned Video call of Arden and Holm: a-0 a-1", "2021-12-07 planned Union talks in Lisbon: a-2"}},
		{"the same word on the same day for different people", func(t *testing.T) []Reading {
			return []Reading{reading(t, "a", "2021-12-05",
				said{sentence: "The president pardoned Ola Berg on Friday.", head: "pardoned", date: "2021-12-03", label: "President pardons Ola Berg", who: "Ola Berg"},
				said{sentence: "She pardoned Tim Lund, too.", head: "pardoned", date: "2021-12-03", label: "President pardons Tim Lund", who: "Tim Lund"})}
		}, []string{"2021-12-03 happened President pardons Ola Berg: a-0", "2021-12-03 happened President pardons Tim Lund: a-1"}},
		{"two deaths of one day in two articles", func(t *testing.T) []Reading {
			return []Reading{
				reading(t, "a", "2021-12-05", said{sentence: "Ola Berg died in Bergen on Friday.", head: "died", date: "2021-12-03", label: "Ola Berg dies in Bergen", who: "Ola Berg"}),
				reading(t, "b", "2021-12-05", said{sentence: "Three hikers died on Friday.", head: "died", date: "2021-12-03", label: "Three hikers die"})}
		}, []string{"2021-12-03 happened Ola Berg dies in Bergen: a-0", "2021-12-03 happened Three hikers die: b-0"}},
		{"places that contradict each other", func(t *testing.T) []Reading {
			return []Reading{
				reading(t, "a", "2021-12-05", said{sentence: "A bomb exploded in Tromso.", head: "exploded", date: "2021-12-03", label: "Bomb explodes in Tromso", place: "Tromso"}),
				reading(t, "b", "2021-12-05", said{sentence: "A bomb exploded in Narvik.", head: "exploded", date: "2021-12-03", label: "Bomb explodes in Narvik", place: "Narvik"})}
		}, []string{"2021-12-03 happened Bomb explodes in Tromso: a-0", "2021-12-03 happened Bomb explodes in Narvik: b-0"}},
		{"a city and its country", func(t *testing.T) []Reading {
			return []Reading{
				reading(t, "a", "2021-12-05", said{sentence: "Ola Berg was killed in Baghdad.", head: "killed", date: "2021-12-03", label: "Ola Berg killed in Baghdad", who: "Ola Berg", place: "Baghdad"}),
				reading(t, "b", "2021-12-05", said{sentence: "The killing of Ola Berg in Iraq shocked many.", head: "killing", date: "2021-12-03", label: "Killing of Ola Berg", who: "Ola Berg", place: "Iraq"})}
		}, []string{"2021-12-03 happened Ola Berg killed in Baghdad: a-0 b-0"}},
		{"the second round is not the first", func(t *testing.T) []Reading {
			return []Reading{reading(t, "a", "2021-12-05",
				said{sentence: "The first round of the vote in Norvania was held.", head: "vote", date: "2021-12", label: "First round of the vote in Norvania", place: "Norvania"},
				said{sentence: "The second round of the vote in Norvania was held.", head: "vote", date: "2021-12", label: "Second round of the vote in Norvania", place: "Norvania"})}
		}, []string{"2021-12 happened First round of the vote in Norvania: a-0", "2021-12 happened Second round of the vote in Norvania: a-1"}},
		{"a month with the one day in it that fits", func(t *testing.T) []Reading {
			return []Reading{
				reading(t, "a", "2021-12-05", said{sentence: "Arden and Holm met in Geneva in June.", head: "met", date: "2021-06", label: "Arden and Holm meet in Geneva", who: "Arden,Holm", place: "Geneva"}),
				reading(t, "b", "2021-06-17", said{sentence: "Arden met Holm at a summit in Geneva on Wednesday.", head: "summit", date: "2021-06-16", label: "Geneva summit of Arden and Holm", who: "Arden,Holm", place: "Geneva"})}
		}, []string{"2021-06-16 happened Arden and Holm meet in Geneva: b-0 a-0"}},
		{"a month with two days in it that fit", func(t *testing.T) []Reading {
			summit := func(day string) said {
				return said{sentence: "Arden met Holm in Geneva.", head: "met", date: day, label: "Arden meets Holm in Geneva", who: "Arden,Holm", place: "Geneva"}
			}
			return []Reading{reading(t, "a", "2021-12-05", summit("2021-06")), reading(t, "b", "2021-06-17", summit("2021-06-16")), reading(t, "c", "2021-06-25", summit("2021-06-24"))}
		}, []string{"2021-06 happened Arden meets Holm in Geneva: a-0", "2021-06-16 happened Arden meets Holm in Geneva: b-0", "2021-06-24 happened Arden meets Holm in Geneva: c-0"}},
		{"two statements of one speaker on one day", func(t *testing.T) []Reading {
			says := func(sentence, label string) said {
				return said{sentence: sentence, head: "said", date: "2021-12-03", status: event.Statement, label: label, who: "Ola Berg"}
			}
			return []Reading{
				reading(t, "a", "2021-12-05", says("Ola Berg said on Friday the harbor would close.", "Ola Berg: harbor will close"), says("Berg said he had no regrets.", "Ola Berg: no regrets")),
				reading(t, "b", "2021-12-05", says("The harbor would close, Ola Berg said on Friday.", "Ola Berg: harbor to close"))}
		}, []string{"2021-12-03 statement Ola Berg: harbor to close: a-0 b-0", "2021-12-03 statement Ola Berg: no regrets: a-1"}},
		{"a statement is not what it speaks of", func(t *testing.T) []Reading {
			return []Reading{reading(t, "a", "2021-12-05",
				said{sentence: "Ola Berg resigned on Friday.", head: "resigned", date: "2021-12-03", label: "Ola Berg resigns", who: "Ola Berg"},
				said{sentence: "Ola Berg announced his resignation.", head: "resignation", date: "2021-12-03", status: event.Statement, label: "Ola Berg announces resignation", who: "Ola Berg"})}
		}, []string{"2021-12-03 happened Ola Berg resigns: a-0", "2021-12-03 statement Ola Berg announces resignation: a-1"}},
		{"undated mentions stay apart", func(t *testing.T) []Reading {
			fall := said{sentence: "The wall fell.", head: "fell", label: "The wall falls"}
			return []Reading{reading(t, "a", "2021-12-05", fall), reading(t, "b", "2021-12-06", fall)}
		}, []string{" happened The wall falls: a-0", " happened The wall falls: b-0"}},
	} {
		t.Run(test.name, func(t *testing.T) {
			if diff := cmp.Diff(test.want, lines(Build(test.articles(t)))); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestBuildSaysWhy(t *testing.T) {
	tl := Build(sample(t))
	want := []string{`“Report b” (“met”) speaks of the event of “Report a” (“meet”): the same date; the same word; both name Arden and Holm; much the same summary.`}
	if diff := cmp.Diff(want, tl.Events[0].Why); diff != "" {
		t.Error(diff)
	}
}

func TestBuildKeepsConflictingDatesSideBySide(t *testing.T) {
	readings := []Reading{
		reading(t, "a", "2021-12-05",
			said{sentence: "Mara Arden and Jonas Holm will hold talks by video on Tuesday.", head: "talks", date: "2021-12-07", status: event.Planned, label: "Video talks of Arden and Holm", who: "Mara Arden,Jonas Holm"},
			said{sentence: "The talks will begin in the evening.", head: "talks", date: "2021-12-07", status: event.Planned, label: "Talks in the evening"},
			said{sentence: "Arden and Holm were to hold video calls from Friday.", head: "calls", date: "2021-12-03/..", status: event.Planned, label: "Video calls of Arden and Holm", who: "Arden,Holm"}),
	}
	tl := Build(readings)
	if len(tl.Events) != 1 || !tl.Events[0].Conflict() {
		t.Fatalf("got %v, want one event with a conflict", lines(tl))
	}
	e := tl.Events[0]
	if diff := cmp.Diff([]string{"2021-12-07 [0 1]", "2021-12-03/.. [2]"}, claimLines(e)); diff != "" {
		t.Error(diff)
	}
	if why := strings.Join(e.Why, " "); !strings.Contains(why, "the dates differ (7 December 2021; since 3 December 2021), but all else agrees: both are shown") {
		t.Errorf("why: %s", why)
	}
	// What happens only once to somebody is one event, a few days apart.
	tl = Build([]Reading{
		reading(t, "a", "2021-12-06", said{sentence: "Ola Berg died in Bergen on Friday.", head: "died", date: "2021-12-03", label: "Ola Berg dies in Bergen", who: "Ola Berg", place: "Bergen"}),
		reading(t, "b", "2021-12-07", said{sentence: "The death of Ola Berg in Bergen on Saturday saddened many.", head: "death", date: "2021-12-04", label: "Death of Ola Berg in Bergen", who: "Ola Berg", place: "Bergen"}),
		reading(t, "c", "2021-12-08", said{sentence: "Ola Berg died in Bergen on Saturday.", head: "died", date: "2021-12-04", label: "Ola Berg dies in Bergen", who: "Ola Berg", place: "Bergen"}),
	})
	if len(tl.Events) != 1 {
		t.Fatalf("got %v, want one event", lines(tl))
	}
	if diff := cmp.Diff([]string{"2021-12-04 [1 2]", "2021-12-03 [0]"}, claimLines(tl.Events[0])); diff != "" {
		t.Error(diff)
	}
	// What can happen again is not.
	again := func(day string) said {
		return said{sentence: "Police searched the house of Ola Berg.", head: "searched", date: day, label: "Police search house of Ola Berg", who: "Ola Berg"}
	}
	if tl = Build([]Reading{reading(t, "a", "2021-12-06", again("2021-12-03")), reading(t, "b", "2021-12-10", again("2021-12-09"))}); len(tl.Events) != 2 {
		t.Errorf("got %v, want two searches", lines(tl))
	}
}

func claimLines(e Event) []string {
	var out []string
	for _, c := range e.Claims {
		out = append(out, fmt.Sprint(c.Date, " ", c.Evidence))
	}
	return out
}

func TestBuildKeepsTheHistoryOfAStatus(t *testing.T) {
	mention := func(status event.Status) said {
		return said{sentence: "The summit of Arden and Holm on 7 December.", head: "summit", date: "2021-12-07", status: status, label: "Summit of Arden and Holm", who: "Arden,Holm"}
	}
	for _, test := range []struct {
		name       string
		said       []event.Status
		days       []string
		want       string
		wasPlanned bool
	}{
		{"planned, then held", []event.Status{event.Planned, event.Happened}, []string{"2021-12-01", "2021-12-08"}, "planned happened", false},
		{"planned, then called off", []event.Status{event.Planned, event.Negated}, []string{"2021-12-01", "2021-12-06"}, "planned negated", false},
		{"possible, planned, held, and still called planned", []event.Status{event.Possible, event.Planned, event.Happened, event.Planned},
			[]string{"2021-12-01", "2021-12-02", "2021-12-08", "2021-12-09"}, "possible planned happened", false},
		{"planned, and never heard of again", []event.Status{event.Planned, event.Planned}, []string{"2021-12-01", "2021-12-02"}, "planned", true},
	} {
		t.Run(test.name, func(t *testing.T) {
			var readings []Reading
			for i, s := range test.said {
				readings = append(readings, reading(t, string(rune('a'+i)), test.days[i], mention(s)))
			}
			readings = append(readings, reading(t, "z", "2021-12-31", said{sentence: "A ferry sank.", head: "sank", date: "2021-12-30", label: "Ferry sinks"}))
			e := Build(readings).Events[0]
			var got []string
			for _, c := range e.History {
				got = append(got, c.Status.String())
			}
			if strings.Join(got, " ") != test.want || e.Status != e.History[len(e.History)-1].Status || e.WasPlanned != test.wasPlanned {
				t.Errorf("history %v, status %s, was planned %v; want %s, %v", got, e.Status, e.WasPlanned, test.want, test.wasPlanned)
			}
		})
	}
}
