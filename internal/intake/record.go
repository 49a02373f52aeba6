package intake

import (
	"fmt"
	"regexp"
	"strings"

	"dateline/extract/timex"
)

// record is an article as a table or JSON has it: values by the name of their
// column, in lower case.
type record map[string][]string

// columns are the names under which tables and JSON keep what an item has.
func columns() map[string][]string {
	return map[string][]string{
		"id":        {"id", "guid", "uuid"},
		"title":     {"title", "headline", "name"},
		"published": {"published", "dct", "date", "published_at", "publishdate", "publish_date", "pubdate", "datepublished", "date_published", "publication_date", "created"},
		"updated":   {"updated", "modified", "lastmod", "datemodified", "date_modified", "updated_at"},
		"author":    {"author", "authors", "byline", "creator"},
		"publisher": {"publisher", "source", "outlet", "site", "publication"},
		"url":       {"url", "source_url", "link", "canonical", "address", "href"},
		"lang":      {"lang", "language"},
		"tags":      {"tags", "keywords", "categories"},
		"text":      {"text", "body", "content", "articlebody", "full_text", "content_text"},
		"html":      {"html", "content_html"},
	}
}

// value returns the values of what columns calls name, and the column's name.
func (r record) value(name string) (values []string, column string) {
	for _, column := range columns()[name] {
		var found []string
		for _, v := range r[column] {
			if strings.TrimSpace(v) != "" {
				found = append(found, v)
			}
		}
		if len(found) > 0 {
			return found, column
		}
	}
	return nil, ""
}

// one returns the first value of what columns calls name, on one line.
func (r record) one(name string) string {
	values, _ := r.value(name)
	if len(values) == 0 {
		return ""
	}
	return strings.Join(strings.Fields(values[0]), " ")
}

// markup is what tells HTML from text that speaks of 3 < 5.
var markup = regexp.MustCompile(`(?i)<(?:p|br|div|a|em|strong|ul|h[1-6])\b[^>]*>`)

// entry returns the article in a record. One with an address and no text is
// to be fetched.
func (r record) entry(from string, o Options) Entry {
	item := Item{From: from, ID: r.one("id"), Title: r.one("title"), Publisher: r.one("publisher"), URL: cleanAddress(r.one("url")), Lang: cleanLanguage(r.one("lang"))}
	authors, _ := r.value("author")
	item.Authors = cleanAuthors(authors, item.Publisher)
	tags, _ := r.value("tags")
	item.Tags = cleanTags(tags)
	if item.Publisher != "" && cleanAddress(item.Publisher) != "" {
		item.Publisher = "" // a column "source" may hold addresses
	}
	if stated := r.one("published"); stated != "" {
		_, column := r.value("published")
		found, err := stampOrWords(stated, o.DayFirst)
		if err != nil {
			return Entry{From: from, Err: fmt.Errorf("%s: cannot read %q as a publication time; write it as 2006-01-02 or 2006-01-02T15:04:05+02:00", column, stated)}
		}
		found.Source = "field " + column
		item.Published = found
	}
	if updated, err := ParseStamp(r.one("updated")); err == nil {
		item.Updated = updated
	}
	text, _ := r.value("text")
	marked, _ := r.value("html")
	if len(marked) == 0 && len(text) > 0 && markup.MatchString(text[0]) {
		marked = text
	}
	switch {
	case len(marked) > 0:
		item.Body = fragmentBody(marked[0], item.URL, item.Title, item.Authors)
	case len(text) > 0:
		item.Body = textBody(text[0])
	}
	if item.Body == "" && item.URL != "" {
		return Entry{From: from, Item: item, Follow: item.URL}
	}
	if item.Body == "" {
		return Entry{From: from, Err: fmt.Errorf("neither text nor an address of it; name the column of the text \"text\"")}
	}
	return Entry{From: from, Item: item}
}

// stampOrWords reads a time that a person may have put into a table.
func stampOrWords(s string, dayFirst bool) (Finding, error) {
	f := Finding{Confidence: timex.Explicit}
	if !figures.MatchString(s) {
		var err error
		f.Time, err = ParseStamp(s)
		return f, err
	}
	v, ok := readVisible(s, dayFirst)
	if !ok {
		return f, errStamp
	}
	f.Time = v.time
	if v.ambiguous {
		f.Confidence, f.Why = timex.Ambiguous, "day and month could be the other way around"
	}
	return f, nil
}
