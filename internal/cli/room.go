package cli

import (
	"math"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// usualRoom is the memory in bytes that a build keeps to while what it holds
// fits well into it.
const usualRoom = 480 << 20

// keepToRoom lets the garbage wait until the memory of the process comes near
// to usualRoom, and holds it there. Where a site holds so much that collecting
// would never end, it may take a little more than it holds, whatever that is at
// the time. A limit set from outside stands.
func keepToRoom() {
	room.Do(func() {
		if debug.SetMemoryLimit(-1) != math.MaxInt64 {
			return
		}
		debug.SetGCPercent(300)
		setRoom(&collected{})
	})
}

var room sync.Once

// collected is garbage from the beginning: when it is collected, so was all
// other garbage, and what is left is known.
type collected struct{ _ *int }

func setRoom(c *collected) {
	held := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(held)
	debug.SetMemoryLimit(roomFor(int64(held[0].Value.Uint64())))
	runtime.SetFinalizer(c, setRoom)
}

// roomFor returns the limit for a build that holds so many bytes: a fifth more,
// and something for what is neither held nor garbage.
func roomFor(held int64) int64 { return max(usualRoom, held+held/5+usualRoom/16) }
