package article

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"dateline/extract/timex"
)

func TestReadMarkdown(t *testing.T) {
	day, _ := timex.DayOf(2021, 12, 5)
	published := timex.DCT{Day: day, Known: true}
	for _, c := range []struct {
		name, path, source string
		want               Article
	}{
		{"YAML with everything", "content/talks.md",
			"---\nid: video-call\ntitle: \"Talks:  on\n  Tuesday\"\ndate: 2021-12-05\nlastmod: 2021-12-06T08:30+02:00\nauthors: [A. Reporter, B. Writer]\npublisher: Gazette\nsource_url: https://news.example/a?b=c\nlang: en-GB\ntags: war,  peace talks ,\ndraft: yes\nsample: true\nfull_text: false\nlayout: post\n---\nText.\n",
			Article{ID: "video-call", Title: "Talks: on Tuesday", Published: published,
				Updated: timex.DCT{Day: day + 1, Hour: 8, Minute: 30, HasClock: true, Zone: "+02:00", Known: true},
				Authors: []string{"A. Reporter", "B. Writer"}, Publisher: "Gazette", SourceURL: "https://news.example/a?b=c", Lang: "en-GB",
				Tags: []string{"war", "peace talks"}, Draft: true, Sample: true, BodyLine: 17, Text: "Text."}},
		{"TOML", "content/talks.md",
			"+++\nauthor = 'A. Reporter'\ntitle = \"Talks\"\ndate = 2021-12-05\ntags = ['war', \"peace\"]\ndraft = true\n[params]\nx = 1\n+++\nText.",
			Article{ID: "talks", Title: "Talks", Published: published, Authors: []string{"A. Reporter"}, Lang: "en",
				Tags: []string{"war", "peace"}, Draft: true, BodyLine: 10, Text: "Text."}},
		{"byte order mark, line ends of Windows and a loose fence", "talks.md",
			"\ufeff---  \r\ntitle: Talks\r\ndate: 2021-12-05\r\n---\t\r\nOn\r\nTuesday.\r\n\r\nEnd.\r\n",
			Article{ID: "talks", Title: "Talks", Published: published, Lang: "en", BodyLine: 5, Text: "On Tuesday.\n\nEnd."}},
		{"title from the first heading", "content/talks.md",
			"---\ndate: 2021-12-05\ntitle:\n---\n## Not this\n\n# The *talks* &amp; after\n",
			Article{ID: "talks", Title: "The talks & after", Published: published, Lang: "en", BodyLine: 5, Text: "Not this\n\nThe talks & after"}},
		{"title from the name", "content/a.b c.md", "---\ndate: 2021-12-05\n---\n",
			Article{ID: "a.b c", Title: "a.b c", Published: published, Lang: "en", BodyLine: 4}},
		{"a folder of its own", "content/talks/index.md", "---\ndate: 2021-12-05\n---\n",
			Article{ID: "talks", Title: "talks", Published: published, Lang: "en", BodyLine: 4}},
		{"a title that YAML takes for a number", "talks.md", "---\ntitle: 1984\ndate: 2021-12-05\n---\n",
			Article{ID: "talks", Title: "1984", Published: published, Lang: "en", BodyLine: 4 + 1}},
		{"keys of other programs", "talks.md", "---\nlayout: [post]\nurl: /posts/talks\nlink: ftp://news.example\nurl2: x\ndate: 2021-12-05\n---\n",
			Article{ID: "talks", Title: "talks", Published: published, Lang: "en", BodyLine: 8}},
		{"an alias", "talks.md", "---\ntitle: &t Talks\ndate: 2021-12-05\npublisher: *t\n---\n",
			Article{ID: "talks", Title: "Talks", Publisher: "Talks", Published: published, Lang: "en", BodyLine: 6}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := ReadMarkdown(c.path, []byte(c.source), Options{})
			if err != nil {
				t.Fatal(err)
			}
			checkRuns(t, got.Text, string(got.Body), got.Runs)
			c.want.Path = c.path
			if diff := cmp.Diff(c.want, got, cmpopts.IgnoreFields(Article{}, "Body", "Runs")); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
}

func TestReadMarkdownProblems(t *testing.T) {
	for _, c := range []struct{ name, source, want string }{
		{"no front matter", "Text.", "a.md:1: no front matter"},
		{"an empty file", "", "a.md:1: no front matter"},
		{"empty front matter", "---\n---\nText.", "a.md:1: no publication time"},
		{"a slip in the key", "---\ntitle: a\npubished: 2021-12-05\n---\nText.", "a.md:3: no publication time in the front matter (looked for date, published, published_at, publishDate, pubDate, datePublished, created); did you mean published by pubished?"},
		{"not closed", "---\ndate: 2021-12-05\n----\n", "a.md:1: the front matter is not closed"},
		{"not closed TOML", "+++\n---\n", "a.md:1: the front matter is not closed; end it with a line +++"},
		{"not YAML", "---\ntitle: Talks\ndate: [2021\n---\n", "a.md:3: the front matter is not YAML"},
		{"a list", "---\n- date\n---\n", "a.md:2: the front matter has no keys"},
		{"not TOML", "+++\ntitle = \"Talks\"\n\ndate = \n+++\n", "a.md:4: the front matter is not TOML"},
		{"twice in TOML", "+++\ndate = 2021-12-05\ndate = 2021-12-06\n+++\n", "a.md:3: the front matter is not TOML"},
		{"twice but for case", "---\ndate: 2021-12-05\n\nDate: 2021-12-05\n---\n", "a.md:4: Date is there twice, first on line 2"},
		{"a date that there is not", "---\ntitle: a\ndate: 2021-02-30\n---\n", "a.md:3: date: cannot read \"2021-02-30\""},
		{"two dates", "---\ndate: [2021-12-05, 2021-12-06]\n---\n", "a.md:2: date: want one value"},
		{"a table for a date", "+++\n[date]\nday = 5\n+++\n", "a.md:2: date: want one value"},
		{"a time only, in TOML", "+++\ndate = 08:30:00\n+++\n", "a.md:2: date: cannot read"},
		{"no switch", "---\ndate: 2021-12-05\ndraft: maybe\n---\n", "a.md:3: draft: want true or false, not \"maybe\""},
		{"no web address", "---\ndate: 2021-12-05\nsource_url: /posts/talks\n---\n", "a.md:3: source_url: want an address"},
		{"no language", "---\ndate: 2021-12-05\nlang: \"English, mostly\"\n---\n", "a.md:3: lang: want a language tag"},
		{"an id that leads elsewhere", "---\ndate: 2021-12-05\nid: ../talks\n---\n", "a.md:3: id: want a name without slashes"},
		{"a NUL", "---\ndate: 2021-12-05\n---\na\x00", "a.md:4: a NUL byte"},
		{"not UTF-8", "---\ndate: 2021-12-05\ntitle: caf\xe9\n---\n", "a.md:3: a byte is not UTF-8"},
	} {
		t.Run(c.name, func(t *testing.T) {
			_, err := ReadMarkdown("a.md", []byte(c.source), Options{})
			if err == nil || !strings.HasPrefix(err.Error(), c.want) {
				t.Errorf("got %v, want %s…", err, c.want)
			}
		})
	}
}

func TestPublishedKeys(t *testing.T) {
	const source = "---\ncreated: 2021-12-01\nDate:\npublishDate: 2021-12-03\nissued: 2021-12-04 18:30\n---\n"
	fallback, err := timex.ParseDCT("2020-01-01")
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name, source string
		opts         Options
		want         string // a day, or the beginning of the error
	}{
		{"the first usual key that has a value", source, Options{}, "2021-12-03"},
		{"a key of the owner's", source, Options{PublishedKeys: []string{"issued"}}, "2021-12-04T18:30"},
		{"their order", source, Options{PublishedKeys: []string{"date", "created", "issued"}}, "2021-12-01"},
		{"none of the owner's", source, Options{PublishedKeys: []string{"dated"}}, "a.md:1: no publication time in the front matter (looked for dated); add a line dated: 2006-01-02"},
		{"the fallback does not override", source, Options{Published: fallback}, "2021-12-03"},
		{"the fallback", "Text.", Options{Published: fallback}, "2020-01-01"},
		{"the fallback does not hide a fault", "---\ndate: soon\n---\n", Options{Published: fallback}, "a.md:2: date: cannot read \"soon\""},
		{"TOML instant", "+++\ndate = 2021-12-05T18:30:00-05:00\n+++\n", Options{}, "2021-12-05T18:30-05:00"},
		{"TOML local time", "+++\ndate = 2021-12-05T18:30:00\n+++\n", Options{}, "2021-12-05T18:30"},
		{"TOML words", "+++\ndate = \"5 December 2021\"\n+++\n", Options{}, "2021-12-05"},
		{"a YAML instant keeps its zone", "---\ndate: 2021-12-05T18:30:00Z\n---\n", Options{}, "2021-12-05T18:30Z"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := ReadMarkdown("a.md", []byte(c.source), c.opts)
			got := a.Published.String()
			if err != nil {
				got = err.Error()
			}
			if got != c.want && (err == nil || !strings.HasPrefix(got, c.want)) {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}

// FuzzReadMarkdown checks that no front matter brings the reader down, that
// an article that is read has what it must have, and that a problem names its file.
func FuzzReadMarkdown(f *testing.F) {
	for _, s := range []string{"---\ndate: 2021-12-05\ntitle: a\n---\n# b\nc *d*", "+++\ndate = 2021-12-05\n[a]\nb = [1]\n+++\n", "---\na: &a [*a]\n---\n",
		"---\n? a\n: b\n---", "---\ndate: !!binary x\n---\n", "+++\n\"date\" = 1\n'a'.b = 2\n+++", "---\n<<: {date: 2021-12-05}\n---\n", "\ufeff---\r\ndate: 2021-12-05\r\n---\r\n&#0;\\"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, src []byte) {
		a, err := ReadMarkdown("dir/a.md", src, Options{})
		if err != nil {
			if !strings.HasPrefix(err.Error(), "dir/a.md") || strings.Contains(err.Error(), "\n") && !strings.Contains(string(src), "\n") {
				t.Fatalf("%q", err)
			}
			return
		}
		if !a.Published.Known || a.ID == "" || a.Title == "" || !strings.HasSuffix(string(src), string(a.Body)) {
			t.Fatalf("%+v", a)
		}
		checkRuns(t, a.Text, string(a.Body), a.Runs)
		last := 1 + strings.Count(string(src), "\n")
		for i := 0; i <= len(a.Text); i += 1 + len(a.Text)/100 {
			if line := a.FileLine(i); line < a.BodyLine || line > last {
				t.Fatalf("offset %d is on line %d of %d to %d", i, line, a.BodyLine, last)
			}
		}
	})
}

// FuzzParseDCT checks that what is read as a publication time reads the same
// when it is written again.
func FuzzParseDCT(f *testing.F) {
	for _, s := range []string{"2021-12-05", "2021-12-05T18:30", "2021-12-05 18:30:00 +0200", "20211205T183000Z", "Sun, 05 Dec 2021 18:30:00 GMT", "December 5, 2021", "2021-12-05T18:30:00.123-05:00", "0000-01-01"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		d, err := timex.ParseDCT(s)
		if err != nil {
			return
		}
		again, err := timex.ParseDCT(d.String())
		if err != nil || again != d {
			t.Fatalf("%q is %+v, written %q, read again %+v, %v", s, d, d.String(), again, err)
		}
	})
}
