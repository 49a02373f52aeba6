package cli

import (
	"context"
	"net/http"
	"strings"
	"sync"

	"dateline/internal/decisions"
	"dateline/site/desk"
	"dateline/timeline"
)

// deskRoom puts the review desk beside the preview of serve. It opens with
// the first good build and then goes on with what the articles become.
type deskRoom struct {
	by, on, token string

	mu      sync.Mutex
	session *decisions.Session
	desk    *desk.Desk
}

// newDeskRoom returns the room of a reviewer.
func newDeskRoom(by, on string) (*deskRoom, error) {
	by, on, err := reviewer(by, on)
	if err != nil {
		return nil, err
	}
	return &deskRoom{by: by, on: on, token: desk.NewToken()}, nil
}

// refresh takes over what the articles now hold.
func (d *deskRoom) refresh(s *sourceSite, readings []timeline.Reading) error {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.session != nil {
		return d.session.Reload(readings)
	}
	session, err := decisions.NewSession(s.store(), readings, d.by, d.on)
	if err != nil {
		return err
	}
	cfg := s.siteConfig()
	d.desk, err = desk.New(desk.Config{Site: cfg.Title, Lang: cfg.Lang, Templates: cfg.Templates}, session, d.token)
	if err == nil {
		d.session = session
	}
	return err
}

// reviewPages returns the files of a review page without a server. It is for
// reviewers, so it has what the articles say and not only what the site shows.
func (s *sourceSite) reviewPages(ctx context.Context) (map[string][]byte, error) {
	readings, err := s.read(ctx)
	if err != nil {
		return nil, err
	}
	session, err := decisions.NewSession(s.store(), readings, "", "")
	if err != nil {
		return nil, err
	}
	cfg := s.siteConfig()
	pages, err := desk.Pages(desk.Config{Site: cfg.Title, Lang: cfg.Lang, Templates: cfg.Templates}, session)
	if err != nil {
		return nil, err
	}
	files := map[string][]byte{}
	for name, content := range pages {
		files["review/"+name] = content
	}
	return files, nil
}

// beside returns a handler that answers for the desk at its address and
// leaves all else to site.
func (d *deskRoom) beside(site http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if !strings.HasPrefix(r.URL.Path, desk.At) {
			site.ServeHTTP(w, r)
			return
		}
		d.mu.Lock()
		open := d.desk
		d.mu.Unlock()
		if open == nil {
			http.Error(w, "the articles have problems; the desk opens when they are mended", http.StatusServiceUnavailable)
			return
		}
		open.ServeHTTP(w, r)
	})
}
