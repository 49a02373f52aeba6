package site

import (
	"crypto/sha256"
	"encoding/binary"
	"slices"
	"strings"

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
	Manifest checksum   // of the manifest in the output; with another one there, some other build was there
	Pages    []keptPage // in order of their names
	Frame    origin
	Things   things // of which files tell piece by piece
	Pieces   []keptPieces
}

// keptPieces is where the things of a timeline stand in a file of the site.
type keptPieces struct {
	Name   string
	Pieces []keptPiece // by the number of the thing
}

// keptPiece is a part of a file, in bytes.
type keptPiece struct {
	At  int64
	Len int32
}

// siteFile is a keptSite as it is kept: many small values take long to pack.
type siteFile struct {
	Manifest                  checksum
	Names                     string // of the pages, each ended by a byte of 0
	Pages                     []byte // the rest of them, of pageLen bytes each
	Frame                     origin
	Articles, Events, Undated []byte // origins
	Pieces                    []piecesFile
}

// piecesFile is keptPieces as they are kept: a pair of numbers for each.
type piecesFile struct {
	Name   string
	Pieces []byte
}

var siteCodec = pack.For[siteFile]()

// pageLen is the length of a page in a file, without its name.
const pageLen = len(origin{}) + len(checksum{}) + 8 + 8

// recall returns what the last build kept, nil when that was not the one that
// wrote the manifest.
func recall(memo, manifest []byte) *keptSite {
	f := &siteFile{}
	if memo == nil || siteCodec.Read(memo, f) != nil || f.Manifest != sha256.Sum256(manifest) {
		return nil
	}
	site := &keptSite{Manifest: f.Manifest, Frame: f.Frame, Pages: make([]keptPage, len(f.Pages)/pageLen)}
	rest := f.Names
	for i := range site.Pages {
		name, more, found := strings.Cut(rest, "\x00")
		if !found || i > 0 && name <= site.Pages[i-1].Name {
			return nil
		}
		site.Pages[i].Name, rest = name, more
		site.Pages[i].read(f.Pages[i*pageLen:])
	}
	if rest != "" {
		return nil
	}
	site.Things = things{originsOf(f.Articles), originsOf(f.Events), originsOf(f.Undated)}
	for _, p := range f.Pieces {
		pieces, ok := unpackPieces(p.Pieces, site.Things.len())
		if !ok {
			return nil
		}
		site.Pieces = append(site.Pieces, keptPieces{p.Name, pieces})
	}
	return site
}

// bytes returns what recall reads.
func (s *keptSite) bytes() []byte {
	f := siteFile{Manifest: s.Manifest, Frame: s.Frame, Articles: packOrigins(s.Things.articles), Events: packOrigins(s.Things.events), Undated: packOrigins(s.Things.undated)}
	names := make([]byte, 0, 64*len(s.Pages))
	f.Pages = make([]byte, 0, pageLen*len(s.Pages))
	for i := range s.Pages {
		names = append(append(names, s.Pages[i].Name...), 0)
		f.Pages = s.Pages[i].append(f.Pages)
	}
	f.Names = string(names)
	for _, p := range s.Pieces {
		f.Pieces = append(f.Pieces, piecesFile{p.Name, packPieces(p.Pieces)})
	}
	return siteCodec.Append(make([]byte, 0, len(names)+len(f.Pages)+len(f.Articles)+len(f.Events)+len(f.Undated)+1<<20), &f)
}

// append appends all of p but its name.
func (p *keptPage) append(b []byte) []byte {
	b = append(append(b, p.From[:]...), p.Sum[:]...)
	return binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(b, uint64(p.Size)), uint64(p.ModTime))
}

// read reads what append appended.
func (p *keptPage) read(b []byte) {
	b = b[copy(p.From[:], b):]
	b = b[copy(p.Sum[:], b):]
	p.Size, p.ModTime = int64(binary.LittleEndian.Uint64(b)), int64(binary.LittleEndian.Uint64(b[8:]))
}

func packOrigins(all []origin) []byte {
	b := make([]byte, 0, len(all)*len(origin{}))
	for i := range all {
		b = append(b, all[i][:]...)
	}
	return b
}

func originsOf(b []byte) []origin {
	all := make([]origin, len(b)/len(origin{}))
	for i := range all {
		copy(all[i][:], b[i*len(origin{}):])
	}
	return all
}

func packPieces(pieces []keptPiece) []byte {
	b := make([]byte, 0, 3*len(pieces))
	end := int64(0) // of the piece before
	for _, p := range pieces {
		b = binary.AppendUvarint(binary.AppendVarint(b, p.At-end), uint64(p.Len))
		end = p.At + int64(p.Len)
	}
	return slices.Clip(b)
}

// unpackPieces reads n pieces that packPieces wrote; ok is false when they are
// not that.
func unpackPieces(b []byte, n int) (pieces []keptPiece, ok bool) {
	pieces = make([]keptPiece, n)
	end := int64(0)
	for i := range pieces {
		gap, some := binary.Varint(b)
		if some <= 0 {
			return nil, false
		}
		length, more := binary.Uvarint(b[some:])
		if more <= 0 {
			return nil, false
		}
		pieces[i] = keptPiece{end + gap, int32(length)}
		end += gap + int64(length)
		b = b[some+more:]
	}
	return pieces, len(b) == 0
}
