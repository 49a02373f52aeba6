package timeline

import (
	"html"
	"strconv"
	"strings"

	"dateline/extract/timex"
)

// knightDate is a date of TimelineJS: a month or a day that is not known is
// left out, and DisplayDate says in words what figures cannot.
type knightDate struct {
	Year        int    `json:"year"`
	Month       int    `json:"month,omitempty"`
	Day         int    `json:"day,omitempty"`
	Hour        string `json:"hour,omitempty"`
	Minute      string `json:"minute,omitempty"`
	DisplayDate string `json:"display_date,omitempty"`
}

type knightText struct {
	Headline string `json:"headline,omitempty"`
	Text     string `json:"text,omitempty"`
}

type knightSlide struct {
	ID    string      `json:"unique_id,omitempty"`
	Start *knightDate `json:"start_date,omitempty"`
	End   *knightDate `json:"end_date,omitempty"`
	Text  knightText  `json:"text"`
	Group string      `json:"group,omitempty"`
}

// timelineJS writes the JSON that TimelineJS 3 reads.
func (x Export) timelineJS(t *Timeline, w *output) error {
	w.WriteString(`{"title": `)
	if err := plainJSON(w.Writer, knightSlide{Text: knightText{html.EscapeString(x.Title), html.EscapeString(x.Description)}}); err != nil {
		return err
	}
	w.WriteString(",\n\"events\": ")
	err := x.records(w, EventPiece, len(t.Events), func(i int) any {
		e := t.Events[i]
		s := knightSlide{ID: e.ID, Text: knightText{html.EscapeString(summary(e)), x.knightHTML(t, i)}, Group: e.Status.String()}
		from, to := knightPoints(e.Date)
		s.Start = knight(from)
		s.Start.DisplayDate = e.Status.DateWords(e.Date)
		if to != nil {
			s.End = knight(*to)
		}
		return s
	})
	w.WriteString("}\n")
	return err
}

// timelineJSTable writes the table that TimelineJS reads, its columns those of
// the published spreadsheet template.
func (x Export) timelineJSTable(t *Timeline, w *output) error {
	rows := table(w.Writer)
	rows.Write([]string{"Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
		"Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background"})
	title := make([]string, 18)
	title[9], title[10], title[15] = html.EscapeString(x.Title), html.EscapeString(x.Description), "title"
	rows.row(title)
	rows.Flush()
	for i := range t.Events {
		err := x.piece(w, Piece{EventPiece, i}, func() error {
			rows.row(x.knightRow(t, i))
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

// knightRow returns the cells of event i.
func (x Export) knightRow(t *Timeline, i int) []string {
	e := t.Events[i]
	figure := func(n int) string {
		if n == 0 {
			return ""
		}
		return strconv.Itoa(n)
	}
	row := make([]string, 18)
	from, to := knightPoints(e.Date)
	row[0], row[1], row[2], row[3] = strconv.Itoa(from.Year), figure(from.Month), figure(from.Day), knightClock(from)
	if to != nil {
		row[4], row[5], row[6], row[7] = strconv.Itoa(to.Year), figure(to.Month), figure(to.Day), knightClock(*to)
	}
	row[8], row[9], row[10], row[16] = e.Status.DateWords(e.Date), html.EscapeString(summary(e)), x.knightHTML(t, i), e.Status.String()
	return row
}

// knightPoints returns the start and the end of a date; to is nil where
// TimelineJS shall show a point. What has an open start is shown at its end.
func knightPoints(e timex.EDTF) (from timex.Point, to *timex.Point) {
	switch {
	case e.Interval && e.OpenFrom:
		return e.To, nil
	case e.Interval && !e.OpenTo:
		return e.From, &e.To
	}
	return e.From, nil
}

func knight(p timex.Point) *knightDate {
	d := &knightDate{Year: p.Year, Month: p.Month, Day: p.Day}
	d.Hour, d.Minute, _ = strings.Cut(p.Clock, ":")
	return d
}

func knightClock(p timex.Point) string {
	if len(p.Clock) == 2 {
		return p.Clock + ":00"
	}
	return p.Clock
}

// knightHTML returns the text of the slide of event i, which TimelineJS takes
// as HTML: the quotation and its source.
func (x Export) knightHTML(t *Timeline, i int) string {
	r, quote := t.first(t.Events[i])
	if r == nil {
		return ""
	}
	s := "<p>“" + html.EscapeString(quote) + "”</p><p>" + html.EscapeString(r.Article.Title) + ", published " + r.Article.Published.Day.String() + "</p>"
	if x.BaseURL != "" && x.EventAt != nil {
		s += `<p><a href="` + html.EscapeString(x.eventURL(i)) + `">How this date was worked out</a></p>`
	}
	return s
}
