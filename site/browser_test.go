package site

import (
	"context"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
	"github.com/spf13/afero"
)

// axeFile is where npm puts axe-core, seen from this folder.
const axeFile = "../internal/browser/node_modules/axe-core/axe.min.js"

// browser is a Chromium with one open page.
type browser struct {
	t   *testing.T
	ctx context.Context

	mu       sync.Mutex
	requests []string // addresses asked for since the last look
	faults   []string // console errors and exceptions since the last look
}

// missing skips a test that needs what is not there, or fails it where
// browser tests are required.
func missing(t *testing.T, what string) {
	t.Helper()
	if os.Getenv("DATELINE_BROWSER") == "required" {
		t.Fatalf("%s, and DATELINE_BROWSER is required", what)
	}
	t.Skipf("%s; the browser tests are skipped", what)
}

// newBrowser starts Chromium for a test.
func newBrowser(t *testing.T) *browser {
	t.Helper()
	if testing.Short() {
		t.Skip("the browser tests take seconds")
	}
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if at, err := exec.LookPath(name); err == nil {
			program = at
			break
		}
	}
	if program == "" {
		missing(t, "there is no chromium on the PATH")
	}
	// A sandbox needs rights that a container or root does not have; the pages
	// are our own.
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.Flag("hide-scrollbars", true))
	alloc, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	t.Cleanup(stop)
	ctx, cancel := chromedp.NewContext(alloc)
	t.Cleanup(cancel)
	ctx, timeout := context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(timeout)
	b := &browser{t: t, ctx: ctx}
	// The browser lives as long as the context of the first action.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *browser) listen(ev any) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch ev := ev.(type) {
	case *network.EventRequestWillBeSent:
		b.requests = append(b.requests, ev.Request.URL)
	case *runtime.EventExceptionThrown:
		b.faults = append(b.faults, "exception: "+ev.ExceptionDetails.Text)
	case *log.EventEntryAdded:
		if ev.Entry.Level == "error" || ev.Entry.Level == "warning" {
			b.faults = append(b.faults, string(ev.Entry.Level)+": "+ev.Entry.Text)
		}
	}
}

// seen returns what the page asked for and what went wrong since the last call.
func (b *browser) seen() (requests, faults []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	requests, faults = b.requests, b.faults
	b.requests, b.faults = nil, nil
	return requests, faults
}

func (b *browser) do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, time.Minute)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// eval returns the value of a JavaScript expression, awaited.
func eval[T any](b *browser, expression string) T {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.ctx, time.Minute)
	defer stop()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%.80s: %v", expression, err)
	}
	return v
}

// show opens a page in a window of the given width, in a light or dark scheme.
func (b *browser) show(url string, width int64, scheme string) {
	b.t.Helper()
	_, err := chromedp.Call(b.ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	if err != nil {
		b.t.Fatal(err)
	}
	b.do(chromedp.EmulateViewport(width, 900), chromedp.Navigate(url))
}

// loadAxe returns the source of axe-core.
func loadAxe(t *testing.T) string {
	t.Helper()
	at := os.Getenv("DATELINE_AXE")
	if at == "" {
		at = axeFile
	}
	src, err := os.ReadFile(at)
	if err != nil {
		missing(t, "there is no axe-core at "+at+" (npm ci --prefix internal/browser)")
	}
	return string(src)
}

// serve returns the address of a server for a built site.
func serve(t *testing.T, out afero.Fs) string {
	server := httptest.NewServer(http.FileServer(afero.NewHttpFs(out).Dir(".")))
	t.Cleanup(server.Close)
	return server.URL + "/"
}

// onDisk builds a site into a folder and returns its file address.
func onDisk(t *testing.T, build func(afero.Fs)) string {
	dir := t.TempDir()
	build(afero.NewBasePathFs(afero.NewOsFs(), dir))
	return "file://" + filepath.ToSlash(dir) + "/"
}

// pageTypes are one page of every kind of the site of harbor.
var pageTypes = []string{
	"index.html", "years/index.html", "years/2024.html", "events/index.html", "events/e-005.html", "events/e-007.html",
	"articles/index.html", "articles/bridge-vote.html", "articles/bridge-result.html",
	"topics/index.html", "topics/city-council.html", "az/index.html",
	"undated.html", "disputed.html", "changes.html", "events/e-900.html", "about.html", "data/index.html", "404.html",
}

func TestEveryPageTypeIsChecked(t *testing.T) {
	out := afero.NewMemMapFs()
	build(t, harborConfig, harbor(t), out)
	kinds := map[string]bool{}
	for name := range tree(t, out) {
		if strings.HasSuffix(name, ".html") {
			kinds[name] = true
		}
	}
	for _, name := range pageTypes {
		if !kinds[name] {
			t.Errorf("the site of the tests has no %s", name)
		}
	}
}
