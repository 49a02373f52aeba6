package site

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"sync"

	"dateline/internal/render"
)

// frame is what every page has around its own matter.
type frame struct {
	Lang, Dir  string
	Site       string // title of the site
	Title      string // of the page; "" on the home page
	About      string // one or two sentences for search engines; may be ""
	Root       string // way back to the top of the site: "" or "../"
	Canonical  string // its address, "" when the base URL is not known
	Feeds      []alternate
	Refresh    string // when and to which address the page leads by itself; "" for none
	Script     bool   // the page has a timeline to which the script adds
	Nav, Foot  []link
	Style      template.CSS  // only on the page that cannot link to the stylesheet
	StyleHash  string        // of Style, for the content security policy
	Inline     template.HTML // a script with its tags, likewise
	InlineHash string
}

// alternate is a feed that a browser offers beside the page.
type alternate struct{ Type, Href, Title string }

// The media types of feeds.
const (
	atomType     = "application/atom+xml"
	jsonFeedType = "application/feed+json"
)

// link is a link of the interface.
type link struct {
	Text, Href string
	Current    bool
}

// page is a file of the site that is still to be made. There are as many as
// events and articles, so that of theirs only the number is kept.
type page struct {
	name string
	make func() ([]byte, error) // of a page of its own kind
	kind pageKind
	n    int // of the event or article
}

// pageKind is whose page it is.
type pageKind uint8

const (
	singlePage pageKind = iota
	eventPage
	eventJSON
	eventICS
	articlePage
)

// make makes a page.
func (b *builder) make(p page) ([]byte, error) {
	switch p.kind {
	case eventPage:
		return b.eventPage(p.n)
	case eventJSON, eventICS:
		return b.eventFilePage(p.n, eventFormats[p.kind-eventJSON])
	case articlePage:
		return b.articlePage(p.n)
	}
	return p.make()
}

// pages makes HTML of views with the templates of one folder a page.
type pages struct {
	files  fs.FS
	m      messages
	say    speaker
	kinds  map[string]*template.Template
	funcs  template.FuncMap
	fast   sync.Map   // *render.Template, or nil where it cannot be made, by fastKey
	making sync.Mutex // held while one is made
}

// fastKey tells the fast forms of templates apart.
type fastKey struct {
	kind, name string
	view       reflect.Type
}

// partials are the folders whose templates every page may use.
var partials = []string{"base", "timeline"}

func newPages(files fs.FS, m messages) (*pages, error) {
	p := &pages{files: files, m: m, say: speaker{m: m}, kinds: map[string]*template.Template{},
		funcs: template.FuncMap{"t": m.text, "count": m.count, "number": m.number, "turned": m.turned}}
	common := template.New("").Funcs(p.funcs)
	for _, dir := range partials {
		if err := p.parse(common, dir); err != nil {
			return nil, err
		}
	}
	for _, dir := range kinds {
		kind, err := common.Clone()
		if err != nil {
			return nil, err
		}
		if err := p.parse(kind, dir); err != nil {
			return nil, err
		}
		p.kinds[dir] = kind
	}
	return p, nil
}

// kinds are the folders of the pages of a site. Others belong to the preview.
var kinds = []string{"about", "article", "articles", "az", "changes", "conflicts", "data", "event", "home", "list",
	"moved", "notfound", "topics", "undated", "withdrawn", "years"}

// assets returns the files of the given extension in the folders of the site,
// one after the other. A folder need not have one.
func assets(files fs.FS, ext string) ([]byte, error) {
	var all bytes.Buffer
	for _, dir := range slices.Concat([]string{"tokens"}, partials, kinds) {
		name := path.Join(dir, dir+ext)
		if dir == "tokens" {
			name = "base/tokens" + ext
		}
		src, err := fs.ReadFile(files, name)
		if errors.Is(err, fs.ErrNotExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("reading templates/%s: %w", name, err)
		}
		all.Write(src)
	}
	return all.Bytes(), nil
}

// fixedMessage is a call of a message that takes no values.
var fixedMessage = regexp.MustCompile(`{{t "([a-z0-9.]+)"}}`)

// parse adds the templates of a folder to t.
func (p *pages) parse(t *template.Template, dir string) error {
	name := path.Join(dir, dir+".html")
	src, err := fs.ReadFile(p.files, name)
	if err != nil {
		return fmt.Errorf("reading templates/%s: %w", name, err)
	}
	// A message without values is the same on every page: it is put in once,
	// which makes pages twice as fast as a call each time.
	said := fixedMessage.ReplaceAllStringFunc(strings.TrimSpace(string(src)), func(call string) string {
		return template.HTMLEscapeString(p.m.text(fixedMessage.FindStringSubmatch(call)[1]))
	})
	if _, err := t.New(name).Parse(said); err != nil {
		return fmt.Errorf("reading templates/%s: %w", name, err)
	}
	return nil
}

// partial makes a part of a page.
func (p *pages) partial(name string, view any) (string, error) {
	// Every kind has the partials.
	out, err := p.execute(kinds[0], name, view)
	if err != nil {
		return "", fmt.Errorf("making a page: %w", err)
	}
	return string(out), nil
}

// render makes a page of one kind. The view embeds a frame.
func (p *pages) render(kind string, view any) ([]byte, error) {
	if p.kinds[kind] == nil {
		return nil, fmt.Errorf("making a page: there is no templates/%s/%s.html", kind, kind)
	}
	out, err := p.execute(kind, "page", view)
	if err != nil {
		return nil, fmt.Errorf("making a page of templates/%s: %w", kind, err)
	}
	return out, nil
}

// execute executes the template called name of one kind of pages, the fast way
// where there is one.
func (p *pages) execute(kind, name string, view any) ([]byte, error) {
	if fast := p.fastForm(kind, name, reflect.TypeOf(view)); fast != nil {
		// An error is told by html/template, which knows the line.
		if out, err := fast.Append(make([]byte, 0, 8<<10), view); err == nil {
			return out, nil
		}
	}
	var b bytes.Buffer
	err := p.kinds[kind].ExecuteTemplate(&b, name, view)
	return b.Bytes(), err
}

// fastForm returns the fast form of a template, nil where it has none: a
// template of the site's own may ask for more than package render knows.
func (p *pages) fastForm(kind, name string, view reflect.Type) *render.Template {
	key := fastKey{kind, name, view}
	if form, made := p.fast.Load(key); made {
		return form.(*render.Template)
	}
	p.making.Lock()
	defer p.making.Unlock()
	if form, made := p.fast.Load(key); made {
		return form.(*render.Template)
	}
	form, err := render.New(p.kinds[kind], name, view, p.funcs)
	if err != nil {
		form = nil
	}
	p.fast.Store(key, form)
	return form
}
