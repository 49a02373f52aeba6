package cli

import (
	"fmt"
	"io"
)

// progress rewrites one line on a terminal. On anything else it is silent.
// The nil progress is silent too.
type progress struct {
	w     io.Writer
	done  int
	shown int // what the line tells of, 0 when there is no line
}

func newProgress(w io.Writer) *progress {
	if !isTerminal(w) {
		return nil
	}
	return &progress{w: w}
}

// step counts one piece of work of total.
func (p *progress) step(what string, total int) {
	if p == nil {
		return
	}
	p.done++
	if now := 1 + p.done*100/total; now != p.shown {
		p.shown = now
		fmt.Fprintf(p.w, "\r\x1b[K%s: %d of %d", what, p.done, total)
	}
}

// tick counts one piece of work where the total is not known.
func (p *progress) tick(what string) {
	if p == nil {
		return
	}
	if p.done++; p.done%100 == 0 {
		p.shown = p.done
		fmt.Fprintf(p.w, "\r\x1b[K%d %s", p.done, what)
	}
}

// clear takes the line away.
func (p *progress) clear() {
	if p != nil && p.shown > 0 {
		fmt.Fprint(p.w, "\r\x1b[K")
		p.shown = 0
	}
}
