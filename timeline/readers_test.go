package timeline

import (
	"encoding/csv"
	"encoding/json"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/internal/browser"
)

// bare is an export whose site has no address yet.
var bare = Export{Title: "The festival", EventAt: festivalExport.EventAt, ArticleAt: festivalExport.ArticleAt}

// TestTablesReadElsewhere gives both tables to csv-parse, which takes no
// liberties with RFC 4180: it must find the cells that went in.
func TestTablesReadElsewhere(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"csv", "timelinejs-csv"} {
		src := export(t, name, festivalExport)
		got := browser.Read[[][]string](t, "csv", src)
		want, err := csv.NewReader(strings.NewReader(src)).ReadAll()
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s (-ours +theirs):\n%s", name, diff)
		}
	}
	rows := browser.Read[[][]string](t, "csv", export(t, "csv", festivalExport))
	if got, want := rows[4][7], festival(t).Events[3].Label; got != want {
		t.Errorf("label %q, want %q", got, want)
	}
	if got, want := rows[1][18], strings.ReplaceAll(festival(t).Articles[0].Article.Text, "\n", " "); got != want {
		t.Errorf("quote %q, want %q", got, want)
	}
}

// TestCalendarReadElsewhere gives the calendar to ical.js.
func TestCalendarReadElsewhere(t *testing.T) {
	t.Parallel()
	type entry struct {
		UID, Summary, Start, End string
		AllDay                   bool
	}
	got := browser.Read[[]entry](t, "calendar", export(t, "ics", festivalExport))
	events := festival(t).Events
	want := []entry{
		{"e-2@dateline", events[2].Label, "2023-04-28", "2023-05-04", true},
		{"e-3@dateline", events[3].Label, "2023-05-04", "2023-05-05", true},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("the calendar (-want +got):\n%s", diff)
	}
}

// TestLinkedDataReadElsewhere gives linked data to jsonld, which must find a
// meaning for every property and an address or a name for everything, and to
// the types of the vocabularies: those of schema.org in schema-dts, and those
// of the W3C's annotations in @iiif/presentation-3.
func TestLinkedDataReadElsewhere(t *testing.T) {
	t.Parallel()
	contexts, err := filepath.Abs("testdata/contexts")
	if err != nil {
		t.Fatal(err)
	}
	for name, x := range map[string]Export{"with an address": festivalExport, "without an address": bare} {
		for format, types := range map[string]string{"jsonld": "schema.org", "annotations": "annotations"} {
			t.Run(format+" "+name, func(t *testing.T) {
				src := export(t, format, x)
				quads := browser.Read[[][3]string](t, "ld", src, contexts)
				count := map[string]int{}
				for _, q := range quads {
					count[q[1]]++
				}
				one := map[string]string{"jsonld": "http://schema.org/subjectOf", "annotations": "http://www.w3.org/ns/oa#hasTarget"}[format]
				if count[one] != 6 {
					t.Errorf("%d statements with %s, want 6", count[one], one)
				}
				for _, fault := range browser.Read[[]string](t, types, src) {
					t.Error(fault)
				}
				if x.BaseURL == "" {
					return
				}
				wrong := strings.NewReplacer(`"@type":"Event"`, `"@type":"Evening"`, "TextQuoteSelector", "TextSelector").Replace(src)
				if len(browser.Read[[]string](t, types, wrong)) == 0 {
					t.Error("the types let pass what there is not")
				}
			})
		}
	}
}

// TestAnnotationsAnchorElsewhere lets Apache Annotator find the words of each
// annotation in the text of its article, by quotation and by position.
func TestAnnotationsAnchorElsewhere(t *testing.T) {
	t.Parallel()
	tl := festival(t)
	// Positions count characters, of which some take two units in a script.
	text := &tl.Articles[0].Article.Text
	*text = strings.Replace(*text, "The choir", "🎶 e\u0301 choir", 1)
	shift := len(*text) - len(festival(t).Articles[0].Article.Text)
	for i := range tl.Articles[0].Timexes {
		x := &tl.Articles[0].Timexes[i]
		x.Start, x.End = x.Start+shift, x.End+shift
	}
	var b strings.Builder
	f, _ := FormatNamed("annotations")
	if err := f.Write(&b, festivalExport, tl); err != nil {
		t.Fatal(err)
	}
	given, err := json.Marshal(map[string]any{
		"texts": map[string]string{"https://example.org/festival/articles/choir.html": *text},
		"page":  json.RawMessage(b.String()),
	})
	if err != nil {
		t.Fatal(err)
	}
	found := browser.Read[[]map[string][][2]any](t, "anchors", string(given))
	if len(found) != len(tl.Events) {
		t.Fatalf("%d annotations, want %d", len(found), len(tl.Events))
	}
	for i, a := range found {
		for _, by := range []string{"TextQuoteSelector", "TextPositionSelector"} {
			if len(a[by]) != 1 || a[by][0][1] != "4 May" {
				t.Errorf("annotation %d by %s: %v, want 4 May once", i, by, a[by])
			}
		}
	}
}
