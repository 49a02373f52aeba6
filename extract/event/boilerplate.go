package event

import (
	"strings"

	"dateline/extract/timex"
)

// longestBoilerplate is the length in bytes up to which a line can be part of
// the page rather than of the article.
const longestBoilerplate = 240

// pageStarts begin lines that belong to the page: links, credits, bylines of agencies.
var pageStarts = []string{
	"connect with us", "follow us", "share this", "share on", "sign up", "subscribe to", "subscribe now", "read more", "read also", "read next",
	"also read", "related:", "related stories", "advertisement", "photo:", "photo by", "photo credit", "image:", "image credit",
	"file photo", "picture:", "copyright", "©", "(c) 20", "all rights reserved", "click here", "watch:", "listen:",
	"reporting by", "writing by", "editing by", "additional reporting", "our standards:", "source:", "sources:",
	"first published", "last updated", "updated:", "published:", "posted:", "terms of use", "privacy policy", "leave a comment",
	"get the app", "download the app", "skip to", "home page", "more on this", "this article was",
	"this story was", "this report was", "this page was", "have a story", "press the", "print this", "email this",
}

// startsBy are the pageStarts by their first byte.
var startsBy = func() (by [256][]string) {
	for _, s := range pageStarts {
		by[s[0]] = append(by[s[0]], s)
	}
	return by
}()

// pageParts stand inside such lines.
var pageParts = []string{
	"has not been edited by", "syndicated feed", "published from a", "all rights reserved", "may not be reproduced",
	"getty images", "(file)", "(file photo)", "file photo", "via reuters/", "ap photo", "republished with permission",
	"appeared first on", "originally published", "contributed to this report", "edited by our staff",
}

// pageLine is the line that was looked at last.
type pageLine struct {
	start, end  int
	boilerplate bool
}

// holds reports whether the line that span lies in is part of the page rather
// than of the article: navigation, a caption, a credit, a notice. The
// sentences of one line are asked for in a row.
func (l *pageLine) holds(text string, span timex.Span) bool {
	if l.end > l.start && span.End <= l.end && strings.IndexByte(text[l.start:span.End], '\n') < 0 {
		return l.boilerplate
	}
	l.start = strings.LastIndexByte(text[:span.Start], '\n') + 1
	l.end = len(text)
	if i := strings.IndexByte(text[span.End:], '\n'); i >= 0 {
		l.end = span.End + i
	}
	l.boilerplate = l.end-l.start <= longestBoilerplate && boilerplate(text[l.start:l.end])
	return l.boilerplate
}

// boilerplate reports whether a line is part of the page rather than of the article.
func boilerplate(line string) bool {
	line = strings.ToLower(strings.TrimSpace(line))
	line = strings.TrimLeft(line, "([*•-–— ")
	if line == "" {
		return false
	}
	for _, s := range startsBy[line[0]] {
		if strings.HasPrefix(line, s) {
			return true
		}
	}
	for _, s := range pageParts {
		if strings.Contains(line, s) {
			return true
		}
	}
	return byline(line)
}

// byline reports whether line, in lower case, only names its author: "by Ann
// Lee", "by Ann Lee, political editor".
func byline(line string) bool {
	return strings.HasPrefix(line, "by ") && len(line) < 60 && !strings.ContainsAny(line, ".!?") && strings.Count(line, " ") < 7
}
