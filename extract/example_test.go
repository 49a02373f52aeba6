package extract_test

import (
	"fmt"
	"log"

	"dateline/extract"
	"dateline/extract/timex"
)

func Example() {
	published, err := timex.ParseDCT("2024-03-01")
	if err != nil {
		log.Fatal(err)
	}
	x := extract.New(extract.Options{})
	r := x.Document(extract.Document{ID: "bridge", Published: published,
		Text: "The harbor bridge, which opened in 1932, was repainted in 2019."})
	for _, t := range r.Timexes {
		first, last, _ := t.Value.Days()
		fmt.Printf("%s %s, %s to %s\n", r.Text[t.Start:t.End], t.Type, first, last)
	}
	// Output:
	// 1932 DATE, 1932-01-01 to 1932-12-31
	// 2019 DATE, 2019-01-01 to 2019-12-31
}
