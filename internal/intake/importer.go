package intake

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"path"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/afero"

	"dateline/extract/timex"
)

// Entry is what one place of a source came to: an item, the address of a
// page that has the rest of it, or an error.
type Entry struct {
	From   string
	Item   Item
	Follow string // "" when Item is whole
	Err    error
}

// maxFile is the largest file that is read as a whole, in bytes.
const maxFile = 256 << 20

// Got is a page as it came from the web.
type Got struct {
	Address     string // after redirects
	ContentType string
	Body        []byte
}

// Importer reads sources. Files and Get are required.
type Importer struct {
	Options
	Files afero.Fs                                               // that paths are in
	Get   func(ctx context.Context, address string) (Got, error) // from the web

	// Known returns the path of the article that has an address, "" for none. A
	// link to it is not followed. nil: no address is known.
	Known func(address string) string
}

// IsAddress reports whether the name of a source is a web address.
func IsAddress(name string) bool {
	return strings.HasPrefix(name, "http://") || strings.HasPrefix(name, "https://")
}

// Import yields what a source holds: a web address, a file or a folder. A
// page that an entry links to is got and merged with what the entry says.
// Entries with errors do not end the sequence; the end of ctx does.
func (im *Importer) Import(ctx context.Context, name string) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for entry := range im.open(ctx, name) {
			if ctx.Err() != nil {
				return
			}
			if entry.Err == nil && entry.Follow != "" {
				entry = im.follow(ctx, entry)
			}
			if entry.Err == nil && !entry.Item.Published.Known() && im.Published.Known {
				entry.Item.Published = Finding{Time: im.Published, Source: "given by hand", Confidence: timex.Explicit}
			}
			entry.Item.From = entry.From
			if !yield(entry) {
				return
			}
		}
	}
}

// open yields the entries of a source, before links are followed.
func (im *Importer) open(ctx context.Context, name string) iter.Seq[Entry] {
	failed := func(err error) iter.Seq[Entry] {
		return func(yield func(Entry) bool) { yield(Entry{From: name, Err: err}) }
	}
	if IsAddress(name) {
		got, err := im.Get(ctx, name)
		if err != nil {
			return failed(err)
		}
		return im.read(name, got.Address, got.ContentType, bytes.NewReader(got.Body))
	}
	info, err := im.Files.Stat(name)
	if err == nil && info.IsDir() {
		return im.folder(ctx, name)
	}
	return func(yield func(Entry) bool) {
		file, err := im.Files.Open(name)
		if errors.Is(err, fs.ErrNotExist) {
			err = errors.New("no such file")
		}
		if err != nil {
			yield(Entry{From: name, Err: err})
			return
		}
		defer file.Close()
		for entry := range im.read(filepath.ToSlash(name), "", "", file) {
			if !yield(entry) {
				return
			}
		}
	}
}

// folder yields the entries of every file below a folder whose name says that
// it is of a format that is read, in order of their names.
func (im *Importer) folder(ctx context.Context, name string) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		var names []string
		err := afero.Walk(im.Files, name, func(at string, info fs.FileInfo, err error) error {
			if err != nil || ctx.Err() != nil {
				return errors.Join(err, ctx.Err())
			}
			base := strings.ToLower(info.Name())
			if info.IsDir() && strings.HasPrefix(base, ".") && at != name {
				return fs.SkipDir
			}
			if _, known := extensions()[path.Ext(strings.TrimSuffix(base, ".gz"))]; known && info.Mode().IsRegular() && !strings.HasPrefix(base, ".") {
				names = append(names, at)
			}
			return nil
		})
		if err == nil && len(names) == 0 {
			err = errors.New("no file in the folder has a name that ends in .html, .md, .txt, .xml, .warc, .csv, .json or .jsonl")
		}
		if err != nil {
			yield(Entry{From: name, Err: err})
			return
		}
		slices.Sort(names)
		for _, name := range names {
			for entry := range im.open(ctx, name) {
				if !yield(entry) {
					return
				}
			}
		}
	}
}

