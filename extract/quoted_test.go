package extract_test

import (
	"strings"
	"testing"

	"dateline/extract"
	"dateline/extract/timex"
)

// What somebody is asked for stays in the label where a quotation mark opens it.
func TestLabelKeepsWhatIsQuoted(t *testing.T) {
	published, err := timex.ParseDCT("2021-12-05")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"Finnish Foreign Minister Pekka Ranta on Thursday asked US Secretary of State Anna Ross to provide “security guarantees” that the pact will not come close to the border.",
		"Norwegian Energy Minister Liv Dahl on Thursday urged Swedish Prime Minister Eva Holm to deliver “price guarantees” that the mill will not shut its doors for good.",
	} {
		r := extract.New(extract.Options{}).Document(extract.Document{ID: "a", Published: published, Text: text})
		kept := false
		for _, e := range r.Events {
			kept = kept || strings.Contains(e.Label, "guarantees")
		}
		if !kept {
			t.Errorf("%s\n\tno label tells what was asked for: %+v", text, r.Events)
		}
	}
}
