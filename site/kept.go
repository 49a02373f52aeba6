package site

import (
	"crypto/sha256"

	"dateline/internal/pack"
)

// keptPage is what a build knows of a file of the site that it made.
type keptPage struct {
	Name    string
	From    origin
	Sum     checksum
	Size    int64
	ModTime int64 // in nanoseconds, as the file system tells it
}

// keptSite is what one build keeps for the next.
type keptSite struct {
	Manifest checksum // of the manifest in the output; with another one there, some other build was there
	Pages    []keptPage
}

var siteCodec = pack.For[keptSite]()

// memo returns the bytes to keep after a build of pages.
func memo(pages []keptPage, manifest []byte) [][]byte {
	return [][]byte{siteCodec.Append(nil, &keptSite{sha256.Sum256(manifest), pages})}
}

// recall returns what memo kept, nil when that is not of the build that wrote
// the manifest.
func recall(memo, manifestBytes []byte) (manifest, map[string]keptPage) {
	var site keptSite
	if memo == nil || siteCodec.Read(memo, &site) != nil || site.Manifest != sha256.Sum256(manifestBytes) {
		return nil, nil
	}
	old, known := make(manifest, len(site.Pages)), make(map[string]keptPage, len(site.Pages))
	for _, p := range site.Pages {
		old[p.Name], known[p.Name] = p.Sum, p
	}
	return old, known
}
