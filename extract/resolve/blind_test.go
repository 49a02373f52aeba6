package resolve

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// knownFailures reads testdata/blind/known-failures: the cases that we do not
// get right yet, each as "file.txt:line reason".
func knownFailures(t *testing.T) map[string]string {
	t.Helper()
	data, err := os.ReadFile("testdata/blind/known-failures")
	if err != nil {
		t.Fatal(err)
	}
	known := map[string]string{}
	for _, line := range strings.Split(string(data), "\n") {
		if line == "" || line[0] == '#' {
			continue
		}
		place, reason, ok := strings.Cut(line, " ")
		if !ok {
			t.Errorf("known failure %q gives no reason", line)
		}
		known[place] = reason
	}
	return known
}

// TestBlindCases runs the tables that were written before anybody had seen
// what the rules do on them. A known failure that has come right must leave
// the list; any other must not fail.
func TestBlindCases(t *testing.T) {
	paths, err := filepath.Glob("testdata/blind/*.txt")
	if err != nil || len(paths) == 0 {
		t.Fatal("no tables of cases in testdata/blind")
	}
	known := knownFailures(t)
	r := New(Options{})
	right, all := 0, 0
	for _, path := range paths {
		lines, numbers := caseLines(t, path)
		fileRight := 0
		for i, line := range lines {
			place := filepath.Base(path) + ":" + strconv.Itoa(numbers[i])
			dct, text, want, err := readCase(line)
			if err != nil {
				t.Errorf("%s: %v", place, err)
				continue
			}
			got := show(text, r.Find(text, dct))
			ok := strings.Join(got, "\n") == strings.Join(want, "\n")
			_, expected := known[place]
			delete(known, place)
			switch {
			case ok && expected:
				t.Errorf("%s comes right now: take it off the list of known failures", place)
			case !ok && !expected:
				t.Errorf("%s: %s\n got %s\nwant %s", place, line, strings.Join(got, "; "), strings.Join(want, "; "))
			}
			if ok {
				fileRight++
			}
		}
		right, all = right+fileRight, all+len(lines)
		t.Logf("%-40s %d / %d", filepath.Base(path), fileRight, len(lines))
	}
	t.Logf("%-40s %d / %d", "all", right, all)
	for place := range known {
		t.Errorf("known failure %s is no case", place)
	}
}
