package timeline

import "strconv"

// named gives the event its ID: that of its first mention, which is the
// earliest published one, ties going to the article's ID and then to the
// place in the text.
//
// The price of each rule that could be had: to name an event after its best
// mention would rename it whenever a better report comes in, and to hash all
// mentions would rename it with every report. After the first one, reports
// that are added later leave the name alone, as does an edit elsewhere in the
// first article. It changes only when an article is added that was published
// before the first, when the first mention is edited away, or when a report
// shows that what was one event is two. For these, Aliases keeps old links
// alive.
func (t *Timeline) named(e *Event, taken map[string]int) {
	_, m := t.Of(e.Evidence[0])
	e.ID = m.ID
	// Two articles with one file name can hold the same sentence.
	taken[m.ID]++
	if n := taken[m.ID]; n > 1 {
		e.ID += "-" + strconv.Itoa(n)
	}
}

// Aliases returns the IDs under which e could be known besides its own: those
// of its other mentions, in the order of the evidence. A site that answers to
// them keeps a permalink working when an event comes to be named after an
// earlier report.
func (t *Timeline) Aliases(e Event) []string {
	var ids []string
	for _, at := range e.Evidence[min(1, len(e.Evidence)):] {
		if _, m := t.Of(at); m.ID != e.ID {
			ids = append(ids, m.ID)
		}
	}
	return ids
}
