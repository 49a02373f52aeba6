package cli

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"

	"dateline/internal/intake"
)

// newsServer is a local server with the pages and feeds of package intake.
// What is below /closed/ is closed to programs, and links in feeds that begin
// with a slash lead to the server itself.
func newsServer(t *testing.T) string {
	files := http.FileServer(http.Dir("../intake/testdata"))
	var server *httptest.Server
	server = httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch {
		case r.URL.Path == "/robots.txt":
			io.WriteString(w, "User-agent: *\nDisallow: /closed/\n")
		case r.URL.Path == "/moved":
			http.Redirect(w, r, "/pages/broadcaster.html", http.StatusMovedPermanently)
		case r.URL.Path == "/sources/teasers.rss":
			raw, err := os.ReadFile("../intake/testdata" + r.URL.Path)
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			w.Header().Set("Content-Type", "application/rss+xml")
			io.WriteString(w, strings.ReplaceAll(string(raw), "<link>pages/", "<link>"+server.URL+"/pages/"))
		default:
			files.ServeHTTP(w, r)
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}

// TestAddScripts runs dateline with $SERVER, the address of newsServer.
func TestAddScripts(t *testing.T) {
	server := newsServer(t)
	testscript.Run(t, testscript.Params{
		Dir: "testdata/add", RequireExplicitExec: true, RequireUniqueNames: true,
		UpdateScripts: os.Getenv("UPDATE_SCRIPTS") != "",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SERVER", server)
			return nil
		},
	})
}

// On a terminal, a time that is not found is asked for until the answer is
// one, or nothing.
func TestAsk(t *testing.T) {
	for answers, want := range map[string]string{
		"2021-12-13\n": "2021-12-13 given by hand", "last week\n 2021-12-13T08:00+01:00 \n": "2021-12-13T08:00+01:00 given by hand", "\n": " ", "": " ",
	} {
		var talk strings.Builder
		a := adding{env: &env{ctx: context.Background(), stderr: &talk}, terminal: bufio.NewReader(strings.NewReader(answers))}
		f := a.ask(intake.Item{From: "a.html", Title: "Talks resume"})
		if got := f.Time.String() + " " + f.Source; got != want {
			t.Errorf("%q: %q, want %q", answers, got, want)
		}
		if !strings.Contains(talk.String(), "a.html: Talks resume\nwhen was it published?") || strings.Contains(answers, "week") != strings.Contains(talk.String(), `cannot read "last week"`) {
			t.Errorf("%q: it asked %q", answers, talk.String())
		}
	}
}
