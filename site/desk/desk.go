// Package desk serves the review desk: a page on which people decide, date by
// date, what the site has. It listens to this machine only.
//
//	d, err := desk.New(desk.Config{Site: "The long winter"}, session, token)
//	http.ListenAndServe("127.0.0.1:1313", d)
//
// A desk can write to the review folder, so a page elsewhere on the web must
// not reach it: see guard.go.
package desk

import (
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"path"
	"strconv"
	"strings"

	"github.com/spf13/afero"

	"dateline/internal/decisions"
	"dateline/timeline/review"
)

// At is the address of the desk on its server. It ends in a slash.
const At = "/-/review/"

// Config is what a desk needs to know of its site.
type Config struct {
	Site      string   // title
	Lang      string   // BCP 47 language of the interface, "" for English
	Templates afero.Fs // the site's own templates, nil for none
}

// Desk answers the requests of the review page.
type Desk struct {
	session *decisions.Session
	token   string
	files   files
}

// New returns the desk of a session. Token is the secret of this run, without
// which nothing is answered; see NewToken.
func New(cfg Config, session *decisions.Session, token string) (*Desk, error) {
	f, err := pageFiles(cfg, session, token)
	if err != nil {
		return nil, err
	}
	return &Desk{session, token, f}, nil
}

// ServeHTTP answers below At, for the browser that has the token.
func (d *Desk) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h := w.Header()
	h.Set("Cache-Control", "no-store")
	h.Set("X-Content-Type-Options", "nosniff")
	h.Set("Referrer-Policy", "no-referrer")
	h.Set("Cross-Origin-Resource-Policy", "same-origin")
	h.Set("Content-Security-Policy", "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
	if d.entered(w, r) {
		return
	}
	if refused := d.refuse(r); refused != nil {
		refused.answer(w)
		return
	}
	if r.Method == http.MethodPost {
		d.post(w, r)
		return
	}
	d.get(w, r)
}

func (d *Desk) get(w http.ResponseWriter, r *http.Request) {
	switch name := strings.TrimPrefix(r.URL.Path, At); name {
	case "":
		d.files.page(w)
	case "review.css":
		serve(w, "text/css; charset=utf-8", d.files.style)
	case "review.js":
		serve(w, "text/javascript; charset=utf-8", d.files.script)
	case "queue":
		d.queue(w, r)
	case "near":
		item, err := d.session.Item(r.URL.Query().Get("article"), r.URL.Query().Get("id"))
		if err != nil {
			fail(w, http.StatusNotFound, err)
			return
		}
		reply(w, d.session.Near(item, 9, d.files.words))
	default:
		http.Error(w, "the desk has no "+path.Base(r.URL.Path), http.StatusNotFound)
	}
}

// queueLimit is how many items the page is given at a time: more than anybody
// decides at a sitting, and few enough for a list.
const queueLimit = 500

// queue is what the page goes through.
func (d *Desk) queue(w http.ResponseWriter, r *http.Request) {
	q := r.URL.Query()
	f := review.Filter{
		Article: q.Get("article"), Rule: q.Get("rule"), Words: q.Get("words"), Confidence: q.Get("confidence"),
		State: q.Get("state"), Status: q.Get("status"), Undated: q.Get("undated") != "",
	}
	if err := f.Check(); err != nil {
		fail(w, http.StatusBadRequest, err)
		return
	}
	items := d.session.Queue(f)
	if s := q.Get("sample"); s != "" {
		n, err := strconv.Atoi(s)
		if err != nil || n < 1 {
			fail(w, http.StatusBadRequest, errors.New("sample: want a number above 0"))
			return
		}
		seed, _ := strconv.ParseUint(q.Get("seed"), 10, 64)
		items = review.Sample(items, n, seed)
	}
	all := len(items)
	items = items[:min(all, queueLimit)]
	views, see := make([]decisions.View, len(items)), d.files.viewer(d.session, "/")
	for i := range items {
		views[i] = see(items[i])
	}
	reply(w, map[string]any{"items": views, "all": all, "status": d.session.Status().Count})
}

