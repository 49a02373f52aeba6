package cli

import (
	"context"
	"path"
	"path/filepath"

	"dateline/internal/history"
	"dateline/site"
	"dateline/timeline"
)

// pages returns what the site of t needs to know, with what git knows of its
// articles. Of a file that is no article of t by now, a draft for one, only its
// going is told, and not its name.
func (s *sourceSite) pages(ctx context.Context, t *timeline.Timeline) (site.Config, error) {
	cfg := s.siteConfig()
	changes, err := history.Of(ctx, filepath.FromSlash(s.Content))
	if err != nil {
		return cfg, err
	}
	at := make(map[string]string, len(t.Articles))
	for _, r := range t.Articles {
		at[filepath.ToSlash(r.Article.Path)] = r.Article.ID
	}
	for _, c := range changes {
		id, published := at[path.Join(filepath.ToSlash(s.Content), c.Path)]
		if published || c.Kind == history.Removed && path.Ext(c.Path) == ".md" {
			cfg.History = append(cfg.History, site.Revision{On: c.On, Article: id, Kind: string(c.Kind)})
		}
	}
	return cfg, nil
}
