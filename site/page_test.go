package site

import (
	"testing"

	"dateline/internal/render"
)

// TestPagesAreMadeFast renders every page of two sites the fast way and by
// html/template, which must come to the same bytes; no built-in template may
// fall back to html/template.
func TestPagesAreMadeFast(t *testing.T) {
	for name, cfg := range map[string]Config{
		"without address": harborConfig,
		"with address":    {Title: "Harbor & <bay>", BaseURL: "https://example.org/t/", Lang: "de"},
	} {
		t.Run(name, func(t *testing.T) {
			b, err := newBuilder(cfg, harbor(t))
			if err != nil {
				t.Fatal(err)
			}
			pages := b.all()
			makePages := func() map[string]string {
				made := map[string]string{}
				for _, p := range pages {
					content, err := b.make(p)
					if err != nil {
						t.Fatal(err)
					}
					made[p.name] = string(content)
				}
				return made
			}
			fast := makePages()
			b.pages.fast.Range(func(key, form any) bool {
				if form.(*render.Template) == nil {
					t.Errorf("templates/%s has no fast form", key.(fastKey).kind)
				}
				b.pages.fast.Store(key, (*render.Template)(nil))
				return true
			})
			b.items.forget()
			slow := makePages()
			for name, want := range slow {
				if fast[name] != want {
					t.Errorf("%s: made fast it is\n%s\nwant\n%s", name, fast[name], want)
				}
			}
		})
	}
}
