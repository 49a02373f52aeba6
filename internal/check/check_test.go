package check

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"dateline/extract"
	"dateline/extract/article"
	"dateline/extract/timex"
	"dateline/internal/fetch"
	"dateline/timeline"
	"dateline/timeline/review"
)

// reading returns what is extracted from an article.
func reading(t *testing.T, name, src string) timeline.Reading {
	t.Helper()
	a, err := article.ReadMarkdown(name, []byte(src), article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r := extract.New(extract.Options{}).Document(extract.DocumentOf(a))
	return timeline.Reading{Article: a, Timexes: r.Timexes, Events: r.Events, Impossible: r.Impossible}
}

// printed returns findings a line each.
func printed(findings []Finding) string {
	var lines []string
	for _, f := range Sorted(findings) {
		lines = append(lines, f.String())
	}
	return strings.Join(lines, "\n")
}

func TestArticles(t *testing.T) {
	r := reading(t, "content/a.md", "---\ntitle: A\ndate: 2021-12-05\ndate_source: meta date\ndate_confidence: ambiguous\ndate_note: day and month could be the other way around\n---\nTalks resume on Tuesday.\n")
	sure := reading(t, "content/b.md", "---\ntitle: B\ndate: 2021-12-05\ndate_source: meta date\ndate_confidence: explicit\n---\nTalks resume on Tuesday.\n")
	const want = `content/a.md:1: warning: the publication time 2021-12-05 is not sure: day and month could be the other way around; look at the source, correct it, and remove the line date_confidence`
	if diff := cmp.Diff(want, printed(Articles([]timeline.Reading{r, sure}))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	// An expression that the rules cannot place is reported with its line.
	sure.Timexes[0].Value = timex.Value{}
	if got := printed(Articles([]timeline.Reading{sure})); got != `content/b.md:7: warning: "Tuesday" could not be resolved` {
		t.Error(got)
	}
	never := reading(t, "content/c.md", "---\ntitle: C\ndate: 2021-12-05\n---\nThe lease ended\non 31/04.\n")
	if got := printed(Articles([]timeline.Reading{never})); got != `content/c.md:6: warning: "31/04" is no date: April has 30 days; look at the source, and correct it where it was copied wrongly` {
		t.Error(got)
	}
}

func TestDecisions(t *testing.T) {
	r := reading(t, "content/a.md", "---\ntitle: A\ndate: 2021-12-05\n---\nDelegates will meet on Tuesday in Geneva.\n")
	items := review.Examine(&r, &review.File{Article: "a"})
	path := func(id string) string { return "review/" + id + ".yaml" }
	if len(items) != 1 {
		t.Fatalf("%d items, want the meeting", len(items))
	}
	if got := Decisions(items, path, nil, false); len(got) > 0 {
		t.Errorf("nothing was decided, and nothing required: %v", got)
	}
	if got := printed(Decisions(items, path, nil, true)); !strings.HasPrefix(got, "content/a.md:5: warning: nobody reviewed ") {
		t.Error(got)
	}
	items[0].Stale = []review.Stale{{Kind: review.Lost, Why: "the words are gone"}}
	const want = `review/a.yaml: decision ID is stale: the words are gone; decide again with "dateline review"
review/b.yaml: no article has this name, so its decisions are orphans; rename it with the article, or remove it`
	if diff := cmp.Diff(strings.Replace(want, "ID", items[0].ID, 1), printed(Decisions(items, path, []string{"review/b.yaml"}, false))); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestPages(t *testing.T) {
	site := afero.NewMemMapFs()
	for name, text := range map[string]string{
		"index.html": `<a href="events/a.html#when">a</a> <a href="#here">b</a> <p id="here"><a href="https://example.net/">out</a> <a href="mailto:a@b.org">m</a>
			<link href="style.css"><a href="events/">list</a> <a href="https://ada.github.io/talks/events/a.html">own</a>
			<a href="events/gone.html">c</a> <a href="#nowhere">d</a> <a href="https://ada.github.io/talks/gone.html">e</a> <a href="http://[">f</a>`,
		"events/a.html":     `<h1 id="when">x</h1><p id="twice"><p id="twice"><p id="twice"><a href="../index.html">up</a> <img src="pic.png" srcset="p1.png 1x, p2.png 2x"> <a href="?q=1">s</a> <a href="a.html#top">t</a>`,
		"events/index.html": `<script src="../site.js"></script>`,
		"404.html":          `<link href="/talks/style.css"><a href="/index.html">no</a>`,
		"style.css":         "a{}", "site.js": "1", "events/pic.png": "x", "events/p1.png": "x",
	} {
		afero.WriteFile(site, name, []byte(text), 0o644)
	}
	s, err := Pages(context.Background(), site, "https://ada.github.io/talks/")
	if err != nil {
		t.Fatal(err)
	}
	const want = `404.html: "/index.html" is no link
events/a.html: the id "twice" is there twice
events/a.html: the link "p2.png" leads to events/p2.png, which is not there
index.html: "http://[" is no link
index.html: the link "#nowhere" leads to an id that index.html has not
index.html: the link "events/gone.html" leads to events/gone.html, which is not there
index.html: the link "https://ada.github.io/talks/gone.html" leads to gone.html, which is not there`
	if diff := cmp.Diff(want, printed(s.Findings)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if s.Files != 8 || s.Bytes < 500 {
		t.Errorf("%d files, %d bytes", s.Files, s.Bytes)
	}
}

func TestSizes(t *testing.T) {
	for size, want := range map[int64]Severity{1 << 20: "", 60 << 20: Warning, 101 << 20: Error} {
		var got Severity
		for _, f := range sizeOf("a", size) {
			got = f.Severity
		}
		if got != want {
			t.Errorf("%d bytes: %q, want %q", size, got, want)
		}
	}
}

func TestExternal(t *testing.T) {
	links := Outsides([]timeline.Reading{
		reading(t, "b.md", "---\ndate: 2021-12-05\nsource_url: https://gone.example.org/\n---\nText.\n\nSee [this](https://fine.example.org/) and\n[that](https://gone.example.org/), https://busy.example.org/x or [mail](mailto:a@b.org).\n"),
		reading(t, "a.md", "---\ndate: 2021-12-05\n---\n# T\n\nSee [it](https://gone.example.org/) or <https://fine.example.org/>.\n"),
	})
	asked := map[string]int{}
	findings, err := External(context.Background(), links, func(_ context.Context, address string) error {
		asked[address]++
		switch {
		case strings.Contains(address, "gone"):
			return &fetch.StatusError{Code: http.StatusNotFound}
		case strings.Contains(address, "busy"):
			return errors.New("no answer in time")
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	const want = `a.md:6: https://gone.example.org/: the server answered 404 Not Found; link to an archived copy
b.md:1: https://gone.example.org/: the server answered 404 Not Found; link to an archived copy
b.md:7: warning: https://busy.example.org/x: no answer in time
b.md:7: https://gone.example.org/: the server answered 404 Not Found; link to an archived copy`
	if diff := cmp.Diff(want, printed(findings)); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if len(asked) != 3 || asked["https://gone.example.org/"] != 1 {
		t.Errorf("asked %v", asked)
	}
}
