// Package site writes a timeline as a static site.
package site

import (
	"context"

	"github.com/spf13/afero"

	"dateline/timeline"
)

// Config is what the owner of a site decides.
type Config struct {
	Title       string
	Description string
	Lang        string
	BaseURL     string // absolute, ending in "/"; "" when not known
}

// Build writes the site of t to out. A failed build leaves out as it was.
func Build(ctx context.Context, cfg Config, t *timeline.Timeline, out afero.Fs) error { return nil }
