package intake

import (
	"bufio"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"iter"
	"net/http"
	"net/textproto"
	"strconv"
	"strings"
)

// maxRecord is how much of one archived page is read, in bytes.
const maxRecord = 10 << 20

// readWARC yields the pages of a web archive (ISO 28500), packed or not. The
// date of a record is when it was captured, which is no publication time.
func readWARC(from string, in *bufio.Reader, o Options) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		if magic, err := in.Peek(2); err == nil && magic[0] == 0x1f && magic[1] == 0x8b {
			unpacked, err := gzip.NewReader(in)
			if err != nil {
				yield(Entry{From: from, Err: fmt.Errorf("unpacking the archive: %w", err)})
				return
			}
			in = bufio.NewReaderSize(unpacked, 1<<16)
		}
		for number := 1; ; number++ {
			head, size, err := recordHead(in)
			if err == io.EOF {
				return
			}
			at := fmt.Sprintf("%s#%d", from, number)
			if err != nil {
				// Where a record ends is known from its head alone, so the rest is lost.
				yield(Entry{From: at, Err: fmt.Errorf("reading the archive: %w; what follows is not read", err)})
				return
			}
			content := &io.LimitedReader{R: in, N: size}
			entry, isPage := recordEntry(at, head, content, o)
			if isPage && !yield(entry) {
				return
			}
			_, err = io.Copy(io.Discard, content)
			if err == nil && content.N > 0 {
				err = io.ErrUnexpectedEOF
			}
			if err != nil {
				yield(Entry{From: at, Err: fmt.Errorf("reading the archive: %w; what follows is not read", err)})
				return
			}
		}
	}
}

// recordHead reads the head of the next record and the size of its content.
func recordHead(in *bufio.Reader) (textproto.MIMEHeader, int64, error) {
	version := ""
	for version == "" { // two blank lines end a record
		line, err := in.ReadString('\n')
		if err == io.EOF && strings.TrimSpace(line) == "" {
			return nil, 0, io.EOF
		}
		if err != nil {
			return nil, 0, err
		}
		if len(line) > 1000 {
			return nil, 0, errors.New("a record does not begin where it should")
		}
		version = strings.TrimSpace(line)
	}
	if !strings.HasPrefix(version, "WARC/") {
		return nil, 0, errors.New("a record does not begin where it should")
	}
	head, err := textproto.NewReader(in).ReadMIMEHeader()
	if err != nil {
		return nil, 0, fmt.Errorf("the head of a record: %w", err)
	}
	size, err := strconv.ParseInt(head.Get("Content-Length"), 10, 64)
	if err != nil || size < 0 {
		return nil, 0, errors.New("a record does not say how long it is")
	}
	return head, size, nil
}

// recordEntry returns the page in a record, if it holds one.
func recordEntry(at string, head textproto.MIMEHeader, content io.Reader, o Options) (Entry, bool) {
	address := strings.Trim(head.Get("WARC-Target-URI"), "<>")
	from := at
	if address != "" {
		from = fmt.Sprintf("%s (%s)", at, address)
	}
	kind, encoding := head.Get("Content-Type"), ""
	body := content
	switch head.Get("WARC-Type") {
	case "resource":
	case "response":
		if !strings.HasPrefix(mediaType(kind), "application/http") {
			return Entry{}, false
		}
		resp, err := http.ReadResponse(bufio.NewReader(content), nil)
		if err != nil {
			return Entry{From: from, Err: fmt.Errorf("the archived answer: %w", err)}, true
		}
		defer resp.Body.Close()
		if resp.StatusCode != http.StatusOK {
			return Entry{}, false
		}
		kind, encoding, body = resp.Header.Get("Content-Type"), resp.Header.Get("Content-Encoding"), resp.Body
	default:
		return Entry{}, false
	}
	if t := mediaType(kind); t != "text/html" && t != "application/xhtml+xml" {
		return Entry{}, false
	}
	switch strings.ToLower(encoding) {
	case "", "identity":
	case "gzip", "x-gzip":
		unpacked, err := gzip.NewReader(body)
		if err != nil {
			return Entry{From: from, Err: fmt.Errorf("unpacking the archived page: %w", err)}, true
		}
		body = unpacked
	default:
		return Entry{From: from, Err: fmt.Errorf("the archived page is packed as %q, which is not read", encoding)}, true
	}
	raw, err := io.ReadAll(io.LimitReader(body, maxRecord+1))
	switch {
	case err != nil:
		return Entry{From: from, Err: fmt.Errorf("the archived page: %w", err)}, true
	case len(raw) > maxRecord:
		return Entry{From: from, Err: fmt.Errorf("the archived page has more than %d bytes", maxRecord)}, true
	}
	item, err := ReadHTML(raw, kind, address, o)
	item.From = from
	return Entry{From: from, Item: item, Err: err}, true
}
