package decisions

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
	"sync"

	"dateline/extract/timex"
	"dateline/timeline"
	"dateline/timeline/review"
)

// Session is one review of a site: the articles as extracted, the decisions
// on them, and who decides. It is safe for concurrent use.
type Session struct {
	by, on string // who decides, and the day
	store  *Store

	mu       sync.Mutex
	readings []timeline.Reading
	byID     map[string]*timeline.Reading
	files    map[string]*review.File
	same     map[string]*timeline.Event // by article and mention
	built    *timeline.Timeline
	copies   map[string][]*timeline.Reading // of each article, its near copies
	done     map[string][]step              // by client, for undo
}

// step is a decision that this session wrote.
type step struct {
	article string
	review.Decision
}

// Undone is a decision that was taken back, and the article it was on.
type Undone struct {
	Article string
	review.Decision
}

// NewSession reads the decisions on readings, which are as extracted. The
// reviewer is by, and decides on the day on (2006-01-02).
func NewSession(store *Store, readings []timeline.Reading, by, on string) (*Session, error) {
	s := &Session{by: by, on: on, store: store, done: map[string][]step{}}
	return s, s.Reload(readings)
}

// Reload takes over new readings, after the articles changed, and reads all
// decisions again.
func (s *Session) Reload(readings []timeline.Reading) error {
	ids := make([]string, len(readings))
	for i := range readings {
		ids[i] = readings[i].Article.ID
	}
	files, err := s.store.LoadAll(ids)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.readings, s.files = readings, files
	s.byID = map[string]*timeline.Reading{}
	for i := range readings {
		s.byID[readings[i].Article.ID] = &readings[i]
	}
	s.built = timeline.Build(review.Apply(readings, files, review.All))
	s.copies = s.copiesOf()
	s.same = map[string]*timeline.Event{}
	for i := range s.built.Events {
		e := &s.built.Events[i]
		for _, at := range e.Evidence {
			r, m := s.built.Of(at)
			s.same[key(r.Article.ID, m.ID)] = e
		}
	}
	return nil
}

// copiesOf returns the near copies of each article that has any, as extracted.
func (s *Session) copiesOf() map[string][]*timeline.Reading {
	groups := map[int][]*timeline.Reading{}
	for i, first := range s.built.CopyOf {
		if first < 0 {
			first = i
		}
		groups[first] = append(groups[first], s.byID[s.built.Articles[i].Article.ID])
	}
	copies := map[string][]*timeline.Reading{}
	for _, group := range groups {
		for _, r := range group {
			for _, other := range group {
				if other != r {
					copies[r.Article.ID] = append(copies[r.Article.ID], other)
				}
			}
		}
	}
	return copies
}

func key(article, mention string) string { return article + "\x00" + mention }

// Items returns everything that can be decided on, article by article, in
// the order of the texts.
func (s *Session) Items() []review.Item {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.items()
}

func (s *Session) items() []review.Item {
	all := make([]*timeline.Reading, len(s.readings))
	for i := range s.readings {
		all[i] = &s.readings[i]
	}
	return slices.Concat(review.ExamineAll(all, s.files)...)
}

// examine returns the items of one article. Of the others only its copies
// have a say in it.
func (s *Session) examine(r *timeline.Reading) []review.Item {
	return review.ExamineAll(append([]*timeline.Reading{r}, s.copies[r.Article.ID]...), s.files)[0]
}

// Queue returns the items that f picks, in the order in which to decide them.
func (s *Session) Queue(f review.Filter) []review.Item {
	s.mu.Lock()
	defer s.mu.Unlock()
	return review.Queue(s.items(), f, s.conflict)
}

// Class returns the class of an item.
func (s *Session) Class(i review.Item) review.Class {
	s.mu.Lock()
	defer s.mu.Unlock()
	return review.ClassOf(i, s.conflict(i))
}

func (s *Session) conflict(i review.Item) bool {
	e := s.same[key(i.Reading.Article.ID, i.ID)]
	return e != nil && e.Conflict()
}

