package event

// Below these probabilities a date is too weakly grounded for a timeline. By
// cross-validation over documents fewer than half of such dates are those of
// an event.
const (
	ownDoubt       = 0.35 // of a date that an expression of the sentence gives
	inheritedDoubt = 0.6  // of a date that is taken from another event
	unlikely       = 0.3  // of a head being an event at all;
	unlikelyDoubt  = 0.6  // a date of such a head has to be surer
)

// doubtful reports whether d, an event of that status, is too weakly grounded
// for a timeline.
func (d *decision) doubtful(status Status) bool {
	switch {
	case d.from.said || d.from.since:
		return false
	case status != Statement && d.h.likely < unlikely && (d.p < unlikelyDoubt || d.source == nil):
		return true
	case d.source == nil:
		return d.p < inheritedDoubt
	}
	return d.p < ownDoubt
}
