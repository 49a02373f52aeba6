package site

import (
	"bytes"
	"io"
	"slices"
	"strconv"
	"strings"

	"dateline/internal/feed"
)

// The feeds of what changed, beside the page of it.
const (
	changesAtomAt = "changes.atom"
	changesJSONAt = "changes.json"
)

// kindOfChange says what became of the timeline: "added", "corrected" or
// "withdrawn"; "" where it stayed as it was, as when a person found it right.
func kindOfChange(c change) string {
	switch c.Action {
	case "add":
		return "added"
	case "fix", "merge", "split":
		return "corrected"
	case "reject":
		return "withdrawn"
	}
	return map[string]string{"added": "added", "changed": "corrected", "removed": "withdrawn"}[c.Kind]
}

// changeFeed describes the feed of all that was added, corrected and
// withdrawn, the latest first.
func (b *builder) changeFeed(all []change) feed.Feed {
	base := b.cfg.BaseURL
	f := feed.Feed{Title: b.m.text("changes.feed", "site", b.title(), "changes", b.m["changes.title"]), Description: b.m["changes.standfirst"], Lang: b.cfg.Lang,
		ID: base + changesAt, Home: base + changesAt, Atom: base + changesAtomAt, JSON: base + changesJSONAt, Author: b.title()}
	// An entry keeps its name when others come, so they are counted from the oldest.
	said := map[string]int{}
	for _, c := range slices.Backward(all) {
		kind := kindOfChange(c)
		if kind == "" {
			continue
		}
		name := strings.Join([]string{c.On, kind, slug(c.of())}, "-")
		said[name]++
		if n := said[name]; n > 1 {
			name += "-" + strconv.Itoa(n)
		}
		f.Entries = append(f.Entries, b.changeEntry(c, kind, base+changesAt+"#"+name))
	}
	slices.Reverse(f.Entries)
	f.Entries = f.Entries[:min(len(f.Entries), feed.Length)]
	return f
}

func (b *builder) changeEntry(c change, kind, id string) feed.Entry {
	e := feed.Entry{ID: id, URL: b.cfg.BaseURL + changesAt, At: c.On + "T00:00:00Z", Author: c.By, Subject: []string{b.m["changes.kind."+kind]}}
	if c.Href != "" {
		e.URL = b.address(c.Href)
	}
	if c.Said != "" {
		e.Title, e.Text = c.Said, c.Said+"."
		if c.Article != "" {
			e.Title += ": " + c.Article
		}
		return e
	}
	e.Title = b.m.text("changes.entry", "kind", b.m["changes.kind."+kind], "label", c.Label)
	e.Text = c.Words + "."
	if c.Note != "" {
		e.Text += " “" + c.Note + "”"
	}
	return e
}

// of returns what c is about, for its name.
func (c change) of() string {
	if c.Event != "" {
		return c.Event
	}
	return c.Article
}

// changeFeedPages returns the feeds of changes, none where the address of the
// site is not known or nothing changed.
func (b *builder) changeFeedPages(all []change) []page {
	if !b.hasChangeFeed(all) {
		return nil
	}
	made := func(name string, write func(feed.Feed, io.Writer) error) page {
		return page{name: name, make: func() ([]byte, error) {
			var out bytes.Buffer
			err := write(b.changeFeed(all), &out)
			return out.Bytes(), err
		}}
	}
	return []page{made(changesAtomAt, feed.Feed.WriteAtom), made(changesJSONAt, feed.Feed.WriteJSON)}
}

func (b *builder) hasChangeFeed(all []change) bool { return b.cfg.BaseURL != "" && len(all) > 0 }
