package event

import (
	"testing"

	"dateline/extract/english"
	"dateline/extract/timex"
)

// TestRumor reads whether a clause is only told, and may never have been so.
func TestRumor(t *testing.T) {
	p := parser{tagger: english.NewTagger()}
	for _, tc := range []struct {
		text, head, want string
	}{
		{"He promoted a baseless conspiracy theory suggesting baker Ann Lee was involved in the death of a clerk in 2001.", "involved", "theory"},
		{"The blog spread a rumor that the mayor had sold the bridge in 2014.", "sold", "rumor"},
		{"The senator repeated the myth that the wall was built in 1950.", "built", "myth"},
		{"Police looked into allegations that Bo Kim had robbed a bank in 2003.", "robbed", "allegations"},
		{"The paper printed a hoax claiming that Ann Lee had fled in 1999.", "fled", "hoax"},
		{"The blog spread a rumor that the mayor had sold the bridge in 2014.", "spread", ""},
		{"The union said that the mine closed in 1984.", "closed", ""},
		{"The theory was published in 1905.", "published", ""},
		{"A letter suggesting a meeting arrived in May.", "arrived", ""},
	} {
		s := p.parse(Input{Text: tc.text}, []timex.Span{{End: len(tc.text)}})[0]
		for i := range s.words {
			if s.words[i].Text == tc.head {
				if got := s.rumor(i); got != tc.want {
					t.Errorf("%s: %s is told by %q, want %q", tc.text, tc.head, got, tc.want)
				}
				break
			}
		}
	}
}
