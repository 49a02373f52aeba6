package site

import (
	"html/template"
	"sync"
	"sync/atomic"

	"github.com/spf13/afero"

	"dateline/internal/spill"
)

// items are events as pages one folder deep list them: years and topics list
// the same event several times, and each is made once. Beyond itemRoom they
// wait in a temporary file, so that a long timeline takes no more memory than a
// short one.
type items struct {
	of     []listed
	locks  [64]sync.Mutex // each of every 64th event
	room   atomic.Int64   // bytes that may yet be kept in memory
	folder afero.Fs       // for the file; nil for none
	open   sync.Once
	file   *spill.File // nil before it is needed, and where it cannot be made
}

// listed is an event as it is listed: in memory, or in the file. The zero
// listed is that of an event that no page has listed yet.
type listed struct {
	said template.HTML
	at   spill.Place
}

// itemRoom is how much of the items is kept in memory where there is a folder
// for the rest, in bytes.
const itemRoom = 8 << 20

func newItems(events int, folder afero.Fs) *items {
	all := &items{of: make([]listed, events), folder: folder}
	all.room.Store(itemRoom)
	return all
}

// get returns event i as it is listed, "" when that is not made yet.
func (all *items) get(i int) (template.HTML, error) {
	lock := &all.locks[i%len(all.locks)]
	lock.Lock()
	found := all.of[i]
	lock.Unlock()
	if found.said != "" || found.at == (spill.Place{}) {
		return found.said, nil
	}
	said, err := all.file.Read(found.at, nil)
	return template.HTML(said), err
}

// keep notes event i as it is listed.
func (all *items) keep(i int, said template.HTML) error {
	now := listed{said: said}
	if all.room.Add(-int64(len(said))) < 0 {
		all.open.Do(func() {
			if all.folder != nil {
				// Where no file can be made, they all stay in memory.
				all.file, _ = spill.Create(all.folder, ".")
			}
		})
		if all.file != nil {
			at, err := all.file.Add([]byte(said))
			if err != nil {
				return err
			}
			now = listed{at: at}
		}
	}
	lock := &all.locks[i%len(all.locks)]
	lock.Lock()
	all.of[i] = now
	lock.Unlock()
	return nil
}

// forget forgets all that was made, and removes the file.
func (all *items) forget() {
	clear(all.of)
	_ = all.file.Close() // nobody reads it any more, and the next run removes what is left
	all.file, all.open = nil, sync.Once{}
	all.room.Store(itemRoom)
}
