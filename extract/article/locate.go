package article

import (
	"bytes"
	"sort"
	"strings"
)

// Source returns the place in Body that a byte offset into Text comes from.
// Text that has no source counts as the end of the run before it. For plain
// text, which has no Body, it returns the offset itself.
func (a *Article) Source(offset int) int {
	if a.Body == nil {
		return offset
	}
	i := sort.Search(len(a.Runs), func(i int) bool { return a.Runs[i].Text > offset }) - 1
	if i < 0 {
		return 0
	}
	r := a.Runs[i]
	return r.Source + min(offset-r.Text, r.Len)
}

// FileLine returns the line of the file, from 1, that a byte offset into Text
// comes from.
func (a *Article) FileLine(offset int) int {
	at := a.Source(offset)
	if a.Body == nil {
		return a.BodyLine + strings.Count(a.Text[:at], "\n")
	}
	return a.BodyLine + bytes.Count(a.Body[:at], []byte("\n"))
}
