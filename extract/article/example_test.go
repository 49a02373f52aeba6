package article_test

import (
	"fmt"
	"log"
	"strings"

	"dateline/extract/article"
)

func ExampleReadMarkdown() {
	a, err := article.ReadMarkdown("content/bridge.md", []byte(`---
title: The bridge
date: 2024-03-01
---
Repairs will begin
next *month*.
`), article.Options{})
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(a.ID, a.Published)
	fmt.Println(a.Text)
	at := strings.Index(a.Text, "month")
	fmt.Println("line", a.FileLine(at), "of the file,", string(a.Body[a.Source(at):a.Source(at)+5]), "in the source")
	// Output:
	// bridge 2024-03-01
	// Repairs will begin next month.
	// line 6 of the file, month in the source
}
