package site

import (
	"slices"

	"github.com/spf13/afero"
)

// lastSite is what is known of the last build: by its manifest, and by what it
// kept where that was the one that wrote the manifest.
type lastSite struct {
	manifest []byte           // as it stands in the output
	site     *keptSite        // nil for nothing
	known    map[string]int32 // where site, or else names, has its files
	names    []string         // of the manifest, in order, where there is no site
	sums     []checksum       // of these
	standing []bool           // which files of site are as the last build left them; nil when nobody has looked
	err      error
}

// Past is what is known of the last build.
type Past struct{ found chan *lastSite }

// LookBack begins to read what is known of the last build into out, and to look
// which of its files are as they were left, while others work: that takes a
// while where there are many. Nobody may write to out before Build does.
func LookBack(out afero.Fs, memory Memory) *Past {
	p := &Past{make(chan *lastSite, 1)}
	go func() { p.found <- look(out, memory) }()
	return p
}

func look(out afero.Fs, memory Memory) *lastSite {
	l := &lastSite{}
	if l.manifest, l.err = manifestSource(out); l.err != nil {
		return l
	}
	if memory != nil {
		l.site = recall(memory.Load(), l.manifest)
	}
	if l.site == nil {
		var old manifest
		if old, l.err = parseManifest(l.manifest); l.err != nil {
			return l
		}
		l.names = old.names()
		for _, name := range l.names {
			l.sums = append(l.sums, old[name])
		}
	}
	l.known = make(map[string]int32, l.len())
	for k := range int32(l.len()) {
		l.known[l.name(k)] = k
	}
	if l.site != nil {
		l.standing = make([]bool, l.len())
		parallel(l.len(), func(k int) { l.standing[k] = intact(out, l.site.Pages[k]) })
	}
	return l
}

// len returns the number of the files of the last build.
func (l *lastSite) len() int {
	if l.site != nil {
		return len(l.site.Pages)
	}
	return len(l.names)
}

// name returns the name of file k; the files are in order of their names.
func (l *lastSite) name(k int32) string {
	if l.site != nil {
		return l.site.Pages[k].Name
	}
	return l.names[k]
}

// sum returns the checksum of file k.
func (l *lastSite) sum(k int32) checksum {
	if l.site != nil {
		return l.site.Pages[k].Sum
	}
	return l.sums[k]
}

// at returns the number of the file called name, -1 when there is none.
func (l *lastSite) at(name string) int32 {
	if k, known := l.known[name]; known {
		return k
	}
	return -1
}

// intact reports whether file k is as the last build left it.
func (l *lastSite) intact(out afero.Fs, k int32) bool {
	if l.standing == nil {
		return intact(out, l.site.Pages[k])
	}
	return l.standing[k]
}

// pieces returns where the things stand in a file of the last build, nil for
// one that is not made of pieces.
func (l *lastSite) pieces(name string) []keptPiece {
	if i := slices.IndexFunc(l.site.Pieces, func(p keptPieces) bool { return p.Name == name }); i >= 0 {
		return l.site.Pieces[i].Pieces
	}
	return nil
}
