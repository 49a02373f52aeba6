package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"dateline/extract/timex"
)

// importer returns an importer of the files in testdata, and a local server
// that has them too.
func importer(t *testing.T) (*Importer, *httptest.Server) {
	t.Helper()
	server := httptest.NewServer(http.FileServer(http.Dir("testdata")))
	t.Cleanup(server.Close)
	get := func(ctx context.Context, address string) (Got, error) {
		resp, err := server.Client().Get(address)
		if err != nil {
			return Got{}, err
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			return Got{}, errors.New(resp.Status)
		}
		body, err := io.ReadAll(resp.Body)
		return Got{Address: address, ContentType: resp.Header.Get("Content-Type"), Body: body}, err
	}
	return &Importer{Files: afero.NewBasePathFs(afero.NewOsFs(), "testdata/sources"), Get: get}, server
}

// outcome is an entry on a few lines.
func outcome(e Entry) string {
	if e.Err != nil {
		return "error: " + e.Err.Error()
	}
	i := e.Item
	words := strings.Fields(i.Body)
	return fmt.Sprintf("%s | %s (%s, %s) | updated %s | %s | %s | %s | %s | %d words, %s … %s", i.Title, i.Published.Time, i.Published.Source,
		i.Published.Confidence, i.Updated, strings.Join(i.Authors, ", "), i.Publisher, i.URL, i.Lang, len(words), words[0], words[len(words)-1])
}

// imported returns what a source comes to, an entry a line.
func imported(im *Importer, server *httptest.Server, name string) string {
	var lines []string
	for e := range im.Import(context.Background(), name) {
		line := e.From + ": " + outcome(e)
		lines = append(lines, strings.ReplaceAll(line, server.URL, "SERVER"))
	}
	return strings.Join(lines, "\n")
}

