package timeline

// Piece is one of the things that a format tells of one after the other.
type Piece struct {
	Kind PieceKind
	I    int // of the articles, the events or the undated events of the timeline
}

// PieceKind says what a Piece is about.
type PieceKind uint8

// What a Piece can be about.
const (
	ArticlePiece PieceKind = iota
	EventPiece
	UndatedPiece
)

// Pieces are what an earlier run wrote of single things in one format. Whoever
// fills it in answers for it that nothing changed that a piece shows: the thing
// itself, and whether it is the first of its kind.
type Pieces struct {
	// Old returns the length of what was written of p; ok is false when p is to
	// be written anew.
	Old func(p Piece) (n int, ok bool)
	// Copy puts that to where the format is written.
	Copy func(p Piece) error
	// Wrote is told which bytes of the file are about p. The pieces come in
	// their order, kind by kind.
	Wrote func(p Piece, from, to int)
}

// piece writes what is to be said of p: by write, or as it was written before.
func (x Export) piece(w *output, p Piece, write func() error) error {
	if x.Pieces == nil {
		return write()
	}
	from := w.at()
	if n, ok := x.Pieces.Old(p); !ok {
		if err := write(); err != nil {
			return err
		}
	} else {
		if err := w.Flush(); err != nil { // what stands before p
			return err
		}
		if err := x.Pieces.Copy(p); err != nil {
			return err
		}
		w.flushed.n += n
	}
	x.Pieces.Wrote(p, from, w.at())
	return nil
}

// records writes the elements of a JSON array, one a line, each a piece.
func (x Export) records(w *output, kind PieceKind, n int, record func(i int) any) error {
	w.WriteString("[")
	for i := range n {
		err := x.piece(w, Piece{kind, i}, func() error {
			if i > 0 {
				w.WriteByte(',')
			}
			w.WriteByte('\n')
			return plainJSON(w.Writer, record(i))
		})
		if err != nil {
			return err
		}
	}
	_, err := w.WriteString("\n]")
	return err
}
