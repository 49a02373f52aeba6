package site

import (
	"bytes"
	"fmt"
	"io/fs"
	"path"

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
	return page{"style.css", b.style}
}

func (b *builder) style() ([]byte, error) {
	sheets := []string{"base/tokens.css", "base/base.css", "timeline/timeline.css"}
	all, err := fs.Glob(b.files, "*/*.css")
	if err != nil {
		return nil, fmt.Errorf("reading the styles: %w", err)
	}
	for _, name := range all {
		// The review desk has a stylesheet of its own.
		if dir := path.Dir(name); !isPartial(dir) && dir != "review" {
			sheets = append(sheets, name)
		}
	}
	var css bytes.Buffer
	for _, name := range sheets {
		src, err := fs.ReadFile(b.files, name)
		if err != nil {
			return nil, fmt.Errorf("reading templates/%s: %w", name, err)
		}
		css.Write(src)
	}
	return css.Bytes(), nil
}
