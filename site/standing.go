package site

import (
	"sync/atomic"

	"github.com/spf13/afero"
)

// Standing returns the names of the files of the site in out, sorted, where
// all of them are as the build that memory remembers left them. A build of the
// same site would then write nothing.
func Standing(out afero.Fs, memory Memory) (names []string, ok bool) {
	last, err := manifestSource(out)
	if err != nil {
		return nil, false
	}
	site := recall(memory.Load(), last)
	if site == nil || out.RemoveAll(staging) != nil {
		return nil, false
	}
	var changed atomic.Bool
	parallel(len(site.Pages), func(i int) {
		if !changed.Load() && !intact(out, site.Pages[i]) {
			changed.Store(true)
		}
	})
	if changed.Load() {
		return nil, false
	}
	for _, p := range site.Pages {
		names = append(names, p.Name)
	}
	return names, true
}

// intact reports whether a file of the last build is as that build left it.
func intact(out afero.Fs, p keptPage) bool {
	info, err := out.Stat(p.Name)
	return err == nil && info.Mode().IsRegular() && info.Size() == p.Size && info.ModTime().UnixNano() == p.ModTime
}
