package intake

import (
	"bytes"
	"encoding/csv"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"sort"
	"strings"

	"dateline/extract/article"
)

// readCSV yields the rows of a table whose first row names its columns. The
// columns are apart by commas, semicolons or tabs.
func readCSV(from, text string, o Options) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		in := csv.NewReader(strings.NewReader(text))
		in.Comma, in.FieldsPerRecord, in.LazyQuotes = separator(text), -1, true
		head, err := in.Read()
		if err != nil {
			yield(Entry{From: from, Err: fmt.Errorf("reading the names of the columns: %w", err)})
			return
		}
		for i, name := range head {
			head[i] = strings.ToLower(strings.TrimSpace(name))
		}
		known := false
		for _, name := range []string{"text", "html", "url"} {
			for _, column := range columns()[name] {
				known = known || slices.Contains(head, column)
			}
		}
		if !known {
			yield(Entry{From: from, Err: fmt.Errorf("no column is named text or url; the first row must name the columns, such as id,published,title,text,url")})
			return
		}
		for {
			row, err := in.Read()
			if err == io.EOF {
				return
			}
			line, _ := in.FieldPos(0)
			at := fmt.Sprintf("%s:%d", from, line)
			if err != nil {
				var fault *csv.ParseError
				if errors.As(err, &fault) {
					at, err = fmt.Sprintf("%s:%d", from, fault.Line), fault.Err
				}
				if !yield(Entry{From: at, Err: err}) {
					return
				}
				continue
			}
			r := record{}
			for i, value := range row {
				if i < len(head) {
					r[head[i]] = []string{value}
				}
			}
			if !yield(r.entry(at, o)) {
				return
			}
		}
	}
}

// separator returns what parts the columns of the first line.
func separator(text string) rune {
	line, _, _ := strings.Cut(text, "\n")
	best := ','
	for _, r := range ";\t" {
		if strings.Count(line, string(r)) > strings.Count(line, string(best)) {
			best = r
		}
	}
	return best
}

// readJSONLines yields the objects of a file that has one a line.
func readJSONLines(from, text string, o Options) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for line := range article.Lines(strings.NewReader(text)) {
			at := fmt.Sprintf("%s:%d", from, line.Number)
			entry := Entry{From: at, Err: line.Err}
			if line.Err == nil {
				entry = jsonEntry(at, line.Bytes, o)
			}
			if !yield(entry) {
				return
			}
		}
	}
}

// readJSON yields the objects of a JSON document: one, or a list of them,
// which may be the value of a key.
func readJSON(from, text string, o Options) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		var document any
		if err := json.Unmarshal([]byte(text), &document); err != nil {
			yield(Entry{From: from, Err: fmt.Errorf("not JSON: %w; JSON Lines are read from a file named .jsonl", err)})
			return
		}
		objects, isList := document.([]any)
		if o, isObject := document.(map[string]any); isObject {
			objects = []any{o}
			for _, key := range []string{"articles", "items", "results", "data", "docs"} {
				if list, ok := o[key].([]any); ok {
					objects, isList = list, true
					break
				}
			}
		}
		for i, object := range objects {
			at := from
			if isList {
				at = fmt.Sprintf("%s#%d", from, i+1)
			}
			raw, err := json.Marshal(object)
			entry := Entry{From: at, Err: err}
			if err == nil {
				entry = jsonEntry(at, raw, o)
			}
			if !yield(entry) {
				return
			}
		}
	}
}

// jsonEntry returns the article in one JSON object.
func jsonEntry(at string, raw []byte, o Options) Entry {
	var fields map[string]any
	dec := json.NewDecoder(bytes.NewReader(raw))
	dec.UseNumber()
	if err := dec.Decode(&fields); err != nil || fields == nil {
		return Entry{From: at, Err: fmt.Errorf("want a JSON object {…}")}
	}
	keys := make([]string, 0, len(fields))
	for key := range fields {
		keys = append(keys, key)
	}
	sort.Strings(keys) // "Title" and "title" in one object: always the same wins
	r := record{}
	for _, key := range keys {
		name := strings.ToLower(key)
		switch value := fields[key].(type) {
		case json.Number:
			r[name] = append(r[name], value.String())
		default:
			r[name] = append(r[name], texts(value, "name")...)
		}
	}
	return r.entry(at, o)
}
