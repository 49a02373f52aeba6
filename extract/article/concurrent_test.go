package article

import (
	"sync"
	"testing"
)

// TestReadMarkdownAtOnce reads articles at the same time, for the race
// detector and for links that are defined in one article only.
func TestReadMarkdownAtOnce(t *testing.T) {
	sources := []string{
		"---\ndate: 2024-03-01\n---\n# One\n\nThe [bridge] opens on Tuesday.\n\n[bridge]: https://news.example/bridge\n",
		"---\ndate: 2024-03-01\n---\nThe [bridge] opens on Tuesday.\n\n| a | b |\n|---|---|\n| *c* | d |\n",
	}
	wants := []string{"One\n\nThe bridge opens on Tuesday.", "The [bridge] opens on Tuesday.\n\na\tb\n\nc\td"}
	var readers sync.WaitGroup
	for i := range 8 {
		readers.Go(func() {
			for range 20 {
				a, err := ReadMarkdown("a.md", []byte(sources[i%2]), Options{})
				if err != nil || a.Text != wants[i%2] {
					t.Errorf("%q, %v", a.Text, err)
				}
			}
		})
	}
	readers.Wait()
}
