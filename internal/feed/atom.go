package feed

import (
	"cmp"
	"encoding/xml"
	"io"
)

type atomLink struct {
	Rel  string `xml:"rel,attr,omitempty"`
	Type string `xml:"type,attr,omitempty"`
	Href string `xml:"href,attr"`
}

type atomCategory struct {
	Term string `xml:"term,attr"`
}

type atomEntry struct {
	Title      string         `xml:"title"`
	Link       atomLink       `xml:"link"`
	ID         string         `xml:"id"`
	Updated    string         `xml:"updated"`
	Author     string         `xml:"author>name,omitempty"`
	Categories []atomCategory `xml:"category"`
	Summary    string         `xml:"summary"`
}

type atomFeed struct {
	XMLName  xml.Name    `xml:"http://www.w3.org/2005/Atom feed"`
	Lang     string      `xml:"xml:lang,attr"`
	Title    string      `xml:"title"`
	Subtitle string      `xml:"subtitle,omitempty"`
	ID       string      `xml:"id"`
	Updated  string      `xml:"updated"`
	Author   string      `xml:"author>name"`
	Links    []atomLink  `xml:"link"`
	Entries  []atomEntry `xml:"entry"`
}

// WriteAtom writes f as Atom.
func (f Feed) WriteAtom(w io.Writer) error {
	a := atomFeed{Lang: f.Lang, Title: f.Title, Subtitle: f.Description, ID: f.ID, Updated: f.updated(), Author: f.Author,
		Links: []atomLink{{"self", "application/atom+xml", f.Atom}, {"alternate", "text/html", f.Home}}}
	for _, e := range f.Entries {
		entry := atomEntry{Title: e.Title, Link: atomLink{"alternate", "text/html", e.URL}, ID: e.ID, Updated: cmp.Or(e.At, Epoch), Author: e.Author, Summary: e.Text}
		for _, s := range e.Subject {
			entry.Categories = append(entry.Categories, atomCategory{s})
		}
		a.Entries = append(a.Entries, entry)
	}
	if _, err := io.WriteString(w, xml.Header); err != nil {
		return err
	}
	enc := xml.NewEncoder(w)
	enc.Indent("", " ")
	if err := enc.Encode(a); err != nil {
		return err
	}
	_, err := io.WriteString(w, "\n")
	return err
}
