package extract

import (
	"bufio"
	"encoding/xml"
	"fmt"
	"io"
	"strconv"

	"dateline/extract/resolve"
)

// WriteTimeML writes r as a TimeML document (timeml.org, version 1.2.1): the
// text with its time expressions as TIMEX3. The publication time is t0, the
// expressions are t1, t2 and so on. Characters that XML cannot hold become
// U+FFFD. It fails when w does.
func (r Result) WriteTimeML(w io.Writer) error {
	out := bufio.NewWriter(w)
	escape := func(s string) { xml.EscapeText(textOnly{out}, []byte(s)) }
	out.WriteString(xml.Header + "<TimeML>\n<DOCID>")
	escape(r.ID)
	kind := "DATE"
	if r.Published.HasClock {
		kind = "TIME"
	}
	fmt.Fprintf(out, "</DOCID>\n<DCT><TIMEX3 tid=\"t0\" type=\"%s\" value=\"%s\" temporalFunction=\"false\" functionInDocument=\"CREATION_TIME\">%[2]s</TIMEX3></DCT>\n",
		kind, r.Published)
	if r.Title != "" {
		out.WriteString("<TITLE>")
		escape(r.Title)
		out.WriteString("</TITLE>\n")
	}
	out.WriteString("<TEXT>")
	at := 0
	for i, t := range r.Timexes {
		if t.Start < at {
			continue // inside the one before: the marks of TIMEX3 do not nest
		}
		escape(r.Text[at:t.Start])
		fmt.Fprintf(out, "<TIMEX3 tid=\"t%d\" type=\"%s\" value=\"%s\"", i+1, t.Type, t.Value)
		if mod := t.Mod.String(); mod != "" {
			fmt.Fprintf(out, " mod=\"%s\"", mod)
		}
		if t.Anchor != resolve.NoAnchor {
			// Anchor is -1 for the publication time, and so t0.
			out.WriteString(" temporalFunction=\"true\" anchorTimeID=\"t" + strconv.Itoa(t.Anchor+1) + "\"")
		}
		out.WriteByte('>')
		escape(r.Text[t.Start:t.End])
		out.WriteString("</TIMEX3>")
		at = t.End
	}
	escape(r.Text[at:])
	out.WriteString("</TEXT>\n</TimeML>\n")
	return out.Flush()
}

// textOnly keeps the line ends and quotes of a text readable: package xml
// escapes for attributes as well, where they would not survive.
type textOnly struct{ *bufio.Writer }

func (w textOnly) Write(p []byte) (int, error) {
	var err error
	switch string(p) {
	case "&#xA;":
		err = w.WriteByte('\n')
	case "&#x9;":
		err = w.WriteByte('\t')
	case "&#34;":
		err = w.WriteByte('"')
	case "&#39;":
		err = w.WriteByte('\'')
	default:
		return w.Writer.Write(p)
	}
	return len(p), err
}
