package intake

import (
	"bytes"
	"errors"
	"mime"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
)

// errBinary is returned for what is no text in any encoding.
var errBinary = errors.New("this is no text")

// decode returns a page as UTF-8. The encoding is what its byte order mark
// says; else UTF-8 if the bytes are that, whatever is declared, for other
// texts practically never are; else what the server or the page declares;
// else Windows-1252, which browsers assume.
func decode(raw []byte, contentType string) (string, error) {
	if bytes.HasPrefix(raw, []byte{0xEF, 0xBB, 0xBF}) {
		raw = raw[3:]
	}
	if utf8.Valid(raw) && !bytes.ContainsRune(raw, 0) {
		return string(raw), nil
	}
	enc, name, _ := charset.DetermineEncoding(raw, contentType)
	text, err := enc.NewDecoder().Bytes(raw)
	if err != nil || bytes.ContainsRune(text, 0) {
		return "", errBinary
	}
	if name == "windows-1252" && control(text) {
		return "", errBinary
	}
	return string(bytes.TrimPrefix(text, []byte("\ufeff"))), nil
}

// control reports whether a text has more control characters than any text.
func control(text []byte) bool {
	n := 0
	for _, c := range text {
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			n++
		}
	}
	return n > len(text)/100
}

// mediaType returns the media type of a Content-Type header, lower case.
func mediaType(contentType string) string {
	kind, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		kind, _, _ = strings.Cut(contentType, ";")
	}
	return strings.ToLower(strings.TrimSpace(kind))
}
