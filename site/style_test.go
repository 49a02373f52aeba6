package site

import (
	"regexp"
	"strings"
	"testing"

	"dateline/templates"
)

// sided finds declarations that mean the left or the right whichever way the
// language runs.
var sided = regexp.MustCompile(`(?:(?:margin|padding|border)-(?:left|right)|(?:^|[\s{;])(?:left|right)|(?:text-align|float):\s*(?:left|right))\b[^;}]*`)

// foursome is a shorthand for four sides.
var foursome = regexp.MustCompile(`(?:margin|padding|border-width):\s*([^;}]+)`)

// TestStylesRunBothWays holds the stylesheet to logical properties, so that a
// language that is written from the right needs no style of its own.
func TestStylesRunBothWays(t *testing.T) {
	css, err := assets(templates.FS, ".css")
	if err != nil {
		t.Fatal(err)
	}
	for n, line := range strings.Split(string(css), "\n") {
		if found := sided.FindString(line); found != "" {
			t.Errorf("line %d of the stylesheet: %s", n+1, found)
		}
		for _, m := range foursome.FindAllStringSubmatch(line, -1) {
			sides := strings.Fields(regexp.MustCompile(`\([^()]*(?:\([^()]*\))*[^()]*\)`).ReplaceAllString(m[1], "()"))
			if len(sides) == 4 && sides[1] != sides[3] {
				t.Errorf("line %d of the stylesheet: left and right differ in %s", n+1, m[0])
			}
		}
	}
}
