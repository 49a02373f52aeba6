package site

import (
	"os"
	"strings"
	"testing"

	"github.com/spf13/afero"
	"go.yaml.in/yaml/v3"

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

// TestRightToLeft audits every kind of page of a site in Arabic whose articles
// are English: the interface says nothing in another language, nothing sticks
// out on either side, what is English says so and runs from left to right, and
// the date stands at the right of its event.
func TestRightToLeft(t *testing.T) {
	t.Parallel()
	axe := browser.Axe(t)
	cfg := harborConfig
	cfg.Lang, cfg.Templates = "ar", afero.NewBasePathFs(afero.NewOsFs(), "testdata/rtl")
	out := afero.NewMemMapFs()
	build(t, cfg, harbor(t), out)
	top := serve(t, out)
	b := browser.Open(t)
	const left = `[...document.querySelectorAll("body *")].some(e => e.checkVisibility() && !e.closest(".vh, .skip, .l") && e.getBoundingClientRect().left < -1)`
	// The sentences, labels and working of English articles, unless they are marked.
	const unmarked = `[...document.querySelectorAll("mark, .h a, .und h2 a, .und h3 span, .working li span")].filter(e => /[a-z]{4}/.test(e.textContent) && !/[\u0600-\u06ff]/.test(e.textContent))
		.filter(e => getComputedStyle(e).direction !== "ltr" || !e.closest("[lang]").lang.startsWith("en")).map(e => e.outerHTML).slice(0, 3)`
	for _, name := range pageTypes {
		b.Visit(top+name, 320, "light")
		if dir := browser.Eval[string](b, `document.documentElement.dir`); dir != "rtl" {
			t.Errorf("%s runs %s", name, dir)
		}
		for _, width := range []int64{320, 390, 1280} {
			b.Look(width, "light")
			for _, out := range b.Overflowing() {
				t.Errorf("%s at %d px sticks out: %s", name, width, out)
			}
			if browser.Eval[bool](b, left) {
				t.Errorf("%s at %d px sticks out at the left", name, width)
			}
		}
		for _, e := range browser.Eval[[]string](b, unmarked) {
			t.Errorf("%s: does not run from left to right, or does not say that it is English: %s", name, e)
		}
		b.Audit(axe, name, top, browser.View{Width: 390, Scheme: "light"})
	}
	b.Visit(top+"index.html", 1280, "light")
	if !browser.Eval[bool](b, `document.querySelector(".e .d").getBoundingClientRect().left > document.querySelector(".e .b").getBoundingClientRect().left`) {
		t.Error("the date does not stand at the right of its event")
	}
}

// TestArabicIsWhole holds the message file of TestRightToLeft against ours: it
// says all that a site shows.
func TestArabicIsWhole(t *testing.T) {
	src, err := os.ReadFile("testdata/rtl/messages/ar.yaml")
	if err != nil {
		t.Fatal(err)
	}
	said := messages{}
	if err := yaml.Unmarshal(src, &said); err != nil {
		t.Fatal(err)
	}
	for key := range languages(t)["en"] {
		if _, ok := said[key]; !ok && !strings.HasPrefix(key, "desk.") {
			t.Errorf("it does not say %s", key)
		}
	}
}
