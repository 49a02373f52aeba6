package site

import (
	"bytes"
	"strings"
	"testing"

	ics "github.com/arran4/golang-ical"
	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/spf13/afero"

	"dateline/timeline"
)

// TestEventFiles reads the files beside the pages of events with readers that
// are not ours.
func TestEventFiles(t *testing.T) {
	doc, err := jsonschema.UnmarshalJSON(bytes.NewReader(timeline.Schema))
	if err != nil {
		t.Fatal(err)
	}
	c := jsonschema.NewCompiler()
	if err := c.AddResource("schema.json", doc); err != nil {
		t.Fatal(err)
	}
	schema, err := c.Compile("schema.json")
	if err != nil {
		t.Fatal(err)
	}
	cfg := harborConfig
	cfg.BaseURL = "https://example.org/port/"
	tl := harbor(t)
	out := afero.NewMemMapFs()
	build(t, cfg, tl, out)
	files := tree(t, out)
	for _, e := range tl.Events {
		at := "events/" + slug(e.ID)
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(files[at+".json"]))
		if err != nil {
			t.Fatalf("%s.json: %v", at, err)
		}
		if err := schema.Validate(doc); err != nil {
			t.Errorf("%s.json: %v", at, err)
		}
		data := doc.(map[string]any)
		if events := data["events"].([]any); len(events) != 1 || events[0].(map[string]any)["id"] != e.ID || events[0].(map[string]any)["page"] != cfg.BaseURL+at+".html" {
			t.Errorf("%s.json has the events %v", at, events)
		}
		for _, a := range data["articles"].([]any) {
			a := a.(map[string]any)
			if page := strings.TrimPrefix(a["page"].(string), cfg.BaseURL); !strings.Contains(files[page], a["title"].(string)) {
				t.Errorf("%s.json: the page of %s is said to be %s", at, a["id"], page)
			}
		}
		calendar, has := files[at+".ics"]
		first, _, day := timeline.ExactDays(e.Date)
		if has != day || has != strings.Contains(files[at+".html"], slug(e.ID)+".ics") {
			t.Errorf("%s is known to the day: %v; it has a calendar: %v", e.Date, day, has)
		}
		if !has {
			continue
		}
		cal, err := ics.ParseCalendar(strings.NewReader(calendar))
		if err != nil {
			t.Fatalf("%s.ics: %v", at, err)
		}
		if len(cal.Events()) != 1 {
			t.Fatalf("%s.ics has %d events", at, len(cal.Events()))
		}
		if start, err := cal.Events()[0].GetAllDayStartAt(); err != nil || start.Format("2006-01-02") != first.String() {
			t.Errorf("%s.ics begins %v (%v), want %s", at, start, err, first)
		}
	}
}

// TestEventFilesAreAChoice builds without files of single events, and asks from
// which number of events on there are none.
func TestEventFilesAreAChoice(t *testing.T) {
	no, yes := false, true
	cfg := harborConfig
	cfg.EventFiles = &no
	out := afero.NewMemMapFs()
	build(t, cfg, harbor(t), out)
	for name, content := range tree(t, out) {
		if strings.HasPrefix(name, "events/") && (!strings.HasSuffix(name, ".html") || strings.Contains(content, " download>")) {
			t.Errorf("there is or leads to a file of an event: %s", name)
		}
	}
	for _, test := range []struct {
		said   *bool
		events int
		want   bool
	}{{nil, EventFiles, true}, {nil, EventFiles + 1, false}, {&yes, EventFiles + 1, true}, {&no, 1, false}} {
		if got := (Config{EventFiles: test.said}).hasEventFiles(test.events); got != test.want {
			t.Errorf("%v with %d events: %v", test.said, test.events, got)
		}
	}
}
