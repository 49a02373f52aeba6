package english

import (
	"strings"
	"testing"

	"pgregory.net/rapid"
)

func TestSentences(t *testing.T) {
	for _, c := range []struct {
		text string
		want []string
	}{
		{"", nil},
		{"One. Two! Three?", []string{"One.", "Two!", "Three?"}},
		{"Mr. Hale met Gen. Ode at 10 a.m. on Jan. 5. He left.", []string{"Mr. Hale met Gen. Ode at 10 a.m. on Jan. 5.", "He left."}},
		{"U.S. officials agreed. The deal stands.", []string{"U.S. officials agreed.", "The deal stands."}},
		{"They moved to the U.S. The mayor stayed.", []string{"They moved to the U.S.", "The mayor stayed."}},
		{"Lift-off is at 3:22 p.m. EDT on Saturday. Crowds came.", []string{"Lift-off is at 3:22 p.m. EDT on Saturday.", "Crowds came."}},
		{"It closed at 5 p.m. The crowd left.", []string{"It closed at 5 p.m.", "The crowd left."}},
		{"John F. Hale Jr. sold Hale Inc. shares.", []string{"John F. Hale Jr. sold Hale Inc. shares."}},
		{"“We won.” She smiled.", []string{"“We won.”", "She smiled."}},
		{"He said: \"No.\" Then he left (slowly). Fine.", []string{"He said: \"No.\"", "Then he left (slowly).", "Fine."}},
		{"It rose 3.5 percent. No. 7 won.", []string{"It rose 3.5 percent.", "No. 7 won."}},
		{"A headline without a stop\n\nThe text begins.", []string{"A headline without a stop", "The text begins."}},
		{"A short line\nThe text begins.", []string{"A short line", "The text begins."}},
		{"a line that was wrapped by the margin of an old machine at\nsome column goes on. So it does.",
			[]string{"a line that was wrapped by the margin of an old machine at\nsome column goes on.", "So it does."}},
		{"- one item\n- another item", []string{"- one item", "- another item"}},
		{"Wait... what? Yes.", []string{"Wait... what?", "Yes."}},
		{"Sales fell.[1] Then they rose.[2]", []string{"Sales fell.", "[1] Then they rose.", "[2]"}},
	} {
		var got []string
		for _, s := range Sentences(c.text) {
			got = append(got, c.text[s.Start:s.End])
		}
		if strings.Join(got, "|") != strings.Join(c.want, "|") {
			t.Errorf("%q\n got %q\nwant %q", c.text, got, c.want)
		}
	}
}

// TestSentencesHoldTheText checks on any text that sentences come in order,
// do not overlap, and leave out nothing but white space.
func TestSentencesHoldTheText(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := strings.Join(rapid.SliceOf(rapid.SampledFrom([]string{"a", "B", ".", " ", "\n", "\"", "”", "Mr", "p.m.", "5", "!", "é", "[1]", "-", "(", ")"})).Draw(t, "text"), "")
		at := 0
		for _, s := range Sentences(text) {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%q: sentence %d–%d after %d", text, s.Start, s.End, at)
			}
			if strings.TrimSpace(text[at:s.Start]) != "" {
				t.Fatalf("%q: %q is in no sentence", text, text[at:s.Start])
			}
			at = s.End
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Fatalf("%q: %q is in no sentence", text, text[at:])
		}
	})
}

func BenchmarkSentences(b *testing.B) {
	text := strings.Repeat("The council met in the old hall. Mr. Hale spoke at 10 a.m. on Jan. 5, and nobody listened.\n", 200)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for range b.N {
		for at := 0; ; {
			s, ok := NextSentence(text, at)
			if !ok {
				break
			}
			at = s.End
		}
	}
}
