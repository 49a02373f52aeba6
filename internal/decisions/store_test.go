package decisions

import (
	"errors"
	"fmt"
	"path"
	"strings"
	"sync"
	"testing"

	"github.com/spf13/afero"
	"pgregory.net/rapid"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/timex"
	"dateline/timeline"
	"dateline/timeline/review"
)

// talks is an article of n sentences with an event in each.
func talks(t rapid.TB, id string, n int) timeline.Reading {
	published, err := timex.ParseDCT("2021-12-05")
	if err != nil {
		t.Fatal(err)
	}
	r := timeline.Reading{Article: article.Article{ID: id, Title: "Talks", Published: published}}
	var text strings.Builder
	for i := range n {
		start := text.Len()
		fmt.Fprintf(&text, "Delegation %d met the hosts in room %d on day %d.", i, i, i)
		head := start + strings.Index(text.String()[start:], "met")
		date, _ := timex.DayOf(2021, 12, 1+i)
		r.Events = append(r.Events, event.Event{
			ID: fmt.Sprintf("e-%s-%d", id, i), Head: timex.Span{Start: head, End: head + 3}, Sentence: timex.Span{Start: start, End: text.Len()},
			Label: fmt.Sprintf("Delegation %d meets the hosts", i), Date: timex.DayEDTF(date), Status: event.Happened,
			Timex: -1, Confidence: timex.Inferred, Quote: text.String()[start:],
			Alternatives: []timex.Reading{{Value: "2021-11-30", Why: "the week before"}},
		})
		text.WriteString(" ")
	}
	r.Article.Text = text.String()
	return r
}

// onEveryFs runs a test on memory and on disk.
func onEveryFs(t *testing.T, test func(t *testing.T, fsys afero.Fs)) {
	t.Run("memory", func(t *testing.T) { test(t, afero.NewMemMapFs()) })
	t.Run("disk", func(t *testing.T) { test(t, afero.NewBasePathFs(afero.NewOsFs(), t.TempDir())) })
}

