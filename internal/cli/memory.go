package cli

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/spf13/afero"

	"dateline/extract"
	"dateline/extract/article"
	"dateline/internal/cache"
	"dateline/internal/pack"
	"dateline/timeline"
)

// memory knows the readings of the last run, so that an article that did not
// change is not read again. It keeps them in two files: one with all, and one
// with what changed since that was written, for the first is large.
type memory struct {
	all, since *cache.File
	old        map[string]*kept
	garbage    int // records of the files for which there is another, or no article

	mu      sync.Mutex
	now     map[string]*kept // by path
	changed map[string]bool  // those that all does not have, by path
}

// kept is what was read from one file, and how that is known.
type kept struct {
	Path    string
	Size    int64
	ModTime int64 // in nanoseconds; 0 where it tells nothing
	Sum     [sha256.Size]byte
	Reading timeline.Sum
	reading []byte // packed
}

// keptFields is what the file says of kept before all the readings.
type keptFields struct {
	Path    string
	Size    int64
	ModTime int64
	Sum     [sha256.Size]byte
	Reading timeline.Sum
	Len     int // of the reading
}

var (
	keptCodec    = pack.For[[]keptFields]()
	readingCodec = pack.For[timeline.Reading]()
)

// settledAfter is the age from which a change of a file changes its time of
// modification, whatever the file system counts in. A younger file is looked
// at again in the next run.
const settledAfter = 2 * time.Second

// remember reads what the last run kept in folder. Options are all that
// readings depend on besides the articles.
func remember(folder *cache.Folder, options string) *memory {
	m := &memory{all: folder.File("readings", options), since: folder.File("readings-since", options),
		old: map[string]*kept{}, now: map[string]*kept{}, changed: map[string]bool{}}
	for _, f := range []*cache.File{m.all, m.since} {
		for _, k := range unpackKept(f.Load()) {
			if m.old[k.Path] != nil {
				m.garbage++
			}
			m.old[k.Path] = k
			if f == m.since {
				m.changed[k.Path] = true
			}
		}
	}
	return m
}

// unpackKept reads what packKept wrote; nil when it is not that.
func unpackKept(src []byte) []*kept {
	if len(src) < 8 || uint64(len(src)-8) < binary.LittleEndian.Uint64(src) {
		return nil
	}
	var fields []keptFields
	n := 8 + int(binary.LittleEndian.Uint64(src))
	if keptCodec.Read(src[8:n], &fields) != nil {
		return nil
	}
	all := make([]kept, len(fields))
	list := make([]*kept, len(fields))
	for i, f := range fields {
		if f.Len < 0 || f.Len > len(src)-n {
			return nil
		}
		all[i] = kept{f.Path, f.Size, f.ModTime, f.Sum, f.Reading, src[n : n+f.Len : n+f.Len]}
		list[i] = &all[i]
		n += f.Len
	}
	return list
}

// packKept returns the content of a file with list: the length of the fields,
// the fields, and the readings.
func packKept(list []*kept) [][]byte {
	fields := make([]keptFields, len(list))
	content := [][]byte{nil}
	for i, k := range list {
		fields[i] = keptFields{k.Path, k.Size, k.ModTime, k.Sum, k.Reading, len(k.reading)}
		content = append(content, k.reading)
	}
	head := keptCodec.Append(make([]byte, 8), &fields)
	binary.LittleEndian.PutUint64(head, uint64(len(head)-8))
	content[0] = head
	return content
}

// read returns the article in the file called path, with what was extracted
// from it unless it is a draft that is not wanted.
func (m *memory) read(fsys afero.Fs, path string, opts article.Options, x *extract.Extractor, drafts bool) (timeline.Reading, error) {
	info, err := fsys.Stat(path)
	if err != nil {
		return m.readNew(fsys, path, nil, opts, x, drafts)
	}
	now := &kept{Path: path, Size: info.Size(), ModTime: info.ModTime().UnixNano()}
	if time.Since(info.ModTime()) < settledAfter {
		now.ModTime = 0
	}
	was := m.old[path]
	if was != nil && was.ModTime != 0 && was.ModTime == now.ModTime && was.Size == now.Size {
		if r, err := was.unpack(); err == nil {
			m.keep(was, false)
			return r, nil
		}
	}
	src, err := afero.ReadFile(fsys, path)
	if err != nil {
		return m.readNew(fsys, path, nil, opts, x, drafts)
	}
	now.Sum, now.Size = sha256.Sum256(src), int64(len(src))
	if was != nil && was.Sum == now.Sum {
		if r, err := was.unpack(); err == nil {
			now.reading, now.Reading = was.reading, was.Reading
			m.keep(now, now.ModTime != was.ModTime)
			return r, nil
		}
	}
	r, err := m.readNew(fsys, path, src, opts, x, drafts)
	if err != nil || r.Article.Draft && !drafts {
		return r, err
	}
	now.reading = bytes.Clone(readingCodec.Append(nil, &r))
	sum := sha256.Sum256(now.reading)
	copy(now.Reading[:], sum[:])
	m.keep(now, true)
	// What comes out of the bytes shares their memory, and is the same here as
	// in the next run.
	if again, err := now.unpack(); err == nil {
		return again, nil
	}
	return r, nil
}

// unpack returns the reading of k.
func (k *kept) unpack() (r timeline.Reading, err error) {
	err = readingCodec.Read(k.reading, &r)
	r.Sum = k.Reading
	return r, err
}

// readNew reads an article from src, or from its file where src is nil.
func (m *memory) readNew(fsys afero.Fs, path string, src []byte, opts article.Options, x *extract.Extractor, drafts bool) (timeline.Reading, error) {
	var a article.Article
	var err error
	if src == nil {
		a, err = article.ReadFile(fsys, path, opts)
	} else {
		a, err = article.ReadMarkdown(path, src, opts)
	}
	if err != nil || a.Draft && !drafts {
		return timeline.Reading{Article: a}, err
	}
	r, err := extracted(x, a)
	return timeline.Reading{Article: a, Timexes: r.Timexes, Events: r.Events}, err
}

// keep notes a reading for the next run.
func (m *memory) keep(k *kept, changed bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.now[k.Path] = k
	if changed {
		m.changed[k.Path] = true
	}
}

// save keeps the readings of this run for the next one.
func (m *memory) save() error {
	var all, since []*kept
	news := false
	for path, k := range m.now {
		all = append(all, k)
		if m.changed[path] {
			since = append(since, k)
			news = news || m.old[path] != k
		}
	}
	if !news {
		return nil
	}
	order := func(a, b *kept) int { return strings.Compare(a.Path, b.Path) }
	slices.SortFunc(all, order)
	slices.SortFunc(since, order)
	garbage := m.garbage + len(m.old) - len(all)
	if 8*len(since) < len(all) && 4*garbage < len(all) {
		return m.since.Save(packKept(since)...)
	}
	if err := m.all.Save(packKept(all)...); err != nil {
		return err
	}
	return m.since.Remove()
}

// cacheFolder returns the cache folder of the site, nil when nothing can be kept.
func (s *sourceSite) cacheFolder() *cache.Folder {
	version := cache.Program()
	if version == "" {
		return nil
	}
	return cache.In(s.fs, s.folder, version)
}

// readingOptions names all that readings depend on besides the articles.
func (s *sourceSite) readingOptions() string {
	return fmt.Sprintf("%q %+v", s.articleOptions(), s.extractOptions())
}

// configFolder returns the folder of the configuration.
func configFolder(name string) string {
	if name == "" {
		return "."
	}
	return filepath.Dir(name)
}
