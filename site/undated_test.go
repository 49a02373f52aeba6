package site

import (
	"strings"
	"testing"

	"github.com/spf13/afero"

	"dateline/extract/timex"
)

// TestUndatedSaysWhetherItHoldsGuesses looks at what the page of undated
// events says at its head: of guesses only where one was left out.
func TestUndatedSaysWhetherItHoldsGuesses(t *testing.T) {
	for _, guessed := range []bool{false, true} {
		tl := harbor(t)
		_, m := tl.Of(tl.Undated[0].Evidence[0])
		if guessed {
			m.Alternatives = []timex.Reading{{Value: "2023-05", Why: "a guess: told of beside it"}}
		}
		out := afero.NewMemMapFs()
		build(t, harborConfig, tl, out)
		page := tree(t, out)[undatedAt]
		if got := strings.Contains(page, "guess"); got != guessed {
			t.Errorf("with guesses left out: %v; it speaks of guesses: %v", guessed, got)
		}
		if got := strings.Contains(page, "May 2023"); got != guessed {
			t.Errorf("the guess is shown: %v, want %v", got, guessed)
		}
	}
}
