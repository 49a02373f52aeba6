package timeline

import (
	"slices"
	"strconv"
	"strings"

	"dateline/extract/timex"
)

type annoSelector struct {
	Type   string `json:"type"`
	Exact  string `json:"exact,omitempty"`
	Prefix string `json:"prefix,omitempty"`
	Suffix string `json:"suffix,omitempty"`
	Start  *int   `json:"start,omitempty"`
	End    *int   `json:"end,omitempty"`
}

type annoTarget struct {
	Type     string         `json:"type"`
	Source   string         `json:"source"`
	Selector []annoSelector `json:"selector"`
}

type annoBody struct {
	Type    string `json:"type"`
	Value   string `json:"value"`
	Format  string `json:"format"`
	Purpose string `json:"purpose"`
}

type annotation struct {
	ID         string     `json:"id"`
	Type       string     `json:"type"`
	Motivation string     `json:"motivation"`
	Body       []annoBody `json:"body"`
	Target     annoTarget `json:"target"`
}

// annotations writes the evidence as an annotation page of the W3C's Web
// Annotation model: the words that date an event, or else its head, in the
// article, by quotation with 32 characters on each side and by position in
// code points.
func (x Export) annotations(t *Timeline, w *output) error {
	page := x.BaseURL + "data/annotations.jsonld"
	if x.BaseURL == "" {
		page = "urn:dateline:annotations"
	}
	w.WriteString("{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"type\": \"AnnotationPage\", \"id\": ")
	if err := plainJSON(w.Writer, page); err != nil {
		return err
	}
	w.WriteString(",\n\"items\": ")
	w.WriteString("[")
	lead := slices.IndexFunc(t.Events, func(e Event) bool { return len(e.Evidence) > 0 })
	if lead != 0 {
		x.Pieces = nil // the first event is not the first that is told of
	}
	for i, e := range t.Events {
		err := x.piece(w, Piece{EventPiece, i}, func() error {
			for k := range e.Evidence {
				if i > lead || k > 0 {
					w.WriteByte(',')
				}
				w.WriteByte('\n')
				if err := plainJSON(w.Writer, x.annotation(t, page, e, k)); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	_, err := w.WriteString("\n]}\n")
	return err
}

// annotation returns the annotation of evidence k of e on an annotation page.
func (x Export) annotation(t *Timeline, page string, e Event, k int) annotation {
	r, m := t.Of(e.Evidence[k])
	words := m.Head
	if m.Timex >= 0 {
		words = r.Timexes[m.Timex].Span
	}
	text := r.Article.Text
	start, end := codePoints(text, words)
	source := r.Article.SourceURL
	if source == "" {
		source = x.articleIRI(t, e.Evidence[k].Article)
	}
	return annotation{
		ID: page + "#" + e.ID + "-" + strconv.Itoa(k+1), Type: "Annotation", Motivation: "describing",
		Body: []annoBody{
			{"TextualBody", e.Label, "text/plain", "describing"},
			{"TextualBody", m.Date.String(), "text/plain", "tagging"},
		},
		Target: annoTarget{"SpecificResource", source, []annoSelector{
			{Type: "TextQuoteSelector", Exact: text[words.Start:words.End], Prefix: before(text, words), Suffix: after(text, words)},
			{Type: "TextPositionSelector", Start: &start, End: &end},
		}},
	}
}

// before and after return the 32 characters on each side of a span.
func before(text string, s timex.Span) string {
	runes := []rune(text[max(0, s.Start-4*32):s.Start])
	return strings.ToValidUTF8(string(runes[max(0, len(runes)-32):]), "")
}

func after(text string, s timex.Span) string {
	runes := []rune(text[s.End:min(len(text), s.End+4*32)])
	return strings.ToValidUTF8(string(runes[:min(32, len(runes))]), "")
}