// Elsewhere is what another article says of the event of an item.
type Elsewhere struct {
	Article string `json:"article"` // ID
	Title   string `json:"title"`
	ID      string `json:"id"` // of the mention
	Label   string `json:"label"`
	Date    string `json:"date"`    // in words
	Differs bool   `json:"differs"` // and cannot be right together with the item's
}

// Elsewhere returns the other evidence for the event of an item.
func (s *Session) Elsewhere(i review.Item, say Speech) []Elsewhere {
	s.mu.Lock()
	defer s.mu.Unlock()
	e := s.same[key(i.Reading.Article.ID, i.ID)]
	if e == nil {
		return nil
	}
	claim := make([]int, len(e.Evidence))
	own := 0
	for c := range e.Claims {
		for _, n := range e.Claims[c].Evidence {
			claim[n] = c
			if r, m := s.built.Of(e.Evidence[n]); r.Article.ID == i.Reading.Article.ID && m.ID == i.ID {
				own = c
			}
		}
	}
	var others []Elsewhere
	for n, at := range e.Evidence {
		r, m := s.built.Of(at)
		if r.Article.ID == i.Reading.Article.ID && m.ID == i.ID {
			continue
		}
		others = append(others, Elsewhere{r.Article.ID, r.Article.Title, m.ID, m.Label, say.Date(m.Date, m.Status), claim[n] != own})
	}
	return others
}

// Status counts the items by state.
func (s *Session) Status() review.Status { return review.StatusOf(s.Items()) }

// Articles returns the IDs of the articles in the order of the timeline.
func (s *Session) Articles() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	ids := make([]string, len(s.built.Articles))
	for i := range s.built.Articles {
		ids[i] = s.built.Articles[i].Article.ID
	}
	return ids
}

// Item returns the item of an article with the given ID as it now is.
func (s *Session) Item(article, id string) (review.Item, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.item(article, id)
}

func (s *Session) item(article, id string) (review.Item, error) {
	r := s.byID[article]
	if r == nil {
		return review.Item{}, fmt.Errorf("there is no article %q", article)
	}
	for _, item := range s.examine(r) {
		if item.ID == id {
			return item, nil
		}
	}
	return review.Item{}, fmt.Errorf("article %s has no event %q", article, id)
}

// Outcome is what came of an answer.
type Outcome struct {
	Decision review.Decision
	// Notice says that the file was changed by somebody else since this
	// session read it, and that both changes are kept. "" when it was not.
	Notice string
}

// Decide writes an answer on the item of an article. Seen is the version of
// the item's thread as it was shown. Client names who may undo it.
func (s *Session) Decide(client, article, id, seen string, a Answer) (Outcome, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	d, err := s.decision(article, id, a)
	if err != nil {
		return Outcome{}, err
	}
	change, err := s.store.Put(s.byID[article].Article, d, seen)
	out := Outcome{Decision: d, Notice: s.took(article, change)}
	if err != nil {
		return out, err
	}
	s.done[client] = append(s.done[client], step{article, d})
	return out, nil
}

