package timeline

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"

	ics "github.com/arran4/golang-ical"
	"github.com/mmcdole/gofeed"
	"github.com/santhosh-tekuri/jsonschema/v6"

	"dateline/extract/article"
	"dateline/extract/event"
	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// festival is a small timeline for the formats: a day, a span of days, a
// month, an open end, a date before the common era, a disputed date, and text
// that every format has to escape.
func festival(t *testing.T) *Timeline {
	t.Helper()
	text := "The choir sang on 4 May. =SUM(A1) was not on the program; \"rain\", <wind> & storm were.\nMore follows, it said."
	dct, err := timex.ParseDCT("2023-05-06T10:00:00+02:00")
	if err != nil {
		t.Fatal(err)
	}
	r := Reading{Article: article.Article{ID: "choir", Title: "Choir sings, storm & all", Publisher: "Valley Post", Published: dct, Lang: "en", Text: text, Sample: true}}
	r.Timexes = []resolve.Timex{{Span: timex.Span{Start: 18, End: 23}, Type: timex.Date, Rule: "full-date", Anchor: resolve.NoAnchor, Confidence: timex.Explicit}}
	tl := &Timeline{}
	add := func(label, date string, status event.Status, claims ...string) {
		d, err := timex.ParseEDTF(date)
		if err != nil {
			t.Fatal(err)
		}
		id := fmt.Sprintf("e-%d", len(tl.Events))
		m := event.Event{ID: id, Head: timex.Span{Start: 10, End: 14}, Date: d, Status: status, Label: label, Timex: 0,
			Sentence: timex.Span{Start: 0, End: len(text)}, Quote: text, Confidence: timex.Explicit}
		e := Event{ID: id, Label: label, Date: d, Status: status, Confidence: timex.Explicit, Evidence: []Evidence{{0, len(r.Events)}}}
		for _, c := range append([]string{date}, claims...) {
			other, err := timex.ParseEDTF(c)
			if err != nil {
				t.Fatal(err)
			}
			e.Claims = append(e.Claims, Claim{other, []int{0}})
		}
		r.Events = append(r.Events, m)
		tl.Events = append(tl.Events, e)
	}
	add("Colony founded", "-0043", event.Happened)
	add("Choir on tour", "2019/..", event.Ongoing)
	add("Rehearsals; long, and \\ loud", "2023-04-28/2023-05-03", event.Happened)
	add("Choir sings — a label of more than seventy-five bytes, so that a calendar has to fold it, ä ö ü included", "2023-05-04", event.Happened, "2023-05-05")
	add("=HYPERLINK(\"x\")", "2023-06", event.Planned)
	add("-1+1 encores", "2023-05-07~", event.Negated)
	tl.Articles = []Reading{r}
	return tl
}

var festivalExport = Export{Title: "The festival", Description: "Songs & storms.", BaseURL: "https://example.org/festival/",
	EventAt:   func(i int) string { return fmt.Sprintf("events/e-%d.html", i) },
	ArticleAt: func(i int) string { return "articles/choir.html" }}

