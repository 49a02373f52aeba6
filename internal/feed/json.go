package feed

import (
	"encoding/json"
	"io"
)

// jsonVersion is the address that a JSON Feed names its version by.
const jsonVersion = "https://jsonfeed.org/version/1.1"

type jsonFeed struct {
	Version     string       `json:"version"`
	Title       string       `json:"title"`
	Description string       `json:"description,omitempty"`
	Language    string       `json:"language,omitempty"`
	Home        string       `json:"home_page_url,omitempty"`
	Feed        string       `json:"feed_url,omitempty"`
	Authors     []jsonAuthor `json:"authors,omitempty"`
	Items       []jsonItem   `json:"items"`
}

type jsonAuthor struct {
	Name string `json:"name"`
}

type jsonItem struct {
	ID        string       `json:"id"`
	URL       string       `json:"url,omitempty"`
	Title     string       `json:"title,omitempty"`
	Text      string       `json:"content_text"`
	Published string       `json:"date_published,omitempty"`
	Authors   []jsonAuthor `json:"authors,omitempty"`
	Tags      []string     `json:"tags,omitempty"`
}

// WriteJSON writes f as JSON Feed.
func (f Feed) WriteJSON(w io.Writer) error {
	j := jsonFeed{Version: jsonVersion, Title: f.Title, Description: f.Description, Language: f.Lang, Home: f.Home, Feed: f.JSON,
		Authors: authors(f.Author), Items: []jsonItem{}}
	for _, e := range f.Entries {
		j.Items = append(j.Items, jsonItem{e.ID, e.URL, e.Title, e.Text, e.At, authors(e.Author), e.Subject})
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	return enc.Encode(j)
}

func authors(name string) []jsonAuthor {
	if name == "" {
		return nil
	}
	return []jsonAuthor{{name}}
}
