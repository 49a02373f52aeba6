package timeline

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"dateline/extract/timex"
)

// articles returns the readings to build from: one for each article, by
// publication time, then ID. The readings passed in are left as they are.
//
// An article is known by its ID and path. Where it occurs twice, the revision
// that was updated or published last stays and the others are dropped, so
// that passing an article again changes nothing.
func articles(readings []Reading) []Reading {
	type key struct{ id, path string }
	latest := make(map[key]int, len(readings))
	for i := range readings {
		a := &readings[i].Article
		k := key{a.ID, a.Path}
		if j, ok := latest[k]; !ok || compareRevisions(&readings[j], &readings[i]) < 0 {
			latest[k] = i
		}
	}
	kept := make([]Reading, 0, len(latest))
	for i := range readings {
		a := &readings[i].Article
		if latest[key{a.ID, a.Path}] == i {
			kept = append(kept, readings[i])
		}
	}
	slices.SortFunc(kept, func(a, b Reading) int { return compareReadings(&a, &b) })
	return kept
}

// compareRevisions orders readings of one article, the one to keep last.
func compareRevisions(a, b *Reading) int {
	known := func(t timex.DCT) int {
		if t.Known {
			return 1
		}
		return 0
	}
	u, v := a.Article.Updated, b.Article.Updated
	p, q := a.Article.Published, b.Article.Published
	if c := cmp.Or(
		cmp.Compare(known(u), known(v)), compareDCT(u, v),
		cmp.Compare(known(p), known(q)), compareDCT(p, q),
	); c != 0 {
		return c
	}
	return compareContent(a, b)
}

// compareContent orders readings by all that they hold. Since it is costly,
// callers ask it last, where ID and times are equal.
func compareContent(a, b *Reading) int {
	if c := cmp.Or(
		strings.Compare(a.Article.Path, b.Article.Path),
		strings.Compare(a.Article.Text, b.Article.Text),
	); c != 0 {
		return c
	}
	return strings.Compare(fmt.Sprint(*a), fmt.Sprint(*b))
}
