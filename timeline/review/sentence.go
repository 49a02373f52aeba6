package review

import (
	"strings"

	"dateline/extract/timex"
)

// SentenceAround returns the sentence of text that span lies in. Where span
// goes over a sentence's end, it returns all the sentences it touches.
func SentenceAround(text string, span timex.Span) timex.Span {
	around := span
	for at := paragraph(text, span.Start); at <= span.End; {
		s, ok := nextSentence(text, at)
		if !ok || s.Start >= span.End && s.Start > span.Start {
			break
		}
		if s.End > span.Start {
			around = timex.Span{Start: min(around.Start, s.Start), End: max(around.End, s.End)}
		}
		at = s.End
	}
	return around
}

// Context returns the sentences of text before and after the one at span, ""
// where it is the first or the last of its paragraph.
func Context(text string, sentence timex.Span) (before, after string) {
	for at := paragraph(text, sentence.Start); ; {
		s, ok := nextSentence(text, at)
		if !ok || s.Start >= sentence.Start {
			break
		}
		before, at = text[s.Start:s.End], s.End
	}
	end := sentence.End
	for end < len(text) && text[end] == ' ' {
		end++
	}
	if s, ok := nextSentence(text, end); ok && paragraph(text, s.Start) == paragraph(text, sentence.Start) {
		after = text[s.Start:s.End]
	}
	return before, after
}

// paragraph returns the beginning of the paragraph that offset lies in.
func paragraph(text string, offset int) int {
	for i := offset - 1; i > 0; i-- {
		if text[i] == '\n' && text[i-1] == '\n' {
			return i + 1
		}
	}
	return 0
}

// nextSentence returns the first sentence of text at or after from.
func nextSentence(text string, from int) (timex.Span, bool) {
	from += len(text[from:]) - len(strings.TrimLeft(text[from:], " \n\t"))
	if from >= len(text) {
		return timex.Span{}, false
	}
	end := len(text)
	for _, stop := range []string{". ", ".\n", "? ", "! ", "\n\n"} {
		if i := strings.Index(text[from:], stop); i >= 0 {
			end = min(end, from+i+1)
		}
	}
	return timex.Span{Start: from, End: len(strings.TrimRight(text[:end], " \n"))}, true
}
