package article

import (
	"strconv"
	"strings"
)

// Problem is what is wrong with an article: where, what, and what to do.
type Problem struct {
	Path string `json:"path"`           // file, or "" when the name is not known
	Line int    `json:"line,omitempty"` // from 1, counted in the file, 0 when it is the file as a whole
	What string `json:"what"`           // what was wrong, lower case, without a full stop
	Hint string `json:"hint,omitempty"` // what to do about it, "" when What says it
}

// Error returns "path:line: what; hint".
func (p *Problem) Error() string {
	var b strings.Builder
	if p.Path != "" {
		b.WriteString(p.Path)
		if p.Line > 0 {
			b.WriteString(":" + strconv.Itoa(p.Line))
		}
		b.WriteString(": ")
	} else if p.Line > 0 {
		b.WriteString("line " + strconv.Itoa(p.Line) + ": ")
	}
	b.WriteString(p.What)
	if p.Hint != "" {
		b.WriteString("; " + p.Hint)
	}
	return b.String()
}
