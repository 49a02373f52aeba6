// Package site writes a timeline as a static site.
package site

import (
	"context"

	"github.com/spf13/afero"

	"dateline/timeline"
)

// Config is what the owner of a site decides. The zero Config builds an
// English site without a title of its own.
type Config struct {
	Title       string
	Description string   // the standfirst under the title, one or two sentences
	Lang        string   // BCP 47 language of the interface; "" means "en"
	BaseURL     string   // absolute, ending in "/"; "" when not known
	Templates   afero.Fs // the site's own templates; a file there replaces the built-in one of the same name; nil for none
	Version     string   // of dateline, named on the about page; "" for none
}

// Report is what a build did. The names are paths in the output, with
// slashes, sorted.
type Report struct {
	Written   []string // new, or with new content
	Unchanged []string // already there with the same content
	Removed   []string // left by an earlier build and no longer part of the site
	Warnings  []string // what the owner should know: one sentence each
}

// Build writes the site of t to out. A failed build leaves the files of the
// last good site in place.
func Build(ctx context.Context, cfg Config, t *timeline.Timeline, out afero.Fs) (Report, error) {
	return Report{}, nil
}
