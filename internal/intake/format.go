package intake

import (
	"bytes"
	"encoding/json"
	"path"
	"regexp"
	"strings"
)

// Format is a kind of source.
type Format uint8

// The formats. The zero Format is not known.
const (
	Unknown   Format = iota
	HTML             // a page
	Feed             // RSS, Atom or JSON Feed
	WARC             // a web archive, packed or not
	Markdown         // with front matter
	Text             // plain
	Links            // an address a line
	CSV              // a row an article
	JSONLines        // an object a line an article
	JSON             // an article, or a list of them
	Other            // something that is not read
)

// String returns the name of a format as people say it.
func (f Format) String() string {
	return [...]string{"unknown", "HTML", "feed", "WARC", "Markdown", "text", "list of addresses", "CSV", "JSON Lines", "JSON", "other"}[f]
}

// extensions are the names of files that are read when a folder is added.
func extensions() map[string]Format {
	return map[string]Format{
		".html": HTML, ".htm": HTML, ".xhtml": HTML, ".md": Markdown, ".markdown": Markdown, ".txt": Text,
		".rss": Feed, ".atom": Feed, ".xml": Feed, ".rdf": Feed, ".warc": WARC, ".csv": CSV, ".tsv": CSV, ".jsonl": JSONLines, ".ndjson": JSONLines, ".json": JSON,
	}
}

var (
	htmlStart = regexp.MustCompile(`(?i)^\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b`)
	feedStart = regexp.MustCompile(`<(?:rss|feed|rdf:RDF)\b[^>]*>`)
	oneLink   = regexp.MustCompile(`^https?://\S+$`)
	linkList  = regexp.MustCompile(`^(?:#.*\s+)*https?://\S+(?:\s*\n|$)`)
)

// Detect returns the format of a source by its name (a path or an address),
// the media type that a server stated, "" for none, and its first bytes, at
// least a thousand of them where there are as many.
func Detect(name, contentType string, head []byte) Format {
	name = strings.ToLower(name)
	if at := strings.IndexAny(name, "?#"); at >= 0 && strings.Contains(name, "://") {
		name = name[:at]
	}
	byName := extensions()[path.Ext(strings.TrimSuffix(name, ".gz"))]
	trimmed := bytes.TrimSpace(bytes.TrimPrefix(head, []byte("\ufeff")))
	packed := bytes.HasPrefix(head, []byte{0x1f, 0x8b})
	switch {
	case bytes.HasPrefix(head, []byte("WARC/")), packed && byName == WARC:
		return WARC
	case packed, bytes.HasPrefix(head, []byte("%PDF")), bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return Other
	case htmlStart.Match(trimmed):
		return HTML
	case feedStart.Match(trimmed):
		return Feed
	case jsonFeed(trimmed):
		return Feed
	}
	switch t := mediaType(contentType); {
	case t == "text/html", t == "application/xhtml+xml":
		return HTML
	case t == "application/rss+xml", t == "application/atom+xml", t == "application/feed+json":
		return Feed
	case t == "text/csv", t == "text/tab-separated-values":
		return CSV
	case t == "application/x-ndjson", t == "application/jsonl":
		return JSONLines
	case t == "application/json" && byName != JSONLines:
		return JSON
	case t == "text/markdown":
		return Markdown
	case strings.HasPrefix(t, "image/"), strings.HasPrefix(t, "video/"), strings.HasPrefix(t, "audio/"), t == "application/pdf":
		return Other
	}
	switch {
	case byName == Text && linkList.Match(trimmed):
		return Links
	case byName != Unknown:
		return byName
	case bytes.HasPrefix(trimmed, []byte("---\n")), bytes.HasPrefix(trimmed, []byte("---\r\n")), bytes.HasPrefix(trimmed, []byte("+++\n")):
		return Markdown
	case bytes.HasPrefix(trimmed, []byte("{")) && json.Valid(firstLine(trimmed)):
		return JSONLines
	case bytes.HasPrefix(trimmed, []byte("{")), bytes.HasPrefix(trimmed, []byte("[")):
		return JSON
	case linkList.Match(trimmed):
		return Links
	case bytes.IndexByte(head, 0) >= 0:
		return Other
	}
	return Text
}

func firstLine(text []byte) []byte {
	line, _, _ := bytes.Cut(text, []byte("\n"))
	return bytes.TrimSpace(line)
}

// jsonFeed reports whether JSON begins as a JSON Feed does.
func jsonFeed(head []byte) bool {
	return bytes.HasPrefix(head, []byte("{")) && bytes.Contains(bytes.ReplaceAll(head[:min(len(head), 1000)], []byte(`\/`), []byte("/")), []byte("jsonfeed.org/version"))
}
