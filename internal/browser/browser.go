// Package browser opens pages in Chromium for tests and audits them: one
// Chromium for all tests of a package, one tab a test. What it loads into
// pages, axe-core above all, comes from package-lock.json beside it.
//
//	func TestMain(m *testing.M) { os.Exit(browser.Main(m)) }
//
//	tab := browser.Open(t)
//	tab.Visit("https://localhost/index.html", 390, "dark")
//	n := browser.Eval[int](tab, "document.links.length")
package browser

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/cdproto/log"
	"github.com/chromedp/cdproto/network"
	"github.com/chromedp/cdproto/runtime"
	"github.com/chromedp/chromedp"
)

// Tab is one page of the browser. Its methods fail the test that opened it.
type Tab struct {
	Context context.Context // for actions of chromedp that Tab has no method for

	t        testing.TB
	mu       sync.Mutex
	requests []string
	faults   []string
}

// errAbsent says that there is no Chromium to start.
var errAbsent = errors.New("there is no chromium on the PATH")

// start starts the one Chromium of this process.
var start = sync.OnceValues(func() (context.Context, error) {
	var program string
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if at, err := exec.LookPath(name); err == nil {
			program = at
			break
		}
	}
	if program == "" {
		return nil, errAbsent
	}
	// A sandbox needs rights that a container or root does not have; the pages
	// are our own.
	opts := append(slices.Clone(chromedp.DefaultExecAllocatorOptions[:]),
		chromedp.ExecPath(program), chromedp.NoSandbox, chromedp.Flag("hide-scrollbars", true))
	alloc, stop := chromedp.NewExecAllocator(context.Background(), opts...)
	ctx, cancel := chromedp.NewContext(alloc)
	closing = func() { cancel(); stop() }
	return ctx, chromedp.Do(ctx, chromedp.Navigate("about:blank"))
})

// closing ends Chromium; it is nil while none was started.
var closing func()

// Main runs the tests of a package and ends the Chromium that they shared. It
// returns the exit code.
func Main(m *testing.M) int {
	code := m.Run()
	if closing != nil {
		closing()
	}
	return code
}

// Missing skips a test that needs what is not there, or fails it where the
// environment says DATELINE_BROWSER=required.
func Missing(t testing.TB, what string) {
	t.Helper()
	if os.Getenv("DATELINE_BROWSER") == "required" {
		t.Fatalf("%s, and DATELINE_BROWSER is required", what)
	}
	t.Skipf("%s; the browser tests are skipped", what)
}

// Open opens a tab for a test, which closes with it. Without a Chromium the
// test is Missing it.
func Open(t testing.TB) *Tab {
	t.Helper()
	if testing.Short() {
		t.Skip("the browser tests take seconds")
	}
	browser, err := start()
	if errors.Is(err, errAbsent) {
		Missing(t, err.Error())
	}
	if err != nil {
		t.Fatalf("starting chromium: %v", err)
	}
	// Tests beside one another do not share what pages remember.
	ctx, cancel := chromedp.NewContext(browser, chromedp.WithNewBrowserContext())
	t.Cleanup(cancel)
	ctx, timeout := context.WithTimeout(ctx, 5*time.Minute)
	t.Cleanup(timeout)
	b := &Tab{t: t, Context: ctx}
	// The tab lives as long as the context of its first action.
	if err := chromedp.Do(ctx, chromedp.Navigate("about:blank")); err != nil {
		t.Fatal(err)
	}
	if err := chromedp.Listen(ctx, b.listen); err != nil {
		t.Fatal(err)
	}
	// Keys go to every tab as if it were the one in front.
	if _, err := chromedp.Call(ctx, emulation.SetFocusEmulationEnabled, emulation.SetFocusEmulationEnabledParams{Enabled: true}); err != nil {
		t.Fatal(err)
	}
	return b
}

func (b *Tab) listen(ev any) {
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

// Seen returns the addresses that the page asked for, and its exceptions and
// console errors, since the last call.
func (b *Tab) Seen() (requests, faults []string) {
	b.mu.Lock()
	defer b.mu.Unlock()
	requests, faults = b.requests, b.faults
	b.requests, b.faults = nil, nil
	return requests, faults
}

// Do runs actions, for at most a minute.
func (b *Tab) Do(actions ...chromedp.Action[chromedp.Void]) {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.Context, time.Minute)
	defer stop()
	if err := chromedp.Do(ctx, actions...); err != nil {
		b.t.Fatal(err)
	}
}

// Eval returns the value of a JavaScript expression, awaited.
func Eval[T any](b *Tab, expression string) T {
	b.t.Helper()
	ctx, stop := context.WithTimeout(b.Context, time.Minute)
	defer stop()
	v, err := chromedp.Run(ctx, chromedp.Evaluate[T](expression, chromedp.EvalAwaitPromise))
	if err != nil {
		b.t.Fatalf("%.80s: %v", expression, err)
	}
	return v
}

// Look makes the window so many pixels wide and takes a scheme, "light" or
// "dark", without loading the page again.
func (b *Tab) Look(width int64, scheme string) {
	b.t.Helper()
	_, err := chromedp.Call(b.Context, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
		Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: scheme}},
	})
	if err != nil {
		b.t.Fatal(err)
	}
	b.Do(chromedp.EmulateViewport(width, 900))
}

// Visit opens an address in a window of the given width and scheme.
func (b *Tab) Visit(url string, width int64, scheme string) {
	b.t.Helper()
	b.Look(width, scheme)
	b.Do(chromedp.Navigate(url))
}

// Script turns the scripts of pages on or off, from the next Visit on.
func (b *Tab) Script(on bool) {
	b.t.Helper()
	if _, err := chromedp.Call(b.Context, emulation.SetScriptExecutionDisabled, emulation.SetScriptExecutionDisabledParams{Value: !on}); err != nil {
		b.t.Fatal(err)
	}
}

// Slow makes the processor that runs the page so many times slower; 1 is its
// own speed.
func (b *Tab) Slow(times float64) {
	b.t.Helper()
	if _, err := chromedp.Call(b.Context, emulation.SetCPUThrottlingRate, emulation.SetCPUThrottlingRateParams{Rate: times}); err != nil {
		b.t.Fatal(err)
	}
}

// Modules returns the path of a file that npm installed from the lock file of
// this package, as "axe-core/axe.min.js". Without it the test is Missing it.
func Modules(t testing.TB, name string) string {
	t.Helper()
	dir, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		if _, err := os.Stat(filepath.Join(dir, "go.mod")); err == nil {
			break
		}
		if dir == filepath.Dir(dir) {
			t.Fatal("the test does not run within the module")
		}
		dir = filepath.Dir(dir)
	}
	at := filepath.Join(dir, "internal", "browser", "node_modules", filepath.FromSlash(name))
	if _, err := os.Stat(at); err != nil {
		Missing(t, "there is no "+name+" (npm ci --prefix internal/browser)")
	}
	return at
}
