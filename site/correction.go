package site

import (
	"net/url"
	"strings"
)

// correction returns the address at which a reader suggests a correction of an
// event, with a title and the beginning of a text filled in; "" where the site
// has none. GitHub, Forgejo and Gitea read title and body.
func (b *builder) correction(label, when, page string) string {
	if b.cfg.Corrections == "" {
		return ""
	}
	fields := url.Values{
		"title": {b.m.text("event.correct.title", "label", label)},
		"body":  {b.m.text("event.correct.body", "label", label, "when", when, "address", page)},
	}
	mark := "?"
	if strings.Contains(b.cfg.Corrections, "?") {
		mark = "&"
	}
	return b.cfg.Corrections + mark + fields.Encode()
}
