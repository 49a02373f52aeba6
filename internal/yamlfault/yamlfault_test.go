package yamlfault

import (
	"testing"

	"go.yaml.in/yaml/v3"
)

func TestOf(t *testing.T) {
	for _, c := range []struct {
		source string
		line   int
	}{
		{"a: b: c", 1},
		{"a: b\nc: d: e", 2},
		{"a: b\nc: [d", 2},
		{"a: b\nc: d\n e: f\n", 3},
		{"a: b\nc: 'd\n", 2},
		{"a: b\nc: \"\\y\"\n", 2},
		{"a: b\n\tc: d\n", 2},
		{"a: [b", 2},         // the end of the document
		{"a: b\nc: *d\n", 1}, // the reader does not say where
	} {
		var doc yaml.Node
		err := yaml.Unmarshal([]byte(c.source), &doc)
		if err == nil {
			t.Errorf("%q is no fault", c.source)
			continue
		}
		if line, what := Of(err); line != c.line || what == "" {
			t.Errorf("%q: line %d %q of %q, want line %d", c.source, line, what, err, c.line)
		}
	}
}
