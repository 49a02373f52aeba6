package intake

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/extract/article"
)

var update = flag.Bool("update", false, "rewrite the expected articles in testdata")

// readPage reads a page of testdata as if it had been got from an address
// that says nothing.
func readPage(t *testing.T, name string) (Item, error) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("testdata/pages", name+".html"))
	if err != nil {
		t.Fatal(err)
	}
	return ReadHTML(raw, "text/html", "https://www.example.org/read/"+name, Options{})
}

// TestPages compares every page with the article that it should become. The
// pages are written in the markup of publishers of many kinds.
func TestPages(t *testing.T) {
	paths, err := filepath.Glob("testdata/pages/*.html")
	if err != nil || len(paths) < 25 {
		t.Fatalf("found %d pages (%v), want at least 25", len(paths), err)
	}
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".html")
		item, err := readPage(t, name)
		got := ""
		if err != nil {
			got = "error: " + err.Error() + "\n"
		} else {
			item.settle()
			got = string(item.Markdown(""))
			for _, note := range item.Notes {
				got += "note: " + note + "\n"
			}
		}
		golden := strings.TrimSuffix(path, ".html") + ".golden"
		if *update {
			if err := os.WriteFile(golden, []byte(got), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(golden)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(string(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
		if item.Body == "" || !item.Published.Known() {
			continue
		}
		a, err := article.ReadMarkdown(name+".md", []byte(got), article.Options{})
		if err != nil {
			t.Errorf("%s: the article cannot be read back: %v", name, err)
		} else if a.Published != item.Published.Time || a.Title != item.Title {
			t.Errorf("%s: read back as %q of %s, want %q of %s", name, a.Title, a.Published, item.Title, item.Published.Time)
		}
	}
}

// TestPublished says of each page when it was published, where that was
// found, and how sure it is; and when it was updated.
func TestPublished(t *testing.T) {
	for _, test := range []struct{ page, published, source, confidence, updated string }{
		{"address-only", "2021-11-29", "address of the page", "inferred", ""},
		{"analytics-meta", "2021-12-06T15:10-06:00", "meta parsely-pub-date, zone from meta sailthru.date", "explicit", ""},
		{"blog-graph", "2021-12-04T08:15:22Z", "JSON-LD datePublished", "explicit", "2021-12-05T10:00Z"},
		{"broadcaster", "2021-12-05T16:04:31Z", "JSON-LD datePublished", "explicit", ""},
		{"broadsheet", "2021-12-06T09:14:07Z", "JSON-LD datePublished", "explicit", "2021-12-06T13:40:02Z"},
		{"broken-jsonld", "2021-12-10T11:00+01:00", "JSON-LD datePublished", "explicit", ""},
		{"broken-markup", "2021-12-10", "meta date", "explicit", ""},
		{"byline-words", "2021-12-06T07:05", "visible byline", "inferred", ""},
		{"cable-updated", "2021-12-06T11:05-05:00", `visible "published"`, "inferred", "2021-12-07T18:32-05:00"},
		{"citation-meta", "2021-12-13", "meta citation_publication_date", "explicit", ""},
		{"disagreeing", "2021-12-08T16:00Z", "JSON-LD datePublished", "ambiguous", ""},
		{"dublin-core", "2021-12-03", "meta dc.date.issued", "explicit", ""},
		{"figures-american", "2021-12-05", "visible byline", "ambiguous", ""},
		{"figures-british", "2021-12-07T18:10", "visible byline", "ambiguous", ""},
		{"hostile", "2021-12-05", "meta article:published_time", "explicit", ""},
		{"live-blog", "2021-12-07T06:00+01:00", "JSON-LD datePublished", "explicit", "2021-12-07T21:45+01:00"},
		{"meta-offset", "2021-12-05T18:30+02:00", "meta article:published_time", "explicit", ""},
		{"microdata", "2021-11-30T17:45+01:00", "meta datepublished", "explicit", "2021-12-01T08:00+01:00"},
		{"midnight", "2021-12-08", "JSON-LD datePublished", "explicit", ""},
		{"page-with-sidebar", "2021-12-08T19:42", "visible byline", "inferred", ""},
		{"placeholder-date", "2021-12-04T09:30+01:00", `visible "published"`, "inferred", ""},
		{"related-first", "2021-12-05T18:30+02:00", "JSON-LD datePublished", "explicit", ""},
		{"republished", "2021-12-02", "meta pubdate", "ambiguous", ""},
		{"script-date", "2021-12-10T07:30+01:00", "meta publish-date", "explicit", ""},
		{"tables-2003", "2003-03-06T23:20Z", `visible "published"`, "inferred", ""},
		{"tabloid", "2021-12-02T18:30Z", "<time>", "explicit", "2021-12-03T09:12Z"},
		{"text-in-data", "2021-12-07T12:00+01:00", "JSON-LD datePublished", "explicit", ""},
		{"time-plain", "2021-12-11T20:05", "<time>", "inferred", ""},
		{"time-pubdate", "2021-12-09T17:20+01:00", "<time>", "explicit", ""},
		{"undated", "", "", "", ""},
		{"unix-time", "2021-12-07T11:00Z", "meta cxenseparse:recs:publishtime", "explicit", ""},
		{"utc-evening", "2021-12-07T20:12:40-05:00", "JSON-LD datePublished, zone from <time>", "explicit", "2021-12-08T15:02:11Z"},
		{"utf8-declared-latin", "2021-12-10T07:30+01:00", "meta dcterms.created", "explicit", ""},
		{"windows-1252", "2021-12-12", "meta dc.date.issued", "explicit", ""},
		{"wire", "2021-12-15T13:02:05Z", "meta article:published_time", "explicit", "2021-12-15T14:31Z"},
	} {
		item, err := readPage(t, test.page)
		if err != nil {
			t.Errorf("%s: %v", test.page, err)
			continue
		}
		f := item.Published
		got := []string{f.Time.String(), f.Source, f.Confidence.String(), item.Updated.String()}
		if diff := cmp.Diff([]string{test.published, test.source, test.confidence, test.updated}, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", test.page, diff)
		}
		if (f.Confidence.String() != "explicit") != (f.Why != "" || !f.Known()) {
			t.Errorf("%s: confidence %s with the reason %q", test.page, f.Confidence, f.Why)
		}
	}
}

// Whatever a page holds, the article is text: goldmark leaves raw HTML out,
// but nothing of it should come that far.
func TestNothingHostileIsKept(t *testing.T) {
	item, err := readPage(t, "hostile")
	if err != nil {
		t.Fatal(err)
	}
	a, err := article.ReadMarkdown("a.md", item.Markdown(""), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	var html strings.Builder
	if err := article.NewMarkdown().Convert(a.Body, &html); err != nil {
		t.Fatal(err)
	}
	for _, bad := range []string{"<script", "<img", "<svg", "<iframe", "<form", "onclick", "href=\"javascript", "href=\"data", "raw HTML omitted", "closed since 1900", "written", "<h1", "<li"} {
		if strings.Contains(html.String(), bad) {
			t.Errorf("the rendered article has %q:\n%s", bad, html.String())
		}
	}
	for _, text := range []string{"<script>alert(10)</script>", "[x](javascript:alert(11))", "&lt;b&gt;", "# Not a heading", "- not a list", "1. not one either"} {
		if !strings.Contains(a.Text, text) {
			t.Errorf("the text lost %q:\n%s", text, a.Text)
		}
	}
}

// TestSharper says what one finding adds to another.
func TestSharper(t *testing.T) {
	for _, test := range []struct{ first, other, want string }{
		{"2021-12-08", "2021-12-08T09:30", "2021-12-08T09:30"},
		{"2021-12-08", "2021-12-07T21:30-05:00", "2021-12-08"},
		{"2021-12-08T01:12:40Z", "2021-12-07T20:12:40-05:00", "2021-12-07T20:12:40-05:00"},
		{"2021-12-08T01:12:40Z", "2021-12-07T20:12", "2021-12-07T20:12:40-05:00"},
		{"2021-12-08T01:12Z", "2021-12-08T06:42", "2021-12-08T06:42+05:30"},
		{"2021-12-08T01:12Z", "2021-12-08T06:47", "2021-12-08T01:12Z"},
		{"2021-12-08T01:12Z", "2021-12-08T20:12", "2021-12-08T01:12Z"},
		{"2021-12-08T01:12Z", "2021-12-08T01:12", "2021-12-08T01:12Z"},
		{"2021-12-08T01:12Z", "2021-12-07T20:13-05:00", "2021-12-08T01:12Z"},
		{"2021-12-08T01:12+01:00", "2021-12-07T20:12", "2021-12-08T01:12+01:00"},
	} {
		finding := func(s string) Finding {
			dct, err := ParseStamp(s)
			if err != nil {
				t.Fatal(err)
			}
			return Finding{Time: dct, Source: "a"}
		}
		if got, _ := sharper(finding(test.first), finding(test.other)); got.String() != test.want {
			t.Errorf("%s and %s: %s, want %s", test.first, test.other, got, test.want)
		}
	}
}

func FuzzReadHTML(f *testing.F) {
	paths, _ := filepath.Glob("testdata/pages/*.html")
	for _, path := range paths {
		if raw, err := os.ReadFile(path); err == nil {
			f.Add(raw)
		}
	}
	f.Fuzz(func(t *testing.T, raw []byte) {
		item, err := ReadHTML(raw, "text/html", "https://www.example.org/a", Options{})
		if err != nil || !item.Published.Known() {
			return
		}
		item.settle()
		a, err := article.ReadMarkdown("a.md", item.Markdown(""), article.Options{})
		if err != nil {
			t.Fatalf("the article cannot be read back: %v\n%s", err, item.Markdown(""))
		}
		if a.Published != item.Published.Time {
			t.Errorf("published %s became %s", item.Published.Time, a.Published)
		}
	})
}
