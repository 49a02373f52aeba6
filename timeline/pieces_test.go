package timeline

import (
	"bytes"
	"fmt"
	"testing"
)

// TestPiecesAreCopied writes every format anew, then from the pieces of what was
// written, which must come to the same bytes.
func TestPiecesAreCopied(t *testing.T) {
	readings, _ := generate(3, 40)
	tl := Build(readings)
	x := Export{Title: "The press", BaseURL: "https://example.org/", EventAt: func(i int) string { return fmt.Sprint("events/", i) },
		ArticleAt: func(i int) string { return fmt.Sprint("articles/", i) }}
	for _, f := range Formats() {
		var plain, first, again bytes.Buffer
		if err := f.Write(&plain, x, tl); err != nil {
			t.Fatal(err)
		}
		at := make([][2]int, len(tl.Events))
		last := 0
		x.Pieces = &Pieces{Of: func(int) []byte { return nil }, Wrote: func(i, from, to int) {
			if from < last || to < from {
				t.Errorf("%s: event %d from byte %d to %d, after byte %d", f.Name, i, from, to, last)
			}
			at[i], last = [2]int{from, to}, to
		}}
		if err := f.Write(&first, x, tl); err != nil {
			t.Fatal(err)
		}
		copied := 0
		x.Pieces = &Pieces{Wrote: func(int, int, int) {}, Of: func(i int) []byte {
			if i%3 == 0 {
				return nil
			}
			copied++
			return first.Bytes()[at[i][0]:at[i][1]]
		}}
		if err := f.Write(&again, x, tl); err != nil {
			t.Fatal(err)
		}
		x.Pieces = nil
		if !bytes.Equal(plain.Bytes(), first.Bytes()) || !bytes.Equal(plain.Bytes(), again.Bytes()) {
			t.Errorf("%s: written from pieces it differs", f.Name)
		}
		if feed := f.Based; copied == 0 && !feed {
			t.Errorf("%s: no piece was copied", f.Name)
		}
	}
}
