package timeline

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// each calls do for every number below n, on all processors. Each call must
// write only what belongs to its number, so that the outcome is the same on
// one processor.
func each(n int, do func(int)) {
	const chunk = 64
	var next atomic.Int64
	var wg sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n/chunk+1) {
		wg.Go(func() {
			for {
				end := int(next.Add(chunk))
				for i := end - chunk; i < min(end, n); i++ {
					do(i)
				}
				if end >= n {
					return
				}
			}
		})
	}
	wg.Wait()
}
