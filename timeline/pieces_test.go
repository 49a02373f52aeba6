package timeline

import (
	"bytes"
	"fmt"
	"testing"

	"dateline/extract/timex"
)

// TestPiecesAreCopied writes every format anew, then from the pieces of what was
// written, which must come to the same bytes.
func TestPiecesAreCopied(t *testing.T) {
	readings, _ := generate(3, 40)
	for i := range readings {
		readings[i].Events[0].Date = timex.EDTF{}
	}
	tl := Build(readings)
	x := Export{Title: "The press", BaseURL: "https://example.org/", EventAt: func(i int) string { return fmt.Sprint("events/", i) },
		ArticleAt: func(i int) string { return fmt.Sprint("articles/", i) }}
	for _, f := range Formats() {
		var plain, first, again bytes.Buffer
		if err := f.Write(&plain, x, tl); err != nil {
			t.Fatal(err)
		}
		at := map[Piece][2]int{}
		last, before := 0, Piece{}
		x.Pieces = &Pieces{Old: func(Piece) (int, bool) { return 0, false }, Wrote: func(p Piece, from, to int) {
			if from < last || to < from || p.Kind < before.Kind || p.Kind == before.Kind && p.I < before.I {
				t.Errorf("%s: %v from byte %d to %d, after byte %d and %v", f.Name, p, from, to, last, before)
			}
			at[p], last, before = [2]int{from, to}, to, p
		}}
		if err := f.Write(&first, x, tl); err != nil {
			t.Fatal(err)
		}
		copied := map[PieceKind]int{}
		x.Pieces = &Pieces{
			Wrote: func(p Piece, from, to int) {
				if at[p] != [2]int{from, to} {
					t.Errorf("%s: %v from byte %d to %d, and first from %d to %d", f.Name, p, from, to, at[p][0], at[p][1])
				}
			},
			Old: func(p Piece) (int, bool) { return at[p][1] - at[p][0], p.I%3 != 1 },
			Copy: func(p Piece) error {
				copied[p.Kind]++
				_, err := again.Write(first.Bytes()[at[p][0]:at[p][1]])
				return err
			},
		}
		if err := f.Write(&again, x, tl); err != nil {
			t.Fatal(err)
		}
		x.Pieces = nil
		if !bytes.Equal(plain.Bytes(), first.Bytes()) || !bytes.Equal(plain.Bytes(), again.Bytes()) {
			t.Errorf("%s: written from pieces it differs", f.Name)
		}
		if feed := f.Based; copied[EventPiece] == 0 && !feed {
			t.Errorf("%s: no piece was copied", f.Name)
		}
		if f.Name == "json" && (copied[ArticlePiece] == 0 || copied[UndatedPiece] == 0) {
			t.Errorf("json: %v pieces were copied", copied)
		}
	}
}
