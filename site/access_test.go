package site

import (
	"testing"

	"github.com/spf13/afero"

	"dateline/internal/browser"
)

// TestPagesInChromium audits every kind of page, served and from disk.
func TestPagesInChromium(t *testing.T) {
	axe := browser.Axe(t)
	out := afero.NewMemMapFs()
	build(t, harborConfig, harbor(t), out)
	served := serve(t, out)
	disk := onDisk(t, func(out afero.Fs) { build(t, harborConfig, harbor(t), out) })
	long := afero.NewMemMapFs()
	build(t, harborConfig, many(t, 60, 10), long)
	overview := serve(t, long)
	for _, group := range []struct {
		name, top string
		pages     []string
		views     []browser.View
	}{
		{"served", served, pageTypes, browser.Views},
		// The pages that only a long timeline has, and the lists of results.
		{"of a long timeline", overview, []string{"index.html", "index.html?q=lido", "years/1990.html", "az/index.html"},
			[]browser.View{{Width: 320, Scheme: "light"}, {Width: 1280, Scheme: "dark"}}},
	} {
		// Two tabs, since there are at least two processors and axe takes one.
		for half := range 2 {
			t.Run(group.name, func(t *testing.T) {
				t.Parallel()
				b := browser.Open(t)
				for i := half; i < len(group.pages); i += 2 {
					b.Visit(group.top+group.pages[i], 320, "light")
					b.Audit(axe, group.pages[i], group.top, group.views...)
				}
			})
		}
	}
	t.Run("from disk", func(t *testing.T) {
		t.Parallel()
		b := browser.Open(t)
		for _, name := range pageTypes {
			if name == "events/gone.html" {
				continue // a disk has no page for what is missing
			}
			b.Visit(disk+name, 390, "light")
			for _, sticks := range b.Overflowing() {
				t.Errorf("%s: sticks out: %s", name, sticks)
			}
		}
		requests, faults := b.Seen()
		for _, r := range requests {
			if len(r) < len(disk) || r[:len(disk)] != disk {
				t.Errorf("asked for %s", r)
			}
		}
		for _, f := range faults {
			t.Error(f)
		}
	})
}

// TestRightToLeft turns the interface round, as a language of the site's own
// may: nothing may stick out, and the date stands at the right of its event.
func TestRightToLeft(t *testing.T) {
	t.Parallel()
	b := browser.Open(t)
	own := afero.NewMemMapFs()
	if err := afero.WriteFile(own, "messages/ar.yaml", []byte("lang.dir: rtl\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	cfg := harborConfig
	cfg.Lang, cfg.Templates = "ar", own
	out := afero.NewMemMapFs()
	build(t, cfg, harbor(t), out)
	top := serve(t, out)
	for _, name := range pageTypes {
		b.Visit(top+name, 320, "light")
		for _, width := range []int64{320, 1280} {
			b.Look(width, "light")
			for _, out := range b.Overflowing() {
				t.Errorf("%s at %d px sticks out: %s", name, width, out)
			}
			if browser.Eval[bool](b, `[...document.querySelectorAll("body *")].some(e => e.checkVisibility() && !e.closest(".vh, .skip, .l") && e.getBoundingClientRect().left < -1)`) {
				t.Errorf("%s at %d px sticks out at the left", name, width)
			}
		}
	}
	b.Visit(top+"index.html", 1280, "light")
	if !browser.Eval[bool](b, `document.querySelector(".e .d").getBoundingClientRect().left > document.querySelector(".e .b").getBoundingClientRect().left`) {
		t.Error("the date does not stand at the right of its event")
	}
}
