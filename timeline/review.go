package timeline

// ReviewState says what people have decided about an event.
type ReviewState uint8

// The states. The zero ReviewState is Unreviewed: only the machine has looked.
const (
	Unreviewed ReviewState = iota
	Accepted               // a person found it right as it was proposed
	Fixed                  // a person corrected it
	Added                  // a person added it; the machine had missed it
	Rejected               // a person found that it is none, or wrong; it is on no page
)

// String returns the word, "fixed" for Fixed.
func (s ReviewState) String() string {
	return [...]string{"unreviewed", "accepted", "fixed", "added", "rejected"}[s]
}

// Review is what people have decided about one mention or event. The zero
// Review is that of an event which nobody has looked at.
type Review struct {
	State    ReviewState
	By       string    // who decided
	On       string    // the day of the decision, 2006-01-02
	Note     string    // the latest note, in the reviewer's words
	Fixed    Corrected // what the person corrected
	Stale    []string  // why the decision asks for another look, one sentence each; it stands until then
	Verdicts []Verdict // everything decided about it, oldest first
}

// Corrected says which facts of a mention a person corrected. These hold for the
// event, whatever other evidence says.
type Corrected struct{ Date, Status, Label, Participants, Place bool }

// Decided reports whether a person's word stands behind the event.
func (r Review) Decided() bool { return r.State != Unreviewed }

// Verdict is one recorded decision of a person, as the changes page and an
// event's history tell it. Dates are EDTF.
type Verdict struct {
	Article string // ID of the article
	Event   string // ID of the event
	Action  string // "accept", "fix", "reject", "merge", "split", "add", "skip" or "note"
	Label   string // of the event, as decided
	From    string // the date that the machine proposed, "" where it proposed none
	To      string // the date as decided, "" when rejected
	Words   string // the decision in words: "date corrected from 30 November 2021 to 7 December 2021"
	Note    string
	By      string
	On      string // 2006-01-02
}

// Link is a decision of a person on two mentions: that they tell of one
// event, or that they do not. A and B are IDs of mentions, in any order.
type Link struct {
	A, B  string
	Apart bool   // they are two events
	Why   string // who said so and when, in words
}

// Decisions are what a review has to say of one article. Apply of package
// review fills them; the zero Decisions are those of an article nobody reviewed.
type Decisions struct {
	Reviews   map[string]Review // of the mentions that were decided on, by ID
	Withdrawn []Verdict         // mentions that a person rejected: they are no longer among the Reading's Events
	Verdicts  []Verdict         // everything decided on the article, in the order of its text
	Links     []Link
}
