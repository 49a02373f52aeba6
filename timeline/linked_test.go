package timeline

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/piprate/json-gold/ld"
)

// contexts are the terms of the vocabularies that we use, as their publishers
// define them: a name that they do not have is an error when it is expanded.
type contexts map[string]string

var vocabularies = contexts{
	"https://schema.org":               "testdata/contexts/schema.org.jsonld",
	"http://www.w3.org/ns/anno.jsonld": "testdata/contexts/anno.jsonld",
}

// LoadDocument implements ld.DocumentLoader without a network.
func (c contexts) LoadDocument(address string) (*ld.RemoteDocument, error) {
	name, ok := c[address]
	if !ok {
		return nil, fmt.Errorf("%s is no vocabulary of ours", address)
	}
	src, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	doc, err := ld.DocumentFromReader(strings.NewReader(string(src)))
	return &ld.RemoteDocument{DocumentURL: address, Document: doc}, err
}

// triples returns the statements that a reader of linked data finds in a
// format, one a line as N-Quads. A name that the vocabulary does not have
// fails the test.
func triples(t *testing.T, format string) string {
	t.Helper()
	var doc any
	if err := json.Unmarshal([]byte(export(t, format, festivalExport)), &doc); err != nil {
		t.Fatal(err)
	}
	opts := ld.NewJsonLdOptions("")
	opts.DocumentLoader, opts.SafeMode = vocabularies, true
	opts.Format = "application/n-quads"
	out, err := ld.NewJsonLdProcessor().ToRDF(doc, opts)
	if err != nil {
		t.Fatalf("%s: %v", format, err)
	}
	return out.(string)
}

func TestLinkedDataIsUnderstood(t *testing.T) {
	const schema, oa = "http://schema.org/", "http://www.w3.org/ns/oa#"
	for _, c := range []struct {
		format string
		counts map[string]int // how often each predicate or object is to be found
	}{
		{"jsonld", map[string]int{
			"#type> <" + schema + "ItemList>": 1, "#type> <" + schema + "ListItem>": 6, "#type> <" + schema + "Event>": 6,
			"<" + schema + "subjectOf>": 6, "<" + schema + "startDate>": 2, "^^<" + schema + "Date>": 3 + 1,
			"<" + schema + "eventStatus> <https://schema.org/EventScheduled>": 1,
			"<" + schema + "eventStatus> <https://schema.org/EventCancelled>": 1,
		}},
		{"annotations", map[string]int{
			"#type> <" + oa + "Annotation>": 6, "<" + oa + "hasTarget>": 6, "<" + oa + "hasBody>": 12,
			"#type> <" + oa + "TextQuoteSelector>": 6, "#type> <" + oa + "TextPositionSelector>": 6,
			"<" + oa + "motivatedBy> <" + oa + "describing>": 6, "<" + oa + "hasPurpose> <" + oa + "tagging>": 6,
			"<" + oa + "exact> \"4 May\"": 6, "<" + oa + "hasSource> <https://example.org/festival/articles/choir.html>": 6,
		}},
	} {
		t.Run(c.format, func(t *testing.T) {
			said := triples(t, c.format)
			for words, want := range c.counts {
				if got := strings.Count(said, words); got != want {
					t.Errorf("%d statements with %s, want %d", got, words, want)
				}
			}
			if t.Failed() {
				t.Log(said)
			}
		})
	}
}
