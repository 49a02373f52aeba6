package extract

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"dateline/extract/article"
	"dateline/extract/resolve"
	"dateline/extract/timex"
)

// corpus returns the articles that the benchmarks read: those of the JSON
// Lines file that DATELINE_CORPUS names, else the samples of the repository.
func corpus(b *testing.B) (docs []Document, size int) {
	b.Helper()
	add := func(a article.Article, err error) {
		if err != nil {
			b.Fatal(err)
		}
		docs = append(docs, DocumentOf(a))
		size += len(a.Text)
	}
	if path := os.Getenv("DATELINE_CORPUS"); path != "" {
		file, err := os.Open(path)
		if err != nil {
			b.Fatal(err)
		}
		defer file.Close()
		for line := range article.Lines(file) {
			if line.Err != nil {
				b.Fatal(line.Err)
			}
			add(article.ParseLine(line.Bytes, timex.DCT{}))
		}
		return docs, size
	}
	paths, err := filepath.Glob("../content/*.md")
	if err != nil || len(paths) == 0 {
		b.Fatalf("no samples in ../content: %v", err)
	}
	for _, path := range paths {
		source, err := os.ReadFile(path)
		if err != nil {
			b.Fatal(err)
		}
		add(article.ReadMarkdown(path, source, article.Options{}))
	}
	return docs, size
}

// BenchmarkDocument measures the whole of extraction, expressions and events,
// on one core: MB/s of article text.
func BenchmarkDocument(b *testing.B) {
	docs, size := corpus(b)
	x := New(Options{})
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			x.Document(d)
		}
	}
}

// BenchmarkTimexes measures time expressions alone, on the same articles.
func BenchmarkTimexes(b *testing.B) {
	docs, size := corpus(b)
	r := resolve.New(resolve.Options{})
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, d := range docs {
			r.Find(d.Text, d.Published)
		}
	}
}

// BenchmarkRecord measures what it costs to write a Result for other programs.
func BenchmarkRecord(b *testing.B) {
	docs, size := corpus(b)
	x := New(Options{})
	var results []Result
	for _, d := range docs {
		results = append(results, x.Document(d))
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	for b.Loop() {
		for _, r := range results {
			r.Record(false)
		}
	}
}

// BenchmarkLength shows that the cost of a byte hardly depends on the length
// of a document.
func BenchmarkLength(b *testing.B) {
	docs, _ := corpus(b)
	for _, copies := range []int{1, 10, 100} {
		b.Run(strconv.Itoa(copies), func(b *testing.B) {
			d := docs[0]
			d.Text = strings.Repeat(d.Text+"\n\n", copies)
			x := New(Options{})
			b.SetBytes(int64(len(d.Text)))
			b.ReportAllocs()
			for b.Loop() {
				x.Document(d)
			}
		})
	}
}
