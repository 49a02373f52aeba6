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
	"io"
	"io/fs"
	"maps"
	"net/url"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

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
	Corrections string   // address of a form for a new issue, where readers suggest corrections; "" for none
	Version     string   // of dateline, named on the about page; "" for none
	EventFiles  *bool    // whether each event has a file of its own for other programs; nil for: while there are few

	History []Revision // of the articles, the latest first; nil where none is known

	Files map[string][]byte // further files of the site, by their names in it

	// Scratch is a folder for what there is no room for in memory while the site
	// is made; nil keeps all in memory.
	Scratch afero.Fs

	// Memory keeps what the next build of the same output needs to know, so that
	// it makes only the pages that change; nil makes all of them. It belongs to
	// one output and one version of the program.
	Memory Memory

	// Past is what LookBack found of the last build in the same output, with the
	// same Memory, and for one build only; nil leaves it to Build to look.
	Past *Past
}

// Memory keeps bytes from one build to the next. Load returns those of the last
// Save, nil when there are none.
type Memory interface {
	Load() []byte
	Save(content ...[]byte) error
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
	past := cfg.Past
	if past == nil {
		past = LookBack(out, cfg.Memory)
	}
	b, err := newBuilder(cfg, t)
	if err != nil {
		return Report{}, err
	}
	defer b.items.forget()
	todo := b.all()
	if cfg.Memory != nil {
		if err := b.findFrame(); err != nil {
			return Report{}, err
		}
	}
	w, err := newWriter(out, cfg.Memory, todo, past)
	if err != nil {
		return Report{}, err
	}
	w.made = b.origins
	if err := b.makeAll(ctx, todo, w); err != nil {
		w.abandon()
		return Report{}, err
	}
	report, err := w.commit()
	report.Warnings = b.warnings
	return report, err
}

// makeAll makes pages on all processors and hands them to w, but for those that
// are there already. It returns the error of the first page, in their order,
// that cannot be made.
func (b *builder) makeAll(ctx context.Context, todo []page, w *writer) error {
	errs := make([]error, len(todo))
	var failed atomic.Bool
	parallel(len(todo), func(i int) {
		if failed.Load() || ctx.Err() != nil {
			return
		}
		if errs[i] = b.makeOne(i, todo[i], w); errs[i] != nil {
			failed.Store(true)
		}
	})
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return ctx.Err()
}

func (b *builder) makeOne(i int, p page, w *writer) error {
	var from origin
	if b.origins != nil {
		if from = b.originOf(p); w.keep(i, from) {
			return nil
		}
	}
	if write := b.streams[p.name]; write != nil {
		p := w.pieces(i)
		return w.stream(i, from, p, func(f io.Writer) error { return write(f, p) })
	}
	content, err := b.make(p)
	if err != nil {
		return err
	}
	return w.add(i, from, content)
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
	eventFiles  bool // each event has files of its own

	origins *origins                                      // nil when nothing is kept for the next build
	from    map[string]func(m mixture) mixture            // what pages are made from, by their names
	streams map[string]func(w io.Writer, p *pieces) error // files too large to be made in memory, by their names

	keyOnce   sync.Once
	keyOf     map[int][]int // the key events of years that have a line of their own; see yearLines
	ordered   func() []int  // see allInOrder
	items     *items
	allTopics []topic
	topicAt   map[topicKey]string // file names of their pages
	moved     []moved
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
	b.say = speaker{b.m, &sync.Map{}}
	if b.pages, err = newPages(b.files, b.m); err != nil {
		return nil, err
	}
	b.items = newItems(len(t.Events), cfg.Scratch)
	b.eventFiles = cfg.hasEventFiles(len(t.Events))
	taken := names{}
	for i := range t.Events {
		b.anyReviewed = b.anyReviewed || t.Events[i].Review.Decided()
	}
	for _, e := range t.Events {
		b.eventAt = append(b.eventAt, "events/"+taken.take(e.ID)+".html")
	}
	b.moved = b.findMoved(taken)
	b.withdrawn = b.findWithdrawn(taken)
	ids := make([]string, len(t.Articles))
	for i := range t.Articles {
		ids[i] = t.Articles[i].Article.ID
	}
	b.textAt = ArticlePages(ids)
	b.mentions = make([][]int, len(t.Articles))
	for i, r := range t.Articles {
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
	b.topicAt = make(map[topicKey]string, len(b.allTopics))
	for _, t := range b.allTopics {
		b.topicAt[topicKey{t.kind, t.name}] = t.at
	}
	b.streams = map[string]func(w io.Writer, p *pieces) error{}
	b.ordered = sync.OnceValue(func() []int { return b.inOrder(b.everything()) })
	if cfg.Memory != nil {
		b.from = map[string]func(m mixture) mixture{}
		b.findOrigins()
	}
	return b, nil
}

// all returns every file of the site, in a fixed order.
func (b *builder) all() []page {
	index := make(chan []azStretch, 1) // it takes a while to put in order
	go func() { index <- b.azStretches() }()
	todo := []page{b.stylePage(), b.homePage(), b.aboutPage(), b.notFoundPage(), b.eventIndexPage()}
	for _, more := range [][]page{b.yearPages(), b.topicPages(), b.azPages(<-index), b.articlesPages(),
		b.undatedPages(), b.conflictPages(), b.changesPages(), b.movedPages(), b.withdrawnPages(), b.dataPages(), b.scriptPages()} {
		todo = append(todo, more...)
	}
	b.navigate(todo)
	todo = slices.Grow(todo, len(b.t.Events)+len(b.t.Articles))
	for i := range b.t.Events {
		todo = append(append(todo, page{name: b.eventAt[i], kind: eventPage, n: i}), b.eventFilePages(i)...)
	}
	for i := range b.t.Articles {
		todo = append(todo, page{name: b.textAt[i], kind: articlePage, n: i})
	}
	var extra []page
	for _, name := range slices.Sorted(maps.Keys(b.cfg.Files)) {
		b.madeFrom(name, func(m mixture) mixture { return append(m, b.cfg.Files[name]...) })
		extra = append(extra, page{name: name, make: func() ([]byte, error) { return b.cfg.Files[name], nil }})
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
		f.Feeds = []alternate{{atomType, f.Root + "feed.atom", f.Site}, {jsonFeedType, f.Root + "feed.json", f.Site}}
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
