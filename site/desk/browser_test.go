package desk

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/input"
	"github.com/chromedp/chromedp"
	"github.com/chromedp/chromedp/kb"
	"github.com/spf13/afero"

	"dateline/internal/browser"
	"dateline/internal/decisions"
	"dateline/timeline"
	"dateline/timeline/review"
)

func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }

// chromium is a page of the desk in a browser.
type chromium struct {
	*browser.Tab
	t *testing.T
}

func newChromium(t *testing.T) *chromium { return &chromium{browser.Open(t), t} }

func js[T any](c *chromium, expression string) T {
	c.t.Helper()
	return browser.Eval[T](c.Tab, expression)
}

// until waits for an expression to hold: at most five seconds, in the page.
func (c *chromium) until(expression string) {
	c.t.Helper()
	if !js[bool](c, `new Promise(done => { const end = Date.now() + 5000; const look = () => { if (`+expression+`) done(true); else if (Date.now() > end) done(false); else requestAnimationFrame(look); }; look(); })`) {
		c.t.Fatalf("never came: %s\n%s", expression, js[string](c, `document.querySelector("main").innerText`))
	}
}

// key types keys as a keyboard does: what a key types goes with its press, so
// that a page which takes the press for itself gets no character.
func (c *chromium) key(keys ...string) {
	c.t.Helper()
	for _, r := range strings.Join(keys, "") {
		events := kb.Encode(r)
		press, release := *events[0], *events[len(events)-1]
		if len(events) == 3 {
			press.Text, press.UnmodifiedText = events[1].Text, events[1].UnmodifiedText
		}
		for _, e := range []input.DispatchKeyEventParams{press, release} {
			if _, err := chromedp.Call(c.Context, input.DispatchKeyEvent, e); err != nil {
				c.t.Fatal(err)
			}
		}
	}
}

// check audits the page as it is, in a narrow light and a wide dark window.
func (c *chromium) check(axe, where string) {
	c.t.Helper()
	c.checkIn(axe, where, browser.View{Width: 320, Scheme: "light"}, browser.View{Width: 1280, Scheme: "dark"})
}

// checkIn audits the page as it is in several windows.
func (c *chromium) checkIn(axe, where string, views ...browser.View) {
	c.t.Helper()
	_, faults := c.Seen()
	for _, f := range faults {
		// A decision that is refused is answered with 409 and 422, which
		// Chromium logs as errors; the page tells the reviewer.
		if !strings.Contains(f, "status of 4") {
			c.t.Errorf("%s: %s", where, f)
		}
	}
	c.Audit(axe, where, "", views...)
	c.Look(1280, "light")
}

const label = `document.getElementById("label").textContent`

