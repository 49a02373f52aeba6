package cli

import (
	"context"
	"fmt"
	"path/filepath"

	"dateline/internal/cache"
	"dateline/internal/decisions"
	"dateline/timeline"
	"dateline/timeline/review"
)

// store returns the review files of the site.
func (s *sourceSite) store() *decisions.Store {
	return decisions.NewStore(s.fs, filepath.ToSlash(s.Review))
}

// timeline returns the timeline of the site: what the articles say, as people
// decided, with the events that the policy of the site includes.
func (s *sourceSite) timeline(ctx context.Context) (*timeline.Timeline, error) {
	readings, err := s.read(ctx)
	if err != nil {
		return nil, err
	}
	readings, err = s.decided(readings)
	if err != nil {
		return nil, err
	}
	return s.merge(readings), nil
}

// merge returns the timeline of readings with the decisions of people in them.
func (s *sourceSite) merge(readings []timeline.Reading) *timeline.Timeline {
	if s.remember {
		if past := s.cacheFolder().File("timeline"); past != nil {
			return timeline.Rebuild(readings, &savedLater{File: past, site: s})
		}
	}
	return timeline.Build(readings)
}

// savedLater is a file of the cache that is written while the build goes on.
type savedLater struct {
	*cache.File
	site *sourceSite
}

// Save begins to save content; see sourceSite.saving.
func (f *savedLater) Save(content ...[]byte) error {
	f.site.saving.Go(func() {
		// Where nothing can be kept, the next build takes longer, and that is all.
		_ = f.File.Save(content...)
	})
	return nil
}

// decided returns readings with the decisions of the review files applied.
func (s *sourceSite) decided(readings []timeline.Reading) ([]timeline.Reading, error) {
	policy, err := review.ParsePolicy(s.Include)
	if err != nil {
		return nil, fmt.Errorf("include: %w", err)
	}
	store, ids := s.store(), idsOf(readings)
	files, err := store.LoadAll(ids)
	if err != nil {
		return nil, err
	}
	strays, err := store.Strays(append(ids, s.held...))
	if err != nil {
		return nil, err
	}
	s.reviewWarnings = stale(readings, files, strays)
	return review.Apply(readings, files, policy), nil
}

// stale says in how far the decisions no longer fit the articles: a line an
// article, and one a file whose article is gone.
func stale(readings []timeline.Reading, files map[string]*review.File, strays []string) []string {
	var warnings []string
	for i := range readings {
		f := files[readings[i].Article.ID]
		if f == nil || len(f.Decisions) == 0 {
			continue
		}
		n := review.StatusOf(review.Examine(&readings[i], f))
		id := readings[i].Article.ID
		if n.Stale > 0 {
			warnings = append(warnings, fmt.Sprintf("%s: %s no longer up to date; dateline review --article %s --state stale", readings[i].Article.Path, are(n.Stale, "decision"), id))
		}
		if n.Orphans > 0 {
			warnings = append(warnings, fmt.Sprintf("%s: the words of %s are gone; dateline review --article %s --state orphan", readings[i].Article.Path, count(n.Orphans, "decision"), id))
		}
	}
	for _, name := range strays {
		warnings = append(warnings, name+": there is no such article; its decisions are kept and have no effect")
	}
	return warnings
}

// are returns "1 decision is", "2 decisions are".
func are(n int, noun string) string {
	if n == 1 {
		return count(n, noun) + " is"
	}
	return count(n, noun) + " are"
}

func idsOf(readings []timeline.Reading) []string {
	ids := make([]string, len(readings))
	for i := range readings {
		ids[i] = readings[i].Article.ID
	}
	return ids
}

// reviewExplained is what people decided about an event.
type reviewExplained struct {
	State   string             `json:"state"`
	By      string             `json:"by,omitempty"`
	On      string             `json:"on,omitempty"`
	Stale   []string           `json:"stale,omitempty"`
	History []verdictExplained `json:"history"`
}

// verdictExplained is one decision of the history of an event.
type verdictExplained struct {
	On       string `json:"on"`
	By       string `json:"by"`
	Action   string `json:"action"`
	Words    string `json:"words"`
	Proposed string `json:"proposed,omitempty"`
	Date     string `json:"date,omitempty"`
	Note     string `json:"note,omitempty"`
	Article  string `json:"article"`
}

func explainReview(r timeline.Review) reviewExplained {
	x := reviewExplained{State: r.State.String(), By: r.By, On: r.On, Stale: r.Stale, History: []verdictExplained{}}
	for _, v := range r.Verdicts {
		x.History = append(x.History, verdictExplained{v.On, v.By, v.Action, v.Words, v.From, v.To, v.Note, v.Article})
	}
	return x
}

// review prints the history of an event: who decided what, and when.
func (w *working) review(x reviewExplained) {
	w.field("review", x.State)
	for _, v := range x.History {
		w.field("decided", fmt.Sprintf("%s, %s: %s (%s)", edtfWords(v.On), v.By, v.Words, v.Article))
		if v.Note != "" {
			w.field("note", v.Note)
		}
	}
	for _, why := range x.Stale {
		w.field("look again", why)
	}
}
