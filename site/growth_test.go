package site

import (
	"runtime"
	"testing"

	"github.com/spf13/afero"
)

// TestGrowth holds what a build keeps in memory of each event, besides the
// timeline itself, to a limit: more sites than one's own are built on machines
// with little memory.
func TestGrowth(t *testing.T) {
	held := func(articles int) (bytes, events int) {
		tl := many(t, articles, 10)
		live := func() int {
			var m runtime.MemStats
			runtime.GC()
			runtime.GC() // what pools hold goes with the second
			runtime.ReadMemStats(&m)
			return int(m.HeapAlloc)
		}
		before := live()
		cfg := harborConfig
		cfg.Scratch = afero.NewBasePathFs(afero.NewOsFs(), t.TempDir())
		b, err := newBuilder(cfg, tl)
		if err != nil {
			t.Fatal(err)
		}
		defer b.items.forget()
		b.items.room.Store(0)
		todo := b.all()
		for _, p := range todo {
			if _, err := b.make(p); err != nil {
				t.Fatal(err)
			}
		}
		bytes = live() - before
		runtime.KeepAlive(todo)
		runtime.KeepAlive(tl)
		return bytes, len(tl.Events)
	}
	less, few := held(60)
	more, many := held(180)
	each := (more - less) / (many - few)
	t.Logf("%d bytes an event: %d KB of %d events, %d KB of %d", each, less>>10, few, more>>10, many)
	if limit := 2500; each > limit {
		t.Errorf("the pages of an event keep %d bytes, want at most %d", each, limit)
	}
}
