package extract

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/extract/timex"
)

// TestDocumentsAreIndependent checks that what is found in a document does
// not hang on the documents that the Extractor read before.
func TestDocumentsAreIndependent(t *testing.T) {
	published, err := timex.ParseDCT("2024-03-01")
	if err != nil {
		t.Fatal(err)
	}
	document := func(text string) Document { return Document{ID: "a", Published: published, Text: text} }
	before := []string{
		"He said: \"We begin on Tuesday.",
		"The war began in June 1914. Four years later it ended. In that year",
		"In fiscal 2019 sales fell. On 3 May 1998 they met; the next day",
		"von 12/07/2021 bis",
		"",
	}
	texts := []string{
		"On Tuesday the council met. \"We voted last week,\" she said. The bridge opens the next day.",
		"In the third quarter sales rose. A year earlier they fell. They met yesterday.",
		"The treaty was signed in June. Two days later the fighting stopped.",
	}
	for _, text := range texts {
		want := New(Options{}).Document(document(text)).Record(true)
		for _, b := range before {
			x := New(Options{})
			x.Document(document(b))
			if diff := cmp.Diff(want, x.Document(document(text)).Record(true)); diff != "" {
				t.Errorf("%q after %q (-alone +after)\n%s", text, b, diff)
			}
		}
	}
}
