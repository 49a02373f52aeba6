package article

import (
	"strings"
	"testing"
)

// BenchmarkReadMarkdown reads an article of usual length: front matter,
// 30 paragraphs, links and emphasis.
func BenchmarkReadMarkdown(b *testing.B) {
	source := []byte("---\ntitle: Talks on the bridge\ndate: 2024-03-01\nauthors: [A. Reporter, B. Writer]\ntags: [talks, bridge]\n---\n" +
		strings.Repeat("The council *voted* on Tuesday to repair the [old bridge](https://news.example/bridge), which\nhas been closed since June &amp; will open next year.\n\n", 30))
	b.ReportAllocs()
	b.SetBytes(int64(len(source)))
	for b.Loop() {
		if _, err := ReadMarkdown("content/bridge.md", source, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
