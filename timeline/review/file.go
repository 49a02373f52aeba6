package review

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"

	"dateline/extract/article"
)

// File is a review file: every decision on one article.
type File struct {
	Article   string // ID of the article
	TextHash  string // SHA-256 of its text, white space collapsed, when last decided on
	Published string // its publication time then, in ISO 8601
	Decisions []Decision
	node      *node
}

// Name returns the name of the review file of an article in its folder.
func Name(article string) string { return article + ".yaml" }

// Thread is what was decided about one event, one decision after the other.
type Thread struct {
	ID        string
	Decisions []Decision // oldest first; at least one
}

// Threads returns the decisions of f by event, in the order in which the
// events first come up.
func (f *File) Threads() []Thread {
	if f == nil {
		return nil
	}
	var threads []Thread
	index := map[string]int{}
	for _, d := range f.Decisions {
		i, known := index[d.ID]
		if !known {
			i = len(threads)
			index[d.ID] = i
			threads = append(threads, Thread{ID: d.ID})
		}
		threads[i].Decisions = append(threads[i].Decisions, d)
	}
	return threads
}

// Standing returns the decision that stands: the last that decides. Without
// one, ok is false and d is the last skip or note.
func (t Thread) Standing() (d Decision, ok bool) {
	for _, d := range slices.Backward(t.Decisions) {
		if d.decides() {
			return d, true
		}
	}
	return t.Last(), false
}

// Last returns the latest decision.
func (t Thread) Last() Decision { return t.Decisions[len(t.Decisions)-1] }

// Note returns the latest note.
func (t Thread) Note() string {
	for _, d := range slices.Backward(t.Decisions) {
		if d.Note != "" {
			return d.Note
		}
	}
	return ""
}

// Put adds a decision on article a, as it now is, to f. The records are put
// into the order of the text; those whose words are gone stay behind the one
// they stood behind. No record is ever taken out.
func (f *File) Put(d Decision, a article.Article) {
	f.Article, f.TextHash, f.Published = a.ID, TextHash(a.Text), a.Published.String()
	f.Decisions = append(f.Decisions, d)
	f.sort(a.Text)
}

// sort puts the decisions into the order of the text. Those of one event stay
// together, at the place where its last decision is found.
func (f *File) sort(text string) {
	threads := f.Threads()
	place := make([]int, len(threads))
	last := -1
	for i, t := range threads {
		if m := t.Last().Quote.Find(text); m.Found != Gone {
			last = m.Span.Start
		}
		place[i] = last
	}
	order := make([]int, len(threads))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int { return place[i] - place[j] })
	f.Decisions = f.Decisions[:0:0]
	for _, i := range order {
		f.Decisions = append(f.Decisions, threads[i].Decisions...)
	}
}

// TextHash returns the SHA-256 of a text with its white space collapsed, in
// hexadecimal.
func TextHash(text string) string {
	sum := sha256.Sum256([]byte(newPlain(text).s))
	return hex.EncodeToString(sum[:])
}

// Thread returns what was decided about the event with the given ID; its
// decisions are none when nothing was.
func (f *File) Thread(id string) Thread {
	for _, t := range f.Threads() {
		if t.ID == id {
			return t
		}
	}
	return Thread{ID: id}
}

// Version changes with every decision on the event, so that a writer can tell
// whether it has changed since it was read. It is "" for no decision.
func (t Thread) Version() string {
	if len(t.Decisions) == 0 {
		return ""
	}
	f := File{Article: t.ID, Decisions: t.Decisions}
	sum := sha256.Sum256(f.Bytes())
	return hex.EncodeToString(sum[:8])
}

// TakeBack takes d, the last decision of its event, out again. It is for the
// undo of a keystroke: it reports false, and changes nothing, when d is not
// the last record of its event as it was put.
func (f *File) TakeBack(d Decision) bool {
	t := f.Thread(d.ID)
	one := Thread{Decisions: []Decision{d}}
	if len(t.Decisions) == 0 || (Thread{Decisions: []Decision{t.Last()}}).Version() != one.Version() {
		return false
	}
	for i := len(f.Decisions) - 1; i >= 0; i-- {
		if f.Decisions[i].ID == d.ID {
			f.Decisions = slices.Delete(f.Decisions, i, i+1)
			break
		}
	}
	return true
}
