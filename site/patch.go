package site

import (
	"bytes"
	"fmt"
	"io"
	"path"

	"github.com/spf13/afero"
)

// patch is a page that is made of parts of its file as the last build left it,
// and of what is new. Large files change little: as long as little is new,
// nothing is written, and where it comes to what is there, nothing ever is.
type patch struct {
	w     *writer
	i     int        // the page
	old   afero.File // nil where there is none that can be trusted
	size  int64      // of old
	parts []stretch  // what is not written yet
	held  int        // bytes of text in parts
	at    int64      // bytes of the page so far
	to    *staged    // nil as long as nothing is written
}

// stretch is bytes of the old file, or new ones.
type stretch struct {
	from, to int64
	text     []byte // nil for what is copied
}

// The bytes that a patch holds in memory, and that it copies at a time.
const (
	patchHolds  = 1 << 20
	patchWindow = 1 << 18
)

// Write appends what is new.
func (p *patch) Write(b []byte) (int, error) {
	n := len(b)
	p.at += int64(n)
	if k := len(p.parts) - 1; k >= 0 && p.parts[k].text != nil {
		p.parts[k].text = append(p.parts[k].text, b...)
	} else if n > 0 {
		p.parts = append(p.parts, stretch{text: append(make([]byte, 0, max(n, 512)), b...)})
	}
	most := patchHolds
	if p.old == nil {
		most = patchWindow // there is nothing to wait for
	}
	if p.held += n; p.held < most {
		return n, nil
	}
	return n, p.write()
}

// copy appends bytes of the old file.
func (p *patch) copy(from, to int64) {
	p.at += to - from
	p.keep(from, to)
}

// keep makes bytes of the old file the next part.
func (p *patch) keep(from, to int64) {
	if k := len(p.parts) - 1; k >= 0 && p.parts[k].text == nil && p.parts[k].to == from {
		p.parts[k].to = to
	} else if from < to {
		p.parts = append(p.parts, stretch{from: from, to: to})
	}
}

// write writes what is held.
func (p *patch) write() (err error) {
	if p.to == nil {
		if p.to, err = p.w.stage(&p.w.pages[p.i]); err != nil {
			return err
		}
	}
	for _, some := range p.parts {
		if some.text != nil {
			_, err = p.to.Write(some.text)
		} else {
			_, err = io.CopyBuffer(p.to, io.NewSectionReader(p.old, some.from, some.to-some.from), make([]byte, patchWindow))
		}
		if err != nil {
			return fmt.Errorf("writing %s: %w", p.to.page.Name, err)
		}
	}
	p.parts, p.held = p.parts[:0], 0
	return nil
}

// settle turns what is new, but the same as what the old file has in its place,
// into parts of that file. It reports whether nothing else is left.
func (p *patch) settle() bool {
	if p.old == nil || p.to != nil {
		return false
	}
	all := p.parts
	p.parts = nil
	at := int64(0) // where the old file goes on
	for k, some := range all {
		if some.text == nil {
			p.keep(some.from, some.to)
			at = some.to
			continue
		}
		next := p.size
		if k+1 < len(all) {
			next = all[k+1].from
		}
		there := make([]byte, len(some.text))
		if next-at == int64(len(there)) {
			if n, err := p.old.ReadAt(there, at); n == len(there) && (err == nil || err == io.EOF) && bytes.Equal(there, some.text) {
				p.keep(at, next)
				at = next
				continue
			}
		}
		p.parts = append(p.parts, some)
	}
	if len(p.parts) == 0 {
		return p.size == 0
	}
	whole := p.parts[0]
	return len(p.parts) == 1 && whole.text == nil && whole.from == 0 && whole.to == p.size
}

// stream is add for a page that write writes to a patch.
func (w *writer) stream(i int, from origin, made *pieces, write func(io.Writer) error) error {
	defer made.close()
	page, p := &w.pages[i], &made.patch
	if err := write(p); err != nil {
		if p.to != nil {
			return p.to.close(err)
		}
		return err
	}
	if p.settle() {
		*page, _ = w.was(i)
		page.From = from
		return nil
	}
	page.From = from
	err := p.write()
	if p.to == nil {
		return err
	}
	if err := p.to.close(err); err != nil {
		return err
	}
	same, err := w.isThere(i)
	if same {
		err = w.out.Remove(path.Join(staging, page.Name))
	}
	w.changed[i] = !same
	return err
}
