package timeline

import (
	"fmt"
	"math/rand/v2"
	"runtime"
	"runtime/debug"
	"strings"
	"testing"
	"time"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/timex"
)

// A synthetic press: stories of invented people and places, told by several
// articles each, some of them planned in one article and over in the next,
// some dated to the month only, and one article in twenty copied.

type story struct {
	kind   [3]string // past verb, noun, label verb
	people [2]string
	place  string
	day    timex.Day
}

var storyKinds = [][3]string{
	{"met", "meeting", "meets"}, {"attacked", "attack", "attacks"}, {"visited", "visit", "visits"},
	{"sued", "lawsuit", "sues"}, {"endorsed", "endorsement", "endorses"}, {"defeated", "victory", "defeats"},
	{"arrested", "arrest", "arrests"}, {"appointed", "appointment", "appoints"},
}

var syllables = strings.Fields("ar bel cor dan el fir gar hol in jor kal lom mar nor ol per quin ros sal tor ul ver wen xan yor zel")

// coin makes up a name of n syllables.
func coin(r *rand.Rand, n int) string {
	var b strings.Builder
	for range n {
		b.WriteString(syllables[r.IntN(len(syllables))])
	}
	s := b.String()
	return strings.ToUpper(s[:1]) + s[1:]
}

// generate returns n articles of a seeded press, and for each mention the
// story that it tells.
func generate(seed uint64, n int) ([]Reading, grouping) {
	r := rand.New(rand.NewPCG(seed, 1))
	start, _ := timex.DayOf(2001, 1, 1)
	places := make([]string, 100)
	for i := range places {
		places[i] = coin(r, 3)
	}
	people := make([]string, 100+n/8) // few enough to be in the news more than once
	for i := range people {
		people[i] = coin(r, 2) + " " + coin(r, 3)
	}
	stories := make([]story, n)
	for i := range stories {
		stories[i] = story{
			kind:   storyKinds[r.IntN(len(storyKinds))],
			people: [2]string{people[r.IntN(len(people))], people[r.IntN(len(people))]},
			place:  places[r.IntN(len(places))],
			day:    start + timex.Day(i*7000/n), // in time, so that neighbors share their news
		}
	}
	truth := grouping{}
	readings := make([]Reading, 0, n)
	for i := range n {
		if i > 0 && r.IntN(20) == 0 {
			of := readings[r.IntN(i)]
			of.Article.ID = fmt.Sprintf("a%06d", i)
			of.Article.Published.Day++
			of.Events = append([]event.Event(nil), of.Events...)
			for j := range of.Events {
				e := &of.Events[j]
				e.ID = fmt.Sprintf("a%06d-%d", i, j)
				truth[e.ID] = truth[readings[0].Events[0].ID]
			}
			readings = append(readings, of)
			continue
		}
		var text strings.Builder
		a := Reading{Article: article.Article{ID: fmt.Sprintf("a%06d", i), Title: coin(r, 4), Lang: "en"}}
		a.Article.Published = timex.DCT{Day: stories[i].day + timex.Day(r.IntN(6)-2), Known: true}
		for j := range 6 {
			// Most mentions are of the stories around the article's own.
			at := min(n-1, max(0, i+r.IntN(5)-2))
			s := stories[at]
			a.Events = append(a.Events, tellStory(r, &text, s, a.Article.Published.Day))
			e := &a.Events[j]
			e.ID = fmt.Sprintf("a%06d-%d", i, j)
			truth[e.ID] = fmt.Sprint(at)
		}
		for range 60 {
			text.WriteString(coin(r, 2) + " " + coin(r, 1) + " ")
		}
		a.Article.Text = text.String()
		readings = append(readings, a)
	}
	return readings, truth
}

// tellStory writes a sentence about s and returns the mention in it.
func tellStory(r *rand.Rand, text *strings.Builder, s story, published timex.Day) event.Event {
	a, b := s.people[0], s.people[1]
	_, shortA, _ := strings.Cut(a, " ")
	_, shortB, _ := strings.Cut(b, " ")
	e := event.Event{Date: timex.DayEDTF(s.day), Status: event.Happened, Place: s.place, Timex: -1, Confidence: timex.Inferred}
	if s.day > published {
		e.Status = event.Planned
	}
	if r.IntN(8) == 0 {
		e.Date.From.Day = 0
	}
	head := s.kind[0]
	var sentence string
	switch r.IntN(3) {
	case 0:
		sentence = fmt.Sprintf("In %s %s %s %s, officials there said.", s.place, a, head, b)
		e.Label = fmt.Sprintf("%s %s %s in %s", shortA, s.kind[2], shortB, s.place)
		e.Participants = []string{a, b}
	case 1:
		head = s.kind[1]
		sentence = fmt.Sprintf("The %s of %s and %s in %s was the talk of the day.", head, shortA, shortB, s.place)
		e.Label = fmt.Sprintf("%s %s of %s and %s", s.place, head, shortA, shortB)
		e.Participants = []string{shortA, shortB}
	default:
		sentence = fmt.Sprintf("%s %s %s.", shortA, head, shortB)
		e.Label = fmt.Sprintf("%s %s %s", a, s.kind[2], b)
		e.Participants = []string{a, b}
		e.Place = ""
	}
	start := text.Len()
	at := start + strings.Index(sentence, " "+head) + 1
	e.Head = timex.Span{Start: at, End: at + len(head)}
	e.Sentence = timex.Span{Start: start, End: start + len(sentence)}
	e.Quote = sentence
	text.WriteString(sentence)
	text.WriteString("\n")
	return e
}

func TestBuildOfSyntheticPress(t *testing.T) {
	readings, truth := generate(7, 2000)
	got := grouped(Build(readings))
	for id := range truth {
		if _, ok := got[id]; !ok {
			delete(truth, id) // of a copy
		}
	}
	b3, pairs := measure(truth, got)
	t.Logf("B³ %v, pairs %v", b3, pairs)
	if b3.p < 0.99 || b3.r < 0.90 {
		t.Errorf("B³ %v, want a precision of 99 and a recall of 90", b3)
	}
}

// BenchmarkBuild measures the making of a timeline. The goal is 100,000
// articles in 60 s and 1.5 GB on two cores, the articles themselves included:
//
//	go test ./timeline -run - -bench Build/100000 -benchtime 1x -cpu 2
func BenchmarkBuild(b *testing.B) {
	const limit = 1500 << 20 // bytes
	for _, n := range []int{1000, 10_000, 100_000} {
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			if n == 100_000 && testing.Short() {
				b.Skip("takes half a minute")
			}
			defer debug.SetMemoryLimit(debug.SetMemoryLimit(limit / 10 * 9))
			readings, _ := generate(1, n)
			b.ReportAllocs()
			for b.Loop() {
				Build(readings)
			}
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			b.ReportMetric(float64(m.Sys-m.HeapReleased)/(1<<20), "MB-held")
			if m.Sys-m.HeapReleased > limit {
				b.Errorf("holds %d MB, want at most %d", (m.Sys-m.HeapReleased)>>20, limit>>20)
			}
			if per := b.Elapsed() / time.Duration(b.N); per > time.Minute {
				b.Errorf("took %v, want at most a minute", per)
			}
		})
	}
}
