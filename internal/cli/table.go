package cli

import (
	"bufio"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"

	"dateline/extract"
	"dateline/extract/timex"
)

// tableWriter prints results for people.
type tableWriter struct {
	out     *bufio.Writer
	undated bool
	count   int
}

func (w *tableWriter) write(r extract.Result) error {
	if w.count > 0 {
		fmt.Fprintln(w.out)
	}
	w.count++
	fmt.Fprintf(w.out, "%s, published %s\n", r.ID, publishedWords(r.Published))
	if len(r.Timexes) > 0 {
		fmt.Fprintln(w.out)
		t := newTable(w.out, "words", "type", "value", "rule")
		for _, x := range r.Timexes {
			value := x.Value.String()
			if mod := x.Mod.String(); mod != "" {
				value += " " + mod
			}
			t.row(oneLine(r.Text[x.Start:x.End]), x.Type.String(), value, x.Rule)
		}
		t.close()
	}
	dated := 0
	for _, e := range r.Events {
		if w.undated || !e.Date.IsZero() {
			dated++
		}
	}
	if dated > 0 {
		fmt.Fprintln(w.out)
		t := newTable(w.out, "date", "status", "event", "place")
		for _, e := range r.Events {
			if w.undated || !e.Date.IsZero() {
				t.row(e.Status.DateWords(e.Date), e.Status.String(), oneLine(e.Label), e.Place)
			}
		}
		t.close()
	}
	if len(r.Timexes) == 0 && dated == 0 {
		fmt.Fprintln(w.out, "  no time expression found")
	}
	return w.out.Flush()
}

func (w *tableWriter) close() error { return w.out.Flush() }

// table is a block of aligned columns, indented by two blanks.
type table struct{ *tabwriter.Writer }

func newTable(w io.Writer, heads ...string) table {
	t := table{tabwriter.NewWriter(w, 0, 8, 2, ' ', tabwriter.TabIndent)}
	for i, h := range heads {
		heads[i] = strings.ToUpper(h)
	}
	t.row(heads...)
	return t
}

func (t table) row(cells ...string) {
	for len(cells) > 0 && cells[len(cells)-1] == "" {
		cells = cells[:len(cells)-1]
	}
	fmt.Fprintf(t, "  %s\n", strings.Join(cells, "\t"))
}

func (t table) close() { t.Flush() }

// oneLine returns s with every run of white space made one blank.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// publishedWords returns a publication time as a reader would say it:
// "Sunday 5 December 2021", "Sunday 5 December 2021, 18:30 +02:00".
func publishedWords(d timex.DCT) string {
	s := d.Day.Weekday().String() + " " + timex.DayEDTF(d.Day).Words()
	if d.HasClock {
		s += fmt.Sprintf(", %02d:%02d", d.Hour, d.Minute)
		switch d.Zone {
		case "":
		case "Z":
			s += " UTC"
		default:
			s += " " + d.Zone
		}
	}
	return s
}