func TestDeskInChromium(t *testing.T) {
	axe := browser.Axe(t)
	c := newChromium(t)
	server, store, token := newsroom(t)
	c.Look(1280, "light")
	c.Do(chromedp.Navigate(server.URL + At + "?token=" + token))
	c.until(label + ` === "Meeting 0 of one"`)
	if got := js[string](c, `location.search + document.querySelector("#sentence mark.head").textContent`); got != "met" {
		t.Errorf("the address keeps the token, or the head is not marked: %s", got)
	}
	c.check(axe, "the desk")

	// Every key is a button as well, and each is at least 24 pixels.
	keys := js[[]string](c, `[...document.querySelectorAll("#keys kbd")].map(k => k.textContent)`)
	for _, want := range strings.Fields("a 1 e x s m p n + u j k ?") {
		if !slices.Contains(keys, want) {
			t.Errorf("no button for the key %s", want)
		}
	}
	if small := js[[]string](c, `[...document.querySelectorAll("button, select, input")].filter(b => b.offsetParent && (b.offsetHeight < 24 || b.offsetWidth < 24)).map(b => b.textContent)`); len(small) > 0 {
		t.Errorf("smaller than 24 pixels: %q", small)
	}

	// The keyboard alone: another reading, then edit in the form, then reject.
	c.key("1")
	c.until(label + ` === "Meeting 1 of one"`)
	if got := js[string](c, `document.activeElement.id + document.getElementById("told").textContent`); got != "itemdate corrected from 29 November 2021 to 7 December 2021" {
		t.Errorf("focus and message: %s", got)
	}
	c.key("e")
	c.until(`document.activeElement.id === "ask-date"`)
	c.check(axe, "the form")
	js[bool](c, `document.activeElement.select(), true`)
	c.key("2021-12", kb.Tab, kb.Tab, kb.Tab, kb.Tab, kb.Tab, "asked them", kb.Enter)
	c.until(label + ` === "Meeting 0 of two"`)
	c.key("x")
	c.until(`document.activeElement.id === "ask-reason"`)
	c.key(kb.Escape)
	c.until(`document.getElementById("ask").hidden`)
	// With single keys turned off, they do nothing; buttons still do.
	js[bool](c, `document.getElementById("shortcuts").click(), document.getElementById("item").focus(), true`)
	c.key("s")
	js[bool](c, `[...document.querySelectorAll("#keys button")].find(b => b.textContent.includes("Accept")).click(), true`)
	c.until(label + ` === "Meeting 1 of two"`)
	js[bool](c, `document.getElementById("shortcuts").click(), document.getElementById("item").focus(), true`)
	c.key("m")
	c.until(`document.activeElement.id === "ask-into"`)
	c.key(kb.Escape, "n")
	c.until(`document.activeElement.id === "ask-note"`)
	c.key("call Vienna", kb.Enter)
	c.until(`document.getElementById("history").textContent.includes("call Vienna")`)
	c.key("s")
	c.until(label + ` === "Nothing to decide"`)
	c.check(axe, "the end of the queue")
	c.key("u")
	c.until(label + ` === "Meeting 1 of two"`)

	want := []string{
		"e-one-0 date corrected from 29 November 2021 to 7 December 2021", "e-one-1 date corrected from 30 November 2021 to December 2021 (asked them)",
		"e-two-0 accepted as 29 November 2021", "e-two-1 note (call Vienna)",
	}
	var got []string
	for _, id := range []string{"one", "two"} {
		f, err := store.Load(id)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range f.Decisions {
			line := d.ID + " " + d.Words()
			if d.Note != "" {
				line += " (" + d.Note + ")"
			}
			got = append(got, line)
		}
	}
	if !slices.Equal(got, want) {
		t.Errorf("decided %q, want %q", got, want)
	}

	// Somebody else decides meanwhile: the page says so and shows it.
	other := open(t, server, token, "2")
	var seen string
	for _, v := range other.queue("state=all") {
		if v.ID == "e-two-1" {
			seen = v.Seen
		}
	}
	if code, said := other.decide("two", "e-two-1", seen, "accept"); code != http.StatusOK {
		t.Fatalf("%d %v", code, said)
	}
	c.key("a")
	c.until(`document.getElementById("told").textContent.includes("was changed in between")`)
	c.until(`document.getElementById("history").textContent.includes("accepted")`)
	c.check(axe, "after a conflict")
	if shots := os.Getenv("DATELINE_SHOTS"); shots != "" {
		c.shoot(filepath.Join(shots, "desk-conflict.png"), 1280, "light")
	}
}

// shoot writes a screenshot for people to look at.
func (c *chromium) shoot(name string, width int64, scheme string) {
	c.t.Helper()
	c.Look(width, scheme)
	picture, err := chromedp.Run(c.Context, chromedp.FullScreenshot(100))
	if err != nil {
		c.t.Fatal(err)
	}
	if err := os.WriteFile(name, picture, 0o644); err != nil {
		c.t.Fatal(err)
	}
}

