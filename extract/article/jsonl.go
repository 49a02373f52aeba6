package article

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"unicode/utf8"

	"dateline/extract/timex"
)

// maxLine is the longest line of JSON that is read, in bytes. A longer one is
// a file that was not written line by line, and would fill the memory.
const maxLine = 64 << 20

// Line is one line of a JSON Lines file.
type Line struct {
	Number int // from 1
	Bytes  []byte
	Err    error // why the line could not be read; Bytes is then nil
}

// Lines returns the lines of r that are not blank, without their ends. A line
// that is too long is reported and skipped; a failing r ends the sequence.
func Lines(r io.Reader) iter.Seq[Line] { return linesUpTo(r, maxLine) }

func linesUpTo(r io.Reader, limit int) iter.Seq[Line] {
	return func(yield func(Line) bool) {
		in := bufio.NewReaderSize(r, 64<<10)
		for number := 1; ; number++ {
			raw, err := readLine(in, limit)
			if number == 1 {
				raw = bytes.TrimPrefix(raw, []byte(bom))
			}
			switch {
			case errors.Is(err, errLongLine):
				if !yield(Line{Number: number, Err: fmt.Errorf("the line is longer than %d MiB", limit>>20)}) {
					return
				}
				continue
			case err != nil && err != io.EOF:
				yield(Line{Number: number, Err: err})
				return
			}
			if raw = bytes.TrimSpace(raw); len(raw) > 0 && !yield(Line{Number: number, Bytes: raw}) {
				return
			}
			if err == io.EOF {
				return
			}
		}
	}
}

var errLongLine = errors.New("long line")

// readLine returns the next line in memory of its own, or errLongLine after
// having skipped a line that is too long.
func readLine(in *bufio.Reader, limit int) ([]byte, error) {
	var line []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if long = long || len(line)+len(part) > limit; !long {
			line = append(line, part...)
		} else {
			line = nil
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if long && (err == nil || err == io.EOF) {
			return nil, errLongLine
		}
		return line, err
	}
}

// ParseLine reads one JSON object {"id", "published" (or "dct"), "title"?,
// "text", "url"?}; other keys are ignored. Where the line has no publication
// time, fallback stands in, if it is known. The error says what is wrong with
// the object, without its place.
func ParseLine(raw []byte, fallback timex.DCT) (Article, error) {
	if !utf8.Valid(raw) {
		return Article{}, errors.New("a byte is not UTF-8")
	}
	var in struct {
		ID        *string `json:"id"`
		Published string  `json:"published"`
		DCT       string  `json:"dct"`
		Title     string  `json:"title"`
		Text      *string `json:"text"`
		URL       string  `json:"url"`
	}
	if err := json.Unmarshal(raw, &in); err != nil {
		return Article{}, jsonProblem(err)
	}
	if in.ID == nil || *in.ID == "" {
		return Article{}, errors.New(`"id" is missing`)
	}
	bad := func(format string, args ...any) (Article, error) {
		return Article{}, fmt.Errorf("document %q: "+format, append([]any{*in.ID}, args...)...)
	}
	if in.Text == nil {
		return bad(`"text" is missing`)
	}
	if i := bytes.IndexByte([]byte(*in.Text), 0); i >= 0 {
		return bad(`"text" holds a NUL, so it is no text`)
	}
	published, key := in.Published, "published"
	if published == "" && in.DCT != "" {
		published, key = in.DCT, "dct"
	}
	dct := fallback
	if published != "" {
		var err error
		if dct, err = timex.ParseDCT(published); err != nil {
			return bad("%q: %w", key, err)
		}
	}
	if !dct.Known {
		return bad(`"published" is missing; without it no relative date can be resolved`)
	}
	return Article{ID: *in.ID, Title: in.Title, SourceURL: in.URL, Lang: "en", Published: dct, Text: *in.Text}, nil
}

// jsonProblem words an error of encoding/json for people who write no Go.
func jsonProblem(err error) error {
	var syntax *json.SyntaxError
	var kind *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		return fmt.Errorf("not a JSON object: column %d: %w", syntax.Offset, err)
	case errors.As(err, &kind) && kind.Field == "":
		return fmt.Errorf("want a JSON object {…}, not %s", withArticle(kind.Value))
	case errors.As(err, &kind):
		return fmt.Errorf("%q must be a string, not %s", kind.Field, withArticle(kind.Value))
	}
	return err
}

// withArticle returns "an array", "a number".
func withArticle(noun string) string {
	if noun[0] == 'a' || noun[0] == 'o' {
		return "an " + noun
	}
	return "a " + noun
}
