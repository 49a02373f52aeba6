package cli

import (
	"bytes"
	"context"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/afero"

	"dateline/internal/cache"
	"dateline/internal/decisions"
	"dateline/timeline/review"
)

// keeper is the owner of a site who never stops editing it.
type keeper struct {
	t       *testing.T
	r       *rand.Rand
	dir     string
	press   *pressWriter
	there   map[int]string // articles and their files
	changes int
}

func newKeeper(t *testing.T, seed uint64, articles int) *keeper {
	k := &keeper{t: t, r: rand.New(rand.NewPCG(seed, 3)), dir: t.TempDir(), press: newPress(60), there: map[int]string{}}
	k.write("dateline.yaml", "title: The press\n")
	for i := range articles {
		k.article(i, 0)
	}
	return k
}

func (k *keeper) write(name, content string) {
	k.t.Helper()
	path := filepath.Join(k.dir, name)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		k.t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		k.t.Fatal(err)
	}
	// A minute ago, so that its time is trusted, and at another second each time.
	k.changes++
	at := time.Now().Add(-time.Hour).Add(time.Duration(k.changes) * time.Second)
	if err := os.Chtimes(path, at, at); err != nil {
		k.t.Fatal(err)
	}
}

func (k *keeper) article(i, revision int) {
	name, src := k.press.article(i, revision)
	k.there[i] = name
	k.write("content/"+name, string(src))
}

// one returns an article that is there.
func (k *keeper) one() int {
	for {
		if i := k.r.IntN(60); k.there[i] != "" {
			return i
		}
	}
}

func (k *keeper) remove(name string) {
	if err := os.RemoveAll(filepath.Join(k.dir, name)); err != nil {
		k.t.Fatal(err)
	}
}

// output returns a file of the site.
func (k *keeper) output() string {
	files, err := filepath.Glob(filepath.Join(k.dir, "public", [...]string{"events", "articles", "topics", "data", "."}[k.r.IntN(5)], "*.*"))
	if err != nil || len(files) == 0 {
		k.t.Fatal("no output", err)
	}
	name, err := filepath.Rel(k.dir, files[k.r.IntN(len(files))])
	if err != nil {
		k.t.Fatal(err)
	}
	return name
}

// cached returns a file of the cache.
func (k *keeper) cached() string {
	files, err := os.ReadDir(filepath.Join(k.dir, cache.Name))
	if err != nil || len(files) == 0 {
		return cache.Name + "/readings"
	}
	return cache.Name + "/" + files[k.r.IntN(len(files))].Name()
}

// decide records a decision of a person on some event.
func (k *keeper) decide() {
	flags := siteFlags{Config: filepath.Join(k.dir, "dateline.yaml")}
	s, err := flags.open(&env{fs: afero.NewOsFs(), stderr: &bytes.Buffer{}})
	if err != nil {
		k.t.Fatal(err)
	}
	readings, err := s.read(context.Background())
	if err != nil {
		k.t.Fatal(err)
	}
	session, err := decisions.NewSession(s.store(), readings, "ann", "2021-12-06")
	if err != nil {
		k.t.Fatal(err)
	}
	r := readings[k.r.IntN(len(readings))]
	if len(r.Events) == 0 {
		return
	}
	item, err := session.Item(r.Article.ID, r.Events[k.r.IntN(len(r.Events))].ID)
	if err != nil {
		return // an event under another ID
	}
	answer := decisions.Answer{Action: []review.Action{review.Accept, review.Reject}[k.r.IntN(2)], Note: fmt.Sprint("looked at in change ", k.changes)}
	if answer.Action == review.Reject {
		answer.Reason = "not an event"
	}
	if _, err := session.Decide("one", r.Article.ID, item.ID, item.Thread.Version(), answer); err != nil {
		k.t.Log("no decision: ", err)
	}
}

