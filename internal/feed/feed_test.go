package feed

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/mmcdole/gofeed"
	"github.com/santhosh-tekuri/jsonschema/v6"
)

var ferry = Feed{Title: "Ferry & bridge", Description: "What changed", Lang: "en", ID: "https://example.org/changes.html", Home: "https://example.org/changes.html",
	Atom: "https://example.org/changes.atom", JSON: "https://example.org/changes.json", Author: "Ferry & bridge",
	Entries: []Entry{
		{ID: "https://example.org/changes.html#b", URL: "https://example.org/events/b.html", Title: "Corrected: <toll> set", Text: "date & place", At: "2024-03-20T00:00:00Z", Author: "rk", Subject: []string{"corrected"}},
		{ID: "https://example.org/changes.html#a", URL: "https://example.org/events/a.html", Title: "Added", Text: "", At: "2024-03-15T00:00:00Z"},
	}}

// TestReadersUnderstandFeeds reads both formats with a reader that is not ours.
func TestReadersUnderstandFeeds(t *testing.T) {
	for name, write := range map[string]func(Feed, *bytes.Buffer) error{
		"atom": func(f Feed, b *bytes.Buffer) error { return f.WriteAtom(b) },
		"json": func(f Feed, b *bytes.Buffer) error { return f.WriteJSON(b) },
	} {
		var out bytes.Buffer
		if err := write(ferry, &out); err != nil {
			t.Fatal(err)
		}
		got, err := gofeed.NewParser().Parse(&out)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got.Title != ferry.Title || got.Link != ferry.Home || len(got.Items) != len(ferry.Entries) {
			t.Fatalf("%s: %q at %q with %d items", name, got.Title, got.Link, len(got.Items))
		}
		for i, item := range got.Items {
			want := ferry.Entries[i]
			at := item.UpdatedParsed
			if at == nil {
				at = item.PublishedParsed
			}
			read := Entry{ID: item.GUID, URL: item.Link, Title: item.Title, Text: item.Description + item.Content, At: at.UTC().Format(time.RFC3339), Subject: item.Categories}
			if len(item.Authors) > 0 {
				read.Author = item.Authors[0].Name
			}
			if diff := cmp.Diff(want, read); diff != "" {
				t.Errorf("%s (-want +got):\n%s", name, diff)
			}
		}
	}
}

// TestJSONFollowsItsSpecification holds JSON Feed to a schema of the
// specification, and the schema to what the specification forbids.
func TestJSONFollowsItsSpecification(t *testing.T) {
	c := jsonschema.NewCompiler()
	c.AssertFormat()
	schema, err := c.Compile("testdata/jsonfeed-1.1.schema.json")
	if err != nil {
		t.Fatal(err)
	}
	valid := func(src string) error {
		doc, err := jsonschema.UnmarshalJSON(strings.NewReader(src))
		if err != nil {
			return err
		}
		return schema.Validate(doc)
	}
	for _, f := range []Feed{ferry, {Title: "Empty"}} {
		var out bytes.Buffer
		if err := f.WriteJSON(&out); err != nil {
			t.Fatal(err)
		}
		if err := valid(out.String()); err != nil {
			t.Errorf("%s: %v", f.Title, err)
		}
	}
	var out bytes.Buffer
	if err := ferry.WriteJSON(&out); err != nil {
		t.Fatal(err)
	}
	for _, wrong := range [][2]string{
		{`"items": [`, `"entries": [`},
		{`version/1.1`, `version/2`},
		{`"content_text"`, `"content"`},
		{`2024-03-20T00:00:00Z`, `2024-03-20`},
		{`"id": "https`, `"guid": "https`},
		{`"url": "https://example.org/events/b.html"`, `"url": "events/b.html"`},
	} {
		if !strings.Contains(out.String(), wrong[0]) {
			t.Fatalf("the feed has no %s", wrong[0])
		}
		if valid(strings.Replace(out.String(), wrong[0], wrong[1], 1)) == nil {
			t.Errorf("%s passes", wrong[1])
		}
	}
}