// read yields the entries in the bytes of a source.
func (im *Importer) read(name, address, contentType string, r io.Reader) iter.Seq[Entry] {
	one := func(item Item, err error) iter.Seq[Entry] {
		return func(yield func(Entry) bool) { yield(Entry{From: name, Item: item, Err: err}) }
	}
	in := bufio.NewReaderSize(r, 1<<16)
	head, _ := in.Peek(4096) // a failing read fails again below
	if len(head) > 2 && head[0] == 0x1f && head[1] == 0x8b && !strings.Contains(strings.ToLower(name), ".warc") {
		unpacked, err := gzip.NewReader(in)
		if err != nil {
			return one(Item{}, err)
		}
		in = bufio.NewReaderSize(unpacked, 1<<16)
		head, _ = in.Peek(4096)
	}
	format := Detect(name, contentType, head)
	switch format {
	case WARC:
		return readWARC(name, in, im.Options)
	case Other:
		return one(Item{}, errors.New("no format that is read; save the article as .html, .txt or .md and add that"))
	}
	raw, err := io.ReadAll(io.LimitReader(in, maxFile+1))
	if err == nil && len(raw) > maxFile {
		err = fmt.Errorf("the file has more than %d MiB; divide it", maxFile>>20)
	}
	if err != nil {
		return one(Item{}, err)
	}
	if format == HTML {
		return one(ReadHTML(raw, contentType, address, im.Options))
	}
	if format == Feed && !bytes.HasPrefix(bytes.TrimSpace(raw), []byte("{")) {
		return readFeed(name, address, string(raw), im.Options) // XML declares its own encoding
	}
	text, err := decode(raw, contentType)
	if err != nil {
		return one(Item{}, err)
	}
	switch format {
	case Feed:
		return readFeed(name, address, text, im.Options)
	case CSV:
		return readCSV(name, text, im.Options)
	case JSONLines:
		return readJSONLines(name, text, im.Options)
	case JSON:
		return readJSON(name, text, im.Options)
	case Links:
		return readLinks(name, text)
	case Markdown:
		return one(readMarkdown(name, text, im.Options))
	}
	return one(readText(name, text, im.Options))
}

// readLinks yields an entry for each line that is an address. Blank lines,
// and those that begin with #, are passed over.
func readLinks(name, text string) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		number := 0
		for line := range strings.SplitSeq(text, "\n") {
			number++
			line = strings.TrimSpace(line)
			if line == "" || strings.HasPrefix(line, "#") {
				continue
			}
			entry := Entry{From: fmt.Sprintf("%s:%d", name, number), Follow: line}
			if !oneLink.MatchString(line) {
				entry.Err = fmt.Errorf("not an address: %q", line)
			}
			if !yield(entry) {
				return
			}
		}
	}
}

// follow gets the page that an entry links to. What the page does not tell is
// taken from the entry.
func (im *Importer) follow(ctx context.Context, entry Entry) Entry {
	from := fmt.Sprintf("%s (%s)", entry.From, entry.Follow)
	if im.Known != nil {
		if path := im.Known(entry.Follow); path != "" {
			return Entry{From: from, Err: &Duplicate{path, "same address"}}
		}
	}
	got, err := im.Get(ctx, entry.Follow)
	if err != nil {
		return Entry{From: from, Err: err}
	}
	if Detect(got.Address, got.ContentType, got.Body[:min(len(got.Body), 4096)]) != HTML {
		return Entry{From: from, Err: errors.New("the link does not lead to a page")}
	}
	item, err := ReadHTML(got.Body, got.ContentType, got.Address, im.Options)
	if err != nil {
		return Entry{From: from, Err: err}
	}
	item.fillFrom(entry.Item)
	return Entry{From: from, Item: item}
}

// fillFrom takes from another item what this one lacks, and its publication
// time where that is the surer one.
func (item *Item) fillFrom(other Item) {
	fill(&item.Title, other.Title)
	fill(&item.Publisher, other.Publisher)
	fill(&item.URL, other.URL)
	fill(&item.Lang, other.Lang)
	fill(&item.ID, other.ID)
	if len(item.Authors) == 0 {
		item.Authors = other.Authors
	}
	if len(item.Tags) == 0 {
		item.Tags = other.Tags
	}
	if other.Published.Known() && (!item.Published.Known() || other.Published.Confidence < item.Published.Confidence) {
		item.Published = other.Published
	}
	if !item.Updated.Known {
		item.Updated = other.Updated
	}
}

func fill(field *string, value string) {
	if *field == "" {
		*field = value
	}
}
