package site

import (
	"bytes"
	"path"
	"strings"

	"dateline/timeline"
)

// EventFiles is up to how many events each has files of its own where the owner
// of a site does not say: beyond, they would be two thirds of all files, and
// building and publishing would take that much longer.
const EventFiles = 5000

// eventFormats are the formats of the files of single events, in the order of
// their kinds of pages.
var eventFormats = []string{"json", "ics"}

// hasEventFiles reports whether each event has files of its own.
func (cfg Config) hasEventFiles(events int) bool {
	if cfg.EventFiles != nil {
		return *cfg.EventFiles
	}
	return events <= EventFiles
}

// eventFile returns the name of the file of event i in a format, beside its page;
// "" where it has none: a calendar has days, and not every event has one.
func (b *builder) eventFile(i int, format string) string {
	if _, _, day := timeline.ExactDays(b.t.Events[i].Date); format == "ics" && !day || !b.eventFiles {
		return ""
	}
	return strings.TrimSuffix(b.eventAt[i], ".html") + "." + format
}

// eventFilePages returns the files of event i alone.
func (b *builder) eventFilePages(i int) []page {
	var todo []page
	for k, format := range eventFormats {
		if name := b.eventFile(i, format); name != "" {
			todo = append(todo, page{name: name, kind: eventJSON + pageKind(k), n: i})
		}
	}
	return todo
}

// eventFilePage makes the file of event i alone in a format.
func (b *builder) eventFilePage(i int, format string) ([]byte, error) {
	f, _ := timeline.FormatNamed(format)
	x, only := b.export().Only(b.t, i)
	var out bytes.Buffer
	err := f.Write(&out, x, only)
	return out.Bytes(), err
}

// eventFileLinks returns the links to the files of event i from its page.
func (b *builder) eventFileLinks(i int) []link {
	var links []link
	for _, format := range eventFormats {
		if name := b.eventFile(i, format); name != "" {
			links = append(links, link{Text: b.m["event.file."+format], Href: path.Base(name)})
		}
	}
	return links
}