// change does something to the site and says what.
func (k *keeper) change() string {
	switch k.r.IntN(16) {
	case 0, 1, 2:
		i := k.one()
		k.article(i, 1+k.r.IntN(3))
		return "edited " + k.there[i]
	case 3, 4:
		i := k.r.IntN(60)
		k.article(i, 0)
		return "wrote " + k.there[i]
	case 5:
		if len(k.there) < 6 {
			return "nothing"
		}
		i := k.one()
		name := k.there[i]
		k.remove("content/" + name)
		delete(k.there, i)
		return "removed " + name
	case 6:
		i := k.one()
		_, src := k.press.article(i, 0)
		k.write("content/"+k.there[i], strings.Replace(string(src), "draft: false", "draft: true", 1)+"\nOn 4 May 1999 a bakery burned.\n")
		return "added to " + k.there[i]
	case 7:
		title, base := fmt.Sprint("The press ", k.r.IntN(3)), [...]string{"", "base_url: https://example.org/press/\n", "lang: de\n", "include: accepted\n"}[k.r.IntN(4)]
		k.write("dateline.yaml", "title: "+title+"\n"+base)
		return "configured " + title + ", " + base
	case 8:
		k.write("templates/event/event.html", fmt.Sprintf("{{define \"main\"}}<h1>%d: {{.Entry.Label}}</h1>{{range .Evidence}}{{template \"quote\" .Quote}}{{end}}{{end}}", k.r.IntN(3)))
		return "wrote a template"
	case 9:
		k.remove("templates")
		return "removed the templates"
	case 10:
		k.write("templates/messages/en.yaml", fmt.Sprintf("event.evidence: Evidence %d\n", k.r.IntN(3)))
		return "wrote messages"
	case 11, 12:
		k.decide()
		return "decided"
	case 13:
		name := k.output()
		k.write(name, "damaged")
		return "damaged " + name
	case 14:
		name := k.output()
		k.remove(name)
		return "removed " + name
	}
	name := k.cached()
	if k.r.IntN(2) == 0 {
		k.remove(name)
		return "removed " + name
	}
	k.write(name, "damaged")
	return "damaged " + name
}

// build builds the site of the folder dir and returns the files of it.
func (k *keeper) build(dir string) map[string]string {
	k.t.Helper()
	var said bytes.Buffer
	e := &env{ctx: context.Background(), fs: afero.NewOsFs(), stdout: &said, stderr: &said}
	if code := run(e, []string{"build", "--config", filepath.Join(dir, "dateline.yaml")}); code != ok {
		k.t.Fatalf("exit code %d:\n%s", code, said.String())
	}
	return treeOf(k.t, filepath.Join(dir, "public"))
}

func treeOf(t *testing.T, dir string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, entry os.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := os.ReadFile(path)
		name, _ := filepath.Rel(dir, path)
		files[filepath.ToSlash(name)] = string(content)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// clean builds a copy of the site for the first time.
func (k *keeper) clean() map[string]string {
	k.t.Helper()
	copied := k.t.TempDir()
	for _, name := range []string{"dateline.yaml", "content", "templates", "review"} {
		from := filepath.Join(k.dir, name)
		info, err := os.Stat(from)
		switch {
		case err != nil:
		case info.IsDir():
			err = os.CopyFS(filepath.Join(copied, name), os.DirFS(from))
		default:
			var src []byte
			if src, err = os.ReadFile(from); err == nil {
				err = os.WriteFile(filepath.Join(copied, name), src, 0o644)
			}
		}
		if err != nil && !os.IsNotExist(err) {
			k.t.Fatal(err)
		}
	}
	return k.build(copied)
}

// TestBuildAgainIsACleanBuild edits a site again and again, in all ways that
// come to mind. After each, what build makes of the last output must be, byte
// for byte, what it makes of nothing.
func TestBuildAgainIsACleanBuild(t *testing.T) {
	seeds, steps := 4, 8
	if testing.Short() {
		seeds, steps = 1, 6
	}
	for seed := range seeds {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			k := newKeeper(t, uint64(seed), 8)
			k.build(k.dir)
			var done []string
			for range steps {
				for range 1 + k.r.IntN(2) {
					done = append(done, k.change())
				}
				if diff := cmp.Diff(k.clean(), k.build(k.dir)); diff != "" {
					t.Fatalf("after %s the site is not that of a clean build (-want +got):\n%s", strings.Join(done, "; "), diff)
				}
			}
		})
	}
}

// TestBuildAgainMakesLittle changes one article of many: only pages that it has
// to do with are written.
func TestBuildAgainMakesLittle(t *testing.T) {
	k := newKeeper(t, 1, 60)
	k.build(k.dir)
	times := func() map[string]time.Time {
		at := map[string]time.Time{}
		for name := range treeOf(t, filepath.Join(k.dir, "public")) {
			info, err := os.Stat(filepath.Join(k.dir, "public", name))
			if err != nil {
				t.Fatal(err)
			}
			at[name] = info.ModTime()
		}
		return at
	}
	before := times()
	k.article(30, 1)
	k.build(k.dir)
	written := 0
	for name, at := range times() {
		if !at.Equal(before[name]) {
			written++
		}
	}
	if written == 0 || written > len(before)/4 {
		t.Errorf("%d of %d files were written after a change of one article of 60", written, len(before))
	}
	before = times()
	k.build(k.dir)
	if diff := cmp.Diff(before, times()); diff != "" {
		t.Errorf("a build without a change wrote something: %s", diff)
	}
}
