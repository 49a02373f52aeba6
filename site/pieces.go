package site

import (
	"dateline/timeline"
)

// pieces copies what a file of the last build says of things that are the
// same, and notes where the things of a timeline stand in the file that is
// being written.
type pieces struct {
	patch
	name    string
	things  *things     // of this build; nil where nothing is noted
	same    []int32     // their numbers in the last build; nil where nothing can be copied
	was     []keptPiece // of the last build
	written []keptPiece
}

// things are the origins of all that formats tell of, by number: articles,
// events, and undated events.
type things struct {
	articles, events, undated []origin
}

// number returns the number of what p is about.
func (t *things) number(p timeline.Piece) int {
	switch p.Kind {
	case timeline.ArticlePiece:
		return p.I
	case timeline.EventPiece:
		return len(t.articles) + p.I
	}
	return len(t.articles) + len(t.events) + p.I
}

// len returns how many there are.
func (t *things) len() int { return len(t.articles) + len(t.events) + len(t.undated) }

// pieces returns the pieces of page i, which copy nothing where the file of the
// last build cannot be trusted.
func (w *writer) pieces(i int) *pieces {
	p := &pieces{patch: patch{w: w, i: i}, name: w.pages[i].Name}
	if w.made == nil {
		return p
	}
	p.things = w.made.things()
	was, intact := w.was(i)
	if !intact || w.last.site.Frame != w.made.frame {
		return p
	}
	kept := w.last.pieces(p.name)
	if len(kept) != w.last.site.Things.len() {
		return p
	}
	file, err := w.out.Open(p.name)
	if err != nil {
		return p
	}
	p.old, p.size = file, was.Size
	p.was = kept
	p.same = w.sameThings()
	return p
}

// sameThings returns for each thing the number that it had in the last build,
// -1 for what is new or has changed, or was the first of its kind or is it now:
// what is written before the first differs.
func (w *writer) sameThings() []int32 {
	w.once.Do(func() {
		was, now := &w.last.site.Things, w.made.things()
		first := 0
		for _, kind := range [][2][]origin{{was.articles, now.articles}, {was.events, now.events}, {was.undated, now.undated}} {
			w.same = append(w.same, numbersOf(kind[0], kind[1], first)...)
			first += len(kind[0])
		}
	})
	return w.same
}

// numbersOf returns the numbers that things had among those of the last build,
// which are numbered from first.
func numbersOf(was, now []origin, first int) []int32 {
	same := make([]int32, len(now))
	var number map[origin]int32
	for i, o := range now {
		same[i] = -1
		switch {
		case i < len(was) && was[i] == o:
			same[i] = int32(first + i)
		case number == nil:
			number = make(map[origin]int32, len(was))
			for k, o := range was {
				number[o] = int32(k)
			}
			fallthrough
		default:
			if k, known := number[o]; known && (k == 0) == (i == 0) {
				same[i] = int32(first) + k
			}
		}
	}
	return same
}

// of returns the pieces of a file in format f.
func (p *pieces) of(f timeline.Format) *timeline.Pieces {
	if p == nil || p.things == nil {
		return nil
	}
	p.written = make([]keptPiece, p.things.len())
	return &timeline.Pieces{
		Old: func(piece timeline.Piece) (int, bool) {
			if p.same == nil {
				return 0, false
			}
			n := p.things.number(piece)
			was := p.same[n]
			if was < 0 {
				return 0, false
			}
			if place := int(was) - p.w.last.site.Things.number(timeline.Piece{Kind: piece.Kind}); f.Placed && place != piece.I {
				return 0, false
			}
			return int(p.was[was].Len), true
		},
		Copy: func(piece timeline.Piece) error {
			was := p.was[p.same[p.things.number(piece)]]
			p.copy(was.At, was.At+int64(was.Len))
			return nil
		},
		Wrote: func(piece timeline.Piece, from, to int) {
			p.written[p.things.number(piece)] = keptPiece{int64(from), int32(to - from)}
		},
	}
}

// tell writes what is to be said of a thing: by write, or as it was written
// before.
func (p *pieces) tell(of *timeline.Pieces, piece timeline.Piece, write func() error) error {
	if of == nil {
		return write()
	}
	from := p.at
	if _, ok := of.Old(piece); ok {
		if err := of.Copy(piece); err != nil {
			return err
		}
	} else if err := write(); err != nil {
		return err
	}
	of.Wrote(piece, int(from), int(p.at))
	return nil
}

// close notes what was written, and closes the file of the last build.
func (p *pieces) close() {
	if p.old != nil {
		p.old.Close()
	}
	if p.written != nil {
		p.w.parts.Store(p.name, p.written)
	}
}
