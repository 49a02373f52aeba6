package cli

import (
	"math"
	"runtime/debug"
	"runtime/metrics"
	"sync"
)

// usualRoom is the memory in bytes that a build keeps to while what it holds
// fits well into it.
const usualRoom = 480 << 20

// keepToRoom lets the garbage wait until the memory of the process comes near
// to usualRoom, and holds it there. Where a site holds so much that collecting
// would never end, it may take twice that. A limit set from outside stands.
func keepToRoom() {
	room.Lock()
	defer room.Unlock()
	if limit := debug.SetMemoryLimit(-1); limit != math.MaxInt64 && limit != room.limit {
		return
	}
	debug.SetGCPercent(300)
	held := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(held)
	room.limit = max(usualRoom, 2*int64(held[0].Value.Uint64()))
	debug.SetMemoryLimit(room.limit)
}

// room holds the limit that keepToRoom set, 0 before it did.
var room struct {
	sync.Mutex
	limit int64
}
