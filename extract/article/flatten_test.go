package article

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/rogpeppe/go-internal/txtar"
	"github.com/yuin/goldmark/text"
	"pgregory.net/rapid"
)

var update = flag.Bool("update", false, "rewrite the expected text in testdata")

// flattened returns the text of a Markdown source and the way back.
func flattened(source string) (string, []Run) {
	return flatten(NewMarkdown().Parser().Parse(text.NewReader([]byte(source))), []byte(source))
}

// TestFlatten runs the pairs NAME.md and NAME.txt of testdata/flatten.txtar.
func TestFlatten(t *testing.T) {
	const name = "testdata/flatten.txtar"
	cases, err := txtar.ParseFile(name)
	if err != nil {
		t.Fatal(err)
	}
	for i := 0; i+1 < len(cases.Files); i += 2 {
		in, want := &cases.Files[i], &cases.Files[i+1]
		t.Run(strings.TrimSuffix(in.Name, ".md"), func(t *testing.T) {
			got, runs := flattened(string(in.Data))
			checkRuns(t, got, string(in.Data), runs)
			got += "\n"
			if *update {
				want.Data = []byte(got)
			} else if diff := cmp.Diff(string(want.Data), got); diff != "" {
				t.Errorf("(-want +got)\n%s", diff)
			}
		})
	}
	if *update {
		if err := os.WriteFile(name, txtar.Format(cases), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}

// fataler is what checkRuns needs of a test.
type fataler interface {
	Fatalf(format string, args ...any)
}

// checkRuns fails unless runs are in the order of the text, apart in text and
// source, and map text to source exactly. In the source they may change
// places: goldmark puts a table that interrupts a paragraph before what is left of it.
func checkRuns(t fataler, text, source string, runs []Run) {
	last := 0
	for i, r := range runs {
		if r.Len <= 0 || r.Text < last || r.Source < 0 {
			t.Fatalf("run %d %+v is empty or out of order in %q", i, r, source)
		}
		last = r.Text + r.Len
		if last > len(text) || r.Source+r.Len > len(source) {
			t.Fatalf("run %d %+v ends outside of %q", i, r, source)
		}
		if text[r.Text:last] != source[r.Source:r.Source+r.Len] {
			t.Fatalf("run %d: text %q is source %q", i, text[r.Text:last], source[r.Source:r.Source+r.Len])
		}
	}
	bySource := slices.SortedFunc(slices.Values(runs), func(a, b Run) int { return a.Source - b.Source })
	for i := 1; i < len(bySource); i++ {
		if a, b := bySource[i-1], bySource[i]; a.Source+a.Len > b.Source {
			t.Fatalf("runs %+v and %+v share a piece of %q", a, b, source)
		}
	}
}

// TestRunsOfTableInParagraph holds a heading whose text comes behind the table
// that stands below it.
func TestRunsOfTableInParagraph(t *testing.T) {
	source := "Tuesday  \n| a | b |\n|---|---|\n---\n"
	text, runs := flattened(source)
	checkRuns(t, text, source, runs)
	if len(runs) != 3 {
		t.Errorf("%q has %d runs, want those of two cells and a heading", text, len(runs))
	}
}

// TestRunsMapBack checks the runs of random Markdown.
func TestRunsMapBack(t *testing.T) {
	pieces := rapid.SampledFrom([]string{"Tuesday", "5 June", " ", "  \n", "\n", "\n\n", "\r\n", "\t", "*", "**", "_", "`", "```\n", "~~",
		"[", "](http://x.example/)", "![", "](a.png)", "<br>", "<b>", "</b>", "&amp;", "&nbsp;", "&#8211;", "&bogus;", "&", `\*`, `\`,
		"# ", "## ", "- ", "1. ", "> ", "    ", "| a | b |\n|---|---|\n", "|", "---\n", "===\n", "https://x.example/2014", "é", "„", "[a]: /b\n", "<div>\n", ":"})
	rapid.Check(t, func(t *rapid.T) {
		source := strings.Join(rapid.SliceOfN(pieces, 0, 40).Draw(t, "pieces"), "")
		text, runs := flattened(source)
		checkRuns(t, text, source, runs)
	})
}
