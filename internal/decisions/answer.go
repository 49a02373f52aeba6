package decisions

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"dateline/extract/timex"
	"dateline/timeline/review"
)

// Answer is what a reviewer decides, before it has a place and a name.
type Answer struct {
	Action  review.Action
	Reading int // 1 to 4: the machine's other reading of that number; makes the Action a Fix
	Reason  string
	review.Facts
	Into  string
	Parts []review.Facts
	Apart []string
	Note  string
	Words string // with review.Add: the words of the article that tell of it
	By    string // who decided, "" for the reviewer of the session
	On    string // and on which day
}

// Posted is an answer as the review page sends it, and as it offers it in a
// file: with the item that it is on, everything in words.
type Posted struct {
	Article string   `json:"article"`
	ID      string   `json:"id,omitempty"`
	Seen    string   `json:"seen"`
	Action  string   `json:"action"`
	Reading int      `json:"reading,omitempty"`
	Reason  string   `json:"reason,omitempty"`
	Into    string   `json:"into,omitempty"`
	Apart   []string `json:"apart,omitempty"`
	Note    string   `json:"note,omitempty"`
	Words   string   `json:"words,omitempty"`
	By      string   `json:"by,omitempty"`
	On      string   `json:"on,omitempty"`
	PostedFacts
	Parts []PostedFacts `json:"parts,omitempty"`
}

// PostedFacts are facts in words.
type PostedFacts struct {
	Date   string   `json:"date,omitempty"`
	Status string   `json:"status,omitempty"`
	Label  string   `json:"label,omitempty"`
	People []string `json:"people,omitempty"`
	Place  *string  `json:"place,omitempty"` // "" takes out the place that was found
}

// Answer reads what was posted.
func (p Posted) Answer() (Answer, error) {
	a := Answer{Reading: p.Reading, Reason: p.Reason, Into: p.Into, Apart: p.Apart, Note: p.Note, Words: p.Words, By: p.By, On: p.On}
	var err error
	if a.Action, err = review.ParseAction(p.Action); err != nil {
		return a, err
	}
	if a.Facts, err = p.facts(); err != nil {
		return a, err
	}
	for n, part := range p.Parts {
		f, err := part.facts()
		if err != nil {
			return a, fmt.Errorf("part %d: %w", n+1, err)
		}
		a.Parts = append(a.Parts, f)
	}
	return a, nil
}

func (p PostedFacts) facts() (review.Facts, error) {
	f := review.Facts{Label: p.Label, Participants: p.People}
	if p.Place != nil {
		f.Place = strings.TrimSpace(*p.Place)
		f.Nowhere = f.Place == ""
	}
	var err error
	if p.Date != "" {
		if f.Date, err = ParseDate(p.Date); err != nil {
			return f, err
		}
	}
	if p.Status != "" {
		f.Status, err = review.ParseStatus(p.Status)
	}
	return f, err
}

// ParseDate reads a date as a reviewer types it: EDTF (2021-12-07, 2021-06,
// 2014/..), or a day with the month's name (7 December 2021).
func ParseDate(s string) (timex.EDTF, error) {
	d, err := timex.ParseEDTF(s)
	if err == nil {
		return d, nil
	}
	if dct, alsoErr := timex.ParseDCT(s); alsoErr == nil && !dct.HasClock {
		return timex.DayEDTF(dct.Day), nil
	}
	return d, fmt.Errorf("cannot read %q as a date; write 2021-12-07, 2021-06, 2014/.., 2021-12-07/2021-12-09 or 7 December 2021", s)
}

// answersFile is the file that a review page offers.
type answersFile struct {
	Version   int      `json:"dateline_review"` // of the format; 1
	Decisions []Posted `json:"decisions"`
}

// ParseAnswers reads the file that a review page offered. Errors begin with
// the name of the file.
func ParseAnswers(name string, src []byte) ([]Posted, error) {
	dec := json.NewDecoder(bytes.NewReader(src))
	dec.DisallowUnknownFields()
	var f answersFile
	if err := dec.Decode(&f); err != nil {
		return nil, fmt.Errorf("%s: not a file of decisions: %w", name, err)
	}
	if _, err := dec.Token(); !errors.Is(err, io.EOF) {
		return nil, fmt.Errorf("%s: not a file of decisions: there is more after its end", name)
	}
	if f.Version != 1 {
		return nil, fmt.Errorf("%s: dateline_review: want 1, not %d; was the file written by another version?", name, f.Version)
	}
	return f.Decisions, nil
}

// Apply writes answers that were collected elsewhere. Those that no longer
// fit, because somebody else decided in between, are not written; there is an
// error for each.
func (s *Session) Apply(client string, posted []Posted) (taken int, wrong []error) {
	for n, p := range posted {
		a, err := p.Answer()
		if err == nil {
			_, err = s.Decide(client, p.Article, p.ID, p.Seen, a)
		}
		if err != nil {
			wrong = append(wrong, fmt.Errorf("decision %d (%s %s): %w", n+1, p.Action, p.ID, err))
			continue
		}
		taken++
	}
	return taken, wrong
}
