package timeline

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/url"
	"strings"
	"unicode/utf8"

	"dateline/extract/timex"
)

// Export is what the formats for other programs need beside the events. The
// zero Export writes a timeline without a title and without links.
type Export struct {
	Title       string
	Description string
	Lang        string           // BCP 47; "" means "en"
	BaseURL     string           // of the site, absolute, ending in "/"; "" when there is none
	EventAt     func(int) string // file name in the site of the page of an event, by index; nil when there is none
	ArticleAt   func(int) string // likewise of an article
	Pieces      *Pieces          // what an earlier run wrote, to be copied; nil for nothing
}

// output is where a format is written, and how far that is.
type output struct {
	*bufio.Writer
	flushed counter
}

// counter passes on bytes and counts them.
type counter struct {
	io.Writer
	n int
}

func (c *counter) Write(b []byte) (int, error) {
	n, err := c.Writer.Write(b)
	c.n += n
	return n, err
}

// newOutput returns the output that writes to w.
func newOutput(w io.Writer) *output {
	o := &output{flushed: counter{Writer: w}}
	o.Writer = bufio.NewWriterSize(&o.flushed, 1<<16)
	return o
}

// at returns how many bytes were written.
func (o *output) at() int { return o.flushed.n + o.Buffered() }

// Format is a way of writing a timeline for other programs.
type Format struct {
	Name      string // "csv"
	File      string // usual file name: "events.csv"
	MediaType string // "text/csv"
	Based     bool   // it can be written only with a base URL
	Placed    bool   // what it says of an event tells the place of it among all
	write     func(Export, *Timeline, *output) error
}

// Formats returns all formats, the most general first.
func Formats() []Format {
	return []Format{
		{"json", "events.json", "application/json", false, false, Export.json},
		{"csv", "events.csv", "text/csv", false, false, Export.csv},
		{"ics", "events.ics", "text/calendar", false, false, Export.ics},
		{"timelinejs", "timelinejs.json", "application/json", false, false, Export.timelineJS},
		{"timelinejs-csv", "timelinejs.csv", "text/csv", false, false, Export.timelineJSTable},
		{"jsonld", "events.jsonld", "application/ld+json", false, true, Export.jsonLD},
		{"annotations", "annotations.jsonld", "application/ld+json", false, false, Export.annotations},
		{"atom", "feed.atom", "application/atom+xml", true, false, Export.atom},
		{"jsonfeed", "feed.json", "application/feed+json", true, false, Export.jsonFeed},
	}
}

// FormatNamed returns the format of a name; ok is false when there is none.
func FormatNamed(name string) (f Format, ok bool) {
	for _, f := range Formats() {
		if f.Name == name {
			return f, true
		}
	}
	return Format{}, false
}

// Write writes t to w. It fails when w does, and for feeds when x has no base
// URL: an entry of a feed is known by its address.
func (f Format) Write(w io.Writer, x Export, t *Timeline) error {
	if f.Based && x.BaseURL == "" {
		return fmt.Errorf("writing %s: an entry of a feed is known by its address, so the base URL of the site is needed", f.Name)
	}
	if x.Lang == "" {
		x.Lang = "en"
	}
	b := newOutput(w)
	if err := f.write(x, t, b); err != nil {
		return fmt.Errorf("writing %s: %w", f.Name, err)
	}
	if err := b.Flush(); err != nil {
		return fmt.Errorf("writing %s: %w", f.Name, err)
	}
	return nil
}

// eventURL returns the address of the page of event i, relative to the site
// when it has no base URL, "" when there is no page.
func (x Export) eventURL(i int) string {
	if x.EventAt == nil {
		return ""
	}
	return x.BaseURL + x.EventAt(i)
}

// articleURL is to articles what eventURL is to events.
func (x Export) articleURL(i int) string {
	if x.ArticleAt == nil {
		return ""
	}
	return x.BaseURL + x.ArticleAt(i)
}

// eventIRI returns what event i is called in linked data: its address, or a
// name where no address is known, since a relative one would be taken to be
// beside the file.
func (x Export) eventIRI(t *Timeline, i int) string {
	if at := x.eventURL(i); x.BaseURL != "" && at != "" {
		return at
	}
	return "urn:dateline:event:" + url.PathEscape(t.Events[i].ID)
}

// articleIRI is to articles what eventIRI is to events.
func (x Export) articleIRI(t *Timeline, i int) string {
	if at := x.articleURL(i); x.BaseURL != "" && at != "" {
		return at
	}
	return "urn:dateline:article:" + url.PathEscape(t.Articles[i].Article.ID)
}

// plainJSON writes v as one line of JSON in which < and & stay as they are.
func plainJSON(w *bufio.Writer, v any) error {
	var s strings.Builder
	e := json.NewEncoder(&s)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		return err
	}
	_, err := w.WriteString(strings.TrimSuffix(s.String(), "\n"))
	return err
}

// first returns the reading and the quotation of the first evidence of e.
func (t *Timeline) first(e Event) (r *Reading, quote string) {
	if len(e.Evidence) == 0 {
		return nil, ""
	}
	r, m := t.Of(e.Evidence[0])
	return r, oneLine(m.Quote)
}

// oneLine returns s with every run of white space as one space.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }

// codePoints returns a byte span of text in code points.
func codePoints(text string, s timex.Span) (start, end int) {
	start = utf8.RuneCountInString(text[:s.Start])
	return start, start + utf8.RuneCountInString(text[s.Start:s.End])
}

// ExactDays returns the first and the last day of a date that is known to the
// day; ok is false for all others: a month has no first of the month.
func ExactDays(e timex.EDTF) (first, last timex.Day, ok bool) {
	if e.IsZero() || e.Interval && (e.OpenFrom || e.OpenTo || e.To.Day == 0 || !plain(e.To)) || e.From.Day == 0 || !plain(e.From) {
		return 0, 0, false
	}
	first, last, _, _ = e.Bounds()
	return first, last, true
}

func plain(p timex.Point) bool { return !p.Approximate && !p.Uncertain }

// stamp returns a publication time in RFC 3339. What is not known of it is
// filled up with zeros and UTC, since the formats that want a stamp know no
// other way.
func stamp(d timex.DCT) string {
	if !d.Known {
		return "1970-01-01T00:00:00Z"
	}
	zone := d.Zone
	if zone == "" {
		zone = "Z"
	}
	return fmt.Sprintf("%sT%02d:%02d:%02d%s", d.Day, d.Hour, d.Minute, d.Second, zone)
}