func TestSources(t *testing.T) {
	im, server := importer(t)
	for name, want := range map[string]string{
		"full.rss": `
full.rss#1: Harbor council votes to widen the northern quay | 2021-12-04T09:15+01:00 (RSS pubDate, explicit) | updated  | Mara Lindqvist | The Quay Observer | https://quay.example.org/harbor | en-US | 133 words, The … month.
full.rss#2: Last shift leaves the tin mine after 140 years & other news | 2021-12-10T22:00-05:00 (RSS pubDate, explicit) | updated  |  | The Quay Observer | https://quay.example.org/mine | en-US | 107 words, The … month.
full.rss#3: error: the entry "An entry without anything" has neither text nor a link`,
		"atom.xml": `
atom.xml#1: Court protects the name of a mountain cheese | 2021-12-06T15:10-06:00 (Atom published, explicit) | updated 2021-12-07T09:00-06:00 | Ana Reyes | Valley notes | https://valley.example.org/cheese | en-GB | 102 words, The … month.
atom.xml#2: Wolf seen in the valley for the first time since 1911 | 2021-12-07T12:00+01:00 (feed updated, inferred) | updated  |  | Valley notes | https://valley.example.org/wolf | en-GB | 103 words, A … month.`,
		"feed.json": `
feed.json#1: Radio telescope to listen again from February | 2021-12-03T10:00-04:00 (JSON Feed date_published, explicit) | updated  | Ivo Sand | Plateau log | https://log.example.org/telescope | en | 99 words, The … month.`,
		"broken.rss": `
broken.rss: error: reading the feed: XML syntax error on line 2: unexpected EOF`,
		"articles.csv": `
articles.csv:2: Beekeepers count their losses after a mild winter | 2021-12-05 (field date, explicit) | updated  | Astrid Holm |  |  |  | 47 words, Beekeepers … April.
articles.csv:5: Stadium roof passes its last test | 2021-05-12 (field date, ambiguous) | updated  |  |  |  |  | 75 words, The … 2020.
articles.csv:6: error: date: cannot read "next week" as a publication time; write it as 2006-01-02 or 2006-01-02T15:04:05+02:00
articles.csv:7: error: neither text nor an address of it; name the column of the text "text"`,
		"articles.jsonl": `
articles.jsonl:1: Parliament adopts the budget with one vote to spare | 2021-12-10T07:30+01:00 (field published, explicit) | updated  |  |  | https://lines.example.org/budget |  | 80 words, Parliament … success.
articles.jsonl:2: error: want a JSON object {…}
articles.jsonl:3:  | 2021-12-01 (field dct, explicit) | updated  |  |  |  |  | 78 words, The … built.`,
		"list.json": `
list.json#1: Ferry with 84 people freed from a sandbank | 2021-12-12 (field date, explicit) | updated  |  |  | https://list.example.org/ferry |  | 71 words, A … week.`,
		"note.txt": `
note.txt: Court to rule on the quarry in January | 2021-12-08T18:00+01:00 (line published: of the text, explicit) | updated  | Ina Wells |  |  |  | 56 words, The … year.`,
		"post.md": `
post.md: Teachers end their strike after eleven days |  (, ) | updated  |  |  |  |  | 60 words, Teachers … December.`,
		"none.html": `
none.html: error: no such file`,
		"SERVER/pages/meta-offset.html": `
SERVER/pages/meta-offset.html: Border talks set for Tuesday after months of silence | 2021-12-05T18:30+02:00 (meta article:published_time, explicit) | updated  | Jon Asker | Pass Herald | https://herald.example.net/2021/12/border-talks | en-GB | 102 words, Grazing … part.`,
		"SERVER/sources/list.json": `
SERVER/sources/list.json#1: Ferry with 84 people freed from a sandbank | 2021-12-12 (field date, explicit) | updated  |  |  | https://list.example.org/ferry |  | 71 words, A … week.`,
		"SERVER/none": `
SERVER/none: error: 404 Not Found`,
	} {
		got := imported(im, server, strings.Replace(name, "SERVER", server.URL, 1))
		if diff := cmp.Diff(strings.TrimSpace(want), got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

// The entries of a feed of teasers are followed; what the page does not tell
// comes from the feed, and so does a surer time of publication.
func TestTeasersAreFollowed(t *testing.T) {
	im, server := importer(t)
	raw, err := os.ReadFile("testdata/sources/teasers.rss")
	if err != nil {
		t.Fatal(err)
	}
	feed := strings.NewReplacer("<link>/", "<link>"+server.URL+"/", "<link>pages", "<link>"+server.URL+"/pages").Replace(string(raw))
	im.Files = afero.NewMemMapFs()
	afero.WriteFile(im.Files, "teasers.rss", []byte(feed), 0o644)
	const want = `
teasers.rss#1 (SERVER/pages/meta-offset.html): Border talks set for Tuesday after months of silence | 2021-12-05T18:30+02:00 (meta article:published_time, explicit) | updated  | Jon Asker | Pass Herald | https://herald.example.net/2021/12/border-talks | en-GB | 102 words, Grazing … part.
teasers.rss#2 (SERVER/pages/undated.html): Glacier loses more ice in one summer than in the decade before | 2021-12-13T08:00+01:00 (RSS pubDate, explicit) | updated  | Uli Frey | Mixed feed | SERVER/pages/undated.html | en | 72 words, The … August.
teasers.rss#3 (SERVER/pages/address-only.html): Recount confirms a majority of eleven votes | 2021-11-29T20:15+01:00 (RSS pubDate, explicit) | updated  |  | Mixed feed | SERVER/politics/2021/11/29/recount-confirms-majority | en | 85 words, A … 1995.
teasers.rss#4 (SERVER/pages/gone.html): error: 404 Not Found`
	if diff := cmp.Diff(strings.TrimSpace(want), imported(im, server, "teasers.rss")); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	im.Teasers = true
	if got := imported(im, server, "teasers.rss"); !strings.HasPrefix(got, "teasers.rss#1: Talks | 2021-12-05T16:30Z (RSS pubDate, explicit)") {
		t.Errorf("as they are: %s", got)
	}
}

func TestLinksAndFolders(t *testing.T) {
	im, server := importer(t)
	im.Files = afero.NewMemMapFs()
	raw, err := os.ReadFile("testdata/sources/links.txt")
	if err != nil {
		t.Fatal(err)
	}
	write := func(name string, text string) { afero.WriteFile(im.Files, name, []byte(text), 0o644) }
	write("in/b/links.txt", strings.ReplaceAll(string(raw), "BASE", server.URL))
	write("in/a.txt", "A title\n\nSome text of the ninth of May.")
	write("in/.hidden/c.txt", "Hidden")
	write("in/picture.png", "\x89PNG")
	im.Published = timex.DCT{Day: 18000, Known: true}
	got := imported(im, server, "in")
	for i, want := range []string{"in/a.txt: A title | 2019-04-14 (given by hand, explicit)", "in/b/links.txt:2 (SERVER/pages/meta-offset.html): Border talks",
		"in/b/links.txt:3 (SERVER/pages/meta-offset.html?utm_source=list): Border talks", `in/b/links.txt:4: error: not an address: "not an address"`} {
		if lines := strings.Split(got, "\n"); len(lines) != 4 || !strings.HasPrefix(lines[i], want) {
			t.Errorf("line %d: want %q in\n%s", i, want, got)
		}
	}
}

// The number given by hand is for what states no time of its own.
func TestStatedTimeWins(t *testing.T) {
	im, server := importer(t)
	im.Published = timex.DCT{Day: 18000, Known: true}
	if got := imported(im, server, "note.txt"); !strings.Contains(got, "2021-12-08T18:00+01:00") {
		t.Error(got)
	}
	if got := imported(im, server, "post.md"); !strings.Contains(got, "2019-04-14 (given by hand, explicit)") {
		t.Error(got)
	}
}

// A Markdown file keeps what its front matter says: a draft stays a draft.
func TestMarkdownKeepsItsFrontMatter(t *testing.T) {
	im, _ := importer(t)
	im.Files = afero.NewMemMapFs()
	im.PublishedKeys = []string{"issued"}
	const src = "+++\ntitle = \"Talks\"\nissued = 2021-12-05T18:30:00+02:00\ndraft = true\nfull_text = true\ntags = [\"a\", \"b\"]\n" +
		"date_source = \"meta date\"\ndate_confidence = \"ambiguous\"\ndate_note = \"another says so\"\n+++\nTalks *resume* on Tuesday.\n"
	const want = "---\ntitle: \"Talks\"\nissued: 2021-12-05T18:30+02:00\ndate_source: \"meta date\"\ndate_confidence: ambiguous\n" +
		"date_note: \"another says so\"\ntags: [\"a\", \"b\"]\ndraft: true\nfull_text: true\n---\nTalks *resume* on Tuesday.\n"
	afero.WriteFile(im.Files, "a.md", []byte(src), 0o644)
	for e := range im.Import(context.Background(), "a.md") {
		if diff := cmp.Diff(want, string(e.Item.Markdown("issued"))); diff != "" || e.Err != nil {
			t.Errorf("%v (-want +got):\n%s", e.Err, diff)
		}
	}
}
