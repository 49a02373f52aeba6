package extract_test

import (
	"fmt"
	"log"

	"dateline/extract"
	"dateline/extract/timex"
)

func Example() {
	published, err := timex.ParseDCT("2024-03-01") // a Friday
	if err != nil {
		log.Fatal(err)
	}
	x := extract.New(extract.Options{})
	r := x.Document(extract.Document{
		ID:        "bridge",
		Published: published,
		Text:      "The harbor bridge opened in 1932. The council voted on Tuesday. Repairs will begin next month.",
	})
	for _, t := range r.Timexes {
		fmt.Printf("%s: %s, %s\n", r.Text[t.Start:t.End], t.Value, t.Confidence)
	}
	for _, e := range r.Events {
		fmt.Printf("%s: %s (%s)\n", e.Date.Words(), r.Text[e.Head.Start:e.Head.End], e.Status)
	}
	// Output:
	// 1932: 1932, explicit
	// Tuesday: 2024-02-27, inferred
	// next month: 2024-04, explicit
	// 1932: opened (happened)
	// 27 February 2024: voted (happened)
	// April 2024: begin (planned)
}
