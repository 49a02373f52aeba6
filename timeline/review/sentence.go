package review

import (
	"dateline/extract/english"
	"dateline/extract/timex"
)

// SentenceAround returns the sentence of text that span lies in. Where span
// goes over a sentence's end, it returns all the sentences it touches.
func SentenceAround(text string, span timex.Span) timex.Span {
	around := span
	for at := paragraph(text, span.Start); at <= span.End; {
		s, ok := english.NextSentence(text, at)
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
		s, ok := english.NextSentence(text, at)
		if !ok || s.Start >= sentence.Start {
			break
		}
		before, at = text[s.Start:s.End], s.End
	}
	end := sentence.End
	for end < len(text) && text[end] == ' ' {
		end++
	}
	if s, ok := english.NextSentence(text, end); ok && paragraph(text, s.Start) == paragraph(text, sentence.Start) {
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
