package intake

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"dateline/extract/timex"
)

// Markdown returns an item as the file of an article: front matter and body.
// dateKey is the front matter key of the publication time, "" for "date". The
// keys date_source, date_confidence and date_note say how it was found.
func (item *Item) Markdown(dateKey string) []byte {
	if dateKey == "" {
		dateKey = "date"
	}
	var b bytes.Buffer
	b.WriteString("---\n")
	text := func(key, value string) {
		if value != "" {
			fmt.Fprintf(&b, "%s: %s\n", key, quoted(value))
		}
	}
	list := func(key string, values []string) {
		if len(values) == 0 {
			return
		}
		quotes := make([]string, len(values))
		for i, v := range values {
			quotes[i] = quoted(v)
		}
		fmt.Fprintf(&b, "%s: [%s]\n", key, strings.Join(quotes, ", "))
	}
	text("title", item.Title)
	fmt.Fprintf(&b, "%s: %s\n", dateKey, item.Published.Time)
	text("date_source", item.Published.Source)
	if item.Published.Confidence != 0 {
		fmt.Fprintf(&b, "date_confidence: %s\n", item.Published.Confidence)
	}
	text("date_note", item.Published.Why)
	if item.Updated.Known {
		fmt.Fprintf(&b, "updated: %s\n", item.Updated)
	}
	list("author", item.Authors)
	text("publisher", item.Publisher)
	text("source_url", item.URL)
	text("lang", item.Lang)
	list("tags", item.Tags)
	for _, flag := range []struct {
		key string
		set bool
	}{{"draft", item.Draft}, {"sample", item.Sample}, {"full_text", item.FullText}} {
		if flag.set {
			b.WriteString(flag.key + ": true\n")
		}
	}
	b.WriteString("---\n")
	b.WriteString(item.Body)
	return b.Bytes()
}

// quoted returns a text as a double-quoted YAML scalar: JSON strings are,
// but for the characters that YAML does not allow, which are left out.
func quoted(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && !unicode.IsSpace(r) || r == 0xFEFF || r&0xFFFE == 0xFFFE {
			return -1
		}
		return r
	}, s)
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(strings.Join(strings.Fields(s), " ")) != nil {
		return `""`
	}
	return strings.TrimSpace(b.String())
}

// maxSlug is how long the words of a file name get, in bytes.
const maxSlug = 60

// Name returns the name of an item's file without its extension: its day and
// the words of its title, in letters that every file system takes.
func (item *Item) Name() string {
	slug := slugOf(item.Title)
	if slug == "" {
		slug = slugOf(item.ID)
	}
	if slug == "" {
		slug = "article"
	}
	return item.Published.Time.Day.String() + "-" + slug
}

// undivided are the letters that Unicode does not take apart into a plain one
// and its mark.
var undivided = strings.NewReplacer("ß", "ss", "æ", "ae", "œ", "oe", "ø", "o", "ł", "l", "đ", "d", "ð", "d", "þ", "th", "ı", "i")

// slugOf returns the words of a title in lower-case ASCII, apart by dashes.
func slugOf(title string) string {
	var words []string
	for _, word := range strings.FieldsFunc(norm.NFKD.String(undivided.Replace(strings.ToLower(title))), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && r != '\'' && r != '’'
	}) {
		word = strings.Map(func(r rune) rune {
			if r < unicode.MaxASCII && (unicode.IsLetter(r) || unicode.IsDigit(r)) {
				return r
			}
			return -1
		}, word)
		if word != "" {
			words = append(words, word)
		}
	}
	slug := ""
	for _, word := range words {
		if len(slug)+1+len(word) > maxSlug {
			break
		}
		slug = strings.TrimPrefix(slug+"-"+word, "-")
	}
	if slug == "" && len(words) > 0 {
		slug = words[0][:min(len(words[0]), maxSlug)]
	}
	return slug
}

// settle fills in what an item must have: a title, and clean fields.
func (item *Item) settle() {
	if item.Title == "" {
		words := strings.Fields(plainBlock(strings.SplitN(item.Body, "\n\n", 2)[0]))
		item.Title = strings.Join(words[:min(len(words), 10)], " ")
		if len(words) > 10 {
			item.Title += " …"
		}
	}
	if item.Updated == item.Published.Time {
		item.Updated = timex.DCT{}
	}
	item.Publisher = strings.Join(strings.Fields(item.Publisher), " ")
}
