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
	Frame    origin
	Events   []origin
	Pieces   []keptPieces
}

// keptPieces is where the events stand in a file of the site.
type keptPieces struct {
	Name   string
	Pieces []keptPiece // by the number of the event
}

// keptPiece is a part of a file, in bytes.
type keptPiece struct {
	Gap int32 // between the end of the piece before, or the start of the file, and this
	Len int32
}

var siteCodec = pack.For[keptSite]()

// recall returns what the last build kept, nil when that was not the one that
// wrote the manifest.
func recall(memo, manifest []byte) *keptSite {
	site := &keptSite{}
	if memo == nil || siteCodec.Read(memo, site) != nil || site.Manifest != sha256.Sum256(manifest) {
		return nil
	}
	return site
}
