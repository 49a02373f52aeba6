package cli

import (
	"path/filepath"

	"github.com/spf13/afero"

	"dateline/internal/suggest"
)

// nearFile returns `; did you mean "talks.md"?` when the folder of a missing
// file has one of a similar name, else "".
func nearFile(fsys afero.Fs, name string) string {
	dir := filepath.Dir(name)
	entries, err := afero.ReadDir(fsys, dir)
	if err != nil {
		return ""
	}
	names := make([]string, len(entries))
	for i, entry := range entries {
		names[i] = filepath.Join(dir, entry.Name())
	}
	return suggest.DidYouMean(filepath.Clean(name), names)
}
