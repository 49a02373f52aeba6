package event

import (
	"strings"

	"dateline/extract/timex"
)

// speakerTurns reports, for each sentence, whether it is a turn of an
// interview or of oral history rather than the article's own telling: its
// paragraph begins with a mark of the speaker ("((NAME))", "Q:", "NAME:"), or
// it goes on after one in an article that has at least three such paragraphs.
func speakerTurns(text string, spans []timex.Span, paragraphs []int) []bool {
	turn := make([]bool, len(spans))
	marks := 0
	for i := range spans {
		if i > 0 && paragraphs[i] == paragraphs[i-1] {
			turn[i] = turn[i-1]
			continue
		}
		if turn[i] = speakerMark(text[spans[i].Start:spans[i].End]); turn[i] {
			marks++
		}
	}
	if marks < 3 {
		return turn
	}
	begun := false
	for i := range turn {
		begun = begun || turn[i]
		turn[i] = begun
	}
	return turn
}

// speakerMark reports whether s begins with the mark of a speaker.
func speakerMark(s string) bool {
	if strings.HasPrefix(s, "((") {
		return true
	}
	name, rest, ok := strings.Cut(s, ":")
	if !ok || rest == "" || rest[0] != ' ' || len(name) > 30 {
		return false
	}
	switch name {
	case "Q", "A", "Question", "Answer":
		return true
	}
	// "WN: …", "LEE: …": capitals alone.
	return name == strings.ToUpper(name) && strings.ToLower(name) != name && strings.Count(name, " ") < 3
}

// personal reports whether the group speaks in the first or second person
// outside quotation marks, which an article does only where it lets somebody speak.
func (s *sentence) personal(g *group) bool {
	if s.words[g.head].quoted || g.subject < 0 {
		return false
	}
	switch s.lower(s.phrases[g.subject].head) {
	case "i", "we", "you":
		return true
	}
	return false
}
