package site

import (
	"context"
	"testing"

	"github.com/spf13/afero"
)

// BenchmarkBuild makes the site of 200 articles with 1,200 events, about
// 2,300 files.
func BenchmarkBuild(b *testing.B) {
	tl := many(b, 200, 6)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Build(context.Background(), harborConfig, tl, afero.NewMemMapFs()); err != nil {
			b.Fatal(err)
		}
	}
}
