package timeline

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/extract/event"
)

// kept is a Memory.
type kept struct {
	content []byte
	saves   int
}

func (k *kept) Load() []byte { return k.content }

func (k *kept) Save(content ...[]byte) error {
	k.content = bytes.Join(content, nil)
	k.saves++
	return nil
}

// editPress does something to the articles of a press, and says what.
func editPress(r *rand.Rand, readings []Reading, spare *[]Reading) ([]Reading, string) {
	readings = slices.Clone(readings)
	i := r.IntN(len(readings))
	id := readings[i].Article.ID
	e := func() *event.Event {
		readings[i].Events = slices.Clone(readings[i].Events)
		return &readings[i].Events[r.IntN(len(readings[i].Events))]
	}
	switch r.IntN(8) {
	case 0:
		*spare = append(*spare, readings[i])
		return slices.Delete(readings, i, i+1), "removed " + id
	case 1:
		if n := len(*spare); n > 0 {
			back := (*spare)[n-1]
			*spare = (*spare)[:n-1]
			return append(readings, back), "put back " + back.Article.ID
		}
		return readings, "nothing"
	case 2:
		e().Date.From.Day = 1 + r.IntN(28)
		return readings, "moved an event of " + id
	case 3:
		e().Status = event.Planned
		return readings, "planned an event of " + id
	case 4:
		readings[i].Events = slices.Delete(slices.Clone(readings[i].Events), 0, 1+r.IntN(2))
		if len(readings[i].Events) == 0 {
			return slices.Delete(readings, i, i+1), "emptied " + id
		}
		return readings, "took events out of " + id
	case 5:
		readings[i].Article.Published.Day += 40
		return readings, "published " + id + " later"
	case 6:
		ev := e()
		ev.Date.From.Month, ev.Date.From.Day = 0, 0
		return readings, "made an event of " + id + " one of its year"
	}
	a, b := readings[i].Events[0].ID, readings[r.IntN(len(readings))].Events[0].ID
	readings[i].Links = []Link{{A: a, B: b, Apart: r.IntN(2) == 0, Why: "somebody said so"}}
	return readings, "linked " + a + " and " + b
}

// TestRebuildIsBuild edits a press again and again: what Rebuild makes of what
// it remembers must be what Build makes of nothing.
func TestRebuildIsBuild(t *testing.T) {
	steps := 12
	if testing.Short() {
		steps = 5
	}
	for seed := range uint64(4) {
		t.Run(fmt.Sprint("seed ", seed), func(t *testing.T) {
			t.Parallel()
			r := rand.New(rand.NewPCG(seed, 2))
			readings, _ := generate(seed, 50+int(seed)*40)
			var spare []Reading
			m := &kept{}
			done := []string{"made the press"}
			for range steps {
				want := Build(readings)
				got := Rebuild(readings, m)
				for i := range got.Articles {
					got.Articles[i].Sum = Sum{}
				}
				if diff := cmp.Diff(want, got); diff != "" {
					t.Fatalf("after %v (-Build +Rebuild)\n%.3000s", done, diff)
				}
				saves := m.saves
				if Rebuild(readings, m); m.saves != saves {
					t.Errorf("after %v, what did not change was kept again", done)
				}
				for range 1 + r.IntN(3) {
					var what string
					readings, what = editPress(r, readings, &spare)
					done = append(done, what)
				}
			}
		})
	}
}

// TestRebuildSearchesLittle changes one article of many: of the clusters that
// find no other, few are searched for again.
func TestRebuildSearchesLittle(t *testing.T) {
	readings, _ := generate(7, 400)
	m := &kept{}
	Rebuild(readings, m)
	readings[200].Events = slices.Clone(readings[200].Events)
	readings[200].Events[0].Label = "Something else altogether"
	before := recall(m)
	Rebuild(readings, m)
	again := 0
	for d := range recall(m).barren {
		if !before.barren[d] {
			again++
		}
	}
	if again == 0 || again > len(before.barren)/4 {
		t.Errorf("%d of %d clusters were searched for again", again, len(before.barren))
	}
	if n := len(before.articles); n != 400 {
		t.Errorf("%d articles are remembered", n)
	}
}

// TestRebuildWithoutMemory damages what is remembered: it costs time, and
// nothing else.
func TestRebuildWithoutMemory(t *testing.T) {
	readings, _ := generate(8, 40)
	m := &kept{}
	want := Rebuild(readings, m)
	for _, damage := range [][]byte{nil, {}, m.content[:len(m.content)/2], []byte("nothing of the kind")} {
		if diff := cmp.Diff(want, Rebuild(readings, &kept{content: damage})); diff != "" {
			t.Errorf("with %d bytes (-want +got)\n%.2000s", len(damage), diff)
		}
	}
}
