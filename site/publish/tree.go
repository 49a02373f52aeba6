package publish

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"sort"
	"strconv"
	"strings"

	"github.com/spf13/afero"
)

const (
	toolName     = "dateline"
	markerName   = ".dateline-published"
	cnameName    = "CNAME"
	nojekyllName = ".nojekyll"
)

// marker is the file by which a branch is known to be made by dateline.
type marker struct {
	Tool    string `json:"tool"`
	Version string `json:"version"`
	Source  string `json:"source"`           // commit that the site was built from, "" when there was none
	Dirty   bool   `json:"dirty,omitempty"`  // built with changes that were not committed
	Domain  string `json:"domain,omitempty"` // what the CNAME beside it says
}

// writeTree writes the files of site, and those that the branch needs besides,
// as a tree of the repository, and compares it with the tree of the tip.
func (p *Plan) writeTree(ctx context.Context, site afero.Fs) error {
	paths, err := list(site)
	if err != nil {
		return err
	}
	extra := map[string][]byte{nojekyllName: {}}
	if p.options.Domain != "" {
		extra[cnameName] = []byte(p.options.Domain + "\n")
		p.Domain = p.options.Domain
	} else if raw, err := afero.ReadFile(site, cnameName); err == nil {
		p.Domain = strings.TrimSpace(string(raw))
	}
	if err := checkDomain(p.Domain); err != nil {
		return err
	}
	mark, err := json.MarshalIndent(marker{Tool: toolName, Version: p.options.Version, Source: p.Source, Dirty: p.Dirty, Domain: p.Domain}, "", "  ")
	if err != nil {
		return err
	}
	extra[markerName] = append(mark, '\n')
	var all []string
	for _, path := range paths {
		if _, replaced := extra[path]; !replaced {
			all = append(all, path)
		}
	}
	for path := range extra {
		all = append(all, path)
	}
	sort.Strings(all)
	if len(paths) == 0 {
		return errors.New("publish: the site has no files; build it first")
	}
	p.Files = len(all) - 1 // without the marker, as in the lists
	open := func(path string) (io.ReadCloser, int64, error) {
		if raw, ok := extra[path]; ok {
			return io.NopCloser(bytes.NewReader(raw)), int64(len(raw)), nil
		}
		f, err := site.Open(path)
		if err != nil {
			return nil, 0, err
		}
		info, err := f.Stat()
		if err != nil {
			f.Close()
			return nil, 0, err
		}
		return f, info.Size(), nil
	}
	files, err := p.writeBlobs(ctx, all, open)
	if err != nil {
		return err
	}
	var index bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&index, "100644 %s 0\t%s\x00", f.object, f.Path)
		p.Bytes += f.Size
	}
	own := p.repo.withIndex(filepath.Join(p.work, "index"))
	if _, err := own.run(ctx, &index, "update-index", "-z", "--add", "--index-info"); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	if p.tree, err = own.line(ctx, "write-tree"); err != nil {
		return fmt.Errorf("publish: %w", err)
	}
	p.compare(files)
	return nil
}

// list returns the paths of all files of site, with slashes, sorted, but for
// those by which builds know their own output. Links are refused: a branch
// that is served must not point outside itself.
func list(site afero.Fs) ([]string, error) {
	var paths []string
	err := afero.Walk(site, ".", func(path string, info fs.FileInfo, err error) error {
		if err != nil || info.IsDir() {
			return err
		}
		if !info.Mode().IsRegular() {
			return fmt.Errorf("%s is no ordinary file", path)
		}
		if name := strings.TrimPrefix(filepath.ToSlash(path), "./"); !strings.HasPrefix(name, ".dateline-") {
			paths = append(paths, name)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("publish: reading the site: %w", err)
	}
	sort.Strings(paths)
	return paths, nil
}

// writeBlobs writes every file as an object, with one process for all: a
// process a file would take minutes on a large site.
func (p *Plan) writeBlobs(ctx context.Context, paths []string, open func(string) (io.ReadCloser, int64, error)) ([]File, error) {
	files := make([]File, len(paths))
	stream, feed := io.Pipe()
	fed := make(chan error, 1)
	go func() {
		err := feedBlobs(feed, paths, files, open)
		feed.CloseWithError(err)
		fed <- err
	}()
	marks := filepath.Join(p.work, "marks")
	_, err := p.repo.run(ctx, stream, "fast-import", "--quiet", "--done", "--export-marks="+marks)
	stream.Close()
	if fault := <-fed; fault != nil && !errors.Is(fault, io.ErrClosedPipe) {
		err = fault // why git found its input cut short
	}
	if err != nil {
		return nil, fmt.Errorf("publish: writing the files: %w", err)
	}
	table, err := os.ReadFile(marks)
	if err != nil {
		return nil, fmt.Errorf("publish: %w", err)
	}
	for line := range strings.Lines(string(table)) {
		mark, object, _ := strings.Cut(strings.TrimSpace(line), " ")
		if n, err := strconv.Atoi(strings.TrimPrefix(mark, ":")); err == nil && n >= 1 && n <= len(files) {
			files[n-1].object = object
		}
	}
	return files, nil
}

// feedBlobs writes the files to w as git fast-import reads them, and notes
// their sizes in files.
func feedBlobs(out io.Writer, paths []string, files []File, open func(string) (io.ReadCloser, int64, error)) error {
	w := bufio.NewWriterSize(out, 1<<16)
	for i, path := range paths {
		r, size, err := open(path)
		if err != nil {
			return err
		}
		files[i] = File{Path: path, Size: size}
		fmt.Fprintf(w, "blob\nmark :%d\ndata %d\n", i+1, size)
		n, err := io.Copy(w, io.LimitReader(r, size))
		r.Close()
		if err == nil && n != size {
			err = fmt.Errorf("%s shrank while it was read", path)
		}
		if err != nil {
			return err
		}
		w.WriteByte('\n')
	}
	w.WriteString("done\n")
	return w.Flush()
}

// compare fills in what differs from the old tree. The marker is left out,
// since it changes with every commit of the source.
func (p *Plan) compare(files []File) {
	now := make(map[string]bool, len(files))
	for _, f := range files {
		now[f.Path] = true
		switch old, ok := p.old[f.Path]; {
		case f.Path == markerName:
		case !ok:
			p.Added = append(p.Added, f.Path)
		case old.object != f.object:
			p.Changed = append(p.Changed, f.Path)
		}
	}
	for path := range p.old {
		if !now[path] {
			p.Removed = append(p.Removed, path)
		}
	}
	sort.Strings(p.Removed)
	p.Largest = append([]File(nil), files...)
	sort.SliceStable(p.Largest, func(i, j int) bool { return p.Largest[i].Size > p.Largest[j].Size })
	p.Largest = p.Largest[:min(5, len(p.Largest))]
}

// files returns the files of a commit by path.
func (r *repository) files(ctx context.Context, commit string) (map[string]File, error) {
	out, err := r.run(ctx, nil, "ls-tree", "-r", "-z", "-l", "--full-tree", commit)
	if err != nil {
		return nil, err
	}
	files := make(map[string]File)
	for _, entry := range strings.Split(strings.TrimSuffix(string(out), "\x00"), "\x00") {
		head, path, ok := strings.Cut(entry, "\t")
		fields := strings.Fields(head)
		if !ok || len(fields) != 4 {
			continue
		}
		size, _ := strconv.ParseInt(fields[3], 10, 64)
		files[path] = File{Path: path, Size: size, object: fields[2]}
	}
	return files, nil
}