// request is the body of a POST.
type request struct {
	Client  string           `json:"client"` // names the page, which undoes only its own
	Answer  decisions.Posted `json:"answer"`
	Article string           `json:"article"`
	ID      string           `json:"id"`
}

func (d *Desk) post(w http.ResponseWriter, r *http.Request) {
	var in request
	dec := json.NewDecoder(http.MaxBytesReader(w, r.Body, bodyLimit))
	dec.DisallowUnknownFields()
	err := dec.Decode(&in)
	if err == nil {
		if _, more := dec.Token(); !errors.Is(more, io.EOF) {
			err = errors.New("there is more after the end of the request")
		}
	}
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		fail(w, http.StatusRequestEntityTooLarge, errors.New("the request is larger than a decision can be"))
		return
	case err != nil:
		fail(w, http.StatusBadRequest, err)
		return
	}
	// The name of a page must not be that of the terminal, which is "".
	client := "page " + in.Client
	switch strings.TrimPrefix(r.URL.Path, At) {
	case "decide":
		d.decide(w, client, in.Answer)
	case "undo":
		d.undo(w, client)
	case "accept":
		d.accept(w, client, in)
	default:
		fail(w, http.StatusNotFound, errors.New("the desk cannot do that"))
	}
}

func (d *Desk) decide(w http.ResponseWriter, client string, p decisions.Posted) {
	// Who decides and when is said by the desk, not by the page.
	p.By, p.On = "", ""
	a, err := p.Answer()
	if err != nil {
		fail(w, http.StatusUnprocessableEntity, err)
		return
	}
	out, err := d.session.Decide(client, p.Article, p.ID, p.Seen, a)
	var conflict *decisions.ConflictError
	switch {
	case errors.As(err, &conflict):
		d.answer(w, http.StatusConflict, p.Article, p.ID, map[string]any{"error": err.Error()})
		return
	case err != nil:
		fail(w, http.StatusUnprocessableEntity, err)
		return
	}
	id := p.ID
	if a.Action == review.Add {
		id = out.Decision.ID
	}
	d.answer(w, http.StatusOK, p.Article, id, map[string]any{"words": out.Decision.Words(), "notice": out.Notice})
}

func (d *Desk) undo(w http.ResponseWriter, client string) {
	was, ok, err := d.session.Undo(client)
	switch {
	case err != nil:
		fail(w, http.StatusConflict, err)
	case !ok:
		fail(w, http.StatusConflict, errors.New("nothing to undo"))
	default:
		d.answer(w, http.StatusOK, was.Article, was.ID, map[string]any{"words": "taken back: " + was.Words()})
	}
}

func (d *Desk) accept(w http.ResponseWriter, client string, in request) {
	item, err := d.session.Item(in.Article, in.ID)
	if err != nil {
		fail(w, http.StatusNotFound, err)
		return
	}
	n, err := d.session.Accept(client, d.session.SameRule(item))
	if err != nil {
		fail(w, http.StatusConflict, err)
		return
	}
	d.answer(w, http.StatusOK, in.Article, in.ID, map[string]any{"words": "accepted " + strconv.Itoa(n) + " explicit dates"})
}

// answer replies with an item as it now is, the counts, and more.
func (d *Desk) answer(w http.ResponseWriter, code int, article, id string, more map[string]any) {
	if item, err := d.session.Item(article, id); err == nil {
		more["item"] = d.files.viewer(d.session, "/")(item)
	}
	more["status"] = d.session.Status().Count
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(more)
}

func reply(w http.ResponseWriter, v any) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	json.NewEncoder(w).Encode(v)
}

func fail(w http.ResponseWriter, code int, err error) {
	w.Header().Set("Content-Type", "application/json; charset=utf-8")
	w.WriteHeader(code)
	json.NewEncoder(w).Encode(map[string]string{"error": err.Error()})
}

func serve(w http.ResponseWriter, kind string, content []byte) {
	w.Header().Set("Content-Type", kind)
	w.Write(content)
}