// TestPageWithoutServerInChromium decides on a page on disk and takes over
// the file that it offers.
func TestPageWithoutServerInChromium(t *testing.T) {
	axe := browser.Axe(t)
	c := newChromium(t)
	dir := t.TempDir()
	store := decisions.NewStore(afero.NewMemMapFs(), "review")
	readings := []timeline.Reading{report(t, "one", "The ministers met in Riga on Tuesday.", "Their deputies met a day later.")}
	readings[0].Events[1].Place = "Lisbon"
	session, err := decisions.NewSession(store, readings, "ann", "2021-12-10")
	if err != nil {
		t.Fatal(err)
	}
	pages, err := Pages(Config{Site: "Winter"}, session)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range pages {
		if err := os.WriteFile(filepath.Join(dir, name), content, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	served := httptest.NewServer(http.FileServer(http.Dir(dir)))
	defer served.Close()
	for _, at := range []string{"file://" + filepath.ToSlash(dir) + "/index.html", served.URL + "/"} {
		c.Look(1280, "light")
		c.Do(chromedp.Navigate(at))
		c.until(label + ` === "Meeting 0 of one"`)
		audit := func(state string) {
			if strings.HasPrefix(at, "http") { // axe asks for the stylesheet, which a page on disk may not
				c.checkIn(axe, "the page without a server, "+state, browser.Views...)
			}
		}
		audit("at the first event")
		js[bool](c, `document.querySelectorAll("details").forEach(d => d.open = true), true`)
		audit("with its filters open")
		js[bool](c, `document.querySelectorAll("details").forEach(d => d.open = false), true`)
		c.key("a")
		c.until(`document.activeElement.id === "by"`) // no decision without a name
		c.key("Ben")
		js[bool](c, `document.getElementById("item").focus(), true`)
		c.key("1")
		c.until(label + ` === "Meeting 1 of one"`)
		c.key("s", "u", "e")
		c.until(`document.getElementById("ask-place").value === "Lisbon"`)
		audit("with a form")
		js[bool](c, `document.getElementById("ask-place").value = "", document.getElementById("ask").requestSubmit(), true`)
		c.until(label + ` === "Nothing to decide"`)
		audit("with nothing left to decide")
		// What is kept outlasts a reload.
		c.Do(chromedp.Navigate(at))
		c.until(label + ` === "Nothing to decide"`)
		js[bool](c, `(() => { const make = URL.createObjectURL; URL.createObjectURL = (b) => { window.offered = b; return make.call(URL, b); }; document.getElementById("save").click(); return true; })()`)
		file := js[string](c, `window.offered.text()`)
		posted, err := decisions.ParseAnswers("decisions.json", []byte(file))
		if err != nil || len(posted) != 2 {
			t.Fatalf("%v\n%s", err, file)
		}
		if strings.HasPrefix(at, "http") {
			continue // the first file was taken over; this one would be refused as decided in between
		}
		if taken, wrong := session.Apply("", posted); taken != 2 {
			t.Fatalf("took %d: %v", taken, wrong)
		}
		item, err := session.Item("one", "e-one-0")
		if err != nil {
			t.Fatal(err)
		}
		if d, _ := item.Standing(); d.By != "Ben" || d.Date.String() != "2021-12-07" {
			t.Errorf("took over %s", fmt.Sprint(d))
		}
		if item, err = session.Item("one", "e-one-1"); err != nil || item.Facts().Place != "" {
			t.Errorf("the place that was taken out is %q (%v)", item.Facts().Place, err)
		}
	}
}

// TestStatesOfTheDeskInChromium looks at what a reviewer seldom sees: a stale
// decision, an error, filters that find nothing, another language.
func TestStatesOfTheDeskInChromium(t *testing.T) {
	axe := browser.Axe(t)
	c := newChromium(t)
	store := decisions.NewStore(afero.NewMemMapFs(), "review")
	first := report(t, "one", "The ministers met in Riga on Tuesday.", "Their deputies met a day later & left.")
	d := review.Propose(&first, &first.Events[0])
	d.Action, d.By, d.On = review.Accept, "ben", "2021-12-06"
	d.Proposed.Date = first.Events[1].Date
	gone := review.Propose(&first, &first.Events[1])
	gone.Action, gone.By, gone.On, gone.ID = review.Accept, "ben", "2021-12-06", "e-gone"
	gone.Quote = review.Quote{Exact: "resigned", Prefix: "Nobody else ", Suffix: " that year, or the next."}
	for _, d := range []review.Decision{d, gone} {
		if _, err := store.Put(first.Article, d, ""); err != nil {
			t.Fatal(err)
		}
	}
	session, err := decisions.NewSession(store, []timeline.Reading{first}, "ann", "2021-12-10")
	if err != nil {
		t.Fatal(err)
	}
	token := NewToken()
	desk, err := New(Config{Site: "Winter", Lang: "de"}, session, token)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewServer(desk)
	t.Cleanup(server.Close)
	c.Look(1280, "light")
	c.Do(chromedp.Navigate(server.URL + At + "?token=" + token))
	told := `document.getElementById("told").textContent`
	c.until(`document.querySelectorAll("#queue button").length === 3 && document.querySelector("#stale span")`)
	if got := js[string](c, `document.documentElement.lang + document.getElementById("stale").textContent + document.getElementById("stale").querySelector("span").lang`); !strings.HasPrefix(got, "deNoch einmal ansehen: ") || !strings.HasSuffix(got, "en") {
		t.Errorf("a stale decision: %s", got)
	}
	c.check(axe, "what has no words left")
	// Without a mouse: down the queue, a date that is none, and out again.
	c.key("j")
	c.until(label + ` === "Meeting 0 of one"`)
	c.check(axe, "a stale decision")
	c.key("e")
	c.until(`document.activeElement.id === "ask-date"`)
	js[bool](c, `document.activeElement.select(), true`)
	c.key("soon", kb.Enter)
	c.until(told + `.includes("cannot read")`)
	if got := js[string](c, `document.getElementById("told").lang`); got != "en" {
		t.Errorf("what the server says is in %q", got)
	}
	c.check(axe, "an error")
	js[bool](c, `document.getElementById("filters").open = true`)
	js[bool](c, `document.getElementById("f-status").value = "planned", document.getElementById("f-status").focus(), true`)
	c.key(kb.Tab, kb.Tab, kb.Tab, kb.Tab, kb.Tab, kb.Tab, kb.Enter)
	c.until(label + ` === "Nichts zu entscheiden"`)
	c.until(told + ` === "0 Ereignisse"`)
	c.check(axe, "filters that find nothing")
	server.Close()
	c.key("u")
	c.until(told + ` !== "0 Ereignisse"`)
	if english := js[string](c, `document.body.innerText`); strings.Contains(english, "[desk.") {
		t.Error("a message is missing")
	}
}
