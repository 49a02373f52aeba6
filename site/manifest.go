package site

import (
	"bufio"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"sort"
	"strings"

	"github.com/spf13/afero"
)

// manifestName is the file in the output that lists the files of the site.
// Its lines are those of sha256sum, so that "sha256sum -c" can check a site.
const manifestName = ".dateline-manifest"

// checksum is the SHA-256 of a file.
type checksum [sha256.Size]byte

// manifest maps the files that a build made to their checksums.
type manifest map[string]checksum

// readManifest returns the manifest of the last build, empty when there is none.
func readManifest(out afero.Fs) (manifest, error) {
	src, err := manifestSource(out)
	if err != nil {
		return nil, err
	}
	return parseManifest(src)
}

// manifestSource returns the content of the manifest, nil when there is none.
func manifestSource(out afero.Fs) ([]byte, error) {
	src, err := afero.ReadFile(out, manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", manifestName, err)
	}
	return src, nil
}

func parseManifest(src []byte) (manifest, error) {
	m := manifest{}
	lines := bufio.NewScanner(bytes.NewReader(src))
	lines.Buffer(nil, 1<<20)
	for line := 1; lines.Scan(); line++ {
		hexed, name, ok := strings.Cut(lines.Text(), "  ")
		var sum checksum
		n, err := hex.Decode(sum[:], []byte(hexed[:min(len(hexed), 2*len(sum))]))
		// A name that leads out of the output must never be removed.
		if !ok || err != nil || n != len(sum) || len(hexed) != 2*n || !fs.ValidPath(name) || name == "." || name != path.Clean(name) {
			return nil, fmt.Errorf("reading %s: line %d: want a checksum, two spaces and a file name; remove the file and the site that it lists, then build again", manifestName, line)
		}
		m[name] = sum
	}
	return m, lines.Err()
}

// names returns the files of m in order.
func (m manifest) names() []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

// manifestOf returns the manifest of files in order of their names.
func manifestOf(files []keptPage) []byte {
	n := 0
	for i := range files {
		n += 2*len(checksum{}) + len(files[i].Name) + 3
	}
	out := make([]byte, 0, n)
	for i := range files {
		out = append(append(append(hex.AppendEncode(out, files[i].Sum[:]), "  "...), files[i].Name...), '\n')
	}
	return out
}

// writeManifest puts content into the output as its manifest.
func writeManifest(out afero.Fs, content []byte) error {
	if err := afero.WriteFile(out, manifestName+".new", content, 0o644); err != nil {
		return fmt.Errorf("writing %s: %w", manifestName, err)
	}
	if err := out.Rename(manifestName+".new", manifestName); err != nil {
		return fmt.Errorf("writing %s: %w", manifestName, err)
	}
	return nil
}

// Clean removes the site that earlier builds made in out, as its manifest
// lists it, and returns the names of the files removed. Files that dateline
// did not make stay.
func Clean(out afero.Fs) ([]string, error) {
	m, err := readManifest(out)
	if err != nil {
		return nil, err
	}
	names := m.names()
	if err := removeFiles(out, names); err != nil {
		return nil, err
	}
	if err := out.RemoveAll(staging); err != nil {
		return nil, fmt.Errorf("removing %s: %w", staging, err)
	}
	if err := out.Remove(manifestName); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("removing %s: %w", manifestName, err)
	}
	return names, nil
}
