package article

import (
	"fmt"
	"strings"

	"dateline/extract/timex"
	"dateline/internal/suggest"
)

// PublishedKeys returns the front matter keys that are looked for, in this
// order, when nothing else is configured. They are those of Hugo, Jekyll,
// WordPress exports and feeds.
func PublishedKeys() []string {
	return []string{"date", "published", "published_at", "publishDate", "pubDate", "datePublished", "created"}
}

// published returns the publication time that the fields state: the first of
// the configured keys that has a value. It never guesses, for every relative
// date of the article hangs on it.
func published(fields []field, hasMatter bool, opts Options) (timex.DCT, error) {
	keys := opts.PublishedKeys
	if len(keys) == 0 {
		keys = PublishedKeys()
	}
	for _, key := range keys {
		if f := findField(fields, key); f != nil && !f.empty() {
			return f.time()
		}
	}
	if opts.Published.Known {
		return opts.Published, nil
	}
	if !hasMatter {
		return timex.DCT{}, &Problem{Line: 1, What: "no front matter, so no publication time",
			Hint: fmt.Sprintf("begin the file with the lines ---, %s: 2006-01-02, ---", keys[0])}
	}
	p := &Problem{Line: 1, What: "no publication time in the front matter (looked for " + strings.Join(keys, ", ") + ")",
		Hint: fmt.Sprintf("add a line %s: 2006-01-02", keys[0])}
	for _, f := range fields {
		if near := suggest.Nearest(f.key, keys); near != "" && !f.empty() {
			p.Line, p.Hint = f.line, fmt.Sprintf("did you mean %s by %s?", near, f.key)
			break
		}
	}
	return timex.DCT{}, p
}

// time returns the value of f as a publication time.
func (f *field) time() (timex.DCT, error) {
	s, err := f.text()
	if err != nil {
		return timex.DCT{}, err
	}
	dct, err := timex.ParseDCT(s)
	if err != nil {
		return timex.DCT{}, &Problem{Line: f.line, What: fmt.Sprintf("%s: %v", f.key, err)}
	}
	return dct, nil
}
