package extract

import (
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestCodePoints(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.StringN(0, 1500, -1).Draw(t, "text")
		points := newCodePoints(text)
		for at := range text + "." {
			if got, want := points.at(at), utf8.RuneCountInString(text[:at]); got != want {
				t.Fatalf("offset %d is code point %d, want %d", at, got, want)
			}
		}
	})
}
