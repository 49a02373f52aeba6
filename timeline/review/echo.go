package review

import (
	"dateline/timeline"
)

// Echo is a rejection that was decided in another article: what is rejected
// in one is rejected in its near copies, in the same sentence, until somebody
// decides otherwise there.
type Echo struct {
	Article string // ID of the article in which it was decided
	Decision
}

// ExamineAll returns the items of each reading, with the rejections that near
// copies have in common. Files are by article ID.
func ExamineAll(readings []*timeline.Reading, files map[string]*File) [][]Item {
	all := make([][]Item, len(readings))
	var rejected []place
	for i, r := range readings {
		all[i] = Examine(r, files[r.Article.ID])
		for j := range all[i] {
			if d, ok := all[i][j].Standing(); ok && d.Action == Reject {
				rejected = append(rejected, place{i, j})
			}
		}
	}
	if len(rejected) > 0 {
		echo(all, rejected)
	}
	return all
}

// place is an item: the index of its article and its own.
type place struct{ article, item int }

// saying is what an item says, and where: two items that tell the same are one
// sentence, printed twice.
type saying struct{ before, head, after, words string }

// echo carries rejections on. Where people decided differently on one
// sentence, each decision holds for its own article, and for no other.
func echo(all [][]Item, rejected []place) {
	same := map[saying][]place{}
	disputed := map[saying]bool{}
	for i := range all {
		for j, item := range all[i] {
			s, ok := item.saying()
			if !ok {
				continue
			}
			same[s] = append(same[s], place{i, j})
			if d, decided := item.Standing(); decided && d.Action != Reject {
				disputed[s] = true
			}
		}
	}
	// What was carried on is carried on from there: a copy can be nearer to
	// another copy than to the first.
	for n := 0; n < len(rejected); n++ {
		from := &all[rejected[n].article][rejected[n].item]
		s, ok := from.saying()
		if d, decided := from.Standing(); !ok || disputed[s] || decided && d.Reason == noLonger {
			continue
		}
		why := from.Echo
		if why == nil {
			d, _ := from.Standing()
			why = &Echo{from.Reading.Article.ID, d}
		}
		for _, p := range same[s] {
			to := &all[p.article][p.item]
			_, decided := to.Standing()
			switch {
			case p.article == rejected[n].article, decided, to.Echo != nil:
			case why.Reason == "wrong date" && to.Event.Date != why.Proposed.Date && !printedAfter(to, from):
				// Wrong when it was printed again, it can be right in the first.
			case timeline.NearCopies(from.Reading.Article.Text, to.Reading.Article.Text):
				to.Echo = why
				rejected = append(rejected, p)
			}
		}
	}
}

// printedAfter reports whether the article of a is of a later day than that of b.
func printedAfter(a, b *Item) bool {
	return a.Reading.Article.Published.Day > b.Reading.Article.Published.Day
}

// saying returns what an item says where. It is not ok where the machine
// finds no event.
func (i Item) saying() (s saying, ok bool) {
	e := i.Event
	if e == nil || i.Match.Found == Gone || e.Head.Start < e.Sentence.Start || e.Head.End > e.Sentence.End {
		return s, false
	}
	text := i.Reading.Article.Text
	return saying{
		before: newPlain(text[e.Sentence.Start:e.Head.Start]).s,
		head:   newPlain(text[e.Head.Start:e.Head.End]).s,
		after:  newPlain(text[e.Head.End:e.Sentence.End]).s,
		words:  timexWords(i.Reading, e),
	}, true
}
