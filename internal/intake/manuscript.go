package intake

import (
	"bytes"
	"errors"
	"regexp"
	"strings"

	"dateline/extract/article"
	"dateline/extract/timex"
)

// readMarkdown returns the article in a Markdown file, whose front matter may
// lack the publication time.
func readMarkdown(from, text string, o Options) (Item, error) {
	// The stand-in tells a file that states no time from one that cannot be read.
	opts := article.Options{PublishedKeys: o.PublishedKeys, Published: timex.DCT{Day: 1, Known: true}}
	a, err := article.ReadMarkdown(from, []byte(text), opts)
	if err != nil {
		var p *article.Problem
		if errors.As(err, &p) {
			p.Path = "" // the caller names the file
		}
		return Item{}, err
	}
	item := Item{
		From: from, ID: a.ID, Title: a.Title, Updated: a.Updated, Authors: a.Authors, Publisher: a.Publisher,
		URL: cleanAddress(a.SourceURL), Tags: a.Tags,
		Draft: a.Draft, Sample: a.Sample, FullText: a.FullText,
		Body: string(bytes.TrimSpace(bytes.ReplaceAll(a.Body, []byte("\r\n"), []byte("\n")))) + "\n",
	}
	if a.Published != opts.Published {
		item.Published = Finding{Time: a.Published, Source: "front matter", Confidence: timex.Explicit}
		if was := a.DateFound; was.Source != "" {
			item.Published.Source, item.Published.Why = was.Source, was.Note
			for _, c := range []timex.Confidence{timex.Inferred, timex.Ambiguous, timex.Guess} {
				if was.Confidence == c.String() {
					item.Published.Confidence = c
				}
			}
		}
	}
	if a.Lang != "en" {
		item.Lang = a.Lang
	}
	// The title was the first heading: it is in the front matter from now on.
	if first, rest, _ := strings.Cut(item.Body, "\n"); strings.HasPrefix(first, "# ") && strings.TrimSpace(first[2:]) == item.Title {
		item.Body = strings.TrimLeft(rest, "\n")
	}
	if strings.TrimSpace(a.Text) == "" {
		return Item{}, errors.New("the article has no text")
	}
	return item, nil
}

// headLine is a line at the top of a text that says what the article is.
var headLine = regexp.MustCompile(`(?i)^(title|headline|date|published|author|by|byline|source|publisher|url|link)\s*:\s*(\S.*)$`)

// readText returns the article in a plain text. Its first line is the title
// if a blank line follows; lines such as "Date: 5 December 2021" at the top
// are read, and so is a line that is nothing but a date.
func readText(from, text string, o Options) (Item, error) {
	item := Item{From: from}
	text = strings.TrimSpace(strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n"))
	for titled := false; ; {
		line, rest, _ := strings.Cut(text, "\n")
		line = strings.TrimSpace(line)
		if m := headLine.FindStringSubmatch(line); m != nil {
			item.head(strings.ToLower(m[1]), m[2], o)
			text = strings.TrimLeft(rest, " \t\n")
			continue
		}
		if v, ok := readVisible(line, o.DayFirst); ok && len(line) < 80 && (v.whole || v.labeled) && !item.Published.Known() {
			item.dated(v, line)
			text = strings.TrimLeft(rest, " \t\n")
			continue
		}
		if !titled && item.Title == "" && rest != "" && len(line) < 200 && strings.HasPrefix(strings.TrimLeft(rest, " \t"), "\n") && !strings.HasSuffix(line, ".") {
			item.Title, titled = line, true
			text = strings.TrimLeft(rest, " \t\n")
			continue
		}
		break
	}
	if item.Body = textBody(text); item.Body == "" {
		return Item{}, errors.New("the file has no text")
	}
	return item, nil
}

// head takes in one line of the head of a text.
func (item *Item) head(key, value string, o Options) {
	switch key {
	case "title", "headline":
		item.Title = value
	case "date", "published":
		if f, err := stampOrWords(value, o.DayFirst); err == nil {
			f.Source = "line " + key + ": of the text"
			item.Published = f
		}
	case "author", "by", "byline":
		item.Authors = cleanAuthors([]string{value}, "")
	case "source", "publisher":
		item.Publisher = value
	case "url", "link":
		item.URL = cleanAddress(value)
	}
}

// dated takes in a line that is a date.
func (item *Item) dated(v visible, line string) {
	item.Published = Finding{Time: v.time, Source: "the line " + line, Confidence: timex.Inferred, Why: "read from a line at the top of the text"}
	if v.ambiguous {
		item.Published.Confidence, item.Published.Why = timex.Ambiguous, "day and month could be the other way around"
	}
}
