package review

import (
	"fmt"
	"slices"
	"strings"

	"dateline/extract/event"
	"dateline/extract/timex"
)

// Policy says which events the site has. What a person rejected is on it
// under no policy. The zero Policy is All.
type Policy uint8

// The policies.
const (
	All              Policy = iota // every event; those nobody decided on carry a label
	Likely                         // every event, but where nobody decided on it, no date that is only a guess
	AcceptedExplicit               // what people decided on, and dates that the text names itself
	AcceptedOnly                   // only what people decided on
)

var policyNames = [...]string{"all", "likely", "accepted+explicit", "accepted"}

// String returns the name that dateline.yaml has for p.
func (p Policy) String() string { return policyNames[p] }

// ParsePolicy returns the policy with the given name; "" is All.
func ParsePolicy(s string) (Policy, error) {
	if s == "" {
		return All, nil
	}
	if i := slices.Index(policyNames[:], s); i >= 0 {
		return Policy(i), nil
	}
	return 0, fmt.Errorf("want one of %s, not %q", strings.Join(policyNames[:], ", "), s)
}

// includes reports whether an event that nobody decided on is on the site.
func (p Policy) includes(c timex.Confidence, dated bool) bool {
	switch p {
	case AcceptedOnly:
		return false
	case AcceptedExplicit:
		return dated && c == timex.Explicit
	}
	return true
}

// shown returns e as it is on the site when nobody decided on it. A doubtful
// date, and under Likely every guess, is a reading among others of an event
// without a date: it is right fewer than every other time.
func (p Policy) shown(e event.Event) event.Event {
	if !e.Doubtful && (p != Likely || e.Confidence != timex.Guess) || e.Date.IsZero() {
		return e
	}
	e.Alternatives = append([]timex.Reading{{Value: e.Date.String(), Why: "a guess: " + e.Why}}, e.Alternatives...)
	e.Why = "no date is surer than a guess"
	e.Date, e.Timex = timex.EDTF{}, -1
	return e
}
