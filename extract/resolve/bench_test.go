package resolve

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/extract/timex"
)

// gold is a document of a set by which the rules are measured: JSON Lines
// with "dct", "text" and "timexes" whose offsets count code points.
type gold struct {
	ID      string
	DCT     string
	Text    string
	Timexes []struct {
		Start, End   int
		Type, Value  string
		ValueMissing bool `json:"value_missing"`
	}
	Ignore     [][2]int
	TimexScope []int `json:"timex_scope"`
}

// readGold reads the documents of a set.
func readGold(t testing.TB, path string) []gold {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	var docs []gold
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		var d gold
		if err := json.Unmarshal(lines.Bytes(), &d); err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		docs = append(docs, d)
	}
	return docs
}

// sampleText returns the sentences of the tables of cases, as one text.
func sampleText(t testing.TB) string {
	t.Helper()
	paths, _ := filepath.Glob("testdata/blind/*.txt")
	var b strings.Builder
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, line := range strings.Split(string(data), "\n") {
			if _, text, _, err := readCase(line); err == nil {
				b.WriteString(text + "\n")
			}
		}
	}
	return b.String()
}

// plainText is prose with as many dates as news usually has.
const plainText = `The council of the harbor town met behind closed doors and left without a decision. Its members had
been asked to choose between two plans for the old shipyard, one of which would turn the halls into flats while the
other would keep the cranes and let the slipway to a builder of wooden boats. On Tuesday evening the mayor told a crowd
in front of the town hall that she would rather resign than sell. Nobody laughed. The yard opened in 1897, and for most
of a century the whistle that ended the shift was the clock of the town. Shopkeepers on the main street still set their
watches by it, although it has blown only on holidays for twenty years. A report that the council ordered last spring
found that the roofs would not last another winter and put the price of mending them at four million. Some of the money
could come from the region, some from a foundation, and the rest, the report said drily, from courage.
`

func benchmarkFind(b *testing.B, texts []string, dcts []timex.DCT) {
	b.Helper()
	r := New(Options{})
	size, found := 0, 0
	for i, t := range texts {
		size += len(t)
		found += len(r.Find(t, dcts[i]))
	}
	b.SetBytes(int64(size))
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		for i, t := range texts {
			r.Find(t, dcts[i])
		}
	}
	b.ReportMetric(float64(found)/float64(size)*1000, "timexes/KB")
}

// BenchmarkFind measures prose as news has it, and the tables of cases, which
// hold ten times as many expressions.
func BenchmarkFind(b *testing.B) {
	dct, _ := timex.ParseDCT("2021-12-05")
	b.Run("prose", func(b *testing.B) {
		benchmarkFind(b, []string{strings.Repeat(plainText, 8)}, []timex.DCT{dct})
	})
	b.Run("cases", func(b *testing.B) { benchmarkFind(b, []string{sampleText(b)}, []timex.DCT{dct}) })
}

// BenchmarkLength shows that the cost of a byte does not depend on the
// length of the text.
func BenchmarkLength(b *testing.B) {
	dct, _ := timex.ParseDCT("2021-12-05")
	for _, c := range []struct {
		name   string
		copies int
	}{{"2KB", 2}, {"200KB", 200}, {"20MB", 20000}} {
		b.Run(c.name, func(b *testing.B) {
			benchmarkFind(b, []string{strings.Repeat(plainText, c.copies)}, []timex.DCT{dct})
		})
	}
}

// BenchmarkCorpus measures the sets in the folder that DATELINE_EVAL names.
func BenchmarkCorpus(b *testing.B) {
	folder := os.Getenv("DATELINE_EVAL")
	if folder == "" {
		b.Skip("DATELINE_EVAL names no folder")
	}
	paths, _ := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	for _, path := range paths {
		b.Run(strings.TrimSuffix(filepath.Base(path), ".jsonl"), func(b *testing.B) {
			var texts []string
			var dcts []timex.DCT
			for _, d := range readGold(b, path) {
				dct, err := timex.ParseDCT(d.DCT)
				if err != nil {
					b.Fatal(err)
				}
				texts, dcts = append(texts, d.Text), append(dcts, dct)
			}
			benchmarkFind(b, texts, dcts)
		})
	}
}
