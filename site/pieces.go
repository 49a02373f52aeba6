package site

import (
	"io"

	"github.com/spf13/afero"

	"dateline/timeline"
)

// pieces copies what a file of the last build says of events that are the
// same, and notes where events stand in the file that is being written.
type pieces struct {
	w    *writer
	name string
	was  map[origin]int // the events of the last build, by number; nil where nothing can be copied
	now  []origin       // the events of this build
	file afero.File     // of the last build
	at   []int64        // where its pieces begin
	len  []int32
	seen []byte // of the file, from the byte start
	from int64

	written []keptPiece
}

// pieces returns the pieces of page i, which copy nothing where the file of the
// last build cannot be trusted.
func (w *writer) pieces(i int, made *origins) *pieces {
	p := &pieces{w: w, name: w.pages[i].Name}
	if made == nil {
		return p
	}
	p.now = made.events
	if was, known := w.was(p.name); !known || w.site.Frame != made.frame || !intact(w.out, was) {
		return p
	}
	for _, kept := range w.site.Pieces {
		if kept.Name != p.name || len(kept.Pieces) != len(w.site.Events) {
			continue
		}
		file, err := w.out.Open(p.name)
		if err != nil {
			return p
		}
		p.file = file
		end := int64(0)
		for _, piece := range kept.Pieces {
			p.at = append(p.at, end+int64(piece.Gap))
			p.len = append(p.len, piece.Len)
			end += int64(piece.Gap) + int64(piece.Len)
		}
		p.was = w.numbers()
	}
	return p
}

// numbers returns the numbers of the events of the last build.
func (w *writer) numbers() map[origin]int {
	w.once.Do(func() {
		w.events = make(map[origin]int, len(w.site.Events))
		for i, o := range w.site.Events {
			w.events[o] = i
		}
	})
	return w.events
}

// of returns the pieces of a file in format f.
func (p *pieces) of(f timeline.Format) *timeline.Pieces {
	if p == nil || p.now == nil {
		return nil
	}
	p.written = make([]keptPiece, len(p.now))
	end := 0
	return &timeline.Pieces{
		Of: func(i int) []byte {
			was, ok := p.was[p.now[i]]
			if !ok || f.Placed && was != i {
				return nil
			}
			return p.old(was)
		},
		Wrote: func(i, from, to int) {
			p.written[i] = keptPiece{int32(from - end), int32(to - from)}
			end = to
		},
	}
}

// window is how much of the last file is read at a time, in bytes.
const window = 1 << 19

// old returns the piece of event i in the file of the last build, nil when it
// cannot be read.
func (p *pieces) old(i int) []byte {
	from, n := p.at[i], int64(p.len[i])
	if from < p.from || from+n > p.from+int64(len(p.seen)) {
		if p.seen == nil || int64(cap(p.seen)) < n {
			p.seen = make([]byte, max(window, n))
		}
		read, err := p.file.ReadAt(p.seen[:cap(p.seen)], from)
		if err != nil && err != io.EOF || int64(read) < n {
			p.seen = p.seen[:0]
			return nil
		}
		p.seen, p.from = p.seen[:read], from
	}
	return p.seen[from-p.from : from-p.from+n]
}

// close notes what was written, and closes the file of the last build.
func (p *pieces) close() {
	if p.file != nil {
		p.file.Close()
	}
	if p.written != nil {
		p.w.parts.Store(p.name, p.written)
	}
}