func session(t rapid.TB, fsys afero.Fs, by string, readings ...timeline.Reading) *Session {
	s, err := NewSession(NewStore(fsys, "review"), readings, by, "2021-12-06")
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func decide(t rapid.TB, s *Session, r timeline.Reading, n int, a Answer) (Outcome, error) {
	item, err := s.Item(r.Article.ID, r.Events[n].ID)
	if err != nil {
		t.Fatal(err)
	}
	return s.Decide("one", r.Article.ID, item.ID, item.Thread.Version(), a)
}

func TestSessionWritesAndUndoes(t *testing.T) {
	onEveryFs(t, func(t *testing.T, fsys afero.Fs) {
		r := talks(t, "a", 3)
		s := session(t, fsys, "ann", r)
		if _, err := decide(t, s, r, 1, Answer{Action: review.Accept}); err != nil {
			t.Fatal(err)
		}
		before, err := afero.ReadFile(fsys, path.Join("review", "a.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if _, err := decide(t, s, r, 0, Answer{Action: review.Accept, Reading: 1}); err != nil {
			t.Fatal(err)
		}
		item, _ := s.Item("a", "e-a-0")
		if d, _ := item.Standing(); d.Action != review.Fix || d.Date.String() != "2021-11-30" {
			t.Errorf("reading 1 is %s %s", d.Action, d.Date)
		}
		if _, ok, err := s.Undo("two"); ok || err != nil {
			t.Errorf("another client undoes: %v %v", ok, err)
		}
		if _, ok, err := s.Undo("one"); !ok || err != nil {
			t.Fatalf("undo: %v %v", ok, err)
		}
		after, err := afero.ReadFile(fsys, path.Join("review", "a.yaml"))
		if err != nil {
			t.Fatal(err)
		}
		if string(before) != string(after) {
			t.Errorf("undo leaves\n%s\nwant\n%s", after, before)
		}
		if _, ok, err := s.Undo("one"); !ok || err != nil {
			t.Fatalf("undo: %v %v", ok, err)
		}
		left, err := afero.ReadDir(fsys, "review")
		if err != nil || len(left) != 0 {
			t.Errorf("left in the folder: %v %v", left, err)
		}
	})
}

func TestDecidingOnWhatSomebodyElseDecidedIsRefused(t *testing.T) {
	onEveryFs(t, func(t *testing.T, fsys afero.Fs) {
		r := talks(t, "a", 2)
		ann, ben := session(t, fsys, "ann", r), session(t, fsys, "ben", r)
		seen, _ := ben.Item("a", "e-a-0")
		if _, err := decide(t, ann, r, 0, Answer{Action: review.Reject, Reason: "duplicate"}); err != nil {
			t.Fatal(err)
		}
		_, err := ben.Decide("", "a", seen.ID, seen.Thread.Version(), Answer{Action: review.Accept})
		var conflict *ConflictError
		if !errors.As(err, &conflict) || conflict.Other.By != "ann" {
			t.Fatalf("error %v, want a conflict with ann", err)
		}
		for _, want := range []string{"review/a.yaml was changed", "ann", "reject", "duplicate"} {
			if !strings.Contains(err.Error(), want) {
				t.Errorf("%q is not in: %v", want, err)
			}
		}
		// Having seen it, ben may decide otherwise; both records stay.
		if _, err := decide(t, ben, r, 0, Answer{Action: review.Accept}); err != nil {
			t.Fatal(err)
		}
		f, err := NewStore(fsys, "review").Load("a")
		if err != nil || len(f.Decisions) != 2 {
			t.Fatalf("%d records, %v", len(f.Decisions), err)
		}
	})
}

func TestAnotherHandInTheFileIsNoticedAndKept(t *testing.T) {
	fsys := afero.NewMemMapFs()
	r := talks(t, "a", 2)
	ann, ben := session(t, fsys, "ann", r), session(t, fsys, "ben", r)
	if out, err := decide(t, ann, r, 0, Answer{Action: review.Accept}); err != nil || out.Notice != "" {
		t.Fatalf("%q %v", out.Notice, err)
	}
	out, err := decide(t, ben, r, 1, Answer{Action: review.Accept})
	if err != nil || !strings.Contains(out.Notice, "review/a.yaml was changed by somebody else") {
		t.Errorf("notice %q, error %v", out.Notice, err)
	}
	broken := "article: a\ndecisions: [\n"
	if err := afero.WriteFile(fsys, "review/a.yaml", []byte(broken), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := decide(t, ann, r, 1, Answer{Action: review.Accept}); err == nil || !strings.Contains(err.Error(), "review/a.yaml:") {
		t.Errorf("error %v, want the line that cannot be read", err)
	}
	if got, _ := afero.ReadFile(fsys, "review/a.yaml"); string(got) != broken {
		t.Errorf("a file that cannot be read was written over: %s", got)
	}
}

func TestConcurrentReviewersLoseNothing(t *testing.T) {
	onEveryFs(t, func(t *testing.T, fsys afero.Fs) {
		const reviewers, events = 4, 12
		r := talks(t, "a", events)
		shared := NewStore(fsys, "review")
		var wait sync.WaitGroup
		var mu sync.Mutex
		written := map[string]int{}
		for n := range reviewers {
			store := shared
			if _, disk := fsys.(*afero.BasePathFs); disk {
				store = NewStore(fsys, "review") // as another process would have
			}
			s, err := NewSession(store, []timeline.Reading{r}, fmt.Sprintf("reviewer %d", n), "2021-12-06")
			if err != nil {
				t.Fatal(err)
			}
			wait.Go(func() {
				for i := range events {
					item, err := s.Item("a", r.Events[(i*(n+1))%events].ID)
					if err != nil {
						t.Error(err)
						return
					}
					_, err = s.Decide("", "a", item.ID, item.Thread.Version(), Answer{Action: review.Accept})
					var conflict *ConflictError
					switch {
					case err == nil:
						mu.Lock()
						written[item.ID]++
						mu.Unlock()
					case !errors.As(err, &conflict):
						t.Error(err)
					}
				}
			})
		}
		wait.Wait()
		f, err := NewStore(fsys, "review").Load("a")
		if err != nil {
			t.Fatal(err)
		}
		for _, e := range r.Events {
			if got := len(f.Thread(e.ID).Decisions); got != written[e.ID] {
				t.Errorf("%s: %d records in the file, %d were written", e.ID, got, written[e.ID])
			}
		}
	})
}

// TestTwoSessionsInAnyOrderLoseNothing lets two reviewers act in any order,
// each on what it has last seen.
func TestTwoSessionsInAnyOrderLoseNothing(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		fsys := afero.NewMemMapFs()
		r := talks(t, "a", 4)
		sessions := []*Session{session(t, fsys, "ann", r), session(t, fsys, "ben", r)}
		seen := []map[string]string{{}, {}}
		records := 0
		for range rapid.IntRange(1, 12).Draw(t, "steps") {
			who := rapid.IntRange(0, 1).Draw(t, "who")
			id := r.Events[rapid.IntRange(0, 3).Draw(t, "event")].ID
			if rapid.Bool().Draw(t, "look") {
				item, err := sessions[who].Item("a", id)
				if err != nil {
					t.Fatal(err)
				}
				seen[who][id] = item.Thread.Version()
				continue
			}
			f, err := NewStore(fsys, "review").Load("a")
			if err != nil {
				t.Fatal(err)
			}
			fresh := f.Thread(id).Version() == seen[who][id]
			_, err = sessions[who].Decide("", "a", id, seen[who][id], Answer{Action: review.Accept})
			if (err == nil) != fresh {
				t.Fatalf("decided on what was seen: %v; error %v", fresh, err)
			}
			if err == nil {
				records++
			}
		}
		f, err := NewStore(fsys, "review").Load("a")
		if err != nil || len(f.Decisions) != records {
			t.Errorf("%d records, want %d; %v", len(f.Decisions), records, err)
		}
	})
}

func TestStoreRefusesWhatIsNoFileName(t *testing.T) {
	r := talks(t, "../../etc/a", 1)
	s := session(t, afero.NewMemMapFs(), "ann", r)
	if _, err := decide(t, s, r, 0, Answer{Action: review.Accept}); err == nil || !strings.Contains(err.Error(), "cannot name a review file") {
		t.Errorf("error %v", err)
	}
}

func TestStrays(t *testing.T) {
	fsys := afero.NewMemMapFs()
	store := NewStore(fsys, "review")
	if got, err := store.Strays(nil); len(got) != 0 || err != nil {
		t.Errorf("no folder: %v %v", got, err)
	}
	for _, name := range []string{"a.yaml", "gone.yaml", ".a.lock", "notes.txt"} {
		if err := afero.WriteFile(fsys, "review/"+name, []byte("article: x\n"), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := store.Strays([]string{"a"})
	if err != nil || len(got) != 1 || got[0] != "review/gone.yaml" {
		t.Errorf("%v %v", got, err)
	}
}

func TestASecondThoughtKeepsTheFirst(t *testing.T) {
	r := talks(t, "a", 2)
	s := session(t, afero.NewMemMapFs(), "ann", r)
	date, err := ParseDate("7 December 2021")
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range []Answer{
		{Action: review.Fix, Facts: review.Facts{Label: "Talks begin"}},
		{Action: review.Fix, Facts: review.Facts{Date: date}},
		{Action: review.Merge, Into: "e-a-1"},
		{Action: review.Accept},
	} {
		if _, err := decide(t, s, r, 0, a); err != nil {
			t.Fatal(err)
		}
	}
	item, _ := s.Item("a", "e-a-0")
	d, _ := item.Standing()
	if f := item.Facts(); d.Action != review.Merge || d.Into != "e-a-1" || f.Label != "Talks begin" || f.Date != date {
		t.Errorf("%s into %s: %+v", d.Action, d.Into, f)
	}
	// A correction that the machine contradicts is shown beside what it says.
	if got := item.Readings(); len(got) == 0 || got[0].Value != "2021-12-01" {
		t.Errorf("readings %v, want what the words give first", got)
	}
}

func TestTwoEventsAddedInOneSentence(t *testing.T) {
	fsys := afero.NewMemMapFs()
	r := talks(t, "a", 1)
	s := session(t, fsys, "ann", r)
	for _, words := range []string{"Delegation 0", "in room 0"} {
		a := Answer{Action: review.Add, Words: words, Facts: review.Facts{Date: r.Events[0].Date, Label: "Event of " + words}}
		if _, err := s.Decide("", "a", "", "", a); err != nil {
			t.Fatal(err)
		}
	}
	for words, want := range map[string]string{"Delegation 7": "has no words", "0": "quote more of the sentence", " ": "quote the words"} {
		a := Answer{Action: review.Add, Words: words, Facts: review.Facts{Date: r.Events[0].Date, Label: "Event"}}
		if _, err := s.Decide("", "a", "", "", a); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v, want %s", words, err, want)
		}
	}
	applied := review.Apply([]timeline.Reading{r}, s.files, review.AcceptedOnly)
	if got := len(applied[0].Events); got != 2 {
		t.Errorf("%d events, want 2", got)
	}
}

func TestMergingGivesWhatIsUndatedADate(t *testing.T) {
	r := talks(t, "a", 2)
	dated := r.Events[1].Date
	r.Events[0].Date = timex.EDTF{}
	s := session(t, afero.NewMemMapFs(), "ann", r)
	if _, err := decide(t, s, r, 0, Answer{Action: review.Merge, Into: "e-a-1"}); err != nil {
		t.Fatal(err)
	}
	built := timeline.Build(review.Apply([]timeline.Reading{r}, s.files, review.All))
	if len(built.Undated) != 0 || len(built.Events) != 1 || built.Events[0].Date != dated || len(built.Events[0].Evidence) != 2 {
		t.Errorf("%d undated, events %+v", len(built.Undated), built.Events)
	}
}
