package article

import (
	"fmt"
	"net/url"
	"regexp"
	"strings"
)

// property is one thing that a front matter says of an article.
type property struct {
	keys []string // that name it, the usual one first
	set  func(*Article, *field) error
}

// properties returns what is read from a front matter besides the publication
// time. Other keys belong to other programs and are left alone.
func properties() []property {
	return []property{
		{[]string{"id"}, func(a *Article, f *field) (err error) { a.ID, err = f.id(); return }},
		{[]string{"title"}, func(a *Article, f *field) (err error) { a.Title, err = f.text(); return }},
		{[]string{"updated", "lastmod", "modified", "dateModified"}, func(a *Article, f *field) (err error) { a.Updated, err = f.time(); return }},
		{[]string{"date_source"}, func(a *Article, f *field) (err error) { a.DateFound.Source, err = f.text(); return }},
		{[]string{"date_confidence"}, func(a *Article, f *field) (err error) { a.DateFound.Confidence, err = f.text(); return }},
		{[]string{"date_note"}, func(a *Article, f *field) (err error) { a.DateFound.Note, err = f.text(); return }},
		{[]string{"author", "authors", "byline"}, func(a *Article, f *field) (err error) { a.Authors, err = f.words(false); return }},
		{[]string{"publisher"}, func(a *Article, f *field) (err error) { a.Publisher, err = f.text(); return }},
		{[]string{"source_url", "url", "canonical", "link"}, func(a *Article, f *field) (err error) { a.SourceURL, err = f.address(); return }},
		{[]string{"lang", "language"}, func(a *Article, f *field) (err error) { a.Lang, err = f.language(); return }},
		{[]string{"tags", "keywords"}, func(a *Article, f *field) (err error) { a.Tags, err = f.words(true); return }},
		{[]string{"draft"}, func(a *Article, f *field) (err error) { a.Draft, err = f.yes(); return }},
		{[]string{"sample"}, func(a *Article, f *field) (err error) { a.Sample, err = f.yes(); return }},
		{[]string{"full_text"}, func(a *Article, f *field) (err error) { a.FullText, err = f.yes(); return }},
	}
}

// fill sets what the fields say about an article, but for its publication time.
func (a *Article) fill(fields []field) error {
	for _, p := range properties() {
		for _, key := range p.keys {
			f := findField(fields, key)
			if f == nil || f.empty() {
				continue
			}
			if err := p.set(a, f); err != nil {
				return err
			}
			break
		}
	}
	return nil
}

// empty reports whether f has no value.
func (f *field) empty() bool { return !f.other && len(f.texts) == 0 }

func (f *field) wrong(format string, args ...any) error {
	return &Problem{Line: f.line, What: f.key + ": " + fmt.Sprintf(format, args...)}
}

// text returns the one value of f, on one line.
func (f *field) text() (string, error) {
	if f.other || f.list || len(f.texts) != 1 {
		return "", f.wrong("want one value")
	}
	return strings.Join(strings.Fields(f.texts[0]), " "), nil
}

// words returns the values of f; one value may hold several apart by commas.
func (f *field) words(commas bool) ([]string, error) {
	if f.other {
		return nil, f.wrong("want words, or a list of words")
	}
	texts := f.texts
	if commas && !f.list {
		texts = strings.Split(texts[0], ",")
	}
	var words []string
	for _, s := range texts {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			words = append(words, s)
		}
	}
	return words, nil
}

func (f *field) yes() (bool, error) {
	s, err := f.text()
	switch strings.ToLower(s) {
	case "true", "yes":
		return true, err
	case "false", "no":
		return false, err
	}
	return false, f.wrong("want true or false, not %q", s)
}

// address returns a web address. Others are refused, for the site links to
// it; under a key that other programs use for paths they are passed over.
func (f *field) address() (string, error) {
	s, err := f.text()
	if err != nil {
		return "", err
	}
	u, err := url.Parse(s)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
		if !strings.EqualFold(f.key, "source_url") {
			return "", nil
		}
		return "", f.wrong("want an address that begins with https:// or http://, not %q", s)
	}
	return s, nil
}

var languageTag = regexp.MustCompile(`^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$`)

// language returns a BCP 47 tag.
func (f *field) language() (string, error) {
	s, err := f.text()
	if err == nil && !languageTag.MatchString(s) {
		err = f.wrong("want a language tag such as en or en-GB, not %q", s)
	}
	return s, err
}

// id returns a name that can be that of a file.
func (f *field) id() (string, error) {
	s, err := f.text()
	if err == nil && (strings.ContainsAny(s, `/\`) || s == "." || s == ".." || s == "") {
		err = f.wrong("want a name without slashes, not %q", s)
	}
	return s, err
}
