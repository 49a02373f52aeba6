package event

import "dateline/extract/timex"

// boilerplate reports whether a sentence is part of the page rather than of
// the article.
func boilerplate(text string, span timex.Span) bool { return false }
