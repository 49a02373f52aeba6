package site

import (
	"bytes"
	"io"

	"dateline/timeline"
)

// dataView is the page that says what there is to download and what the
// fields mean.
type dataView struct {
	frame
	Files   []dataFile
	Fields  []field
	Address string // of a page that can be shown in a frame
}

// dataFile is a file for other programs.
type dataFile struct{ Name, Href, What string }

// field is a column of the table, or a field of the JSON, and its meaning.
type field struct{ Name, Meaning string }

const dataAt = "data/index.html"

// fields are those that the field guide explains, in the order of the table.
var fields = []string{"id", "date", "earliest", "latest", "date_in_words", "status", "was_planned", "label", "participants", "place",
	"confidence", "review", "other_dates", "articles", "published", "quote", "page"}

// dataPages returns the files for other programs and the page that explains
// them. Feeds stand at the top, where readers look for them.
func (b *builder) dataPages() []page {
	x := b.export()
	var todo []page
	var files []dataFile
	for _, f := range timeline.Formats() {
		if f.Based && b.cfg.BaseURL == "" {
			continue
		}
		at, href := "data/"+f.File, f.File
		if f.Based {
			at, href = f.File, "../"+f.File
		}
		files = append(files, dataFile{f.File, href, b.m["data."+f.Name]})
		b.streams[at] = func(w io.Writer, p *pieces) error {
			some := x
			some.Pieces = p.of(f)
			return f.Write(w, some, b.t)
		}
		todo = append(todo, page{name: at, make: func() ([]byte, error) {
			var out bytes.Buffer
			err := f.Write(&out, x, b.t)
			return out.Bytes(), err
		}})
	}
	if b.hasChangeFeed(b.changes()) {
		files = append(files, dataFile{changesAtomAt, "../" + changesAtomAt, b.m["data.changes-atom"]}, dataFile{changesJSONAt, "../" + changesJSONAt, b.m["data.changes-json"]})
	}
	const schema = "schema.json"
	files = append(files, dataFile{schema, schema, b.m["data.schema"]})
	todo = append(todo, page{name: "data/" + schema, make: func() ([]byte, error) { return timeline.Schema, nil }})
	if b.cfg.BaseURL == "" {
		b.warnings = append(b.warnings, "the address of the site is not known, so there are no feeds, no sitemap and no canonical addresses; set the base URL")
	}
	return append(todo, page{name: dataAt, make: func() ([]byte, error) {
		v := dataView{frame: b.frame(dataAt, b.m["data.title"]), Files: files}
		v.About = b.m["data.standfirst"]
		v.Address = "https://example.org/index.html"
		if b.cfg.BaseURL != "" {
			v.Address = b.cfg.BaseURL + "index.html"
		}
		for _, name := range fields {
			v.Fields = append(v.Fields, field{name, b.m["field."+name]})
		}
		return b.pages.render("data", v)
	}})
}
