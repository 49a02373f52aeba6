package site

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/chromedp/chromedp"
	"github.com/spf13/afero"

	"dateline/extract"
	"dateline/extract/article"
	"dateline/internal/browser"
	"dateline/internal/decisions"
	"dateline/timeline"
	"dateline/timeline/review"
)

// picture is the image at the top of the README.
const picture = "../docs/timeline.png"

// sampleTimeline reads the sample articles of the repository, as they were reviewed.
func sampleTimeline(t *testing.T) *timeline.Timeline {
	t.Helper()
	fsys := afero.NewBasePathFs(afero.NewOsFs(), "..")
	paths, problems, err := article.Paths(context.Background(), fsys, "content")
	if err != nil || len(problems) > 0 {
		t.Fatal(err, problems)
	}
	x := extract.New(extract.Options{})
	var readings []timeline.Reading
	for _, path := range paths {
		a, err := article.ReadFile(fsys, path, article.Options{})
		if err != nil {
			t.Fatal(err)
		}
		r := x.Document(extract.DocumentOf(a))
		readings = append(readings, timeline.Reading{Article: a, Timexes: r.Timexes, Events: r.Events})
	}
	var ids []string
	for _, r := range readings {
		ids = append(ids, r.Article.ID)
	}
	files, err := decisions.NewStore(fsys, "review").LoadAll(ids)
	if err != nil {
		t.Fatal(err)
	}
	return timeline.Build(review.Apply(readings, files, review.All))
}

var sampleConfig = Config{
	Title: "Calls, canals and countdowns",
	Description: "Sixteen sample articles, from the Berlin Wall to Notre-Dame, read for their dates. " +
		"Every date shows the sentence that it was worked out from.",
}

// TestSampleSite looks at the site of the sample articles in Chromium, one
// page of each kind, and takes the picture of the README with -update.
func TestSampleSite(t *testing.T) {
	axe := browser.Axe(t)
	b := browser.Open(t)
	tl := sampleTimeline(t)
	var files map[string]string
	top := onDisk(t, func(out afero.Fs) {
		build(t, sampleConfig, tl, out)
		files = tree(t, out)
	})
	kinds := map[string]string{}
	for name := range files {
		if kind := filepath.Dir(name); strings.HasSuffix(name, ".html") && (kinds[kind] == "" || name < kinds[kind]) {
			kinds[kind] = name
		}
	}
	for _, name := range append([]string{"index.html"}, kinds["events"], kinds["articles"], kinds["topics"], kinds["years"]) {
		b.Visit(top+name, 320, "light")
		b.Audit(axe, name, top, browser.View{Width: 320, Scheme: "light"})
	}
	for i, r := range tl.Articles {
		if !strings.Contains(files["articles/"+slug(r.Article.ID)+".html"], `<mark class="when">`) && len(r.Timexes) > 0 {
			t.Errorf("article %d, %s, has no mark", i, r.Article.ID)
		}
	}
	if !*update {
		return
	}
	b.Do(chromedp.EmulateViewport(1120, 1240, chromedp.EmulateScale(1.5)), chromedp.Navigate(top+"index.html"))
	png, err := chromedp.Run(b.Context, chromedp.CaptureScreenshot())
	if err != nil {
		t.Fatal(err)
	}
	if err := os.MkdirAll(filepath.Dir(picture), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(picture, png, 0o644); err != nil {
		t.Fatal(err)
	}
}
