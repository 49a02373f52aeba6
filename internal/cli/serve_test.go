package cli

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/spf13/afero"

	"dateline/internal/cache"
)

// TestServe writes an article while a preview is open: the browser is told to
// reload, sees the change, then the problem, and nothing but the cache is
// written to disk.
func TestServe(t *testing.T) {
	dir := t.TempDir()
	save := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	save("dateline.yaml", "title: Winter\n")
	save("content/talks.md", "---\ntitle: Talks\ndate: 2021-12-05\n---\nThey met in 2014.\n")

	before := runtime.NumGoroutine()
	ctx, interrupt := context.WithCancel(t.Context())
	defer interrupt()
	talk, stderr := io.Pipe()
	code := make(chan int, 1)
	go func() {
		e := &env{ctx: ctx, fs: afero.NewOsFs(), stdin: strings.NewReader(""), stdout: io.Discard, stderr: stderr}
		code <- run(e, []string{"serve", "--port", "0", "--config", filepath.Join(dir, "dateline.yaml")})
		stderr.Close()
	}()
	said := make(chan string, 100)
	go func() {
		lines := bufio.NewScanner(talk)
		for lines.Scan() {
			said <- lines.Text()
		}
		close(said)
	}()
	address := ""
	for line := range said {
		if address = regexp.MustCompile(`http://\S+:[0-9]+/`).FindString(line); address != "" {
			break
		}
	}

	transport := &http.Transport{}
	client := &http.Client{Transport: transport, Timeout: 5 * time.Minute}
	open := func(path string) *http.Response {
		t.Helper()
		answer, err := client.Get(address + path)
		if err != nil {
			t.Fatal(err)
		}
		return answer
	}
	page := func(path string) string {
		t.Helper()
		answer := open(path)
		defer answer.Body.Close()
		body, err := io.ReadAll(answer.Body)
		if err != nil {
			t.Fatal(err)
		}
		return string(body)
	}
	events := open("-/dateline/events")
	defer events.Body.Close()
	lines := bufio.NewScanner(events.Body)
	reload := func() {
		t.Helper()
		for lines.Scan() {
			if lines.Text() == "event: reload" {
				return
			}
		}
		t.Fatal("the events ended:", lines.Err())
	}

	if home := page(""); !strings.Contains(home, "Winter") || !strings.Contains(home, reloadScript) {
		t.Errorf("home page without title or script: %.300q", home)
	}
	save("content/2022/more.md", "---\ntitle: More talks\ndate: 2022-01-05\n---\nThey met in 2015.\n")
	reload()
	for !strings.Contains(page("articles/more.html"), "More talks") {
		reload() // the folder was seen before the file in it was written
	}
	save("dateline.yaml", "title: Spring\n")
	for !strings.Contains(page(""), "Spring") {
		reload()
	}
	// Another folder of articles is watched from then on.
	save("reports/envoys.md", "---\ntitle: Envoys\ndate: 2021-12-05\n---\nThey met in 2014.\n")
	save("dateline.yaml", "title: Spring\ncontent: reports\n")
	for !strings.Contains(page("articles/envoys.html"), "Envoys") {
		reload()
	}
	save("reports/envoys.md", "---\ntitle: Delegates\ndate: 2021-12-05\n---\nThey met in 2014.\n")
	for !strings.Contains(page("articles/envoys.html"), "Delegates") {
		reload()
	}
	save("dateline.yaml", "title: Spring\n")
	for !strings.Contains(page("articles/talks.html"), "Talks") {
		reload()
	}
	save("content/talks.md", "---\ntitle: Talks\n---\nThey met in 2014.\n")
	for !strings.Contains(page(""), "talks.md:1: no publication time") {
		reload()
	}
	if home := page(""); !strings.Contains(home, "Spring") {
		t.Errorf("the last good site is gone: %.300q", home)
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, entry := range entries { // what the help says of the disk
		if !slices.Contains([]string{"content", "reports", "dateline.yaml", cache.Name}, entry.Name()) {
			t.Errorf("%s was written", entry.Name())
		}
	}

	interrupt()
	if c := <-code; c != ok {
		t.Errorf("exit code %d", c)
	}
	for range said {
	}
	events.Body.Close()
	transport.CloseIdleConnections()
	for deadline := time.Now().Add(time.Minute); runtime.NumGoroutine() > before; {
		if time.Now().After(deadline) {
			stacks := make([]byte, 1<<20)
			t.Fatalf("goroutines are left:\n%s", stacks[:runtime.Stack(stacks, true)])
		}
		runtime.Gosched()
	}
}

func TestServeFailures(t *testing.T) {
	for _, c := range []struct {
		name string
		args []string
		code int
		want string
	}{
		{"no such port", []string{"--port", "70000"}, usage, "--port: want 0 to 65535"},
		{"no such address", []string{"--addr", "256.0.0.1", "--port", "0"}, failure, "choose another with --port or --addr"},
	} {
		t.Run(c.name, func(t *testing.T) {
			var stderr strings.Builder
			e := &env{ctx: t.Context(), fs: afero.NewMemMapFs(), stdin: strings.NewReader(""), stdout: io.Discard, stderr: &stderr}
			if code := run(e, append([]string{"serve"}, c.args...)); code != c.code || !strings.Contains(stderr.String(), c.want) {
				t.Errorf("code %d, want %d; said %q", code, c.code, stderr.String())
			}
		})
	}
}
