// Package site writes a timeline as a static site: HTML that is complete
// without script, with page-relative links that work from disk and under any
// base path.
//
//	report, err := site.Build(ctx, site.Config{Title: "The long winter"}, t, out)
//
// A page is made in three steps: a view (home.go, event.go, …) gathers what
// the page says, a template of package templates says it in HTML, and a writer
// puts the file in place when all the others are made too.
package site

import (
	"context"
	"io/fs"
	"maps"
	"net/url"
	"runtime"
	"slices"
	"strings"
	"sync"

	"github.com/spf13/afero"

	"dateline/templates"
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

	Files map[string][]byte // further files of the site, by their names in it
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
// last good site in place. Files in out that dateline did not make are never
// touched; where one stands in the way, Build fails and names it.
func Build(ctx context.Context, cfg Config, t *timeline.Timeline, out afero.Fs) (Report, error) {
	b, err := newBuilder(cfg, t)
	if err != nil {
		return Report{}, err
	}
	w, err := newWriter(out)
	if err != nil {
		return Report{}, err
	}
	if err := makeAll(ctx, b.all(), w); err != nil {
		w.abandon()
		return Report{}, err
	}
	report, err := w.commit()
	report.Warnings = b.warnings
	return report, err
}

// makeAll makes pages on all processors and hands them to w. It returns the
// error of the first page, in their order, that cannot be made.
func makeAll(ctx context.Context, todo []page, w *writer) error {
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	errs := make([]error, len(todo))
	next := make(chan int)
	var workers sync.WaitGroup
	for range runtime.GOMAXPROCS(0) {
		workers.Go(func() {
			for i := range next {
				content, err := todo[i].make()
				if err == nil {
					err = w.add(todo[i].name, content)
				}
				if errs[i] = err; err != nil {
					stop()
				}
			}
		})
	}
feed:
	for i := range todo {
		select {
		case next <- i:
		case <-ctx.Done():
			break feed
		}
	}
	close(next)
	workers.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

// builder knows the timeline and the file names of its pages.
type builder struct {
	cfg      Config
	t        *timeline.Timeline
	files    fs.FS // templates, with the site's own over ours
	m        messages
	say      speaker
	pages    *pages
	eventAt  []string // file name of each event's page, by index into t.Events
	textAt   []string // file name of each article's page, by index into t.Articles
	mentions [][]int  // for each article and mention the index of its event, -1 when it has none
	nav      []link   // in the head of every page, from the top of the site
	foot     []link   // in the foot of every page
	warnings []string

	anyReviewed bool // people decided on some of the events

	items     sync.Map // of events by index, as pages one folder deep list them; see item
	allTopics []topic
	withdrawn []withdrawn
}

func newBuilder(cfg Config, t *timeline.Timeline) (*builder, error) {
	if cfg.Lang == "" {
		cfg.Lang = "en"
	}
	b := &builder{cfg: cfg, t: t, files: overlay(cfg.Templates, templates.FS)}
	var err error
	if b.m, err = readMessages(templates.FS, b.files, cfg.Lang); err != nil {
		return nil, err
	}
	b.say = speaker{b.m}
	if b.pages, err = newPages(b.files, b.m); err != nil {
		return nil, err
	}
	taken := names{}
	for i := range t.Events {
		b.anyReviewed = b.anyReviewed || t.Events[i].Review.Decided()
	}
	for _, e := range t.Events {
		b.eventAt = append(b.eventAt, "events/"+taken.take(e.ID)+".html")
	}
	b.withdrawn = b.findWithdrawn(taken)
	taken = names{}
	b.mentions = make([][]int, len(t.Articles))
	for i, r := range t.Articles {
		b.textAt = append(b.textAt, "articles/"+taken.take(r.Article.ID)+".html")
		b.mentions[i] = make([]int, len(r.Events))
		for j := range r.Events {
			b.mentions[i][j] = -1
		}
	}
	for i, e := range t.Events {
		for _, ev := range e.Evidence {
			b.mentions[ev.Article][ev.Mention] = i
		}
	}
	b.allTopics = b.topics()
	return b, nil
}

// all returns every file of the site, in a fixed order.
func (b *builder) all() []page {
	todo := []page{b.stylePage(), b.homePage(), b.aboutPage(), b.notFoundPage(), b.eventIndexPage()}
	for _, more := range [][]page{b.yearPages(), b.topicPages(), b.azPages(), b.articlesPages(),
		b.undatedPages(), b.conflictPages(), b.changesPage(), b.withdrawnPages(), b.dataPages(), b.scriptPages()} {
		todo = append(todo, more...)
	}
	b.navigate(todo)
	for i := range b.t.Events {
		todo = append(todo, b.eventPage(i))
	}
	for i := range b.t.Articles {
		todo = append(todo, b.articlePage(i))
	}
	var extra []page
	for _, name := range slices.Sorted(maps.Keys(b.cfg.Files)) {
		extra = append(extra, page{name, func() ([]byte, error) { return b.cfg.Files[name], nil }})
	}
	names := make([]string, len(todo))
	for i, p := range todo {
		names[i] = p.name
	}
	return append(append(todo, extra...), b.sitemapPages(names)...)
}

// navigate sets the links of head and foot to those pages that there are.
func (b *builder) navigate(todo []page) {
	made := map[string]bool{}
	for _, p := range todo {
		made[p.name] = true
	}
	pick := func(at ...string) (links []link) {
		for _, name := range at {
			if made[name] {
				key := "nav." + strings.TrimSuffix(strings.TrimSuffix(name, ".html"), "/index")
				links = append(links, link{Text: b.m[key], Href: name})
			}
		}
		return links
	}
	b.nav = pick("index.html", "years/index.html", "topics/index.html", "articles/index.html", aboutAt)
	b.foot = pick(conflictsAt, undatedAt, changesAt, "az/index.html", dataAt)
}

// frame returns what surrounds the page called name.
func (b *builder) frame(name, title string) frame {
	f := frame{Lang: b.cfg.Lang, Dir: b.m["lang.dir"], Site: b.title(), Title: title, Root: root(name)}
	if b.cfg.BaseURL != "" {
		f.Canonical = b.address(name)
		f.Feeds = true
	}
	for _, l := range b.nav {
		f.Nav = append(f.Nav, link{Text: l.Text, Href: f.Root + l.Href, Current: l.Href == name})
	}
	for _, l := range b.foot {
		f.Foot = append(f.Foot, link{Text: l.Text, Href: f.Root + l.Href, Current: l.Href == name})
	}
	return f
}

// address returns the absolute address of a file of the site.
func (b *builder) address(name string) string {
	return b.cfg.BaseURL + (&url.URL{Path: strings.TrimSuffix(name, "index.html")}).EscapedPath()
}

// title returns the name of the site.
func (b *builder) title() string {
	if b.cfg.Title != "" {
		return b.cfg.Title
	}
	return b.m["home.timeline"]
}
