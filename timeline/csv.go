package timeline

import (
	"bufio"
	"encoding/csv"
	"strconv"
	"strings"
)

// csv writes a row an event, after RFC 4180.
func (x Export) csv(t *Timeline, w *output) error {
	rows := table(w.Writer)
	rows.Write([]string{"id", "date", "earliest", "latest", "date_in_words", "status", "was_planned", "label", "participants", "place",
		"confidence", "review", "other_dates", "articles", "published", "publisher", "article", "source_url", "quote", "page"})
	rows.Flush()
	for i := range t.Events {
		err := x.piece(w, Piece{EventPiece, i}, func() error {
			rows.row(x.csvRow(t, i))
			rows.Flush()
			return rows.Error()
		})
		if err != nil {
			return err
		}
	}
	rows.Flush()
	return rows.Error()
}

// csvRow returns the cells of event i.
func (x Export) csvRow(t *Timeline, i int) []string {
	e := t.Events[i]
	first, last, hasFirst, hasLast := e.Date.Bounds()
	row := make([]string, 20)
	row[0], row[1], row[4], row[5] = e.ID, e.Date.String(), e.Status.DateWords(e.Date), e.Status.String()
	if hasFirst {
		row[2] = first.String()
	}
	if hasLast {
		row[3] = last.String()
	}
	if e.WasPlanned {
		row[6] = "yes"
	}
	row[7], row[8], row[9] = e.Label, strings.Join(e.Participants, "; "), e.Place
	row[10], row[11] = e.Confidence.String(), e.Review.State.String()
	if e.Conflict() {
		var others []string
		for _, c := range e.Claims[1:] {
			others = append(others, c.Date.String())
		}
		row[12] = strings.Join(others, "; ")
	}
	row[13] = strconv.Itoa(t.articles(e))
	if r, quote := t.first(e); r != nil {
		a := r.Article
		row[14], row[15], row[16], row[17], row[18] = a.Published.String(), a.Publisher, a.Title, a.SourceURL, quote
	}
	row[19] = x.eventURL(i)
	return row
}

// tableWriter writes rows of which no cell is a formula.
type tableWriter struct{ *csv.Writer }

func table(w *bufio.Writer) tableWriter {
	c := csv.NewWriter(w)
	c.UseCRLF = true
	return tableWriter{c}
}

// row writes one row. A cell that a spreadsheet would run as a formula gets an
// apostrophe before it, which spreadsheets do not show; a number is none.
func (t tableWriter) row(cells []string) {
	for i, c := range cells {
		if c != "" && strings.ContainsRune("=+-@\t\r", rune(c[0])) && !number(c) {
			cells[i] = "'" + c
		}
	}
	t.Write(cells)
}

// number reports whether s is a whole number, as the years before the common
// era are.
func number(s string) bool {
	_, err := strconv.Atoi(s)
	return err == nil
}

// articles returns the number of articles that speak of e.
func (t *Timeline) articles(e Event) int {
	seen := map[int]bool{}
	for _, ev := range e.Evidence {
		seen[ev.Article] = true
	}
	return len(seen)
}
