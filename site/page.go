package site

import (
	"bytes"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"path"
	"regexp"
	"slices"
	"strings"
)

// frame is what every page has around its own matter.
type frame struct {
	Lang, Dir string
	Site      string // title of the site
	Title     string // of the page; "" on the home page
	About     string // one or two sentences for search engines; may be ""
	Root      string // way back to the top of the site: "" or "../"
	Canonical string // its address, "" when the base URL is not known
	Feeds     bool   // there are feeds
	Script    bool   // the page has a timeline to which the script adds
	Nav, Foot []link
	Style     template.CSS // only on the page that cannot link to the stylesheet
	StyleHash string       // of Style, for the content security policy
}

// link is a link of the interface.
type link struct {
	Text, Href string
	Current    bool
}

// page is a file of the site that is still to be made.
type page struct {
	name string
	make func() ([]byte, error)
}

// pages makes HTML of views with the templates of one folder a page.
type pages struct {
	files fs.FS
	m     messages
	say   speaker
	kinds map[string]*template.Template
}

// partials are the folders whose templates every page may use.
var partials = []string{"base", "timeline"}

func newPages(files fs.FS, m messages) (*pages, error) {
	p := &pages{files: files, m: m, say: speaker{m}, kinds: map[string]*template.Template{}}
	common := template.New("").Funcs(template.FuncMap{
		"t": m.text, "count": m.count, "number": m.number,
	})
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
	"notfound", "topics", "undated", "withdrawn", "years"}

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
	var b strings.Builder
	// Every kind has the partials.
	if err := p.kinds[kinds[0]].ExecuteTemplate(&b, name, view); err != nil {
		return "", fmt.Errorf("making a page: %w", err)
	}
	return b.String(), nil
}

// render makes a page of one kind. The view embeds a frame.
func (p *pages) render(kind string, view any) ([]byte, error) {
	t, ok := p.kinds[kind]
	if !ok {
		return nil, fmt.Errorf("making a page: there is no templates/%s/%s.html", kind, kind)
	}
	var b bytes.Buffer
	if err := t.ExecuteTemplate(&b, "page", view); err != nil {
		return nil, fmt.Errorf("making a page of templates/%s: %w", kind, err)
	}
	return b.Bytes(), nil
}
