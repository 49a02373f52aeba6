package cli

import (
	"crypto/sha256"
	"fmt"
	"path/filepath"

	"github.com/spf13/afero"

	"dateline/internal/cache"
	"dateline/internal/pack"
	"dateline/site"
	"dateline/timeline"
)

// lastBuild is what the last build into an output was made from, and what it
// said.
type lastBuild struct {
	Sources  sourceState
	Holds    string // the words of contents
	Counts   buildCounts
	Warnings []string
}

// buildCounts are the numbers of a buildReport.
type buildCounts struct{ Articles, Events, Conflicts, Undated int }

var lastBuildCodec = pack.For[lastBuild]()

// countsOf returns the numbers of t.
func countsOf(t *timeline.Timeline) buildCounts {
	return buildCounts{len(t.Articles), len(t.Events), conflicts(t), len(t.Undated)}
}

// outputFile returns the file of the cache that is called name for the output
// of s, nil when nothing can be kept.
func (s *sourceSite) outputFile(name string) *cache.File {
	out, err := filepath.Abs(s.Out)
	folder := s.cacheFolder()
	if err != nil || folder == nil {
		return nil
	}
	return folder.File(fmt.Sprintf("%s-%.9x", name, sha256.Sum256([]byte(out))), out)
}

// pageMemory returns what keeps the pages of the last build into this output,
// nil when nothing can be kept.
func (s *sourceSite) pageMemory() site.Memory {
	if f := s.outputFile("pages"); f != nil {
		return &savedLater{File: f, site: s}
	}
	return nil
}

// standing returns the last build into this output, and the names of its
// files, when a build would do nothing: the sources are what they were, and
// every file of the site is as that build left it.
func (s *sourceSite) standing(now *sourceState) (*lastBuild, []string) {
	memory, last := s.pageMemory(), &lastBuild{}
	src := s.outputFile("built").Load()
	if memory == nil || src == nil || lastBuildCodec.Read(src, last) != nil || !last.Sources.still(now, s.fs) {
		return nil, nil
	}
	names, ok := site.Standing(afero.NewBasePathFs(s.fs, s.Out), memory)
	if !ok {
		return nil, nil
	}
	return last, names
}

// built keeps what a build was made from, for the next one.
func (s *sourceSite) built(b *lastBuild) {
	// Where nothing can be kept, the next build takes longer, and that is all.
	_ = s.outputFile("built").Save(lastBuildCodec.Append(nil, b))
}
