package timeline

import (
	"bufio"
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
func (x Export) annotations(t *Timeline, w *bufio.Writer) error {
	type place struct{ event, evidence int }
	var places []place
	for i, e := range t.Events {
		for k := range e.Evidence {
			places = append(places, place{i, k})
		}
	}
	page := x.BaseURL + "data/annotations.jsonld"
	if x.BaseURL == "" {
		page = "urn:dateline:annotations"
	}
	w.WriteString("{\"@context\": \"http://www.w3.org/ns/anno.jsonld\", \"type\": \"AnnotationPage\", \"id\": ")
	if err := plainJSON(w, page); err != nil {
		return err
	}
	w.WriteString(",\n\"items\": ")
	err := records(w, len(places), func(n int) (any, error) {
		e := t.Events[places[n].event]
		r, m := t.Of(e.Evidence[places[n].evidence])
		words := m.Head
		if m.Timex >= 0 {
			words = r.Timexes[m.Timex].Span
		}
		text := r.Article.Text
		start, end := codePoints(text, words)
		source := r.Article.SourceURL
		if source == "" {
			source = x.articleURL(e.Evidence[places[n].evidence].Article)
		}
		if source == "" {
			source = "urn:dateline:article:" + r.Article.ID
		}
		return annotation{
			ID: page + "#" + e.ID + "-" + strconv.Itoa(places[n].evidence+1), Type: "Annotation", Motivation: "describing",
			Body: []annoBody{
				{"TextualBody", e.Label, "text/plain", "describing"},
				{"TextualBody", m.Date.String(), "text/plain", "tagging"},
			},
			Target: annoTarget{source, []annoSelector{
				{Type: "TextQuoteSelector", Exact: text[words.Start:words.End], Prefix: before(text, words), Suffix: after(text, words)},
				{Type: "TextPositionSelector", Start: &start, End: &end},
			}},
		}, nil
	})
	w.WriteString("}\n")
	return err
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