func export(t *testing.T, name string, x Export) string {
	t.Helper()
	f, ok := FormatNamed(name)
	if !ok {
		t.Fatalf("there is no format %q", name)
	}
	var b bytes.Buffer
	if err := f.Write(&b, x, festival(t)); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

func TestFormatsAreWrittenWithoutASite(t *testing.T) {
	for _, f := range Formats() {
		var b bytes.Buffer
		err := f.Write(&b, Export{}, festival(t))
		if f.Based != (err != nil) {
			t.Errorf("%s without a base URL: error %v; needs one: %v", f.Name, err, f.Based)
		}
		b.Reset()
		if err := f.Write(&b, festivalExport, &Timeline{}); err != nil || b.Len() == 0 {
			t.Errorf("%s of an empty timeline: %d bytes, error %v", f.Name, b.Len(), err)
		}
		if strings.HasSuffix(f.MediaType, "json") && !json.Valid(b.Bytes()) {
			t.Errorf("%s of an empty timeline is no JSON:\n%s", f.Name, b.String())
		}
	}
}

func TestCSV(t *testing.T) {
	src := export(t, "csv", festivalExport)
	if strings.Count(src, "\r\n") != strings.Count(src, "\n") {
		t.Error("a line does not end in CR LF, which RFC 4180 asks for")
	}
	rows, err := csv.NewReader(strings.NewReader(src)).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 7 {
		t.Fatalf("%d rows, want a head and 6 events", len(rows))
	}
	for _, row := range rows[1:] {
		for i, cell := range row {
			if strings.HasPrefix(cell, "=") || strings.HasPrefix(cell, "-1+") {
				t.Errorf("column %s: %q is a formula", rows[0][i], cell)
			}
		}
	}
	if got := rows[4][12]; got != "2023-05-05" {
		t.Errorf("other dates %q of a disputed event, want 2023-05-05", got)
	}
	if got, want := rows[5][2]+" "+rows[5][3], "2023-06-01 2023-06-30"; got != want {
		t.Errorf("bounds of a month %q, want %q", got, want)
	}
}

func TestCalendarHoldsOnlyDays(t *testing.T) {
	src := export(t, "ics", festivalExport)
	for line := range strings.SplitSeq(src, "\r\n") {
		if len(line) > 75 {
			t.Errorf("line of %d bytes: %s", len(line), line)
		}
	}
	cal, err := ics.ParseCalendar(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	events := cal.Events()
	if len(events) != 2 {
		t.Fatalf("%d events, want 2: what is not known to the day, or only about, stays out", len(events))
	}
	tl := festival(t)
	for i, want := range []struct{ start, end, summary string }{
		{"2023-04-28", "2023-05-04", tl.Events[2].Label}, // the end is exclusive
		{"2023-05-04", "2023-05-05", tl.Events[3].Label},
	} {
		start, err1 := events[i].GetAllDayStartAt()
		end, err2 := events[i].GetAllDayEndAt()
		if err1 != nil || err2 != nil {
			t.Fatal(err1, err2)
		}
		if got := start.Format(time.DateOnly) + " " + end.Format(time.DateOnly); got != want.start+" "+want.end {
			t.Errorf("event %d: %s, want %s %s", i, got, want.start, want.end)
		}
		if got := ics.FromText(events[i].GetProperty(ics.ComponentPropertySummary).Value); got != want.summary {
			t.Errorf("summary %q, want %q", got, want.summary)
		}
	}
	if !strings.Contains(strings.ReplaceAll(src, "\r\n ", ""), "4 of 6 events are not in this calendar") {
		t.Error("the calendar does not say how many events it leaves out")
	}
}

func TestFeeds(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile("../internal/feed/testdata/jsonfeed-1.1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	doc, err := jsonschema.UnmarshalJSON(strings.NewReader(export(t, "jsonfeed", festivalExport)))
	if err != nil {
		t.Fatal(err)
	}
	if err := schema.Validate(doc); err != nil {
		t.Error(err)
	}
	for _, name := range []string{"atom", "jsonfeed"} {
		feed, err := gofeed.NewParser().ParseString(export(t, name, festivalExport))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if feed.Title != "The festival" || feed.FeedLink == "" || len(feed.Items) != 6 {
			t.Errorf("%s: title %q, link %q, %d items", name, feed.Title, feed.FeedLink, len(feed.Items))
		}
		seen := map[string]bool{}
		for _, item := range feed.Items {
			if item.GUID == "" || seen[item.GUID] || !strings.HasPrefix(item.Link, festivalExport.BaseURL) {
				t.Errorf("%s: item %q: id %q, link %q", name, item.Title, item.GUID, item.Link)
			}
			seen[item.GUID] = true
			at := item.UpdatedParsed
			if at == nil {
				at = item.PublishedParsed
			}
			if at == nil || !at.Equal(time.Date(2023, 5, 6, 8, 0, 0, 0, time.UTC)) {
				t.Errorf("%s: item %q is of %v", name, item.Title, at)
			}
		}
	}
}

func TestJSONFollowsItsSchema(t *testing.T) {
	schema, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", schema); err != nil {
		t.Fatal(err)
	}
	compiled, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range []Export{{}, festivalExport} {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(export(t, "json", x)))
		if err != nil {
			t.Fatal(err)
		}
		if err := compiled.Validate(doc); err != nil {
			t.Error(err)
		}
	}
	wrong, err := jsonschema.UnmarshalJSON(strings.NewReader(strings.Replace(export(t, "json", Export{}), `"happened"`, `"took place"`, 1)))
	if err != nil {
		t.Fatal(err)
	}
	if compiled.Validate(wrong) == nil {
		t.Error("the schema lets a status pass that there is not")
	}
}

func TestTimelineJS(t *testing.T) {
	var got struct {
		Title  struct{ Text struct{ Headline string } }
		Events []struct {
			StartDate struct {
				Year, Month, Day int
				DisplayDate      string `json:"display_date"`
			} `json:"start_date"`
			EndDate *struct{ Year, Month, Day int } `json:"end_date"`
			Text    struct{ Headline, Text string }
		}
	}
	if err := json.Unmarshal([]byte(export(t, "timelinejs", festivalExport)), &got); err != nil {
		t.Fatal(err)
	}
	if len(got.Events) != 6 || got.Title.Text.Headline != "The festival" {
		t.Fatalf("%d events, title %q", len(got.Events), got.Title.Text.Headline)
	}
	month := got.Events[4].StartDate
	if month.Month != 6 || month.Day != 0 || month.DisplayDate != "June 2023" {
		t.Errorf("a month became %+v", month)
	}
	if got.Events[1].EndDate != nil {
		t.Error("an open end got a date")
	}
	if strings.Contains(got.Events[0].Text.Text, "<wind>") {
		t.Error("text of the article reached TimelineJS as HTML")
	}
	rows, err := csv.NewReader(strings.NewReader(export(t, "timelinejs-csv", festivalExport))).ReadAll()
	if err != nil {
		t.Fatal(err)
	}
	if len(rows) != 8 || rows[1][15] != "title" || rows[2][0] != "-43" || rows[4][6] != "3" {
		t.Errorf("rows of the table: %q", rows)
	}
}

func TestStartDateOnlyOfDays(t *testing.T) {
	var got struct {
		Items []struct {
			Item map[string]any
		} `json:"itemListElement"`
	}
	if err := json.Unmarshal([]byte(export(t, "jsonld", festivalExport)), &got); err != nil {
		t.Fatal(err)
	}
	want := []any{nil, nil, "2023-04-28", "2023-05-04", nil, nil}
	for i, item := range got.Items {
		if item.Item["startDate"] != want[i] {
			t.Errorf("%s: startDate %v, want %v", item.Item["name"], item.Item["startDate"], want[i])
		}
	}
}

func TestAnnotationsPointAtTheWords(t *testing.T) {
	var got struct {
		Items []struct {
			Target struct {
				Selector []struct {
					Exact, Prefix, Suffix string
					Start, End            int
				}
			}
		}
	}
	if err := json.Unmarshal([]byte(export(t, "annotations", festivalExport)), &got); err != nil {
		t.Fatal(err)
	}
	text := []rune(festival(t).Articles[0].Article.Text)
	if len(got.Items) != 6 {
		t.Fatalf("%d annotations, want 6", len(got.Items))
	}
	for _, a := range got.Items {
		quote, position := a.Target.Selector[0], a.Target.Selector[1]
		if quote.Exact != "4 May" || string(text[position.Start:position.End]) != "4 May" {
			t.Errorf("quotation %q at %d to %d", quote.Exact, position.Start, position.End)
		}
		if quote.Prefix != "The choir sang on " || !strings.HasPrefix(quote.Suffix, ". =SUM(A1)") {
			t.Errorf("context %q, %q", quote.Prefix, quote.Suffix)
		}
	}
}
