package event

import (
	"slices"
	"testing"

	"dateline/extract/english"
)

func TestSpeakerTurns(t *testing.T) {
	text := "Ms Roy spoke to us in May.\n((HP)) : When did you begin?\nI began in 2009. It was hard.\n((HP)) : And then?\nThen I left in 2012.\n((HP)) : Why?"
	spans := english.Sentences(text)
	paragraphs := paragraphsOf(text, spans)
	want := []bool{false, true, true, true, true, true, true}
	if got := speakerTurns(text, spans, paragraphs); !slices.Equal(got, want) {
		t.Errorf("turns %v, want %v", got, want)
	}
	text = "One note: the office closed in 2012.\nIt had opened in 1990."
	spans = english.Sentences(text)
	paragraphs = paragraphsOf(text, spans)
	if got := speakerTurns(text, spans, paragraphs); slices.Contains(got, true) {
		t.Errorf("turns %v in a text without speakers", got)
	}
}
