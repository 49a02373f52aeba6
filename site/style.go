package site

import (
	"io/fs"

	"github.com/spf13/afero"
)

// overlay returns the files of under, each replaced by the one of the same
// name in over where there is one. A nil over replaces none.
func overlay(over afero.Fs, under fs.FS) fs.FS {
	if over == nil {
		return under
	}
	return afero.NewIOFS(afero.NewCopyOnWriteFs(afero.NewReadOnlyFs(afero.FromIOFS{FS: under}), afero.NewReadOnlyFs(over)))
}

// stylePage makes the one stylesheet: the tokens first, then what all pages
// share, then each page's own.
func (b *builder) stylePage() page {
	return page{name: "style.css", make: b.style}
}

func (b *builder) style() ([]byte, error) { return assets(b.files, ".css") }
