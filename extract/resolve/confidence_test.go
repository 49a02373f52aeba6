package resolve

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/extract/timex"
)

// explicitFloor is the share of explicit values that must be right, by the
// sets that may be looked at.
const explicitFloor = 0.97

// equivalent reports whether two values mean the same, as the scorers of
// TempEval have it when they are lenient: decades are ten years, T09 is
// T09:00, and a stated zone may be left out.
func equivalent(got, want string) bool {
	norm := func(v string) string {
		v = strings.ToUpper(strings.TrimSpace(v))
		if i := strings.IndexByte(v, 'T'); i > 0 && len(v) >= i+3 && v[i+1] >= '0' && v[i+1] <= '2' {
			clock := v[i+1:]
			if j := strings.IndexAny(clock, "Z+-"); j > 0 {
				clock = clock[:j]
			}
			if len(clock) == 2 {
				clock += ":00"
			}
			v = v[:i+1] + strings.TrimSuffix(clock, ":00:00")
		}
		return v
	}
	return norm(got) == norm(want)
}

// TestConfidence measures, on the sets in the folder that DATELINE_EVAL
// names, how often each word of confidence is right, among the expressions
// that are found with the right words. Sets named _check are left alone.
func TestConfidence(t *testing.T) {
	folder := os.Getenv("DATELINE_EVAL")
	if folder == "" {
		t.Skip("DATELINE_EVAL names no folder")
	}
	paths, _ := filepath.Glob(filepath.Join(folder, "*.jsonl"))
	type count struct{ right, all int }
	var total [timex.Guess + 1]count
	r := New(Options{})
	for _, path := range paths {
		name := strings.TrimSuffix(filepath.Base(path), ".jsonl")
		if strings.HasSuffix(name, "_check") {
			continue
		}
		var by [timex.Guess + 1]count
		for _, d := range readGold(t, path) {
			dct, err := timex.ParseDCT(d.DCT)
			if err != nil {
				t.Fatal(err)
			}
			want := map[[2]int]string{}
			for _, g := range d.Timexes {
				if g.Value != "" && !g.ValueMissing {
					want[[2]int{g.Start, g.End}] = g.Value
				}
			}
			for _, x := range r.Find(d.Text, dct) {
				start := utf8.RuneCountInString(d.Text[:x.Start])
				value, found := want[[2]int{start, start + utf8.RuneCountInString(d.Text[x.Start:x.End])}]
				if !found {
					continue
				}
				by[x.Confidence].all++
				if equivalent(x.Value.String(), value) {
					by[x.Confidence].right++
				} else if x.Confidence == timex.Explicit && testing.Verbose() {
					t.Logf("%s: explicit %q is %s, not %s (%s)", d.ID, d.Text[x.Start:x.End], x.Value, value, x.Rule)
				}
			}
		}
		for c := timex.Explicit; c <= timex.Guess; c++ {
			if by[c].all > 0 {
				t.Logf("%-16s %-10s %4d / %4d  %5.1f %%", name, c, by[c].right, by[c].all, 100*float64(by[c].right)/float64(by[c].all))
			}
			total[c].right += by[c].right
			total[c].all += by[c].all
		}
	}
	for c := timex.Explicit; c <= timex.Guess; c++ {
		if total[c].all > 0 {
			t.Logf("%-16s %-10s %4d / %4d  %5.1f %%", "all", c, total[c].right, total[c].all, 100*float64(total[c].right)/float64(total[c].all))
		}
	}
	if e := total[timex.Explicit]; e.all > 0 && float64(e.right) < explicitFloor*float64(e.all) {
		t.Errorf("explicit values: %d of %d right, want at least %.0f %%", e.right, e.all, 100*explicitFloor)
	}
}
