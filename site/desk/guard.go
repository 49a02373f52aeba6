package desk

import (
	"crypto/rand"
	"crypto/subtle"
	"mime"
	"net"
	"net/http"
	"path"
	"strings"
)

// bodyLimit is the most bytes that a request may have: a note of some pages.
const bodyLimit = 64 << 10

// NewToken returns a secret for one run of a desk.
func NewToken() string { return rand.Text() }

// cookie carries the token from page to page. It is Strict: no other site can
// make the browser send it.
const cookie = "dateline-review"

// refusal is why a request is not answered.
type refusal struct {
	code int
	why  string
}

func (r *refusal) answer(w http.ResponseWriter) { http.Error(w, r.why, r.code) }

// entered lets a browser in that opens the address with the token, and sends
// it on to the address without, so that the token stays out of the history.
func (d *Desk) entered(w http.ResponseWriter, r *http.Request) bool {
	if r.Method != http.MethodGet || r.URL.Path != At || !Loopback(r.Host) || !d.is(r.URL.Query().Get("token")) {
		return false
	}
	http.SetCookie(w, &http.Cookie{Name: cookie, Value: d.token, Path: At, HttpOnly: true, SameSite: http.SameSiteStrictMode})
	http.Redirect(w, r, At, http.StatusSeeOther)
	return true
}

// refuse returns why a request is not answered, nil when it is.
//
// Host: a name of another site that is made to point at this machine would
// have the browser take the desk for a part of that site (DNS rebinding).
// Origin: a page of another site may send a form or a script's request here.
// Token: other users and programs of this machine can reach the port.
func (d *Desk) refuse(r *http.Request) *refusal {
	switch {
	case !Loopback(r.Host):
		return &refusal{http.StatusForbidden, "this desk answers to localhost only"}
	case r.URL.Path != path.Clean(r.URL.Path)+"/" && r.URL.Path != path.Clean(r.URL.Path), !strings.HasPrefix(r.URL.Path, At):
		return &refusal{http.StatusNotFound, "there is nothing there"}
	case r.Header.Get("Origin") != "" && r.Header.Get("Origin") != "http://"+r.Host:
		return &refusal{http.StatusForbidden, "this desk does not answer to pages of other sites"}
	case r.Header.Get("Sec-Fetch-Site") == "cross-site" || r.Header.Get("Sec-Fetch-Site") == "same-site":
		return &refusal{http.StatusForbidden, "this desk does not answer to pages of other sites"}
	}
	switch r.Method {
	case http.MethodGet, http.MethodHead:
		if c, err := r.Cookie(cookie); err != nil || !d.is(c.Value) {
			return &refusal{http.StatusForbidden, "open the desk by the address that dateline printed; it has the token of this run"}
		}
	case http.MethodPost:
		kind, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type"))
		switch {
		case r.Header.Get("Origin") == "":
			return &refusal{http.StatusForbidden, "a decision needs the Origin header that browsers send"}
		case !d.is(r.Header.Get("X-Dateline-Token")):
			return &refusal{http.StatusForbidden, "the token is missing or of another run; open the desk again by the address that dateline printed"}
		case kind != "application/json":
			return &refusal{http.StatusUnsupportedMediaType, "want application/json"}
		}
	default:
		return &refusal{http.StatusMethodNotAllowed, "only GET, HEAD and POST"}
	}
	return nil
}

// is compares a token in constant time.
func (d *Desk) is(token string) bool {
	return subtle.ConstantTimeCompare([]byte(token), []byte(d.token)) == 1
}

// Loopback reports whether a Host header names this machine.
func Loopback(host string) bool {
	if name, _, err := net.SplitHostPort(host); err == nil {
		host = name
	}
	host = strings.TrimSuffix(strings.TrimPrefix(host, "["), "]")
	ip := net.ParseIP(host)
	return host == "localhost" || ip != nil && ip.IsLoopback()
}
