package resolve

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/extract/timex"
)

// readCase reads a line of a table of cases:
//
//	DCT | sentence with [marked expressions] | TYPE VALUE[ MOD]; …
//
// in which \n begins a new line, and returns the publication time, the sentence without the marks, and the
// expressions that must be found in it, as want writes them.
func readCase(line string) (dct timex.DCT, text string, want []string, err error) {
	parts := strings.Split(line, " | ")
	if len(parts) != 3 {
		return dct, "", nil, fmt.Errorf("%d parts", len(parts))
	}
	if dct, err = timex.ParseDCT(strings.TrimSpace(parts[0])); err != nil {
		return dct, "", nil, err
	}
	var spans []string
	rest := strings.ReplaceAll(parts[1], `\n`, "\n")
	var b strings.Builder
	for {
		before, after, ok := strings.Cut(rest, "[")
		b.WriteString(before)
		if !ok {
			break
		}
		marked, after, ok := strings.Cut(after, "]")
		if !ok {
			return dct, "", nil, fmt.Errorf("[ without ]")
		}
		spans = append(spans, fmt.Sprintf("%d [%s]", b.Len(), marked))
		b.WriteString(marked)
		rest = after
	}
	values := strings.TrimSpace(parts[2])
	if values == "-" {
		values = ""
	}
	for _, v := range strings.Split(values, ";") {
		if v = strings.TrimSpace(v); v != "" {
			want = append(want, v)
		}
	}
	if len(want) != len(spans) {
		return dct, "", nil, fmt.Errorf("%d marks and %d values", len(spans), len(want))
	}
	for i := range want {
		want[i] = spans[i] + " " + want[i]
	}
	return dct, b.String(), want, nil
}

// show writes what was found as readCase wants it.
func show(text string, found []Timex) []string {
	var got []string
	for _, t := range found {
		s := fmt.Sprintf("%d [%s] %s %s", t.Start, text[t.Start:t.End], t.Type, t.Value)
		if t.Mod != timex.NoMod {
			s += " " + t.Mod.String()
		}
		got = append(got, s)
	}
	return got
}

// caseLines returns the lines of a file that are cases, with their numbers.
func caseLines(t *testing.T, path string) (lines []string, numbers []int) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(data), "\n") {
		if line = strings.TrimSpace(line); line != "" && line[0] != '#' {
			lines = append(lines, line)
			numbers = append(numbers, n+1)
		}
	}
	return lines, numbers
}

func TestCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no tables of cases in testdata")
	}
	r := New(Options{})
	for _, path := range paths {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txt"), func(t *testing.T) {
			lines, numbers := caseLines(t, path)
			for i, line := range lines {
				dct, text, want, err := readCase(line)
				if err != nil {
					t.Errorf("%s:%d: %v", path, numbers[i], err)
					continue
				}
				got := show(text, r.Find(text, dct))
				if strings.Join(got, "\n") != strings.Join(want, "\n") {
					t.Errorf("%s:%d: %s\n got %s\nwant %s", path, numbers[i], line, strings.Join(got, "; "), strings.Join(want, "; "))
				}
			}
		})
	}
}
