package article

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"dateline/extract/timex"
)

const bom = "\ufeff"

// ReadText returns the article that a plain text holds, published when the
// caller says. A byte order mark is cut off; nothing else is changed, so that
// offsets stay those of the file. The error is a *Problem.
func ReadText(path string, src []byte, published timex.DCT) (Article, error) {
	if err := checkBytes(path, src); err != nil {
		return Article{}, err
	}
	if !published.Known {
		return Article{}, &Problem{Path: path, What: "a plain text does not say when it was published",
			Hint: "give its publication time with --published 2006-01-02"}
	}
	return Article{
		ID: idOf(path), Path: path, Published: published, Lang: "en", BodyLine: 1,
		Text: strings.TrimPrefix(string(src), bom),
	}, nil
}

// checkBytes reports the first byte that no article may hold: one that is
// not UTF-8, or a NUL, which says that the file is no text.
func checkBytes(path string, src []byte) error {
	if utf8.Valid(src) && bytes.IndexByte(src, 0) < 0 {
		return nil
	}
	at := func(i int) int { return 1 + bytes.Count(src[:i], []byte("\n")) }
	for i := 0; i < len(src); {
		r, size := utf8.DecodeRune(src[i:])
		switch {
		case r == utf8.RuneError && size == 1 && i == 0 && len(src) > 1 && (src[0] == 0xff && src[1] == 0xfe || src[0] == 0xfe && src[1] == 0xff):
			return &Problem{Path: path, Line: 1, What: "the file is UTF-16", Hint: "save it as UTF-8"}
		case r == utf8.RuneError && size == 1:
			return &Problem{Path: path, Line: at(i), What: "a byte is not UTF-8", Hint: "save the file as UTF-8"}
		case r == 0:
			return &Problem{Path: path, Line: at(i), What: "a NUL byte, so this is no text", Hint: "save the file as UTF-8 text"}
		}
		i += size
	}
	return nil
}

// idOf returns the name of a file without folder and extension.
func idOf(path string) string {
	name := path[strings.LastIndexAny(path, `/\`)+1:]
	if i := strings.LastIndexByte(name, '.'); i > 0 {
		name = name[:i]
	}
	return name
}
