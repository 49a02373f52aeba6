package resolve

import (
	"reflect"
	"sync"
	"testing"

	"dateline/extract/timex"
)

// TestFindForgets checks that what is found in a text does not depend on the
// texts that a Resolver read before, nor on how many read with it at once.
func TestFindForgets(t *testing.T) {
	dct, _ := timex.ParseDCT("2021-12-05")
	text := sampleText(t)
	texts := []string{text[:len(text)/3], "In 1815 \"the (war", text[len(text)/3:], "It closed on Tuesday. That evening it snowed.", plainText}
	want := make([][]string, len(texts))
	for i, x := range texts {
		want[i] = show(x, New(Options{}).Find(x, dct))
	}
	r := New(Options{})
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			for round := range 3 {
				for i := range texts {
					i = (i + round) % len(texts)
					if got := show(texts[i], r.Find(texts[i], dct)); !reflect.DeepEqual(got, want[i]) {
						t.Errorf("text %d gives something else the second time", i)
					}
				}
			}
		})
	}
	all.Wait()
}