// decision makes the record of an answer.
func (s *Session) decision(article, id string, a Answer) (review.Decision, error) {
	r := s.byID[article]
	if r == nil {
		return review.Decision{}, fmt.Errorf("there is no article %q", article)
	}
	var d review.Decision
	if a.Action == review.Add {
		var err error
		if d, err = review.NewEvent(r, a.Words); err != nil {
			return d, err
		}
	} else {
		item, err := s.item(article, id)
		if err != nil {
			return d, err
		}
		if item.Match.Found == review.Gone && a.Action != review.Reject && a.Action != review.Note && a.Action != review.Skip {
			return d, errors.New("the words of this decision are gone from the article: reject it, or decide on the event where it now is")
		}
		old, _ := item.Standing()
		confirmed, facts := item.Confirm()
		switch a.Action {
		case review.Accept:
			a.Action, a.Facts = confirmed, facts
			a.Into, a.Parts, a.Apart = old.Into, old.Parts, old.Apart
		case review.Fix, review.Merge, review.Split:
			// What was corrected before stays corrected.
			a.Facts = facts.Over(a.Facts)
		}
		d = item.Decide()
		if a.Reading > 0 {
			others := item.Readings()
			if a.Reading > len(others) {
				return d, fmt.Errorf("there is no reading %d", a.Reading)
			}
			a.Action, a.Facts = review.Fix, facts
			if a.Facts.Date, err = timex.ParseEDTF(others[a.Reading-1].Value); err != nil {
				return d, err
			}
		}
	}
	if a.Action == review.Merge {
		date, ok := s.dateOf(a.Into)
		if !ok {
			return d, fmt.Errorf("there is no event %q to merge with", a.Into)
		}
		if d.Proposed.Date.IsZero() && a.Facts.Date.IsZero() {
			a.Facts.Date = date // what has no date of its own gets that of the event it is
		}
	}
	d.Action, d.Reason, d.Facts, d.Into, d.Parts, d.Apart, d.Note = a.Action, a.Reason, a.Facts, a.Into, a.Parts, a.Apart, a.Note
	d.By, d.On = cmp.Or(a.By, s.by), cmp.Or(a.On, s.on)
	return d, d.Validate()
}

// labelOf returns the label of the mention with the given ID, "" for none.
func (s *Session) labelOf(id string) string {
	s.mu.Lock()
	defer s.mu.Unlock()
	for i := range s.built.Articles {
		for _, e := range s.built.Articles[i].Events {
			if e.ID == id {
				return e.Label
			}
		}
	}
	return ""
}

// dateOf returns the date of the mention with the given ID.
func (s *Session) dateOf(id string) (date timex.EDTF, ok bool) {
	for i := range s.built.Articles {
		for _, e := range s.built.Articles[i].Events {
			if e.ID == id {
				return e.Date, true
			}
		}
	}
	return date, false
}

// took remembers a file as it was written, and says when it had been changed
// by somebody else.
func (s *Session) took(article string, c Change) (notice string) {
	if c.Before == nil || c.After == nil {
		return ""
	}
	if !bytes.Equal(s.files[article].Bytes(), c.Before.Bytes()) {
		notice = fmt.Sprintf("%s was changed by somebody else in between; both changes are kept", s.store.Path(article))
	}
	s.files[article] = c.After
	return notice
}

// Undo takes back the last decision of a client that is not undone yet. ok is
// false when there is none.
func (s *Session) Undo(client string) (d Undone, ok bool, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	steps := s.done[client]
	if len(steps) == 0 {
		return d, false, nil
	}
	last := steps[len(steps)-1]
	s.done[client] = steps[:len(steps)-1]
	change, err := s.store.TakeBack(s.byID[last.article].Article, last.Decision)
	if err == nil {
		s.took(last.article, change)
	}
	return Undone{last.article, last.Decision}, true, err
}

// SameRule returns the items that Accept would take together with an item:
// explicit dates by the same rule on which nobody decided.
func (s *Session) SameRule(item review.Item) []review.Item {
	s.mu.Lock()
	defer s.mu.Unlock()
	return review.SameRule(s.items(), item, s.conflict)
}

// Accept accepts those of items that are explicit, undisputed and not decided
// on. It returns how many these were.
func (s *Session) Accept(client string, items []review.Item) (int, error) {
	taken := 0
	for _, i := range items {
		if i.Event == nil || len(i.Thread.Decisions) > 0 || s.Class(i) != review.ExplicitClass {
			continue
		}
		if _, err := s.Decide(client, i.Reading.Article.ID, i.ID, i.Thread.Version(), Answer{Action: review.Accept}); err != nil {
			return taken, err
		}
		taken++
	}
	return taken, nil
}

// Strays returns the review files that belong to no article.
func (s *Session) Strays() ([]string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	var ids []string
	for i := range s.readings {
		ids = append(ids, s.readings[i].Article.ID)
	}
	return s.store.Strays(ids)
}
