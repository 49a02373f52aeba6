package desk

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"io/fs"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dateline/extract/event"
	"dateline/internal/decisions"
	"dateline/site"
	"dateline/templates"
	"dateline/timeline/review"
)

// files is what the review page is made of.
type files struct {
	html          func() ([]byte, error)
	style, script []byte
	words         *site.Interface
}

// pageView is what the template of the page says.
type pageView struct {
	Lang     string
	Dir      string
	Words    map[string]string // what the script says, by key
	Site     string
	Home     string // way to the front page of the site
	Token    string // "" on a page without a server
	Progress string
	States   []string
	Statuses []string
	Articles []string
	Rules    []string
	Items    []decisions.View
}

// pageFiles reads the template, the style and the script of the review page.
func pageFiles(cfg Config, session *decisions.Session, token string) (files, error) {
	var f files
	read := func(name string) ([]byte, error) {
		if cfg.Templates != nil {
			if src, err := afero.ReadFile(cfg.Templates, name); err == nil {
				return src, nil
			}
		}
		src, err := fs.ReadFile(templates.FS, name)
		if err != nil {
			return nil, fmt.Errorf("reading templates/%s: %w", name, err)
		}
		return src, nil
	}
	for _, sheet := range []string{"base/tokens.css", "base/base.css", "review/review.css"} {
		src, err := read(sheet)
		if err != nil {
			return f, err
		}
		f.style = append(f.style, src...)
	}
	var err error
	if f.script, err = read("review/review.js"); err != nil {
		return f, err
	}
	src, err := read("review/review.html")
	if err != nil {
		return f, err
	}
	if f.words, err = site.NewInterface(cfg.Lang, cfg.Templates); err != nil {
		return f, err
	}
	t, err := template.New("review.html").Funcs(template.FuncMap{"t": f.words.Text}).Parse(string(src))
	if err != nil {
		return f, fmt.Errorf("reading templates/review/review.html: %w", err)
	}
	f.html = func() ([]byte, error) {
		var b bytes.Buffer
		err := t.Execute(&b, view(cfg, session, token, f))
		return b.Bytes(), err
	}
	return f, nil
}

func view(cfg Config, session *decisions.Session, token string, f files) pageView {
	words := f.words
	v := pageView{
		Lang: words.Lang, Dir: words.Dir(), Words: words.Messages("desk.", "status.", "date.undated"),
		Site: cfg.Site, Home: "/", Token: token, States: review.States,
	}
	for s := event.Happened; s <= event.Statement; s++ {
		v.Statuses = append(v.Statuses, s.String())
	}
	if v.Site == "" {
		v.Site = "Timeline"
	}
	if token == "" {
		v.Home = "../index.html"
	}
	for _, item := range session.Items() {
		if id := item.Reading.Article.ID; len(v.Articles) == 0 || v.Articles[len(v.Articles)-1] != id {
			v.Articles = append(v.Articles, id)
		}
		if rule := item.Rule(); rule != "" && !slices.Contains(v.Rules, rule) {
			v.Rules = append(v.Rules, rule)
		}
	}
	slices.Sort(v.Rules)
	see := f.viewer(session, strings.TrimSuffix(v.Home, "index.html"))
	for _, item := range session.Queue(review.Filter{}) {
		v.Items = append(v.Items, see(item))
	}
	s := session.Status()
	v.Progress = words.Text("desk.progress", "n", s.Reviewed(), "all", s.Events, "stale", s.Stale, "orphans", s.Orphans)
	return v
}

// viewer returns how an item is seen on a page from which root leads to the
// top of the site.
func (f files) viewer(session *decisions.Session, root string) func(review.Item) decisions.View {
	page := map[string]string{}
	ids := session.Articles()
	for i, name := range site.ArticlePages(ids) {
		page[ids[i]] = root + name
	}
	return func(item review.Item) decisions.View {
		v := session.View(item, f.words)
		if name, known := page[v.Article]; known {
			v.Page = name
			if v.Line > 0 {
				v.Page += toText(v.Sentence)
			}
		}
		return v
	}
}

// toText returns the fragment of an address that leads to a sentence (Scroll
// To Text Fragment, WICG). A browser that does not know it shows the page.
func toText(sentence []decisions.Piece) string {
	var b strings.Builder
	for _, p := range sentence {
		b.WriteString(p.Text)
	}
	text := url.QueryEscape(strings.Join(strings.Fields(b.String()), " "))
	return "#:~:text=" + strings.NewReplacer("+", "%20", "-", "%2D").Replace(text)
}

func (f files) page(w http.ResponseWriter) {
	html, err := f.html()
	if err != nil {
		http.Error(w, "making the page: "+err.Error(), http.StatusInternalServerError)
		return
	}
	serve(w, "text/html; charset=utf-8", html)
}

// Pages returns the files of a review page that needs no server, by name: it
// collects decisions in the browser and offers them as a file for "dateline
// review --apply". They go into one folder of the built site.
func Pages(cfg Config, session *decisions.Session) (map[string][]byte, error) {
	f, err := pageFiles(cfg, session, "")
	if err != nil {
		return nil, err
	}
	html, err := f.html()
	if err != nil {
		return nil, err
	}
	items := session.Queue(review.Filter{State: "all", Undated: true})
	see := f.viewer(session, "../")
	views := make([]decisions.View, len(items))
	for i := range items {
		views[i] = see(items[i])
	}
	// A classic script rather than JSON: a page on disk may load no other.
	data, err := json.Marshal(map[string]any{"items": views})
	if err != nil {
		return nil, err
	}
	data = append(append([]byte("window.datelineReview = "), data...), ";\n"...)
	return map[string][]byte{"index.html": html, "review.css": f.style, "review.js": f.script, "data.js": data}, nil
}
