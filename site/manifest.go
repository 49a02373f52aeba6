package site

import (
	"bufio"
	"bytes"
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

// manifest maps the files that a build made to their SHA-256 in hexadecimal.
type manifest map[string]string

// readManifest returns the manifest of the last build, empty when there is none.
func readManifest(out afero.Fs) (manifest, error) {
	m := manifest{}
	src, err := afero.ReadFile(out, manifestName)
	if errors.Is(err, fs.ErrNotExist) {
		return m, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading %s: %w", manifestName, err)
	}
	lines := bufio.NewScanner(bytes.NewReader(src))
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		sum, name, ok := strings.Cut(lines.Text(), "  ")
		// A name that leads out of the output must never be removed.
		if !ok || len(sum) != 64 || !fs.ValidPath(name) || name == "." || name != path.Clean(name) {
			return nil, fmt.Errorf("reading %s: line %d: want a checksum, two spaces and a file name; remove the file and the site that it lists, then build again", manifestName, n)
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

// write puts m into the output, unless it is there already.
func (m manifest) write(out afero.Fs) error {
	var b bytes.Buffer
	for _, name := range m.names() {
		fmt.Fprintf(&b, "%s  %s\n", m[name], name)
	}
	if was, err := afero.ReadFile(out, manifestName); err == nil && bytes.Equal(was, b.Bytes()) {
		return nil
	}
	if err := afero.WriteFile(out, manifestName+".new", b.Bytes(), 0o644); err != nil {
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
