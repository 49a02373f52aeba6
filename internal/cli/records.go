package cli

import (
	"bufio"
	"bytes"
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"

	"dateline/extract"
)

// recordWriter prints results one by one in one of the formats of extract.
type recordWriter interface {
	write(extract.Result) error
	close() error
}

// newRecordWriter returns the writer of a format; "auto" is a table on a
// terminal and JSON Lines elsewhere.
func newRecordWriter(format string, w io.Writer, undated bool) recordWriter {
	if format == "auto" {
		format = "jsonl"
		if isTerminal(w) {
			format = "table"
		}
	}
	out := bufio.NewWriterSize(w, 64<<10)
	switch format {
	case "table":
		return &tableWriter{out: out, undated: undated}
	case "timeml":
		return timemlWriter{w}
	case "csv":
		return &csvWriter{out: csv.NewWriter(out), flush: out.Flush, undated: undated}
	case "json":
		return &jsonWriter{out: out, open: "[\n", between: ",\n", end: "\n]\n", undated: undated}
	}
	return &jsonWriter{out: out, end: "\n", between: "\n", undated: undated}
}

// jsonWriter prints records as lines, or as one array of one record a line.
type jsonWriter struct {
	out                *bufio.Writer
	buf                bytes.Buffer
	open, between, end string
	undated            bool
	count              int
}

func (w *jsonWriter) write(r extract.Result) error {
	if w.count == 0 {
		w.out.WriteString(w.open)
	} else {
		w.out.WriteString(w.between)
	}
	w.count++
	w.buf.Reset()
	enc := json.NewEncoder(&w.buf)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(r.Record(w.undated)); err != nil {
		return err
	}
	_, err := w.out.Write(bytes.TrimSuffix(w.buf.Bytes(), []byte("\n")))
	return err
}

func (w *jsonWriter) close() error {
	switch {
	case w.count > 0:
		w.out.WriteString(w.end)
	case w.open != "":
		w.out.WriteString("[]\n")
	}
	return w.out.Flush()
}

// csvWriter prints one row an expression and one row an event.
type csvWriter struct {
	out     *csv.Writer
	flush   func() error
	undated bool
	begun   bool
}

func (w *csvWriter) begin() error {
	if w.begun {
		return nil
	}
	w.begun = true
	return w.out.Write([]string{"document", "published", "kind", "start", "end", "text", "type", "value", "mod",
		"from", "to", "status", "label", "participants", "place", "quote", "confidence", "rule", "why"})
}

func (w *csvWriter) write(r extract.Result) error {
	if err := w.begin(); err != nil {
		return err
	}
	rec := r.Record(w.undated)
	for _, t := range rec.Timexes {
		if err := w.out.Write([]string{rec.ID, rec.Published, "timex", strconv.Itoa(t.Start), strconv.Itoa(t.End), t.Text,
			t.Type, t.Value, t.Mod, t.From, t.To, "", "", "", "", "", t.Confidence, t.Rule, t.Why}); err != nil {
			return err
		}
	}
	for _, e := range rec.Events {
		if err := w.out.Write([]string{rec.ID, rec.Published, "event", strconv.Itoa(e.Start), strconv.Itoa(e.End), e.Text,
			"", e.Date, "", "", "", e.Status, e.Label, strings.Join(e.Participants, "; "), e.Place, e.Quote, e.Confidence, "", e.Why}); err != nil {
			return err
		}
	}
	return nil
}

func (w *csvWriter) close() error {
	if err := w.begin(); err != nil {
		return err
	}
	w.out.Flush()
	if err := w.out.Error(); err != nil {
		return err
	}
	return w.flush()
}

// timemlWriter prints one TimeML document after the other.
type timemlWriter struct{ out io.Writer }

func (w timemlWriter) write(r extract.Result) error { return r.WriteTimeML(w.out) }

func (w timemlWriter) close() error { return nil }
