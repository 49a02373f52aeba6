package intake

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dateline/extract/article"
	"dateline/extract/timex"
)

const story = `The harbor council voted on Friday to widen the northern quay, ending a dispute that had divided the town since spring.
Work is to begin in March and should be finished by the end of next year. Two fishing cooperatives had asked for a delay until June.
The quay was last repaired in 1998. A storm in October tore away forty meters of its outer wall.`

func itemOf(title, url, body string) Item {
	day, _ := timex.DayOf(2021, 12, 4)
	return Item{Title: title, URL: url, Body: textBody(body), Published: Finding{Time: timex.DCT{Day: day, Known: true}, Source: "test", Confidence: timex.Explicit}}
}

func openStore(t *testing.T, fsys afero.Fs) *Store {
	t.Helper()
	s, err := OpenStore(context.Background(), fsys, "content", article.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func TestStore(t *testing.T) {
	for name, fsys := range map[string]afero.Fs{"memory": afero.NewMemMapFs(), "disk": afero.NewBasePathFs(afero.NewOsFs(), t.TempDir())} {
		t.Run(name, func(t *testing.T) {
			s := openStore(t, fsys)
			path, err := s.Add(itemOf("Größe “matters”: a café’s 2nd story", "https://www.example.org/a?utm_source=x", story), false)
			if err != nil || path != "content/2021-12-04-grosse-matters-a-cafes-2nd-story.md" {
				t.Fatalf("%s, %v", path, err)
			}
			raw, err := afero.ReadFile(fsys, path)
			if err != nil || !strings.Contains(string(raw), "title: \"Größe “matters”: a café’s 2nd story\"\ndate: 2021-12-04\n") {
				t.Errorf("%v\n%s", err, raw)
			}
			// Another article of the same title and day gets a name of its own.
			second, err := s.Add(itemOf("Größe “matters”: a café’s 2nd story", "", "Something else entirely happened on Monday in the lower town, and nobody wrote about it until Thursday."), false)
			if err != nil || second != strings.TrimSuffix(path, ".md")+"-2.md" {
				t.Errorf("%s, %v", second, err)
			}
			// The folder is read again, as a later run would.
			s = openStore(t, fsys)
			var d *Duplicate
			for how, item := range map[string]Item{
				"same address": itemOf("Another", "http://example.org/a/", "A wholly different text about the weather of next week, which will be fine until Sunday evening."),
				"same text":    itemOf("Another", "https://copy.example.net/b", strings.Replace(story, "forty meters", "almost forty meters", 1)),
			} {
				if _, err := s.Add(item, false); !errors.As(err, &d) || d.How != how || d.Path != path {
					t.Errorf("%s: %v", how, err)
				}
			}
			if _, err := s.Add(Item{Body: story}, false); !errors.Is(err, ErrUndated) {
				t.Errorf("without a time: %v", err)
			}
			files, _ := afero.ReadDir(fsys, "content")
			if len(files) != 2 {
				t.Errorf("%d files, want 2", len(files))
			}
		})
	}
}

func TestDryStore(t *testing.T) {
	fsys := afero.NewMemMapFs()
	s := openStore(t, fsys)
	if _, err := s.Add(itemOf("A", "", story), true); err != nil {
		t.Fatal(err)
	}
	var d *Duplicate
	if _, err := s.Add(itemOf("B", "", story), true); !errors.As(err, &d) {
		t.Errorf("a duplicate within one run: %v", err)
	}
	if ok, _ := afero.Exists(fsys, "content"); ok {
		t.Error("something was written")
	}
}

// A later report on the same matter shares sentences, and is no duplicate.
func TestResemblance(t *testing.T) {
	later := story[:len(story)/2] + " On Monday the council of the neighboring town protested. Its mayor said that the new quay would take half of the trade from the southern harbor, which was only finished two years ago, and that she would sue."
	for _, test := range []struct {
		name string
		text string
		same bool
	}{
		{"the same", story, true},
		{"other case and punctuation", strings.ToUpper(strings.ReplaceAll(story, ",", " –")), true},
		{"a sentence more", story + " The vote was open.", true},
		{"a later report", later, false},
		{"nothing in common", "The telescope was built in 1969, and its cables are older than those who look through it.", false},
	} {
		if got := resemblance(sketchOf(story), sketchOf(test.text)); (got >= sameText) != test.same {
			t.Errorf("%s: resemblance %.2f", test.name, got)
		}
	}
}

func TestAddressKey(t *testing.T) {
	const want = "example.org/a/b?id=1&page=2"
	for _, address := range []string{
		"https://example.org/a/b?id=1&page=2", "http://www.example.org/a/b/?page=2&id=1", "https://m.example.org/a/b?utm_source=x&id=1&page=2#top",
		"HTTPS://EXAMPLE.ORG:443/a/b?fbclid=1&id=1&page=2", "https://amp.example.org/a/b/amp?id=1&page=2",
	} {
		if got := addressKey(address); got != want {
			t.Errorf("%s: %s, want %s", address, got, want)
		}
	}
	for _, address := range []string{"", "mailto:a@b.org", "/a/b", "javascript:1"} {
		if got := addressKey(address); got != "" {
			t.Errorf("%q has the key %q", address, got)
		}
	}
	if addressKey("https://example.org/a?id=1") == addressKey("https://example.org/a?id=2") {
		t.Error("pages that differ by a number are one")
	}
}

func TestDetect(t *testing.T) {
	for _, test := range []struct {
		name, contentType, head string
		want                    Format
	}{
		{"https://x.org/a", "text/html; charset=utf-8", "<p>hello", HTML},
		{"a", "", "\n<!-- x --><!DOCTYPE html><html>", HTML},
		{"https://x.org/feed", "application/xml", `<?xml version="1.0"?><rss version="2.0">`, Feed},
		{"https://x.org/feed", "text/html", `<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom">`, Feed},
		{"a.json", "", `{"version": "https:\/\/jsonfeed.org\/version\/1.1"`, Feed},
		{"https://x.org/a.json?x=y.html", "application/json", `{"title":`, JSON},
		{"a.JSONL", "", `{"title":"x"}`, JSONLines},
		{"a", "", "{\"title\":\"x\"}\n{\"title\":\"y\"}\n", JSONLines},
		{"a", "", "[\n{", JSON},
		{"a.csv", "", "id,text\n", CSV},
		{"a.warc.gz", "", "\x1f\x8b\x08", WARC},
		{"a", "", "WARC/1.0\r\n", WARC},
		{"a.pdf", "", "%PDF-1.7", Other},
		{"https://x.org/a", "image/png", "\x89PNG", Other},
		{"a.docx", "", "PK\x03\x04", Other},
		{"a", "", "---\ntitle: x\n", Markdown},
		{"a.md", "", "text", Markdown},
		{"a.txt", "", "https://x.org/a\nhttps://x.org/b\n", Links},
		{"a.txt", "", "https://x.org/a is where it was said.\n", Text},
		{"a", "", "Some text.", Text},
	} {
		if got := Detect(test.name, test.contentType, []byte(test.head)); got != test.want {
			t.Errorf("%s (%s) %q: %s, want %s", test.name, test.contentType, test.head, got, test.want)
		}
	}
}
