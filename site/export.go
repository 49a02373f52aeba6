package site

import "dateline/timeline"

// Export returns what the formats for other programs need to write t by
// themselves as Build writes them: the title of the site and the names of its pages.
func Export(cfg Config, t *timeline.Timeline) (timeline.Export, error) {
	b, err := newBuilder(cfg, t)
	if err != nil {
		return timeline.Export{}, err
	}
	return b.export(), nil
}

func (b *builder) export() timeline.Export {
	return timeline.Export{Title: b.title(), Description: b.cfg.Description, Lang: b.cfg.Lang, BaseURL: b.cfg.BaseURL,
		EventAt:   func(i int) string { return b.eventAt[i] },
		ArticleAt: func(i int) string { return b.textAt[i] }}
}
