package event

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// articles is the folder of our own annotated articles.
const articles = "testdata/articles"

// ourWeight is what one of our articles teaches, counted in articles of the
// gold set, whose like they are meant to help with.
const ourWeight = 0.4

// TestArticles finds the events of our own articles, which the weights were
// learned from, too: a change that costs much shows here without any other set.
func TestArticles(t *testing.T) {
	docs := readArticles(t, articles)
	all, said := newTally(), newTally()
	for _, d := range docs {
		events := Find(d.in)
		checkEvents(t, d.in, events)
		all.add(d, events, false)
		said.add(d, events, true)
	}
	t.Log("events:", all)
	t.Log("statements:", said)
	if _, _, f := f1(all.exact, all.pred, all.gold); f < 0.7 {
		t.Errorf("F1 of dated events is %.3f, below 0.7", f)
	}
	if mean, _ := all.macro(); mean < 0.65 {
		t.Errorf("macro F1 of the statuses is %.3f, below 0.65", mean)
	}
	for _, c := range []timex.Confidence{timex.Explicit, timex.Inferred} {
		if n := all.sure[c]; float64(n[2]) < 0.7*float64(n[0]) {
			t.Errorf("%v: %d of %d are events of that date, fewer than 70 %%", c, n[2], n[0])
		}
	}
}

// mark is an annotated head, with one date or more.
var mark = regexp.MustCompile(`\[([^\[\]]+)\]((?:\{[^{}|]*\|[^{}|]*\|[^{}|]*\})+)`)

var markedDate = regexp.MustCompile(`\{([^{}|]*)\|([^{}|]*)\|([^{}|]*)\}`)

// readArticles reads the annotated articles of folder, in order of their names.
func readArticles(t testing.TB, folder string) []*goldDoc {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(folder, "*.txt"))
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(names)
	resolver := resolve.New(resolve.Options{})
	var docs []*goldDoc
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		d, err := parseArticle(string(data))
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		d.in.Timexes = resolver.Find(d.Text, d.in.DCT)
		d.ID = strings.TrimSuffix(filepath.Base(name), ".txt")
		d.in.ID = d.ID
		docs = append(docs, d)
	}
	return docs
}

// parseArticle reads an annotated article: lines of "name: value", an empty
// line, and the text, in which a head is marked [words]{date|status|label}.
func parseArticle(data string) (*goldDoc, error) {
	head, body, ok := strings.Cut(strings.TrimSpace(strings.ReplaceAll(data, "\r\n", "\n")), "\n\n")
	if !ok {
		return nil, fmt.Errorf("no empty line between the names and the text")
	}
	d := &goldDoc{weight: ourWeight}
	for line := range strings.Lines(head) {
		name, value, _ := strings.Cut(strings.TrimSpace(line), ":")
		value = strings.TrimSpace(value)
		switch name {
		case "dct":
			d.DCT = value
		case "title":
			d.Title = value
		}
	}
	var text strings.Builder
	at := 0
	for _, m := range mark.FindAllStringSubmatchIndex(body, -1) {
		text.WriteString(body[at:m[0]])
		span := timex.Span{Start: text.Len(), End: text.Len() + m[3] - m[2]}
		text.WriteString(body[m[2]:m[3]])
		at = m[1]
		for _, v := range markedDate.FindAllStringSubmatch(body[m[4]:m[5]], -1) {
			if _, err := timex.ParseEDTF(v[1]); err != nil {
				return nil, fmt.Errorf("the date of “%s”: %w", body[m[2]:m[3]], err)
			}
			switch v[2] {
			case "happened", "ongoing", "planned", "possible", "negated", "statement":
			default:
				return nil, fmt.Errorf("“%s” has the status %q", body[m[2]:m[3]], v[2])
			}
			d.Events = append(d.Events, goldEvent{Date: v[1], Status: v[2], Label: v[3], Text: body[m[2]:m[3]], span: span})
		}
	}
	text.WriteString(body[at:])
	d.Text = text.String()
	if i := strings.IndexAny(d.Text, "[]{}"); i >= 0 {
		return nil, fmt.Errorf("a bracket that is no mark: %q", d.Text[max(0, i-20):min(len(d.Text), i+20)])
	}
	dct, err := timex.ParseDCT(d.DCT)
	if err != nil {
		return nil, err
	}
	d.in = Input{Title: d.Title, Text: d.Text, DCT: dct}
	return d, nil
}
