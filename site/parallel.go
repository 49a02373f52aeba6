package site

import (
	"runtime"
	"sync"
	"sync/atomic"
)

// parallel calls do for every number below n, on all processors.
func parallel(n int, do func(i int)) {
	const chunk = 32
	var next atomic.Int64
	var working sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n/chunk+1) {
		working.Go(func() {
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
	working.Wait()
}
