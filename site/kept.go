package site

import (
	"crypto/sha256"
	"slices"
	"strings"

	"dateline/internal/pack"
)

// keptPage is what a build knows of a file of the site that it made.
type keptPage struct {
	Name    string // in memory; kept apart, for many short strings take long to pack
	From    origin
	Sum     checksum
	Size    int64
	ModTime int64 // in nanoseconds, as the file system tells it
}

// keptSite is what one build keeps for the next.
type keptSite struct {
	Manifest checksum // of the manifest in the output; with another one there, some other build was there
	Names    []byte   // of the pages, each ended by a byte of 0
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
	names := strings.Split(string(site.Names), "\x00")
	if len(names) != len(site.Pages)+1 {
		return nil
	}
	for i := range site.Pages {
		site.Pages[i].Name = names[i]
	}
	return site
}

// bytes returns what recall reads.
func (s *keptSite) bytes() []byte {
	kept := *s
	kept.Pages = slices.Clone(s.Pages)
	for i := range kept.Pages {
		kept.Names = append(append(kept.Names, kept.Pages[i].Name...), 0)
		kept.Pages[i].Name = ""
	}
	return siteCodec.Append(nil, &kept)
}
